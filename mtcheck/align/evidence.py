"""two sides, lexicons, a band -> all evidence for the beads in the band, before weights.

A bead joins up to 5 source sentences with up to 5 target sentences (`dynamic.SHAPES`). Evidence are the words
explained by the other side (IBM Model 1 both ways; Moore 2002) and those with a counterpart at all, the
similarity of the vectors, what all these gain or lose when the bead shrinks or grows by a sentence, length
(Gale & Church 1993), and how both sides begin and end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mtcheck.align.agreement import NONE, Agreement
from mtcheck.align.costs import MOST

if TYPE_CHECKING:
    from mtcheck.align.sides import Floats

BEAD = {
    "words": 20.0,
    "rate": 3.0,
    "vectors": 1.0,
    "margin": 1.0,
    "spread": 3.0,
    "gap": 2.0,
    "more": 2.0,
    "end": 1.0,
    "begin": 1.0,
    "shrink": 0.3,
    "grow": 0.3,
    "hold": 8.0,
    "leak": 8.0,
    "covered": 20.0,
    "bare": 20.0,
    "share": 0.3,
    "lift": 5.0,
    "spill": 5.0,
    "source size": 2.0,
    "target size": 2.0,
    "sentences": 2.0,
    "least": 2.0,
    "clauses": 0.3,
    "close": 0.3,
}
"""The evidence for a bead, with what each is divided by so that all are of one size."""
SKIP = {
    "best": 0.5,
    "usual": 0.5,
    "size": 2.0,
    "open end": 1.0,
    "told": 2.0,
    "beside": 0.5,
    "letters": 2.0,
    "marks": 0.5,
    "clauses": 0.3,
    "close": 0.3,
}
"""The evidence for leaving a sentence out."""
_CLAUSE_ENDS = (4, 5)
"""Kinds of `sides.Side.ends`: colon and semicolon."""
APART, INSIDE = -0.7, -1.0
"""What a bead pays when only one of its sides begins a paragraph, and for each paragraph that begins inside
it: a hint that good sentences outweigh, for translations are set in other paragraphs (news sites most of all)."""


@dataclass(frozen=True)
class Evidence:
    """The evidence for each bead and each left-out sentence."""

    base: Agreement

    def bead(self, one: int, other: int) -> Floats:
        """The evidence of beads with `one` source and `other` target sentences: shape (BEAD, n + 1, width)."""
        import numpy as np

        size = np.float32(one + other)
        forth, backward = self.base.told(one, other)
        words = self.base.both(1, one, other)
        rate = (forth / np.maximum(words[1], 1) + backward / np.maximum(words[0], 1)) * size / 2
        alike = self.base.alike(one, other)
        usual = self.base.both(2, one, other)
        margin = alike - (usual[0] / one + usual[1] / other) / 2
        ours, theirs = self.base.both(0, one, other)
        ours = ours * (self.base.sums[0][1][-1] / max(float(self.base.sums[0][0][-1]), 1.0))
        # Gale & Church: the difference of lengths varies with the square root of the length
        z = (theirs - ours) / np.sqrt(6.8 * np.maximum((ours + theirs) / 2, 1.0))
        last = self.base.rows.ravel() - 1, self.base.safe - 1
        first = self.base.rows.ravel() - one, self.base.safe - other
        ends = self.base.source.ends[last[0]][:, None] == self.base.target.ends[last[1]]
        begins = (
            self.base.source.begins[np.maximum(first[0], 0)][:, None]
            == self.base.target.begins[np.maximum(first[1], 0)]
        )
        covered = sum(self.base.told(one, other, 1))
        told = sum(self.base.both(3, one, other))
        flat = np.zeros_like(alike)
        values = (
            forth + backward,
            rate,
            alike,
            margin,
            np.maximum(-0.5 * z * z, -8.0),
            np.maximum(-np.abs(z), -8.0),
            np.clip(z, -8.0, 8.0),
            ends,
            begins,
            self._shrink(one, other),
            self._grow(one, other),
            self._hold(one, other, 0),
            self._leak(one, other, 0),
            covered,
            told - covered,
            covered / np.maximum(told, 1) - 0.5,
            self._hold(one, other, 1),
            self._leak(one, other, 1),
            np.log1p(words[0]) + flat,
            np.log1p(words[1]) + flat,
            flat + size - 2,
            self._least(one, other),
            flat + self._manner[0],
            flat + self._manner[1],
        )
        made = np.empty((len(BEAD), *alike.shape), dtype=np.float32)
        for number, (value, scale) in enumerate(zip(values, BEAD.values(), strict=True)):
            np.divide(value, scale, out=made[number], casting="unsafe")
        return made

    @cached_property
    def _manner(self) -> tuple[float, float]:
        """What all beads of a text have in common: the share of its sentences that are clauses (cut at a colon or a
        semicolon), and how close a translation it is (the mean best similarity of a sentence). What is left out
        of a close one stands out; in a loose one little similarity proves nothing."""
        import numpy as np

        cut = [np.isin(side.ends, _CLAUSE_ENDS).mean() for side in (self.base.source, self.base.target)]
        one = self.base.alike(1, 1)
        best = [np.maximum(self._best(one, number), 0) for number in (0, 1)]
        return float(sum(cut)) / 2, float(np.concatenate(best).mean()) - 0.5

    def _hold(self, one: int, other: int, kind: int) -> Floats:
        """What the outer sentences explain of the other side that the rest of their side does not."""
        import numpy as np

        if one == other == 1:
            return np.zeros_like(self.base.alike(one, other))
        forth, backward = self.base.told(one, other, kind)
        gains = []
        if other > 1:
            less = self.base.told(one, other - 1, kind)[1]
            gains += [backward - self.base.shifted(less, 0, 1, NONE), backward - less]
        if one > 1:
            less = self.base.told(one - 1, other, kind)[0]
            gains += [forth - self.base.shifted(less, 1, 0, NONE), forth - less]
        out: Floats = np.clip(np.minimum.reduce(gains), -8, 8)
        return out

    def _leak(self, one: int, other: int, kind: int) -> Floats:
        """How much better this bead's words would be explained with one further sentence on the other side."""
        import numpy as np

        forth, backward = self.base.told(one, other, kind)
        total = np.zeros_like(forth)
        if other < MOST:
            more = self.base.told(one, other + 1, kind)[1]
            total += np.clip(np.maximum(self.base.shifted(more, 0, -1, NONE), more) - backward, 0, 8)
        if one < MOST:
            more = self.base.told(one + 1, other, kind)[0]
            total += np.clip(np.maximum(self.base.shifted(more, -1, 0, NONE), more) - forth, 0, 8)
        return total

    def _least(self, one: int, other: int) -> Floats:
        """Letters of the sentence that has the fewest, as a logarithm: crumbs seldom belong to a bead."""
        import numpy as np

        fewest = []
        for side, size in ((self.base.source, one), (self.base.target, other)):
            letters = np.log1p(side.letters).astype(np.float32)
            least = np.full(len(letters) + 1, 99.0, dtype=np.float32)
            for back in range(size):
                least[1 + back :] = np.minimum(least[1 + back :], letters[: max(len(letters) - back, 0)])
            fewest.append(least)
        out: Floats = np.minimum(fewest[0][:, None], fewest[1][self.base.safe])
        return np.minimum(out, 5.0)

    def _shrink(self, one: int, other: int) -> Floats:
        """What the best bead without one of the outer sentences lacks: each sentence must pull its weight."""
        import numpy as np

        if one == other == 1:
            return np.zeros_like(self.base.alike(one, other))
        less = []
        if other > 1:
            less += [self.base.shifted(self.base.alike(one, other - 1), 0, 1), self.base.alike(one, other - 1)]
        if one > 1:
            less += [self.base.shifted(self.base.alike(one - 1, other), 1, 0), self.base.alike(one - 1, other)]
        out: Floats = self.base.alike(one, other) - np.maximum.reduce(less)
        return out

    def _grow(self, one: int, other: int) -> Floats:
        """What the bead lacks against the best one with a further sentence."""
        import numpy as np

        more = []
        if other < MOST:
            more += [self.base.shifted(self.base.alike(one, other + 1), 0, -1), self.base.alike(one, other + 1)]
        if one < MOST:
            more += [self.base.shifted(self.base.alike(one + 1, other), -1, 0), self.base.alike(one + 1, other)]
        out: Floats = np.minimum(self.base.alike(one, other) - np.maximum.reduce(more), 0.3)
        return out

    def paragraphs(self, one: int, other: int) -> Floats | float:
        """What paragraphs say of beads of this shape; 0 where they are not known on both sides."""
        import numpy as np

        ours, theirs = self.base.source.opens, self.base.target.opens
        if ours is None or theirs is None:
            return 0.0
        opened = np.cumsum(ours), np.cumsum(theirs)
        first = np.maximum(self.base.rows - one, 0), np.maximum(self.base.safe - other, 0)
        last = np.maximum(self.base.rows - 1, 0), np.maximum(self.base.safe - 1, 0)
        apart = ours[np.minimum(first[0], len(ours) - 1)] != theirs[np.minimum(first[1], len(theirs) - 1)]
        inside = [
            count[end] - count[np.minimum(begin, end)] for count, begin, end in zip(opened, first, last, strict=True)
        ]
        out: Floats = (APART * apart + INSIDE * (inside[0] + inside[1])).astype(np.float32)
        return out

    def skips(self) -> tuple[Floats, Floats]:
        """The evidence for leaving each sentence out: shapes (n, SKIP) and (m, SKIP)."""
        import numpy as np

        scales = np.array(list(SKIP.values()), dtype=np.float32)
        one, beside = self.base.alike(1, 1), np.maximum(self.base.alike(1, 2), self.base.alike(2, 1))
        rate = [
            told / np.maximum(sizes, 1)
            for told, sizes in zip(self.base.told(1, 1), self.base.both(1, 1, 1)[::-1], strict=True)
        ]
        made = []
        for number, (side, usual) in enumerate(zip((self.base.source, self.base.target), self.base.usual, strict=True)):
            tables = [self._best(table, number) for table in (one, rate[1 - number], beside)]
            best, told, near = tables
            size = np.log1p(np.diff(side.starts))
            # at least one mark counts as one letter: an empty sentence is all marks
            letters = np.log1p(np.minimum(side.letters, 100))
            marks = 1 - np.minimum(side.letters / side.lengths, 1)
            manner = [np.full(len(side), value) for value in self._manner]
            row = [best, usual, size, side.ends == 0, told, near, letters, marks, *manner]
            made.append(np.stack(row, axis=1).astype(np.float32) / scales)
        return made[0], made[1]

    def _best(self, table: Floats, side: int) -> Floats:
        """The highest value of each source (0) or target (1) sentence in the band, at least -1."""
        import numpy as np

        safe = np.where(self.base.valid(1, 1), np.maximum(table, -1), np.float32(-1))
        if side == 0:
            most: Floats = safe[1:].max(axis=1)
            return most
        out = np.full(len(self.base.target) + 1, -1, dtype=np.float32)
        np.maximum.at(out, self.base.safe.ravel(), safe.ravel())
        return out[1:]

"""evidence in a band -> the gain of every bead.

A bead joins up to 5 source sentences with up to 5 target sentences (`dynamic.SHAPES`). Its gain is a weighted sum of evidence:
words explained by the other side (IBM Model 1 both ways; Moore 2002), similarity of the vectors and what it
gains or loses when the bead shrinks or grows by a sentence, length (Gale & Church 1993), how both sides begin
and end, and how often a bead's shape occurs. A left-out sentence pays a fee that falls when nothing on the
other side resembles it. The weights are learnt (corpora/alignment/train_weights.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mtcheck.align.costs import MOST, Band, explained, likeness, spans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from mtcheck.align.lexicon import Lexicon
    from mtcheck.align.sides import Floats, Side

KNOWN = 0.35
"""Share of a sentence's words that its translation explains; the rest is free."""
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
    "source size": 2.0,
    "target size": 2.0,
    "sentences": 2.0,
}
"""The evidence for a bead, with what each is divided by so that all are of one size."""
SKIP = {"best": 0.5, "usual": 0.5, "size": 2.0, "open end": 1.0, "told": 2.0, "beside": 0.5}
"""The evidence for leaving a sentence out."""
APART, INSIDE = -0.7, -1.0
"""What a bead pays when only one of its sides begins a paragraph, and for each paragraph that begins inside
it: a hint that good sentences outweigh, for translations are set in other paragraphs (news sites most of all)."""
_NONE = -1e6
"""Stands where there is no bead: never the best of several."""


def shape_name(one: int, other: int) -> str:
    """The weight of a bead's shape; both directions weigh the same."""
    return f"{min(one, other)}-{max(one, other)}"


def _top(values: Floats) -> Floats:
    """The mean of the three highest of each row."""
    import numpy as np

    few = min(3, values.shape[1])
    return np.partition(values, values.shape[1] - few, axis=1)[:, -few:].mean(axis=1)  # type: ignore[no-any-return]


class Evidence:
    """All evidence for the beads in a band, before weights.

    Args:
        lexicons: From source words to target words, and back.
        common: What is taken off every word's vector, for both sides (see `whole.common`).
    """

    def __init__(
        self, source: Side, target: Side, lexicons: tuple[Lexicon, Lexicon], band: Band, common: tuple[Floats, Floats]
    ):
        import numpy as np

        self.source, self.target, self.band = source, target, band
        self._turned = band.turned(len(target) + 1)
        self._forth = explained(source, target, lexicons[0], band, KNOWN)
        self._back = explained(target, source, lexicons[1], self._turned, KNOWN)
        left, self._left = spans(source, common[0])
        right, self._right = spans(target, common[1])
        self._products = {(1, 1): likeness(left, right, band)}
        self._rows = np.arange(len(source) + 1)[:, None]
        self._columns = band.low[:, None] + np.arange(band.width)
        self._inside = self._columns <= band.high[:, None]
        self._safe = np.minimum(self._columns, len(target))
        self._alike: dict[tuple[int, int], Floats] = {}
        self._moves: dict[tuple[int, int], NDArray[np.intp]] = {}
        self._told: dict[tuple[int, int], tuple[Floats, Floats]] = {}

    def alike(self, one: int, other: int) -> Floats:
        """Cosine of the two sides of each bead of this shape; -1 where there is no such bead.

        Cells outside the band count as 0 in a bead that reaches there.
        """
        import numpy as np

        known = self._alike.get((one, other))
        if known is None:
            norms = self._left[one - 1][:, None] * self._right[other - 1][self._safe]
            known = self._product(one, other) / np.maximum(norms, np.float32(1e-6))
            known[~self.valid(one, other)] = -1.0
            self._alike[one, other] = known
        return known

    def _product(self, one: int, other: int) -> Floats:
        """Dot product of the sums of both sides' vectors: a block of the products of single sentences."""
        known = self._products.get((one, other))
        if known is None:
            if other > 1:
                # columns of the run to the left, and the last one
                known = self._product(one, 1) + self._shifted(self._product(one, other - 1), 0, 1, 0.0)
            else:
                known = self._product(1, 1) + self._shifted(self._product(one - 1, 1), 1, 0, 0.0)
            self._products[one, other] = known
        return known

    def valid(self, one: int, other: int) -> NDArray[np.bool_]:
        """Which cells a bead of this shape can end at."""
        return self._inside & (self._rows >= one) & (self._columns >= other)

    def _shifted(self, table: Floats, rows: int, columns: int, outside: float = -1.0) -> Floats:
        """The table's values `rows` further up and `columns` further left; `outside` outside the band."""
        import numpy as np

        at = self._moves.get((rows, columns))
        if at is None:
            row = self._rows - rows
            safe = np.clip(row, 0, len(self._rows) - 1)
            place = self._columns - columns - self.band.low[safe]
            good = (row == safe) & (place >= 0) & (place < self.band.width)
            at = np.where(good, safe * self.band.width + place, table.size).astype(np.intp)
            self._moves[rows, columns] = at
        return np.append(table.ravel(), np.float32(outside)).take(at)

    @cached_property
    def _usual(self) -> tuple[Floats, Floats]:
        """For each source and each target sentence how similar its best few in the band are (a hub's is high)."""
        import numpy as np

        one = self.alike(1, 1)
        left = _top(one[1:])
        turned = self._turned
        rows = turned.low[1:, None] + np.arange(turned.width)
        safe = np.minimum(rows, len(self.source))
        columns = np.arange(1, len(self.target) + 1)[:, None] - self.band.low[safe]
        good = (rows <= turned.high[1:, None]) & (columns >= 0) & (columns < self.band.width)
        values = np.where(good, one[safe, np.clip(columns, 0, self.band.width - 1)], np.float32(-1))
        right = _top(values)
        return np.maximum(left, 0).astype(np.float32), np.maximum(right, 0).astype(np.float32)

    @cached_property
    def _sums(self) -> tuple[tuple[Floats, Floats], ...]:
        """Running totals over sentences, for both sides: (length, words, usual similarity)."""
        import numpy as np

        def running(values: Floats) -> Floats:
            return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)]).astype(np.float32)

        return (
            (running(self.source.lengths), running(self.target.lengths)),
            (self.source.starts.astype(np.float32), self.target.starts.astype(np.float32)),
            (running(self._usual[0]), running(self._usual[1])),
        )

    def _both(self, kind: int, one: int, other: int) -> tuple[Floats, Floats]:
        """A running total's share in each bead: the source side's (per row) and the target side's (per cell)."""
        import numpy as np

        ours, theirs = self._sums[kind]
        return (
            ours[self._rows] - ours[np.maximum(self._rows - one, 0)],
            theirs[self._safe] - theirs[np.maximum(self._safe - other, 0)],
        )

    def bead(self, one: int, other: int) -> Floats:
        """The evidence of beads with `one` source and `other` target sentences: shape (BEAD, n + 1, width)."""
        import numpy as np

        size = np.float32(one + other)
        forth, backward = self.told(one, other)
        words = self._both(1, one, other)
        rate = (forth / np.maximum(words[1], 1) + backward / np.maximum(words[0], 1)) * size / 2
        alike = self.alike(one, other)
        usual = self._both(2, one, other)
        margin = alike - (usual[0] / one + usual[1] / other) / 2
        ours, theirs = self._both(0, one, other)
        ours = ours * (self._sums[0][1][-1] / max(float(self._sums[0][0][-1]), 1.0))
        # Gale & Church: the difference of lengths varies with the square root of the length
        z = (theirs - ours) / np.sqrt(6.8 * np.maximum((ours + theirs) / 2, 1.0))
        last = self._rows.ravel() - 1, self._safe - 1
        first = self._rows.ravel() - one, self._safe - other
        ends = self.source.ends[last[0]][:, None] == self.target.ends[last[1]]
        begins = self.source.begins[np.maximum(first[0], 0)][:, None] == self.target.begins[np.maximum(first[1], 0)]
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
            self._hold(one, other),
            self._leak(one, other),
            np.log1p(words[0]) + flat,
            np.log1p(words[1]) + flat,
            flat + size - 2,
        )
        made = np.empty((len(BEAD), *alike.shape), dtype=np.float32)
        for number, (value, scale) in enumerate(zip(values, BEAD.values(), strict=True)):
            np.divide(value, scale, out=made[number], casting="unsafe")
        return made

    def told(self, one: int, other: int) -> tuple[Floats, Floats]:
        """How well each bead's source explains its target words, and its target its source words."""
        import numpy as np

        known = self._told.get((one, other))
        if known is None:
            width = self.band.width
            forth = self._forth[one - 1][:, MOST:] - self._forth[one - 1][:, MOST - other : MOST - other + width]
            back, reach = self._back[other - 1], self._back.shape[2] - 1
            at = self._rows - self._turned.low[self._safe] + MOST
            backward = back[self._safe, np.clip(at, 0, reach)] - back[self._safe, np.clip(at - one, 0, reach)]
            wrong = ~self.valid(one, other)
            forth[wrong] = backward[wrong] = _NONE
            known = self._told[one, other] = forth, backward
        return known

    def _hold(self, one: int, other: int) -> Floats:
        """What the outer sentences explain of the other side that the rest of their side does not."""
        import numpy as np

        if one == other == 1:
            return np.zeros_like(self.alike(1, 1))
        forth, backward = self.told(one, other)
        gains = []
        if other > 1:
            less = self.told(one, other - 1)[1]
            gains += [backward - self._shifted(less, 0, 1, _NONE), backward - less]
        if one > 1:
            less = self.told(one - 1, other)[0]
            gains += [forth - self._shifted(less, 1, 0, _NONE), forth - less]
        return np.clip(np.minimum.reduce(gains), -8, 8)

    def _leak(self, one: int, other: int) -> Floats:
        """How much better this bead's words would be explained with one further sentence on the other side."""
        import numpy as np

        forth, backward = self.told(one, other)
        total = np.zeros_like(forth)
        if other < MOST:
            more = self.told(one, other + 1)[1]
            total += np.clip(np.maximum(self._shifted(more, 0, -1, _NONE), more) - backward, 0, 8)
        if one < MOST:
            more = self.told(one + 1, other)[0]
            total += np.clip(np.maximum(self._shifted(more, -1, 0, _NONE), more) - forth, 0, 8)
        return total

    def _shrink(self, one: int, other: int) -> Floats:
        """What the best bead without one of the outer sentences lacks: each sentence must pull its weight."""
        import numpy as np

        if one == other == 1:
            return np.zeros_like(self.alike(1, 1))
        less = []
        if other > 1:
            less += [self._shifted(self.alike(one, other - 1), 0, 1), self.alike(one, other - 1)]
        if one > 1:
            less += [self._shifted(self.alike(one - 1, other), 1, 0), self.alike(one - 1, other)]
        return self.alike(one, other) - np.maximum.reduce(less)

    def _grow(self, one: int, other: int) -> Floats:
        """What the bead lacks against the best one with a further sentence."""
        import numpy as np

        more = []
        if other < MOST:
            more += [self._shifted(self.alike(one, other + 1), 0, -1), self.alike(one, other + 1)]
        if one < MOST:
            more += [self._shifted(self.alike(one + 1, other), -1, 0), self.alike(one + 1, other)]
        if not more:
            return np.zeros_like(self.alike(one, other))
        return np.minimum(self.alike(one, other) - np.maximum.reduce(more), 0.3)

    def paragraphs(self, one: int, other: int) -> Floats | float:
        """What paragraphs say of beads of this shape; 0 where they are not known on both sides."""
        import numpy as np

        ours, theirs = self.source.opens, self.target.opens
        if ours is None or theirs is None:
            return 0.0
        opened = np.cumsum(ours), np.cumsum(theirs)
        first = np.maximum(self._rows - one, 0), np.maximum(self._safe - other, 0)
        last = np.maximum(self._rows - 1, 0), np.maximum(self._safe - 1, 0)
        apart = ours[np.minimum(first[0], len(ours) - 1)] != theirs[np.minimum(first[1], len(theirs) - 1)]
        inside = [count[end] - count[np.minimum(begin, end)] for count, begin, end in zip(opened, first, last, strict=True)]
        return (APART * apart + INSIDE * (inside[0] + inside[1])).astype(np.float32)  # type: ignore[no-any-return]

    def skips(self) -> tuple[Floats, Floats]:
        """The evidence for leaving each sentence out: shapes (n, SKIP) and (m, SKIP)."""
        import numpy as np

        scales = np.array(list(SKIP.values()), dtype=np.float32)
        one, beside = self.alike(1, 1), np.maximum(self.alike(1, 2), self.alike(2, 1))
        rate = [told / np.maximum(sizes, 1) for told, sizes in zip(self.told(1, 1), self._both(1, 1, 1)[::-1], strict=True)]
        made = []
        for number, (side, usual) in enumerate(zip((self.source, self.target), self._usual, strict=True)):
            tables = [self._best(table, number) for table in (one, rate[1 - number], beside)]
            best, told, near = tables
            size = np.log1p(np.diff(side.starts))
            made.append(np.stack([best, usual, size, side.ends == 0, told, near], axis=1).astype(np.float32) / scales)
        return made[0], made[1]

    def _best(self, table: Floats, side: int) -> Floats:
        """The highest value of each source (0) or target (1) sentence in the band, at least -1."""
        import numpy as np

        safe = np.where(self.valid(1, 1), np.maximum(table, -1), np.float32(-1))
        if side == 0:
            return safe[1:].max(axis=1)
        out = np.full(len(self.target) + 1, -1, dtype=np.float32)
        np.maximum.at(out, self._safe.ravel(), safe.ravel())
        return out[1:]


@dataclass(frozen=True)
class Layer:
    """A small network over the evidence: gain = linear . x + bias + outer . tanh(inner x + inner_bias)."""

    linear: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats

    def __call__(self, evidence: Floats) -> Floats:
        """Gains for evidence of shape (features, cells)."""
        import numpy as np

        hidden = self.inner @ evidence
        hidden += self.inner_bias[:, None]
        np.tanh(hidden, out=hidden)
        return self.linear @ evidence + self.outer @ hidden


@dataclass(frozen=True)
class Weights:
    """What each piece of evidence counts for."""

    bead: Layer
    skip: Layer
    fee: float
    """Gain of leaving a sentence out, before evidence."""
    shapes: Mapping[str, float]
    """Gain of a bead's shape, by `shape_name`."""


@dataclass(frozen=True)
class Gains:
    """The gain of every bead, by shape."""

    evidence: Evidence
    weights: Weights

    def table(self, one: int, other: int) -> Floats:
        """Gains of beads of this shape by the cell they end at; -1e9 where none can."""
        import numpy as np

        valid = self.evidence.valid(one, other)
        total = np.full(valid.shape, -1e9, dtype=np.float32)
        gains = self.weights.bead(self.evidence.bead(one, other)[:, valid]) + self.weights.shapes[shape_name(one, other)]
        hint = self.evidence.paragraphs(one, other)
        total[valid] = gains if isinstance(hint, float) else gains + hint[valid]
        return total

    def skips(self) -> tuple[Floats, Floats]:
        """Gains of leaving out each source and each target sentence."""
        left, right = self.evidence.skips()
        return self.weights.skip(left.T) + self.weights.fee, self.weights.skip(right.T) + self.weights.fee


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights in `weights.json`."""
    import json

    import numpy as np

    def layer(values: Mapping[str, object]) -> Layer:
        parts = [np.array(values[name], dtype=np.float32) for name in ("linear", "inner", "inner_bias", "outer")]
        return Layer(*parts)

    data = json.loads((files("mtcheck.align") / "weights.json").read_text(encoding="utf-8"))
    return Weights(layer(data["bead"]), layer(data["skip"]), float(data["fee"]), data["shapes"])


def default(evidence: Evidence) -> Gains:
    """Gains with the weights that ship."""
    return Gains(evidence, shipped())

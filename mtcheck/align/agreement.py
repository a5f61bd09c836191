"""two sides, lexicons, a band -> how far the two sides of every possible bead agree: vectors, words, sizes.

The primitives that `evidence` combines, each computed once per bead shape.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mtcheck.align.costs import MOST, Band, explained, information, likeness, spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mtcheck.align.lexicon import Lexicon
    from mtcheck.align.sides import Floats, Side

KNOWN = 0.35
"""Share of a sentence's words that its translation explains; the rest is free."""
NONE = -1e6
"""Stands where there is no bead: never the best of several."""


def _top(values: Floats) -> Floats:
    """The mean of the three highest of each row."""
    import numpy as np

    few = min(3, values.shape[1])
    out: Floats = np.partition(values, values.shape[1] - few, axis=1)[:, -few:].mean(axis=1)
    return out


class Agreement:
    """Tables over the cells of a band: a cell is where a bead ends.

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
        types = len(lexicons[0].starts) - 1
        ours, theirs = source.telling(types), target.telling(types)
        self._forth = explained(ours, theirs, lexicons[0], band, KNOWN)
        self._back = explained(theirs, ours, lexicons[1], self._turned, KNOWN)
        left, self._left = spans(source, common[0])
        right, self._right = spans(target, common[1])
        self._products = {(1, 1): likeness(left, right, band)}
        totals = [np.append(0, np.cumsum(information(side, types)[side.words]))[side.starts] for side in (ours, theirs)]
        self._told_whole = totals[0].astype(np.float32), totals[1].astype(np.float32)
        self.rows = np.arange(len(source) + 1)[:, None]
        self._columns = band.low[:, None] + np.arange(band.width)
        self._inside = self._columns <= band.high[:, None]
        self.safe = np.minimum(self._columns, len(target))
        self._alike: dict[tuple[int, int], Floats] = {}
        self._moves: dict[tuple[int, int], NDArray[np.intp]] = {}
        self._told: dict[tuple[int, int, int], tuple[Floats, Floats]] = {}

    def alike(self, one: int, other: int) -> Floats:
        """Cosine of the two sides of each bead of this shape; -1 where there is no such bead.

        Cells outside the band, or left of the band in the bead's last row, count as 0.
        """
        import numpy as np

        known = self._alike.get((one, other))
        if known is None:
            norms = self._left[one - 1][:, None] * self._right[other - 1][self.safe]
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
                known = self._product(one, 1) + self.shifted(self._product(one, other - 1), 0, 1, 0.0)
            else:
                known = self._product(1, 1) + self.shifted(self._product(one - 1, 1), 1, 0, 0.0)
            self._products[one, other] = known
        return known

    def valid(self, one: int, other: int) -> NDArray[np.bool_]:
        """Which cells a bead of this shape can end at."""
        return self._inside & (self.rows >= one) & (self._columns >= other)

    def shifted(self, table: Floats, rows: int, columns: int, outside: float = -1.0) -> Floats:
        """The table's values `rows` further up and `columns` further left; `outside` outside the band."""
        import numpy as np

        at = self._moves.get((rows, columns))
        if at is None:
            row = self.rows - rows
            safe = np.clip(row, 0, len(self.rows) - 1)
            place = self._columns - columns - self.band.low[safe]
            good = (row == safe) & (place >= 0) & (place < self.band.width)
            at = np.where(good, safe * self.band.width + place, table.size).astype(np.intp)
            self._moves[rows, columns] = at
        return np.append(table.ravel(), np.float32(outside)).take(at)

    @cached_property
    def usual(self) -> tuple[Floats, Floats]:
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
    def sums(self) -> tuple[tuple[Floats, Floats], ...]:
        """Running totals over sentences, for both sides: lengths, words, usual similarities, information."""
        import numpy as np

        def running(values: Floats) -> Floats:
            return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)]).astype(np.float32)

        return (
            (running(self.source.lengths), running(self.target.lengths)),
            (self.source.starts.astype(np.float32), self.target.starts.astype(np.float32)),
            (running(self.usual[0]), running(self.usual[1])),
            self._told_whole,
        )

    def both(self, kind: int, one: int, other: int) -> tuple[Floats, Floats]:
        """A running total's share in each bead: the source side's (per row) and the target side's (per cell)."""
        import numpy as np

        ours, theirs = self.sums[kind]
        return (
            ours[self.rows] - ours[np.maximum(self.rows - one, 0)],
            theirs[self.safe] - theirs[np.maximum(self.safe - other, 0)],
        )

    def told(self, one: int, other: int, kind: int = 0) -> tuple[Floats, Floats]:
        """How well each bead's source explains its target words, and its target its source words.

        Kind 0 is log-odds, kind 1 the information of the words with a counterpart.
        """
        import numpy as np

        known = self._told.get((one, other, kind))
        if known is None:
            width = self.band.width
            ahead = self._forth[kind][one - 1]
            forth = ahead[:, MOST:] - ahead[:, MOST - other : MOST - other + width]
            back, reach = self._back[kind][other - 1], self._back[kind].shape[2] - 1
            at = self.rows - self._turned.low[self.safe] + MOST
            backward = back[self.safe, np.clip(at, 0, reach)] - back[self.safe, np.clip(at - one, 0, reach)]
            wrong = ~self.valid(one, other)
            forth[wrong] = backward[wrong] = NONE
            known = self._told[one, other, kind] = forth, backward
        return known

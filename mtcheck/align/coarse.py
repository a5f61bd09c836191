"""two sides -> a narrow band around the way through, in time that grows with the length of the texts.

Vecalign's idea (Thompson & Koehn 2019, after Salvador & Chan's FastDTW 2007): halve both texts by joining
neighbours until the whole table is small, align there by the vectors alone, and refine level by level
inside a band around the way found so far.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtcheck.align.costs import Band, full, likeness
from mtcheck.align.dynamic import Bead, Chain

if TYPE_CHECKING:
    from mtcheck.align.sides import Floats, Ints

SMALL = 300
"""Up to this many rows and columns the whole table is looked at."""
REACH = 6
"""Sentences on either side of the way that the band keeps, at every level."""
_SHAPES = ((1, 1), (1, 2), (2, 1))
_LEVEL = 0.25
_SKIP = -0.02


@dataclass(frozen=True)
class _Level:
    """Vectors of the runs of 1 and 2 units, by boundary, for both texts."""

    left: tuple[Floats, Floats]
    right: tuple[Floats, Floats]
    band: Band

    def table(self, one: int, other: int) -> Floats:
        import numpy as np

        alike = likeness(self.left[one - 1], self.right[other - 1], self.band)
        gain = (alike - _LEVEL) * (one + other) - 0.05 * abs(one - other)
        rows = np.arange(len(alike))[:, None]
        columns = self.band.low[:, None] + np.arange(self.band.width)
        gain[(rows < one) | (columns < other) | (columns > self.band.high[:, None])] = -1e9
        return gain


def way(left: Floats, right: Floats) -> list[Bead]:
    """The way through two texts by their sentence vectors alone, left out sentences included.

    Args:
        left: Shape (n, d), n at least 1; a run of sentences has the sum of their vectors. Centred, so that
            sentences that have nothing in common are near 0.
        right: Shape (m, d), m at least 1.
    """
    import numpy as np

    if max(len(left), len(right)) <= SMALL or min(len(left), len(right)) < 8:
        band = full(len(left) + 1, len(right) + 1)
    else:
        band = around(way(_halved(left), _halved(right)), len(left), len(right), 2)
    level = _Level(_runs(left), _runs(right), band)
    skips = np.full(len(left), _SKIP, dtype=np.float32), np.full(len(right), _SKIP, dtype=np.float32)
    return [bead for bead, _ in Chain(level, band, skips, _SHAPES).best()]


def _halved(vectors: Floats) -> Floats:
    """Neighbours added in pairs; an odd last one stays alone."""
    import numpy as np

    return np.add.reduceat(vectors, np.arange(0, len(vectors), 2), axis=0)


def _runs(vectors: Floats) -> tuple[Floats, Floats]:
    """Unit vectors of single units and of pairs of neighbours, by the boundary they end at."""
    import numpy as np

    single = np.zeros((len(vectors) + 1, vectors.shape[1]), dtype=np.float32)
    single[1:] = vectors
    double = single.copy()
    double[2:] += vectors[:-1]
    unit = [run / np.maximum(np.linalg.norm(run, axis=1, keepdims=True), 1e-6) for run in (single, double)]
    return unit[0], unit[1]


def around(beads: list[Bead], rows: int, columns: int, scale: int = 1, reach: int = REACH) -> Band:
    """The band of `reach` sentences around a way found on texts `scale` times shorter."""
    import numpy as np

    low = np.full(rows + 1, columns, dtype=np.int64)
    high = np.zeros(rows + 1, dtype=np.int64)
    for one, two, three, four in beads:
        first, last = min(one * scale, rows), min(two * scale, rows)
        low[first : last + 1] = np.minimum(low[first : last + 1], min(three * scale, columns))
        high[first : last + 1] = np.maximum(high[first : last + 1], min(four * scale, columns))
    low = _spread(low, reach, np.minimum) - reach
    high = _spread(high, reach, np.maximum) + reach
    low, high = np.maximum(low, 0), np.minimum(high, columns)
    low[0], high[-1] = 0, columns
    return Band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def _spread(values: Ints, reach: int, pick: object) -> Ints:
    """The extreme value among the rows up to `reach` away."""
    import numpy as np

    padded = np.pad(values, reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    found: Ints = windows.min(axis=1) if pick is np.minimum else windows.max(axis=1)
    return found

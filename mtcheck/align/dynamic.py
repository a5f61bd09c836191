"""gains of all beads in a band -> the best way through: beads in order, each sentence in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from mtcheck.align.costs import MOST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtcheck.align.costs import Band
    from mtcheck.align.sides import Floats

Bead = tuple[int, int, int, int]
"""Source start and end, target start and end; one of the two runs may be empty."""

SHAPES = tuple((one, other) for one in range(1, MOST + 1) for other in range(1, MOST + 1))
"""Sentences on both sides of a bead; left-out sentences come on top."""

_NEVER = -1e9


class Tables(Protocol):
    """Gains by shape."""

    def table(self, one: int, other: int) -> Floats:
        """Gains of beads that end at each cell, shape (n + 1, width); -1e9 where none can."""


def best(
    gains: Tables, band: Band, skips: tuple[Floats, Floats], shapes: Sequence[tuple[int, int]] = SHAPES
) -> list[tuple[Bead, float]]:
    """The monotone path with the highest total gain from the first boundary to the last.

    Args:
        gains: The gain of every bead.
        band: The cells; holds (0, 0) and (n, m), its bounds never fall, and rows overlap.
        skips: What leaving out each source and each target sentence gains (not above 0).
        shapes: The beads to try.

    Returns:
        Beads in text order with the gain of each.
    """
    import numpy as np

    low, high = band.low.tolist(), band.high.tolist()
    rows, width = len(low), band.width
    tables = np.stack([gains.table(one, other) for one, other in shapes])
    # score[i + MOST, j - low[i] + MOST]; the margins stay out of reach
    score = np.full((rows + MOST, width + 2 * MOST), _NEVER)
    choice = np.zeros((rows, width), dtype=np.int8)
    fees = np.concatenate([[0.0], np.cumsum(skips[1], dtype=np.float64)])
    options = np.empty((len(shapes) + 1, width))
    columns = np.arange(width)
    for row in range(rows):
        size = high[row] - low[row] + 1
        options.fill(_NEVER)
        for number, (one, other) in enumerate(shapes):
            if row >= one:
                begin = low[row] - low[row - one] + MOST - other
                before = score[row - one + MOST, begin : begin + size]
                np.add(before, tables[number, row, : len(before)], out=options[number, : len(before)])
        if row:
            begin = low[row] - low[row - 1] + MOST
            before = score[row - 1 + MOST, begin : begin + size]
            np.add(before, skips[0][row - 1], out=options[len(shapes), : len(before)])
        picked = options.argmax(axis=0)[:size]
        value = options[picked, columns[:size]]
        if row == 0:
            value[0] = 0.0
        # leaving out target sentences runs along the row: a running maximum does all of it at once
        paid = fees[low[row] : high[row] + 1]
        carried = np.maximum.accumulate(value - paid) + paid
        picked[carried > value + 1e-9] = len(shapes) + 1
        score[row + MOST, MOST : MOST + size] = carried
        choice[row, :size] = picked
    return _path(choice, band, tables, skips, shapes)


def _path(
    choice: NDArray[Any],
    band: Band,
    tables: Floats,
    skips: tuple[Floats, Floats],
    shapes: Sequence[tuple[int, int]],
) -> list[tuple[Bead, float]]:
    """Follows the choices back from the last boundary."""
    row, column = len(band.low) - 1, int(band.high[-1])
    found: list[tuple[Bead, float]] = []
    while row or column:
        at = column - int(band.low[row])
        number = int(choice[row, at])
        if number < len(shapes):
            one, other = shapes[number]
            gain = float(tables[number, row, at])
        elif number == len(shapes):
            one, other, gain = 1, 0, float(skips[0][row - 1])
        else:
            one, other, gain = 0, 1, float(skips[1][column - 1])
        found.append(((row - one, row, column - other, column), gain))
        row, column = row - one, column - other
    return found[::-1]

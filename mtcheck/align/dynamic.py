"""gains of all beads in a band -> the best way through, and how sure each of its beads is.

The model is a chain of beads whose gains are log-odds, so the same recursion that finds the best way also
sums over all ways: a bead's share of that sum is its probability (forward-backward).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from mtcheck.align.costs import MOST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtcheck.align.costs import Band
    from mtcheck.align.sides import Floats

    Doubles = NDArray[Any]

Bead = tuple[int, int, int, int]
"""Source start and end, target start and end; one of the two runs may be empty."""

SHAPES = tuple(
    (one, other)
    for one in range(1, MOST + 1)
    for other in range(1, MOST + 1)
    if max(one, other) < MOST or min(one, other) <= 2
)
"""Sentences on both sides of a bead: all up to 4-4, and lists told in one sentence (1-5, 2-5 and back).

Left-out sentences come on top."""

_NEVER = -1e9
_NIL = 1e-4
"""Probability below which a bead is not thought of."""


class Tables(Protocol):
    """Gains by shape."""

    def table(self, one: int, other: int) -> Floats:
        """Gains of beads that end at each cell, shape (n + 1, width); -1e9 where none can."""


class Chain:
    """All ways through a band.

    Args:
        gains: The gain of every bead.
        band: The cells; holds (0, 0) and (n, m), its bounds never fall, and rows overlap.
        skips: What leaving out each source and each target sentence gains.
        shapes: The beads to try.
    """

    def __init__(
        self, gains: Tables, band: Band, skips: tuple[Floats, Floats], shapes: Sequence[tuple[int, int]] = SHAPES
    ):
        import numpy as np

        self.band, self.shapes = band, shapes
        self.low, self.high = band.low.tolist(), band.high.tolist()
        self.tables = np.stack([gains.table(one, other) for one, other in shapes], axis=1)
        self.skips = skips[0].tolist(), skips[1]
        self.fees = np.concatenate([[0.0], np.cumsum(skips[1], dtype=np.float64)])
        # a left-out source sentence is one more shape, 1-0
        self._ones = np.array([one for one, _ in shapes] + [1])
        self._others = np.array([other for _, other in shapes] + [0])
        self._padded = np.concatenate([np.repeat(band.low[:1], MOST), band.low, np.repeat(band.low[-1:], MOST)])
        self._columns = np.arange(band.width)

    def _blank(self) -> Doubles:
        """Scores by cell: [i + MOST, j - low[i] + MOST], with margins that stay out of reach."""
        import numpy as np

        return np.full((len(self.low) + 2 * MOST, self.band.width + 2 * MOST), _NEVER)

    def best(self) -> list[tuple[Bead, float]]:
        """The way with the highest total gain: beads in text order, with the gain of each."""
        import numpy as np

        score = self._blank()
        rows, width = len(self.low), self.band.width
        choice = np.zeros((rows, width), dtype=np.int8)
        columns = np.arange(width)
        for row in range(rows):
            options = self._options(score, row)
            size = self.high[row] - self.low[row] + 1
            picked = options.argmax(axis=0)[:size]
            value = options[picked, columns[:size]]
            if row == 0:
                value[0] = 0.0
            # leaving out target sentences runs along the row: a running maximum does all of it at once
            paid = self.fees[self.low[row] : self.high[row] + 1]
            carried = np.maximum.accumulate(value - paid) + paid
            picked[carried > value + 1e-9] = len(self.shapes) + 1
            score[row + MOST, MOST : MOST + size] = carried
            choice[row, :size] = picked
        return self._path(choice)

    def _options(self, score: Doubles, row: int) -> Doubles:
        """Total gains of a row's cells by the last bead: one line for each shape, one for a left-out source."""
        import numpy as np

        rows = row + MOST - self._ones
        begin = self.low[row] - self._padded[rows] + MOST - self._others
        # past the end of a row lies its margin
        at = np.minimum(begin[:, None] + self._columns, score.shape[1] - 1)
        options = score[rows[:, None], at]
        options[:-1] += self.tables[row]
        if row:
            options[-1] += self.skips[0][row - 1]
        out: Floats = options
        return out

    def _path(self, choice: NDArray[Any]) -> list[tuple[Bead, float]]:
        """Follows the choices back from the last boundary."""
        row, column = len(self.low) - 1, self.high[-1]
        found: list[tuple[Bead, float]] = []
        while row or column:
            at = column - self.low[row]
            number = int(choice[row, at])
            if number < len(self.shapes):
                one, other = self.shapes[number]
                gain = float(self.tables[row, number, at])
            elif number == len(self.shapes):
                one, other, gain = 1, 0, float(self.skips[0][row - 1])
            else:
                one, other, gain = 0, 1, float(self.skips[1][column - 1])
            found.append(((row - one, row, column - other, column), gain))
            row, column = row - one, column - other
        return found[::-1]

    def forward(self) -> Doubles:
        """Log of the sum over all ways from the beginning to each cell (indices as in `_blank`)."""
        import numpy as np

        score = self._blank()
        for row in range(len(self.low)):
            size = self.high[row] - self.low[row] + 1
            value = _log_sum(self._options(score, row)[:, :size])
            if row == 0:
                value[0] = 0.0
            paid = self.fees[self.low[row] : self.high[row] + 1]
            score[row + MOST, MOST : MOST + size] = np.logaddexp.accumulate(value - paid) + paid
        return score

    def backward(self) -> Doubles:
        """Log of the sum over all ways from each cell to the end."""
        import numpy as np

        score = self._blank()
        rows = len(self.low)
        low = self._padded[MOST:]
        # tables of rows past the end: no bead ends there
        tables = np.concatenate([self.tables, np.full((MOST, *self.tables.shape[1:]), _NEVER)])
        lines = np.arange(len(self.shapes))[:, None]
        for row in range(rows - 1, -1, -1):
            size = self.high[row] - self.low[row] + 1
            after = row + self._ones
            # a bead that begins at column j ends at column j + other of a later row
            at = (self.low[row] + self._others - low[after])[:, None] + self._columns[:size]
            inside = np.clip(at, 0, self.band.width - 1)
            options = score[after[:, None] + MOST, inside + MOST]
            options[:-1] += tables[after[:-1, None], lines, inside[:-1]]
            options[-1] += self.skips[0][row] if row + 1 < rows else _NEVER
            options[at != inside] = _NEVER
            value = _log_sum(options)
            if row == rows - 1:
                value[-1] = 0.0
            paid = self.fees[self.low[row] : self.high[row] + 1]
            score[row + MOST, MOST : MOST + size] = np.logaddexp.accumulate((value + paid)[::-1])[::-1] - paid
        return score

    def probabilities(self) -> tuple[float, Doubles, tuple[Doubles, Doubles]]:
        """(log of the sum over all ways, the probability of every bead, that of every left-out sentence).

        The beads' have the shape of `tables`, the sentences' (n,) for the source and (m,) for the target.
        """
        import numpy as np

        before, after = self.forward(), self.backward()
        total = after[MOST, MOST]
        rows, width = len(self.low), self.band.width
        body, within = slice(MOST, MOST + rows), slice(MOST, MOST + width)
        ends = after[body, within] - total
        chances = np.zeros(self.tables.shape, dtype=np.float32)
        for number, (one, other) in enumerate(self.shapes):
            begun = before[self._begin(one)[:, None] + MOST, self._at(one, other)]
            chances[:, number] = np.exp(np.minimum(begun + self.tables[:, number] + ends, 0))
        skipped = before[self._begin(1)[1:, None] + MOST, self._at(1, 0)[1:]] + np.array(self.skips[0])[:, None]
        lost = np.exp(np.minimum(skipped + ends[1:], 0)).sum(axis=1)
        columns = self.band.low[:, None] + np.arange(width - 1)
        inside = columns < len(self.skips[1])
        fees = np.append(self.skips[1], 0.0)[np.minimum(columns, len(self.skips[1]))]
        ways = np.exp(np.minimum(before[body, MOST : MOST + width - 1] + fees + ends[:, 1:], 0))
        added = np.bincount(columns[inside], weights=ways[inside], minlength=len(self.skips[1]))
        return float(total), chances, (lost, added)

    def _begin(self, one: int) -> NDArray[Any]:
        """For each row the one where a bead of `one` source sentences begins."""
        import numpy as np

        return np.maximum(np.arange(len(self.low)) - one, 0)

    def _at(self, one: int, other: int) -> NDArray[Any]:
        """Where in its row of a score (see `_blank`) a bead that ends at each cell begins."""
        import numpy as np

        low = self.band.low
        at = low[:, None] + self._columns - other - low[self._begin(one)][:, None] + MOST
        inside: NDArray[Any] = np.clip(at, 0, self.band.width + 2 * MOST - 1)
        return inside

    def surest(self, least: float) -> list[tuple[Bead, float]]:
        """The way on which most beads are expected to be right, each with its probability.

        `best` asks for the one way that is likelier than any other as a whole; scores count beads (minimum Bayes
        risk, as Kumar & Byrne 2004 have it for word alignments). A bead less likely than `least` costs more than
        it brings: half the F1 that is hoped for is right.
        """
        import numpy as np

        _, chances, (lost, added) = self.probabilities()
        worth = np.where(chances > _NIL, chances - np.float32(least), np.float32(_NEVER))
        whole = Chain(_Fixed(worth, self.shapes), self.band, (lost - least, added - least), self.shapes)
        return [(bead, min(value + least, 1.0)) for bead, value in whole.best()]


class _Fixed:
    """Tables that are there already: shape (n + 1, shapes, width)."""

    def __init__(self, tables: Doubles, shapes: Sequence[tuple[int, int]]):
        self._tables, self._shapes = tables, list(shapes)

    def table(self, one: int, other: int) -> Floats:
        found: Floats = self._tables[:, self._shapes.index((one, other))]
        return found


def _log_sum(options: Doubles) -> Doubles:
    """log of the sum of exponentials of each column."""
    import numpy as np

    top = options.max(axis=0)
    out: Floats = top + np.log(np.exp(options - top).sum(axis=0))
    return out

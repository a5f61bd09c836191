"""two sides, a lexicon, a band -> how well words and vectors agree in every cell of the band.

Two kinds of evidence that take the most time; `gains` turns them into the gain of a bead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.align.lexicon import Lexicon
    from mtcheck.align.sides import Floats, Ints, Side

MOST = 5
"""Sentences on one side of a bead."""


@dataclass
class Band:
    """Cells to look at: boundary i of n + 1 in the source against boundaries low[i] to high[i] of the target."""

    low: Ints
    high: Ints

    @cached_property
    def width(self) -> int:
        """The most cells in a row."""
        return int((self.high - self.low).max()) + 1

    def turned(self, columns: int) -> Band:
        """The same cells seen from the target: `columns` boundaries against boundaries of the source."""
        import numpy as np

        at = np.arange(columns)
        low = np.searchsorted(self.high, at, side="left")
        high = np.searchsorted(self.low, at, side="right") - 1
        return Band(low, np.maximum(high, low))


def full(rows: int, columns: int) -> Band:
    """All cells of a table with this many boundaries."""
    import numpy as np

    return Band(np.zeros(rows, dtype=np.int64), np.full(rows, columns - 1))


def explained(given: Side, told: Side, lexicon: Lexicon, band: Band, known: float) -> tuple[Floats, Floats]:
    """How well `given` explains the words of `told`, cumulated: two arrays (MOST, given + 1, width + MOST).

    Entry [a - 1, i, j - low[i] + MOST] is the sum over all told sentences from low[i] - MOST up to j, given the
    a sentences that end at boundary i: a bead's is a difference of two entries of a row. The first array holds
    log-odds (IBM Model 1), the second the information (in nats) of the words that have a counterpart.
    """
    import numpy as np

    types = len(lexicon.starts) - 1
    columns, chances, strengths, place = _sentence_rows(given, lexicon)
    counts = np.bincount(told.words, minlength=types).astype(np.float32)
    background = (counts + 0.5) / (counts.sum() + 0.5 * max((counts > 0).sum(), 1))
    odds = known / background[told.words]
    weight = information(told, types)[told.words]
    out = np.zeros((2, MOST, len(given) + 1, band.width + MOST), dtype=np.float32)
    dense, strong = np.zeros(types, dtype=np.float32), np.zeros(types, dtype=np.float32)
    sizes = np.diff(given.starts)
    recent: list[tuple[int, Floats, Floats]] = []
    for row in range(1, len(given) + 1):
        first = max(int(band.low[row]) - MOST, 0)
        last = int(band.high[min(row + MOST, len(given))])
        begin, end = told.starts[first], told.starts[last]
        here = slice(place[row - 1], place[row])
        np.add.at(dense, columns[here], chances[here])
        np.maximum.at(strong, columns[here], strengths[here])
        words = told.words[begin:end]
        recent = [(begin, dense[words], strong[words]), *recent[: MOST - 1]]
        dense[columns[here]] = 0
        strong[columns[here]] = 0
        reach = told.starts[int(band.high[row])] - begin
        stack = np.zeros((2, len(recent), reach + 1), dtype=np.float32)
        total, most, size = np.zeros(reach, dtype=np.float32), np.zeros(reach, dtype=np.float32), 0
        for at, (origin, chance, strength) in enumerate(recent):
            part = slice(begin - origin, begin - origin + reach)
            total = total + chance[part]
            most = np.maximum(most, strength[part])
            size += int(sizes[row - 1 - at])
            stack[0, at, 1:] = total / max(size, 1)
            stack[1, at, 1:] = most
        logs = stack[0, :, 1:]
        logs *= odds[begin : begin + reach]
        logs += 1 - known
        np.log(logs, out=logs)
        stack[1, :, 1:] *= weight[begin : begin + reach]
        np.cumsum(stack, axis=2, out=stack)
        bounds = told.starts[first : int(band.high[row]) + 1] - begin
        skip = first - (int(band.low[row]) - MOST)
        line = stack[:, :, bounds]
        out[:, : len(recent), row, skip : skip + len(bounds)] = line
        out[:, : len(recent), row, skip + len(bounds) :] = line[:, :, -1:]
    return out[0], out[1]


def information(side: Side, types: int) -> Floats:
    """What each word type tells, in nats, by how rare it is in the text: at least 0."""
    import numpy as np

    counts = np.bincount(side.words, minlength=types).astype(np.float32)
    # words of every sentence tell next to nothing
    out: Floats = np.log1p(max(len(side), 1) / np.maximum(counts, 1)).astype(np.float32)
    return out


def _sentence_rows(side: Side, lexicon: Lexicon) -> tuple[Ints, Floats, Floats, Ints]:
    """The translations of each sentence's words, as often as words have them: (types, chances, strengths, starts)."""
    import numpy as np

    widths = np.diff(lexicon.starts)[side.words]
    ends = np.cumsum(widths)
    entries = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - widths, widths)
    entries += np.repeat(lexicon.starts[side.words], widths)
    words = np.concatenate([[0], ends])[side.starts]
    return lexicon.others[entries], lexicon.chances[entries], lexicon.strengths[entries], words


def spans(side: Side, centre: Floats) -> tuple[Floats, list[Floats]]:
    """Sentence vectors less what all have in common, and the norms of their sums over runs.

    Returns:
        Vectors of shape (n + 1, d), by the boundary each sentence ends at (the first row is zero), and for
        runs of 1 to MOST sentences the norm by the boundary where the run ends: each (n + 1,).
    """
    import numpy as np

    plain = np.zeros((len(side) + 1, side.sums.shape[1]), dtype=np.float32)
    plain[1:] = side.sums - np.diff(side.starts)[:, None].astype(np.float32) * centre
    norms = []
    total = np.zeros_like(plain)
    for size in range(1, MOST + 1):
        total[size:] += plain[1 : max(len(plain) - size + 1, 1)]
        total[:size] = 0
        norms.append(np.sqrt(np.einsum("ij,ij->i", total, total)))
    return plain, norms


def likeness(left: Floats, right: Floats, band: Band) -> Floats:
    """Dot products of left[i] with right[j] for every cell: shape (rows, width); 0 outside the band."""
    import numpy as np

    width = band.width
    out = np.zeros((len(left), width), dtype=np.float32)
    for start in range(0, len(left), 128):
        end = min(start + 128, len(left))
        first, last = int(band.low[start]), int(band.high[end - 1]) + 1
        block = left[start:end] @ right[first:last].T
        at = band.low[start:end, None] - first + np.arange(width)
        out[start:end] = np.take_along_axis(block, np.minimum(at, block.shape[1] - 1), axis=1)
    out[band.low[:, None] + np.arange(width) > band.high[:, None]] = 0
    return out

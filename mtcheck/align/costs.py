"""two sides, a lexicon, a band -> the gain of every bead in the band.

A bead joins up to 4 source sentences with up to 4 target sentences. Its gain is a log-odds: how much more
likely these sentences are as translations of each other than side by side by chance. A left-out sentence
gains nothing and pays a fee. Parts: words explained by the other side (IBM Model 1, both ways; Moore 2002),
similarity of the encoder's vectors, length (Gale & Church 1993), and how often a bead's shape occurs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mtcheck.align.lexicon import Lexicon
    from mtcheck.align.sides import Floats, Ints, Side

MOST = 4
"""Sentences on one side of a bead."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the evidence counts for. Chosen on three kinds of text; see corpora/alignment."""

    words: float = 0.45
    known: float = 0.35
    """Share of a sentence's words that its translation explains; the rest is free."""
    vectors: float = 3.8
    level: float = 0.0
    """Similarity at which the vectors speak neither for nor against a bead."""
    length: float = 4.7
    skip: float = -2.3
    """Gain of leaving one sentence out."""
    shapes: tuple[float, float, float, float] = (-2.75, -5.5, -7.4, -6.2)
    """Gain for 2-1 and 1-2; 3-1 and 1-3; 4-1 and 1-4; and for each further sentence on the smaller side."""


@dataclass(frozen=True)
class Band:
    """Cells to look at: boundary i of n + 1 in the source against boundaries low[i] to high[i] of the target."""

    low: Ints
    high: Ints

    @property
    def width(self) -> int:
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


def shape_gain(one: int, other: int, weights: Weights) -> float:
    """What a bead of one source and other target sentences gains or pays for its shape alone."""
    small, large = sorted((one, other))
    gain = weights.shapes[large - small - 1] if large > small else 0.0
    return gain + weights.shapes[3] * (small - 1)


def explained(given: Side, told: Side, lexicon: Lexicon, band: Band, known: float) -> Floats:
    """How well `given` explains the words of `told`, cumulated: shape (MOST, given + 1, width + MOST).

    Entry [a - 1, i, j - low[i] + MOST] is the log-odds of all told sentences from low[i] - MOST up to j,
    given the a sentences that end at boundary i: a bead's is a difference of two entries of a row.
    """
    import numpy as np

    types = len(lexicon.starts) - 1
    sparse = _sentence_rows(given, lexicon)
    counts = np.bincount(told.words, minlength=types).astype(np.float32)
    background = (counts + 0.5) / (counts.sum() + 0.5 * max((counts > 0).sum(), 1))
    odds = known / background[told.words]
    out = np.zeros((MOST, len(given) + 1, band.width + MOST), dtype=np.float32)
    dense = np.zeros(types, dtype=np.float32)
    sizes = np.diff(given.starts)
    recent: list[tuple[int, Floats]] = []
    for row in range(1, len(given) + 1):
        first = max(int(band.low[row]) - MOST, 0)
        last = int(band.high[min(row + MOST, len(given))])
        begin, end = told.starts[first], told.starts[last]
        columns, values = sparse[0][sparse[2][row - 1] : sparse[2][row]], sparse[1][sparse[2][row - 1] : sparse[2][row]]
        dense[columns] = values
        recent = [(begin, dense[told.words[begin:end]]), *recent[: MOST - 1]]
        dense[columns] = 0
        here = told.starts[int(band.high[row])] - begin
        total = np.zeros(here, dtype=np.float32)
        size = 0
        stack = np.empty((len(recent), here + 1), dtype=np.float32)
        stack[:, 0] = 0
        for at, (origin, chance) in enumerate(recent):
            part = chance[begin - origin : begin - origin + here]
            total = total + part
            size += int(sizes[row - 1 - at])
            stack[at, 1:] = total / max(size, 1)
        stack[:, 1:] *= odds[begin : begin + here]
        stack[:, 1:] += 1 - known
        np.log(stack[:, 1:], out=stack[:, 1:])
        np.cumsum(stack, axis=1, out=stack)
        bounds = told.starts[first : int(band.high[row]) + 1] - begin
        skip = first - (int(band.low[row]) - MOST)
        line = stack[:, bounds]
        out[: len(recent), row, skip : skip + len(bounds)] = line
        out[: len(recent), row, skip + len(bounds) :] = line[:, -1:]
    return out


def _sentence_rows(side: Side, lexicon: Lexicon) -> tuple[Ints, Floats, Ints]:
    """For each sentence the sum of its words' translation chances: (types, chances, where each begins)."""
    import numpy as np

    types = len(lexicon.starts) - 1
    widths = np.diff(lexicon.starts)[side.words]
    sentence = np.repeat(np.repeat(np.arange(len(side)), np.diff(side.starts)), widths)
    ends = np.cumsum(widths)
    entries = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - widths, widths)
    entries += np.repeat(lexicon.starts[side.words], widths)
    key, inverse = np.unique(sentence * types + lexicon.others[entries], return_inverse=True)
    chances = np.bincount(inverse, weights=lexicon.chances[entries], minlength=len(key)).astype(np.float32)
    return key % types, chances, np.searchsorted(key, np.arange(len(side) + 1) * types)


def spans(side: Side, centre: Floats) -> list[Floats]:
    """Unit vectors of every run of 1 to MOST sentences by the boundary it ends at: each (n + 1, d)."""
    import numpy as np

    plain = side.sums - np.diff(side.starts)[:, None].astype(np.float32) * centre
    made = []
    total = np.zeros((len(side) + 1, plain.shape[1]), dtype=np.float32)
    for size in range(1, MOST + 1):
        total = total.copy()
        total[size:] += plain[: len(side) - size + 1]
        norm = np.linalg.norm(total, axis=1, keepdims=True)
        made.append(total / np.maximum(norm, 1e-6))
    return made


def likeness(left: Floats, right: Floats, band: Band) -> Floats:
    """Dot products of left[i] with right[j] for every cell: shape (rows, width); outside the table 0."""
    import numpy as np

    width = band.width
    out = np.zeros((len(left), width), dtype=np.float32)
    for start in range(0, len(left), 128):
        end = min(start + 128, len(left))
        first, last = int(band.low[start]), int(band.high[end - 1]) + 1
        block = left[start:end] @ right[first:last].T
        at = band.low[start:end, None] - first + np.arange(width)
        out[start:end] = np.take_along_axis(block, np.minimum(at, block.shape[1] - 1), axis=1)
    return out


class Gains:
    """The gain of every bead in a band, by shape: `table(a, b)` has shape (n + 1, width)."""

    def __init__(self, source: Side, target: Side, there: Lexicon, back: Lexicon, band: Band, weights: Weights):
        import numpy as np

        self.weights, self.band = weights, band
        self._sizes = len(source), len(target)
        self._forth = explained(source, target, there, band, weights.known)
        self._turned = band.turned(len(target) + 1)
        self._back = explained(target, source, back, self._turned, weights.known)
        self._left = spans(source, source.sums.sum(0) / max(len(source.words), 1))
        self._right = spans(target, target.sums.sum(0) / max(len(target.words), 1))
        self._ends = np.concatenate([[0.0], np.cumsum(source.lengths)]), np.concatenate([[0.0], np.cumsum(target.lengths)])
        self._ratio = self._ends[1][-1] / self._ends[0][-1]
        self._words = np.concatenate([[0], source.starts[1:]]), np.concatenate([[0], target.starts[1:]])
        self._rows = np.arange(len(source) + 1)[:, None]
        self._columns = band.low[:, None] + np.arange(band.width)

    def table(self, one: int, other: int) -> Floats:
        """Gains of beads with `one` source and `other` target sentences that end at each cell."""
        parts = self.parts(one, other)
        weights = self.weights
        gain = weights.words * parts["words"] + weights.vectors * parts["vectors"] + weights.length * parts["length"]
        gain += shape_gain(one, other, weights)
        gain[~self.valid(one, other)] = -1e9
        return gain

    def valid(self, one: int, other: int) -> NDArray[np.bool_]:
        """Which cells such a bead can end at: it begins inside the table and the cell is in the band."""
        rows, columns = self._rows, self._columns
        return (rows >= one) & (columns >= other) & (columns <= self.band.high[:, None])

    def parts(self, one: int, other: int) -> dict[str, Floats]:
        """The evidence by kind, before weights."""
        import numpy as np

        rows, columns = self._rows, np.minimum(self._columns, self._sizes[1])
        width = self.band.width
        forth = self._forth[one - 1][:, MOST:] - self._forth[one - 1][:, MOST - other : MOST - other + width]
        reach = self._back.shape[2] - 1
        at = rows - self._turned.low[columns] + MOST
        back = self._back[other - 1]
        backward = back[columns, np.clip(at, 0, reach)] - back[columns, np.clip(at - one, 0, reach)]
        alike = likeness(self._left[one - 1], self._right[other - 1], self.band)
        ours = (self._ends[0][rows] - self._ends[0][np.maximum(rows - one, 0)]) * self._ratio
        theirs = self._ends[1][columns] - self._ends[1][np.maximum(columns - other, 0)]
        # Gale & Church: the difference of lengths varies with the square root of the length
        spread = (theirs - ours) / np.sqrt(6.8 * np.maximum((ours + theirs) / 2, 1.0))
        length = np.maximum(-0.5 * spread * spread, -12.0)
        sentences = one + other
        return {
            "words": forth + backward,
            "vectors": (alike - self.weights.level) * sentences,
            "length": length.astype(np.float32),
        }

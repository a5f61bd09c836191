"""vectors and aligned sentences -> how likely a word translates another, both ways.

The prior comes from the encoder: words whose vectors point the same way translate each other. What the two
texts say themselves is learnt on top by IBM Model 1 (Brown et al. 1993) over the beads of a first alignment,
as Moore (2002) and Varga et al. (hunalign, 2005) do for sentence alignment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mtcheck.align.sides import Floats, Ints, Side

NEAR = 0.30
"""Cosine under which two words are no candidates (measured: true pairs of the vocabulary lie above 0.5)."""
SHARP = 0.12
"""A cosine lower by this much makes a translation e times less likely."""
SURE = 0.75
"""Cosine from which two words surely mean the same."""
PROVED = 0.4
"""Chance learnt from the texts from which they do."""
CANDIDATES = 12
UNKNOWN = 0.005
"""Weight of all translations that the encoder does not know: as much as one at cosine 0.55 has."""
_ROWS = 1024
PRIOR = 1.0
"""Weight of the prior against one sighting in the texts."""
ROUNDS = 3
SPARE = 0.001
"""Chance that a word comes from nothing in the other text."""
LONGEST = 150
"""Words of one side of a bead that teaches anything: the pairs grow with the square."""
COMMON = 0.004
"""Types that are more than this share of a side's words learn nothing: they occur beside everything, and cost most."""


@dataclass(frozen=True)
class Lexicon:
    """Sparse rows: type s translates to `others[starts[s]:starts[s + 1]]`, each with a chance and a strength.

    Chances of a row add up to at most 1; a strength from 0 to 1 says how surely the two words mean the same.
    """

    starts: Ints
    others: Ints
    chances: Floats
    strengths: Floats


def priors(left: Ints, right: Ints, vectors: Floats) -> tuple[Lexicon, Lexicon]:
    """What the encoder knows of the words of both texts: translations of `left` in `right`, and back.

    Args:
        left, right: Word types in text order, shapes (w,) and (v,).
        vectors: Shape (types, d).
    """
    import numpy as np

    types = len(vectors)
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    ours, theirs = np.unique(left), np.unique(right)
    facing = unit[theirs].T.copy()
    rows, columns, values = [], [], []
    for start in range(0, max(len(ours), 1), _ROWS):  # once also for a text without words
        near = unit[ours[start : start + _ROWS]] @ facing
        at = np.flatnonzero(near > NEAR)
        rows.append(ours[start + at // len(theirs)])
        columns.append(theirs[at % len(theirs)])
        values.append(near.ravel()[at])
    row, column = np.concatenate(rows), np.concatenate(columns)
    near = np.concatenate(values)
    return _sparse(row, column, near, types), _sparse(column, row, near, types)


def _sparse(row: Ints, column: Ints, near: Floats, types: int) -> Lexicon:
    """The CANDIDATES nearest entries of each row."""
    import numpy as np

    # pairs come by row and column, or by column and row: of equal ones the first stays in front
    order = np.argsort(row - near.astype(np.float64), kind="stable")
    row, column, near = row[order], column[order], near[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    good = rank < CANDIDATES
    row, column, near = row[good], column[good], near[good]
    weight = np.exp((near - 1) / SHARP)
    total = np.bincount(row, weights=weight, minlength=types) + UNKNOWN
    starts = np.searchsorted(row, np.arange(types + 1))
    strength = np.clip((near - NEAR) / (SURE - NEAR), 0, 1)
    return Lexicon(starts, column, (weight / total[row]).astype(np.float32), strength.astype(np.float32))


def learnt(base: Lexicon, left: Side, right: Side, beads: NDArray[np.int64], types: int) -> Lexicon:
    """`base` improved by the beads (rows of source start, end, target start, end) of a first alignment.

    A pair of words that met in one bead only is not learnt: that bead would prove itself.
    """
    import numpy as np

    mine, yours, owner, bead = _pairs(left, right, beads, types)
    key = mine * types + yours
    base_key = np.repeat(np.arange(types), np.diff(base.starts)) * types + base.others
    keys, seen = np.unique(key, return_inverse=True)
    # two sightings in one bead are one: the first and the last must differ
    first = np.full(len(keys), len(beads))
    np.minimum.at(first, seen, bead)
    last = np.zeros(len(keys), dtype=np.int64)
    np.maximum.at(last, seen, bead)
    known = np.isin(keys, base_key, assume_unique=True)
    good = (last > first) | known
    if not good.any():
        return base
    kept = good[seen]
    owner = owner[kept]
    keys = keys[good]
    seen = (np.cumsum(good) - 1)[seen[kept]]
    every = np.union1d(keys, base_key)
    place = np.searchsorted(every, keys)[seen]
    rows = every // types
    old = np.zeros(len(every))
    old[np.searchsorted(every, base_key)] = base.chances
    chance = old + 0.2 / (1 + np.bincount(rows, minlength=types)[rows])
    for _ in range(ROUNDS):
        here = chance[place]
        total = np.bincount(owner, weights=here)[owner] + SPARE
        counts = np.bincount(place, weights=here / total, minlength=len(every))
        mass = np.bincount(rows, weights=counts, minlength=types)
        chance = (counts + PRIOR * old) / (mass + PRIOR)[rows]
    strength = np.clip(chance / PROVED, 0, 1)
    at = np.searchsorted(every, base_key)
    strength[at] = np.maximum(strength[at], base.strengths)
    good = (chance > 1e-3) | (old > 0)
    starts = np.searchsorted(rows[good], np.arange(types + 1))
    return Lexicon(starts, (every % types)[good], chance[good].astype(np.float32), strength[good].astype(np.float32))


def _pairs(left: Side, right: Side, beads: NDArray[np.int64], types: int) -> tuple[Ints, Ints, Ints, Ints]:
    """All pairs of words that share a bead: (left types, right types, number of the right word, of the bead)."""
    import numpy as np

    rare = [np.bincount(side.words, minlength=types) <= max(COMMON * len(side.words), 3) for side in (left, right)]
    first, sizes, flat = [], [], []
    for side, good, column in ((left, rare[0], 0), (right, rare[1], 2)):
        kept = good[side.words]
        # where each sentence begins among the words that are kept
        starts = np.concatenate([[0], np.cumsum(kept)])[side.starts]
        flat.append(side.words[kept])
        first.append(starts[beads[:, column]])
        sizes.append(starts[beads[:, column + 1]] - first[-1])
    used = np.flatnonzero((np.minimum(*sizes) > 0) & (np.maximum(*sizes) <= LONGEST))
    ours, theirs = sizes[0][used], sizes[1][used]
    area = ours * theirs
    bead = np.repeat(used, area)
    # the number of each pair in its bead: our word runs fastest
    within = np.arange(int(area.sum())) - np.repeat(np.cumsum(area) - area, area)
    mine, yours = within % np.repeat(ours, area), within // np.repeat(ours, area)
    owner = yours + np.repeat(np.cumsum(theirs) - theirs, area)
    return (
        flat[0][np.repeat(first[0][used], area) + mine],
        flat[1][np.repeat(first[1][used], area) + yours],
        owner,
        bead,
    )

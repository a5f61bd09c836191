"""sentences left out of both texts -> passages that stand elsewhere.

The way through two texts is monotone; what an editor moved is left out on both sides. A second look compares
only what was left out: pairs that are each other's best and clearly alike are reported as moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.align.sides import Floats, Ints, Side

ALIKE = 0.55
"""Cosine from which a left-out pair counts as a translation; short sentences need more (see `moved`)."""
AHEAD = 0.10
"""How far the best must be ahead of the second best."""
WORDS = 5
"""Shorter sentences recur by chance (`Yes.`, a heading)."""
MOST = 2000
"""Left-out sentences on one side that are compared; more mean that the texts do not belong together."""


def moved(
    left: Side, right: Side, lost: Ints, added: Ints, vectors: tuple[Floats, Floats]
) -> list[tuple[int, int, float]]:
    """(source, target, cosine) of sentences that were left out in place and stand elsewhere.

    Args:
        left, right: The two texts.
        lost, added: Numbers of the sentences left out of each, ascending.
        vectors: Centred sentence vectors of both texts.
    """
    import numpy as np

    lost = lost[np.diff(left.starts)[lost] >= WORDS][:MOST]
    added = added[np.diff(right.starts)[added] >= WORDS][:MOST]
    if not len(lost) or not len(added):
        return []
    ours, theirs = (_unit(table[rows]) for table, rows in zip(vectors, (lost, added), strict=True))
    near = ours @ theirs.T
    found = []
    for row, column in enumerate(near.argmax(axis=1).tolist()):
        value = float(near[row, column])
        rivals = np.concatenate([np.delete(near[row], column), np.delete(near[:, column], row), [0.0]])
        sizes = left.lengths[lost[row]], right.lengths[added[column]]
        if value >= ALIKE and value - float(rivals.max()) >= AHEAD and max(sizes) <= 2.2 * min(sizes):
            found.append((int(lost[row]), int(added[column]), value))
    return found


def _unit(vectors: Floats) -> Floats:
    import numpy as np

    out: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return out

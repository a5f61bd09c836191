"""sentences -> pairs: the stages in their order, on parts of the texts that are small enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtcheck.align.coarse import around, way
from mtcheck.align.costs import Gains, Weights
from mtcheck.align.dynamic import Bead, best
from mtcheck.align.encoder import Encoder, embedded
from mtcheck.align.lexicon import learnt, priors
from mtcheck.align.pairs import Pair
from mtcheck.align.sides import sides

if TYPE_CHECKING:
    import numpy as np

    from mtcheck.align.sides import Floats, Side

PART = 1000
"""Sentences that are aligned with a lexicon of their own; longer texts are cut where both sides surely agree."""


def aligned(
    source: Sequence[str], target: Sequence[str], encoder: Encoder | None = None, weights: Weights = Weights()
) -> tuple[Pair, ...]:
    """What `mtcheck.align.align` returns."""
    if not source or not target:
        return tuple(Pair((at,), (), 1.0) for at in range(len(source))) + tuple(
            Pair((), (at,), 1.0) for at in range(len(target))
        )
    left, right, names, vectors = sides(source, target, embedded())
    rough = way(centred(left), centred(right))
    beads: list[tuple[Bead, float]] = []
    for part in parts(rough):
        one, three = part[0][0], part[0][2]
        two, four = part[-1][1], part[-1][3]
        moved = [(a - one, b - one, c - three, d - three) for a, b, c, d in part]
        found = fine(left.part(one, two), right.part(three, four), moved, vectors, weights)
        beads += [((a + one, b + one, c + three, d + three), gain) for (a, b, c, d), gain in found]
    return tuple(Pair(tuple(range(a, b)), tuple(range(c, d)), 0.5) for (a, b, c, d), gain in beads)


def centred(side: Side) -> Floats:
    """Sentence vectors without what all sentences of the text have in common."""
    import numpy as np

    sizes = np.diff(side.starts)[:, None].astype(np.float32)
    mean = side.sums.sum(axis=0) / max(len(side.words), 1)
    return side.sums - sizes * mean  # type: ignore[no-any-return]


def parts(rough: list[Bead]) -> list[list[Bead]]:
    """The way in runs of about PART sentences, cut inside a run of plain 1-1 beads."""
    made: list[list[Bead]] = [[]]
    for at, bead in enumerate(rough):
        made[-1].append(bead)
        if bead[1] - made[-1][0][0] + bead[3] - made[-1][0][2] >= 2 * PART:
            near = rough[max(at - 1, 0) : at + 3]
            if len(near) == 4 and all(two - one == four - three == 1 for one, two, three, four in near):
                made.append([])
    return [part for part in made if part]


def fine(
    left: Side, right: Side, rough: list[Bead], vectors: Floats, weights: Weights
) -> list[tuple[Bead, float]]:
    """The final beads of one part, given a rough way through it."""
    import numpy as np

    if not len(left) or not len(right):
        return [(bead, weights.skip) for bead in rough]
    types, inverse = np.unique(np.concatenate([left.words, right.words]), return_inverse=True)
    left, right = left.renamed(inverse[: len(left.words)]), right.renamed(inverse[len(left.words) :])
    there, back = priors(left.words, right.words, vectors[types])
    joined = np.array([bead for bead in rough if bead[0] < bead[1] and bead[2] < bead[3]], dtype=np.int64)
    band = around(rough, len(left), len(right))
    if len(joined):
        base = there, back
        there = learnt(base[0], left, right, joined, len(types))
        back = learnt(base[1], right, left, joined[:, [2, 3, 0, 1]], len(types))
    gains = Gains(left, right, there, back, band, weights)
    skips = tuple(np.full(len(side), weights.skip, dtype=np.float32) for side in (left, right))
    return best(gains, band, (skips[0], skips[1]))

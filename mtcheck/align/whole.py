"""sentences -> pairs: the stages in their order, on parts of the texts that are small enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mtcheck.align.agreement import Agreement
from mtcheck.align.coarse import around, way
from mtcheck.align.dynamic import Bead, Chain
from mtcheck.align.encoder import Encoder, embedded
from mtcheck.align.evidence import Evidence
from mtcheck.align.gains import default
from mtcheck.align.lexicon import Lexicon, learnt, priors
from mtcheck.align.moved import moved
from mtcheck.align.pairs import Pair
from mtcheck.align.sides import Side, sides

if TYPE_CHECKING:
    from mtcheck.align.sides import Floats

PART = 1000
"""Sentences that are aligned with a lexicon of their own; longer texts are cut where both sides surely agree."""
SHORT = 1500
"""Sentences of both texts together up to which a second pass is made."""
SURE = 0.7
"""Probability from which a pair of the first pass teaches the second."""
COMMON = 100
"""Words that must be seen before half of what all sentences have in common is taken off their vectors."""

LEAST = 0.5
"""Probability from which a bead is better than none (see `dynamic.Chain.surest`)."""
STRANGE, ALIKE = 0.15, 0.35
"""Mean cosine of what was paired, by which texts are strangers (nine in ten wrong sources lie below 0.20) or
translations (nine in ten true ones of six sentences or more lie above 0.45)."""
WEAK = 0.6
"""Probability under which a pair of two single sentences may fall apart when one of them is found elsewhere."""
SAMPLE = 2000
"""Pairs that are looked at for it."""

Found = list[tuple[Bead, float]]
Paragraphs = tuple[Sequence[int], Sequence[int]]


def aligned(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder | None = None,
    paragraphs: Paragraphs | None = None,
) -> tuple[Pair, ...]:
    """What `mtcheck.align.align` returns."""
    if not source or not target:
        lost = [Pair((at,), (), 1.0) for at in range(len(source))]
        return (*lost, *(Pair((), (at,), 1.0) for at in range(len(target))))
    left, right, vectors = read(source, target, encoder, paragraphs)
    plain = centred(left), centred(right)
    found: Found = []
    for part in parts(way(*plain)):
        one, three = part[0][0], part[0][2]
        two, four = part[-1][1], part[-1][3]
        rough = [(a - one, b - one, c - three, d - three) for a, b, c, d in part]
        here = fine(left.part(one, two), right.part(three, four), rough, vectors)
        found += [((a + one, b + one, c + three, d + three), chance) for (a, b, c, d), chance in here]
    return _pairs(found, left, right, plain, _faith(found, left, right))


def read(
    source: Sequence[str], target: Sequence[str], encoder: Encoder | None, paragraphs: Paragraphs | None
) -> tuple[Side, Side, Floats]:
    """Both texts as sides, with another encoder's vectors and with paragraphs where given; the word vectors."""
    import numpy as np

    left, right, _, vectors = sides(source, target, embedded())
    made = []
    for number, (side, texts) in enumerate(((left, source), (right, target))):
        if encoder is not None:
            rows = np.asarray(encoder.encode(list(texts)), dtype=np.float32)
            if len(rows) != len(texts):
                raise ValueError(f"the encoder returned {len(rows)} vectors for {len(texts)} sentences")
            unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
            # a bead's vector is the sum of its sentences': longer ones count for more
            side = replace(side, sums=unit * np.diff(side.starts)[:, None].astype(np.float32))
        if paragraphs is not None:
            numbers = np.asarray(paragraphs[number])
            if len(numbers) != len(texts):
                raise ValueError(f"{len(numbers)} paragraph numbers for {len(texts)} sentences")
            side = replace(side, opens=np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(texts)])
        made.append(side)
    return made[0], made[1], vectors


def centred(side: Side) -> Floats:
    """Sentence vectors without what all sentences of the text have in common."""
    import numpy as np

    sizes = np.diff(side.starts)[:, None].astype(np.float32)
    out: Floats = side.sums - sizes * common(side)
    return out


def common(side: Side) -> Floats:
    """The mean word vector of a text; a short text's is drawn to zero, or nothing would be left of it."""
    out: Floats = side.sums.sum(axis=0) / (len(side.words) + COMMON)
    return out


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


def fine(left: Side, right: Side, rough: list[Bead], vectors: Floats) -> Found:
    """The final beads of one part with their probabilities, given a rough way through it.

    A short text teaches too few words for one pass: what the first one is sure of teaches the second.
    """
    if not len(left) or not len(right):
        return [(bead, 1.0) for bead in rough]
    found = _pass(left, right, rough, rough, vectors)
    if len(left) + len(right) <= SHORT:
        sure = [bead for bead, chance in found if chance >= SURE]
        found = _pass(left, right, [bead for bead, _ in found], sure, vectors)
    return found


def _pass(left: Side, right: Side, rough: list[Bead], taught: list[Bead], vectors: Floats) -> Found:
    """The beads in a band around a rough way, with a lexicon that the beads in `taught` teach."""
    left, right, there, back = lexicons(left, right, taught, vectors)
    band = around(rough, len(left), len(right))
    gains = default(Evidence(Agreement(left, right, (there, back), band, (common(left), common(right)))))
    return Chain(gains, band, gains.skips()).surest(LEAST)


def lexicons(left: Side, right: Side, rough: list[Bead], vectors: Floats) -> tuple[Side, Side, Lexicon, Lexicon]:
    """Both sides with word types of their own, and what the encoder and the rough way teach of them, both ways."""
    import numpy as np

    types, inverse = np.unique(np.concatenate([left.words, right.words]), return_inverse=True)
    left, right = left.renamed(inverse[: len(left.words)]), right.renamed(inverse[len(left.words) :])
    there, back = priors(left.words, right.words, vectors[types])
    if rough:
        beads = np.array(rough, dtype=np.int64)
        there = learnt(there, left, right, beads, len(types))
        back = learnt(back, right, left, beads[:, [2, 3, 0, 1]], len(types))
    return left, right, there, back


def _faith(found: Found, left: Side, right: Side) -> float:
    """From 0 to 1: whether what was paired is alike at all, by the whole text's mean cosine.

    The chances compare ways with each other; where no way is right, the least bad one still looks likely.
    """
    import numpy as np

    joined = [bead for bead, _ in found if bead[0] < bead[1] and bead[2] < bead[3]]
    total, weight = 0.0, 0.0
    for one, two, three, four in joined[:: len(joined) // SAMPLE + 1]:
        ours, theirs = left.sums[one:two].sum(axis=0), right.sums[three:four].sum(axis=0)
        norms = float(np.linalg.norm(ours)) * float(np.linalg.norm(theirs))
        size = float(left.lengths[one:two].sum() + right.lengths[three:four].sum())
        total += size * float(ours @ theirs) / max(norms, 1e-9)
        weight += size
    mean = total / weight if weight else 0.0
    return min(max((mean - STRANGE) / (ALIKE - STRANGE), 0.0), 1.0)


def _pairs(found: Found, left: Side, right: Side, plain: tuple[Floats, Floats], faith: float) -> tuple[Pair, ...]:
    """Beads as pairs, with what was left out on both sides joined where it clearly belongs together.

    Two sentences that stand side by side for want of a better one count as left out here: what an editor moved
    leaves a gap, and what he put there fills it.
    """
    home, gone = _elsewhere(found, left, right, plain)
    made: list[Pair] = []
    for (a, b, c, d), chance in found:
        ours = () if a in gone else tuple(range(a, b))
        theirs = tuple(range(c, d))
        if c < d and c in home:
            one, value = home[c]
            made.append(Pair((one,), (c,), round(min(value, 1.0), 3), moved=True))
            theirs = ()
        if (ours, theirs) != (tuple(range(a, b)), tuple(range(c, d))):
            chance = 1 - chance  # the bead fell apart
        sure = chance * faith if ours and theirs else chance
        if ours and theirs:
            ours, crumbs = _crumbs(ours, left)
            made += (Pair((at,), (), round(sure, 3)) for at in crumbs)
            theirs, crumbs = _crumbs(theirs, right)
            made += (Pair((), (at,), round(sure, 3)) for at in crumbs)
        if ours or theirs:
            made.append(Pair(ours, theirs, round(sure, 3)))
    return tuple(made)


def _crumbs(run: tuple[int, ...], side: Side) -> tuple[tuple[int, ...], list[int]]:
    """A run of sentences without what has no word in it (`.:--`, `h *`): a scanned page leaves such crumbs."""
    crumbs = [at for at in run if side.crumbs[at]]
    return (tuple(at for at in run if at not in crumbs), crumbs) if len(crumbs) < len(run) else (run, [])


def _elsewhere(
    found: Found, left: Side, right: Side, plain: tuple[Floats, Floats]
) -> tuple[dict[int, tuple[int, float]], set[int]]:
    """Target sentence -> (source sentence, cosine) of what stands out of order, and these source sentences."""
    import numpy as np

    weak = [(a, c) for (a, b, c, d), chance in found if b - a == d - c == 1 and chance < WEAK]
    lost = np.array(sorted([bead[0] for bead, _ in found if bead[2] == bead[3]] + [one for one, _ in weak]), dtype=int)
    added = np.array(sorted([bead[2] for bead, _ in found if bead[0] == bead[1]] + [at for _, at in weak]), dtype=int)
    joined = [pair for pair in moved(left, right, lost, added, plain) if pair[:2] not in weak]
    return {other: (one, value) for one, other, value in joined}, {one for one, _, _ in joined}

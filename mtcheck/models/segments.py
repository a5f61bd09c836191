"""versions of a text and its reference -> lines that stand side by side, aligned where the files do not.

Scores compare line with line. Files that have as many lines as the reference are taken as they are, which is what
sacrebleu does; any others are cut into sentences and aligned with the reference's (`mtcheck.align`), and sentences
that cannot be told apart are put together on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mtcheck.align import compare
from mtcheck.analysis.sentences import sentences


class Segments(NamedTuple):
    """The same number of lines for the reference and every version."""

    reference: tuple[str, ...]
    versions: tuple[tuple[str, ...], ...]
    aligned: bool
    """False where the files' own lines are used."""


def lines(text: str) -> list[str]:
    """The lines of a file as sacrebleu reads them: without white space at their ends, and no line after the last."""
    found = text.split("\n")
    if found and not found[-1]:
        found.pop()
    return [line.rstrip() for line in found]


def segments(reference: str, versions: Sequence[str], align: bool = False) -> Segments:
    """Lines side by side; `align` asks for sentences even where the files have as many lines."""
    own = [lines(text) for text in (reference, *versions)]
    if not align and len({len(each) for each in own}) == 1:
        return Segments(tuple(own[0]), tuple(map(tuple, own[1:])), False)
    theirs = _sentences(reference)
    cut = [_sentences(version) for version in versions]
    paired = [[(pair.target, pair.source) for pair in compare(theirs, ours, "en").pairs] for ours in cut]
    bounds = _bounds(len(theirs), [[there for _, there in pairs if there] for pairs in paired])
    return Segments(
        tuple(" ".join(theirs[a:b]) for a, b in bounds),
        tuple(_gathered(ours, pairs, bounds) for ours, pairs in zip(cut, paired, strict=True)),
        True,
    )


def _sentences(text: str) -> list[str]:
    return [found for span in sentences(text, "en") if (found := " ".join(span.of(text).split()))]


def _bounds(size: int, joined: Sequence[Sequence[tuple[int, ...]]]) -> list[tuple[int, int]]:
    """The finest runs of reference sentences that no version's pair crosses."""
    closed = [False] * size  # closed[i]: sentence i goes with the one before
    for pairs in joined:
        for there in pairs:
            for at in range(min(there) + 1, max(there) + 1):
                closed[at] = True
    starts = [at for at in range(size) if not closed[at]]
    return list(zip(starts, [*starts[1:], size], strict=True))


def _gathered(
    ours: Sequence[str], pairs: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], bounds: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    """A version's sentences by segment; one that pairs with nothing stays with the one before it."""
    segment_of = {at: number for number, (a, b) in enumerate(bounds) for at in range(a, b)}
    made: list[list[int]] = [[] for _ in bounds]
    last = 0
    for own, there in sorted(pair for pair in pairs if pair[0]):
        last = segment_of[there[0]] if there else last
        if made:
            made[last] += own
    return tuple(" ".join(ours[at] for at in sorted(group)) for group in made)

"""an alignment -> whether these two texts belong together at all, said in one line."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.align.pairs import Alignment, Pair, Verdict
from mtcheck.analysis.languages import language_of, name_of

UNRELATED = 0.25
"""News articles on different subjects hardly reach 0.1, translations with a third left out at least 0.6."""
PARTIAL = 0.5
"""Of two sentences with a third left out beside them, as in a short text, 0.53 remains."""
HOLE, STRETCH = 0.2, 5
"""Share of a text, and sentences, in one stretch without counterpart from which one of the two texts is cut short."""
COPY = 0.8
"""Share of sentences that stand word for word in both texts."""


def judged(
    pairs: tuple[Pair, ...], source: Sequence[str], target: Sequence[str], languages: tuple[str, str]
) -> Alignment:
    """The pairs with their worth as a whole."""
    sizes = [[sum(map(str.isalnum, sentence)) for sentence in side] for side in (source, target)]
    whole = sum(map(sum, sizes))
    paired = sum(
        pair.score * (sum(sizes[0][at] for at in pair.source) + sum(sizes[1][at] for at in pair.target))
        for pair in pairs
        if pair.source and pair.target
    )
    trust = round(paired / whole, 3) if whole else 0.0
    found = language_of(source, languages[0]), language_of(target, languages[1])
    verdict, message = _verdict(source, target, trust, sizes, languages, found)
    if verdict is Verdict.GOOD and (cut := _cut_short(pairs, sizes)):
        verdict, message = Verdict.PARTIAL, cut
    return Alignment(pairs, trust, verdict, found[0], message)


def _cut_short(pairs: tuple[Pair, ...], sizes: list[list[int]]) -> str:
    """What to say where a long stretch of one text has no counterpart; empty where none is so long."""
    for name, other, number in (("source", "text", 1), ("text", "source", 0)):
        paired = {at for pair in pairs if pair.source and pair.target for at in (pair.source, pair.target)[number]}
        best, run = (0, 0, 0), (0, 0, 0)
        for at, size in enumerate(sizes[number]):
            run = (0, 0, at + 1) if at in paired else (run[0] + size, run[1] + 1, run[2])
            best = max(best, run)
        size, count, first = best
        if count >= STRETCH and size >= HOLE * sum(sizes[number]):
            where = (
                "at the end"
                if first + count == len(sizes[number])
                else "at the beginning"
                if not first
                else "in the middle"
            )
            return f"the {name} has nothing for {count} sentences {where} of the {other}: is it cut short?"
    return ""


def _verdict(
    source: Sequence[str],
    target: Sequence[str],
    trust: float,
    sizes: list[list[int]],
    languages: tuple[str, str],
    found: tuple[str, str],
) -> tuple[Verdict, str]:
    for name, side in zip(("source", "target"), sizes, strict=True):
        if not sum(side):
            return Verdict.EMPTY, f"the {name} text has no words"
    present = {sentence.strip() for sentence in target}
    copied = sum(sentence.strip() in present for sentence in source) / len(source)
    if copied >= COPY:
        return Verdict.SAME, "the source text is the target text itself, not its original"
    if found[0] == found[1] and languages[0] != languages[1]:
        return Verdict.SAME, f"both texts are in {name_of(found[0])}: the source text is not the original"
    other = f"; the source reads like {name_of(found[0])}, not {name_of(languages[0])}"
    other = other if found[0] != languages[0] else ""
    if trust < UNRELATED:
        return Verdict.UNRELATED, f"the texts do not translate each other (trust {trust:.2f}){other}"
    if trust < PARTIAL:
        return Verdict.PARTIAL, f"the texts translate each other only in part (trust {trust:.2f}){other}"
    return Verdict.GOOD, other[2:]

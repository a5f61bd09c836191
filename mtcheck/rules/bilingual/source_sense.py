"""Words whose right sense the source proves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule


@rule(
    "source-sense",
    safety=SUGGEST,
    bad=[
        Example(
            "The strikers [[claim->demand]] a bonus of 150 euros.",
            "fr",
            "Les grévistes réclament une prime de 150 euros.",
        ),
    ],
    good=[
        Example(
            "The strikers claim that nobody called them.",
            "fr",
            "Les grévistes affirment que personne ne les a appelés.",
        ),
    ],
)
def source_sense(view: View) -> Iterator[Hit]:
    """The source has a word that the English one does not mean, though both are good words.

    Strikers may well claim something; where the French has « réclamer », they demand it. Without the source such
    words are left alone; with it the entry's source word has to stand in the very sentence that was translated.
    """
    tokens = tokens_of(view.text)
    for hit in hits(view, "source-sense"):
        if not part_of_name(view, tokens, hit):
            # what the source proves outweighs what the English alone suggests of the same words
            yield hit._replace(confidence=1 - (1 - hit.confidence) / 4)


def part_of_name(view: View, tokens: Tokens, hit: Hit) -> bool:
    """Whether the word is part of a name: Antenna 3, the Enterprise and Innovation Programme."""
    start = hit.span.start
    if not view.text[start : start + 1].isupper() or not view.text[start + 1 : start + 2].islower():
        return False
    at = bisect_left(tokens.starts, start)
    return at >= len(tokens) or not tokens.starts_sentence(at)

"""Words whose right sense the source proves."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
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
    yield from hits(view, "source-sense")

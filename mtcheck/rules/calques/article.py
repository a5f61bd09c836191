"""Articles that only the source language wants, or that it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "article",
    safety=SUGGEST,
    bad=[
        "Everyone watched while [[the president->President]] Arnal inaugurated the weir.",
        "She died at [[->the ]]hospital of Bari on Monday.",
        "[[The Corsica->Corsica]] is facing its worst drought.",
    ],
    good=[
        "The president of the club left.",
        "She became student president.",
        "The patience of the beekeeper is famous.",
    ],
)
def article(view: View) -> Iterator[Hit]:
    """An article too many or too few: the president Arnal, at hospital of Bari, the Corsica.

    French writes an article before titles, countries and abstract nouns. Only plain cases are reported: a title
    directly before a name (not the King David Hotel), an abstract noun that opens a sentence which defines it, a
    country before its verb. Occupations without an article are `bare-occupation`.
    """
    yield from hits(view, "article")

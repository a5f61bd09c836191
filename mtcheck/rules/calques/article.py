"""Articles that only the source language wants, or that it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.regex import rx
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
    for hit in hits(view, "article"):
        people = rx(_PEOPLES).search(view.text, hit.span.start, hit.span.end + 14)
        if people is None or (hit.entry or "")[:4] != "the-":
            yield hit  # the president French: word-order puts that right


_PEOPLES = (
    r"[a-z] (?:French|German|Italian|Spanish|British|American|Russian|Belgian|Swiss|Turkish|Algerian|Moroccan|Tunisian"
    r"|Israeli|Ukrainian|Chinese|Japanese|Brazilian|Canadian|Polish|Dutch|Portuguese|Iranian|Lebanese) [a-z]"
)

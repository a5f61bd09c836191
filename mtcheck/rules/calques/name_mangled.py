"""Names of places, clubs and people that were translated or respelt."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "name-mangled",
    safety=SUGGEST,
    bad=[
        "The team trains in [[Evelyn->Yvelines]], west of Paris.",
    ],
    good=[
        "Evelyn lives west of Paris.",
    ],
)
def name_mangled(view: View) -> Iterator[Hit]:
    """A proper name was translated or respelt.

    A translator knows the common word and not the place: the Yvelines become “Evelyn”, the Pelouse “Lawn”, the
    Côte-d’Or “Gold Coast”. An entry speaks only in a frame where the English word cannot be meant, such as another
    French place or the word “department” beside it.
    """
    yield from hits(view, "name-mangled")

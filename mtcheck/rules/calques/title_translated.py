"""Names of newspapers, programmes, parties and works that were translated."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "title-translated",
    safety=SUGGEST,
    bad=[
        "She told [[The Parisian->Le Parisien]] that the wedding was off.",
    ],
    good=[
        "The Parisian café was full.",
    ],
)
def title_translated(view: View) -> Iterator[Hit]:
    """The name of a newspaper, a programme, a party or a book was treated as ordinary words and translated.

    “The World”, “The Team” and “The Echoes” are Le Monde, L’Équipe and Les Échos. Most of these words are common
    ones, so an entry speaks only where a name is certain: after “told”, “in the columns of”, “according to”, before
    “reports”, or between quotation marks. Titles that exist in English too are left alone.
    """
    yield from hits(view, "title-translated")

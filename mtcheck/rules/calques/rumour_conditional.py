"""The French conditional of hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "rumour-conditional",
    safety=SUGGEST,
    bad=[
        "Three firefighters [[would be->are reportedly]] among the injured.",
        "The two robbers [[would have->reportedly]] fled on a scooter, according to a witness.",
    ],
    good=[
        "If the dam had broken, 40 houses would have been destroyed.",
        "The driver said he would have stopped.",
    ],
)
def rumour_conditional(view: View) -> Iterator[Hit]:
    """A conditional that reports hearsay: the pilot would have lost consciousness, according to a source.

    French puts unproven news into the conditional; in English “would have” supposes a condition. Reported only with a
    source in the sentence (according to, the press reports) or with numbers of victims and damage, and never beside
    if, unless, without, had, a wish, a plan or a forecast.
    """
    yield from hits(view, "rumour-conditional")

"""Verbs of saying that French has and English does not."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "attribution-verb-calque",
    safety=SUGGEST,
    bad=[
        "“Not one euro more”, [[hammered->insisted]] the treasurer.",
        "“You did not keep your word”, he [[launched to->told]] the contractor.",
        "The operator [[assures->says]] that the tests are under way.",
    ],
    good=[
        "He hammered the nail into the beam and left.",
        "“It is safe,” the engineer assured them.",
        "The company launched a cheaper model on Tuesday.",
    ],
)
def attribution_verb_calque(view: View) -> Iterator[Hit]:
    """A French verb of saying was translated word for word: “…”, launched the treasurer.

    French puts almost any verb after a quotation: lancer, marteler, glisser, lâcher, nuancer, rembobiner, tacler,
    se justifier. English wants a verb of saying there. Reported speech has its own: « assurer que » is to say, not
    to ensure; « se dit inquiet » is “says he is worried”. Every entry wants the frame of speech (a quotation mark
    beside the verb, a colon before a quotation, or a that-clause), so the same verbs with an object stay silent.
    """
    yield from hits(view, "attribution-verb-calque")

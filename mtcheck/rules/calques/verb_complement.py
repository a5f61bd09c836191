"""What a verb wants after it, carried over from the source language."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "verb-complement",
    safety=SUGGEST,
    bad=[
        "He denies [[to have->having]] stolen the car.",
        "The hospital [[took contact with->contacted]] the family.",
        "The boy resembles [[to ->]]his father.",
    ],
    good=[
        "They are said to have left.",
        "He was accepted to study law.",
        "They were told to wait.",
    ],
)
def verb_complement(view: View) -> Iterator[Hit]:
    """A verb whose complement is built as in the source language: denies to have, accepts to wait.

    Every language has its own: « nier avoir », « accepter de », « prendre contact avec ». Each entry names the
    verbs and the shape that English does not have.
    """
    yield from hits(view, "verb-complement")

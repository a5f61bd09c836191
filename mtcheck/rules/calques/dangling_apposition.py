"""Openings such as “Guest of ...” that English does not build like French."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "dangling-apposition",
    safety=SUGGEST,
    bad=[
        "[[Guest of->A guest on]] Radio Vallon on Tuesday, the mayor denied everything.",
    ],
    good=[
        "Guests of the hotel were asked to leave.",
    ],
)
def dangling_apposition(view: View) -> Iterator[Hit]:
    """A sentence opens with a description that lacks its article, takes the wrong preposition or belongs to nobody.

    « Invité de RTL, le maire… » needs an article and another preposition in English: a guest on RTL. « Joint par
    téléphone » is reached by telephone. And when the subject that follows is a thing (“Questioned by RTL, the answer
    of the mayor was clear”), the description hangs in the air: the person has to become the subject.
    """
    yield from hits(view, "dangling-apposition")

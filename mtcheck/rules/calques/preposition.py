"""Prepositions carried over from the source language."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "preposition",
    safety=SUGGEST,
    bad=[
        "The survival of the line depends [[of->on]] the department.",
        "The baker has lived in Tarbonne [[since->for]] twenty years.",
        "In an interview [[at->with]] Le Point, she denied it.",
    ],
    good=[
        "She gave an interview to Le Point.",
        "He has lived here since 1999.",
        "The cyclist was hit from behind.",
    ],
)
def preposition(view: View) -> Iterator[Hit]:
    """A preposition was carried over from the source language: depends of, since twenty years, stolen to a collector.

    Each entry names the verb or the noun and what follows: « dépendre de » is to depend on, « depuis vingt ans » is for
    twenty years, « volé à quelqu’un » is stolen from somebody, « une enquête pour fraude » is an inquiry into fraud.
    Where the English preposition can be meant (hit from behind, since 1999, responded to Twitter’s letter) nothing
    is said.
    """
    yield from hits(view, "preposition")

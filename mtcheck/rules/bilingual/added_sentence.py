"""Sentences that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.omissions import added
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import FLAG, Example, load, rule

_ELSEWHERE = ("residue", "residue-inline", "duplicate")
"""Rules that know what to do with a line that nobody wrote."""


@rule(
    "added-sentence",
    safety=FLAG,
    bad=[
        Example(
            "The lighthouse keeper retires in May. His red boat has been for sale since last autumn. [[Nobody had ever"
            " tasted such good pancakes.]] The harbour is quiet, and the fishermen repair their nets.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau rouge est à vendre depuis l’automne dernier. Le"
            " port est calme, et les pêcheurs réparent leurs filets.",
        ),
    ],
    good=[
        Example(
            "The lighthouse keeper retires in May. His boat is for sale. The harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai, et son bateau est à vendre. Le port est calme.",
        ),
        Example(
            "The lighthouse keeper retires in May.\n\nThe harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai.\n\nLe port est calme.",
        ),
    ],
)
def added_sentence(view: View) -> Iterator[Hit]:
    """A sentence of the translation has no counterpart in the source.

    A caption, a teaser or a line of the scraper’s page that got into the text, or a sentence that the machine made up.
    A sentence that was cut in two is not added. What another rule removes (residue, a repeated headline) is left to it.
    """
    bitext = view.bitext
    if bitext is None or not bitext.complete:
        return
    taken = [hit.span for rule in load() if rule.name in _ELSEWHERE for hit in rule.check(view)]
    for passage in added(bitext, view.text):
        if not any(passage.target.touches(span) for span in taken):
            yield Hit(passage.target, "the source has no such sentence", (), round(passage.score, 2))

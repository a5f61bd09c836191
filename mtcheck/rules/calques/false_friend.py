"""Words that look like the source language's and mean something else."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "false-friend",
    safety=SUGGEST,
    bad=[
        "“We [[assume->stand by]] these decisions,” he said.",
        "She [[assumed->stood by]] her political choices until the end.",
    ],
    good=[
        "He assumed the role of captain in May.",
        "The midfield played in a diamond formation.",
    ],
)
def false_friend(view: View) -> Iterator[Hit]:
    """A word was translated by its look-alike or by its first dictionary sense.

    « Assumer une décision » is to stand by it, not to assume it; « la formation écologiste » is a party;
    « sanctionner le gouvernement » is to punish it. A translator without context takes the word that looks
    the same. Each entry names the frame in which the English word cannot mean what it says, and offers what
    the source word means there. The same words in their ordinary uses (assume a role, a football formation,
    sanction a country) are left alone; so is every use that the sentence does not settle.
    """
    yield from hits(view, "false-friend")

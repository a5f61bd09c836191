from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits


@rule(
    "quote-wrong-direction",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“It is not our fault[[“->”]], he said.",
        "The tower stays. [[”The->“The]] offer was poor,” she said.",
        "The roof will hold.[[”Before-> “Before]] winter, I hope[[“->”]], he adds.",
        "“That is village life[[ “declared->”, declared]] the baker. “It is”, he said.",
    ],
    good=["“It is not our fault”, he said.", "She said “no”. “Never”, he said."],
)
def quote_wrong_direction(view: View) -> Iterator[Hit]:
    """A “ that closes or a ” that opens.

    « and » were translated in pieces and curled by a program that saw only one side. Which way a mark
    must turn follows from the marks before and after it in the paragraph, not from its neighbours alone:
    .”Not enough and .”Of course look the same. Most frequent of all real quotation glitches.
    """
    yield from quote_hits(view, "quote-wrong-direction", "the quotation mark points the wrong way")

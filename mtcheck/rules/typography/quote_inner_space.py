from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits


@rule(
    "quote-inner-space",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "He spoke of “[[ ->]]serious faults[[ ->]]” in the file.",
        "His answer: “[[ ->]]Never.[[ ->]]”",
        "“It was my last harvest,[[ ”she->” she]] concludes.",
    ],
    good=["He spoke of “serious faults” in the file.", 'A 6" pipe and a 14" one.'],
)
def quote_inner_space(view: View) -> Iterator[Hit]:
    """A space inside a quotation mark.

    French writes « mot » with spaces inside; they stayed when the guillemets became English marks.
    """
    yield from quote_hits(view, "quote-inner-space", "there is a space on the inside of the quotation mark")

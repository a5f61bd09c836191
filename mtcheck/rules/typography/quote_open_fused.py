from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits


@rule(
    "quote-open-fused",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "They promised [[to“intensify->to “intensify]] contacts”.",
        "The site has closed[[.“We->. “We]] had no choice,” she explains.",
        'The senator called it [[a"laboratory->a "laboratory]] of ideas" on Tuesday.',
    ],
    good=["They promised to “intensify contacts”.", "The plan (“a joke”) failed.", "It was a non-“starter” for all."],
)
def quote_open_fused(view: View) -> Iterator[Hit]:
    """An opening quotation mark touches the word before it.

    The space went with the French « . An opening mark may touch a bracket, a dash or another mark.
    """
    yield from quote_hits(view, "quote-open-fused", "the opening quotation mark is fused to the word before it")

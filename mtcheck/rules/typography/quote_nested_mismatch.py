from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits


@rule(
    "quote-nested-mismatch",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“I told them ‘stop, that is enough[['”->’”]], she said.",
        "“Our town must not be a place where [[“everyone->‘everyone]] passes[[”,->’,]]” says the councillor.",
        "“My coach said: [[“Run->‘Run]] your own race’”, she recalls.",
    ],
    good=["“I told them ‘stop, that is enough’”, she said.", "‘He shouted “Fire!” and ran,’ the usher said."],
)
def quote_nested_mismatch(view: View) -> Iterator[Hit]:
    """A quotation inside another that is marked with the outer glyph, or closed with the wrong one.

    French nests « … “ … ” … »; with the outer marks changed, the inner ones must change too.
    """
    for hit in quote_hits(view, "quote-nested-mismatch", "the marks of a quotation inside a quotation do not match"):
        inner_double = hit.span.of(view.text).strip()[:1] in "“”"
        yield Hit(hit.span, hit.message, hit.repairs, 0.8, SUGGEST) if inner_double else hit

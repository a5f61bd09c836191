from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.nearby import before
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits
from mtcheck.text import Span


@rule(
    "quote-nested-mismatch",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“I told them ‘stop, that is enough[['”->’”]], she said.",
        "“Our town must not be a place where [[“everyone->‘everyone]] passes[[”,->’,]]” says the councillor.",
        "“My coach said: [[“Run->‘Run]] your own race’”, she recalls.",
        "“She said: ‘It’s not my problem[[”’->’”]], the tenant says.",
    ],
    good=[
        "He said: “The word ‘dog’” and left.",
        "“I told them ‘stop, that is enough’”, she said.",
        "‘He shouted “Fire!” and ran,’ the usher said.",
    ],
)
def quote_nested_mismatch(view: View) -> Iterator[Hit]:
    """A quotation inside another that is marked with the outer glyph, or closed with the wrong one.

    French nests « … “ … ” … »; with the outer marks changed, the inner ones must change too.
    """
    for found in rx(r"“[^“”\n]*[ :,—]‘(?:[^‘’“”\n]|(?<=\w)’(?=\w))+(”’)(?!\w)").finditer(view.text):
        yield Hit(Span(*found.span(1)), "the two closing marks stand in the wrong order", ("’”",), 0.95)
    shut = {r.mark.at: r for r in view.quotations.roles if r.role == "open" and r.depth and r.mark.double}
    for hit in quote_hits(view, "quote-nested-mismatch", "the marks of a quotation inside a quotation do not match"):
        inner_double = hit.span.of(view.text).strip()[:1] in "“”"
        opener = shut.get(hit.span.start)
        if opener is not None and opener.partner >= 0 and not view.quotations.roles[opener.partner].mark.double:
            inner_double = rx(r": $").search(before(view.text, opener.mark.at, 2)) is None  # said: “Run your own race’”
        yield Hit(hit.span, hit.message, hit.repairs, 0.8, SUGGEST) if inner_double else hit

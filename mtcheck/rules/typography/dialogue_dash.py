from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span


@rule(
    "dialogue-dash",
    safety=SUGGEST,
    languages=("es", "it", "pt"),
    triggers=("—", "–", "- "),
    bad=[
        Example("[[—I will never forget it —said->“I will never forget it,” said]] the widow.", "es"),
        Example("[[— Who broke the lock? — asked->“Who broke the lock?” asked]] the keeper.", "pt"),
        Example("[[—We are ready —said the mayor—. Nobody will be left behind.->“We are ready,” said the mayor."
                " “Nobody will"
                " be left behind.”]]", "es"),
        Example("[[– It was a mistake – admitted->“It was a mistake,” admitted]] the coach.", "it"),
    ],
    good=[
        Example("The mayor —said to be ill— stayed at home.", "es"),
        Example("— the list of the drowned\n— the list of the saved", "es"),
        Example("The plan – said to be secret – was printed.", "it"),
        "—I will never forget it —said the widow.",
    ],
)  # fmt: skip
def dialogue_dash(view: View) -> Iterator[Hit]:
    """Speech between dashes, as Spanish, Portuguese and Italian set it: —I will never forget it —said the widow.

    Only at the beginning of a paragraph and with a verb of saying after the second dash.
    """
    text = view.text
    opening, closing = ("“", "”") if view.style.curly else ('"', '"')
    pattern = (
        r"(?:(?<=\n)|(?<![\s\S]))([—–]|- ) ?([A-Z¿¡“][^\n—–]{2,300}?)([.,!?…]?) ?[—–-] ?([a-z]+)"
        r"(?:([^\n—–.]{3,80})(?: ?[—–]\.|\. ?[—–]) ?([A-Z][^\n—–]{1,400}))?"
    )
    for found in rx(pattern).finditer(text):
        mark, said, end, verb, who, more = found.groups()
        if verb not in REPORTING_FINITE or (mark == "- " and "- " not in text[found.end(2) : found.end(4)]):
            continue
        if not rx(r" (?:the|a|an|his|her|its|their|he|she|[A-Z])").match(text, found.end(4)):
            continue
        end = end if end in ("!", "?", "…") else ","
        new = f"{opening}{said}{end}{closing} {verb}"
        if more:
            new += f"{who}. {opening}{more}{closing}"
        yield Hit(Span(*found.span()), "English sets speech between quotation marks", (new,), 0.82)

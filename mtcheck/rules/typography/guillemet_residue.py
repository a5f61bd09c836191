from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import quote_hits
from mtcheck.text import Span


@rule(
    "guillemet-residue",
    safety=SAFE,
    triggers=("«", "»", "„", "<<", "‹"),
    bad=[
        "[[« A->“A]] third of the vines are lost[[ »->”]], says the cooperative.",
        "“The money never arrived[[ »he->”, he]] said. “Never”, he said.",
        "The captain was clear: [[«We->“We]] played badly[[»->”]].",
        "The mayor said: [[„No->“No]] comment.”",
    ],
    good=["“A third of the vines are lost”, says the cooperative."],
)
def guillemet_residue(view: View) -> Iterator[Hit]:
    """French, Italian, Spanish or German quotation marks left in the English.

    « », »«, and „ become “ ”, or straight marks in a document that writes straight ones.
    """
    yield from quote_hits(view, "guillemet-residue", "a foreign quotation mark was left")
    opening, closing = ("“", "”") if view.style.curly else ('"', '"')
    for found in rx(r"‹‹\s?([^‹›\n]{2,300}?)\s?››").finditer(view.text):
        yield Hit(Span(*found.span()), "a foreign quotation mark was left", (opening + found.group(1) + closing,), 0.95)
    for found in rx(r"<<\s?([^<>\n]{2,300}?)\s?>>").finditer(view.text):
        yield Hit(Span(*found.span()), "a foreign quotation mark was left", (opening + found.group(1) + closing,), 0.93)

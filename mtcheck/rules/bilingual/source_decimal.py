"""Decimal commas that the source shows to be decimal."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_NUMBER = r"(?<![\w.,-])(\d{1,3}),(\d{1,2}|\d{4,}|(?<=\b0,)\d{3})(?![\w-]|[.,]\d)"


@rule(
    "source-decimal",
    safety=SUGGEST,
    bad=[
        Example("The flow has fallen to [[0,3->0.3]] cubic metres.", "fr", "Le débit est tombé à 0,3 mètre cube."),
        Example("It weighs [[0,250->0.250]] kilograms.", "fr", "Il pèse 0,250 kilogramme."),
        Example("The index fell to [[98,4->98.4]].", "de", "Der Index fiel auf 98,4."),
    ],
    good=[
        Example("It weighs 1,250 kilograms.", "fr", "Il pèse 1 250 kilogrammes."),
        Example("The flow has fallen to 0.3 cubic metres.", "fr", "Le débit est tombé à 0,3 mètre cube."),
        Example("It has 1,250 inhabitants.", "fr", "Elle compte 1,250 habitants."),
    ],
)
def source_decimal(view: View) -> Iterator[Hit]:
    """A number that both texts write alike, with the comma that is decimal in the source’s language.

    Three digits behind it are left alone: translated news has English thousands in French too.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for found in rx(_NUMBER).finditer(view.text):
        passage = bitext.trusted_at(found.start(), _TRUST)
        if passage is None:
            continue
        there = rx(rf"(?<![\w.,-]){found.group()}(?![\w-]|[.,]\d)").search(
            bitext.source, passage.source.start, passage.source.end
        )
        if there:
            new = f"{found.group(1)}.{found.group(2)}"
            evidence = Evidence(Span(*there.span()), there.group())
            yield Hit(Span(*found.span()), "the source has a decimal comma here", (new,), 0.97, evidence=evidence)

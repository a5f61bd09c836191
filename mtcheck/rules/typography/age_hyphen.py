from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)"
)


@rule(
    "age-hyphen",
    safety=SAFE,
    triggers=("ear",),
    bad=[
        "The [[40-years-old->40-year-old]] driver was unhurt.",
        "A [[40 years old->40-year-old]] man was arrested.",
        "The [[34-Year-old->34-year-old]] was taken to hospital.",
        "Two [[12-years-olds->12-year-olds]] found the goat.",
        "The [[ten-years-old->ten-year-old]] bridge was closed.",
    ],
    good=[
        "The man is 40 years old and a driver. A wine 40 years old was opened.",
        "The 40-year-old driver was unhurt.",
        "Meet The 12-Year-Old Who Won Every Race In The Valley",
        "He died a 40 years old.",
    ],
)
def age_hyphen(view: View) -> Iterator[Hit]:
    """An age before its noun, with a plural, without hyphens or with a capital: a 40-years-old driver.

    Many languages have a plural there (« 40 ans », « 40 Jahre », « 40 años »); English has none in front of a noun.
    """
    text = view.text
    message = "an age before a noun is written 40-year-old"
    for found in rx(rf"\b({_NUMBER})[- ]years?[- ]old(s?)\b").finditer(text):
        number, plural = found.groups()
        new = f"{number}-year-old{plural}"
        if found.group() == new:
            continue
        before = rx(r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Aa]nother) $").search(
            text[max(found.start() - 9, 0) : found.start()]
        )
        noun = rx(r" ([a-z]+)\b").match(text, found.end())
        if found.group().count("-") == 2:
            modifies = bool(before or plural or (noun and classes(noun.group(1))[:1] == "N"))
            choices = (new,) if modifies else (f"{number} years old", new)
            yield Hit(Span(*found.span()), message, choices, 0.96, SAFE if modifies else SUGGEST)
            continue
        if before and noun and classes(noun.group(1))[:1] == "N":
            yield Hit(Span(*found.span()), message, (new,), 0.93, SUGGEST)
    for found in rx(rf"(?<=[a-z] )({_NUMBER})-Year-[Oo]ld\b(?! [A-Z])|\b(?:The|A) (\d{{1,3}})-Year-old\b").finditer(
        text
    ):
        number = found.group(1) or found.group(2)
        start = found.start(1) if found.group(1) else found.start(2)
        yield Hit(Span(start, found.end()), message, (f"{number}-year-old",), 0.9, SUGGEST)

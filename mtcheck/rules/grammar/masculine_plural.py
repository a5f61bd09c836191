from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_BOTH = {
    "sons": "children", "brothers": "siblings", "fathers": "parents", "boys": "children", "uncles": "uncle and aunt",
    "grandfathers": "grandparents", "nephews": "nephew and niece", "kings": "king and queen",
    "husbands": "husband and wife", "grandsons": "grandchildren", "godfathers": "godparents",
}  # fmt: skip
"""What a masculine plural that stands for both sexes is in English."""
_NAME = r"[A-ZÀ-Þ][\w’-]+"
_WORDS = "|".join(_BOTH)


@rule(
    "masculine-plural",
    safety=SUGGEST,
    languages=("es", "it", "pt"),
    bad=[
        Example("Their [[sons->children]], Marta and Paolo, study in Pisa.", "it"),
        Example("The two [[sons->children]] of the couple, Ana and Luis, went with them.", "es"),
        Example("She lives with her [[brothers->siblings]], Pedro and Marta.", "pt"),
        Example("The [[fathers->parents]] of the girl waited outside.", "es"),
        Example("She had two [[sons->children]], a boy and a girl.", "it"),
        Example("He leaves three [[brothers->siblings]]: Ana, Luis and Pablo.", "es"),
    ],
    good=[
        Example("Their sons, Marco and Piero, study in Pisa. The fathers of the constitution met.", "it"),
        Example("The brothers Grimm and the sons of Ana met Luis and Marta.", "es"),
        "Their sons, Marta and Piero, study in Pisa.",
    ],
)
def masculine_plural(view: View) -> Iterator[Hit]:
    """sons, brothers or fathers for people of both sexes: Their sons, Marta and Piero.

    Spanish, Italian and Portuguese have one plural for both (hijos, fratelli, pais). The names that follow, or a boy
    and a girl, show it; so do the fathers of one child.
    """
    text = view.text
    pattern = rf"\b({_WORDS})((?: of [a-z]+ [a-z]+)?[,:] )({_NAME}(?:, {_NAME}){{0,3}}) and ({_NAME})"
    for found in rx(pattern).finditer(text):
        names = [*rx(r"[^\s,]+").findall(found.group(3)), found.group(4)]
        if {"m", "f"} <= {gender_of_first_name(name.lower()) for name in names}:
            yield _hit(found.start(1), found.group(1))
    for found in rx(
        rf"\b({_WORDS}), (?:a|one) (?:boy|girl|son|daughter) and (?:a|one) (?:boy|girl|son|daughter)\b"
    ).finditer(text):
        if "girl" in found.group() or "daughter" in found.group():
            yield _hit(found.start(1), found.group(1))
    for found in rx(
        r"\b[Tt]he (fathers) of the (?:girl|boy|child|baby|pupil|student|victim|minor|teenager|youngster)\b"
    ).finditer(text):
        yield _hit(found.start(1), "fathers")


def _hit(start: int, word: str) -> Hit:
    return Hit(Span(start, start + len(word)), f"“{word}” stands for both sexes there", (_BOTH[word],), 0.85)

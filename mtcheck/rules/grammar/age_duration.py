from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = (
    rf"(?:\d{{1,3}}|(?:{_TENS})(?:-(?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen)"
)
_PARTNERS = frozenset("wife husband friend partner companion colleague girlfriend boyfriend".split())


@rule(
    "age-duration",
    safety=SUGGEST,
    triggers=("year", "born", "aged"),
    bad=[
        "A [[man of 34 years->34-year-old man]] was arrested.",
        "In the lake [[a boy of eight years->an eight-year-old boy]] drowned.",
        "The young [[woman of 22 years old->22-year-old woman]] is recovering.",
        "The driver, aged [[of 34 years->34]], was unhurt; the cyclist, [[45 years->45]], died.",
        "The swimmer [[has 22 years->is 22]] and trains in Metz.",
        "She [[has 12 years->is 12]]. He [[has 34 years old->is 34]], and his sister is older.",
        "He [[is->was]] born in Lyon in 1954.",
    ],
    good=[
        "She has 34 years of service. The lease has 22 years. His wife of ten years left. A career of 34 years ended.",
        "A man of 34 was arrested. The driver, aged 34, was unhurt. Cheese aged 12 months is dear.",
        "He is born to rule, and a star is born. She was sentenced to five years, two years, then one.",
    ],
)
def age_duration(view: View) -> Iterator[Hit]:
    """An age or a birth as the source language has it: a man of 34 years, is born in 1954.

    Romance languages have an age; English is so many years old.
    """
    text = view.text
    if "year" in text:
        yield from _ages(text)
    for found in rx(
        r"\b(is|are) born(?= (?:(?:in|at|near|on|into) [^.,;:!?\n]{1,40}? )?"
        r"(?:in|on) [^.,;:!?\n]{0,20}?\b(?:1[5-9]|20)\d\d\b)"
    ).finditer(text):
        put = "was" if found.group(1) == "is" else "were"
        yield Hit(Span(*found.span(1)), "a birth is past", (put,), 0.8)


def _ages(text: str) -> Iterator[Hit]:
    message = "English says an age otherwise"
    for found in rx(rf"\b(?:([Aa]n?) )?([a-z]{{3,}}) of ({_NUMBER}) years(?: old| of age)?\b(?![’'-])").finditer(text):
        article, person, number = found.groups()
        if (
            gender_of_noun(person) is None
            or person in _PARTNERS
            or rx(r" (?:of|in|experience|standing|service|later|ago|before|after|marriage)\b").match(text, found.end())
        ):
            continue
        start = found.start(2)
        put = f"{number}-year-old {person}"
        if article:
            right = "an" if rx(r"8|11$|18$|eight|eleven").match(number) else "a"
            if article.lower() != right:
                start, put = found.start(), f"{article[0]}{right[1:]} {put}"
        yield Hit(Span(start, found.end()), message, (put, f"{text[start : found.end(2)]} aged {number}"), 0.8)
    for found in rx(
        rf"\baged (of (?:{_NUMBER}) years(?: old)?|of (?={_NUMBER})"
        rf"|{_NUMBER} years(?: old)?(?=[,.]| was| is| has| and (?!over|above|older|under|up)))"
    ).finditer(text):
        number = rx(_NUMBER).search(found.group(1))
        yield Hit(Span(*found.span(1)), message, (number.group() if number else "",), 0.8)
    for found in rx(rf"(?<=[a-z], )({_NUMBER}) years(?=, [a-z])").finditer(text):
        before = rx(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) (?:[a-z-]+ )?([a-z]+), $").search(
            text[max(found.start() - 40, 0) : found.start()]
        )
        if before and gender_of_noun(before.group(1)) is not None:
            yield Hit(Span(*found.span()), message, (found.group(1),), 0.75)
    for found in rx(
        r"\b(?:[Hh]e|[Ss]he|who|(?P<noun>(?<=[Tt]he )[a-z]{3,})) (?P<verb>has|had)"
        rf" ({_NUMBER}) years(?: old)?(?=[.,;!?”\"]| and | but |$)"
    ).finditer(text):
        if found.group("noun") and gender_of_noun(found.group("noun")) is None:
            continue
        old = found.group().endswith("old")
        if old or len(found.group(3)) > 5 or not found.group(3).isdigit() or int(found.group(3)) > 9:
            put = f"{'is' if found.group('verb') == 'has' else 'was'} {found.group(3)}"
            end, own = (
                found.end(),
                rx(rf" and (?=(?:an?|no|{_NUMBER}|several|many|some) [a-z])").match(text, found.end()),
            )
            if own:  # elle a 42 ans et deux enfants
                end, put = own.end(), f"{put} and {found.group('verb')} "
            yield Hit(Span(found.start("verb"), end), message, (put,), 0.75 if old else 0.6)

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import WEEKDAYS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_DAY = "|".join(WEEKDAYS)


@rule(
    "noun-again",
    safety=SUGGEST,
    bad=[
        "The pianist cancelled the recital[[, the recital->]] in Bologna[[,->]] because of a cold.",
        "The jury visited the gardens[[, the gardens->]] of Villandry and left.",
        "He had been[[ be->]] arrested. The fire broke out at 3 a.m.[[ around 3 a.m.->]] in the attic.",
        "The mill burnt on Monday evening[[ on Monday->]]. It was sold on Friday[[ on Friday->]] to a brewer.",
        "The museum[[, the museum->]] in Albi will close in May.",
    ],
    good=[
        "It was the match, the match of the year, because he won. He loves the sea, the sea in Brittany above all.",
        "On Monday evening, on Monday of all days, it burnt.",
    ],
)
def noun_again(view: View) -> Iterator[Hit]:
    """A noun that is said again before what belongs to it: the recital, the recital in Bologna, because.

    A cut and joined sentence repeats where it was cut. Repeated before a name or at the head of a sentence it says no
    more; in a writer's emphasis (the match, the match of the year) something else follows.
    """
    text = view.text
    own = "an?|its|his|her|their"
    again = rf"\b(?:[Tt]he|{own}) ([a-z]{{4,}})(, (?:the|{own}) \1(?= (?:in|of|at|from) [A-ZÀ-Þ]))"
    for found in matches(again, text, (", the ", ", a ", ", an ", ", its ", ", his ", ", her ", ", their ")):
        if "N" not in classes(found.group(1)):
            continue
        behind = rx(r" (?:in|of|at|from) [A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*(,)? ?([a-z]*)").match(text, found.end())
        if behind is None or behind.group(2) in ("above", "especially", "notably", "included", "too"):
            continue
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.8)
        if behind.group(1) and behind.group(2) in ("because", "after", "before", "when", "in", "on", "due", "for"):
            yield Hit(Span(*behind.span(1)), f"“{found.group(1)}” stands twice", ("",), 0.8)
    for found in matches(r"\b(?:has|have|had) been( be)(?= [a-z]+ed\b)", text, ("been be ",)):
        yield Hit(Span(*found.span(1)), "“be” stands twice", ("",), 0.9)
    hour = r"\bat (\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight|dawn)( (?:around|at|about) \1)(?!\w)"
    for found in matches(hour, text, (" around ", " at ", " about ")):
        yield Hit(Span(*found.span(2)), "the hour stands twice", ("",), 0.85)
    day = rf"\b[Oo]n ({_DAY})(?: (?:morning|evening|afternoon|night))?( on \1)(?! (?:morning|evening|night|\d))\b"
    for found in matches(day, text, WEEKDAYS):
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.9)

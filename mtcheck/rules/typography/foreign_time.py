from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.clock import us_time
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.rules.typography import NOT_FRENCH
from mtcheck.text import Span

_HOUR = r"Uhr|uhr|uur|Uur|ore|horas|hours"
_CLOCK = (
    r"(?:at|around|about|by|from|until|till|before|after|since|between|towards?|to|and|At|Around|From|Until|Since|By"
    r"|on|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|morning|afternoon|evening|night|,)"
)
_AT = r"(?:at|At|by|By|until|Until|till|around|Around|from|From|at about|at around|before|Before)"
_DURATION = r" (?:of|long|later|earlier|ago|a day|a week|per|straight|in a row|drive|away|without|before|after)\b"
_HALVES = "one two three four five six seven eight nine ten eleven twelve".split()
_PARTS = {
    "morning": "in the morning", "mornings": "in the mornings", "afternoon": "in the afternoon",
    "afternoons": "in the afternoons", "evening": "in the evening", "evenings": "in the evenings", "night": "at night",
    "nights": "at night", "morgens": "in the morning", "ochtends": "in the morning", "middags": "in the afternoon",
    "avonds": "in the evening", "nachts": "at night", "summers": "in summer", "winters": "in winter",
}  # fmt: skip
"""What Dutch says with ’s (’s avonds), half translated or not at all."""


@rule(
    "foreign-time",
    safety=SAFE,
    languages=NOT_FRENCH,
    bad=[
        Example("The shops open at [[9 Uhr->9 a.m.]] and close at [[18.30 Uhr->6:30 p.m.]]", "de"),
        Example("The game begins at [[18 o’clock 30->6:30 p.m.]]", "de"),
        Example("It is open from [[9 to 18 Uhr->9 a.m. to 6 p.m.]]", "de"),
        Example("The fire broke out at [[20.00 uur->8 p.m.]]", "nl"),
        Example("The concert starts at [[20.30 hours->8:30 p.m.]]", "es"),
        Example("The concert starts at [[20 hours->8 p.m.]]", "es"),
        Example("The show starts at [[hours 21->9 p.m.]]", "it"),
        Example("The shop is open until [[the 18.30->6:30 p.m.]]", "it"),
        Example("The accident happened at [[half eight->half past seven]] in the morning.", "de"),
        Example("The council meets [[’s evenings->in the evenings]] in the town hall.", "nl"),
        Example("The siren sounded at [[18 o’clock->6 p.m.]] on Sunday.", "de"),
    ],
    good=[
        Example("After 20 hours the ship sank; the crew slept for 18.5 hours, and at 48 hours it was over.", "es"),
        Example("He works 20 hours a week. She was held for 12.30 hours of talks.", "nl"),
        Example("He took the 18.30 train at 9 o’clock. The Hague’s evenings are cold.", "nl"),
        Example("It was at half time, half past eight, and half of the crew slept.", "de"),
        Example("The mayor’s evenings are long.", "nl"),
        "He met her at half eight.",
    ],
)
def foreign_time(view: View) -> Iterator[Hit]:
    """A time of day in the manner of the source: 18 Uhr, at 20.30 hours, at hours 21, half eight, ’s evenings.

    Hours over 24 and durations (for 20 hours) are left alone. German and Dutch count the half hour towards the next
    hour: “halb acht” is half past seven, while an English “half eight” is half past eight.
    """
    language = view.source_language
    text = view.text
    spans = list(_spans(text))
    yield from spans
    for hit in _hours(text):
        if not any(other.span.start <= hit.span.start < other.span.end for other in spans):
            yield hit
    if language in ("es", "it", "pt"):
        yield from _with_article(text)
    else:
        yield from _halves(text)
    if language == "nl":
        pattern = rf"(?<=[^\W\d_] )[’'‘]s ({'|'.join(_PARTS)})\b"
        for found in matches(pattern, text, ("’s ", "'s ", "‘s ")):
            yield Hit(Span(*found.span()), "the time of day is said the Dutch way", (_PARTS[found.group(1)],), 0.94)


def _spans(text: str) -> Iterator[Hit]:
    """from 9 to 18 Uhr."""
    pattern = (
        rf"\b(?:from|between|From|Between) (\d{{1,2}})(?:[.:](\d\d))? (to|until|till|and) (\d{{1,2}})(?:[.:](\d\d))?"
        rf" (?:{_HOUR}|o[’']clock)\b"
    )
    for found in matches(pattern, text, ("Uhr", "uhr", "uur", "Uur", "ore", "horas", "hours", "clock")):
        first, last = int(found.group(1)), int(found.group(4))
        if first > 24 or last > 24 or (found.group().endswith("hours") and last < 13):
            continue
        first_half = us_time(".", 0, first, found.group(2))
        first_half += "." * first_half.endswith("m")
        new = f"{first_half} {found.group(3)} {us_time(text, found.end(), last, found.group(5))}"
        yield Hit(Span(found.start(1), found.end()), "the time is written the foreign way", (new,), 0.96)


def _hours(text: str) -> Iterator[Hit]:
    """18.30 Uhr, 20.00 uur, at 20.30 hours, at 20 hours, at hours 21, 18 o’clock 30."""
    pattern = (
        rf"(?<![\d.:,–-])\b(?:({_CLOCK}) )?(the )?(\d{{1,2}})(?:[.:](\d\d))?"
        rf" ?(?:({_HOUR})|(o[’']clock))(?: (\d\d))?(?![\w-])"
    )
    for found in matches(pattern, text, ("Uhr", "uhr", "uur", "Uur", " ore", "horas", "hours", "clock")):
        lead, article, digits, minute, said, oclock, late = found.groups()
        hour = int(digits)
        minute = minute or late
        if hour > 24 or (minute and int(minute) > 59):
            continue
        if oclock and hour < 13 and not minute:
            continue
        if said in ("hours", "horas", "ore") and not _of_day(text, found.end(), lead, hour, minute):
            continue
        start = found.start(2) if article else found.start(3)
        yield Hit(
            Span(start, found.end()),
            "the time is written the foreign way",
            (us_time(text, found.end(), hour, minute),),
            0.95,
        )
    for found in matches(
        rf"\b{_AT} (?:the )?(?:hours|ore|clock|Uhr) (\d{{1,2}})(?:[.:](\d\d))?(?![\w.,]*\d|%)",
        text,
        ("hours", "ore", "clock", "Uhr"),
    ):
        hour, minute = int(found.group(1)), found.group(2)
        if hour <= 24 and int(minute or 0) < 60:
            start = found.start() + len(found.group().split(" ")[0]) + 1
            start = rx(r"(?:(?:about|around|the) )*").match(text, start).end()  # type: ignore[union-attr]
            new = us_time(text, found.end(), hour, minute)
            yield Hit(Span(start, found.end()), "the time is written the foreign way", (new,), 0.95)


def _of_day(text: str, end: int, lead: str | None, hour: int, minute: str | None) -> bool:
    """Whether `20 hours` is a time: at 20.30 hours; not: after 20 hours, for 20 hours."""
    if lead is None or lead in (",", "to", "and") or rx(_DURATION).match(text, end):
        return False
    if minute:
        return len(minute) == 2 and (int(minute) % 5 == 0 or hour > 12)
    return rx(r"[Aa]t").fullmatch(lead) is not None and 7 <= hour <= 24


def _with_article(text: str) -> Iterator[Hit]:
    """until the 18.30 -> until 6:30 p.m."""
    pattern = rf"\b{_AT} (the (\d{{1,2}})[.:](\d\d))(?! ?%)(?=[.,;:)]|$| (?:on|in|of|and|to|this|the|a|when|with|for) )"
    for found in matches(pattern, text, ("the ",)):
        hour, minute = int(found.group(2)), found.group(3)
        if hour < 25 and int(minute) < 60:
            new = us_time(text, found.end(), hour, minute)
            yield Hit(Span(*found.span(1)), "a time has no article in English", (new,), 0.9, SUGGEST)


def _halves(text: str) -> Iterator[Hit]:
    """at half eight -> at half past seven."""
    pattern = (
        rf"\b(?:(?:at|about|around|by|until|since|before|after|towards|to|At|About|Around|Until|Since) (half )|(Half )"
        rf")({'|'.join(_HALVES)}|1[0-2]|[1-9])(?=[.,;:)]|$"
        r"| (?:in|on|at|o[’']clock|the|a|to|this|and|when|Monday|Sunday) ?)"
    )
    for found in matches(pattern, text, ("half ", "Half ")):
        said = found.group(3)
        place = _HALVES.index(said) if said in _HALVES else int(said) - 1
        before = _HALVES[place - 1]
        start = found.start(1) if found.group(1) else found.start(2)
        half = "half past" if found.group(1) else "At half past"
        new = f"{half} {before}"
        choices = (new, f"{half} {said}")
        yield Hit(
            Span(start, found.end(3)), f"“half {said}” is half an hour before {said} there", choices, 0.8, SUGGEST
        )

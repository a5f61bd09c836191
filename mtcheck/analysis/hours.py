"""hours with an h (10h30, 17h, 2h30) -> the time of day, or the length of time, that English writes.

French writes both alike. What stands before and behind tells: `at 14h` is 2 p.m., `lasts 14h` is 14 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.clock import us_time
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import before
from mtcheck.analysis.regex import rx
from mtcheck.finding import Hit, Safety
from mtcheck.lang import hours
from mtcheck.lang.en import WEEKDAYS
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

GAP = "[ \u00a0\u202f\u2009]"
_LONG = "the duration is written the French way"
_WORDS = "no one two three four five six seven eight nine".split()


def hours_of(text: str) -> Iterator[Hit]:
    """10h30, 17h, 20 h 30; from Spanish and others 22.00 h."""
    clock = rf"(?<![\w:.,])(\d{{1,2}}){GAP}?[hH](?:{GAP}?(\d{{2}}))?(?:(?![\w])|(?=m(?:in|n)?(?![a-z])))(?!\.\w)"
    for found in rx(clock).near(rf"\d{GAP}?[hH](?:{GAP}?\d\d)?", text):
        hour, minute = int(found.group(1)), found.group(2)
        if minute and int(minute) > 59:
            continue
        if seconds := rx(r"(?:[’'′] ?|(?: ?min(?:utes)?|mn|m) ?)(\d\d)(?:’’|''|[”\"″]| ?s(?:ec(?:onds)?)?\b)?").match(
            text, found.end()
        ):
            french = seconds.group().lstrip()[:1] in "’'′" or "mn" in seconds.group()  # 2 h 12 min 31 s is English
            if french and minute and hour < 24 and int(seconds.group(1)) < 60:
                new = f"{hour}:{minute}:{seconds.group(1)}"
                sure = Safety.SAFE if seconds.group()[0] in "’'′" else Safety.SUGGEST
                yield Hit(Span(found.start(), seconds.end()), _LONG, (new,), 0.95, sure)
            continue
        if rx(rf"{GAP}?(?:\d{{1,2}}{GAP}?)?(?:m|min|mn|s|sec)\b").match(text, found.end()):
            continue  # 2h 05min
        before = rx(r"([\w°]+)[ \u00a0]$").search(text[max(found.start() - 12, 0) : found.start()])
        word = before.group(1) if before else ""
        if not word and rx(rf"(?:{'|'.join(WEEKDAYS)}), $").search(text, max(found.start() - 11, 0), found.start()):
            word = "at"
        lasting = rx(r" (?:of|long)\b|-long").match(text, found.end()) is not None  # `after 2h30 of play`
        timed = rx(rf"(?:{hours.BEFORE_TIME})$").match(word) is not None and not (lasting and word == "after")
        if (
            not minute
            and rx(r"[Tt]he $").search(text[max(found.start() - 4, 0) : found.start()])
            and (served := rx(r" ([a-z]+)\b").match(text, found.end()))
            and (served.group(1) in hours.SERVICES or (hour > 6 and served.group(1) not in hours.LASTING and hour < 24))
            and hour < 25
            and "N" in classes(served.group(1))
        ):
            yield Hit(
                Span(*found.span()),
                "the time is written the French way",
                (us_time(text, found.end(), hour, None),),
                0.8,
                Safety.SUGGEST,
            )
            continue
        if length := _length(text, found, hour, minute):
            yield length
            continue
        if hour > 24:
            continue
        if word in ("the", "The") and hour in (13, 20) and rx(r" (?:of|on) (?:the\b|[A-Z])").match(text, found.end()):
            new = f"{us_time(text, found.end(), hour, None)} news"
            yield Hit(Span(*found.span()), "the news is named after its hour", (new,), 0.8, Safety.SUGGEST)
            continue
        timed = timed or (
            rx(r"\b[Ii]t (?:is|was)(?: already| only| nearly| past)? $").search(
                text, max(found.start() - 20, 0), found.start()
            )
            is not None
        )
        if word == "for" and hour < 24 and (not minute or hour > 4) and _planned(text, found.start()):
            new = us_time(text, found.end(), hour, minute)
            sure = Safety.SAFE if minute and hour > 9 else Safety.SUGGEST
            yield Hit(Span(*found.span()), "the time is written the French way", (new,), 0.9, sure)
            continue
        if not minute and (hour >= 24 or not timed or lasting):
            continue
        if minute and not timed and word in ("in", "of", "for", "lasted", "lasts", "lasting", "after", "a", "than"):
            if word in ("in", "for", "lasted", "lasts", "lasting"):
                sure = Safety.SAFE if word == "in" and hour < 10 else Safety.SUGGEST
                yield Hit(Span(*found.span()), _LONG, (_spoken(hour, minute),), 0.93, sure)
            continue
        if minute and ((hour < 5 and not timed) or lasting):
            continue
        part = rx(r" in the (morning|afternoon|evening)\b").match(text, found.end())
        end = part.end() if part else found.end()
        new = us_time(text, end, hour + 12 * (part is not None and part.group(1) != "morning" and hour < 12), minute)
        yield Hit(Span(found.start(), end), "the time is written the French way", (new,), 0.95)
    dotted = r"(?<![\w:.,])(\d{1,2})[.:](\d{2}) ?h\b(\.)?"
    for found in rx(dotted).near(r"\d ?h\b", text):
        hour, minute = int(found.group(1)), found.group(2)
        if hour < 24 and int(minute) < 60:
            new = us_time(text, found.end(), hour, minute)
            yield Hit(Span(*found.span()), "the time is written the foreign way", (new,), 0.95)


def _spoken(hour: int, minute: str | None) -> str:
    """2 hours 30 minutes; three hours; 14 hours."""
    if minute and int(minute):
        return f"{hour} hour{'s' * (hour != 1)} {int(minute)} minute{'s' * (int(minute) != 1)}"
    return f"{_counted(hour)} hour{'s' * (hour != 1)}"


def _counted(hour: int) -> str:
    return _WORDS[hour] if hour < 10 else str(hour)


def _length(text: str, found: re.Match[str], hour: int, minute: str | None) -> Hit | None:
    """How long something lasts: lasts 14h, took her 3h, a 6h wait, 3h of debate, was 2h long."""
    ahead = before(text, found.start(), 60)
    if rx(r"[\d-] ?$").search(ahead) or not hour:
        return None
    if not minute and (hit := _before_noun(text, found, hour)):
        return hit
    span = Span(*found.span())
    of = rx(r" of (?!the\b|this\b|that\b|his\b|her\b|their\b|its\b)[a-z]+").match(text, found.end())
    long = rx(rf" (?:{hours.BEHIND_LENGTH})\b").match(text, found.end())
    amount = rx(rf"\b(?:{hours.AMOUNTS}) $").search(ahead)
    timed = rx(rf"\b(?:{hours.BEFORE_TIME}|the|The) $").search(ahead)
    being = rx(rf"\b(?:is|was|are|were) (?:(?:{hours.ROUGHLY}) )?$").search(ahead)
    lasts = rx(
        rf"\b(?:{hours.LASTS}) (?:(?:{hours.WHOM}) )?(?:(?:{hours.AMOUNTS}|{hours.ROUGHLY}) ){{0,2}}"
        rf"(?:(?:between|from) (?:\d{{1,2}}(?:h(?:\d\d)?)? (?:and|to) )?)?$"
    ).search(ahead)
    if lasts and lasts.group().lower() == "in " and minute and hour < 10:
        return None  # told below, for sure
    if lasts and lasts.group() == "during ":
        return _suggested(Span(span.start - 7, span.end), f"for {_spoken(hour, minute)}")
    if of and word_before(ahead) == "after" and minute and hour < 12:
        return _suggested(span, _spoken(hour, minute))
    if (
        (lasts and not _planned(text, found.start()))
        or (of and (amount or not timed))
        or (long and (being or not timed))
    ):
        return _suggested(span, _spoken(hour, minute))
    counted = amount and rx(r"(?:than|least|most|of) $").search(ahead)
    return _suggested(span, _spoken(hour, minute)) if counted and (minute or hour < 13) else None


def word_before(ahead: str) -> str:
    """The last word before a place, in lower case."""
    return ahead.split()[-1].lower() if ahead.strip() else ""


def _before_noun(text: str, found: re.Match[str], hour: int) -> Hit | None:
    """a 6h wait -> a six-hour wait; a 3h long debate -> a three-hour-long debate."""
    lead = rx(r"\b([Aa]n?|another|[Ee]very|[Ee]ach) $").search(before(text, found.start(), 20))
    noun = rx(r"[ -](long )?([a-z]+)\b").match(text, found.end())
    if lead is None or noun is None or not (noun.group(1) or noun.group(2) in hours.LASTING):
        return None
    new = f"{_counted(hour)}-hour{'-long' if noun.group(1) else ''}"
    end = noun.end(1) - 1 if noun.group(1) else found.end()
    article = lead.group(1)
    if article in ("a", "an", "A", "An"):
        right = article[0] + "n" * (hour in (8, 11, 18))
        return _suggested(Span(found.start() - len(article) - 1, end), f"{right} {new}")
    return _suggested(Span(found.start(), end), new)


def _suggested(span: Span, new: str) -> Hit:
    return Hit(span, _LONG, (new,), 0.9, Safety.SUGGEST)


def _planned(text: str, at: int) -> bool:
    """`planned for 18h`: a point in time."""
    return rx(rf"\b(?:{hours.PLANNED})(?: \w+)? for $").search(before(text, at, 50)) is not None

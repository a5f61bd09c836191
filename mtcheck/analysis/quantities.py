"""text -> the quantities in it, as values that can be compared across languages.

`1,5 million`, `un million et demi`, `80 000`, `soixante-dix` and `20 h 30` become 1500000, 1500000, 80000, 70 and the
time 20:30. Small words that are not only numbers (one, second; un, une) count for nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mtcheck.analysis.inflect import roman_value
from mtcheck.analysis.witness import folded
from mtcheck.lang.numbers import SCALES, WORDS
from mtcheck.text import Span

NUMBER, TIME = "number", "time"
_GAP = "[ \u00a0\u202f\u2009]"
_TIME = re.compile(
    rf"(?<![\d.,:])(?P<h>[01]?\d|2[0-4])(?:{_GAP}?(?:h|heures?|uhr|uur){_GAP}?(?P<m1>[0-5]\d)?\b"
    rf"|[:.h](?P<m2>[0-5]\d)(?:{_GAP}?(?P<half1>[ap])\.?m\b\.?|{_GAP}?(?:uhr|h\b|heures))"
    rf"|:(?P<m3>[0-5]\d)(?![\d:])|{_GAP}?(?P<half2>[ap])\.?m\b\.?)",
    re.IGNORECASE,
)
_DIGITS = re.compile(rf"(?<![\w.,])(?:\d{{1,3}}(?:(?:{_GAP}|[.,])\d{{3}}(?!\d))+|\d+)(?:[.,]\d+)?(?!\d)")
_ROMAN = re.compile(r"\b([IVX]{1,5})(?=(?:e|er|ème|th|st|nd|rd)?\b)")
_HALF = re.compile(rf"{_GAP}(?:et{_GAP}demie?|and{_GAP}a{_GAP}half|y{_GAP}medi[oa]|e{_GAP}mezz[oa]|e{_GAP}mei[oa])\b")
_PARTED = re.compile(rf"{_GAP}?(?:s|sec|m|euros?|€){_GAP}?(\d\d)(?!\w|[.,]\d)")
"""The unit between a number and its hundredths: 9 s 90, 1 m 82, 3 euros 50."""
_SCALE = re.compile(rf"{_GAP}?([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_JOIN = re.compile(rf"(?:{_GAP}|-|{_GAP}(?:and|et|y|e|und|en){_GAP}|-(?:et|and)-)\Z")


class Quantity(NamedTuple):
    """A number or a time of day (minutes since midnight, in 12 hours where no half is said)."""

    span: Span
    value: float
    kind: str
    digits: bool
    """Written in digits, at least in part."""


@lru_cache(maxsize=64)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, in order."""
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []
    for match in _TIME.finditer(text):
        minutes = match["m1"] or match["m2"] or match["m3"] or "0"
        hour, half = int(match["h"]), (match["half1"] or match["half2"] or "").lower()
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        taken.append(match.span())
        found.append(Quantity(Span(*match.span()), hour * 60 + int(minutes), TIME, True))
    found += _numbers(text, language, taken)
    return tuple(sorted(found))


def _numbers(text: str, language: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Digits with the scale behind them, Roman numerals, and runs of number words."""
    words, scales = WORDS.get(language, {}), SCALES.get(language, {})
    found: list[Quantity] = []
    for match in _DIGITS.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            end, value = _scaled(text, match.end(), _value(match.group(), language), scales)
            if language != "en" and match.group().isdigit() and (parted := _PARTED.match(text, end)):
                end, value = parted.end(), value + int(parted[1]) / 100
                taken.append((match.start(), end))
            found.append(Quantity(Span(match.start(), end), value, NUMBER, True))
    found += [
        Quantity(Span(*match.span()), roman_value(match[1]), NUMBER, False)
        for match in _ROMAN.finditer(text)
        if match[1] != "I"
    ]
    covered = [(quantity.span.start, quantity.span.end) for quantity in found] + taken
    spoken = [
        (*match.span(), word)
        for match in _WORD.finditer(text)
        if ((word := folded(match.group())) in words or word in scales)
        and not any(a < match.end() and match.start() < b for a, b in covered)
    ]
    at = 0
    while at < len(spoken):
        last = at
        while last + 1 < len(spoken) and _JOIN.fullmatch(text[spoken[last][1] : spoken[last + 1][0]]):
            last += 1
        value = _spoken([word for _, _, word in spoken[at : last + 1]], words, scales)
        end = spoken[last][1]
        if half := _HALF.match(text, end):
            end, value = half.end(), value + 0.5 * scales.get(spoken[last][2], 1)
        found.append(Quantity(Span(spoken[at][0], end), value, NUMBER, False))
        at = last + 1
    return found


def _scaled(text: str, end: int, value: float, scales: dict[str, float]) -> tuple[int, float]:
    """A number with the scale words directly behind it: `1,5 million`, `6 thousand million`, `3 millions et demi`."""
    factor = 1.0
    if text[end : end + 1] == "m" and not text[end + 1 : end + 2].isalnum() and "." in f"{value}".rstrip(".0"):
        return end + 1, value * 1e6  # £1.7m; `450m` may be metres
    while (match := _SCALE.match(text, end)) and folded(match[1]) in scales:
        factor *= scales[folded(match[1])]
        end = match.end()
    if factor > 1 and (half := _HALF.match(text, end)):
        return half.end(), (value + 0.5) * factor
    return end, value * factor


def _value(digits: str, language: str) -> float:
    """The value of a number in digits: both ways to write thousands and decimals are understood."""
    plain = re.sub(_GAP, "", digits)
    if language == "en":
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
            return float(plain.replace(",", ""))
        return (
            float(
                plain.replace(",", "."),
            )
            if plain.count(",") + plain.count(".") <= 1
            else _bare(plain)
        )
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        return float(plain.replace(".", "").replace(",", "."))
    return float(plain.replace(",", ".")) if plain.count(",") + plain.count(".") <= 1 else _bare(plain)


def _bare(plain: str) -> float:
    return float(re.sub(r"\D", "", plain))


def _spoken(run: list[str], words: dict[str, float], scales: dict[str, float]) -> float:
    """The value of a run of number words; a scale alone (`a million`, `cent`) counts once."""
    total, part = 0.0, 0.0
    for word in run:
        if word in scales and scales[word] == 100:
            part = max(part, 1) * 100
        elif word in scales:
            total += max(part, 1) * scales[word]
            part = 0
        else:
            part = part * words[word] if word in ("vingts", "vingt") and part == 4 else part + words[word]
    return total + part

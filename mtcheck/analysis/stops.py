"""a full stop before a small letter -> whether it ends a sentence, an abbreviation, or stands for a comma."""

from __future__ import annotations

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import known
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.lang.en import ABBREVIATIONS


def ended(text: str, at: int) -> bool:
    """Whether the stop two characters before `at` ends a sentence, and no abbreviation or initial."""
    if text[at - 2] == "?" or text[at - 3] in '%)”"' or text[at - 4 : at - 2].isdigit():
        return True
    last = rx(r"[^\W\d_]+\. $").search(text, max(at - 30, 0), at)
    word = last.group()[:-2] if last else ""
    if word[:1].isupper():
        return word == "May" or (len(word) > 3 and word[1:].islower() and word.lower() not in ABBREVIATIONS)
    return (
        word in ("it", "us", "me", "up")
        or len(word) > 3
        or (len(word) == 3 and known(word) and word not in ABBREVIATIONS | _SHORTENED)
    )


_SHORTENED = frozenset("ext fig tel gen sec inc pop cap ser max min art vol ref est par app lib dir src".split())


def purpose(text: str, at: int) -> bool:
    """Whether a stop stands where a comma should: `To avoid a scandal. they will vote again.`"""
    start = start_of(text, at - 2, "\n", ". ", "! ", "? ", "” ")
    opens = rx(r"\s*(?:In order t|T)o ([a-z]+) ").match(text, start)
    return opens is not None and any(tag == "base" for _, tag in verb_readings(opens.group(1)))

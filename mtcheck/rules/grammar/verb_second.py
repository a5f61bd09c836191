from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    TIME_OPENERS,
    adverbial,
    base_phrase,
    end_mark,
    is_name,
    noun_phrase,
    time_phrase,
)
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BE, HAVE, MODALS
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Edit, Span

_SINGLE = frozenset(
    "yesterday today tomorrow now then therefore meanwhile nevertheless already soon later afterwards finally currently"
    " still unfortunately previously recently initially subsequently however moreover furthermore additionally also"
    " apparently presumably allegedly originally repeatedly nonetheless instead".split()
)
_TIMES = frozenset(
    "moment morning afternoon evening night day week weekend month year summer winter spring autumn beginning end hours"
    " minutes days weeks months years past meantime".split()
)
_PRONOUNS = frozenset("he she it they we".split())
_KEEPS = frozenset("only never not no nor hardly rarely seldom little neither so such than few nowhere under".split())
"""Behind these English puts the verb first too."""
_FIRST = _SINGLE - {"also"} | TIME_OPENERS
_OF_TIMES = frozenset(
    "see mark bring mean witness offer give cost teach show earn leave make feature become provide begin start end"
    " buy bode feel prove find set keep send deny win lose signal take call".split()
)
"""What a day or a year does: last year cost the club a fortune."""
_COMING = frozenset("come go follow begin start end die arrive appear".split())
_GONE = frozenset("fled died disappeared happened occurred arrived escaped resigned emigrated fallen gone come".split())
"""Participles with which German and Dutch say “is” and English “has”."""


@rule(
    "verb-second",
    safety=SUGGEST,
    languages=("de", "nl"),
    bad=[
        Example("Yesterday [[has the council->the council has]] approved the plan.", "de"),
        Example("On Monday [[was the bridge->the bridge was]] closed.", "de"),
        Example("According to the police[[ is the man->, the man has]] fled.", "nl"),
        Example("In the night of Sunday [[has a car->a car has]] hit a tree.", "de"),
        Example("Therefore [[must the council->the council must]] decide again.", "nl"),
        Example("Last year [[have 20 people->20 people have]] died there.", "de"),
        Example("After the accident [[was the road->the road was]] closed for hours.", "nl"),
        Example("Now [[will they->they will]] build a new lock.", "de"),
        Example("Tomorrow [[decides the court->the court decides]] whether the man stays.", "nl"),
        Example("On Tuesday [[presented the mayor->the mayor presented]] his plans.", "de"),
    ],
    good=[
        Example("Only on Monday was the bridge closed. Never has he said so. Not until May will it open.", "de"),
        Example("On the hill is a castle built in 1500. In the photo are two men dressed in black.", "de"),
        Example("Yesterday, was the bridge closed? So must he. Here is the man arrested on Monday.", "nl"),
        Example("On Monday the bridge was closed. Today is the day chosen for the vote.", "de"),
        Example("Last year cost the club a fortune. Yesterday came the news of the day. Today marks the start.", "nl"),
        Example("On Monday closed the week. On Sunday evening fans the size of a small town came.", "de"),
        Example("Among those arrested were two men. The day is young.", "nl"),
        "Yesterday has the council approved the plan.",
    ],
)  # fmt: skip
def verb_second(view: View) -> Iterator[Hit]:
    """The verb in second place, before its subject: Yesterday has the council approved the plan.

    German and Dutch put the verb second whatever comes first. English does so only behind words like never and only,
    which are left alone, as are places before a form of be (On the hill is a castle).
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(BE | HAVE | MODALS):
        if hit := _inverted(tokens, at):
            yield hit
    for first in tokens.where(_FIRST):
        opens = tokens.lows[first] in _FIRST and tokens.capital(first) and tokens.starts_sentence(first)
        if opens and (hit := _full(tokens, first)):
            yield hit


def _full(tokens: Tokens, first: int) -> Hit | None:
    """Yesterday opened the minister the bridge -> Yesterday the minister opened the bridge."""
    at = first + 1 if tokens.lows[first] in _SINGLE else time_phrase(tokens, first)
    if at is None or at + 3 >= len(tokens) or tokens.capital(at):
        return None
    while at + 3 < len(tokens) and (further := time_phrase(tokens, at)):
        at = further
    bare = tokens.lows[first] not in ("on", "in")  # `Last year` may be the subject: it cost the club a fortune
    found = {lemma for lemma, tag in verb_readings(tokens.lows[at]) if tag in ("past", "third")}
    if not found or classes(tokens.lows[at])[:1] != "V" or (bare and found & _OF_TIMES):
        return None
    subject = at + 1
    end = subject + 1 if tokens.lows[subject] in _PRONOUNS else _plain(tokens, subject)
    if end is None or end >= len(tokens) or _question(tokens, subject):
        return None
    low = tokens.lows[end]
    if (
        low not in DETERMINERS
        and low not in ("whether", "that", "about")
        and not (low in PREPOSITIONS and low != "of" and not found & _COMING and tokens.lows[subject] in _PRONOUNS)
    ):
        return None
    words = tokens.text[tokens.starts[subject] : tokens.ends[end - 1]]
    span = Span(tokens.starts[at], tokens.ends[end - 1])
    new = f"{words} {tokens.surface(at)}"
    return Hit(span, "English puts the subject before the verb", ((Edit(span, new),),), 0.8)


def _plain(tokens: Tokens, at: int) -> int | None:
    """After a noun phrase with an article, or a name, without what hangs on it."""
    return base_phrase(tokens, at) if tokens.lows[at] in DETERMINERS or is_name(tokens, at) else None


def _inverted(tokens: Tokens, at: int) -> Hit | None:
    """The repair of the verb at token `at`, if only an adverbial stands before it and its subject behind."""
    first = tokens.opening(at)
    if not (0 < at - first < 14) or not tokens.starts_sentence(first):
        return None
    kind = _opening(tokens, first, at)
    if kind is None or (tokens.lows[at] in BE and kind == "place"):
        return None
    subject = at + 1
    end = subject + 1 if subject < len(tokens) and tokens.lows[subject] in _PRONOUNS else _subject(tokens, subject)
    if end is not None and tokens.lows[at] in MODALS and not _completes(tokens, at, min(end, len(tokens) - 1)):
        end -= 1  # the last word of the noun phrase may be the verb: the minister | answer
    if end is None or end >= len(tokens) or end == subject or not _completes(tokens, at, end) or _question(tokens, end):
        return None
    verb = tokens.lows[at]
    if tokens.lows[end] in _GONE and verb in ("is", "are"):
        verb = "has" if verb == "is" else "have"
    words = tokens.text[tokens.starts[subject] : tokens.ends[end - 1]]
    comma = "," if kind == "source" and tokens.lows[at - 1] != "," else ""
    span = Span(tokens.ends[at - 1], tokens.ends[end - 1])
    if not comma:
        span = Span(tokens.starts[at], span.end)
    new = f"{comma} {words} {verb}" if comma else f"{words} {verb}"
    return Hit(span, "English puts the subject before the verb", ((Edit(span, new),),), 0.8)


def _opening(tokens: Tokens, first: int, at: int) -> str | None:
    """What stands between the sentence’s first token and the verb: `time`, `source` (According to), `place`."""
    if not _KEEPS.isdisjoint(tokens.lows[first:at]) or any(
        tokens.lows[n] in ("who", "which", "that") for n in range(first, at)
    ):
        return None
    if at == first + 1 and tokens.lows[first] in _SINGLE:
        return "time"
    if tokens.lows[first : first + 2] == ("according", "to"):
        return "source" if noun_phrase(tokens, first + 2) == at else None
    kind, place = "time", first
    while place < at:
        end = time_phrase(tokens, place)
        if end is None:
            end = adverbial(tokens, place)
            timed = tokens.lows[place] in ("after", "before", "since", "during", "until")
            if end is not None and not timed and tokens.lows[end - 1] not in _TIMES:
                kind = "place"
        if end is None or end > at:
            return None
        place = end
    return kind


def _subject(tokens: Tokens, at: int) -> int | None:
    """After the noun phrase that begins at token `at`."""
    if at >= len(tokens):
        return None
    if tokens.lows[at][:1].isdigit() and at + 1 < len(tokens) and "N" in classes(tokens.lows[at + 1]):
        return at + 2
    if tokens.lows[at] not in DETERMINERS and not is_name(tokens, at):
        return None
    return noun_phrase(tokens, at)


def _completes(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether token `at` goes on with the predicate of the verb: a participle, a base form, `not`, an adverb, a"
    " place."""
    low = tokens.lows[at]
    if end_mark(tokens, at):
        return False
    readings = {tag for _, tag in verb_readings(low)}
    if tokens.lows[verb] in MODALS:
        return "base" in readings or low in ("not", "also", "again", "be", "have", "no")
    if "participle" in readings:
        behind = tokens.lows[at + 1] if at + 1 < len(tokens) else "."
        return tokens.lows[verb] in HAVE or behind != "for" or low not in ("chosen", "set")
    if low in ("not", "also", "again", "still", "already", "been", "no"):
        return True
    return tokens.lows[verb] in HAVE and (low in PREPOSITIONS or low in DETERMINERS)


def _question(tokens: Tokens, at: int) -> bool:
    """Whether the sentence is a question."""
    last = tokens.sentence(at, at + 1)[1] - 1
    return tokens.lows[last] in '?”"' and "?" in tokens.lows[max(at, last - 1) : last + 1]

"""text -> verbs that have a capital inside their sentence, where bold or linked text began a new segment.

A name looks alike: what stands before (to, will, has, who, a subject) must want a verb of that form, what stands behind
must be its object, and the word must be a verb before anything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.capitals import OBJECT, told
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency
from mtcheck.analysis.regex import rx
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.text import Span

_WANTS = (
    r"\b(?:refus|want|decid|plann?|hop|tr[iy]|manag|agree|promis|continu|fail|prepar|threaten|attempt|offer|ask"
    r"|need|intend|expect|struggl|hesitat|choos|forc|oblig|invit|urg|allow|order|wish|propos|commit|seek|vow|pledg"
    r"|undert(?:ak|ook)|call|able|unable|ready|due|right|way|aim|begin|beg[au]n|start|ceas|claim|author|encourag|help)"
    r"(?:e|s|es|ed|d|ied|ies|y|ing|ted|ting|ised|ized|n)? (?:(?:him|her|them|us|it|people|\w+s) )?to $"
)
_LEADS = (
    r"\b(to|will|would|can|could|must|should|may|might|cannot|not|has|have|had|was|were|been|be|is|are|who|which|he|she"
    r"|they|it) (?:(?:also|never|now|already|finally) )?([A-Z][a-z]{2,})(?= ([a-z]+)\b)"
)
_BASE = frozenset("will would can could must should may might cannot not".split())
_DONE = frozenset("has have had".split())
_BEING = frozenset("was were been be is are".split())
_PLACES = frozenset("congress bury reading nice bath cork mobile wells lower dole sale".split())
"""Places that are verbs."""
_NO_OBJECT = frozenset("and or but as than is was are were has had who which when while because".split())


def verbs_with_capital(text: str) -> Iterator[tuple[Span, bool]]:
    """Each such verb, and whether it is beyond doubt."""
    for found in rx(_LEADS).finditer(text):
        lead, word, after = found.groups()
        low, span = word.lower(), Span(*found.span(2))
        if (
            frequency(low) <= 3
            or "V" not in classes(low)
            or after in _NO_OBJECT
            or rx(r"(?: \w+){1,3}? (?-i:[A-Z][a-z]+ [A-Z])").match(text, span.end)
        ):
            continue
        tags = {tag for _, tag in verb_readings(low)}
        if gender_of_first_name(low) and after not in OBJECT:
            continue
        if lead == "to":
            wanted = rx(_WANTS).search(text, max(found.start() - 40, 0), found.start(2)) is not None
            determined = after in OBJECT and after not in ("to", "in", "on", "at", "and", "from", "with", "by")
            titled = text.endswith(("How to ", "how to "), 0, found.start(2))
            if "base" in tags and (
                _has_object(after) and low != "congress"
                if wanted
                else determined and _is_verb(low) and low not in _PLACES and not titled
            ):
                yield span, True
        elif lead in _BASE:
            if "base" in tags and (after in OBJECT or _has_object(after)):
                yield span, True
        elif not _is_verb(low):
            continue
        elif lead in _DONE:
            if "participle" in tags and (after in OBJECT or _has_object(after)):
                yield span, True
        elif lead in _BEING:
            if "participle" in tags and after in (
                "by",
                "in",
                "on",
                "to",
                "at",
                "for",
                "from",
                "with",
                "after",
                "as",
                "of",
            ):
                yield span, lead not in ("is", "are")
        elif tags & ({"third", "past", "base"} if lead in ("who", "they") else {"third", "past"}) and (
            after in OBJECT or after == "that"
        ):
            yield span, True
    yield from _behind_subjects(text)


def _behind_subjects(text: str) -> Iterator[tuple[Span, bool]]:
    """The vaccine, developed in Lyon, Reduces the risk; The victim, a woman of 62, Was taken to hospital."""
    pattern = (
        r"(?:(?<![^\n])|(?<=[.!?”] ))(?:The|An?|His|Her|Their|This|[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+) ?"
        r"[^.,;:!?\n“”]{0,60}?"
        r"(, [^.,;:!?\n“”]{3,80},)? ([A-Z][a-z]+)(?= ([a-z]+)\b)"
    )
    for found in rx(pattern).finditer(text):
        inner, word, after = found.groups()
        low, start = word.lower(), found.start(1) if found.group(1) else found.start(2)
        ahead = text[found.start() : start]
        head = rx(r"([^\W\d_]+) ?$").search(ahead)
        if head is None or told(ahead.split(" ", 1)[-1]) or (not inner and classes(head.group(1))[:1] != "N"):
            continue
        tags = {tag for _, tag in verb_readings(low)}
        if inner and low in ("was", "were", "is", "are", "has", "had", "have", "will", "would", "must", "can", "could"):
            yield Span(*found.span(2)), True
        elif _is_verb(low) and tags & {"third", "past"} and after in OBJECT | {"that"} and after != "of":
            yield Span(*found.span(2)), bool(inner) or "third" in tags


def _is_verb(low: str) -> bool:
    """Whether a word is a verb before anything else, and a common one."""
    return classes(low)[:1] == "V" and frequency(low) > 3


def _has_object(after: str) -> bool:
    """Whether the word behind a verb can begin its object."""
    return (
        after in OBJECT or classes(after)[:1] in ("N", "J", "U", "D") or after in ("more", "all", "no", "any", "only")
    )


def has_object(text: str, verb: str, end: int) -> bool:
    """`tells The story`: whether a finite verb stands before “The”, whose end this is, and a common noun behind."""
    noun = rx(r" ([a-z]+)(?![\w’'-])(?! (?:of )?[A-Z])").match(text, end)
    if noun is None or classes(verb)[:1] != "V" or classes(noun.group(1))[:1] not in ("N", "J"):
        return False
    return any(tag in ("third", "past") for _, tag in verb_readings(verb))

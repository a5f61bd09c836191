"""text -> verbs that have a capital inside their sentence, where bold or linked text began a new segment.

A name looks alike: what stands before (to, will, has, who, a subject) must want a verb of that form, what stands behind
must be its object, and the word must be a verb before anything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.capitals import OBJECT, told
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.regex import rx
from mtcheck.lang.auxiliaries import BE, BEING, HAVE, MODALS
from mtcheck.lang.en import MONTHS, WEEKDAYS
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
    r"|they|it) (?:(?:also|never|now|already|finally) )?([A-Z][a-z]{2,})(?= ([a-z]+\b|\d))"
)
_BASE = frozenset("will would can could must should may might cannot not".split())
_DO_NOT = r"\b(?:do|does|did|will|would|can|could|must|should|may|might) not (?:\w+ )?$"
_DONE = frozenset("has have had".split())
_PLACES = frozenset("bury reading nice bath cork mobile wells lower dole sale".split())
"""Places that are verbs."""
_NAMES = frozenset("congress google hoover skype photoshop xerox uber".split())
"""Names that are verbs."""
_NO_OBJECT = frozenset("and or but as than is was are were has had who which when while because".split())
_ADVERBIAL = frozenset("until after before during against as when if while without".split())
_BEHIND_PASSIVE = frozenset("by in on to at for from with after as of".split())
_LOOSE = frozenset("to in on at and from with by".split())


def verbs_with_capital(text: str) -> Iterator[tuple[Span, bool]]:
    """Each such verb, and whether it is beyond doubt."""
    for found in rx(_LEADS).finditer(text):
        lead, word, after = found.groups()
        low = word.lower()
        if frequency(low) <= 3 or "V" not in classes(low) or after in _NO_OBJECT or low in _NAMES:
            continue
        if gender_of_first_name(low) and after not in OBJECT:
            continue
        if rx(r"(?: \w+){1,3}? [A-Z][a-z]+ [A-Z]").match(text, found.end()):
            continue  # in a title
        if lead == "not" and rx(_DO_NOT).search(text, max(found.start() - 12, 0), found.start(2)):
            lead = "will"
        wanted = _infinitive(text, found.start(2), low, after) if lead == "to" else _finite(lead, low, after)
        if wanted:
            yield Span(*found.span(2)), lead not in ("is", "are")
    yield from _behind_subjects(text)


def _infinitive(text: str, at: int, low: str, after: str) -> bool:
    """refused to Pardon the two; came to Support the team, but not: went to Reading with him."""
    if not any(tag == "base" for _, tag in verb_readings(low)):
        return False
    if rx(_WANTS).search(text, max(at - 40, 0), at):
        return _has_object(after)
    titled = text.endswith(("How to ", "how to "), 0, at)
    return after in OBJECT and after not in _LOOSE and _is_verb(low) and low not in _PLACES and not titled


def _finite(lead: str, low: str, after: str) -> bool:
    """will Announce measures, has Taken the train, was Taken to hospital, who Defend the lake."""
    tags = {tag for _, tag in verb_readings(low)}
    if lead in _BASE:
        wanted = after in _ADVERBIAL or _has_object(after)
        return "base" in tags and wanted and (lead != "not" or _is_verb(low))
    if not _is_verb(low):
        return False
    if lead in _DONE:
        return "participle" in tags and _has_object(after)
    if lead in BEING:
        return "participle" in tags and after in _BEHIND_PASSIVE
    forms = {"third", "past", "base"} if lead in ("who", "they") else {"third", "past"}
    return bool(tags & forms) and (after in OBJECT or after == "that" or after.isdigit())


def _behind_subjects(text: str) -> Iterator[tuple[Span, bool]]:
    """The vaccine, developed in Lyon, Reduces the risk; The victim, a woman of 62, Was taken to hospital."""
    pattern = (
        r"(?:(?<![^\n])|(?<=[.!?”] ))(?:The|An?|His|Her|Their|This|[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+) ?"
        r"[^.,;:!?\n“”]{0,60}?(, [^.,;:!?\n“”]{3,80},)? ([A-Z][a-z]+)(?= ([a-z]+|\d))"
    )
    for found in rx(pattern).finditer(text):
        inner, word, after = found.groups()
        low, start = word.lower(), found.start(1) if found.group(1) else found.start(2)
        ahead = text[found.start() : start].split()
        alone = len(ahead) == 2 and "N" in classes(ahead[1])  # the vet
        if not alone and (told(" ".join(ahead[1:])) or (not inner and classes(ahead[-1])[:1] != "N")):
            continue
        tags = {tag for _, tag in verb_readings(low)}
        if inner and low in _AUXILIARIES:
            yield Span(*found.span(2)), True
        elif _is_verb(low) and (
            (tags & {"third", "past"} and (after in OBJECT | {"that"} or after.isdigit()))
            or ("third" in tags and classes(after)[:1] == "N" and "s" in classes(after))
        ):
            yield Span(*found.span(2)), bool(inner) or "third" in tags or _only_verb(text, found.end(2), low, ahead)


def _only_verb(text: str, end: int, low: str, ahead: list[str]) -> bool:
    """The skater | Rode | the last lap with a broken bone: a person acts, and nothing else in the sentence can."""
    rest = rx(r"[^.!?;:\n“”]*").match(text, end)
    words = rest.group().replace(",", " ").split() if rest else []
    person = (gender_of_noun(ahead[-1]) is not None or ahead[-1] in _SPORTS) and ahead[-1] not in _BRANDED
    names = [word for word in words[:4] if word[0].isupper() and word not in MONTHS + WEEKDAYS]
    return person and not names and not gender_of_first_name(low) and not told(" ".join(words))


_BRANDED = frozenset("band singer actor director novelist author painter writer artist composer rapper".split())
"""Behind these a name may stand without commas."""
_SPORTS = frozenset("skater rower fencer sprinter hurdler jumper vaulter rider gymnast vet".split())
_AUXILIARIES = (BE | HAVE | MODALS) - {"may"}


def _is_verb(low: str) -> bool:
    """Whether a word is a verb before anything else, and a common one."""
    return classes(low)[:1] == "V" and frequency(low) > 3


def _has_object(after: str) -> bool:
    """Whether the word behind a verb can begin its object."""
    return (
        after in OBJECT
        or after.isdigit()
        or after in ("more", "all", "no", "any", "only")
        or classes(after)[:1] in ("N", "J", "U", "D")
    )


def has_object(text: str, verb: str, end: int) -> bool:
    """`tells The story`: whether a finite verb stands before “The”, whose end this is, and a common noun behind."""
    noun = rx(r" ([a-z]+)(?![\w’'-])(?! (?:of )?[A-Z])").match(text, end)
    if noun is None or classes(verb)[:1] != "V" or classes(noun.group(1))[:1] not in ("N", "J"):
        return False
    return any(tag in ("third", "past") for _, tag in verb_readings(verb))

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
from mtcheck.lang.trades import SPOKEN_OF
from mtcheck.text import Span

_WANTS = (
    r"\b(?:refus|want|decid|plann?|hop|tr[iy]|manag|agree|promis|continu|fail|prepar|threaten|attempt|offer|ask"
    r"|need|intend|expect|struggl|hesitat|choos|forc|oblig|invit|urg|allow|order|wish|propos|commit|seek|vow|pledg"
    r"|undert(?:ak|ook)|call|able|unable|ready|due|right|way|aim|begin|beg[au]n|start|ceas|claim|author|encourag|help)"
    r"(?:e|s|es|ed|d|ied|ies|y|ing|ted|ting|ised|ized|n)? (?:(?:him|her|them|us|it|people|\w+s) )?to $"
)
_LEADS = (
    r"\b(to|will|would|can|could|must|should|may|might|cannot|not|has|have|had|was|were|been|be|is|are|who|which|he|she|we|I|you"
    r"|they|it) (?:(?:also|never|now|already|finally) )?([A-Z][a-z]{2,})(?= ([a-z]+\b|\d|[“\"])|([.,;]))"
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
_AROUND = frozenset(
    "within into during after before under over through against towards toward as since without around near behind out"
    " up down off back away home there here again alone together late early first last between among until across"
    " along onto upon no any all more nothing everything not twice once often yesterday today".split()
)
"""What may stand behind a verb that has no object: who Arrived within minutes."""
_OBJECTS = OBJECT | _AROUND | {"that", "“", '"'}
_LOOSE = frozenset("to in on at and from with by".split())


def verbs_with_capital(text: str) -> Iterator[tuple[Span, bool]]:
    """Each such verb, and whether it is beyond doubt."""
    for found in rx(_LEADS).finditer(text):
        lead, word, after, ends = found.groups()
        low = word.lower()
        if ends and not (lead in ("who", "has", "have", "had") and low.endswith("ed")):
            continue
        after = "the" if ends or after in '“"' else after
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
    yield from _behind_persons(text)


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
    forms = {"third", "past", "base"} if lead in ("who", "they", "we", "I", "you") else {"third", "past"}
    around = lead in ("who", "which") and (after in _AROUND or after.endswith("ly"))
    return bool(tags & forms) and (after in OBJECT or after == "that" or after.isdigit() or around)


def _behind_subjects(text: str) -> Iterator[tuple[Span, bool]]:
    """The vaccine, developed in Lyon, Reduces the risk; The victim, a woman of 62, Was taken to hospital."""
    pattern = (
        r"(?:(?<![^\n])|(?<=[.!?”] ))(?:(?i:the|an?|his|her|their|this|its|our|these|several|many|most|two|three|four"
        r"|five|six|seven|eight|nine|ten|eleven|twelve|some)\b|[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+) ?"
        r"[^.,;:!?\n“”]{0,60}?(, [^.,;:!?\n“”]{3,80},| \([^()\n]{2,60}\))? ([A-Z][a-z]+)(?= ([a-z]+|\d|[“\"]))"
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
        elif low in _NOUNS_TOO and alone and _several(ahead[-1]) and after in _CLAIMED:
            if _only_verb(text, found.end(2), low, ahead):
                yield Span(*found.span(2)), False
        elif _is_verb(low) and (
            (tags & {"third", "past"} and (after in _OBJECTS or after.isdigit()))
            or ("base" in tags and _several(ahead[-1]) and after in OBJECT | {"that"})
            or ("third" in tags and classes(after)[:1] == "N" and "s" in classes(after))
        ):
            yield Span(*found.span(2)), bool(inner) or "third" in tags or _only_verb(text, found.end(2), low, ahead)


def _behind_persons(text: str) -> Iterator[tuple[Span, bool]]:
    """When the bell rang, the pupils Left the room: a person who acts in the middle of the sentence."""
    pattern = (
        r"(?<=[a-z,] )(?:the|an?|his|her|their|two|three|four|five|several) (?:[a-z]+ )?([a-z]+) ([A-Z][a-z]{2,})"
        r"(?= ([a-z]+|\d|[“\"]))"
    )
    for found in rx(pattern).finditer(text):
        noun, word, after = found.groups()
        low, one = word.lower(), noun.removesuffix("s")
        person = gender_of_noun(one) is not None or one in _SPORTS or one in SPOKEN_OF
        if not person or not _is_verb(low) or gender_of_first_name(low) or one in _BRANDED:
            continue
        forms = {"past", "base"} if _several(noun) else {"past", "third"}
        if any(tag in forms for _, tag in verb_readings(low)) and (after in _OBJECTS or after.isdigit()):
            yield Span(*found.span(2)), _several(noun)


def _several(noun: str) -> bool:
    """The investigators | Believe her."""
    return noun.endswith("s") and "s" in classes(noun)


def _only_verb(text: str, end: int, low: str, ahead: list[str]) -> bool:
    """The skater | Rode | the last lap with a broken bone: a person acts, and nothing else in the sentence can."""
    rest = rx(r"[^.!?;:\n“”]*").match(text, end)
    words = rest.group().replace(",", " ").split() if rest else []
    one = ahead[-1].removesuffix("s")
    person = (gender_of_noun(one) is not None or one in _SPORTS or one in SPOKEN_OF) and one not in _BRANDED
    names = [word for word in words[:4] if word[0].isupper() and word not in MONTHS + WEEKDAYS]
    plain = low.endswith("ed") or _several(ahead[-1])  # nobody is called so
    return person and not names and not gender_of_first_name(low) and (plain or not told(" ".join(words)))


_BRANDED = frozenset("band singer actor director novelist author painter writer artist composer rapper".split())
"""Behind these a name may stand without commas."""
_SPORTS = frozenset("skater rower fencer sprinter hurdler jumper vaulter rider gymnast vet".split())
_NOUNS_TOO = frozenset("protest demand fear hope vote march wait doubt claim plan strike".split())
_CLAIMED = frozenset("against for to the that a an on in their".split())
"""The bakers | Protest against; The unions | Demand a vote."""
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

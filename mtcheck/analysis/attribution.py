"""What follows a quotation: does it say who spoke?

`clause_after(text, at)` reads the words from `at` on. The commonest machine glitches stand just here
(`”he added`, `”has the president`), and a comma is wanted before a reporting clause and nowhere else.
"""

from __future__ import annotations

from functools import lru_cache

from mtcheck.analysis.inflect import singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.regex import rx
from mtcheck.lang import en
from mtcheck.lang.trades import SPEAKERS
from mtcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

_WORD = (
    r"[ \t\u00a0]{0,20}([^\W\d_]+(?:[’'-][^\W\d_]+)*(?:(?<=s)[’'](?= [a-z]))?|\d[\d.,]*|M\.|Mr\.|Mrs\.|Ms\.|Dr\."
    r"|St\.)"
)
"""A word or a number, with the space before it."""


class Clause(NamedTuple):
    """A reporting clause: `kind` is pronoun (he added), verb (said the mayor), noun (the mayor said),
    auxiliary (has the mayor), residue (a- he said), according (according to) or participle (adding that)."""

    kind: str
    start: int
    verb: str
    closed: bool
    """Whether the clause ends with its sentence or at a comma soon after: nothing else hangs on it."""


_SKIP = frozenset(
    "then also again immediately later still even finally further quickly simply however therefore notably often"
    " already just clearly first soon recently repeatedly only always never once meanwhile nevertheless thus firmly"
    " calmly quietly bluntly angrily sadly proudly hastily wryly publicly coldly softly gravely".split()
)
_AUX = frozenset("has had have will would can could may might did does".split())
_NOT_SUBJECT = frozenset(
    "and but or nor so yet because while when where who whom whose which that if although though since until unless"
    " before after during in on at of for with without by from to into onto about over under between among against"
    " as than like is are was were be been being has have had do does did not there here".split()
)
_AUXILIARY = r"(?:a|at|ha|has|have)"
RESIDUE = (
    rf"((?:{_AUXILIARY}?[ ’'-]{{0,3}}t[ ’'-]{{1,3}}|{_AUXILIARY}\s?-\s?))(?:(he|she|it|they)|(il|elle|ils|elles))\b"
)
"""« a-t-il » before its verb: what was left of the auxiliary, and the pronoun, in English or in French."""
_REMINDS = frozenset("reminds reminded ruled".split())
_TITLES = frozenset("president minister mayor judge prosecutor senator mr mrs ms dr captain colonel coach sir".split())


@lru_cache(maxsize=8192)  # a dozen rules ask it of the same marks
def clause_after(text: str, at: int) -> Clause | None:
    """The reporting clause that begins at `at` (white space and one comma are skipped), or None."""
    start = rx(r"[\s,]*").match(text, at).end()  # type: ignore[union-attr]
    if rx(RESIDUE).match(text, start):
        return Clause("residue", start, "", True)
    compound = rx(_COMPOUND).match(text, start)
    if compound and compound.group(1) in en.REPORTING_FINITE:
        return Clause("residue", start, compound.group(1), True)
    words = _words(text, start)
    if not words:
        return None
    first = words[0].group()
    low = first.lower()
    if low == "according" and len(words) > 1 and words[1].group() == "to":
        return Clause("according", start, low, True)
    if low == "thanks" and len(words) > 1 and words[1].group() == "to":
        return None
    if low in en.REPORTING_GERUND and first == low and low not in ("going", "starting", "beginning", "letting"):
        return Clause("participle", start, low, False)
    if low in en.SUBJECT_PRONOUNS:
        return _pronoun_clause(text, start, words)
    if low in en.REPORTING_FINITE or low in ("have", "has", *_SKIP):
        return _verb_clause(text, start, words) or _bare_subject(text, start, words)
    if low in en.REPORTING_PLURAL and first == low:
        return _bare_subject(text, start, words)
    return _noun_clause(text, start, words) or _described(text, start)


def _described(text: str, start: int) -> Clause | None:
    """Karim, 34, a delivery man in Roubaix, told us: what is said of the speaker stands between commas."""
    found = rx(
        r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}(?:, (?:aged )?\d{1,2}(?=,))?"
        r"(?:, (?:an?|the|his|her) [^,.;:!?“”\"\n]{3,60})?, ([a-z]+)\b"
    ).match(text, start)
    said = found.group(1) if found else ""
    return Clause("noun", start, said, True) if said in en.REPORTING_STRONG else None


_COMPOUND = r"(?:(?:a|at|a-t|t)\s?-\s?(?:t-)?\s?|a )([a-z]+ed|said|told)(?= (?:(?:the|an?|his|her|this)\b|[A-ZÀ-Þ]))"
"""« a indiqué le procureur » half translated: a- indicated the prosecutor."""
_NO_SPEAKING = frozenset(
    "become remain seem appear mean make win lose sound echo reflect refer describe cost show prove take get give"
    " belong concern involve include contain follow precede date come go stand stay feature star open close start begin"
    " end mark shock hurt frighten please amuse surprise help attract bring run fail pass do need want see find keep"
    " carry".split()
)
"""What a quoted sentence does as a subject itself: `“I have a dream” became a motto`."""


def spoken_after(text: str, at: int) -> Clause | None:
    """An inverted clause with a verb that is no reporting verb in English: `strangles a deputy`, `tempers Ana Vidal`.

    French lets nearly any verb report speech (« s’étrangle un député »). A person has to follow and the clause to end.
    """
    words = _words(text, at)
    if len(words) < 2 or words[0].group() != words[0].group().lower():
        return None
    verb = words[0].group()
    readings = verb_readings(verb)
    foreign = not classes(verb) and verb.endswith(("s", "ed"))  # `insurges` for « s’insurge »
    if any(lemma in _NO_SPEAKING for lemma, _ in readings):
        return None
    if not foreign and not any(tag in ("third", "past") for _, tag in readings):
        return None
    named = len(words) > 2 and all(word.group()[0].isupper() for word in words[1:3])
    if not named and not _a_person(words[1:4]):
        return None
    return Clause("verb", words[0].start(), verb, True) if _closed(text, words, 0) else None


def _a_person(words: list[re.Match[str]]) -> bool:
    """`the mayor`, `a young nurse`: what the first words name."""
    lows = [word.group().lower() for word in words]
    return lows[0] in en.DETERMINERS and not SPEAKERS.isdisjoint(lows[1:])


def _someone(words: list[str]) -> bool:
    """`Ana Vidal`, `she`, `the two young nurses`: whether the words begin with a person."""
    if words[0][0].isupper() or words[0] in en.SUBJECT_PRONOUNS:
        return True
    nouns = {form for word in words for form in (word, word.removesuffix("s"))}
    return words[0] in en.DETERMINERS and any(gender_of_noun(noun) is not None for noun in nouns)


def _words(text: str, start: int) -> list[re.Match[str]]:
    """Up to fourteen words from `start`, stopping at any punctuation but an apostrophe or hyphen."""
    words: list[re.Match[str]] = []
    at = start
    pattern, whole = rx(_WORD).pattern.match, rx(r"\S+").pattern.match
    while len(words) < 14 and (found := pattern(text, at)):
        word = whole(text, found.start(1), found.end(1))
        if word is not None:
            words.append(word)
        at = found.end()
    return words


def _closed(text: str, words: list[re.Match[str]], upto: int) -> bool:
    """Whether the words after number `upto` reach a stop or comma without a finite verb on the way."""
    rest = words[upto + 1 :]
    if any(w.group().lower() in ("is", "are", "was", "were", "has", "had", "would", "will", "that") for w in rest):
        return False
    end = rx(r"(?:[ \u00a0](?=[.,;:!?](?!\.)))?").match(text, words[-1].end()).end()  # type: ignore[union-attr]
    return len(words) < 14 and (end >= len(text) or text[end] in '.,;:!?…\n“”"(«»')


def _pronoun_clause(text: str, start: int, words: list[re.Match[str]]) -> Clause | None:
    """he added, she immediately nuanced, he has said, they will say."""
    for number, word in enumerate(words[1:5], 1):
        low = word.group().lower()
        if (
            low in en.REPORTING_FINITE
            or low in en.REPORTING_PARTICIPLE
            or low in _REMINDS
            or (low in en.REPORTING_PLURAL and words[0].group().lower() in ("they", "we", "i", "you"))
        ):
            return Clause("pronoun", start, low, _closed(text, words, number))
        if low not in _SKIP and low not in _AUX:
            return None
    return None


def _verb_clause(text: str, start: int, words: list[re.Match[str]]) -> Clause | None:
    """said the mayor, pleaded Ana Belmonte, has promised the expert, has the president, says in substance the judge."""
    number = 0
    while number < len(words) and words[number].group().lower() in _SKIP:
        number += 1
    if number >= len(words):
        return None
    verb = words[number].group().lower()
    kind = "verb"
    if verb in ("has", "have"):
        following = words[number + 1].group().lower() if number + 1 < len(words) else ""
        if following in en.REPORTING_PARTICIPLE:
            number += 1
            verb = following
        else:
            kind = "auxiliary"
    elif verb not in en.REPORTING_FINITE:
        return None
    if number + 2 < len(words) and (verb, words[number + 1].group().lower()) in _WITH_PARTICLE:
        if not _someone([word.group() for word in words[number + 2 : number + 6]]):
            return None  # `“I have a dream” sums up the century`
        number += 1
    if number + 1 >= len(words):
        # `says, arms folded, the goalkeeper`
        after = text[words[number].end() : words[number].end() + 1]
        return Clause(kind, start, verb, True) if kind == "verb" and after == "," else None
    subject = words[number + 1].group()
    low = subject.lower()
    personal = low in en.DETERMINERS
    if personal or low in en.SUBJECT_PRONOUNS or (subject[0].isupper() and low not in _NOT_SUBJECT):
        return Clause(kind, start, verb, _closed(text, words, number))
    if kind == "verb" and low in (
        "to",
        "in",
        "on",
        "from",
        "at",
        "for",
        "last",
        "yesterday",
        "about",
        "again",
        "during",
    ):
        # `said in a statement the minister`, `said to reporters Ana Belmonte`: a subject must come later
        late = any(
            w.group() == "the" or (w.group()[0].isupper() and w.group() not in (*en.MONTHS, *en.WEEKDAYS))
            for w in words[number + 2 :]
        )
        return Clause("verb", start, verb, late and _closed(text, words, number)) if late else None
    if kind == "verb" and low in _TITLES:
        return Clause(kind, start, verb, _closed(text, words, number))
    return None


def _bare_subject(text: str, start: int, words: list[re.Match[str]]) -> Clause | None:
    """announced management, say researchers in Brest, explains chemist Ana Vidal: no determiner."""
    verb, noun = words[0].group(), words[1].group() if len(words) > 1 else ""
    many = noun.endswith("s") and gender_of_noun(singular(noun)) is not None
    if verb in en.REPORTING_PLURAL:
        speaks = many and verb not in en.REPORTING_FINITE
    else:
        capitals = [word.group()[0].isupper() for word in words[2:4]]
        titled = capitals == [True, True] or (capitals[:1] == [True] and gender_of_noun(noun) is not None)
        speaks = noun in _BODIES or titled or (many and verb[-1] != "s")
    return Clause("verb", start, verb, True) if speaks and _closed(text, words, 0) else None


def _many(noun: str) -> bool:
    """residents, sources, police: several people, named without a determiner."""
    return noun in _BODIES or (noun.endswith("s") and noun.islower() and gender_of_noun(singular(noun)) is not None)


_BODIES = frozenset(
    "sources management police counsel authorities unions organisers organizers officials headquarters".split()
)
"""Speakers that are named without a determiner."""

_WITH_PARTICLE = frozenset(
    (verb, particle)
    for particle, verbs in (
        ("up", "sums summed"),
        ("out", "points pointed cries cried calls called breathes breathed blurts blurted shouts shouted lets"),
        ("on", "goes went continues continued"),
        ("in", "joins joined chimes chimed cuts"),
        ("slip", "lets let"),
    )
    for verb in verbs.split()
)
"""Verbs of saying of two words, which the subject follows: `sums up the headmistress`."""


def _noun_clause(text: str, start: int, words: list[re.Match[str]]) -> Clause | None:
    """the harbour master said; Ana Belmonte told reporters; the councillor for public works promised residents."""
    first = words[0].group()
    named = first[0].isupper() and first.lower() not in _NOT_SUBJECT
    if not named and first.lower() not in en.DETERMINERS and not _many(first):
        return None
    for number, word in enumerate(words[1:10], 1):
        low = word.group().lower()
        two = (
            number + 1 < len(words) and (low, words[number + 1].group()) in _WITH_PARTICLE and low[:3] in ("sum", "poi")
        )
        if (two or low in en.REPORTING_STRONG or low in _REMINDS) and number + 1 >= (2 if named or _many(first) else 3):
            return Clause("noun", start, low, _closed(text, words, number))
        if low in ("of", "for", "in", "at", "from", "de", "the", "a", "and", "to", "on") or low in _SKIP:
            continue
        if low in ("has", "had"):
            continue
        if low in _NOT_SUBJECT:
            return None
    return None

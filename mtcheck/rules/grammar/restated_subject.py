from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import DETERMINERS, end_mark, is_name, noun_phrase
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.human import COLLECTIVE
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_SUBJECTS = ("he", "she", "it", "they")
_OBJECTS = frozenset("it them him her".split())
_WORKS = frozenset("novel film movie series book band single song album musical play show sequel magazine".split())
_OFTEN = AUXILIARIES - {"do", "does", "may", "might", "must", "should", "shall", "cannot"} | {"said", "took", "went"}
_TIMES = frozenset("time times day days year years way moment moments week month minute second hour".split())
_WE = frozenset(_SUBJECTS) | {"i", "we", "you"}


@rule(
    "restated-subject",
    safety=SUGGEST,
    triggers=(" it ", " It ", " he ", " He ", " she ", " She ", " they ", " They ", " them", " him", " her"),
    bad=[
        "The delegation [[It ->]]left for Maputo at dawn.",
        "Governor Tadeu Lima [[He ->]]signed the decree on Thursday.",
        Example("The government [[it ->]]wants to cut the tax.", "pt"),
        Example("[[The prize they gave it->They gave the prize]] to a baker from Cuenca.", "es"),
        Example("[[The letters, she wrote them->She wrote the letters]] in prison.", "es"),
        Example("[[To the mayor they gave him->They gave the mayor]] a medal.", "es"),
    ],
    good=[
        "The delegation. It left at dawn. The band It played here. The novel It is long.",
        Example("The house it sold was old. The prize they gave it was small. The bank it is.", "es"),
        Example("The man he met. In the year they met.", "es"),
        "The prize they gave it to a baker.",
    ],
)
def restated_subject(view: View) -> Iterator[Hit]:
    """A subject or an object that a pronoun takes up again: The delegation It left; The prize they gave it to a baker.

    Machines put in the pronoun that the verb of a Spanish, Italian or Portuguese sentence has in its ending (mostly
    with the capital of a sentence), or keep the one that stands for an object said first (« el premio se lo dieron »).
    """
    tokens = tokens_of(view.text)
    romance = view.source_language in ("es", "it", "pt")
    for at in tokens.where(_SUBJECTS):
        if at and not tokens.quoted[at]:
            hit = _restated(tokens, at, romance)
            if hit:
                yield hit
    if romance:
        for at in tokens.where(_OBJECTS):
            hit = _object_first(tokens, at) if not tokens.quoted[at] else None
            if hit:
                yield hit


def _restated(tokens: Tokens, at: int, romance: bool) -> Hit | None:
    """The pronoun at `at` behind a whole noun phrase that opens its sentence, before a finite verb."""
    first = tokens.opening(at)
    capital = tokens.capital(at)
    if first == at or not (capital or romance) or at + 2 >= len(tokens) or noun_phrase(tokens, first) != at:
        return None
    if tokens.lows[first] not in DETERMINERS and not (is_name(tokens, first) and at - first > 1):
        return None
    if capital and (tokens.surface(at).isupper() or _known(tokens, first, at)):
        return None
    verb = at + 2 if tokens.lows[at + 1] in ("also", "then", "already", "never", "now") else at + 1
    if verb + 1 >= len(tokens) or not _finite(tokens.lows[verb]) or tokens.capital(verb):
        return None
    if tokens.lows[at] == "it" and (is_name(tokens, at - 1) or tokens.lows[at - 1] in _WORKS):
        return None  # the novel It, Stephen King’s It
    if not capital:
        last = tokens.sentence(at, at + 1)[1]
        body = any(low in COLLECTIVE or gender_of_noun(low) is not None for low in tokens.lows[first:at])
        further = tokens.lows[verb + 1] in DETERMINERS | {"to", "that", "not"}
        told = tokens.lows[verb] in ("says", "said") and tokens.lows[verb + 1] == "that"
        if not body or not further or (_another(tokens, verb + 1, last) and not told):
            return None
    return Hit(Span(tokens.starts[at], tokens.starts[at + 1]), "the subject is named twice", ("",), 0.75)


def _known(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the rule for what stands twice sees this one: The coach He took, Ana Vidal She has."""
    return tokens.lows[at] != "it" and (
        tokens.lows[at + 1] in _OFTEN or (tokens.lows[first] == "the" and at < first + 4)
    )


def _object_first(tokens: Tokens, at: int) -> Hit | None:
    """The object that opens the sentence, taken up by the pronoun at `at`: The prize they gave it to a baker."""
    first = tokens.opening(at)
    given = first + 1 if tokens.lows[first] == "to" else first
    if tokens.lows[given] not in DETERMINERS or at - first > 16:
        return None
    end = noun_phrase(tokens, given)
    if end is None or end >= at - 1 or tokens.lows[given] in ("each", "every") or tokens.lows[end - 1] in _TIMES:
        return None  # Each time we do it
    subject = end + (tokens.lows[end] == ",")
    after = subject + 1 if tokens.lows[subject] in _WE else noun_phrase(tokens, subject)
    if after is None or after >= at or not all(tokens.kinds[one] == WORD for one in range(subject, at)):
        return None
    lead, verb = tokens.lows[after : at - 1], tokens.lows[at - 1]
    if any(low not in AUXILIARIES | {"not", "never", "already", "also", "always"} for low in lead):
        return None
    if not any(tag in ("past", "third", "base", "participle") for _, tag in verb_readings(verb)):
        return None
    many = "s" in classes(tokens.lows[end - 1]) or "and" in tokens.lows[given:end]
    person = given > first or tokens.lows[at] in ("it", "them") or _human(tokens, given, end)
    if (tokens.lows[at] == "them") != many or not person:
        return None
    last = tokens.sentence(at, at + 1)[1]
    rest = tokens.lows[at + 1 : last]
    if not rest or _another(tokens, at + 1, last) or (rest[0] in DETERMINERS and given == first):
        return None
    if given > first and (end_mark(tokens, at + 1) or rest[0] not in DETERMINERS):
        return None
    text = tokens.text
    words = text[tokens.starts[given] : tokens.ends[end - 1]]
    words = words if given > first or is_name(tokens, given) else words[0].lower() + words[1:]
    who = text[tokens.starts[subject] : tokens.ends[at - 2]] if at - 1 > subject else ""
    new = f"{who[0].upper()}{who[1:]} {text[tokens.starts[at - 1] : tokens.ends[at - 1]]} {words}"
    return Hit(Span(tokens.starts[first], tokens.ends[at]), "the object is named twice", (new,), 0.75)


def _another(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the range has a finite verb: then what stands before it is a relative clause."""
    return any(_finite(tokens.lows[at], sure=True) and tokens.lows[at - 1] != "to" for at in range(first, last))


def _human(tokens: Tokens, first: int, end: int) -> bool:
    return any(gender_of_noun(low) is not None for low in tokens.lows[first:end])


def _finite(low: str, sure: bool = False) -> bool:
    """Whether a word is a finite verb; with `sure` only one that is hardly a noun, a participle or an infinitive."""
    if low in AUXILIARIES or low in ("'s", "'ll", "'d", "'ve", "'re"):
        return True
    tags = {tag for _, tag in verb_readings(low)}
    if not sure:
        return bool(tags & {"past", "third"})
    return bool(tags & {"past", "third"}) and classes(low)[:1] == "V" and not low.endswith("ed")

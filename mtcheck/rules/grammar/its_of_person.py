from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import base_phrase, noun_phrase
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import human
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_WORN = human.PARTS | frozenset(
    "fist chin cheek cheeks lips beard brow forehead nose ears chest hip hips ribs thumb waist teeth tears pockets"
    " pocket shirt jersey cap hat coat jacket glasses gloves scarf bag rucksack helmet suit tie uniform apron boots"
    " shoes dress sleeves trousers headscarf phone".split()
)
_WITH = frozenset(
    "dog dogs cat wife husband children son daughter mother father brother sister parents family sons daughters partner"
    " companion grandchildren bike bicycle suitcase suitcases fiancée girlfriend boyfriend cats pension".split()
)
_LIVES = frozenset(
    "lives lived live retired returned fled left arrived came walks walked travels travelled moved stayed went flew"
    " slept sleeps settled disappeared escaped set".split()
)
_DOES = (
    ("opened", "an"), ("opened", "a"), ("opened", "the"), ("stand", "in"), ("stand", "for"), ("stand", "again"),
    ("run", "again"), ("run", "for"), ("had", "requested"), ("never", "met"), ("loved", "the"), ("feel", "guilty"),
    ("knew", "nothing"), ("slept", "in"), ("fallen", "asleep"), ("lost", "control"), ("been", "insulted"),
    ("acted", "alone"), ("acted", "in"), ("felt", "threatened"), ("received", "threats"), ("been", "threatened"),
)  # fmt: skip
_BEASTS = frozenset("horse mare stallion colt dog cat bird robot book novel film yacht boat car".split())


@rule(
    "its-of-person",
    safety=SUGGEST,
    triggers=("its ", " it "),
    bad=[
        "The winner of the regatta, [[its->his]] hands still bleeding, thanked the rescuers.",
        "The oldest runner, [[its->his]] shirt soaked, was cheered.",
        "The old carpenter lives alone with [[its->his]] dog.",
        "The deputy mayor said that [[it->he]] would not stand in the next elections.",
        "The driver said [[it->he]] had lost control of the lorry.",
    ],
    good=[
        "The winner of the race, its jockey said, is a mare. The clock, its hands still, was sold.",
        "The company lives with its family of owners. The mayor's dog, its tail up, ran.",
        "The prosecutor said that the office was busy and that it had opened an inquiry.",
        "The horse, the winner of the race, its head high, left.",
    ],
)
def its_of_person(view: View) -> Iterator[Hit]:
    """Its hands, its shirt, its dog, it would stand for election: where the subject is a person.

    French « ses mains » has no gender of the owner. Only where the sentence begins with a person, nothing else stands
    between that could have hands or stand for election, and the words are of people.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(("its", "it")):
        start = tokens.starts[at]
        if inside(start, view.quoted):
            continue
        gender = _worn(tokens, at) if tokens.lows[at] == "its" else _said(tokens, at)
        if gender is None and tokens.lows[at] == "its":
            gender = _accompanied(tokens, at)
        if gender is None:
            continue
        forms = {"its": ("his", "her"), "it": ("he", "she")}[tokens.lows[at]]
        put = forms if gender == "" else (forms[gender == "f"],)
        yield Hit(Span(start, tokens.ends[at]), "the subject is a person", put, 0.7 if gender else 0.62)


def _person(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """After the person that opens the sentence around token `at`, with what hangs on it, and the gender."""
    first = tokens.opening(at)
    base = base_phrase(tokens, first)
    if base is None or base > at or tokens.lows[first] not in ("the", "a", "an", "this", "one"):
        return None
    if base > first + 2 and tokens.lows[base - 1] in _LIVES:  # the old carpenter | lives
        base -= 1
    head = tokens.lows[base - 1]
    gender = gender_of_noun(head)
    if gender is None or head in human.COLLECTIVE or "s" in classes(head) or tokens.lows[base - 2] == "'s":
        return None
    if _BEASTS & set(tokens.lows[max(0, first - 40) : at]):
        return None
    end = noun_phrase(tokens, first, frozenset(("of", "in", "from", "at"))) or base
    end = base if end > base and tokens.lows[base] in _LIVES else end
    return (end, gender) if end <= at else None


def _worn(tokens: Tokens, at: int) -> str | None:
    """…, its hands bleeding,"""
    found = _person(tokens, at)
    if found is None or found[0] != at - 1 or tokens.lows[at - 1] != ",":
        return None
    nouns = tokens.lows[at + 1 : at + 3]
    return found[1] or "" if _WORN & set(nouns[:1]) or (_WORN & set(nouns) and nouns[0] in ("left", "right")) else None


def _accompanied(tokens: Tokens, at: int) -> str | None:
    """lives alone with its dog"""
    if tokens.lows[at - 1] != "with" or at + 1 >= len(tokens):
        return None
    noun = at + 2 if tokens.lows[at + 1] in ("two", "three", "four", "old", "young", "little") else at + 1
    if noun >= len(tokens) or tokens.lows[noun] not in _WITH or tokens.lows[noun + 1 : noun + 2] in (("of",), ("'s",)):
        return None
    found = _person(tokens, at - 1)
    if found is None or at - found[0] > 8 or tokens.lows[found[0]] not in _LIVES:
        return None
    return found[1] or ""


def _said(tokens: Tokens, at: int) -> str | None:
    """said that it would not stand in the elections"""
    verb = at - 2 if tokens.lows[at - 1] == "that" else at - 1
    found = _person(tokens, verb) if verb > 1 else None
    if found is None or tokens.lows[verb] not in REPORTING_FINITE or verb - found[0] > 2:
        return None
    pairs = tuple(zip(tokens.lows[at + 1 : at + 5], tokens.lows[at + 2 : at + 6], strict=False))
    return found[1] or "" if any(pair in _DOES for pair in pairs) else None

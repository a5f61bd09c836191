"""a place of `it` or `its` -> whether its clause says what only a person does or has, and nothing else is in reach."""

from __future__ import annotations

from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.tokens import BREAK, WORD, Tokens
from mtcheck.lang import deeds, human

BREEDING = human.COLLECTIVE | frozenset(
    "calf foal cub lamb chick kitten pony foundling mare plant language country".split()
)
_TIMES = frozenset("day week month year morning evening night today yesterday tomorrow time spring summer".split())
_JOINS = frozenset(
    [":", ";", "and", "but", "because", "where", "then", "since", "so", "when", "while", "after", "before"]
)
_CARRIED = frozenset("has had will would is was can could does did not never also still no longer".split())
_HUMAN = frozenset(
    "refuse hope want wish fear regret promise swear deny admit confess marry apologise apologize resign smile weep sob"
    " laugh thank kiss hug bake teach sign dream retire insist joke blush".split()
)
"""Of the deeds, those that no thing or body near the person would do in such a clause."""


def things(tokens: Tokens, first: int, last: int, beside: frozenset[str] = frozenset()) -> bool:
    """Whether a singular noun for a thing stands in the range, other than behind `of` (the prefect of the region)."""
    for at in range(first, last):
        low = tokens.lows[at]
        kinds = classes(low) if tokens.kinds[at] == WORD and not tokens.capital(at) else ""
        thing = kinds[:1] == "N" and "s" not in kinds and gender_of_noun(low) is None and low not in _TIMES | beside
        if thing and tokens.lows[max(0, at - 2) : at] != ("of", "the"):
            return True
    return False


def _only_person(tokens: Tokens, place: Place, human_deed: bool = False) -> bool:
    """Whether nothing but the person can be meant: no thing before, here or in the sentence before it."""
    if not human_deed and things(tokens, place.first, place.at):
        return False
    start = place.first
    if start > 1 and tokens.kinds[start - 1] != BREAK:
        start = tokens.sentence(start - 1, start)[0]
    return not any(low in human.COLLECTIVE for low in tokens.lows[start : place.at])


def has(tokens: Tokens, place: Place, noun: str) -> bool:
    """Whether a clause behind that of the person speaks of what only a person has: …, and its new club."""
    if place.at + 2 < place.last and classes(noun)[:1] == "J":
        noun = tokens.lows[place.at + 2]
    joins = {"and", ";", ":", "but"} & set(tokens.lows[place.first : place.at])
    return bool(joins) and noun in deeds.DISTINCT and _only_person(tokens, place, noun in deeds.ATTENDANTS)


def does(tokens: Tokens, place: Place) -> bool:
    """Whether a clause behind that of the person says what only a person does: …: it had four patients waiting."""
    lows, at = tokens.lows, place.at
    if at == place.first or (lows[at - 1] not in _JOINS and lows[at - 2 : at] != (",", "then")):
        return False
    follows = verb_behind(tokens, place, _CARRIED)
    if follows >= place.last:
        return False
    verb = lows[follows]
    behind = lows[follows + 1 : follows + 6]
    if verb in deeds.MOODS and lows[follows - 1] in ("is", "was"):
        return True
    if verb == "known" and " ".join(behind[:3]).startswith(("to police", "to justice", "to the police", "to the cour")):
        return True  # it was already known to the police
    lemmas = {lemma for lemma, tag in verb_readings(verb) if tag in ("third", "past", "base", "participle", "gerund")}
    if lemmas & {"have", "lose", "break"} or lows[follows - 1] in ("has", "had"):
        held = behind if lemmas & {"have", "lose", "break"} else lows[follows : follows + 5]
        if any(low in deeds.POSSESSED for low in held):
            return True
    if "get" in lemmas and behind[:1] == ("up",):
        return not _animal(tokens, place)
    if lemmas & {"undergo", "need", "have"} and {"surgery", "operation"} & set(behind):
        return True
    return (
        bool(lemmas & deeds.DEEDS)
        and not _animal(tokens, place)
        and _only_person(tokens, place, lemmas & _HUMAN != set())
    )


def verb_behind(tokens: Tokens, place: Place, carried: frozenset[str]) -> int:
    """The token behind a pronoun, its auxiliaries (`carried`) and adverbs; `place.last` where the sentence ends."""
    at = place.at + 1
    while at < place.last and (tokens.lows[at] in carried or classes(tokens.lows[at]) == "R"):
        at += 1
    return at


def _animal(tokens: Tokens, place: Place) -> bool:
    return any(low in BREEDING for low in tokens.lows[place.first : place.at])

"""its, opening a sentence -> the person behind it whose lawyer, wife or arrest it is."""

from __future__ import annotations

from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import Person
from mtcheck.analysis.phrases import base_phrase
from mtcheck.analysis.tokens import Tokens
from mtcheck.analysis.view import View
from mtcheck.lang import deeds, en, human

ANIMALS = frozenset(
    "dog cat horse bird bear wolf animal puppy kitten cow sheep goat bull lion tiger baby child".split()
)


def spoken_for(view: View, tokens: Tokens, place: Place) -> Person | None:
    """The person who is the subject behind what opens the sentence: According to its lawyer, the accused will plead."""
    comma = place.at + 2
    noun, lead = tokens.lows[min(place.at + 1, len(tokens) - 1)], tokens.lows[place.first : place.at]
    if not lead and noun in deeds.SPOUSES and place.low == "its":  # Its wife says that Marc Lefort left
        named = view.people.between(tokens.starts[place.at + 2], tokens.ends[place.last - 1])
        return named[0][1] if len({id(one) for _, one in named}) == 1 and named[0][1].named else None
    if not lead and noun in deeds.AT_THE_BAR - {"family", "entourage"}:
        return _client(view, tokens, place)
    opens = lead == ("according", "to") and noun in deeds.AT_THE_BAR
    opens = opens or (lead in _TIMES and noun in deeds.LIFE)
    if place.low != "its" or not opens or comma + 2 >= place.last or tokens.lows[comma] != ",":
        return None
    told = gender_of_noun(tokens.lows[comma + 2]) is not None
    end = comma + 3 if told else base_phrase(tokens, comma + 1)
    mentions = view.people.between(tokens.starts[comma + 1], tokens.ends[end - 1]) if end else []
    tags = {tag for _, tag in verb_readings(tokens.lows[end])} if end is not None and end < place.last else set()
    if end is not None and classes(tokens.lows[end])[:1] == "R":
        tags = {"past"}  # the former nurse never said
    verb = bool(tags & {"past", "third"}) or (end is not None and classes(tokens.lows[end])[:1] in ("V", "M"))
    if len(mentions) != 1 or not verb or tokens.lows[comma + 1] in ("a", "an"):
        return None
    person = mentions[0][1]
    return None if person.name in ANIMALS or person.name in human.COLLECTIVE else person


def _client(view: View, tokens: Tokens, place: Place) -> Person | None:
    """Its lawyer says the accused is exhausted: whoever the only other person is."""
    at = place.at + 2
    at += tokens.lows[at : at + 1] == ("also",)
    if at + 3 >= place.last or tokens.lows[at] not in en.REPORTING_FINITE:
        return None
    at += 1 + (tokens.lows[at + 1] == "that")
    if tokens.lows[at] != "the" or gender_of_noun(tokens.lows[at + 1]) is None:
        return None
    person = view.people.at(tokens.starts[at + 1])
    return None if person is None or person.name in ANIMALS or person.name in human.COLLECTIVE else person


_TIMES = tuple((low,) for low in ("after", "before", "since", "during", "despite", "at", "from", "in", "on"))

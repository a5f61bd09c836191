from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.antecedents import Place, context_open, object_of_own_clause, places, sole
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS, Person
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_OTHER = {
    "f": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
    "m": {"she": "he", "her": "his", "hers": "his", "herself": "himself"},
}
_TRIGGERS = ("he ", "He ", "his ", "His ", "him", "she ", "She ", "her ", "Her ", "herself", "their ")


@rule(
    "pronoun-gender",
    safety=SUGGEST,
    triggers=_TRIGGERS,
    bad=[
        "Judge Hélène Castaing signed the ruling [[himself->herself]] on Friday.",
        "Asked about [[his->her]] first season, Camille Ferrat says that she slept badly.",
        "The actress Lucie Marsan said that [[his->her]] dog had found the keys.",
        "The widow of the painter says that the prize was given to [[him->her]], because she had kept the drawings.",
        "Minister Elena Vidal announced that [[he->she]] would build two schools.",
        "A midwife in [[their->her]] thirties was treated for burns.",
        "The queen of the fair lost [[his->her]] shoes in the mud.",
        "Mr Lassale, the former mayor, has sold [[her->his]] boat in the harbour, where he still comes.",
        "Noémie Vasseur is leaving. “It was my choice,” [[he->she]] said.",
    ],
    good=[
        "Judge Hélène Castaing thanked the mayor for his speech.",
        "Judge Hélène Castaing met Paul Rivière. He had worked with her.",
        "The widow of the painter kept his drawings.",
        "Minister Elena Vidal saw him on Friday.",
        "Camille Ferrat lost his keys.",
        "Elena Vidal and her husband left; he was driving.",
        "Paul Rivière died in May. His widow, Elena Vidal, sold his house.",
        "“He lost his keys,” said Elena Vidal.",
    ],
)
def pronoun_gender(view: View) -> Iterator[Hit]:
    """A pronoun of the wrong gender for the only person it can stand for: Judge Anne Morel … himself.

    French son, sa and lui say nothing of the owner’s gender, and Spanish, Italian and Portuguese drop the
    subject: machines choose his, him and he. Titles, nouns (actress, widow) and unambiguous first names decide.
    Nothing is reported where another person in reach could be meant, or one whose gender the text leaves open,
    nor inside quotations.
    """
    yield from _decades(view)
    corrected: set[int] = set()
    for place in places(view, PRONOUNS):
        gender = PRONOUNS[place.low]
        person = sole(view, place, gender)
        if person is None or not person.gender or person.gender == gender:
            continue
        if place.low.endswith("self") and not person.certain:
            continue
        if object_of_own_clause(view, place, person) or context_open(view, place, gender, person, corrected):
            continue
        object_her = place.low == "her" and not _possessive(view, place)
        new = "him" if object_her else _OTHER[person.gender][place.low]
        corrected.add(place.at)
        yield Hit(place.span, _message(person), (_cased(view, place.span, new),), 0.8 if person.certain else 0.65)


def _possessive(view: View, place: Place) -> bool:
    """Whether `her` owns what follows: her boat, not `saw her in May`."""
    after = rx(r"\s+([^\W\d_]+)").match(view.text, place.span.end)
    return bool(after) and classes(after.group(1).lower())[:1] in ("N", "J", "U", "V", "")  # type: ignore[union-attr]


def _cased(view: View, span: Span, new: str) -> str:
    return new.capitalize() if view.text[span.start].isupper() else new


def _message(person: Person) -> str:
    who = person.name if person.named else f"the {person.name}"
    return f"{who} is a {'woman' if person.gender == 'f' else 'man'}"


def _decades(view: View) -> Iterator[Hit]:
    """a shepherdess in their forties; a man in her thirties."""
    for found in rx(
        r"(\w+) in (?:the )?(?:early |mid-?|late )?(their|his|her) (?:early |mid-?|late )?"
        r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)\b"
    ).finditer(view.text):
        person = view.people.at(found.start(1))
        if person is None or not person.certain:
            continue
        right = "her" if person.gender == "f" else "his"
        if found.group(2) != right and not rx(r"\b(?:and|or)\b").search(view.text, found.start() - 30, found.start()):
            yield Hit(Span(*found.span(2)), _message(person), (right,), 0.9)

"""Who is in a text, under which names, and what proves their gender; undecided is the default."""

from __future__ import annotations

import pytest

from mtcheck.analysis.people import Person
from mtcheck.analysis.view import View
from mtcheck.lang import human
from mtcheck.lang.first_names import gender_of_first_name


def person(text: str, word: str) -> Person:
    found = View(text).people.at(text.index(word))
    assert found is not None, f"nobody at {word!r}"
    return found


@pytest.mark.parametrize(
    ("text", "word", "gender"),
    [
        ("Ms Carlier won.", "Carlier", "f"),
        ("The actress Camille Ferrat won.", "Camille", "f"),
        ("Camille Ferrat won.", "Camille", ""),
        ("Jean-Marie Delos won.", "Jean", "m"),
        ("Elena Vidal won. Vidal was tired.", "Vidal was", "f"),
        ("Ariel Sharon won. Sharon was tired.", "Sharon was", ""),
        ("The prefect of the coast, Antoine Mercadal, spoke.", "prefect", "m"),
        ("Claire Aubanel, president of the club, spoke.", "president", "f"),
        ("The driver, a father of three, slept.", "driver", "m"),
        ("The driver of the bus, a woman of 45, slept.", "driver", "f"),
        ("His victim, a 30-year-old woman, slept.", "victim", "f"),
        ("The captain of the women’s team slept.", "captain", "f"),
        ("The schoolteacher left. She cried.", "schoolteacher", "f"),
        ("The mayor met the judge. She cried.", "mayor", ""),
        ("Mr Vidal met Mrs Vidal.", "Mrs", "f"),
        ("“She is here,” the mayor said.", "mayor", ""),
    ],
)
def test_gender(text: str, word: str, gender: str) -> None:
    assert View(text).people.gender_at(text.index(word)) == gender


def test_a_person_gathers_names_office_and_evidence() -> None:
    text = "The mayor of Lormes, Sylvie Brun, spoke. Brun smiled. The mayor left."
    found = person(text, "Sylvie")
    assert (found.name, found.gender, found.named, found.certain) == ("Sylvie Brun", "f", True, True)
    assert [text[span.start : span.end] for span in found.mentions] == ["mayor", "Sylvie Brun", "Brun", "mayor"]
    assert [text[span.start : span.end] for span in found.evidence] == ["Sylvie"]


def test_two_holders_of_an_office_stay_two() -> None:
    text = "The president, Radu Selk, met the president of Arvenia, Claire Aubanel. The president left."
    assert person(text, "Radu") is not person(text, "Claire")
    assert View(text).people.gender_at(text.rindex("president")) == ""


def test_contradicting_nouns_leave_the_gender_open() -> None:
    assert View("Paul Aubanel left. Ms Paul Aubanel sang.").people.persons[0].gender in ("", "m")


@pytest.mark.parametrize(
    "text",
    ["Valcombe won.", "The player salaries rose.", "He will recruit staff.", "The Port Police came.", "EDF paid."],
)
def test_no_person(text: str) -> None:
    assert not [one for one in View(text).people.persons if one.gender]


def test_nobody_at_a_gap() -> None:
    people = View("Elena Vidal won the race.").people
    assert people.at(15) is None and people.gender_at(15) == ""
    assert View("").people.persons == ()


def test_names_shared_by_women_and_men_decide_nothing() -> None:
    assert {gender_of_first_name(name) for name in "Camille Dominique Andrea Claude Jean Simone".split()} == {"?"}
    assert gender_of_first_name("Danièle") == "f" and gender_of_first_name("Daniele") == "?"
    assert gender_of_first_name("Zzyzx") == ""


def test_noun_tables_are_disjoint() -> None:
    assert not human.FEMININE & human.MASCULINE
    assert not human.NEUTRAL & (human.FEMININE | human.MASCULINE)


@pytest.mark.parametrize(
    "text",
    ["Roseanna Monk said that she stopped.", "The prize went to the Adelaide-born academic who lost his keys."],
)
def test_a_surname_that_is_a_noun_and_a_town_somebody_was_born_in_say_no_gender(text: str) -> None:
    assert not [person for _, person in View(text).people.between(0, len(text)) if person.certain]

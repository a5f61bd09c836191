"""The bilingual lexicon: its lines are read as they are meant, and speak only where the very words are linked."""

from __future__ import annotations

import pytest

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.minilanguage import PackError
from mtcheck.analysis.senses import compile_senses, senses
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import packs
from mtcheck.rules.bilingual.source_word import source_word
from mtcheck.text import Edit, Span, splice


def said(source: str, target: str) -> list[Hit]:
    passage = Passage(Span(0, len(source)), Span(0, len(target)), 1.0)
    return list(source_word(View(target, "fr", lambda: Bitext(source, "fr", [passage]))))


def repaired(source: str, target: str) -> str:
    edits = [edit for hit in said(source, target) for edit in hit.repairs[0] if isinstance(edit, Edit)]
    return splice(target, edits)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (
            "La flambée des prix inquiète les commerçants.",
            "The outbreak of prices worries merchants.",
            "The surge of prices worries shopkeepers.",
        ),
        ("Elle encourt dix ans de prison.", "She incurs ten years in prison.", "She faces ten years in prison."),
        ("L’édile a refusé.", "The edile refused.", "The mayor refused."),
        (
            "Les syndicats sont vent debout contre la réforme.",
            "The unions are wind standing against the reform.",
            "The unions are up in arms against the reform.",
        ),
    ],
)
def test_a_word_that_is_linked_is_repaired(source: str, target: str, wanted: str) -> None:
    assert repaired(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # the English word translates another one
        ("L’épidémie a coïncidé avec la flambée des prix.", "The outbreak coincided with soaring prices."),
        ("Elle a remercié les bénévoles.", "She thanked the volunteers."),
        # another word of the source explains it
        ("Une balle de tennis a roulé sur le court.", "A tennis ball rolled onto the court."),
        # the source is about something else than the lines are
        ("Le pilier de la terrasse est en pierre.", "The pillar of the terrace is made of stone."),
        # part of a name
        ("La chaîne Antenne 3 a gagné.", "The channel Antenna 3 won."),
    ],
)
def test_a_word_that_is_not_is_left_alone(source: str, target: str) -> None:
    assert said(source, target) == []


def test_the_message_shows_both_words() -> None:
    (hit,) = said("L’édile a refusé.", "The edile refused.")
    assert hit.message == "“édile” is here “mayor”"
    assert hit.evidence is not None
    assert hit.evidence.text == "édile"


def test_a_topic_holds_for_the_lines_below_it() -> None:
    text = "[sport] match* club* but\npilier* = <pillar:n> -> <prop:n>\n[]\nedile ! x = edile -> mayor / town mayor\n"
    one, other = (sense for _, sense in senses(text))
    assert one["topic"] == ["match*", "club*", "but"]
    assert "topic" not in other
    assert other["alibi"] == ["x"]
    assert other["put"] == ["mayor", "town mayor"]


@pytest.mark.parametrize("line", ["edile edile -> mayor", "edile = edile", "edile = (edile -> mayor", "{0-3} = a -> b"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(PackError, match="line 2"):
        compile_senses(f"# a comment\n{line}\n", set())


def test_every_line_has_a_name_of_its_own_and_changes_something() -> None:
    for path in packs.lexicons("fr"):
        lines = [sense for _, sense in senses(path.read_text("utf-8"))]
        assert len({sense["name"] for sense in lines}) == len(lines)
        assert [sense for sense in lines if sense["find"].strip("(<>)") in sense["put"]] == []

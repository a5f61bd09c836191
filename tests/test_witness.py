"""The source as a witness: its patterns, and when an entry that has them speaks."""

from __future__ import annotations

import pytest

from mtcheck.analysis.attested import attested
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.entries import compile_entry
from mtcheck.analysis.minilanguage import PackError
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import all_places, folded, parsed, source_words
from mtcheck.finding import Hit
from mtcheck.rules.bilingual.source_name import source_name
from mtcheck.rules.bilingual.source_sense import source_sense
from mtcheck.text import Edit, Span


def beside(source: str, target: str) -> View:
    passage = Passage(Span(0, len(source)), Span(0, len(target)), 1.0)
    return View(target, "fr", lambda: Bitext(source, "fr", [passage]))


@pytest.mark.parametrize(
    ("pattern", "text", "count"),
    [
        ("reclam*", "Ils réclament ; elle réclame.", 2),
        ("garde* a vue", "Il a été gardé à vue.", 1),
        ("d ici", "D’ici lundi.", 1),
        ("revien*|revin* {0-1} sur", "Elle revient encore sur son départ.", 1),
        ("revien*|revin* {0-1} sur", "Elle revient vite et puis sur scène.", 0),
        ("oeuvre", "Une œuvre, une ŒUVRE.", 2),
        ("il y a {0-2} ans", "Il y a près de trois ans.", 0),
        ("il y a {0-3} ans", "Il y a près de trois ans.", 1),
    ],
)
def test_patterns(pattern: str, text: str, count: int) -> None:
    assert len(all_places([parsed(pattern)], source_words(text))) == count


def test_folding_drops_accents_and_case() -> None:
    assert folded("Élysée") == "elysee"
    assert folded("Cœur") == "coeur"


@pytest.mark.parametrize("pattern", ["", "{0-2} mot", "mot {0-2}"])
def test_a_pattern_begins_and_ends_with_a_word(pattern: str) -> None:
    with pytest.raises(ValueError, match="begins and ends with a word"):
        parsed(pattern)


@pytest.mark.parametrize("field", ["alibi", "beside"])
def test_what_stands_beside_a_witness_needs_one(field: str) -> None:
    entry = {"name": "x", "why": "y", "bad": ["[[a]]"], "good": ["b"], "find": "a", field: ["c"]}
    with pytest.raises(PackError, match=field):
        compile_entry(entry, set())


def proved(source: str, target: str, word: str, new: str | tuple[Edit, ...], alibi: str = "", too: str = "") -> str:
    """The evidence for changing `word` to `new` where the source has « réclamer »; empty where there is none."""
    start = target.index(word)
    conditions = {"witness": [parsed("reclam*")], "alibi": [parsed(alibi)] if alibi else []}
    if too:
        conditions["beside"] = [parsed(too)]
    found = attested(conditions, beside(source, target), Hit(Span(start, start + len(word)), "", (new,)))
    return found.text if found else ""


def test_the_witness_is_the_evidence() -> None:
    assert proved("Ils réclament une prime.", "They claim a bonus.", "claim", "demand") == "réclament"
    assert proved("Ils affirment une chose.", "They claim a thing.", "claim", "demand") == ""


def test_an_alibi_silences() -> None:
    source = "Ils réclament et revendiquent une prime."
    assert proved(source, "They claim a bonus.", "claim", "demand", "revendiqu*") == ""


def test_words_that_must_stand_there_too() -> None:
    source = "Ils réclament une prime."
    assert proved(source, "They claim a bonus.", "claim", "demand", too="salaire*|prime*") == "réclament"
    assert proved(source, "They claim a bonus.", "claim", "demand", too="salaire*") == ""


@pytest.mark.parametrize(
    ("target", "new", "wanted"),
    [
        ("They claim for a bonus.", "ask for", ""),
        ("They ask claims now.", "ask for", ""),
        ("They claim a bonus.", "ask for", "réclament"),
    ],
)
def test_a_repair_says_no_word_twice(target: str, new: str, wanted: str) -> None:
    start = target.index("claim")
    edit = Edit(Span(start, start + len("claim")), new)
    assert proved("Ils réclament une prime.", target, "claim", (edit,)) == wanted


def test_what_is_said_already_needs_no_repair() -> None:
    source = "Ils réclament une prime et affirment être seuls."
    assert proved(source, "They are demanding a bonus and claim to be alone.", "claim", "demand") == ""
    twice = "Ils réclament une prime et réclament du repos."
    assert proved(twice, "They are demanding a bonus and claim rest.", "claim", "demand") == "réclament"


def test_a_word_of_a_name_is_no_word() -> None:
    source = "L’animatrice quitte l’antenne."
    assert [hit.entry for hit in source_sense(beside(source, "The host leaves the antenna."))] == ["antenna-air"]
    assert not list(source_sense(beside("Elle quitte Antenne 3.", "She leaves the Antenna 3.")))


@pytest.mark.parametrize(
    ("source", "target", "new"),
    [
        ("Elle l’a dit au quotidien Les Cloches.", "She told the daily The Bells.", "Les Cloches"),
        ("L’équipe des Loups de Brest a gagné.", "The team of the Wolves of Brest won.", "Loups de Brest"),
        ("Elle anime l’émission culte Vertes Collines.", "She hosts the Green Hills show.", "Vertes Collines"),
        ("Le club de Suisse a gagné.", "The Switzerland club won.", ""),
        ("Il lit Le Havre libre.", "He reads the Free Haven.", ""),
        ("Le match contre l’Étoile de Valcombe.", "The match against Étoile de Valcombe.", ""),
        ("Il a vu Le Caire et La Mecque.", "He saw Cairo and Mecca.", ""),
    ],
)
def test_names(source: str, target: str, new: str) -> None:
    assert [hit.repairs[0] for hit in source_name(beside(source, target))] == ([new] if new else [])


def test_without_a_source_nothing_is_said() -> None:
    view = View("The strikers claim a bonus of 150 euros in The Team.", "fr")
    assert not list(source_sense(view))
    assert not list(source_name(view))

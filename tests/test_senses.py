"""The bilingual lexicon: its lines are read as they are meant, and speak only where the very words are linked."""

from __future__ import annotations

import re

import pytest

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.minilanguage import PackError, parse
from mtcheck.analysis.senses import compile_senses, senses
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import packs
from mtcheck.lang.compile import read_lists
from mtcheck.rules.bilingual.source_word import source_word
from mtcheck.text import Edit, Span, splice


def said(source: str, target: str, language: str = "fr") -> list[Hit]:
    passage = Passage(Span(0, len(source)), Span(0, len(target)), 1.0)
    return list(source_word(View(target, language, lambda: Bitext(source, language, [passage]))))


def repaired(source: str, target: str, language: str = "fr") -> str:
    edits = [edit for hit in said(source, target, language) for edit in hit.repairs[0] if isinstance(edit, Edit)]
    return splice(target, edits)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (
            "La flambée des prix inquiète les commerçants.",
            "The outbreak of prices worries merchants.",
            "The surge of prices worries merchants.",
        ),
        ("Elle encourt dix ans de prison.", "She incurs ten years in prison.", "She faces ten years in prison."),
        ("L’édile a refusé.", "The edile refused.", "The mayor refused."),
        ("Le train est à quai.", "The train is at the wharf.", "The train is at the platform."),
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
    ("language", "source", "target", "wanted"),
    [
        ("es", "El éxito de la serie.", "The exit of the series.", "The success of the series."),
        ("es", "El juez archivó la querella.", "The judge closed the quarrel.", "The judge closed the complaint."),
        ("es", "La dimisión del ministro.", "The dimission of the minister.", "The resignation of the minister."),
        ("it", "Il sindaco ha parlato.", "The syndic spoke.", "The mayor spoke."),
        ("it", "La libertà era a rischio per il vertice.", "Freedom was at risk for the vertex.",
         "Freedom was at risk for the summit."),
        ("pt", "O arguido ficou em silêncio.", "The argued remained silent.", "The suspect remained silent."),
        ("pt", "A prefeitura abriu a praia.", "The prefecture opened the beach.", "The city hall opened the beach."),
        ("de", "Der Haftbefehl liegt vor.", "The arrest command is there.", "The arrest warrant is there."),
        ("de", "Der Konzern baut Stellen ab.", "The concern cuts jobs.", "The group cuts jobs."),
        ("nl", "De dader is gevlucht.", "The doer has fled.", "The perpetrator has fled."),
        ("nl", "De taakstraf was kort.", "The task punishment was short.", "The community service was short."),
    ],
)  # fmt: skip
def test_the_other_languages_have_a_lexicon_too(language: str, source: str, target: str, wanted: str) -> None:
    assert repaired(source, target, language) == wanted


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("es", "El éxito fue grande y la salida fue fácil.", "The success was great and the exit was easy."),
        ("it", "Il marchio è comune a molti.", "The brand is common to many."),
        ("pt", "O técnico de informática chegou.", "The computer technician arrived."),
        ("de", "Das Haus hat einen Chef in der Küche.", "The house has a chef in the kitchen."),
        ("nl", "De rente stijgt.", "The interest rate rises."),
    ],
)
def test_the_other_lexicons_leave_right_words_alone(language: str, source: str, target: str) -> None:
    assert said(source, target, language) == []


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
        ("La défense a gagné du terrain dans ce match de football.", "Defence gained ground in this football match."),
        ("Les cordons de la bourse se resserrent.", "The purse strings are tightening."),
        ("Le confinement des animaux d’élevage sera interdit.", "The confinement of farm animals will be banned."),
        ("La diffusion du savoir enrichit le pays.", "The diffusion of knowledge makes the country richer."),
        ("Le ténor a chanté un air d’opéra.", "The tenor sang an opera aria."),
        ("Un dauphin nage dans la mer.", "A dolphin is swimming in the sea."),
        ("La perte de temps fut énorme.", "The waste of time was huge."),
        # the word has that sense too, and the one that the line would put needs a frame
        ("La théorie du choc des civilisations est fausse.", "The theory of the clash of civilisations is false."),
        ("Ses progrès sont stupéfiants.", "His progress is amazing."),
        ("Le bilan financier de la société est bon.", "The company’s financial balance sheet is good."),
        ("Le parti est condamné à la défaite.", "The party is condemned to defeat."),
        ("Il l’emportera sans doute.", "He will without doubt win."),
        ("Elle se réclame de Zola.", "She claims Zola as her model."),
        ("Une perte de pouvoir conséquente.", "A consequent loss of power."),
        ("Cette crise dégrade les ressources.", "This crisis degrades resources."),
        ("Il est suspecté d’avoir crié à la hausse des impôts.", "He reacted to the rise in taxes."),
        ("Le bateau est à quai.", "The boat is at the wharf."),
        # a synonym is no mistake
        ("Il est lauréat du prix Nobel.", "He is a Nobel laureate."),
        ("Le taux de chômage baisse en dépit de la crise.", "The rate of unemployment falls in spite of the crisis."),
        # the repair would say the next word twice
        ("Le vestiaire est vide après ce match du club.", "The wardrobe dressing room is empty after the match."),
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
    text = "[sport] match* club* but\npilier* = <pillar:n> -> <prop:n>\n[]\n"
    text += "edile + maire* / ville ! x = edile -> mayor / town mayor\n"
    one, other = (sense for _, sense in senses(text))
    assert one["topic"] == ["match*", "club*", "but"]
    assert "topic" not in other
    assert other["alibi"] == ["x"]
    assert other["beside"] == ["maire*", "ville"]
    assert other["put"] == ["mayor", "town mayor"]


@pytest.mark.parametrize("line", ["edile edile -> mayor", "edile = edile", "edile = (edile -> mayor", "{0-3} = a -> b"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(PackError, match="line 2"):
        compile_senses(f"# a comment\n{line}\n", set())


@pytest.mark.parametrize("language", ["fr", "es", "de", "it", "pt", "nl"])
def test_every_line_has_a_name_of_its_own_and_changes_something(language: str) -> None:
    for path in packs.lexicons(language):
        lines = [sense for _, sense in senses(path.read_text("utf-8"))]
        assert len({sense["name"] for sense in lines}) == len(lines)
        assert [sense for sense in lines if sense["find"].strip("(<>)") in sense["put"]] == []


@pytest.mark.parametrize("language", ["fr", "es", "de", "it", "pt", "nl"])
def test_no_line_copies_a_word_that_it_could_write(language: str) -> None:
    """`(pink) to {base} -> keen to $2` says `to` twice: whoever copies a bare word has counted wrong."""
    lists = set(read_lists())
    for path in packs.lexicons(language):
        for number, sense in senses(path.read_text("utf-8")):
            assert "(" not in "".join(sense["put"]), f"{path}: line {number}: a replacement has no alternatives"
            elements, _ = parse(sense["find"], lists)
            for copied in re.findall(r"(?<!\.)\$(\d)(?!\.\.)", " ".join(sense["put"])):
                kind, *words = elements[int(copied) - 1]
                assert kind != "w" or len(words[0]) > 1, f"{path}: line {number}: ${copied}"

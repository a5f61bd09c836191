"""The language a text was translated from, by what the English kept of it."""

from __future__ import annotations

import pytest

from mtcheck.analysis.provenance import provenance, source_language
from mtcheck.analysis.view import View


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« We will see », assures the préfet. This Monday, 12 000 people marched in Nantes at 10h30.", "fr"),
        ("The governor He signed. The alcalde of the ayuntamiento spoke. ¡Viva!", "es"),
        ("NThe Bundestag met. „We stay“, said the Ministerpräsident.", "de"),
        ("The carabinieri came.\n\nRead also – >>> The sea\n\nThe Juventus won.", "it"),
        ("Last Monday (18), the prefeitura closed. On Friday (22), the vereador left.", "pt"),
        ("The wethouder fell with the door in the house. Lees ook", "nl"),
    ],
)
def test_language(text: str, language: str) -> None:
    found = provenance(View(text))
    assert (found.language, found.confidence > 0.3) == (language, True)
    assert found.evidence


@pytest.mark.parametrize("text", ["", "The bridge opened.", "Berlin, Hamburg and Munich are German cities."])
def test_french_is_assumed_where_little_is_found(text: str) -> None:
    found = provenance(View(text))
    assert (found.language, found.confidence) == ("fr", 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "The CDU and the CSU left the Bundestag, wrote Der Spiegel; the FDP stayed in Munich.",
        "Sunday (6) is the last day of the week.",
        "He studied at the Politecnico della Torre, near the Palazzo.",
    ],
)
def test_good_english_about_a_country_is_not_translated_from_its_language(text: str) -> None:
    assert source_language(View(text)).confidence == 0.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The hauliers have put the cry in the sky.", "es"),
        ("Nobody wants to throw the gun in the corn.", "de"),
        ("The sporting director throws water on the fire.", "it"),
        ("The inquiry ended in pizza.", "pt"),
        ("The alderman fell with the door in the house.", "nl"),
        ("The minister kicked into touch.", "fr"),
    ],
)
def test_a_short_text_is_known_by_its_mistakes(text: str, language: str) -> None:
    assert source_language(View(text)).language == language


def test_a_mistake_that_french_makes_too_is_french() -> None:
    assert source_language(View("The commune of Aubrac put the cry in the sky. He kicked into touch.")).language == "fr"


def test_one_entry_says_nothing_of_a_long_text() -> None:
    one, other = "The hauliers have put the cry in the sky. ", "The dockers fight without hairs on the tongue. "
    long = "The bridge opened on Monday. " * 60
    assert source_language(View(one + long)).confidence == 0.0
    assert source_language(View(one + other + long)).language == "es"


@pytest.mark.parametrize(
    "text", ["He saw red.", "The prefect and the mayor met.", "A man of 30 years’ experience runs it."]
)
def test_good_english_shows_no_language(text: str) -> None:
    assert source_language(View(text)).confidence == 0.0

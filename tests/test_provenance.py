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

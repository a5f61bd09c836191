"""Lists of words that machines leave standing: a line is an entry with the frame of the head."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck.lang import packs
from mtcheck.lang.accents import without_accents
from mtcheck.lang.words import words

HEAD = "# a comment\nwhy: an Italian word left in the text\nnot after: (il|la) / {capital}\ngood: Pasta.\n\n"


def test_a_line_has_the_frame_of_the_head() -> None:
    (entry,) = words(HEAD + "terapia intensiva -> intensive care / intensive-care unit\n", "it")
    assert entry["name"] == "it-terapia-intensiva"
    assert entry["find"] == "=terapia =intensiva"
    assert entry["put"] == ["intensive care", "intensive-care unit"]
    assert entry["not_after"] == ["(il|la)", "{capital}"]
    assert entry["good"] == ["Pasta."]
    assert entry["bad"] == ["They spoke of the [[terapia intensiva->intensive care]] on Friday."]


@pytest.mark.parametrize("line", ["scrutatore", "colour: red", "scrutatore teller"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 6: not of the form"):
        words(HEAD + line, "it")


def test_the_head_stands_first() -> None:
    with pytest.raises(ValueError, match="line 7"):
        words(HEAD + "scrutatore -> teller\ngood: Pizza.\n", "it")


@pytest.mark.parametrize(
    "path", [path for *_, path in packs.sources() if path.suffix == ".words"], ids=lambda path: path.parent.name
)
def test_words_stand_in_the_order_of_the_alphabet(path: Path) -> None:
    written = [entry["source"] for entry in packs.read_source(path)["entry"]]
    assert written == sorted(written, key=lambda word: (without_accents(word.lower()), word))

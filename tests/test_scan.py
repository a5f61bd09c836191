"""One pass over a long text finds what looking for each string finds, and a missing library changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.texts import news
from mtcheck.analysis import regex, scan
from mtcheck.analysis.codes import shipped_signs
from mtcheck.analysis.regex import expect, rx
from mtcheck.detect import detect
from mtcheck.formats import read
from mtcheck.rules import load

LONG = news(2 * regex._LONG)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An automaton of this test's own."""
    monkeypatch.setattr(scan, "_constant", set())
    monkeypatch.setattr(scan, "_automaton", None)
    monkeypatch.setattr(regex, "_scan", None)
    yield


def occurrences(sign: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(sign, at)]


@given(st.text(" abàé“😀", max_size=60), st.sets(st.text(" abàé“😀", min_size=1, max_size=3), max_size=8))
def test_every_place_is_found(text: str, signs: set[str]) -> None:
    scan._constant.update(signs)
    found = scan.Scan(text)
    for sign in [*sorted(signs), "never gathered", "b a"]:
        assert sorted(found.places([sign])) == occurrences(sign, text)
        assert found.any([sign]) == (sign in text)


def test_without_the_library_the_findings_are_the_same(alone: None, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(LONG.encode())
    with_it = detect(document, load(), "fr", [])
    assert scan._automaton is not None
    scan._automaton = None
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert detect(document, load(), "fr", []) == with_it != ()
    assert scan._automaton is None


def test_only_the_text_that_is_expected_is_looked_through(alone: None) -> None:
    text = expect("The boat left. " * 1000 + "They is late.\n")
    assert regex._scan is not None and regex._scan.text is text
    pattern = rx(r"[Tt]hey (?:is|was) late")
    assert [m.start() for m in pattern.finditer(text)] == [15000]
    other = "".join(["They was late. ", text])
    assert [m.start() for m in pattern.finditer(other)] == [0, 15015]


def test_what_depends_on_a_text_is_not_gathered(alone: None) -> None:
    detect(read(LONG.encode()), load(), "fr", [])
    known = len(scan._constant)
    assert known >= len(shipped_signs()) > 1000
    detect(read((news(3 * regex._LONG) + LONG).encode()), load(), "fr", [])
    # the longer text can be the first to ask a pattern of the code; its hundreds of names must leave nothing behind
    assert len(scan._constant) <= 1.01 * known

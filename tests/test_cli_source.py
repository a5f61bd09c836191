"""Where the source text comes from: --source, a pattern in the configuration, a line in the front matter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtcheck.formats.front_matter import source_named
from tests.command import mtcheck, put

FRENCH = "La maire est venue mardi. « C’est un jour heureux », a déclaré la maire. Elle est repartie le soir même.\n"
ENGLISH = "The mayor came on Tuesday. “This is a happy day,” the mayor said. She left again the same evening.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def language_of_source(*args: str) -> dict[str, float]:
    """For each file how sure the language is: 1 where a source says it."""
    result = mtcheck("check", "--format", "json", *args)
    assert result.exit_code in (0, 1), result.stderr
    return {one["path"]: one["source_language_confidence"] for one in json.loads(result.stdout)["files"]}


def test_a_pattern_in_the_configuration_finds_each_source() -> None:
    put("mtcheck.toml", 'source = "{dir}/{stem}.fr{suffix}"\n')
    put("news/a.txt", ENGLISH)
    put("news/a.fr.txt", FRENCH)
    put("news/b.txt", ENGLISH)
    assert language_of_source("news") == {"news/a.txt": 1.0, "news/b.txt": 0.0}  # the source itself is no translation
    result = mtcheck("check", "-v", "news")
    assert "news/a.txt: its source is news/a.fr.txt" in result.stderr
    assert "news/b.txt: no source at news/b.fr.txt" in result.stderr
    assert "source" not in mtcheck("check", "news").stderr


def test_a_pattern_without_dir_starts_at_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    put("mtcheck.toml", '[[per-file]]\npaths = ["en/*.txt"]\nsource = "originals/{name}"\n')
    put("en/a.txt", ENGLISH)
    put("other/a.txt", ENGLISH)
    put("originals/a.txt", FRENCH)
    assert language_of_source("en", "other") == {"en/a.txt": 1.0, "other/a.txt": 0.0}
    monkeypatch.chdir("en")
    assert language_of_source("a.txt") == {"a.txt": 1.0}


def test_a_file_that_is_named_is_examined_even_where_it_is_a_source() -> None:
    put("mtcheck.toml", 'source = "{dir}/{stem}.fr{suffix}"\n')
    put("a.txt", ENGLISH)
    put("a.fr.txt", FRENCH)
    assert set(language_of_source("a.txt", "a.fr.txt")) == {"a.txt", "a.fr.txt"}


@pytest.mark.parametrize("place", ['source = "{stam}.txt"\n', '[[per-file]]\npaths = ["*"]\nsource = "{stam}.txt"\n'])
def test_an_unknown_part_is_an_error(place: str) -> None:
    put("mtcheck.toml", place)
    put("a.txt", ENGLISH)
    result = mtcheck("check", "a.txt")
    assert result.exit_code == 2
    assert "no part {stam}" in result.stderr
    assert "{stem}" in result.stderr


def test_source_takes_a_pattern_for_many_files() -> None:
    for name in ("a", "b"):
        put(f"news/{name}.txt", ENGLISH)
        put(f"news/{name}.fr.txt", FRENCH)
    found = language_of_source("news", "--source", "{dir}/{stem}.fr{suffix}")
    assert found == {"news/a.txt": 1.0, "news/b.txt": 1.0}
    put("news/c.txt", ENGLISH)
    result = mtcheck("check", "news", "--source", "{dir}/{stem}.fr{suffix}")
    assert result.exit_code == 2
    assert "news/c.fr.txt is not there, for news/c.txt" in result.stderr
    assert result.stdout == ""


def test_one_file_is_not_the_source_of_many() -> None:
    put("a.txt", ENGLISH)
    put("b.txt", ENGLISH)
    put("a.fr.txt", FRENCH)
    result = mtcheck("check", "a.txt", "b.txt", "--source", "a.fr.txt")
    assert result.exit_code == 2
    assert "not the source of 2 texts" in result.stderr
    assert language_of_source("a.txt", "--source", "a.fr.txt") == {"a.txt": 1.0}
    assert mtcheck("check", "a.txt", "--source", "nope.txt").exit_code == 2


def test_a_pattern_and_standard_input() -> None:
    put("news/a.fr.txt", FRENCH)
    result = mtcheck("check", "-", "--source", "{dir}/{stem}.fr{suffix}", text=ENGLISH)
    assert result.exit_code == 2
    assert "--stdin-filename" in result.stderr
    arguments = ("check", "-", "--source", "{dir}/{stem}.fr{suffix}", "--stdin-filename", "news/a.txt")
    result = mtcheck(*arguments, "--format", "json", text=ENGLISH)
    assert json.loads(result.stdout)["files"][0]["source_language_confidence"] == 1.0


@pytest.mark.parametrize(
    ("front", "value"),
    [
        ("---\nsource: a.fr.md\n---\n", "a.fr.md"),
        ('---\ntitle: x\nsource: "mes textes/a.md"  # the original\n---\n', "mes textes/a.md"),
        ("+++\r\nsource = 'a.md'\r\n+++\r\n", "a.md"),
        ("---\ntitle: x\n---\nsource: a.md\n", None),
        ("source: a.md\n", None),
        ("---\nnested:\n  source: a.md\n---\n", None),
        ("---\nsource:\n---\n", None),
    ],
)
def test_front_matter_is_read(front: str, value: str | None) -> None:
    assert source_named(front + "Text.\n") == value


def test_front_matter_names_a_source_beside_the_file() -> None:
    put("mtcheck.toml", 'source = "{dir}/nothing{suffix}"\n')
    put("news/a.md", f"---\nsource: ../fr/a.md\n---\n{ENGLISH}")
    put("fr/a.md", FRENCH)
    assert language_of_source("news/a.md") == {"news/a.md": 1.0}


def test_a_source_that_front_matter_names_must_be_there() -> None:
    put("a.md", f"---\nsource: a.fr.md\n---\n{ENGLISH}")
    put("b.md", ENGLISH)
    result = mtcheck("check", "a.md", "b.md", "--format", "json")
    assert result.exit_code == 3
    assert "a.md: its front matter names a source: a.fr.md: no such file" in result.stderr
    assert [one["path"] for one in json.loads(result.stdout)["files"]] == ["b.md"]


@pytest.mark.parametrize("value", ["Reuters", "https://example.org/a.md", "www.example.org/a.md", "Le Monde, p. 3"])
def test_what_front_matter_calls_a_source_need_not_be_a_file(value: str) -> None:
    put("a.md", f"---\nsource: {value}\n---\n{ENGLISH}")
    assert set(language_of_source("a.md")) == {"a.md"}

"""Configuration: the nearest file counts, per file and per key, and nothing in it is ignored in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck.config import config_for, forget
from tests.command import mtcheck, put

ROUGH = "The mayor was there. “We are leaving”he said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    forget()
    return tmp_path


def test_the_nearest_file_counts() -> None:
    put("pyproject.toml", '[tool.mtcheck]\nignore = ["quote-close-fused"]\n')
    put("a.txt", ROUGH), put("sub/b.txt", ROUGH), put("other/c.txt", ROUGH)
    assert mtcheck("check", "a.txt", "sub/b.txt").exit_code == 0
    put("sub/mtcheck.toml", "")
    assert mtcheck("check", "sub/b.txt").exit_code == 1
    put("other/pyproject.toml", "[project]\nname = 'mtcheck'\n")  # says nothing: the one above counts
    assert mtcheck("check", "other/c.txt").exit_code == 0


def test_command_line_goes_before() -> None:
    put("mtcheck.toml", 'select = ["drop-cap"]\nfrom = "de"\n')
    put("a.txt", ROUGH)
    assert mtcheck("check", "a.txt").exit_code == 0
    assert mtcheck("check", "--select", "typography", "a.txt").exit_code == 1
    assert '"source_language": "de"' in mtcheck("check", "--format", "json", "a.txt").stdout
    assert '"source_language": "es"' in mtcheck("check", "--format", "json", "--from", "es", "a.txt").stdout


def test_a_folder_stands_for_translations_and_for_what_is_included() -> None:
    for name in ("a.html", "a.po", "a.srt", "locales/en.json", "data.json", "a.yml", "a.csv", "a.py", "a.css"):
        put(name, "")
    put("a.html", "<p>The mayor was there. “We are leaving”he said.")
    put("locales/en.json", '{"a": "The mayor was there. “We are leaving”he said."}')
    seen = mtcheck("check", "-v", ".")
    assert seen.stdout.count("quote-close-fused") == 1
    put("mtcheck.toml", 'include = ["locales/*.json"]\n')
    seen = mtcheck("check", ".")
    assert [line.split(":")[0] for line in seen.stdout.splitlines()] == ["a.html", "locales/en.json"]
    put("mtcheck.toml", 'include = ["locales/*.json"]\nexclude = ["locales"]\n')
    assert "en.json" not in mtcheck("check", ".").stdout


def test_per_file_and_exclude() -> None:
    put(
        "pyproject.toml",
        '[tool.mtcheck]\nexclude = ["old"]\n'
        '[[tool.mtcheck.per-file]]\npaths = ["drafts/**"]\nignore = ["typography"]\n',
    )
    for name in ("drafts/x/a.txt", "news/a.txt", "news/old/b.txt"):
        put(name, ROUGH)
    lines = mtcheck("check", ".").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["news/a.txt"]
    assert mtcheck("check", "news/old/b.txt").exit_code == 1  # named: then it is read


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.txt", "a/b.txt", True),
        ("a/*.txt", "a/b.txt", True),
        ("a/*.txt", "a/c/b.txt", False),
        ("a/**/b.txt", "a/b.txt", True),
        ("a/**/b.txt", "a/c/d/b.txt", True),
        ("a", "a/c/d/b.txt", True),
        ("c", "a/c/d/b.txt", True),
        ("b.tx?", "b.txt", True),
        ("a/", "a/b.txt", True),
        ("*.md", "a/b.txt", False),
    ],
)
def test_globs(glob: str, path: str, fits: bool) -> None:
    put("mtcheck.toml", "")
    assert config_for("a.txt").matches(path, (glob,)) is fits


def test_encoding_and_suggested() -> None:
    put("mtcheck.toml", 'encoding = "latin-1"\nsuggested = true\n')
    Path("a.txt").write_bytes("café".encode("latin-1"))
    assert mtcheck("check", "a.txt").exit_code == 0
    assert config_for("a.txt").suggested


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('selct = ["a"]', "no such key: selct\n  did you mean select?"),
        ("klingon = 1", "no such key: klingon\n  known keys: select"),
        ('select = "a"', "select must be a list of strings"),
        ("select = [1]", "select must be a list of strings"),
        ("from = 1", "from must be a string"),
        ("suggested = 1", "suggested must be true or false"),
        ("per-file = [1]", "per-file entry 1: must be a table"),
        ("[[per-file]]\nignore = ['drop-cap']", "per-file entry 1: no paths"),
        ("[[per-file]]\npathes = ['a']", "per-file entry 1: no such key: pathes\n  did you mean paths?"),
        ("select = [\n", "not TOML: "),
        ("select = ['nonsense']", "select: no rule, family or folder is called 'nonsense'"),
        ("ignore = ['drop-cat']", "ignore: no rule, family or folder is called 'drop-cat'\n  did you mean drop-cap?"),
    ],
)
def test_what_means_nothing_is_an_error(toml: str, problem: str) -> None:
    put("mtcheck.toml", toml + "\n")
    put("a.txt", "Clean.\n")
    result = mtcheck("check", "a.txt")
    assert result.exit_code == 2
    assert "mtcheck.toml: " in result.stderr
    assert problem in result.stderr


def test_a_syntax_error_is_placed() -> None:
    put("pyproject.toml", "[tool.mtcheck]\nselect = ]\n")
    put("a.txt", "Clean.\n")
    assert "line 2" in mtcheck("check", "a.txt").stderr


def test_a_configuration_that_is_no_text_is_told(here: Path) -> None:
    Path("mtcheck.toml").write_bytes(b'from = "fran\xe7ais"\n')
    put("a.txt", "Clean.\n")
    result = mtcheck("check", "a.txt")
    assert result.exit_code == 2
    assert "mtcheck.toml: not UTF-8" in result.stderr


def test_a_project_that_speaks_of_us_elsewhere_configures_nothing(here: Path) -> None:
    put("pyproject.toml", '[project]\ndescription = "[tool.mtcheck]"\n[tool.other.mtcheck]\nselect = 3\n')
    put("a.txt", "Clean.\n")
    assert mtcheck("check", "a.txt").exit_code == 0


def test_a_configuration_that_cannot_be_read_is_told(here: Path) -> None:
    Path("mtcheck.toml").mkdir()
    put("a.txt", "Clean.\n")
    result = mtcheck("check", "a.txt")
    assert result.exit_code == 2
    assert "mtcheck.toml: cannot be read (Is a directory)" in result.stderr

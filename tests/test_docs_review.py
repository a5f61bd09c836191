"""docs/review.md and docs/ci.md say what is true: every command in them runs, every format and key is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtcheck.cli import cli
from mtcheck.commands.asking import KEYS
from mtcheck.decisions import Decisions, dumps
from mtcheck.report import FORMATS

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {name: (DOCS / name).read_text("utf-8") for name in ("review.md", "ci.md")}
CALLS = sorted(
    {
        line
        for page in PAGES.values()
        for kind, block in re.findall(r"```(\w+)\n(.*?)```", page, re.DOTALL)
        for line in re.findall(r"\bmtcheck ((?:check|fix|apply|review|baseline)\b[^|#\n]*)", block)
        if kind in ("console", "yaml")
    }
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name in ("article.txt", "articles/a.txt"):
        (tmp_path / name).write_text("He said“yes”.\n", "utf-8")
    (tmp_path / "article.fr.txt").write_text("« Oui », dit-il.\n", "utf-8")
    for name in ("mtcheck-decisions.json", ".mtcheck-review.json"):
        (tmp_path / name).write_text(dumps(Decisions(".", ())), "utf-8")


@pytest.mark.parametrize("call", CALLS)
def test_every_command_runs(call: str) -> None:
    assert CALLS
    words = call.split()
    if "||" in words:
        words = words[: words.index("||")]
    if words[:2] == ["baseline", "--prune"]:
        CliRunner().invoke(cli, ["baseline", "articles/"])
    result = CliRunner().invoke(cli, words)
    expected = {"check": 1, "review": 2}.get(words[0], 0)  # a review needs a terminal: tests/test_review.py has one
    assert result.exit_code == expected, result.output
    assert "No such option" not in result.output


def test_every_format_is_one() -> None:
    table = re.findall(r"^\| `(\w+)` \|", PAGES["ci.md"], re.MULTILINE)
    assert len(table) >= 6
    assert set(table) <= set(FORMATS)


def test_every_key_is_described() -> None:
    table = PAGES["review.md"].split("## In the terminal")[1].split("## A baseline")[0]
    described = set(re.findall(r"`(\w)`", table))
    assert {key for key, _ in KEYS if len(key) == 1} - {"?"} <= described

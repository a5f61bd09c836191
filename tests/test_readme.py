"""The README says what is true: its commands run, its example is repaired as it shows, its JSON is ours."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtcheck.cli import cli
from mtcheck.config import config_for

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line.removeprefix("$ mtcheck ").partition("#")[0].split()
    for kind, block in BLOCKS
    if kind == "console"
    for line in block.splitlines()
    if line.startswith("$ mtcheck ")
]
ROUGH, FIXED = [block for kind, block in BLOCKS if kind == "text"][:2]
SOURCE = (
    "La maire a promis lundi 7 février de « suspendre la vente ».\n"
    "« Nous n’éteindrons pas la lampe », a-t-elle ajouté.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name in ("article.txt", "articles/a.txt"):
        (tmp_path / name).write_text(ROUGH, "utf-8")
    (tmp_path / "article.fr.txt").write_text(SOURCE, "utf-8")
    return tmp_path


def test_the_example_is_repaired_as_shown(here: Path) -> None:
    assert CliRunner().invoke(cli, ["fix", "--write", "article.txt"]).exit_code == 0
    assert (here / "article.txt").read_text("utf-8") == FIXED


def test_the_source_proves_what_is_shown(here: Path) -> None:
    shown, source = next(block for kind, block in BLOCKS if kind == "text" and "(fr) " in block).splitlines()
    (here / "a.txt").write_text(re.sub(r"\[-(.*?)-\]\{\+.*?\+\}", r"\1", shown) + "\n", "utf-8")
    (here / "a.fr.txt").write_text(source.removeprefix("(fr) ") + "\n", "utf-8")
    said = CliRunner().invoke(cli, ["fix", "--format", "text", "--source", "a.fr.txt", "a.txt"]).stdout
    assert shown in said
    assert source in said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_run(command: list[str]) -> None:
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == (1 if command[0] == "check" else 0), result.output


def test_the_json_has_the_shape_that_is_shown() -> None:
    shown = json.loads(next(block for kind, block in BLOCKS if kind == "json"))
    given = json.loads(CliRunner().invoke(cli, ["check", "--format", "json", "article.txt"]).stdout)
    assert keys(given) == keys(shown)
    assert given["files"][0]["findings"][0] == shown["files"][0]["findings"][0]


def keys(value: object) -> object:
    """The shape of a JSON value: objects' keys, and the first element of each list."""
    if isinstance(value, dict):
        return {key: keys(inner) for key, inner in value.items()}
    return [keys(inner) for inner in value[:1]] if isinstance(value, list) else None


def test_the_configuration_is_one(here: Path) -> None:
    (here / "pyproject.toml").write_text(next(block for kind, block in BLOCKS if kind == "toml"), "utf-8")
    config = config_for("interviews/x.txt")
    assert config.settings_for("interviews/x.txt").ignore == ("drop-cap", "attribution-comma-missing")
    (here / "terms.csv").write_text("préfet,prefect\n", "utf-8")
    (here / "mtcheck-baseline.jsonl").write_text("", "utf-8")
    (here / "house.toml").write_text('[residue]\nlines = ["Follow us"]\n', "utf-8")
    assert CliRunner().invoke(cli, ["check", "articles"]).exit_code == 1


def test_every_line_report_is_one() -> None:
    line = next(block for kind, block in BLOCKS if kind == "text" and block.startswith("article.txt:"))
    assert line in CliRunner().invoke(cli, ["check", "article.txt"]).stdout

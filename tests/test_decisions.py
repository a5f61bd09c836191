"""Decisions: read with suspicion, found again by content, carried out whole or refused; rejections are remembered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mtcheck.baseline import REJECTED, read
from mtcheck.cli import cli
from mtcheck.config import _own
from mtcheck.decisions import ACCEPT, EDIT, REJECT, Decided, Decision, Decisions, dumps, loads
from mtcheck.errors import InputProblem
from mtcheck.formats import read as read_text
from mtcheck.identity import fingerprints, occurrences
from mtcheck.pipeline import examine
from mtcheck.rules import load

TEXT = "The mayor was there. “We are leaving”he said to“everybody” at 80 000 people.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    return tmp_path


def decided(text: str, path: str, verdict: Callable[[int], str], put: str | None = None) -> Decided:
    """A decision on every finding of a text, by its number."""
    document = read_text(text.encode(), path)
    findings = examine(document, load(), "fr").findings
    prints = fingerprints(document.text.plain, findings)
    decisions = tuple(
        Decision(print_, count, f.rule, f.text, verdict(number), f.suggestions[0].text if put is None else put)
        for number, (f, print_, count) in enumerate(zip(findings, prints, occurrences(prints), strict=True))
    )
    return Decided(path, decisions, "fr", "plain", "utf-8")


def run(*arguments: str, files: tuple[Decided, ...] = (), folder: str = ".") -> Result:
    Path("d.json").write_text(dumps(Decisions(folder, files)), "utf-8")
    return CliRunner().invoke(cli, ["apply", "d.json", *arguments])


def test_they_read_back_as_written() -> None:
    whole = Decisions("/x", (decided(TEXT, "sub/a.txt", lambda number: ACCEPT),))
    assert loads(dumps(whole), "d.json") == whole


def test_a_diff_is_shown_and_nothing_written() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    result = run(files=(decided(TEXT, "a.txt", lambda number: ACCEPT),))
    assert result.exit_code == 0
    assert "+The mayor was there. “We are leaving,” he said to “everybody” at 80,000 people." in result.stdout
    assert "nothing was written" in result.stderr
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_accepted_is_written_and_rejected_remembered_where_it_stands_then() -> None:
    Path("sub/a.txt").write_text("New first line.\n\n" + TEXT, "utf-8")
    result = run("--write", files=(decided(TEXT, "sub/a.txt", lambda number: REJECT if number == 1 else ACCEPT),))
    assert (result.exit_code, result.stderr) == (0, "")
    after = Path("sub/a.txt").read_text("utf-8")
    assert after.endswith("“We are leaving,” he said to“everybody” at 80,000 people.\n")
    (entry,) = read(Path("mtcheck-baseline.jsonl"))
    assert (entry.verdict, entry.rule, entry.path) == (REJECTED, "quote-open-fused", "sub/a.txt")
    assert 'baseline = "mtcheck-baseline.jsonl" in [tool.mtcheck]' in result.stdout
    Path("mtcheck.toml").write_text('baseline = "mtcheck-baseline.jsonl"\n', "utf-8")
    _own.cache_clear()
    assert CliRunner().invoke(cli, ["check", "sub/a.txt"]).exit_code == 0


def test_a_decision_whose_sentence_changed_is_refused_and_the_others_made() -> None:
    Path("a.txt").write_text(TEXT.replace("leaving”he", "staying”she") + "\n“Yes”he left.\n", "utf-8")
    old = TEXT + "\n“Yes”he left.\n"
    result = run("--write", files=(decided(old, "a.txt", lambda number: ACCEPT),))
    assert result.exit_code == 3
    assert result.stderr.count("refused: ") == 3
    assert "a.txt: refused: quote-close-fused “””: not there any more" in result.stderr
    assert "1 repair in 1 file" in result.stdout
    assert (
        Path("a.txt")
        .read_text("utf-8")
        .endswith("staying”she said to“everybody” at 80 000 people.\n\n“Yes” he left.\n")
    )


def test_only_what_is_offered_is_accepted() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    result = run("--write", files=(decided(TEXT, "a.txt", lambda number: ACCEPT, put="rm -rf"),))
    assert result.exit_code == 3
    assert "no longer offered" in result.stderr
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_an_edit_stands_in_place_of_the_mark() -> None:
    Path("a.txt").write_text("He said“yes”.\n", "utf-8")
    assert run("--write", files=(decided("He said“yes”.\n", "a.txt", lambda n: EDIT, put=": “"),)).exit_code == 0
    assert Path("a.txt").read_text("utf-8") == "He said: “yes”.\n"


def test_two_that_want_the_same_words() -> None:
    Path("a.txt").write_text("He said“yes”.\n", "utf-8")
    one = decided("He said“yes”.\n", "a.txt", lambda n: EDIT, put=" “")
    both = one._replace(decisions=(*one.decisions, one.decisions[0]._replace(put=": “")))
    result = run("--write", files=(both,))
    assert "another accepted repair changes the same words" in result.stderr
    assert Path("a.txt").read_text("utf-8") == "He said “yes”.\n"


def test_two_that_want_the_same_edit_both_get_it() -> None:
    Path("a.txt").write_text("He said“yes”.\n", "utf-8")
    one = decided("He said“yes”.\n", "a.txt", lambda n: ACCEPT)
    result = run("--write", files=(one._replace(decisions=one.decisions * 2),))
    assert (result.exit_code, result.stdout) == (0, "2 repairs in 1 file\n")
    assert Path("a.txt").read_text("utf-8") == "He said “yes”.\n"


def test_equal_sentences_are_told_apart_by_their_number() -> None:
    text = "He said“yes”.\n\nHe said“yes”.\n"
    Path("a.txt").write_text(text, "utf-8")
    file = decided(text, "a.txt", lambda number: ACCEPT)
    assert [decision.occurrence for decision in file.decisions] == [1, 2]
    assert run("--write", files=(file._replace(decisions=file.decisions[1:]),)).exit_code == 0
    assert Path("a.txt").read_text("utf-8") == "He said“yes”.\n\nHe said “yes”.\n"


@pytest.mark.parametrize("path", ["../a.txt", "/etc/passwd", "sub/../../a.txt", "", "C:/a.txt", "..\\a.txt", "."])
def test_paths_stay_inside(path: str, here: Path) -> None:
    (here.parent / "a.txt").write_text(TEXT, "utf-8")
    result = run("--write", files=(decided(TEXT, "a.txt", lambda number: ACCEPT)._replace(path=path),))
    assert result.exit_code == 3
    assert "not a path below the folder" in result.stderr
    assert (here.parent / "a.txt").read_text("utf-8") == TEXT


def test_links_stay_inside(here: Path) -> None:
    (here.parent / "out.txt").write_text(TEXT, "utf-8")
    (here / "a.txt").symlink_to(here.parent / "out.txt")
    result = run("--write", files=(decided(TEXT, "a.txt", lambda number: ACCEPT),))
    assert (result.exit_code, "leads out of" in result.stderr) == (3, True)
    assert (here.parent / "out.txt").read_text("utf-8") == TEXT


def test_a_source_outside_is_refused() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    file = decided(TEXT, "a.txt", lambda number: ACCEPT)._replace(source="../a.fr.txt")
    assert "not a path below" in run(files=(file,)).stderr


def test_another_folder() -> None:
    Path("sub/a.txt").write_text(TEXT, "utf-8")
    files = (decided(TEXT, "a.txt", lambda number: ACCEPT),)
    lost = run("--write", files=files, folder="/no/such/folder")
    assert (lost.exit_code, "--folder DIR" in lost.stderr) == (3, True)
    assert run("--write", "--folder", "sub", files=files, folder="/no/such/folder").exit_code == 0
    assert Path("sub/a.txt").read_text("utf-8") != TEXT


def test_a_file_that_is_gone_costs_only_itself() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    files = tuple(decided(TEXT, path, lambda number: ACCEPT) for path in ("gone.txt", "a.txt"))
    result = run("--write", files=files)
    assert result.exit_code == 3
    assert "gone.txt: no such file" in result.stderr
    assert Path("a.txt").read_text("utf-8") != TEXT


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 2}, "version 2"),
        ({"mtcheck": "baseline"}, "not decisions"),
        ({"folder": 3}, "folder is no string"),
        ({"files": [{"path": "a.txt"}]}, "broken"),
        ({"files": [{"path": "a.txt", "decisions": [{"occurrence": True, "verdict": "accept"}]}]}, "occurrence True"),
        ({"files": [{"path": "a.txt", "decisions": [{"occurrence": 1, "verdict": "maybe"}]}]}, "verdict 'maybe'"),
        ({"files": 3}, "broken"),
    ],
)
def test_broken_decisions_are_told(change: dict[str, Any], said: str) -> None:
    whole = json.loads(dumps(Decisions(".", ()))) | change
    with pytest.raises(InputProblem, match=said):
        loads(json.dumps(whole), "d.json")


def test_what_is_not_json_is_told() -> None:
    Path("d.json").write_bytes(b"\xff{")
    assert "not UTF-8" in CliRunner().invoke(cli, ["apply", "d.json"]).stderr
    Path("d.json").write_text("<html>", "utf-8")
    assert "not JSON" in CliRunner().invoke(cli, ["apply", "d.json"]).stderr
    assert CliRunner().invoke(cli, ["apply", "none.json"]).exit_code == 3


def test_standard_input_and_quiet() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    given = dumps(Decisions(".", (decided(TEXT, "a.txt", lambda number: ACCEPT),)))
    result = CliRunner().invoke(cli, ["apply", "-", "--write", "--quiet"], input=given)
    assert (result.exit_code, result.output) == (0, "")
    assert "80,000" in Path("a.txt").read_text("utf-8")


def test_quiet_without_writing_only_looks() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    given = dumps(Decisions(".", (decided(TEXT, "a.txt", lambda number: ACCEPT),)))
    result = CliRunner().invoke(cli, ["apply", "-", "--quiet"], input=given)
    assert (result.exit_code, result.output) == (0, "")
    assert Path("a.txt").read_text("utf-8") == TEXT

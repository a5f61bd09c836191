"""The baseline: silent on what was there, loud on what is new, and a file that can be read and merged."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from mtcheck.baseline import KNOWN, REJECTED, Entry, add, read, write
from mtcheck.errors import UsageProblem
from mtcheck.text import Edit, Span, carried
from tests.command import mtcheck as run

TEXT = "The mayor was there. “We are leaving”he said to“everybody” at 80 000 people.\n"
FILE = Path("mtcheck-baseline.jsonl")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtcheck.toml").write_text(f'baseline = "{FILE}"\nfrom = "fr"\n', "utf-8")
    return tmp_path


def test_what_was_there_is_silent_and_what_is_new_is_not() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    made = run("baseline", "a.txt")
    assert (made.exit_code, made.stdout) == (0, f"{FILE}: 3 added, 3 in all\n")
    assert run("check", "a.txt").exit_code == 0
    Path("a.txt").write_text(f"A new title\n\nIt rained. {TEXT}\n“Yes”he left.\n", "utf-8")
    new = run("check", "a.txt")
    assert new.exit_code == 1
    assert new.stdout.count("\n") == 1
    assert new.stdout.startswith("a.txt:5:5: quote-close-fused")
    assert run("fix", "--write", "a.txt").exit_code == 0
    assert Path("a.txt").read_text("utf-8") == f"A new title\n\nIt rained. {TEXT}\n“Yes” he left.\n"


def test_a_sentence_that_is_translated_again_is_new() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    run("baseline", "a.txt")
    Path("a.txt").write_text(TEXT.replace("people", "listeners"), "utf-8")
    assert run("check", "a.txt").stdout.count("\n") == 3


def test_repairs_beside_it_do_not_wake_it() -> None:
    """A repair changes the words of the sentence that a silent finding is known by."""
    rough = "Mme Ravel said to“everybody” that she left.\n"
    Path("a.txt").write_text(rough, "utf-8")
    run("baseline", "--select", "quote-open-fused", "a.txt")
    assert run("fix", "--write", "--suggested", "a.txt").exit_code == 0
    after = Path("a.txt").read_text("utf-8")
    assert after == "Ms Ravel said to“everybody” that she left.\n"
    assert run("check", "a.txt").exit_code == 0
    assert run("fix", "--write", "--suggested", "a.txt").stdout == "nothing to repair in 1 file\n"


def test_prune_takes_out_what_is_gone_and_adds_nothing() -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(f"{name[0]}: he said“yes”.\n", "utf-8")
    run("baseline", "a.txt", "b.txt", "c.txt")
    Path("a.txt").write_text("a: he said “yes”. He went to“there”.\n", "utf-8")
    Path("c.txt").unlink()
    pruned = run("baseline", "--prune", "a.txt")
    assert pruned.stdout == f"{FILE}: 2 taken out, 1 in all\n"
    assert [entry.path for entry in read(FILE)] == ["b.txt"]


def test_prune_follows_a_file_that_moved() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    run("baseline", "a.txt")
    Path("a.txt").rename("b.txt")
    assert run("baseline", "--prune", "b.txt").stdout == f"{FILE}: 0 taken out, 3 in all\n"
    assert run("check", "b.txt").exit_code == 0


def test_the_file_is_sorted_and_says_what_is_in_it() -> None:
    Path("b.txt").write_text(TEXT, "utf-8")
    Path("a.txt").write_text("He said“yes”.\n", "utf-8")
    run("baseline", "b.txt", "a.txt")
    head, *lines = FILE.read_text("utf-8").splitlines()
    assert json.loads(head) == {"mtcheck": "baseline", "version": 1}
    assert lines == sorted(lines)
    first = json.loads(lines[0])
    assert list(first) == ["path", "rule", "text", "sentence", "verdict", "fingerprint"]
    assert (first["path"], first["text"], first["sentence"]) == ("a.txt", "“", "He said“yes”.")
    before = FILE.read_bytes()
    assert run("baseline", "a.txt").exit_code == 0
    assert FILE.read_bytes() == before


def entry(path: str, number: int, verdict: str = KNOWN) -> Entry:
    return Entry(path, "r", "x", "s", verdict, f"{number:016x}")


def test_branches_merge(here: Path) -> None:
    """Two branches that add to different files merge without a conflict."""

    def git(*arguments: str) -> None:
        names = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *names, *arguments], check=True, cwd=here, capture_output=True)

    git("init", "-b", "main")
    write(FILE, [entry(f"{letter}.txt", number) for number, letter in enumerate("bdfhj")])
    git("add", "-A")
    git("commit", "-m", "one")
    git("checkout", "-b", "other")
    add(FILE, [entry("c.txt", 10)])
    git("commit", "-am", "two")
    git("checkout", "main")
    add(FILE, [entry("i.txt", 11)])
    git("commit", "-am", "three")
    git("merge", "other", "-m", "merged")
    assert [one.path[0] for one in read(FILE)] == list("bcdfhij")


def test_a_rejection_outlasts_a_baseline() -> None:
    write(FILE, [entry("a.txt", 1, REJECTED)])
    assert add(FILE, [entry("a.txt", 1)]) == 1
    assert read(FILE)[0].verdict == REJECTED
    assert add(FILE, [entry("b.txt", 1, REJECTED)]) == 1


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "{}", "[]", "3", '{"mtcheck": "baseline", "version": 9}'])
def test_a_broken_file_is_told(line: str) -> None:
    write(FILE, [entry("a.txt", 1)])
    with FILE.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(UsageProblem, match=r"line 3|version 9"):
        read(FILE)
    Path("a.txt").write_text(TEXT, "utf-8")
    assert run("check", "a.txt").exit_code == 2


def test_a_baseline_that_is_not_there_is_told() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "no such baseline\n  `mtcheck baseline PATH` makes it" in result.stderr
    assert run("baseline", "--prune", "a.txt").exit_code == 2


def test_without_a_configuration_it_says_what_to_write(here: Path) -> None:
    (here / "mtcheck.toml").unlink()
    Path("a.txt").write_text(TEXT, "utf-8")
    result = run("baseline", "a.txt", "-o", "known.jsonl")
    assert 'baseline = "known.jsonl" in [tool.mtcheck]' in result.stdout
    assert len(read(Path("known.jsonl"))) == 3
    assert run("check", "a.txt").exit_code == 1


def test_verbose_says_how_many_are_left_out() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    run("baseline", "a.txt")
    assert f"a.txt: 3 in {FILE}, left out" in run("check", "-v", "a.txt").stderr


@pytest.mark.parametrize(
    ("span", "edits", "after"),
    [
        (Span(5, 8), [Edit(Span(0, 2), "")], Span(3, 6)),
        (Span(5, 8), [Edit(Span(5, 5), "ab")], Span(7, 10)),
        (Span(5, 8), [Edit(Span(8, 8), "ab")], Span(5, 8)),
        (Span(5, 8), [Edit(Span(6, 7), "abc")], Span(5, 10)),
        (Span(5, 8), [Edit(Span(9, 12), "")], Span(5, 8)),
        (Span(5, 8), [Edit(Span(2, 6), "x"), Edit(Span(0, 1), "yy")], Span(4, 6)),
        (Span(5, 5), [Edit(Span(0, 1), "")], Span(4, 4)),
    ],
)
def test_spans_are_carried_through_edits(span: Span, edits: list[Edit], after: Span) -> None:
    assert carried(span, edits) == after


def test_a_baseline_that_is_no_text_is_told() -> None:
    FILE.write_bytes(b"\xff\xfe\xff")
    Path("a.txt").write_text(TEXT, "utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr
    assert "a baseline is a text file in UTF-8" in result.stderr

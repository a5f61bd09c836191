"""The result cache: the same bytes as without it, whatever changed, whoever else uses it, whatever is in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mtcheck.cache import UNUSED, prune
from tests.command import mtcheck

ROUGH = "The mayor was there. “We are leaving”he said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ROUGH, "utf-8")
    return tmp_path


def entries(folder: str = "kept") -> list[Path]:
    return sorted(Path(folder).glob("??/*.json"))


def changed(message: str) -> None:
    """Makes every entry say something that only the cache can have said."""
    for path in entries():
        entry = json.loads(path.read_text())
        for finding in entry["findings"]:
            finding[3] = message
        path.write_text(json.dumps(entry))


def test_nothing_is_kept_unless_asked_for() -> None:
    mtcheck("check", "a.txt")
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


@pytest.mark.parametrize("args", [("fix",), ("check",), ("fix", "--format", "json"), ("fix", "--format", "html")])
def test_the_second_run_says_the_same(args: tuple[str, ...]) -> None:
    Path("b.md").write_text(f"# Title\n\n*{ROUGH.strip()}*\n\n<!-- mtcheck: ignore -->\n\n{ROUGH}", "utf-8")
    plain = mtcheck(*args, "a.txt", "b.md")
    first, second = (mtcheck(*args, "--cache", "kept", "a.txt", "b.md") for _ in range(2))
    assert plain.stdout_bytes == first.stdout_bytes == second.stdout_bytes
    assert len(entries()) == 2


def test_what_is_kept_is_used() -> None:
    mtcheck("check", "--cache", "kept", "a.txt")
    changed("said by the cache")
    assert "said by the cache" in mtcheck("check", "--cache", "kept", "a.txt").stdout
    assert "said by the cache" not in mtcheck("check", "a.txt").stdout


def test_fix_goes_on_from_what_check_found() -> None:
    plain = mtcheck("fix", "--format", "json", "a.txt")
    mtcheck("check", "--cache", "kept", "a.txt")
    assert mtcheck("fix", "--format", "json", "--cache", "kept", "a.txt").stdout == plain.stdout
    assert len(entries()) == 1
    assert {"settled", "settled_suggested"} <= json.loads(entries()[0].read_text()).keys()


def test_repairs_are_written_from_it() -> None:
    mtcheck("fix", "--cache", "kept", "a.txt")
    changed("said by the cache")
    assert mtcheck("fix", "--write", "--cache", "kept", "a.txt").stdout.startswith("fixed a.txt")
    assert Path("a.txt").read_text("utf-8") == "The mayor was there. “We are leaving,” he said.\n"


def test_whatever_counts_makes_another_entry() -> None:
    def count(*args: str) -> int:
        mtcheck("check", "--cache", "kept", *args, "a.txt")
        return len(entries())

    assert count() == 1
    assert count("-q") == count("--no-color") == count("-j", "2") == 1
    assert count("--ignore", "drop-cap") == 2
    assert count("--from", "es") == 3
    assert count("--input-format", "markdown") == 4
    Path("a.txt.mtcheckignore").write_text("drop-cap\n", "utf-8")
    assert count() == 5
    Path("mtcheck.toml").write_text('do-not-translate = ["Mayor"]\n', "utf-8")
    from mtcheck.config import forget

    forget()
    assert count() == 6
    Path("a.txt").write_text(f"{ROUGH} ", "utf-8")
    assert count() == 7


def test_the_configuration_names_it_and_the_command_line_forbids_it() -> None:
    Path("mtcheck.toml").write_text('cache = "kept"\n', "utf-8")
    mtcheck("check", "--no-cache", "a.txt")
    assert not Path("kept").exists()
    mtcheck("check", "--cache", "other", "a.txt")
    assert not Path("kept").exists()
    mtcheck("check", "a.txt")
    assert len(entries()) == len(entries("other")) == 1
    assert Path("kept/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"findings": [[1]], "from": "fr", "sure": 1}', b"\xff"])
def test_an_entry_that_cannot_be_read_is_made_anew(data: bytes) -> None:
    plain = mtcheck("fix", "--cache", "kept", "a.txt")
    entries()[0].write_bytes(data)
    assert mtcheck("fix", "--cache", "kept", "a.txt").stdout == plain.stdout
    assert json.loads(entries()[0].read_bytes())["settled"]


def test_a_folder_that_cannot_be_written_to_costs_nothing() -> None:
    Path("kept").write_text("a file", "utf-8")
    plain = mtcheck("check", "a.txt")
    assert mtcheck("check", "--cache", "kept/below", "a.txt").stdout == plain.stdout


def test_two_runs_share_a_folder() -> None:
    for number in range(40):
        Path(f"{number:02}.txt").write_text(f"Number {number}. {ROUGH}", "utf-8")
    command = [sys.executable, "-m", "mtcheck", "fix", "--format", "json", "--cache", "kept", "."]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    said = [run.communicate()[0] for run in runs]
    assert said[0] == said[1] == subprocess.run(command, capture_output=True).stdout
    assert not list(Path("kept").rglob("*.new"))
    assert len(entries()) == 41


def test_what_nobody_asked_for_is_thrown_away() -> None:
    mtcheck("check", "--cache", "kept", "a.txt")
    Path("a.txt").write_text(f"More. {ROUGH}", "utf-8")
    mtcheck("check", "--cache", "kept", "a.txt")
    old, new = entries()
    os.utime(old, (0, time.time() - UNUSED - 9))
    prune(Path("kept"))
    assert entries() == [old, new]  # looked at today already
    (Path("kept") / "pruned").unlink()
    prune(Path("kept"))
    assert entries() == [new]
    assert Path("kept/.gitignore").exists()


def test_what_is_asked_for_stays(here: Path) -> None:
    mtcheck("check", "--cache", "kept", "a.txt")
    (entry,) = entries()
    old = time.time() - UNUSED + 9
    os.utime(entry, (old, old))
    mtcheck("check", "--cache", "kept", "a.txt")
    assert entry.stat().st_mtime > old + 9


def test_what_a_rule_crashed_on_is_not_kept(here: Path, broken_rule: None) -> None:
    assert mtcheck("check", "--cache", "kept", "a.txt").exit_code == 3
    assert entries() == []

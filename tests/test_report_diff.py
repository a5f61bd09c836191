"""The diff is one that `patch` and `git apply` accept, whatever the files look like."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.formats import read
from mtcheck.report.diff import unified

LINES = st.lists(
    st.sampled_from(["a\n", "b\n", "\n", "é”\n", "c\r\n", "\ta \n", "\u2028x\x0cy\n", "\\ No\n", "-- x\n"]), max_size=14
)


def diff(old: bytes, new: bytes, path: str = "a.txt") -> bytes:
    return unified(read(old, path), read(new, path))


def patched(folder: Path, old: bytes, patch: bytes, command: list[str], name: str = "a.txt") -> bytes:
    (folder / name).write_bytes(old)
    subprocess.run(command, input=patch, cwd=folder, check=True, capture_output=True)
    return (folder / name).read_bytes()


COMMANDS = {
    "patch": ["patch", "-p1", "--binary", "--quiet", "--no-backup-if-mismatch"],
    "git": ["git", "apply", "--whitespace=nowarn", "-"],
}


@pytest.mark.parametrize("command", COMMANDS)
@given(LINES, LINES, st.booleans(), st.booleans())
@settings(max_examples=25, deadline=None)
def test_both_programs_make_the_new_file(
    tmp_path_factory: pytest.TempPathFactory, command: str, old: list[str], new: list[str], bare: bool, bom: bool
) -> None:
    before, after = (((b"\xef\xbb\xbf" if bom else b"") + "".join(lines).encode()) for lines in (old, new))
    if bare:
        before, after = before.removesuffix(b"\n"), after.removesuffix(b"\n")
    # an empty file is created or deleted by other means than a diff of lines; mtcheck never does either
    if before == after or not before or not after:
        return
    folder = tmp_path_factory.mktemp("diff")
    assert patched(folder, before, diff(before, after), COMMANDS[command]) == after


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["a b.txt", "é.txt"])
def test_names(tmp_path: Path, command: str, name: str) -> None:
    assert patched(tmp_path, b"a\n", diff(b"a\n", b"b\n", name), COMMANDS[command], name) == b"b\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_latin_1(tmp_path: Path, command: str) -> None:
    old, new = (read(text.encode("latin-1"), "a.txt", encoding="latin-1") for text in ("é\n", "è\n"))
    assert patched(tmp_path, old.encode(), unified(old, new), COMMANDS[command]) == "è\n".encode("latin-1")


def test_absolute_paths_are_written_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert diff(b"a\n", b"b\n", str(tmp_path / "x" / "a.txt")).startswith(b"--- a/x/a.txt\n+++ b/x/a.txt\n")
    assert diff(b"a\n", b"b\n", "/elsewhere/a.txt").startswith(b"--- a/elsewhere/a.txt\n")
    assert diff(b"a\n", b"b\n", "./a.txt").startswith(b"--- a/a.txt\n")


def test_a_long_file_that_loses_lines_keeps_a_small_diff() -> None:
    """Beyond LONG the shortest diff is not searched for; what did not change must still not show."""
    from mtcheck.report import diff

    old = [line for number in range(diff.LONG) for line in (b"paragraph %d\n" % number, b"\n")]
    new = [
        *old[:100],
        *old[102:200],
        b"changed\n",
        b"\n",
        b"changed too\n",
        *old[203:3000],
        b"added\n",
        b"\n",
        *old[3000:],
    ]
    new[2000:2002] = []
    blocks = diff._blocks(old, new)
    assert sum(i2 - i1 + j2 - j1 for i1, i2, j1, j2 in blocks) == 2 + 4 + 2 + 2
    rebuilt, at = [], 0
    for i1, i2, j1, j2 in blocks:
        rebuilt += [*old[at:i1], *new[j1:j2]]
        at = i2
    assert [*rebuilt, *old[at:]] == new

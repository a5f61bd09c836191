"""Edits change what they name and nothing else, in every encoding; files are replaced whole or not at all."""

from __future__ import annotations

import itertools
import stat
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import writing as module
from mtcheck.apply import apply, raw_edits
from mtcheck.errors import InputProblem, NotRepairable
from mtcheck.formats import read
from mtcheck.formats.ignores import EVERYWHERE
from mtcheck.text import Edit, Ignore, Span, splice
from mtcheck.writing import write

LETTERS = "ab é“”\u00a0\u202f\n\t.*_`[]<>&;#"
TEXTS = st.text(LETTERS + "\r", max_size=60)


@given(TEXTS, st.data(), st.sampled_from(["plain", "markdown"]), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_what_lies_outside_an_edit_stays_byte_for_byte(text: str, data: st.DataObject, format: str, bom: bytes) -> None:
    document = read(bom + text.encode(), "a", format=format)
    plain = document.text.plain
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, min(len(plain), start + 6)))
    edit = Edit(Span(start, end), data.draw(st.text("xyz,” ", max_size=4)))
    moved = raw_edits(document, [edit])
    if not moved:
        return
    try:
        after = apply(document, [edit])
    except InputProblem as problem:
        assert format == "markdown" or "\r" in text  # a lone CR that comes to stand before a LF
        assert "would not read back" in str(problem)
        return
    (raw,) = moved
    before, result = document.encode(), after.encode()
    head = len(bom) + len(document.raw[: raw.span.start].encode())
    tail = len(document.raw[raw.span.end :].encode())
    assert result[:head] == before[:head]
    assert result[len(result) - tail :] == before[len(before) - tail :]
    assert after.text.plain == splice(plain, [edit])


def test_inserted_line_breaks_are_written_as_the_file_writes_them() -> None:
    document = read(b"one two\r\nthree\r\n", "a.txt")
    assert apply(document, [Edit(Span(3, 4), "\n")]).raw == "one\r\ntwo\r\nthree\r\n"


def test_an_edit_never_crosses_markup() -> None:
    document = read(b"**a** b", "a.md")
    assert raw_edits(document, [Edit(Span(0, 2), "x")]) == []
    assert apply(document, [Edit(Span(0, 1), "x")]).raw == "**x** b"


def test_no_edits_are_the_same_document() -> None:
    document = read(b"a b", "a.txt")
    assert apply(document, []) is document


def test_an_edit_that_would_make_another_reference_is_refused_though_it_reads_the_same() -> None:
    document = read(b"See the manual_ first.\n", "a.rst")
    assert document.text.plain == "See the manual first."
    with pytest.raises(NotRepairable, match=r"a\.rst: a repair would not read back as meant"):
        apply(document, [Edit(Span(7, 8), "-")])
    assert apply(document, [Edit(Span(4, 7), "our")]).raw == "See our manual_ first.\n"


def test_an_entity_that_stays_is_left_as_it_is_written() -> None:
    document = read(b"<p>Salt &amp; pepper</p>", "a.html")
    at = document.text.plain.index("&")
    assert apply(document, [Edit(Span(at, at + 1), "and & so")]).raw == "<p>Salt and &amp; so pepper</p>"
    assert apply(document, [Edit(Span(at, at + 1), "<")]).raw == "<p>Salt &lt; pepper</p>"


def test_a_character_that_the_encoding_lacks_is_named() -> None:
    document = read("café".encode("latin-1"), "a.txt", encoding="latin-1")
    with pytest.raises(InputProblem, match=r"a.txt: a repair needs ” \(U\+201D\), which latin-1 does not have"):
        apply(document, [Edit(Span(0, 1), "”")])


def test_wishes_from_elsewhere_are_carried_over() -> None:
    document = read(b"abc", "a.txt")
    wish = Ignore(EVERYWHERE, ("x",))
    document = type(document)(document.path, document.raw, document.text, document.codec, ignores=(wish,))
    assert apply(document, [Edit(Span(0, 1), "")]).ignores == (wish,)


def test_write_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write(link, b"old", b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in sorted(tmp_path.iterdir())] == ["a.txt", "link.txt"]


def test_write_leaves_a_file_alone_that_someone_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"other")
    with pytest.raises(InputProblem, match="changed while"):
        write(path, b"old", b"new")
    assert path.read_bytes() == b"other"


def test_write_leaves_nothing_behind_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(InputProblem, match="cannot be written"):
        write(path, b"old", b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what pathlib had open for reading
def test_an_interrupt_at_any_line_of_a_write_leaves_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    states = set()
    for at in itertools.count(1):
        path.write_bytes(b"old")
        if not _interrupted(at, path):
            break
        states.add(path.read_bytes())
        assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"], at
    assert at > 20
    assert states == {b"old", b"new"}


def _interrupted(at: int, path: Path) -> bool:
    """Whether a write of "new" met the interrupt that comes at its `at`th line or return, of any module."""
    seen = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal seen
        seen += event in ("line", "return") and frame.f_code.co_name != "_interrupted"
        if seen == at:
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    try:
        sys.settrace(trace)
        write(path, b"old", b"new")
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False

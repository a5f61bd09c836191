"""The progress line shows only to a person who waits."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from mtcheck import progress
from mtcheck.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    return stream


def test_short_runs_are_silent(terminal: Terminal) -> None:
    bar = Progress(3)
    for name in "abc":
        bar.step(name)
    bar.clear()
    assert terminal.getvalue() == ""


def test_long_runs_show_a_line_and_take_it_away(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    bar = Progress(4)
    bar.step("a.txt")
    assert "0/4  a.txt" in terminal.getvalue()
    bar.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("total", [0, 1])
def test_one_file_needs_no_line(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, total: int) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    Progress(total).step("a.txt")
    assert terminal.getvalue() == ""


def test_no_line_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setattr(progress, "PATIENCE", 0)
    Progress(9).step("a.txt")
    assert stream.getvalue() == ""


def test_the_line_says_how_fast_and_how_long(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    bar = Progress(7_300)
    for name in ("a.txt", "b.txt", "c.txt"):
        bar.step(name)
        clock[0] += 1
    assert "2/7300  1.0/s  2 h 1 min left  c.txt" in terminal.getvalue()
    clock[0] = 100
    bar.done = 5_000
    bar.step("d.txt")
    assert "5000/7300  50/s  46 s left  d.txt" in terminal.getvalue()

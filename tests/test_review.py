"""`mtcheck review`, driven through a pseudo-terminal as a person drives it; and the session behind it."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtcheck.baseline import read
from mtcheck.cli import cli
from mtcheck.decisions import ACCEPT, IGNORE, REJECT
from mtcheck.formats import read as read_text
from mtcheck.pipeline import examine
from mtcheck.rules import load
from mtcheck.session import Session

TEXT = "The mayor was there. “We are leaving”he said to“everybody” at 80 000 people.\n\nMme Ravel said“no”.\n"
STATE = Path(".mtcheck-review.json")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


class Terminal:
    """A program on a pseudo-terminal, and what it has printed since the last answer."""

    def __init__(self, *arguments: str):
        self.ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "PYTHONUTF8": "1", "COLUMNS": "100"}
        environment.pop("NO_COLOR", None)
        self.program = subprocess.Popen(
            [sys.executable, "-m", "mtcheck", *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.printed = ""

    def until(self, words: str, within: float = 60) -> str:
        """Everything up to `words`."""
        end = time.monotonic() + within
        while words not in self.printed:
            ready, _, _ = select.select([self.ours], [], [], max(end - time.monotonic(), 0))
            assert ready, f"waited for {words!r}, got {self.printed!r}"
            try:
                more = os.read(self.ours, 65536)
            except OSError:
                more = b""
            assert more, f"it ended before {words!r}: {self.printed!r}"
            self.printed += more.decode("utf-8", "replace")
        before, _, self.printed = self.printed.partition(words)
        return before

    def answer(self, keys: str, question: str = ",?] ") -> str:
        """Waits for the question and presses keys; returns what was shown before it."""
        shown = self.until(question)
        os.write(self.ours, keys.encode())
        return shown

    def end(self) -> str:
        """The rest, and that it ended well."""
        while True:
            try:
                more = os.read(self.ours, 65536)
            except OSError:
                break
            if not more:
                break
            self.printed += more.decode("utf-8", "replace")
        assert self.program.wait(60) == 0
        return self.printed

    def close(self) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.ours)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    running: list[Terminal] = []
    yield running
    for one in running:
        one.close()


def start(terminals: list[Terminal], *arguments: str) -> Terminal:
    terminals.append(Terminal("review", *arguments, "a.txt"))
    return terminals[-1]


def bare(text: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def test_accept_reject_and_write(terminals: list[Terminal]) -> None:
    person = start(terminals)
    first = person.answer("y")
    assert "a.txt:1  quote-close-fused  safe 99%  1/5" in bare(first)
    assert "\x1b[31m\x1b[9mleaving”he" in first
    assert "\x1b[32m\x1b[4mleaving,” he" in first
    person.answer("n")
    person.answer("y")
    person.answer("s")
    person.answer("y")
    person.answer("y", "Write? [y,n,u] ")
    assert "3 repairs in 1 file; 1 rejection remembered" in person.end()
    assert Path("a.txt").read_text("utf-8") == (
        "The mayor was there. “We are leaving,” he said to“everybody” at 80,000 people.\n\nMme Ravel said “no”.\n"
    )
    assert [(entry.verdict, entry.rule) for entry in read(Path("mtcheck-baseline.jsonl"))] == [
        ("rejected", "quote-open-fused")
    ]
    assert not STATE.exists()


def test_without_colour_words_are_bracketed(terminals: list[Terminal]) -> None:
    person = start(terminals, "--no-color")
    assert "[-leaving”he-]{+leaving,” he+}" in person.answer("q")
    assert "Nothing" not in person.end()


def test_quit_keeps_and_resumes(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("y")
    person.answer("n")
    person.answer("q")
    assert "1 accepted, 1 rejected, 3 left." in person.answer("n", "Write that much now? [y,n] ")
    assert "Kept in .mtcheck-review.json" in person.end()
    assert Path("a.txt").read_text("utf-8") == TEXT
    Path("a.txt").write_text("A line that came later.\n\n" + TEXT, "utf-8")
    again = start(terminals)
    shown = bare(again.answer("y"))
    assert "2 decisions of an earlier review kept" in shown
    assert "number-format" in shown
    assert "3/5" in shown
    again.answer("y")
    again.answer("y")
    again.answer("y", "Write? [y,n,u] ")
    assert "4 repairs in 1 file; 1 rejection remembered" in again.end()
    assert not STATE.exists()


def test_quit_and_write_that_much(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("y")
    person.answer("q")
    person.answer("y", "Write that much now? [y,n] ")
    assert "1 repair in 1 file" in person.end()
    assert Path("a.txt").read_text("utf-8") == TEXT.replace("leaving”he", "leaving,” he")
    assert not STATE.exists()


def test_an_interrupt_keeps_everything(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("y")
    person.answer("\x03")
    assert "Nothing was written. Kept in" in person.end()
    assert json.loads(STATE.read_text("utf-8"))["files"][0]["decisions"][0]["verdict"] == "accept"


def test_a_terminal_that_goes_loses_nothing(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("y")
    person.until(",?] ")
    person.program.kill()
    assert len(json.loads(STATE.read_text("utf-8"))["files"][0]["decisions"]) == 1
    result = CliRunner().invoke(cli, ["apply", str(STATE), "--write"])
    assert result.exit_code == 0
    assert Path("a.txt").read_text("utf-8") == TEXT.replace("leaving”he", "leaving,” he")


def test_undo_help_and_unknown_keys(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("u")
    assert "There is nothing to undo." in person.answer("?")
    assert "accept all of this rule" in person.answer("z")
    assert "? shows the keys." in person.answer("y")
    assert "quote-open-fused" in person.answer("u")
    assert "quote-close-fused" in person.answer("A")
    assert "4 safe repairs accepted" in person.answer("u")
    assert "quote-close-fused" in person.answer("q")
    person.end()
    assert not STATE.exists()


def test_edit(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("e")
    person.answer("”, he\n", "> ")
    person.answer("q")
    person.answer("y", "Write that much now? [y,n] ")
    person.end()
    assert "leaving”, hehe said" in Path("a.txt").read_text("utf-8")


def test_a_rule_in_all_files_and_a_rule_ignored_in_one(terminals: list[Terminal]) -> None:
    Path("b.txt").write_text("He said“yes” and“no”.\n", "utf-8")
    person = start(terminals, "b.txt")
    assert "b.txt:1  quote-open-fused" in bare(person.answer("a"))
    assert "4 repairs accepted." in person.answer("i")
    assert "1 finding settled." in person.answer("n")
    person.answer("n")
    person.answer("y", "Write? [y,n,u] ")
    person.end()
    assert Path("b.txt").read_text("utf-8") == "He said “yes” and “no”.\n"
    assert "to “everybody”" in Path("a.txt").read_text("utf-8")
    assert Path("a.txt.mtcheckignore").read_text("utf-8") == "quote-close-fused\n"
    assert "quote-close-fused" not in CliRunner().invoke(cli, ["check", "a.txt"]).stdout


def test_the_source_sentence_is_shown(terminals: list[Terminal]) -> None:
    Path("a.txt").write_text("The mayor was there. “We are leaving”he said.\n", "utf-8")
    Path("a.fr.txt").write_text("Le maire était là. « Nous partons », a-t-il dit.\n", "utf-8")
    person = start(terminals, "--source", "a.fr.txt")
    assert "fr: « Nous partons », a-t-il dit." in bare(person.answer("q"))
    person.end()


def test_a_choice_among_suggestions(terminals: list[Terminal]) -> None:
    Path("a.txt").write_text("The minister assumes his decision.\n", "utf-8")
    person = start(terminals)
    shown = bare(person.answer("2"))
    assert re.search(r"^ *1 The minister", shown, re.MULTILINE)
    person.answer("y", "Write? [y,n,u] ")
    person.end()
    assert "takes responsibility for" in Path("a.txt").read_text("utf-8")


def test_nothing_in_a_text_acts(terminals: list[Terminal]) -> None:
    Path("a.txt").write_text("A \x1b]0;owned\x07 title “Go”he said.\n", "utf-8")
    person = start(terminals, "--no-color")
    shown = person.answer("q")
    assert "␛]0;owned␇" in shown
    assert "\x1b" not in shown
    person.end()


def test_a_file_that_changed_meanwhile_is_left_alone(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("A")
    person.answer("s")
    person.until("Write? [y,n,u] ")
    Path("a.txt").write_text(TEXT + "More.\n", "utf-8")
    os.write(person.ours, b"y")
    person.until("changed while mtcheck was reading it")
    assert person.program.wait(60) == 3
    assert Path("a.txt").read_text("utf-8") == TEXT + "More.\n"
    assert STATE.exists()


def test_it_needs_a_terminal_and_files() -> None:
    assert "review needs a terminal" in CliRunner().invoke(cli, ["review", "a.txt"]).stderr
    assert "review reads files" in CliRunner().invoke(cli, ["review", "-"]).stderr


def test_nothing_to_review(terminals: list[Terminal]) -> None:
    Path("a.txt").write_text("Fine.\n", "utf-8")
    assert "Nothing found in 1 file." in start(terminals).end()


# the session by itself


def session(text: str = TEXT) -> Session:
    return Session([examine(read_text(text.encode(), "a.txt"), load(), "fr")])


def test_every_step_can_be_undone() -> None:
    one = session()
    states = []
    for step in (
        lambda: one.accept(0),
        lambda: one.skip(1),
        lambda: one.reject(2),
        lambda: one.ignore(3),
        lambda: one.edit(4, "x"),
    ):
        states.append((dict(one.decisions), set(one.skipped)))
        step()
    assert (one.count(ACCEPT), one.count(REJECT), one.count(IGNORE), one.left) == (1, 1, 1, 1)
    assert one.open_from() is None
    for at, state in zip((4, 3, 2, 1, 0), reversed(states), strict=True):
        assert one.undo() == at
        assert (one.decisions, one.skipped) == state
    assert one.undo() is None
    assert one.open_from(2) == 2


def test_what_was_overtaken_is_not_asked() -> None:
    one = session("“Yes” he said to“all”.\n")
    one.edit(0, ": “")
    assert not one.overtaken(0)
    twin = Session([*one.results])
    twin.items = (*one.items, one.items[0]._replace(fingerprint="other"))
    twin.accept(0)
    assert twin.overtaken(1)
    assert twin.open_from() is None
    twin.undo()
    assert twin.open_from(1) == 1


def test_undo_before_writing_and_an_edit_that_is_given_up(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("e")
    person.answer("\n", "> ")
    person.answer("e")
    person.answer("\x04", "> ")
    person.answer("A")
    person.answer("s")
    person.answer("u", "Write? [y,n,u] ")
    assert "honorific  suggest 85%  4/5" in bare(person.answer("q"))
    person.answer("n", "Write that much now? [y,n] ")
    person.end()
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_an_earlier_review_that_cannot_be_read_is_told(terminals: list[Terminal]) -> None:
    STATE.write_bytes(b"\xff\xfe\xff")
    person = start(terminals)
    person.until("cannot be read")
    person.until("take it away to begin anew")
    assert person.program.wait(60) == 2
    assert STATE.read_bytes() == b"\xff\xfe\xff"


def test_ctrl_d_and_an_interrupt_at_the_last_question_write_nothing(terminals: list[Terminal]) -> None:
    person = start(terminals)
    person.answer("y")
    person.answer("\x04")
    person.end()
    again = start(terminals)
    again.answer("q")
    again.answer("\x03", "Write that much now? [y,n] ")
    again.end()
    assert Path("a.txt").read_text("utf-8") == TEXT
    assert len(json.loads(STATE.read_text("utf-8"))["files"][0]["decisions"]) == 1


def test_a_flag_is_shown_with_its_proof(terminals: list[Terminal]) -> None:
    Path("a.txt").write_text("The mayor has 12 houses in Lyon.\n", "utf-8")
    Path("a.fr.txt").write_text("Le maire a 15 maisons à Lyon.\n", "utf-8")
    person = start(terminals, "--source", "a.fr.txt", "--no-color")
    shown = bare(person.answer("q"))
    assert "proof: 15" in shown
    person.end()

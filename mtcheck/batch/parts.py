"""blocks -> parts on disk -> an output that is whole or not there.

The folder of parts stands beside the output and has its name. A part's data is written before its account, so that a
part with an account is finished. The folder says what it was made from: nothing else is ever put together with it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from mtcheck.errors import InputProblem, UsageProblem

SHOWN = 20
"""Bad rows of one block that are named; all are counted."""


class Block(NamedTuple):
    """Rows that are worked on together. Plain values only: engines send it over the network."""

    number: int
    path: str
    """The file that its rows are in."""
    start: int
    end: int
    """Bytes of that file, or rows of it."""
    first: int
    """The line or row number of its first row, from 1."""


class Account(NamedTuple):
    """What became of a block."""

    rows: int
    words: int
    findings: int
    bad: int
    problems: tuple[str, ...] = ()
    """The first of the bad rows, a line each."""

    def plus(self, other: Account) -> Account:
        rows, words, findings, bad = (a + b for a, b in zip(self[:4], other[:4], strict=True))
        return Account(rows, words, findings, bad, (self.problems + other.problems)[:SHOWN])


Write = Callable[[Path], Account]
"""Writes a part to a path."""


class Parts(NamedTuple):
    """The folder of an output's parts."""

    folder: str

    @property
    def path(self) -> Path:
        return Path(self.folder)

    def part(self, number: int) -> Path:
        return self.path / f"{number:09}.part"

    def finished(self, number: int) -> Account | None:
        """The account of a part; None where there is none yet."""
        try:
            rows, words, findings, bad, problems = json.loads(self._account(number).read_bytes())
            return Account(rows, words, findings, bad, tuple(problems))
        except (OSError, ValueError, TypeError):
            return None

    def make(self, number: int, write: Write) -> None:
        """Makes a part, at once and whole, also where another process makes the same."""
        own = self.part(number).with_suffix(f".{os.uname().nodename if hasattr(os, 'uname') else ''}{os.getpid()}.new")
        try:
            account = write(own)
            own.replace(self.part(number))
            own.write_text(json.dumps(account), "utf-8")
            own.replace(self._account(number))
        except BaseException:
            own.unlink(missing_ok=True)
            raise

    def _account(self, number: int) -> Path:
        return self.part(number).with_suffix(".json")

    def end(self) -> None:
        """Takes the folder away."""
        shutil.rmtree(self.path, ignore_errors=True)


def begun(output: Path, made_from: str, resume: bool) -> Parts:
    """The folder for an output's parts, new or found again. `made_from` is a digest of input, options and program.

    Raises:
        UsageProblem: parts are there that were not to be resumed, or that are of something else.
        InputProblem: the folder cannot be made.
    """
    folder = output.absolute().parent / f".{output.name}.parts"
    stamp = folder / "made-from"
    try:
        folder.mkdir(exist_ok=resume)
        if not stamp.exists():
            stamp.write_text(made_from, "utf-8")
        elif stamp.read_text("utf-8") != made_from:
            raise UsageProblem(
                f"--resume: the input, the options or mtcheck changed since {folder} was begun",
                "take that folder away to begin anew",
            )
    except FileExistsError:
        raise UsageProblem(
            f"{folder} is left from a run that was stopped, or belongs to one that goes on",
            "--resume goes on from it; take it away to begin anew",
        ) from None
    except OSError as error:
        raise InputProblem(f"{folder}: cannot be made ({error.strerror})", "OUTPUT is written there first") from None
    return Parts(str(folder))


def left(blocks: Iterator[Block], parts: Parts) -> Iterator[Block]:
    """The blocks that have no part yet."""
    return (block for block in blocks if parts.finished(block.number) is None)


def accounted(parts: Parts, count: int) -> Iterator[Account]:
    """The accounts of all parts, in order.

    Raises:
        InputProblem: a part is missing: a cluster's machines do not see the same folder.
    """
    for number in range(count):
        account = parts.finished(number)
        if account is None:
            raise InputProblem(
                f"{parts.part(number)}: this part was not made", "every machine of a cluster has to see this folder"
            )
        yield account

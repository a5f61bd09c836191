"""The programs that mtcheck is measured against: how each is called, and which of them are here."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
Command = Callable[[str], Sequence[str]]


class Program(NamedTuple):
    """`command(file)` is its command line; `size` are the bytes of the text its throughput is measured on."""

    name: str
    command: Command
    size: int


def ours() -> list[Program]:
    """mtcheck, as the console script calls it: examining only, and repairing."""
    script = str(Path(sys.executable).with_name("mtcheck"))
    return [
        Program("mtcheck check", lambda file: [script, "check", file], 5_000_000),
        Program("mtcheck fix", lambda file: [script, "fix", file], 5_000_000),
    ]


def others(harper: str | None) -> list[Program]:
    """Those that are installed: on the path or beside this Python; harper in the folder that was named."""
    found = []
    for name, arguments, size in (
        ("codespell", [], 5_000_000),
        ("typos", [], 5_000_000),
        ("proselint", ["check"], 500_000),
    ):
        script = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
        if script:
            found.append(Program(name, _calling([script, *arguments]), size))
    node = shutil.which("node")
    if harper and node:
        found.append(Program("harper.js", _calling([node, str(HERE / "harper.mjs"), harper]), 50_000))
    return found


def _calling(words: Sequence[str]) -> Command:
    return lambda file: [*words, file]

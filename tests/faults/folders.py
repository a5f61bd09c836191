"""Folders of rough texts, and mtcheck run on them as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROUGH = '{n}. The mayor was calm. "We will not turn off the lamp"he added. "It stays on"she said.\n'
FIXED = '{n}. The mayor was calm. "We will not turn off the lamp," he added. "It stays on," she said.\n'
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""Without new bytecode: on a disk that is full, Python would keep the beginning of it for good."""


def rough(number: int, lines: int = 3) -> bytes:
    return ROUGH.format(n=number).encode() * lines


def fixed(number: int, lines: int = 3) -> bytes:
    return FIXED.format(n=number).encode() * lines


def fill(folder: Path, count: int, lines: int = 3) -> list[Path]:
    """`count` rough texts in `folder`."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:04}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(rough(number, lines))
    return paths


def started(*arguments: str | bytes, cwd: Path, **more: object) -> subprocess.Popen[bytes]:
    """mtcheck, running."""
    command = [sys.executable, "-m", "mtcheck", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    return subprocess.Popen(command, cwd=cwd, env=os.environ | ENVIRONMENT, **pipes)  # type: ignore[call-overload, no-any-return]


def done(*arguments: str | bytes, cwd: Path, **more: object) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a run."""
    process = started(*arguments, cwd=cwd, **more)
    out, err = process.communicate(timeout=120)
    return process.returncode, (out or b"").decode("utf-8", "replace"), (err or b"").decode("utf-8", "replace")


def left_over(folder: Path) -> list[Path]:
    """Half-written files that a run left behind."""
    return [path for path in folder.rglob(".*") if path.name.endswith(".mtcheck")]

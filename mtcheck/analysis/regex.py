"""Regular expressions compiled on first use, and kept compiled between runs.

A rule that never runs must not pay for its pattern; and compiling those that do run would take longer than
all the rest of a short file's run. So the compiled code of each pattern is kept in `__pycache__`, beside the
compiled modules and under the same conditions (the interpreter's version, a writable folder,
PYTHONDONTWRITEBYTECODE). Whatever is missing or does not fit is compiled again.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import atexit
import contextlib
import marshal
import os
import re
import sys
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` takes after the pattern: flags, code (32-bit words), groups, names of groups both ways."""

_TAG = f"{sys.implementation.cache_tag}-{_sre.MAGIC}"
_PATH = os.path.join(os.path.dirname(__file__), "__pycache__", f"patterns.{_TAG}.bin")  # noqa: PTH118, PTH120
_fresh: dict[tuple[str, int], Row] = {}


@cache
def rx(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; only for patterns written in the code, since each is kept for good."""
    row = _kept().get((expression, flags))
    if row is not None:
        with contextlib.suppress(Exception):  # a file of another build: compile anew
            return _assembled(expression, row)
    return _compiled(expression, flags)


def matches(expression: str, text: str, signs: Iterable[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in `text`; nothing is compiled where none of `signs` occurs, without which it cannot."""
    return rx(expression).finditer(text) if any(sign in text for sign in signs) else iter(())


@cache
def _kept() -> dict[tuple[str, int], Row]:
    """The patterns of earlier runs."""
    try:
        with open(_PATH, "rb") as file:  # noqa: PTH123
            kept = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _compiled(expression: str, flags: int) -> re.Pattern[str]:
    """What `re.compile` does, with the code noted for the next run."""
    try:
        parser: Any = sys.modules["re._parser"] if sys.version_info >= (3, 11) else sys.modules["sre_parse"]
        compiler: Any = sys.modules["re._compiler"] if sys.version_info >= (3, 11) else sys.modules["sre_compile"]
        parsed = parser.parse(expression, flags)
        code = compiler._code(parsed, flags)
        names: dict[str, int] = dict(parsed.state.groupdict)
        numbers: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            numbers[number] = name
        words = array("I", [int(word) for word in code]).tobytes()
        row = (int(flags | parsed.state.flags), words, parsed.state.groups - 1, names, tuple(numbers))
        pattern = _assembled(expression, row)
    except (AttributeError, KeyError):  # an interpreter that keeps these elsewhere
        return re.compile(expression, flags)
    if not _fresh and not sys.dont_write_bytecode:
        atexit.register(_keep)
    _fresh[expression, flags] = row
    return pattern


def _assembled(expression: str, row: Row) -> re.Pattern[str]:
    flags, words, groups, names, numbers = row
    pattern: re.Pattern[str] = _sre.compile(expression, flags, array("I", words).tolist(), groups, names, numbers)
    return pattern


def _keep() -> None:
    """Writes what this run compiled to what earlier runs did; a folder that cannot be written is no matter."""
    temporary = f"{_PATH}.{os.getpid()}"
    with contextlib.suppress(OSError, ValueError):
        os.makedirs(os.path.dirname(_PATH), exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb") as file:  # noqa: PTH123
            file.write(marshal.dumps(_kept() | _fresh))
        os.replace(temporary, _PATH)  # noqa: PTH105

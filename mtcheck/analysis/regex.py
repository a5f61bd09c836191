"""Regular expressions compiled on first use, kept compiled between runs, and run only where they can match.

A rule that never runs must not pay for its pattern; and compiling those that do run would take longer than
all the rest of a short file's run. So the compiled code of each pattern is kept in `__pycache__`, beside the
compiled modules and under the same conditions (the interpreter's version, a writable folder,
PYTHONDONTWRITEBYTECODE). Whatever is missing, damaged or of another build is compiled again.

With the code stand the strings of which every match has one (`required`): a pattern is not even loaded for a
text that has none of them, and reads only the lines of a long text that do.
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
from zlib import crc32

Match = re.Match[str]

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[str, ...], int]
"""What `_sre.compile` takes after the pattern: flags, code (32-bit words), groups, names of groups both ways.
Then the signs and the reach of `required`."""

_FORMAT = 5
"""Counts up with every change of what a row holds or how it is made."""
_TAG = f"{sys.implementation.cache_tag}-{_sre.MAGIC}-{_FORMAT}"
_PATH = os.path.join(os.path.dirname(__file__), "__pycache__", f"patterns.{_TAG}.bin")  # noqa: PTH118, PTH120
_WORD = 200
"""Code points that a word has at most, with all that is glued to it."""
_SHORT = 400
"""Code points up to which a text is not worth asking for signs first."""
_fresh: dict[tuple[str, int], Row] = {}


class Regex:
    """A pattern with the methods of `re.Pattern`; its code is loaded when it first has something to read."""

    __slots__ = ("_pattern", "_row", "expression", "flags", "signs")

    def __init__(self, expression: str, flags: int, row: Row):
        self.expression = expression
        self.flags = flags
        self.signs = row[5]
        self._row = row
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern itself."""
        if self._pattern is None:
            self._pattern = _assembled(self.expression, self.flags, self._row)
        return self._pattern

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Match | None:
        return (self._pattern or self.pattern).match(text, pos, endpos)

    def fullmatch(self, text: str) -> Match | None:
        return (self._pattern or self.pattern).fullmatch(text)

    def sub(self, new: str, text: str) -> str:
        return (self._pattern or self.pattern).sub(new, text)

    def findall(self, text: str) -> list[Any]:
        return (self._pattern or self.pattern).findall(text)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Match | None:
        if self.signs and not pos and len(text) > _SHORT and not _any(self.signs, text):
            return None
        return (self._pattern or self.pattern).search(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[Match]:
        if not self.signs or pos or endpos != sys.maxsize or len(text) <= _SHORT:
            return (self._pattern or self.pattern).finditer(text, pos, endpos)
        return self.with_signs(text, self.signs)

    def with_signs(self, text: str, signs: Iterable[str]) -> Iterator[Match]:
        """The matches in `text`, each of which has one of `signs`."""
        if not _any(signs, text):
            return iter(())
        if self._row[6] or len(text) <= _SHORT:
            return self.pattern.finditer(text)
        return self._in_lines(text, signs)

    def _in_lines(self, text: str, signs: Iterable[str]) -> Iterator[Match]:
        """The matches line by line, for a pattern that sees no further."""
        pattern = self.pattern
        for start, end in _lines_with(signs, text):
            yield from pattern.finditer(text, start, end)

    def near(self, hint: str, text: str) -> Iterator[Match]:
        """The matches in `text`, each of which has one of the pattern `hint` in it.

        Both begin within one word; what the pattern looks ahead at ends with the word where the hint ends.
        """
        done = 0
        for found in rx(hint).finditer(text):
            at = found.start()
            if at < done:
                continue
            low = max(done, at - _WORD)
            start = max(low, text.rfind(" ", low, at) + 1, text.rfind("\n", low, at) + 1)
            ends = [end for end in (text.find(" ", found.end()), text.find("\n", found.end())) if end >= 0]
            done = min(ends, default=len(text))
            yield from self.pattern.finditer(text, start, done)


def _any(signs: Iterable[str], text: str) -> bool:
    return any(sign in text for sign in signs)


def _lines_with(signs: Iterable[str], text: str) -> list[tuple[int, int]]:
    """The lines that have one of `signs`, in order, each with its line break; lines that touch are one stretch."""
    starts: set[int] = set()
    size = len(text)
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            starts.add(text.rfind("\n", 0, at) + 1)
            end = text.find("\n", at)
            at = text.find(sign, end) if end >= 0 else -1
    stretches: list[tuple[int, int]] = []
    for start in sorted(starts):
        end = text.find("\n", start) + 1 or size
        if stretches and stretches[-1][1] == start:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


_made: list[Regex] = []


@cache
def rx(expression: str, flags: int = 0) -> Regex:
    """The pattern; only for those written in the code, since each is kept for good."""
    _made.append(Regex(expression, flags, _kept().get((expression, flags)) or _compiled(expression, flags)))
    return _made[-1]


def made() -> list[Regex]:
    """Every pattern of this run so far."""
    return list(_made)


def matches(expression: str, text: str, signs: Iterable[str], flags: int = 0) -> Iterator[Match]:
    """The matches of a pattern in `text`, each of which has one of `signs` in it: only their lines are read."""
    return rx(expression, flags).with_signs(text, tuple(signs))


def _compiled(expression: str, flags: int) -> Row:
    """What `re.compile` does, as a row; it is noted for the next run. Raises re.error."""
    from mtcheck.analysis.required import required

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
        given = int(flags | parsed.state.flags)
        row = (given, words, parsed.state.groups - 1, names, tuple(numbers), *required(parsed, given))
    except (AttributeError, KeyError):  # an interpreter that keeps these elsewhere
        return (flags, b"", 0, {}, (), (), 0)
    if not _fresh and not sys.dont_write_bytecode:
        atexit.register(_keep)
    _fresh[expression, flags] = row
    return row


def _assembled(expression: str, given: int, row: Row) -> re.Pattern[str]:
    """The pattern that a row describes; one that the engine does not take is compiled anew."""
    flags, words, groups, names, numbers, _, _ = row
    if words:
        with contextlib.suppress(Exception):
            made: re.Pattern[str] = _sre.compile(expression, flags, array("I", words).tolist(), groups, names, numbers)
            return made
    return re.compile(expression, given)


@cache
def _kept() -> dict[tuple[str, int], Row]:
    """The patterns of earlier runs; none where the file is missing, damaged or of another build."""
    try:
        with open(_PATH, "rb") as file:  # noqa: PTH123
            data = file.read()
        if data[:8] != b"%08x" % crc32(data[8:]):
            return {}
        tag, kept = marshal.loads(data[8:])
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if tag == _TAG and isinstance(kept, dict) else {}


def _keep() -> None:
    """Writes what this run compiled to what earlier runs did; a folder that cannot be written is no matter."""
    temporary = f"{_PATH}.{os.getpid()}"
    with contextlib.suppress(OSError, ValueError):
        data = marshal.dumps((_TAG, _kept() | _fresh))
        os.makedirs(os.path.dirname(_PATH), exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb") as file:  # noqa: PTH123
            file.write(b"%08x" % crc32(data) + data)
        os.replace(temporary, _PATH)  # noqa: PTH105

"""raw offsets <-> positions: lines from 0, characters in the units that editor and server agreed on (UTF-16 unless
the editor asks for another).

Lines end where the protocol says, at CR LF, LF or CR: str.splitlines knows more line ends, and text scraped from
the web has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

from mtcheck.text import Span

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""Position encoding -> the codec that counts its units, and the bytes of one."""
_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one text."""

    def __init__(self, raw: str, encoding: str = "utf-16"):
        self.raw = raw
        self._codec, self._width = _UNITS[encoding]
        self._starts = [0, *(end.end() for end in _END.finditer(raw))]

    def position(self, offset: int) -> types.Position:
        """Where the raw character at `offset` stands."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self.raw[self._starts[line] : offset]))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The raw offset of a position; one beyond its line or the text is taken to mean their end."""
        if position.line >= len(self._starts):
            return len(self.raw)
        start = self._starts[position.line]
        end = _END.search(self.raw, start)
        stop = end.start() if end is not None else len(self.raw)
        left, at = position.character, start
        while at < stop and left > 0:
            left -= self._units(self.raw[at])
            at += 1
        return at

    def span(self, range: types.Range) -> Span:
        return Span(self.offset(range.start), self.offset(range.end))

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else len(text.encode(self._codec, "surrogatepass")) // self._width

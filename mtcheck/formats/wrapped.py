"""Lines of a paragraph and the marks in them -> pieces; for markup whose paragraphs go on from line to line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mtcheck.text import Piece, Span

LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


class Line(NamedTuple):
    """One line of a file: all of it, and its text without indentation and the spaces at its end."""

    whole: Span
    text: Span

    @property
    def blank(self) -> bool:
        return self.text.start == self.text.end

    @property
    def indent(self) -> int:
        return self.text.start - self.whole.start


class Mark(NamedTuple):
    """Something that is not plain words: what is read in its place (nothing: a gap), and whether that can change."""

    span: Span
    plain: str = ""
    frozen: bool = True


def lines(raw: str) -> list[Line]:
    """All lines of a file."""
    found = []
    for match in LINE.finditer(raw):
        body = match[0].rstrip("\r\n")
        start = match.start() + len(body) - len(body.lstrip(" \t"))
        found.append(Line(Span(*match.span()), Span(start, max(start, match.start() + len(body.rstrip())))))
    return found


def pieces(raw: str, spans: Sequence[Span], marks: Iterable[Mark]) -> Iterator[Piece]:
    """The pieces of a paragraph whose lines are at `spans`; a line break with its indentation reads as a space."""
    every = list(marks) + [Mark(Span(one.end, two.start), " ", False) for one, two in pairwise(spans)]
    at = spans[0].start
    for mark in sorted(every):
        if mark.span.start < at:
            continue
        if at < mark.span.start:
            yield Piece(raw[at : mark.span.start], Span(at, mark.span.start))
        if mark.plain:
            trap = len(mark.plain) == mark.span.end - mark.span.start > 1
            yield Piece(mark.plain, mark.span, frozen=mark.frozen or trap)
        at = mark.span.end
    if at < spans[-1].end:
        yield Piece(raw[at : spans[-1].end], Span(at, spans[-1].end))

"""One block of Markdown -> pieces: its words, without emphasis, links' targets, code and tags.

What stands for something unreadable (code, an address, an image) is one frozen placeholder, so that the
sentence around it stays a sentence. Marks of emphasis and tags are gaps: no edit can cross them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mtcheck.text import Piece, Span

PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"

_SKIP, _STAND_IN, _BREAK, _ESCAPE, _ENTITY, _RUN, _NEWLINE = (
    "skip",
    "stand-in",
    "break",
    "escape",
    "entity",
    "run",
    "newline",
)

_LINK_TARGET = (
    r"\((?:[ \t\n]*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*)\)"
)
_TOKENS = re.compile(
    rf"""
    (?P<code>(?P<ticks>`+)(?!`)(?:.|\n)+?(?<!`)(?P=ticks)(?!`))
  | (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<image>!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\](?:{_LINK_TARGET}|\[[^\[\]]*\]))
  | (?P<footnote>\[\^[^\]\s]+\])
  | (?P<comment><!--(?:.|\n)*?-->)
  | (?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>)
  | (?P<br><br\s*/?>)
  | (?P<tag></?[A-Za-z][\w.:-]*(?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*/?>)
  | (?P<url>(?:https?://|www\.)[^\s<>\[\]“”«»]*[\w/])
  | (?P<template>\{{\{{(?:.|\n)*?\}}\}}|\{{%(?:.|\n)*?%\}})
  | (?P<target>(?<=\])(?:{_LINK_TARGET}|\[[^\[\]]*\]))
  | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
  | (?P<run>\*+|_+|~~)
    """,
    re.VERBOSE,
)
_BRACES = re.compile(r"\{[^{}]*\}")
_KINDS = {
    "code": _STAND_IN,
    "image": _STAND_IN,
    "autolink": _STAND_IN,
    "url": _STAND_IN,
    "template": _STAND_IN,
    "escape": _ESCAPE,
    "footnote": _SKIP,
    "comment": _SKIP,
    "tag": _SKIP,
    "target": _SKIP,
    "br": _BREAK,
    "entity": _ENTITY,
    "run": _RUN,
}


class Mark(NamedTuple):
    """Something that is not plain words, at a place in the raw text."""

    span: Span
    kind: str


def pieces(raw: str, lines: Sequence[Span], mdx: bool) -> Iterator[Piece]:
    """The pieces of one block; between its lines stands a line break."""
    start, end = lines[0].start, lines[-1].end
    marks = _marks(raw, lines, mdx)
    marks += _newlines(raw, lines)
    at = start
    for span, kind in sorted(marks):
        if span.start < at:
            continue  # inside something that is passed over already
        if at < span.start:
            yield Piece(raw[at : span.start], Span(at, span.start))
        yield from _piece(raw, span, kind)
        at = span.end
    if at < end:
        yield Piece(raw[at:end], Span(at, end))


def _piece(raw: str, span: Span, kind: str) -> Iterator[Piece]:
    if kind == _STAND_IN:
        yield Piece(PLACEHOLDER, span, frozen=True)
    elif kind == _BREAK:
        yield Piece("\n", span, frozen=True)
    elif kind == _ESCAPE:
        yield Piece(raw[span.end - 1], span)
    elif kind == _ENTITY:
        from html import unescape

        plain = unescape(span.of(raw))
        yield Piece(plain, span, frozen=plain == span.of(raw) or len(plain) == span.end - span.start)
    elif kind == _NEWLINE:
        # only a bare line break can be edited: spaces before it and marks after it belong to the markup
        exact = span.of(raw) in ("\n", "\r\n")
        yield Piece("\n", span, frozen=not exact)


def _newlines(raw: str, lines: Sequence[Span]) -> list[Mark]:
    return [Mark(Span(one.end, two.start), _NEWLINE) for one, two in pairwise(lines)]


def _marks(raw: str, lines: Sequence[Span], mdx: bool) -> list[Mark]:
    start, end = lines[0].start, lines[-1].end
    marks, runs = [], []
    for match in _TOKENS.finditer(raw, start, end):
        span, kind = Span(*match.span()), _KINDS[match.lastgroup or ""] if match.lastgroup != "ticks" else _STAND_IN
        if kind == _RUN:
            runs.append(span)
        else:
            marks.append(Mark(span, kind))
            if match.lastgroup == "target":
                marks += _brackets(raw, start, span.start - 1)
    if mdx:
        marks += [Mark(Span(*match.span()), _STAND_IN) for match in _BRACES.finditer(raw, start, end)]
    return marks + _emphasis(raw, runs, Span(start, end))


def _brackets(raw: str, start: int, closing: int) -> list[Mark]:
    """The brackets of a link whose closing one is at `closing`."""
    depth = 0
    for at in range(closing, start - 1, -1):
        depth += {"]": 1, "[": -1}.get(raw[at], 0)
        if depth == 0:
            return [Mark(Span(at, at + 1), _SKIP), Mark(Span(closing, closing + 1), _SKIP)]
    return []


def _emphasis(raw: str, runs: Sequence[Span], block: Span) -> list[Mark]:
    """The marks of emphasis that have a partner; a star that has none is a star."""
    open_: list[list[int]] = []  # start and end of what is left of each run that may still be closed
    marks = []
    for run in runs:
        before = raw[run.start - 1] if run.start > block.start else " "
        after = raw[run.end] if run.end < block.end else " "
        left = run.end - run.start
        at = run.start
        if _closes(raw[at], before, after):
            while left and (partner := next((o for o in reversed(open_) if raw[o[0]] == raw[at]), None)):
                size = min(left, partner[1] - partner[0])
                marks += [Mark(Span(partner[1] - size, partner[1]), _SKIP), Mark(Span(at, at + size), _SKIP)]
                partner[1] -= size
                open_ = open_[: open_.index(partner) + (partner[1] > partner[0])]
                at, left = at + size, left - size
        if left and _opens(raw[run.start], before, after):
            open_.append([at, run.end])
    return marks


def _opens(mark: str, before: str, after: str) -> bool:
    """Left-flanking, as CommonMark 6.2 has it; an underscore within a word is a letter."""
    flanking = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    return flanking and not (mark == "_" and before.isalnum())


def _closes(mark: str, before: str, after: str) -> bool:
    flanking = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    return flanking and not (mark == "_" and after.isalnum())

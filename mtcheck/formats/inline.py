"""One block of Markdown -> pieces: its words, without emphasis, links' targets, code and tags.

What stands for something unreadable (code, an address, an image) is one frozen placeholder, so that the
sentence around it stays a sentence. Marks of emphasis and tags are gaps: no edit can cross them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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
    r"\([ \t\n]{0,40}(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s{1,40}(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s{0,40}\)"
)
_TOKENS = re.compile(
    rf"""
    (?P<code>(?<!(?<!\\)`)`+)
  | (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<image>!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\](?:{_LINK_TARGET}|\[[^\[\]]*\]))
  | (?P<footnote>\[\^[^\[\]\s]+\])
  | (?P<comment><!--)
  | (?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>)
  | (?P<br><br\s*/?>)
  | (?P<tag></?[A-Za-z][\w.:-]*(?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*/?>)
  | (?P<url>(?:https?://|www\.)[^\s<>\[\]“”«»]*[\w/])
  | (?P<template>\{{\{{|\{{%)
  | (?P<target>(?<=\])(?:{_LINK_TARGET}|\[[^\[\]]*\]))
  | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
  | (?P<run>\*+|_+|~~)
    """,
    re.VERBOSE,
)
_CLOSES = {"<!--": "-->", "{{": "}}", "{%": "%}"}
_TICKS = re.compile("`+")
_BRACKET = re.compile(r"[\[\]]")
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
    brackets = _brackets(raw, start, end) if "](" in raw[start:end] or "][" in raw[start:end] else {}
    for span, name in _tokens(raw, start, end):
        kind = _KINDS[name]
        if kind == _RUN:
            runs.append(span)
            continue
        marks.append(Mark(span, kind))
        if name == "target" and (closing := span.start - 1) in brackets:
            marks += [Mark(Span(at, at + 1), _SKIP) for at in (brackets[closing], closing)]
    if mdx:
        marks += [Mark(Span(*match.span()), _STAND_IN) for match in _BRACES.finditer(raw, start, end)]
    return marks + _emphasis(raw, runs, Span(start, end))


def _tokens(raw: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """What is not plain words, in order. What closes code, a comment or a template is looked for here: a pattern
    would read the whole block again for each of many that nothing closes."""
    at = start
    unclosed: set[str] = set()
    ticks: dict[int, list[int]] | None = None
    while match := _TOKENS.search(raw, at, end):
        name, (begin, at) = match.lastgroup or "", match.span()
        close = _CLOSES.get(match.group())
        if name == "code":
            ticks = _ticks(raw, start, end) if ticks is None else ticks
            same = ticks.get(at - begin, [])
            after = bisect_left(same, at)
            if after == len(same):
                continue
            at = same[after] + at - begin
        elif close is not None:
            stop = -1 if close in unclosed else raw.find(close, at, end)
            if stop < 0:
                unclosed.add(close)
                continue
            at = stop + len(close)
        yield Span(begin, at), name


def _ticks(raw: str, start: int, end: int) -> dict[int, list[int]]:
    """Where each run of so many backticks begins."""
    found: dict[int, list[int]] = {}
    for run in _TICKS.finditer(raw, start, end):
        found.setdefault(len(run.group()), []).append(run.start())
        if raw[run.start() - 1 : run.start()] == "\\":  # an escaped one, and the run behind it
            found.setdefault(len(run.group()) - 1, []).append(run.start() + 1)
    return found


def _brackets(raw: str, start: int, end: int) -> dict[int, int]:
    """Each closing bracket of a block with the opening one that belongs to it."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for bracket in _BRACKET.finditer(raw, start, end):
        if bracket.group() == "[":
            opened.append(bracket.start())
        elif opened:
            pairs[bracket.start()] = opened.pop()
    return pairs


def _emphasis(raw: str, runs: Sequence[Span], block: Span) -> list[Mark]:
    """The marks of emphasis that have a partner; a star that has none is a star."""
    open_: list[list[int]] = []  # start and end of what is left of each run that may still be closed
    waiting = dict.fromkeys("*_~", 0)  # how many of them there are
    marks = []
    for run in runs:
        before = raw[run.start - 1] if run.start > block.start else " "
        after = raw[run.end] if run.end < block.end else " "
        left = run.end - run.start
        at = run.start
        if _closes(raw[at], before, after):
            while left and waiting[raw[run.start]]:
                while raw[open_[-1][0]] != raw[run.start]:  # what stands between can no longer be closed
                    waiting[raw[open_.pop()[0]]] -= 1
                partner = open_[-1]
                size = min(left, partner[1] - partner[0])
                marks += [Mark(Span(partner[1] - size, partner[1]), _SKIP), Mark(Span(at, at + size), _SKIP)]
                partner[1] -= size
                if partner[1] == partner[0]:
                    open_.pop()
                    waiting[raw[run.start]] -= 1
                at, left = at + size, left - size
        if left and _opens(raw[run.start], before, after):
            open_.append([at, run.end])
            waiting[raw[run.start]] += 1
    return marks


def _opens(mark: str, before: str, after: str) -> bool:
    """Left-flanking, as CommonMark 6.2 has it; an underscore within a word is a letter."""
    flanking = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    return flanking and not (mark == "_" and before.isalnum())


def _closes(mark: str, before: str, after: str) -> bool:
    flanking = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    return flanking and not (mark == "_" and after.isalnum())

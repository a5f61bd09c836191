"""Markdown -> the prose in it: paragraphs, headings, list items and table cells, one block each.

markdown-it finds the blocks as CommonMark defines them and says on which lines they stand; `inline` takes
the markup out of them. A line whose place cannot be told for certain is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.formats.front_matter import FRONT
from mtcheck.formats.inline import pieces
from mtcheck.text import Piece, Span, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MODULE = re.compile(r"(?:import|export)\b")
_COMMENT = re.compile(r"<!--((?:(?!<!--).)*?)-->", re.DOTALL)
_MATHEMATICS = re.compile(r"\$\$|\\\[|\\begin\{")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")

_CODE = ("fence", "code_block")


class Block(NamedTuple):
    """A run of lines that is one paragraph: the raw span of each, without markers and outer spaces."""

    kind: str
    lines: tuple[Span, ...]


def read(raw: str) -> Text:
    """The prose of a Markdown file; blocks are a blank line apart."""
    return _text(raw, mdx=False)


def read_mdx(raw: str) -> Text:
    """The same of MDX, where braces hold code and a paragraph that begins with import or export is code."""
    return _text(raw, mdx=True)


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each HTML comment outside code ends, and what it says."""
    tokens, starts = _parsed(raw)
    code = [Span(starts[token.map[0]], starts[token.map[1]]) for token in tokens if token.type in _CODE and token.map]
    for match in _COMMENT.finditer(raw):
        if not any(span.start <= match.start() < span.end for span in code):
            yield match.end(), match[1].strip()


def _text(raw: str, mdx: bool) -> Text:
    out: list[Piece] = []
    before: Block | None = None
    tokens, starts = _parsed(raw)
    for block in _blocks(raw, tokens, starts):
        opening = block.lines[0].of(raw)
        if (mdx and _MODULE.match(opening)) or _MATHEMATICS.match(opening):
            continue
        own = list(pieces(raw, block.lines, mdx))
        if own:
            if before is not None:
                out.append(_between(raw, before, block, Span(out[-1].raw.end, own[0].raw.start)))
            out += own
            before = block
    return Text(out)


def _between(raw: str, before: Block, after: Block, gap: Span) -> Piece:
    """The blank line between two blocks; it can be edited between paragraphs that nothing else stands between."""
    between = gap.of(raw)
    loose = before.kind == after.kind == "paragraph" and not between.strip()
    misleading = len(between) == 2 and between != "\n\n"  # would pass for verbatim
    return Piece("\n\n", gap, frozen=not loose or misleading)


@lru_cache(maxsize=1)
def _parsed(raw: str) -> tuple[list[Token], list[int]]:
    """The block tokens, and where each line begins (and the text ends); front matter is blanked out.

    Kept, since the prose is asked for and then the comments are. Nobody changes them.
    """
    starts = [match.start() for match in _LINE.finditer(raw)] + [len(raw)]
    front = FRONT.match(raw)
    if front:
        blanked = re.sub(r"[^\r\n]", "", front[0])
        return _parser().parse(blanked + raw[front.end() :]), starts
    return _parser().parse(raw), starts


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # inline rules are off: only lines are wanted, and inline tokens do not know their places
    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


def _blocks(raw: str, tokens: Iterable[Token], starts: list[int]) -> Iterator[Block]:
    kinds: list[str] = []
    row, cursor = (-1, -1), 0
    for token in tokens:
        if token.nesting > 0:
            kinds.append(token.type.removesuffix("_open"))
        elif token.nesting < 0:
            kinds.pop()
        if token.type != "inline" or not token.map or not token.content.strip():
            continue
        if kinds[-1] in ("th", "td"):
            if (token.map[0], token.map[1]) != row:
                row, cursor = (token.map[0], token.map[1]), starts[token.map[0]]
            # cells come in order, so that the next place where one fits is its own
            line = starts[token.map[0] + 1]
            content = token.content if raw.find(token.content, cursor, line) >= 0 else token.content.replace("|", r"\|")
            at = raw.find(content, cursor, line)
            if at >= 0:
                cursor = at + len(content)
                yield Block("cell", (Span(at, cursor),))
            continue
        lines = _lines(raw, token, starts)
        if lines:
            nested = any(kind in ("list_item", "blockquote") for kind in kinds)
            yield Block("nested" if nested else kinds[-1], lines)


def _lines(raw: str, token: Token, starts: list[int]) -> tuple[Span, ...]:
    """Where each line of a block's content stands; nothing where one of them cannot be told."""
    assert token.map is not None
    found: list[Span] = []
    contents = token.content.split("\n")
    for number, content in enumerate(contents):
        content = content.strip()
        line = token.map[0] + number
        if line + 1 >= len(starts):
            return ()
        body = raw[starts[line] : starts[line + 1]].rstrip()
        if token.level and content and not body.endswith(content):
            body = body.rstrip("#").rstrip()  # a heading may close with the marks it opened with
        if not body.endswith(content):
            return ()
        end = starts[line] + len(body)
        start = end - len(content)
        marker = _TASK.match(content) or _FOOTNOTE.match(content) if not number else None
        found.append(Span(start + (marker.end() if marker else 0), end))
    return tuple(found)

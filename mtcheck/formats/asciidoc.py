"""AsciiDoc -> its paragraphs, headings, list items and notes.

No parser for Python says where characters stand, so a scanner of our own reads what it is sure of and leaves the rest
alone: listings, literal and passthrough blocks, tables, comments, attributes, macros, verses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.formats.inline import PLACEHOLDER
from mtcheck.formats.reader import joined
from mtcheck.formats.wrapped import Line, Mark, lines, pieces
from mtcheck.text import Codec, Piece, Span, Text

_FENCE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}|[|,:!]={3,})")
"""What begins a block that is left alone, up to the same characters."""
_CONTAINER = re.compile(r"={4,}|\*{4,}|_{4,}|--|~{4,}|\+|'''|---|\*\*\*|<<<")
"""Lines that divide: what they enclose are paragraphs like any other."""
_ATTRIBUTES = re.compile(r"\[[^\]\s]?[^\n]*\]")
_CODE = re.compile(
    r"\[\s*[%#.]?(?:source|listing|literal|stem|latexmath|asciimath|verse|pass|mermaid|plantuml|ditaa|,)"
)
_ENTRY = re.compile(r":!?\w[^:\n]*!?:(?:[ \t]|$)")
_MACRO = re.compile(r"[a-z]\w*::[^\s\[]*\[[^\n]*\]")
_HEADING = re.compile(r"(?:={1,6}|#{1,6})[ \t]+")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(r"(?:\*{1,5}|-|\.{1,5}|\d{1,9}\.|[a-z]\.|<(?:\d{1,9}|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?")
_TERM = re.compile(r"([^\n:]{1,200}?)(?::{2,4}|;;)(?:[ \t]+|$)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|WARNING|CAUTION|IMPORTANT):[ \t]+")
_COMMENT = re.compile(r"^//[ \t]*(mtcheck:[^\r\n]*)", re.MULTILINE)
_MARKS = re.compile(
    r"""
    (?P<opening>["']`(?=\S)) | (?P<closing>(?<=\S)`["'])
  | (?P<code>\+\+\+.+?\+\+\+|``.+?``|`[^`\s](?:[^`]*[^`\s])?`|\+\+.+?\+\+|(?<!\w)\+\S[^+\n]*\+(?!\w)|\{[\w-][\w:.-]*\})
  | (?P<anchor>\[\[[^\[\]\n]{0,99}\]\]|\[[.\#%][^\[\]\n]{0,99}\](?=[\#*_`]))
  | (?P<cross><<[^<>,\n]+,(?P<crosswords>[^<>]+)>>)
  | (?P<reference><<[^<>\n]+>>)
  | (?P<link>(?:link:|xref:|mailto:|(?:https?|ftp|irc)://)[^\s\[\]]{0,500}\[(?P<words>[^\[\],^]*)[^\[\]]*\])
  | (?P<note>footnote(?:ref)?:\w*\[[^\[\]]*\])
  | (?P<macro>(?<![\w-])[a-z][\w-]{0,30}:[^\s\[\]:]{0,500}\[[^\[\]]*\])
  | (?P<url>(?:https?://|www\.)[^\s<>\[\]“”«»]*[\w/]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,64}\w)
  | (?P<escape>\\(?=[*_`\#+{<\[\^~"'\-a-z]))
  | (?P<break>[ \t]\+(?=\r?\n|\Z))
  | (?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<double>\*\*(?=\S)[^*\n]+\*\*|__(?=\S)[^_\n]+__|\#\#(?=\S)[^\#\n]+\#\#)
  | (?P<single>(?<![\w*])\*(?=[^\s*])[^*]*?(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_]*?(?<=\S)_(?![\w_])
      |(?<![\w\#&])\#(?=[^\s\#])[^\#]*?(?<=\S)\#(?![\w\#]))
  | (?P<script>\^[^\s^]+\^|~[^\s~]+~)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = (
    *("opening", "closing", "code", "anchor", "cross", "reference", "link", "note", "macro", "url", "escape", "break"),
    *("entity", "double", "single", "script"),
)
_CURVED = {'"`': "“", "'`": "‘", '`"': "”", "`'": "’"}
_NOT_WORDS = "`*_#+{}[]<>^~\\|\n\r"


def read(raw: str) -> Text:
    """The prose of a file; blocks are a blank line apart."""
    return joined(list(_pieces(raw, spans)) for spans in _paragraphs(raw))


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each comment to us ends, and what it says."""
    for match in _COMMENT.finditer(raw):
        yield match.end(), match[1].strip()


def write(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a paragraph; those that could be markup have no place there."""
    return None if any(mark in new for mark in _NOT_WORDS) else new


def _paragraphs(raw: str) -> Iterator[list[Span]]:
    """The lines of each paragraph, without the marks at its beginning."""
    own: list[Span] = []
    fence = ""
    hidden = False  # up to the next blank line
    for line in lines(raw):
        text = line.text.of(raw)
        if fence:
            fence = "" if text == fence else fence
            continue
        if line.blank:
            hidden = False
        elif not hidden and (found := _FENCE.match(text)) and (text == found[1] or text.startswith("```")):
            fence = found[1]
        elif not hidden and own and not _divides(text):
            own.append(line.text)
            continue
        elif not hidden:
            if own:
                yield own
            own, hidden = _begun(raw, line, text)
            if own and _HEADING.match(text):
                yield own
                own, hidden = [], text.startswith("= ")  # author and revision stand below the title of the document
            continue
        if own:
            yield own
        own = []
    if own:
        yield own


def _divides(text: str) -> bool:
    """Whether a line that stands where a paragraph could go on begins something else."""
    return bool(
        text.startswith("//")
        or _CONTAINER.fullmatch(text)
        or _ATTRIBUTES.fullmatch(text)
        or _MACRO.fullmatch(text)
        or _ITEM.match(text)
        or (_TERM.match(text) and "::" in text)
    )


def _begun(raw: str, line: Line, text: str) -> tuple[list[Span], bool]:
    """The paragraph that a line begins, and whether everything up to the next blank line is left alone."""
    if line.indent and not _ITEM.match(text):
        return [], True  # an indented paragraph is a literal one
    if text.startswith("//") or _CONTAINER.fullmatch(text) or _ENTRY.match(text) or _MACRO.fullmatch(text):
        return [], False
    if _ATTRIBUTES.fullmatch(text):
        return [], bool(_CODE.match(text))
    for pattern in (_HEADING, _ITEM, _ADMONITION, _CAPTION):
        if marker := pattern.match(text):
            return [Span(line.text.start + marker.end(), line.text.end)], False
    if term := _TERM.match(text):
        return [Span(line.text.start + term.end(), line.text.end)] if term.end() < len(text) else [], False
    return [line.text], False


def _pieces(raw: str, spans: list[Span]) -> Iterator[Piece]:
    return pieces(raw, spans, _marks(raw, Span(spans[0].start, spans[-1].end)))


def _marks(raw: str, block: Span) -> Iterator[Mark]:
    at = block.start
    while match := _MARKS.search(raw, at, block.end):
        span = Span(*match.span())
        kind = next(name for name in _KINDS if match[name] is not None)
        at = span.end
        if kind in ("opening", "closing"):
            yield Mark(span, _CURVED[match[0]])
        elif kind in ("double", "single"):
            size = 2 if kind == "double" else 1
            yield Mark(Span(span.start, span.start + size))
            yield Mark(Span(span.end - size, span.end))
            at = span.start + size
        elif kind in ("link", "cross"):
            inner = Span(*match.span("words" if kind == "link" else "crosswords"))
            if inner.start == inner.end:
                yield Mark(span, PLACEHOLDER)
                continue
            yield Mark(Span(span.start, inner.start))
            yield Mark(Span(inner.end, span.end))
        elif kind in ("anchor", "note", "escape", "script"):
            yield Mark(span)
        elif kind == "break":
            yield Mark(Span(span.start, _next_line(raw, span.end, block.end)), "\n")
        elif kind == "entity":
            from html import unescape

            yield Mark(span, unescape(match[0]))
        else:
            yield Mark(span, PLACEHOLDER)


def _next_line(raw: str, at: int, end: int) -> int:
    while at < end and raw[at] in "\r\n \t":
        at += 1
    return at

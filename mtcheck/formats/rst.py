"""reStructuredText -> its paragraphs, list items, notes and definitions.

docutils does not say where a paragraph's characters stand, so a scanner of our own reads what it is sure of and leaves
the rest alone: directives other than notes, comments, literal blocks, tables, fields, options, substitutions, and
section titles, whose underline would no longer fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import dropwhile

from mtcheck.formats.inline import PLACEHOLDER
from mtcheck.formats.reader import Block, joined
from mtcheck.formats.wrapped import Line, Mark, lines, pieces
from mtcheck.text import Codec, Piece, Span, Text

_PROSE = frozenset(
    "note warning tip important caution danger hint attention error admonition seealso versionadded versionchanged"
    " deprecated epigraph highlights pull-quote topic sidebar container compound only rubric".split()
)
"""Directives that hold paragraphs like any other."""
_ARGUMENTS = frozenset("only container versionadded versionchanged deprecated".split())
"""Of those, the ones whose first words are an argument."""
_DIRECTIVE = re.compile(r"\.\.[ \t]+([\w:+.-]+?)::(?:[ \t]+|$)")
_NOTE = re.compile(r"\.\.[ \t]+\[[^\]\s]+\][ \t]*")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1+")
_ITEM = re.compile(r"(?:[-*+•‣⁃]|(?:\d+|\#)[.)]|\((?:\d+|\#)\))[ \t]+")
_FIELD = re.compile(r":(?![ :])[^:\n]{1,80}(?<! ):(?:[ \t]|$)")
_OPTION = re.compile(r"(?:--?[A-Za-z?]|/[A-Z]\b)")
_TABLE = re.compile(r"\+[-=]{2}[-=+]*\+$|=+(?:[ \t]+=+)+$")
_COMMENT = re.compile(r"^[ \t]*\.\.[ \t]+(mtcheck:[^\r\n]*)", re.MULTILINE)
_MARKS = re.compile(
    r"""
    (?P<literal>``[^\n].*?``)
  | (?P<role>(?<![\w:+.-]):[\w:+.-]{1,60}:`[^`]+`|`[^`]+`:[\w:+.-]{1,60}:)
  | (?P<link>`(?P<words>[^`<>]{0,500}?[^`<>\s])\s{1,40}<[^`<>]+>`__?)
  | (?P<reference>`(?P<name>[^`<>]+)`__?)
  | (?P<text>`[^`]+`)
  | (?P<substitution>\|[^|\s](?:[^|\n]*[^|\s])?\|_{0,2})
  | (?P<note>[ \t\r\n]{0,40}\[(?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_)
  | (?P<escape>\\(?:\s|.))
  | (?P<url>(?:https?://|www\.)[^\s<>“”«»`]*[\w/]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,64}\w)
  | (?P<word>(?<![\w`])(?P<bare>[A-Za-z][\w-]{0,60}?)__?(?![\w`]))
  | (?P<strong>(?<![\w*])\*\*(?=\S)(?:[^*]|\*(?!\*))+?(?<=\S)\*\*(?!\w))
  | (?P<emphasis>(?<![\w*])\*(?=[^\s*])[^*]*?(?<=\S)\*(?![\w*]))
    """,
    re.VERBOSE | re.DOTALL,
)
_AROUND = {"strong": 2, "emphasis": 1}


def read(raw: str) -> Text:
    """The prose of a file; blocks are a blank line apart."""
    return joined(_blocks(raw))


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each comment to us ends, and what it says."""
    for match in _COMMENT.finditer(raw):
        yield match.end(), match[1].strip()


def write(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a paragraph; those that could be markup have no place there."""
    return None if any(mark in new for mark in "`*|_\\\n\r") else new


def _blocks(raw: str) -> Iterator[Block]:
    hidden = -1  # what is indented more than this is left alone
    table = False
    for run in _runs(lines(raw)):
        if table:
            table = not _TABLE.match(run[-1].text.of(raw))
            continue
        if hidden >= 0:
            run = list(dropwhile(partial(_deeper, hidden), run))
        if not run:
            continue
        hidden = -1
        while run and hidden < 0:
            run, hidden, table, blocks = _taken(raw, run)
            for spans in blocks:
                if spans:
                    yield list(_pieces(raw, spans))
            if table:
                break


def _deeper(indent: int, line: Line) -> bool:
    return line.indent > indent


def _runs(every: list[Line]) -> Iterator[list[Line]]:
    """Lines without a blank one between them."""
    run: list[Line] = []
    for line in every:
        if line.blank:
            if run:
                yield run
            run = []
        else:
            run.append(line)
    if run:
        yield run


Taken = tuple[list[Line], int, bool, list[list[Span]]]
"""The lines that are left, the indentation beyond which what follows is hidden (or -1), whether a table goes on, and
the lines of each paragraph found."""


def _taken(raw: str, run: list[Line]) -> Taken:
    """What stands at the beginning of a run of lines."""
    first, text = run[0], run[0].text.of(raw)
    if _TABLE.match(text):
        return [], -1, not _TABLE.match(run[-1].text.of(raw)) or len(run) == 1, []
    titled = _title(raw, run)
    if titled:
        return run[titled:], -1, False, []
    if text.startswith(".."):
        return _explicit(raw, run)
    if text.startswith((">>>", "__ ")) or _OPTION.match(text):
        return [], first.indent, False, []
    if _FIELD.match(text):
        rest = _after(run, first.indent)
        return rest, -1 if rest else first.indent, False, []
    if text.startswith("| ") or text == "|":
        verses = [line.text for line in run if line.text.of(raw).startswith("| ")]
        return [], -1, False, [[Span(verse.start + 2, verse.end)] for verse in verses]
    marker = _ITEM.match(text)
    own = [Span(first.text.start + (marker.end() if marker else 0), first.text.end)]
    indent = first.indent + (marker.end() if marker else 0)
    count = 1
    while count < len(run) and run[count].indent == indent and not (marker is None and _breaks(raw, run[count])):
        own.append(run[count].text)
        count += 1
    literal = raw[own[-1].start : own[-1].end].endswith("::")
    if literal:
        own[-1] = Span(own[-1].start, own[-1].end - (2 if own[-1].of(raw) == "::" else 1))
    hidden = indent if literal and marker else first.indent
    return ([], hidden, False, [own]) if literal else (run[count:], -1, False, [own])


def _breaks(raw: str, line: Line) -> bool:
    """Whether a line that stands where a paragraph could go on begins something else all the same."""
    return line.text.of(raw).startswith((".. ", ">>> "))


def _title(raw: str, run: list[Line]) -> int:
    """How many of the first lines are a section title, or a transition."""
    texts = [line.text.of(raw) for line in run[:3]]
    ruled = [bool(_ADORNMENT.fullmatch(text)) and text not in ("::", "..") for text in texts]
    if ruled[0]:
        return 3 if len(texts) == 3 and ruled[2] else 1
    return 2 if len(texts) > 1 and ruled[1] and not run[0].indent and not run[1].indent else 0


def _explicit(raw: str, run: list[Line]) -> Taken:
    """A directive, a note, a target, a substitution or a comment."""
    first, text = run[0], run[0].text.of(raw)
    note = _NOTE.match(text)
    directive = _DIRECTIVE.match(text)
    prose = directive is not None and directive[1].rpartition(":")[2] in _PROSE
    if not note and not prose:
        rest = _after(run, first.indent)
        return rest, -1 if rest else first.indent, False, []
    marker = note or directive
    assert marker is not None
    own = [] if directive and directive[1] in _ARGUMENTS else [Span(first.text.start + marker.end(), first.text.end)]
    count = 1
    while count < len(run) and run[count].indent > first.indent and not _FIELD.match(run[count].text.of(raw)):
        if not own:
            break
        own.append(run[count].text)
        count += 1
    while count < len(run) and run[count].indent > first.indent and _FIELD.match(run[count].text.of(raw)):
        count += 1
    if own and own[0].start >= own[0].end:
        own = own[1:]
    return run[count:], -1, False, [own]


def _after(run: list[Line], indent: int) -> list[Line]:
    """The lines after what belongs to the first, which is indented by `indent`."""
    return next((run[at:] for at in range(1, len(run)) if run[at].indent <= indent), [])


def _pieces(raw: str, spans: list[Span]) -> Iterator[Piece]:
    return pieces(raw, spans, _marks(raw, Span(spans[0].start, spans[-1].end)))


def _marks(raw: str, block: Span) -> Iterator[Mark]:
    at = block.start
    while match := _MARKS.search(raw, at, block.end):
        span = Span(*match.span())
        kind = next(name for name in _KINDS if match[name] is not None)
        at = span.end
        if kind in _AROUND:
            size = _AROUND[kind]
            yield Mark(Span(span.start, span.start + size))
            yield Mark(Span(span.end - size, span.end))
            at = span.start + size
        elif kind == "link":
            yield Mark(Span(span.start, match.start("words")))
            yield Mark(Span(match.end("words"), span.end))
        elif kind in ("reference", "word"):
            yield Mark(span, match["name"] or match["bare"])
        elif kind == "note":
            yield Mark(span)
        elif kind == "escape":
            yield Mark(span, "" if match[0][1].isspace() else match[0][1])
        else:
            yield Mark(span, PLACEHOLDER)


_KINDS = ("literal", "role", "link", "reference", "text", "substitution", "note", "escape", "url", "word", *_AROUND)

"""YAML -> its scalar values that are prose, in every style that can be mapped character by character.

PyYAML's parser says where each scalar stands and what it means; a scalar whose characters do not come out as that is
left alone. Aliases are not followed, nothing is constructed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mtcheck.formats.catalogue import Entry, chosen
from mtcheck.formats.reader import Block, Malformed, joined
from mtcheck.formats.strings import protected
from mtcheck.text import Codec, Piece, Span, Text

PLAIN, START, FLOW, SINGLE, DOUBLE, LITERAL, FOLDED = "plain", "start", "flow", "'", '"', "|", ">"
"""Styles: START is the first character of a plain scalar, FLOW a plain scalar between brackets."""

_FOLD = r"(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t\r\n]*"
_SCANS = {
    PLAIN: re.compile(_FOLD),
    SINGLE: re.compile(rf"''|{_FOLD}"),
    DOUBLE: re.compile(
        rf"\\(?:\r\n?|\n)[ \t]*|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\.|{_FOLD}"
    ),
}
_SHORT = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
"""YAML 1.2, 5.7: what a letter after a backslash means."""
_ENCODE = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
_COMMENT = re.compile(r"^[ \t]*#[ \t]*(mtcheck:[^\r\n]*)", re.MULTILINE)
_STRING_TAGS = (None, "!", "tag:yaml.org,2002:str")


def read(raw: str) -> Text:
    """The prose among the scalar values.

    Raises:
        ModuleNotFoundError: PyYAML is not installed.
        Malformed: not YAML.
        OtherLanguage: its outermost keys are languages, and English is not among them.
    """
    return _read(raw, english=True)


def read_source(raw: str) -> Text:
    """The same of a text in any language."""
    return _read(raw, english=False)


def _read(raw: str, english: bool) -> Text:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        entries, tops = _scanned(raw, yaml.parse(raw, Loader=loader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = mark.index if mark is not None else getattr(error, "position", 0)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
        raise Malformed(min(int(at), len(raw)), f"not YAML ({said})", "mend it there; nothing was changed") from None
    except (UnicodeError, ValueError):
        raise Malformed(0, "not YAML (it holds characters that YAML does not allow)", "take them out") from None
    return joined(protected(block) for block in chosen(entries, tops, english))


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each comment to us ends, and what it says."""
    for match in _COMMENT.finditer(raw):
        yield match.end(), match[1].strip()


def write(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a scalar of this style; None where they could mean something else there."""
    if style == DOUBLE:
        return new.translate(_ENCODE)
    if "\n" in new or "\t" in new or "\r" in new:
        return None
    if style == SINGLE:
        return new.replace("'", "''")
    if style in (LITERAL, FOLDED):
        return new
    if ":" in new or "#" in new or (style != PLAIN and any(mark in new for mark in ",[]{}")):
        return None
    return None if style == START and new and not (new[0].isalnum() or new[0] in "“‘«—…") else new


@dataclass
class Collection:
    """A mapping or a sequence that is open."""

    mapping: bool
    flow: bool
    keys: tuple[str, ...]
    waiting: str | None = None
    """The key whose value comes next."""

    def inside(self) -> tuple[str, ...]:
        """The keys of what comes next."""
        return self.keys if self.waiting is None else (*self.keys, self.waiting)

    def complete(self, key: str) -> None:
        """A node has ended: it was the value that a key waited for, or else it is a key."""
        if self.mapping:
            self.waiting = key if self.waiting is None else None


def _scanned(raw: str, events: Iterator[Any]) -> tuple[list[Entry], list[str]]:
    """Every scalar value, and the outermost keys that hold a mapping."""
    entries: list[Entry] = []
    tops: list[str] = []
    stack: list[Collection] = []
    flow = 0
    for event in events:
        kind = type(event).__name__
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            keys = stack[-1].inside()[:50] if stack else ()
            if len(stack) == 1 and kind == "MappingStartEvent" and keys:
                tops.append(keys[-1])
            stack.append(Collection(kind == "MappingStartEvent", bool(event.flow_style), keys))
            flow += stack[-1].flow
            continue
        key = ""
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            flow -= stack.pop().flow
        elif kind == "ScalarEvent":
            top = stack[-1] if stack else None
            if top is not None and top.mapping and top.waiting is None:
                key = event.value
            elif event.tag in _STRING_TAGS and (block := _block(raw, event, bool(flow))):
                entries.append(Entry(top.inside() if top is not None else (), block))
        elif kind != "AliasEvent":
            continue
        if stack:
            stack[-1].complete(key)
    return entries, tops


def _block(raw: str, event: Any, flow: bool) -> Block:
    """The pieces of a scalar; none where they do not say exactly what the parser read."""
    span = Span(event.start_mark.index, event.end_mark.index)
    style = event.style or PLAIN
    if style in (LITERAL, FOLDED):
        pieces = list(_lines(raw, span, style))
    elif style == PLAIN:
        own = Span(span.start, span.start + len(span.of(raw).rstrip()))
        pieces = list(_inline(raw, own, PLAIN, FLOW if flow else PLAIN))
        if pieces and len(pieces[0].plain) > 1:
            first, at = pieces[0], pieces[0].raw.start
            pieces[:1] = [
                Piece(first.plain[0], Span(at, at + 1), style=START),
                first._replace(plain=first.plain[1:], raw=Span(at + 1, first.raw.end)),
            ]
    else:
        pieces = list(_inline(raw, Span(span.start + 1, span.end - 1), style, style))
    said = "".join(piece.plain for piece in pieces)
    return pieces if said.rstrip("\n") == event.value.rstrip("\n") else ()


def _inline(raw: str, span: Span, scan: str, style: str) -> Iterator[Piece]:
    at = span.start
    for match in _SCANS[scan].finditer(raw, *span):
        if at < match.start():
            yield Piece(raw[at : match.start()], Span(at, match.start()), style=style)
        plain = _decoded(match[0])
        if plain:
            escape = match[0][0] in "'\\"
            yield Piece(plain, Span(*match.span()), frozen=not escape, style=style)
        at = match.end()
    if at < span.end:
        yield Piece(raw[at : span.end], Span(at, span.end), style=style)


def _decoded(found: str) -> str:
    """What an escape or a line break with its indentation means."""
    if found == "''":
        return "'"
    if found[0] == "\\":
        if found[1] in "\r\n":
            return ""
        if found[1] in "xuU":
            code = int.from_bytes(bytes.fromhex(found[2:]), "big")
            return chr(code) if code < 0x110000 else ""
        return _SHORT.get(found[1], "")
    breaks = found.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return "\n" * (breaks - 1) or " "


def _lines(raw: str, span: Span, style: str) -> Iterator[Piece]:
    """The lines of a block scalar, without their indentation."""
    lines = [Span(*m.span()) for m in re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+").finditer(raw, *span)][1:]
    bodies = [Span(line.start, line.start + len(line.of(raw).rstrip("\r\n"))) for line in lines]
    full = [body for body in bodies if body.of(raw).strip()]
    if not full:
        return
    first = full[0].of(raw)
    indent = len(first) - len(first.lstrip(" "))
    before: Span | None = None
    for body in full:
        own = Span(body.start + indent, body.end)
        if before is not None:
            breaks = raw.count("\n", before.end, own.start)
            plain = "\n" * breaks if style == LITERAL else "\n" * (breaks - 1) or " "
            yield Piece(plain, Span(before.end, own.start), frozen=True, style=style)
        if own.start < own.end:
            yield Piece(own.of(raw), own, style=style)
        before = own

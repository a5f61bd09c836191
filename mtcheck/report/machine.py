"""Examined -> what every report for a machine says of a finding, before it is written in that machine's format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from mtcheck.apply import raw_edits
from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.pipeline import Examined
from mtcheck.report.places import places
from mtcheck.text import Document, Edit, Span, splice

HOME = "https://github.com/mtcheck/mtcheck"


class Place(NamedTuple):
    """A raw span, as lines and columns from 1 in code points; the end is not in it."""

    span: Span
    line: int
    column: int
    end_line: int
    end_column: int


class Placed(NamedTuple):
    """A finding, where it stands in its file."""

    finding: Finding
    place: Place
    text: str
    """The file's own characters there."""


class Lines:
    """Where raw offsets of a document stand."""

    def __init__(self, document: Document):
        self.raw = document.readable.raw
        self._place = places(self.raw)

    def at(self, span: Span) -> Place:
        return Place(span, *self._place(span.start), *self._place(span.end))

    def bytes_before(self, offset: int) -> int:
        """UTF-8 bytes of the line before `offset`."""
        _, column = self._place(offset)
        return len(self.raw[offset - column + 1 : offset].encode("utf-8", "surrogatepass"))


def placed(examined: Examined, lines: Lines) -> Iterator[Placed]:
    """Every finding of a document, in the order of the text."""
    text = examined.document.readable.text
    for finding in examined.findings:
        place = lines.at(text.to_raw_nearest(finding.span))
        yield Placed(finding, place, place.span.of(lines.raw))


def whole(suggestion: Suggestion, document: Document) -> Edit | None:
    """The suggestion as one replacement of raw text; None where it has no raw place."""
    document = document.readable
    edits = raw_edits(document, suggestion.edits)
    if len(edits) != len(suggestion.edits):
        return None
    span = Span(edits[0].span.start, max(edit.span.end for edit in edits))
    moved = [Edit(Span(e.span.start - span.start, e.span.end - span.start), e.new) for e in edits]
    return Edit(span, splice(span.of(document.raw), moved))


def serious(finding: Finding) -> bool:
    """Whether a repair is offered: a machine calls it a warning, anything else a note."""
    return finding.safety > Safety.FLAG


def address(path: str) -> str:
    """A file's path as a URI: relative to the current folder where it is below it, else absolute."""
    pure = PurePath(path)
    if pure.is_absolute():
        try:
            pure = pure.relative_to(Path.cwd())
        except ValueError:
            return Path(path).as_uri()
    return quote(pure.as_posix(), errors="surrogatepass")

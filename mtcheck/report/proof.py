"""Examined -> a proof: the whole text as paragraphs of words and marks, with a note for every finding.

A mark is a place where words change or are flagged; findings that share a word share the mark. What stands in a mark
depends on what is decided, so each finding brings its own edits, at offsets of the mark's old words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.layout import unwrapped
from mtcheck.finding import Evidence, Finding, Safety, Suggestion
from mtcheck.identity import fingerprints, occurrences
from mtcheck.pipeline import Examined
from mtcheck.report.content import whole_words
from mtcheck.report.places import places
from mtcheck.resolve import resolve
from mtcheck.text import Edit, Span, splice


class Mark(NamedTuple):
    """A place in the text."""

    span: Span
    notes: tuple[int, ...]
    """Which findings stand here, by number."""


class Paragraph(NamedTuple):
    """Words and marks of one line of the text, and the passages of the source that it translates."""

    parts: tuple[str | Mark, ...]
    passages: tuple[Passage, ...]


class Note(NamedTuple):
    """A finding, with all that is said of it beside the text."""

    finding: Finding
    line: int
    """In the file, from 1."""
    fingerprint: str
    occurrence: int
    wins: bool
    """Its best suggestion is one of those that can be made together."""
    passage: Passage | None
    """The source sentences beside it."""


class Proof(NamedTuple):
    """One document."""

    examined: Examined
    text: str
    """The plain text, hard-wrapped lines joined; offsets as in the document."""
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    bitext: Bitext | None


def proof(examined: Examined) -> Proof:
    """The proof of one document; aligns it with its source, where there is one."""
    plain = examined.document.text.plain
    bitext = examined.bitext
    notes = tuple(_notes(examined, bitext))
    marks = tuple(_marks(plain, examined.findings))
    text = unwrapped(plain)
    return Proof(examined, text, tuple(_paragraphs(text, marks, bitext)), marks, notes, bitext)


def _notes(examined: Examined, bitext: Bitext | None) -> Iterator[Note]:
    document = examined.document.readable
    findings, text = examined.findings, document.text
    place = places(document.raw)
    prints = fingerprints(text.plain, findings)
    winners = {id(finding) for finding, _ in resolve(findings, Safety.SUGGEST)}
    for finding, print_, number in zip(findings, prints, occurrences(prints), strict=True):
        line, _ = place(text.to_raw_nearest(finding.span).start)
        passage = passage_of(finding, bitext)
        yield Note(finding, line, print_, number, id(finding) in winners, passage)


def passage_of(finding: Finding, bitext: Bitext | None) -> Passage | None:
    """The source sentences that prove a finding, or that stand beside it."""
    if bitext is None:
        return None
    proving = (p for p in bitext.passages if p.paired and evidence_in(p.source, finding.evidence) is not None)
    beside = (p for p in (bitext.at(finding.span.start), *bitext.within(finding.span)) if p is not None and p.paired)
    return next(proving, None) or next(beside, None)


def _marks(plain: str, findings: Sequence[Finding]) -> Iterator[Mark]:
    """Marks in the order of the text; they do not overlap."""
    wanted = sorted((span, number) for number, finding in enumerate(findings) for span in set(_places(plain, finding)))
    group: list[tuple[Span, int]] = []
    for span, number in wanted:
        if group and span.start >= max(own.end for own, _ in group) and span != group[-1][0]:
            yield _mark(group)
            group = []
        group.append((span, number))
    if group:
        yield _mark(group)


def _places(plain: str, finding: Finding) -> Iterator[Span]:
    """Every run of words that one of the finding's suggestions may change, or what it flags."""
    if not finding.suggestions:
        yield finding.span
    for suggestion in finding.suggestions:
        yield from (whole_words(plain, edit) for edit in suggestion.edits)


def _mark(group: Sequence[tuple[Span, int]]) -> Mark:
    hull = Span(group[0][0].start, max(span.end for span, _ in group))
    return Mark(hull, tuple(sorted({number for _, number in group})))


def within(mark: Mark, suggestion: Suggestion) -> list[Edit]:
    """Those of a suggestion's edits that fall into the mark, at offsets from its start."""
    at, end = mark.span
    return [
        Edit(Span(edit.span.start - at, edit.span.end - at), edit.new)
        for edit in suggestion.edits
        if at <= edit.span.start and edit.span.end <= end
    ]


def before_and_after(plain: str, suggestion: Suggestion) -> Iterator[tuple[str, str]]:
    """The whole words that a suggestion changes and what they become, for each run of them."""
    runs: list[tuple[Span, list[Edit]]] = []
    for edit in suggestion.edits:
        span = whole_words(plain, edit)
        if runs and span.start < runs[-1][0].end:
            runs[-1] = (Span(runs[-1][0].start, max(runs[-1][0].end, span.end)), [*runs[-1][1], edit])
        else:
            runs.append((span, [edit]))
    for span, edits in runs:
        moved = [Edit(Span(e.span.start - span.start, e.span.end - span.start), e.new) for e in edits]
        yield span.of(plain), splice(span.of(plain), moved)


def _paragraphs(text: str, marks: Sequence[Mark], bitext: Bitext | None) -> Iterator[Paragraph]:
    """A line break between marks ends a paragraph; one within a mark is shown there."""
    parts: list[str | Mark] = []
    begin = 0
    for start, part in _parts(text, marks):
        if part is None:
            if parts:
                yield Paragraph(tuple(parts), _beside(Span(begin, start), bitext))
            parts, begin = [], start
        else:
            parts.append(part)
    if parts:
        yield Paragraph(tuple(parts), _beside(Span(begin, len(text)), bitext))


def _parts(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, str | Mark | None]]:
    """Words, marks and, as None, line breaks, with the offsets where they begin."""
    at = 0
    for mark in (*marks, None):
        end = len(text) if mark is None else mark.span.start
        for line in _LINES.finditer(text, at, end):
            yield line.start(), None if line.group()[0] == "\n" else line.group()
        if mark is not None:
            yield mark.span.start, mark
            at = mark.span.end


_LINES = re.compile(r"\n\s*|[^\n]+")


def _beside(span: Span, bitext: Bitext | None) -> tuple[Passage, ...]:
    """The passages that begin in a paragraph."""
    if bitext is None:
        return ()
    return tuple(p for p in bitext.within(span) if p.paired and span.start <= p.target.start)


def evidence_in(passage: Span, evidence: Evidence | None) -> Span | None:
    """The evidence as offsets into the passage; None where it stands elsewhere."""
    if evidence is None or evidence.span.start < passage.start or evidence.span.end > passage.end:
        return None
    return Span(evidence.span.start - passage.start, evidence.span.end - passage.start)

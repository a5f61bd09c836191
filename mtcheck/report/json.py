"""Examined -> the JSON report, version 1. Its shape is a promise; what is added later is added, never changed.

Offsets are code points from the start of the decoded file (a byte order mark is not counted); line and
column count from 1. `text` is the file's own characters at the span, and putting a suggestion's `text` in
their place makes the repair. A suggestion that reaches beyond its finding carries a `span` of its own. Of an
archive (DOCX), all of this is said of its plain text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mtcheck.apply import raw_edits
from mtcheck.finding import Finding, Suggestion
from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.places import places
from mtcheck.report.visible import escaped
from mtcheck.signature import signature
from mtcheck.text import Document, Edit, Span, Text, splice

VERSION = 1
LANGUAGE = "en"


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """One JSON object; its files come one at a time."""
    head = json.dumps(
        {"version": VERSION, "signature": signature(manner.rules, manner.models)}, ensure_ascii=False, indent=2
    )
    yield (head.removesuffix("\n}") + ',\n  "files": [').encode()
    comma = ""
    for examined in results:
        body = json.dumps(_file(examined), ensure_ascii=False, indent=2).replace("\n", "\n    ")
        yield f"{comma}\n    {escaped(body)}".encode()
        comma = ","
    yield b"\n  ]\n}\n" if comma else b"]\n}\n"


def findings(examined: Examined) -> list[dict[str, Any]]:
    """The objects of a document's findings."""
    document = examined.document.readable
    place = places(document.raw)
    said = []
    for finding in examined.findings:
        span = document.text.to_raw_nearest(finding.span)
        line, column = place(span.start)
        said.append(
            {
                "rule": finding.rule,
                "safety": finding.safety.label,
                "confidence": finding.confidence,
                "message": finding.message,
                "span": {"start": span.start, "end": span.end, "line": line, "column": column},
                "text": span.of(document.raw),
                "suggestions": [_suggestion(suggestion, span, document) for suggestion in finding.suggestions],
                "source": _source(finding, examined.source_text),
            }
        )
    return said


def _file(examined: Examined) -> dict[str, Any]:
    return {
        "path": examined.document.path,
        "language": LANGUAGE,
        "source_language": examined.source_language,
        "source_language_confidence": examined.source_confidence,
        "fixed": examined.fixed.readable.raw,
        "proposed": examined.proposed.readable.raw,
        "findings": findings(examined),
    }


def _suggestion(suggestion: Suggestion, own: Span, document: Document) -> dict[str, Any]:
    """The suggestion as a replacement for the finding's raw span, or for a wider one that it names."""
    edits = raw_edits(document, suggestion.edits)
    span = Span(min([own.start, *(e.span.start for e in edits)]), max([own.end, *(e.span.end for e in edits)]))
    moved = [Edit(Span(e.span.start - span.start, e.span.end - span.start), e.new) for e in edits]
    said: dict[str, Any] = {"text": splice(span.of(document.raw), moved), "confidence": suggestion.confidence}
    if span != own:
        said["span"] = {"start": span.start, "end": span.end}
    return said


def _source(finding: Finding, text: Text | None) -> dict[str, Any] | None:
    """The source words that prove the finding, at their offsets in the source's own file."""
    evidence = finding.evidence
    if evidence is None or text is None:
        return None
    span = text.to_raw_nearest(evidence.span)
    return {"start": span.start, "end": span.end, "text": evidence.text}

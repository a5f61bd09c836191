"""Examined -> rdjson, reviewdog's diagnostic format: comments on a pull request, with suggestions to commit.

Columns count UTF-8 bytes from 1, as reviewdog defines them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.machine import HOME, Lines, Placed, placed, serious, whole
from mtcheck.report.visible import escaped, visible
from mtcheck.text import Document, Span


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """One object; its diagnostics come one at a time."""
    yield f'{{"source": {json.dumps({"name": "mtcheck", "url": HOME})}, "diagnostics": ['.encode()
    comma = "\n"
    for examined in results:
        lines = Lines(examined.document)
        for one in placed(examined, lines):
            said = escaped(json.dumps(_diagnostic(one, examined.document, lines), ensure_ascii=False))
            yield f"{comma}{said}".encode("utf-8", "backslashreplace")
            comma = ",\n"
    yield b"\n]}\n"


def _diagnostic(one: Placed, document: Document, lines: Lines) -> dict[str, Any]:
    finding = one.finding
    edits = (whole(suggestion, document) for suggestion in finding.suggestions)
    message = visible(finding.message)
    if finding.evidence is not None:
        message += f" (source: “{visible(finding.evidence.text)}”)"
    return {
        "message": message,
        "location": {"path": document.path, "range": _range(one.place.span, lines)},
        "severity": "WARNING" if serious(finding) else "INFO",
        "code": {"value": finding.rule},
        "suggestions": [{"range": _range(edit.span, lines), "text": edit.new} for edit in edits if edit is not None],
    }


def _range(span: Span, lines: Lines) -> dict[str, Any]:
    place = lines.at(span)
    return {
        "start": {"line": place.line, "column": lines.bytes_before(span.start) + 1},
        "end": {"line": place.end_line, "column": lines.bytes_before(span.end) + 1},
    }

"""Examined -> SARIF 2.1.0 (OASIS, 2020), for code scanning and editors.

Columns and offsets count code points. A suggestion is a fix of its own; the source words that prove a finding are a
related location; the fingerprint outlives lines that move.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mtcheck import __version__
from mtcheck.apply import raw_edits
from mtcheck.detect import Crash
from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.identity import fingerprints
from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.machine import HOME, Lines, Place, Placed, address, placed, serious
from mtcheck.report.pages import page
from mtcheck.report.visible import escaped, visible
from mtcheck.text import Document

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "mtcheckContent/v1"
PRECISION = {Safety.SAFE: "very-high", Safety.SUGGEST: "medium", Safety.FLAG: "low"}
"""In the words of GitHub's code scanning. Only `safe` is earned by measurement."""


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """One log with one run; it comes whole, since its rules are known only at the end."""
    rules: dict[str, dict[str, Any]] = {}
    found: list[dict[str, Any]] = []
    crashes: list[dict[str, Any]] = []
    for examined in results:
        found += _results(examined, rules)
        crashes += (_notification(crash, examined.document) for crash in examined.crashes)
    driver = {"name": "mtcheck", "version": __version__, "informationUri": HOME, "rules": list(rules.values())}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not crashes, "toolExecutionNotifications": crashes}],
        "results": found,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield (escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n").encode("utf-8", "backslashreplace")


def _results(examined: Examined, rules: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    document = examined.document
    lines = Lines(document)
    prints = fingerprints(document.text.plain, examined.findings)
    for one, print_ in zip(placed(examined, lines), prints, strict=True):
        finding = one.finding
        if finding.rule not in rules:
            rules[finding.rule] = _rule(finding)
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": list(rules).index(finding.rule),
            "level": _level(finding),
            "rank": round(100 * finding.confidence, 2),
            "message": {"text": visible(finding.message)},
            "locations": [_location(document.path, one.place, one.text)],
            "partialFingerprints": {FINGERPRINT: print_},
            "properties": {"safety": finding.safety.label, "confidence": finding.confidence},
        }
        fixes = [fix for suggestion in finding.suggestions if (fix := _fix(suggestion, document, lines))]
        if fixes:
            result["fixes"] = fixes
        if related := _evidence(one, examined):
            result["relatedLocations"] = [related]
        yield result


def _rule(finding: Finding) -> dict[str, Any]:
    """What code scanning shows beside the result."""
    about = page(finding)
    text = visible(about.text)
    return {
        "id": about.name,
        "shortDescription": {"text": visible(about.summary)},
        "fullDescription": {"text": text},
        "help": {"text": f"{text}\n\nmtcheck explain {about.name}", "markdown": _markdown(text, about.name)},
        "defaultConfiguration": {"level": _level(finding)},
        "properties": {"tags": [about.folder or "rules", about.safety.label], "precision": PRECISION[about.safety]},
    }


def _markdown(text: str, name: str) -> str:
    """The page as Markdown: what it quotes is not to be taken for markup."""
    plain = "".join(f"\\{letter}" if letter in r"\`*_{}[]<>#|&" else letter for letter in text)
    return f"{plain}\n\n`mtcheck explain {name}`"


def _level(finding: Finding) -> str:
    return "warning" if serious(finding) else "note"


def _location(path: str, place: Place, text: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": address(path)}, "region": _region(place, text)}}


def _region(place: Place, text: str | None = None) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.span.start,
        "charLength": place.span.end - place.span.start,
    }
    return region if text is None else {**region, "snippet": {"text": text}}


def _fix(suggestion: Suggestion, document: Document, lines: Lines) -> dict[str, Any] | None:
    edits = raw_edits(document, suggestion.edits)
    if len(edits) != len(suggestion.edits):
        return None  # part of it would cut through markup
    replacements = [
        {"deletedRegion": _region(lines.at(edit.span)), "insertedContent": {"text": edit.new}} for edit in edits
    ]
    return {
        "description": {"text": f"“{visible(suggestion.text)}” ({suggestion.confidence:.0%})"},
        "artifactChanges": [{"artifactLocation": {"uri": address(document.path)}, "replacements": replacements}],
    }


def _evidence(one: Placed, examined: Examined) -> dict[str, Any] | None:
    """The source words that prove the finding."""
    evidence, text = one.finding.evidence, examined.source_text
    if evidence is None or text is None:
        return None
    document = examined.source or examined.document
    place = Lines(document).at(text.to_raw_nearest(evidence.span))
    location = _location(document.path, place, place.span.of(document.readable.raw))
    return {"id": 1, **location, "message": {"text": f"the source says “{visible(evidence.text)}”"}}


def _notification(crash: Crash, document: Document) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": visible(f"the rule {crash.rule} crashed: {crash.error}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(document.path)}}}],
    }

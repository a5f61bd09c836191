"""Examined -> GitHub workflow commands: each finding becomes an annotation at its line of a pull request.

The text of a file can contain what looks like a command; everything but the command itself is escaped as the
runner's toolkit does (%, carriage return, line feed; in properties also colon and comma).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.machine import Lines, Placed, placed, serious
from mtcheck.report.visible import one_line, visible


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """The commands of one document at a time."""
    for examined in results:
        lines = Lines(examined.document)
        for one in placed(examined, lines):
            yield _command(examined.document.path, one).encode("utf-8", "backslashreplace")


def _command(path: str, one: Placed) -> str:
    finding, place = one.finding, one.place
    properties = {"file": path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # GitHub refuses columns over several lines
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.rule} [{finding.safety.label}]"
    message = one_line(finding.message)
    if finding.suggestions:
        message += f"\n“{_short(one.text)}” → “{_short(finding.suggestions[0].text)}”"
    said = ",".join(f"{key}={_property(visible(value))}" for key, value in properties.items())
    return f"::{'warning' if serious(finding) else 'notice'} {said}::{_data(message)}\n"


def _short(text: str) -> str:
    shown = visible(text.replace("\n", "↵"))
    return shown if len(shown) <= 80 else f"{shown[:40]} … {shown[-39:]}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

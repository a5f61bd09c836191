"""Examined -> the readable report without colour: `[-removed-]{+added+}`, `[?marked?]`.

For pipes, files and terminals without colour; it needs nothing but the standard library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.content import (
    ADDED,
    MARKED,
    REMOVED,
    Counts,
    Part,
    Snippet,
    headline,
    notes,
    paragraphs,
    percent,
    summary,
)

_MARKS = {REMOVED: ("[-", "-]"), ADDED: ("{+", "+}"), MARKED: ("[?", "?]")}


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """Each file with findings, then the summary; in UTF-8."""
    counts, files = Counts(), 0
    for examined in results:
        files += 1
        if examined.findings:
            counts = counts.plus(examined)
            yield f"{headline(examined)}\n\n{''.join(_lines(examined, manner))}".encode("utf-8", "backslashreplace")
    yield "".join(f"{line}\n" for line in summary(counts, files, manner)).encode()


def _lines(examined: Examined, manner: Manner) -> Iterator[str]:
    for near in paragraphs(examined):
        for snippet in near:
            number = snippet.line if snippet is near[0] else ""
            yield f"{number:>6}  {''.join(map(marked, snippet.parts))}\n"
            if snippet.source:
                yield f"{'':>6}  ({examined.source_language}) {snippet.source}\n"
            yield from _findings(snippet, manner)
        yield "\n"


def marked(part: Part) -> str:
    """A part in the notation of `git diff --word-diff`."""
    opening, closing = _MARKS.get(part.kind, ("", ""))
    return f"{opening}{part.text}{closing}"


def _findings(snippet: Snippet, manner: Manner) -> Iterator[str]:
    for finding, message in notes(snippet):
        yield f"        {finding.rule}  {finding.safety.label} {percent(finding.confidence)}  {message}\n"
        if manner.verbose:
            for other in finding.suggestions[1:]:
                yield f"          or: {other.text!r}  {percent(other.confidence)}\n"

"""Examined -> the report on a terminal: the changed words in colour, everything else quiet.

Removed words are red and struck through, added ones green and underlined, so that neither needs to be
seen in colour. rich is imported here and nowhere else: it costs more than all the rest of a short run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from mtcheck.finding import Finding, Safety
from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.content import (
    ADDED,
    KEPT,
    LEFT_OUT,
    MARKED,
    REMOVED,
    Counts,
    Snippet,
    headline,
    notes,
    paragraphs,
    percent,
    summary,
)
from mtcheck.report.visible import visible

_STYLES = {KEPT: "", REMOVED: "red strike", ADDED: "green underline", MARKED: "magenta underline", LEFT_OUT: "dim"}
_CLAIMS = {Safety.SAFE: ("●", "green"), Safety.SUGGEST: ("○", "yellow"), Safety.FLAG: ("?", "magenta")}

GUTTER = 6
"""Columns for the line number; what belongs to a line is indented as far."""
WIDEST = 110
"""Columns: longer lines are hard to read, however wide the window is."""


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """Each file with findings, then the summary; ANSI colours, in UTF-8."""
    counts, files = Counts(), 0
    for examined in results:
        files += 1
        if examined.findings:
            counts = counts.plus(examined)
            yield _drawn(_file(examined, manner), manner)
    first, *rest = summary(counts, files, manner)
    yield _drawn([Text(first, "bold"), *(Text(line, "dim") for line in rest)], manner)


def _drawn(lines: Iterable[Text], manner: Manner) -> bytes:
    out = StringIO()
    console = Console(
        file=out, width=min(manner.width, WIDEST), force_terminal=True, color_system="standard", legacy_windows=False
    )
    for line in lines:
        console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _file(examined: Examined, manner: Manner) -> Iterator[Text]:
    path, _, counts = headline(examined).rpartition("  ")
    yield Text.assemble((path, "bold"), ("  " + counts, "dim"))
    yield Text()
    for near in paragraphs(examined):
        for snippet in near:
            number = f"{snippet.line:>{GUTTER - 2}}  " if snippet is near[0] else " " * GUTTER
            words = Text.assemble(*((part.text, _STYLES[part.kind]) for part in snippet.parts))
            yield from _hung(words, Text.assemble((number, "dim")), GUTTER, manner)
            if snippet.source:
                said = Text.assemble((f"{examined.source_language}  ", "dim"), (snippet.source, "italic dim"))
                yield from _hung(said, Text(" " * GUTTER), GUTTER + 4, manner)
            yield from _findings(snippet, manner)
        yield Text()


def _findings(snippet: Snippet, manner: Manner) -> Iterator[Text]:
    for finding, message in notes(snippet):
        yield from _hung(_named(finding, message), Text(" " * GUTTER), GUTTER + 2, manner)
        if manner.verbose:
            for other in finding.suggestions[1:]:
                line = Text.assemble(
                    ("or ", "dim"), visible(other.text.replace("\n", "↵")), (f"  {percent(other.confidence)}", "dim")
                )
                yield from _hung(line, Text(" " * (GUTTER + 2)), GUTTER + 5, manner)


def _named(finding: Finding, message: str) -> Text:
    dot, colour = _CLAIMS[finding.safety]
    return Text.assemble(
        (f"{dot} ", colour),
        (finding.rule, colour),
        (f"  {finding.safety.label} {percent(finding.confidence)}  {message}", "dim"),
    )


def _hung(words: Text, first: Text, indent: int, manner: Manner) -> Iterator[Text]:
    """`words` wrapped beside `first`, later lines indented."""
    width = max(min(manner.width, WIDEST) - indent, 20)
    for line in words.wrap(Console(width=width, file=StringIO()), width):
        line.rstrip()
        yield first + line
        first = Text(" " * indent)

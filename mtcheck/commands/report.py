"""Examined documents -> a report where it was asked to go, and the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from mtcheck.commands.deliver import deliver, in_colour
from mtcheck.commands.examine import Run
from mtcheck.commands.request import Request
from mtcheck.formats import suffix_of
from mtcheck.pipeline import Examined
from mtcheck.report import Manner, renderer

CLEAN, FOUND, FAILED = 0, 1, 3

_BY_SUFFIX = {
    ".json": "json",
    ".diff": "diff",
    ".patch": "diff",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".xml": "junit",
}


def format_of(request: Request) -> str:
    """The report's format: what was asked for, else what suits the place it goes to."""
    if request.format:
        return request.format
    if request.output:
        return _BY_SUFFIX.get(suffix_of(request.output), "diff" if request.repairs else "lines")
    if sys.stdout.isatty():
        return "text"
    return "diff" if request.repairs else "lines"


def prepare(format: str, suggested: bool, examined: Examined) -> None:
    """Makes the texts that a report of this format will ask for, so that a failure is told of its file alone."""
    if format == "json" or (format == "diff" and not suggested):
        _ = examined.fixed
    if format == "json" or (format == "diff" and suggested):
        _ = examined.proposed
    if format == "html":
        _ = examined.bitext


def show(run: Run, results: Iterable[Examined], format: str, suggested: bool) -> None:
    """Writes the report of `results` to standard output or to the file named by `-o`."""
    request = run.request
    manner = Manner(request.repairs and not request.write, suggested, verbose=request.verbose)
    if format == "text" and in_colour(request.no_color, request.output):
        import shutil

        format = "terminal"
        manner = manner._replace(colour=True, width=shutil.get_terminal_size().columns)
    if format in ("json", "html"):
        from mtcheck.signature import fingerprint

        manner = manner._replace(rules=fingerprint(run.rules), models=run.proposer.signature if run.proposer else "")
    send(run, renderer(format)(results, manner))


def send(run: Run, chunks: Iterator[bytes]) -> None:
    """Each chunk at once to standard output; or all of them to the file named by `-o`, whole or not at all."""
    if run.request.quiet and not run.request.output:
        for _ in chunks:  # the exit status needs the results all the same
            pass
    elif run.request.output:
        deliver(b"".join(chunks), run.request.output)
    else:
        for chunk in chunks:
            run.progress.clear()
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()

"""`mtcheck check`: reports, repairs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mtcheck.commands.examine import Run
from mtcheck.commands.report import CLEAN, FAILED, FOUND, format_of, prepare, show
from mtcheck.commands.request import Request
from mtcheck.pipeline import Examined


def check(request: Request) -> int:
    """Runs the command; returns the exit status."""
    run = Run(request)
    format = format_of(request)
    found = 0

    def counted() -> Iterator[Examined]:
        nonlocal found
        for examined in run.results(partial(prepare, format, request.suggested)):
            found += len(examined.findings)
            yield examined

    show(run, counted(), format, request.suggested)
    return FAILED if run.failed else FOUND if found else CLEAN

"""Examined -> one line per finding, `path:line:column: rule [safety] message`, as compilers write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.places import places
from mtcheck.report.visible import one_line, visible


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """The lines of one document at a time, in UTF-8."""
    for examined in results:
        if not examined.findings:
            continue
        document = examined.document.readable
        place, path = places(document.raw), visible(document.path)
        lines = []
        for finding in examined.findings:
            line, column = place(document.text.to_raw_nearest(finding.span).start)
            message = one_line(finding.message)
            lines.append(f"{path}:{line}:{column}: {finding.rule} [{finding.safety.label}] {message}\n")
        yield "".join(lines).encode("utf-8", "backslashreplace")

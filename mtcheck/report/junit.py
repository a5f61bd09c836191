"""Examined -> JUnit XML: a suite for each file and a failed case for each finding, for CI that shows test results.

A file without findings is one case that passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.machine import Lines, Placed, placed
from mtcheck.report.visible import one_line, visible


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """One document; it comes whole, since its first line counts all findings."""
    suites, count, failures = [], 0, 0
    for examined in results:
        cases = [_case(examined.document.path, one) for one in placed(examined, Lines(examined.document))]
        path = _attribute(examined.document.path)
        count += max(len(cases), 1)
        failures += len(cases)
        passed = f'    <testcase classname={path} name="nothing found" file={path}/>\n'
        suites.append(
            f'  <testsuite name={path} tests="{max(len(cases), 1)}" failures="{len(cases)}" errors="0" skipped="0">\n'
            f"{''.join(cases) or passed}  </testsuite>\n"
        )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    head += f'<testsuites name="mtcheck" tests="{count}" failures="{failures}" errors="0">\n'
    yield f"{head}{''.join(suites)}</testsuites>\n".encode()


def _case(path: str, one: Placed) -> str:
    finding, place, where = one.finding, one.place, _attribute(path)
    name = _attribute(f"{finding.rule} at {place.line}:{place.column}")
    lines = [f"{path}:{place.line}:{place.column}", f"was: {one.text}"]
    lines += [f"{'or' if rank else 'now'}: {other.text}" for rank, other in enumerate(finding.suggestions)]
    if finding.evidence is not None:
        lines.append(f"source: {finding.evidence.text}")
    body = escape("\n".join(map(visible, lines)))
    return (
        f'    <testcase classname={where} name={name} file={where} line="{place.line}">\n'
        f"      <failure type={_attribute(f'{finding.rule} [{finding.safety.label}]')}"
        f" message={_attribute(one_line(finding.message))}>{body}</failure>\n"
        "    </testcase>\n"
    )


def _attribute(text: str) -> str:
    """`text` in quotation marks. XML has no way to write most control characters, so they are shown."""
    return quoteattr(visible(text))

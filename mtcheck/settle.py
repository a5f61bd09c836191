"""findings -> a document with their repairs made, pass after pass until nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mtcheck.apply import apply
from mtcheck.errors import NotRepairable
from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.resolve import resolve
from mtcheck.text import Document, Edit, Span, carried
from mtcheck.typed import NamedTuple

PASSES = 5
"""Repairs can make room for others (a stop that moved, then the capital after it); more never helped."""

Look = Callable[[Document, Safety], tuple[Finding, ...]]
"""Finds in a document, with those of the chosen rules that claim at least that."""

Silent = Callable[[str, Sequence[Finding]], Sequence[bool]]
"""Which findings of a plain text somebody wants to hear no more of (a baseline)."""


class Settled(NamedTuple):
    """A document after all its repairs."""

    document: Document
    made: int
    """How many repairs."""
    silenced: tuple[Finding, ...] = ()
    """The findings that were left alone since somebody wants to hear no more of them, where they stand now."""


def settle(
    document: Document,
    findings: Sequence[Finding],
    silenced: Sequence[Finding],
    look: Look,
    silent: Silent | None,
    least: Safety,
) -> Settled:
    """Makes the repairs that claim at least `least`; a text seen before ends an oscillation."""
    seen = {document.raw}
    made, quiet = 0, tuple(silenced)
    for _ in range(PASSES):
        chosen = resolve(findings, least)
        if not chosen:
            break
        after, sound = _made(document, [suggestion for _, suggestion in chosen])
        if after.raw in seen:
            break
        seen.add(after.raw)
        made += len(sound)
        edits = _edits(sound)
        document = after
        # a repair can change the sentence that a silent finding is known by: it is known by its place as well
        quiet = tuple(finding._replace(span=carried(finding.span, edits)) for finding in quiet)
        findings, again = heard(document, look(document, least), silent, quiet)
        quiet += tuple(finding for finding in again if (finding.rule, finding.span) not in _places(quiet))
    return Settled(document, made, quiet)


def _made(document: Document, chosen: Sequence[Suggestion]) -> tuple[Document, Sequence[Suggestion]]:
    """The document with these suggestions, and which they are: one that cannot be read back is left out."""
    try:
        return apply(document, _edits(chosen)), chosen
    except NotRepairable:
        if len(chosen) == 1:
            return document, ()
    sound = [suggestion for suggestion in chosen if _made(document, [suggestion])[1]]
    return apply(document, _edits(sound)), sound


def _edits(suggestions: Iterable[Suggestion]) -> list[Edit]:
    return [edit for suggestion in suggestions for edit in suggestion.edits]


def heard(
    document: Document, found: Sequence[Finding], silent: Silent | None, known: Sequence[Finding] = ()
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """`found` without what is silent, and what is silent; `known` are findings that were so before a repair."""
    if silent is None or not found:
        return tuple(found), ()
    before = {(finding.rule, finding.span.start) for finding in known}
    quiet = [
        hushed or (finding.rule, finding.span.start) in before
        for finding, hushed in zip(found, silent(document.text.plain, found), strict=True)
    ]
    both = tuple(zip(found, quiet, strict=True))
    return tuple(f for f, hushed in both if not hushed), tuple(f for f, hushed in both if hushed)


def _places(findings: Iterable[Finding]) -> set[tuple[str, Span]]:
    return {(finding.rule, finding.span) for finding in findings}

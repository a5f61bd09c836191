"""decisions on an examined document -> the edits that carry them out, and what could not be carried out, with why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mtcheck.decisions import ACCEPT, IGNORE, REJECT, Decision
from mtcheck.finding import Finding
from mtcheck.identity import fingerprints, occurrences
from mtcheck.pipeline import Examined
from mtcheck.text import Document, Edit, Text

GONE = "not there any more: its sentence changed, or it is ignored"
NOT_OFFERED = "its repair is no longer offered"
CONTESTED = "another accepted repair changes the same words"
NO_PLACE = "an edit there would cut through markup"


class Refusal(NamedTuple):
    """A decision that was not carried out."""

    decision: Decision
    why: str


class Outcome(NamedTuple):
    """What decisions on one document come to. `edits` do not overlap."""

    edits: tuple[Edit, ...]
    made: int
    """How many decisions the edits carry out."""
    rejected: tuple[Finding, ...]
    ignored: tuple[str, ...]
    """Rules to be ignored in the file from now on."""
    refused: tuple[Refusal, ...]


def outcome(examined: Examined, decisions: Iterable[Decision]) -> Outcome:
    """Finds each decision's finding again by its fingerprint; of two that want the same words the first gets them."""
    prints = fingerprints(examined.document.text.plain, examined.findings)
    keys = zip(prints, occurrences(prints), strict=True)
    there = dict(zip(keys, examined.findings, strict=True))
    edits: list[Edit] = []
    made, rejected, refused, ignored = 0, list[Finding](), list[Refusal](), dict[str, None]()
    for decision in decisions:
        finding = there.get((decision.fingerprint, decision.occurrence))
        if finding is None:
            refused.append(Refusal(decision, GONE))
        elif decision.verdict == REJECT:
            rejected.append(finding)
        elif decision.verdict == IGNORE:
            ignored[finding.rule] = None
        else:
            wanted = wanted_edits(finding, decision, examined.document)
            why = _refusal(wanted, edits, examined.document.text)
            if why:
                refused.append(Refusal(decision, why))
            else:
                edits += (edit for edit in wanted if edit not in edits)
                made += 1
    return Outcome(tuple(sorted(edits)), made, tuple(rejected), tuple(ignored), tuple(refused))


def wanted_edits(finding: Finding, decision: Decision, document: Document) -> tuple[Edit, ...]:
    """The edits that carry out one decision; none where its repair is not offered, or changes nothing."""
    if decision.verdict == ACCEPT:
        offered = (suggestion.edits for suggestion in finding.suggestions if suggestion.text == decision.put)
        return next(offered, ())
    edit = Edit(finding.span, decision.put).minimised(document.text.plain)
    return (edit,) if edit.new or edit.span.start < edit.span.end else ()


def _refusal(wanted: tuple[Edit, ...], taken: Iterable[Edit], text: Text) -> str:
    if not wanted:
        return NOT_OFFERED
    # two rules can want the very same edit
    if any(edit != other and edit.span.touches(other.span) for edit in wanted for other in taken):
        return CONTESTED
    return "" if all(text.to_raw(edit.span) is not None for edit in wanted) else NO_PLACE

"""A finding -> what a person at the terminal sees of it; and the keys that answer."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mtcheck.analysis.layout import unwrapped
from mtcheck.finding import Finding, Safety
from mtcheck.pipeline import Examined
from mtcheck.report.content import ADDED, LEFT_OUT, MARKED, REMOVED, Part, alone, percent
from mtcheck.report.places import places
from mtcheck.report.proof import passage_of
from mtcheck.report.visible import one_line, visible
from mtcheck.session import Session

KEYS = (
    ("y", "accept: make this repair"),
    ("1-9", "accept that suggestion"),
    ("n", "reject: leave the words, and remember it"),
    ("s", "skip: decide another time"),
    ("e", "edit: put other words in place of the mark"),
    ("i", "ignore this rule in this file"),
    ("a", "accept all of this rule"),
    ("A", "accept all that are safe"),
    ("u", "undo"),
    ("q", "quit; the next review goes on here"),
    ("?", "these keys"),
)
_COLOURS = {Safety.SAFE: "green", Safety.SUGGEST: "yellow", Safety.FLAG: "magenta"}
_MARKS = {REMOVED: ("[-", "-]"), ADDED: ("{+", "+}"), MARKED: ("[?", "?]")}


def shown(session: Session, number: int, colour: bool) -> Iterator[str]:
    """Where a finding is, what it says, the words with the change in them, and the source sentence."""
    item = session.items[number]
    examined, finding = session.results[item.file], item.finding
    document = examined.document
    line, _ = places(document.raw)(document.text.to_raw_nearest(finding.span).start)
    claim = click.style(finding.rule, fg=_COLOURS[finding.safety])
    place = click.style(f"{visible(document.path)}:{line}", bold=True)
    faint = click.style(
        f"{finding.safety.label} {percent(finding.confidence)}  {number + 1}/{len(session.items)}", dim=True
    )
    yield ""
    yield f"{place}  {claim}  {faint}"
    yield one_line(finding.message)
    yield ""
    plain = unwrapped(document.text.plain)
    for rank, reading in enumerate(_readings(finding)):
        label = f"{rank + 1}" if len(finding.suggestions) > 1 else ""
        for parts in alone(plain, reading):
            yield f"{label:>3} {''.join(_part(part, colour) for part in parts)}"
            label = ""
    yield from _source(examined, finding)


def _readings(finding: Finding) -> list[Finding]:
    """The finding with each of its suggestions alone."""
    return [finding._replace(suggestions=(one,)) for one in finding.suggestions[:9]] or [finding]


def _part(part: Part, colour: bool) -> str:
    """As `git diff --word-diff` writes it; with colour, as the report on a terminal does."""
    if not colour:
        opening, closing = _MARKS.get(part.kind, ("", ""))
        return f"{opening}{part.text}{closing}"
    if part.kind == REMOVED:
        return click.style(part.text, fg="red", strikethrough=True)
    if part.kind == ADDED:
        return click.style(part.text, fg="green", underline=True)
    if part.kind == MARKED:
        return click.style(part.text, fg="magenta", underline=True)
    return click.style(part.text, dim=True) if part.kind == LEFT_OUT else part.text


def _source(examined: Examined, finding: Finding) -> Iterator[str]:
    """The source sentence beside the finding, and the words in it that prove it."""
    bitext = examined.bitext
    passage = passage_of(finding, bitext)
    if bitext is not None and passage is not None:
        yield ""
        yield click.style(f"    {bitext.language}: ", dim=True) + one_line(passage.source.of(bitext.source))
    if finding.evidence is not None:
        yield click.style("    proof: ", dim=True) + one_line(finding.evidence.text)


def question(finding: Finding) -> str:
    """The keys that make sense here."""
    yes = "y," if finding.suggestions else ""
    more = f"1-{min(len(finding.suggestions), 9)}," if len(finding.suggestions) > 1 else ""
    a = "a,A," if finding.suggestions else "A,"
    return f"{'Repair' if finding.suggestions else 'A place to look at'}? [{yes}{more}n,s,e,i,{a}u,q,?] "

"""`mtcheck rules test`: own rules -> what they do otherwise than their examples say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from mtcheck.analysis.terms import Term
from mtcheck.config import config_for
from mtcheck.errors import UsageProblem
from mtcheck.formats import read
from mtcheck.pipeline import Examined, examine
from mtcheck.report.visible import one_line
from mtcheck.rules import Example, Rule
from mtcheck.rules.examples import parse, shown
from mtcheck.rules.own import own_rules

RIGHT, WRONG = 0, 1


def try_rules(files: Sequence[str]) -> int:
    """Runs the command; returns the exit status.

    Raises:
        UsageProblem: a file of rules is missing or wrong, or there is none.
    """
    rules = _rules(files)
    wrong = 0
    for rule in rules:
        for complaint in complaints(rule):
            wrong += 1
            click.echo(f"{rule.name}: {complaint}")
    count = sum(len(rule.definition.bad) + len(rule.definition.good) for rule in rules)
    what = f"{len(rules)} rule{'s' * (len(rules) != 1)}, {count} example{'s' * (count != 1)}"
    click.echo(f"{what}: {f'{wrong} wrong' if wrong else 'all as they say'}")
    return WRONG if wrong else RIGHT


def _rules(files: Sequence[str]) -> tuple[Rule, ...]:
    if files:
        return own_rules(files, Path(), "mtcheck rules test")
    config = config_for("_")
    if not config.rules:
        raise UsageProblem(
            "no own rules are configured here", 'name their files, or set rules = ["house.toml"] in mtcheck.toml'
        )
    return own_rules(config.rules, config.folder, config.path)


def complaints(rule: Rule) -> Iterator[str]:
    """What is not as the examples say: a line for each."""
    for example in rule.definition.bad:
        yield from _bad(rule, example)
    for example in rule.definition.good:
        examined = _examined(rule, example, example.text)
        yield from _crashes(examined)
        for finding in examined.findings:
            yield f"speaks in a good text, of “{one_line(finding.text)}”: {one_line(example.text)}"


def _bad(rule: Rule, example: Example) -> Iterator[str]:
    marked = parse(example.text)
    written = one_line(shown(example.text))
    if not marked.places:
        yield f"a bad example without [[marks]]: {written}"
        return
    examined = _examined(rule, example, marked.text)
    yield from _crashes(examined)
    findings = examined.findings
    # a repair may change less than is marked, or more (`an` after it): what comes out is compared below
    for place in marked.places:
        if not any(finding.span.start <= place.end and place.start <= finding.span.end for finding in findings):
            yield f"is silent on “{one_line(place.of(marked.text))}”: {written}"
    for finding in findings:
        if not any(finding.span.start <= place.end and place.start <= finding.span.end for place in marked.places):
            yield f"speaks where nothing is marked, of “{one_line(finding.text)}”: {written}"
    if findings and examined.proposed.raw != marked.repaired:
        yield f"makes another text of it: {one_line(examined.proposed.raw)} instead of {one_line(marked.repaired)}"
    elif marked.repairs:
        left = [finding for finding in _examined(rule, example, marked.repaired).findings if finding.suggestions]
        for finding in left:
            yield f"would repair the repaired text again, at “{one_line(finding.text)}”: {one_line(marked.repaired)}"


def _crashes(examined: Examined) -> Iterator[str]:
    for crash in examined.crashes:
        yield f"crashed ({crash.error}): {one_line(examined.document.raw)}"


def _examined(rule: Rule, example: Example, text: str) -> Examined:
    terms = tuple(Term(term, tuple(english.split("|"))) for term, english in example.terms)
    source = read(example.source.encode(), "source.txt", source=True) if example.source else None
    return examine(read(text.encode(), "example.txt"), (rule,), example.source_language, source, terms=terms)

"""Scores mtcheck on the gold cases: `python -m corpora.score [--check] [--also FILE...] [--clean NAME=FILE...]`.

Writes SCORES.md and the precision that `mtcheck explain` prints (mtcheck/data/measured.json). With
`--check` nothing is written: it fails where a gate of gates.toml is missed or the files are not what a
run gives. `--also` and `--clean` measure texts outside the project and print, and are recorded in
external.json with `--record`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path

from corpora import report
from corpora.cases import ARTICLES, BESIDE, OWN, Case, read_article, read_cases
from corpora.edits import edits_between, nearer, tokens
from mtcheck.finding import Safety
from mtcheck.formats import read
from mtcheck.pipeline import Examined, examine
from mtcheck.processes import cores
from mtcheck.resolve import resolve
from mtcheck.rules import load
from mtcheck.text import splice


@dataclass
class Tally:
    """Counts of one rule, one class or one set."""

    cases: int = 0
    exact: int = 0
    """`proposed` is a reference"""
    detected: int = 0
    """a finding stands where the text is wrong"""
    auto: int = 0
    auto_exact: int = 0
    """`fixed` is a reference, among the cases that can be repaired safely"""
    proposed: int = 0
    right: int = 0
    wanted: int = 0
    alarms: int = 0
    words: int = 0

    def add(self, other: Tally) -> None:
        """Takes in the counts of other cases."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f_half(self) -> float:
        """F0.5 of the edits: precision counts twice as much as recall."""
        p, r = self.precision, self.recall
        return 1.25 * p * r / (0.25 * p + r) if p + r else 0.0


@dataclass
class Scores:
    """All tallies of one run."""

    classes: defaultdict[str, Tally] = field(default_factory=partial(defaultdict, Tally))
    rules: defaultdict[str, Tally] = field(default_factory=partial(defaultdict, Tally))
    safe_rules: defaultdict[str, Tally] = field(default_factory=partial(defaultdict, Tally))
    """Of each rule, the repairs that it calls safe."""
    safe: Tally = field(default_factory=Tally)
    total: Tally = field(default_factory=Tally)
    articles: Tally = field(default_factory=Tally)
    proved: Tally = field(default_factory=Tally)
    """The articles again, beside their sources."""
    beside: Tally = field(default_factory=Tally)
    """Cases that are judged beside their source alone."""
    clean: Tally = field(default_factory=Tally)
    crashes: Counter[str] = field(default_factory=Counter)

    def add(self, other: Scores) -> None:
        """Takes in the scores of other cases."""
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if isinstance(mine, Tally):
                mine.add(theirs)
            elif isinstance(mine, Counter):
                mine.update(theirs)
            else:
                for name, tally in theirs.items():
                    mine[name].add(tally)


def scored_together(cases: Sequence[Case]) -> Scores:
    """The same as `score`, in as many processes as there are cores."""
    parts = [cases[at : at + _PART] for at in range(0, len(cases), _PART)]
    whole = Scores()
    with ProcessPoolExecutor(cores()) as pool:
        for part in pool.map(score, parts):
            whole.add(part)
    return whole


_PART = 200
"""Cases that a process is given at a time."""


def score(cases: Iterable[Case]) -> Scores:
    """Runs mtcheck over every case and counts."""
    scores = Scores()
    for case in cases:
        article = case.kind == "article"
        if case.source:
            beside = examine(
                read(case.text.encode(), case.id), load(), case.language, read(case.source.encode(), case.id)
            )
            scores.crashes.update(crash.rule for crash in beside.crashes)
            _count_rules(scores, case, beside, only_proved=article)
            if case.clean:
                _count_clean(scores.clean, case, beside)
            else:
                _count_case(scores.proved if article else scores.beside, case, beside)
            if not article:
                continue
        result = examine(read(case.text.encode(), case.id), load(), case.language)
        scores.crashes.update(crash.rule for crash in result.crashes)
        _count_rules(scores, case, result)
        if case.clean:
            _count_clean(scores.clean, case, result)
            continue
        for tally in (
            (scores.articles,)
            if case.kind == "article" and len(case.text) > 1000
            else (
                scores.classes[case.kind],
                scores.total,
            )
        ):
            _count_case(tally, case, result)
    return scores


def _count_clean(tally: Tally, case: Case, result: Examined) -> None:
    tally.cases += 1
    tally.words += len(case.text.split())
    tally.alarms += len(result.findings)
    tally.exact += not result.findings


def _count_case(tally: Tally, case: Case, result: Examined) -> None:
    tally.cases += 1
    tally.exact += result.proposed.raw in case.references
    if case.auto:
        tally.auto += 1
        tally.auto_exact += result.fixed.raw in case.references
    before, after = tokens(case.text), tokens(result.proposed.raw)
    mine = edits_between(before, after)
    best = max(
        (edits_between(before, tokens(reference)) for reference in case.references),
        key=lambda gold: len(mine & gold) - 0.01 * len(gold),
    )
    tally.proposed += len(mine)
    tally.wanted += len(best)
    tally.right += len(mine & best)
    tally.detected += _detected(case, result, before)


def _detected(case: Case, result: Examined, before: Sequence[str]) -> bool:
    """Whether a finding touches a place that the reference changes (a neighbouring token counts)."""
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    for reference in case.references:
        for start, end, _ in edits_between(before, tokens(reference)):
            low, high = starts[max(start - 1, 0)], starts[min(end + 1, len(before))]
            if any(finding.span.start <= high and low <= finding.span.end for finding in result.findings):
                return True
    return False


def _count_rules(scores: Scores, case: Case, result: Examined, only_proved: bool = False) -> None:
    """Whether each finding’s best suggestion is a step towards a reference, alone or beside all others.

    A text that is counted without its source too adds `only_proved` findings: what the source alone shows, and what
    is safe because of it.
    """
    bilingual = {rule.name for rule in load() if rule.bilingual}
    chosen = resolve(result.findings, Safety.SUGGEST)
    whole = splice(case.text, [edit for _, each in chosen for edit in each.edits])
    for finding in result.findings:
        family = finding.rule.partition(":")[0]
        promoted = finding.safety is Safety.SAFE and finding.evidence is not None
        if only_proved and family not in bilingual and not promoted:
            continue  # counted without the source already
        tally = scores.rules[family]
        if not finding.suggestions:
            tally.alarms += case.clean
            continue
        edited = splice(case.text, finding.suggestions[0].edits)
        rest = splice(case.text, [edit for other, each in chosen if other is not finding for edit in each.edits])
        right = not case.clean and any(
            nearer(case.text, edited, reference) or nearer(rest, whole, reference) for reference in case.references
        )
        safe = (scores.safe, scores.safe_rules[finding.rule]) if finding.safety is Safety.SAFE else ()
        for each in (tally, *safe):
            each.proposed += 1
            each.right += right
            each.alarms += case.clean


def gold() -> list[Case]:
    """Every case that the project ships."""
    return [case for path in OWN + BESIDE for case in read_cases(path)] + [read_article(folder) for folder in ARTICLES]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m corpora.score", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a missed gate or a stale file")
    parser.add_argument(
        "--also", type=Path, nargs="*", default=(), help="more cases (JSON lines), or folders of articles"
    )
    parser.add_argument("--clean", nargs="*", default=(), metavar="NAME=FILE", help="clean English, a paragraph a line")
    parser.add_argument("--record", action="store_true", help="keep the outside figures in external.json")
    options = parser.parse_args(arguments)
    outside = report.outside(options.also, options.clean)
    if outside:
        print(json.dumps(outside, indent=1))
    if options.record:
        report.record(outside)
    if outside and not options.record:
        return 0
    scores = scored_together(gold())
    return report.check(scores) if options.check else report.write(scores)


if __name__ == "__main__":
    sys.exit(main())

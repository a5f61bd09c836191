"""Candidates for a text's source, ranked -> a table for a person, JSON for a program."""

from __future__ import annotations

import json
from typing import NamedTuple

from mtcheck.align import Verdict
from mtcheck.analysis.languages import name_of
from mtcheck.report.visible import escaped


class Candidate(NamedTuple):
    """A file that may be the source of the target."""

    path: str
    trust: float
    """As of the alignment: the share of both texts' letters that stand in pairs, each by its score."""
    covered: float
    """Share of the target's letters that have a counterpart in it."""
    language: str
    verdict: Verdict
    similarity: float
    """Cosine of the two texts as wholes, less what all candidates have in common."""

    @property
    def fits(self) -> bool:
        return self.verdict in (Verdict.GOOD, Verdict.PARTIAL)


class Ranking(NamedTuple):
    """The candidates that were aligned, best first."""

    target: str
    examined: int
    """All that were looked at; those in the target's own language are not counted."""
    candidates: tuple[Candidate, ...]

    @property
    def fits(self) -> bool:
        return any(candidate.fits for candidate in self.candidates)


def as_text(ranking: Ranking) -> bytes:
    """A line for each candidate below a heading; nothing where there is none."""
    if not ranking.candidates:
        return b""
    rows = [
        ("trust", "covered", "language", "verdict", "file"),
        *(
            (f"{one.trust:.2f}", f"{one.covered:.0%}", name_of(one.language), one.verdict.value, one.path)
            for one in ranking.candidates
        ),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (
        f"{trust:>{widths[0]}}  {covered:>{widths[1]}}  {language:<{widths[2]}}  {verdict:<{widths[3]}}  {path}\n"
        for trust, covered, language, verdict, path in rows
    )
    return "".join(lines).encode("utf-8", "surrogateescape")


def as_json(ranking: Ranking) -> bytes:
    """One object; shares and scores from 0 to 1."""
    candidates = [
        {
            "path": one.path,
            "trust": one.trust,
            "covered": one.covered,
            "language": one.language,
            "verdict": one.verdict.value,
            "similarity": one.similarity,
        }
        for one in ranking.candidates
    ]
    data = {"target": ranking.target, "examined": ranking.examined, "candidates": candidates}
    return (escaped(json.dumps(data, ensure_ascii=False, indent=1)) + "\n").encode("utf-8", "backslashreplace")

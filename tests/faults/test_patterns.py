"""No pattern takes more than linear time, whatever it is made to read: 20 kB take at most 2.5 times what 10 kB do."""

from __future__ import annotations

import os
import re
import time

import pytest
from attacks import Build, attacks, written

from corpora.cases import OWN, read_cases
from mtcheck.analysis import regex
from mtcheck.analysis.parts import WHOLE
from mtcheck.analysis.view import View
from mtcheck.rules import load
from mtcheck.rules.residue import residue_inline, residue_line

RATIO = 2.5
FLOOR = 0.03
"""Seconds of 20 kB below which nothing is worth a comparison: one step for each pair of characters takes longer."""
STEPS = (1_250, 2_500, 5_000, 10_000, 20_000)
SHARDS = 4


def spent(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def slow(pattern: re.Pattern[str], build: Build) -> str:
    """How an attack succeeds; nothing where it does not. A busy machine is given three tries."""
    for _ in range(3):
        times = [spent(pattern, build(20_000))] if not _explodes(pattern, build) else [FLOOR * 9]
        if times[0] < FLOOR:
            return ""
        times.insert(0, spent(pattern, build(10_000)) if times[0] != FLOOR * 9 else FLOOR)
        if times[1] <= RATIO * times[0]:
            return ""
    return f"{times[0]:.3f} s, {times[1]:.3f} s on {build(60)!r}"


def _explodes(pattern: re.Pattern[str], build: Build) -> bool:
    """Whether a small attack takes so long that a larger one must not be tried."""
    return any(spent(pattern, build(size)) > 40 * FLOOR for size in STEPS[:3])


def patterns() -> list[tuple[str, str, int]]:
    """Where a pattern stands, the pattern, its flags: what the code writes, and what it makes while it runs."""
    text = "\n\n".join(text for path in OWN for case in read_cases(path) for text in (case.text, *case.references[:1]))
    for language in ("fr", "es", "de"):
        view = View(text[:WHOLE], language)
        for rule in load():
            if not rule.bilingual:
                list(rule.check(view))
    made = [("made while running", one.expression, one.flags) for one in regex.made()]
    known = {(expression, flags): where for where, expression, flags in (*made, *written())}
    return sorted((where, expression, flags) for (expression, flags), where in known.items())


@pytest.fixture(scope="module")
def known() -> list[tuple[str, str, int]]:
    return patterns()


LINE = 260
"""The most that the rules on residue read of a line; what they ask of it may not grow, for it cannot."""


def of_a_line(expression: str) -> bool:
    """Whether a pattern is made of those that read one short line alone."""
    return any(part in expression for part in (*residue_line._LINES, residue_inline._LINK))


def slow_line(pattern: re.Pattern[str], build: Build) -> str:
    """How an attack of a line's length succeeds."""
    text = build(LINE)[:LINE]
    taken = min(_matching(pattern, text) for _ in range(3))
    return f"{taken:.3f} s on {text!r}" if taken > FLOOR else ""


def _matching(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    pattern.fullmatch(text)
    return time.process_time() - start


@pytest.mark.skipif("MTCHECK_PATTERNS" not in os.environ, reason="takes minutes: MTCHECK_PATTERNS=1 runs it")
@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_pattern_takes_linear_time(shard: int, known: list[tuple[str, str, int]]) -> None:
    assert len(known) > 300
    found = []
    for where, expression, flags in known[shard::SHARDS]:
        pattern = re.compile(expression, flags)
        judge = slow_line if of_a_line(expression) else slow
        if said := next((said for build in attacks(expression, flags) if (said := judge(pattern, build))), ""):
            found.append(f"{where}: {expression[:200]}: {said}")
    assert not found, "\n".join(found)

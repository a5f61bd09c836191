"""No pattern takes more than linear time, whatever it is made to read: 20 kB take at most 2.5 times what 10 kB do."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from attacks import EVERY, ONE, WHOLE, Build, attacks, written

from corpora.cases import OWN, read_cases
from mtcheck.analysis import regex
from mtcheck.analysis.parts import WHOLE
from mtcheck.analysis.regex import Regex
from mtcheck.analysis.view import View
from mtcheck.rules import load
from mtcheck.rules.residue import residue_inline, residue_line

RATIO = 2.5
FLOOR = 0.02
"""Seconds for 20 kB below which nothing is worth a comparison: one step for each pair of characters takes longer."""
LATE = 1.0
"""Seconds after which an attempt has succeeded, and ends."""
STEPS = (40, 600, 5_000)
"""Lengths tried before the long ones: a pattern that multiplies its steps shows it here, and costs no more."""
SHARDS = 4
LINE = 260
"""The most that the rules on residue read of a line; what they ask of it may not grow, for it cannot."""


class Known(NamedTuple):
    """A pattern, and the longest text that it is looked for in: EVERY, ONE place, the WHOLE, or so many characters."""

    where: str
    expression: str
    flags: int
    use: int


class Late(Exception):
    """An attempt took longer than LATE."""


def _late(*_: object) -> None:
    raise Late


def spent(pattern: re.Pattern[str], text: str, use: int) -> float:
    """Seconds of reading `text`, no more than LATE: the engine hears signals while it searches."""
    previous = signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, LATE)
    start = time.process_time()
    try:
        if use in (ONE, WHOLE, LINE):
            pattern.match(text)
            _ = use != ONE and pattern.fullmatch(text)
        else:
            for _ in pattern.finditer(text):
                pass
    except Late:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)
    return time.process_time() - start


def slow(pattern: re.Pattern[str], build: Build, use: int) -> str:
    """How an attack succeeds; nothing where it does not. A busy machine is given three tries."""
    if use not in (EVERY, ONE, WHOLE):
        text = build(use - 1)[: use - 1]
        taken = min(spent(pattern, text, use) for _ in range(3))
        return f"{taken:.3f} s on {text!r}" if taken > FLOOR / 4 else ""
    for _ in range(3):
        times = [0.0, *(spent(pattern, build(size), use) for size in STEPS[:1])]
        for size in STEPS[1:]:
            if times[-1] < LATE / 2:
                times.append(spent(pattern, build(size), use))
        if times[-1] < FLOOR / 16:  # four times as long, sixteen times as slow
            return ""
        if times[-1] < LATE / 2:
            times = [spent(pattern, build(size), use) for size in (10_000, 20_000)]
            if times[1] < FLOOR or (times[1] <= RATIO * times[0] and times[1] < LATE / 2):
                return ""
    return f"{times[-2]:.3f} s, {times[-1]:.3f} s on {build(60)!r}"


@pytest.fixture(scope="module")
def known() -> list[Known]:
    return patterns()


def patterns() -> list[Known]:
    """What the code writes, and what it makes while it runs."""
    found: dict[tuple[str, int], Known] = {}

    def note(where: str, expression: str, flags: int, use: int) -> None:
        before = found.get((expression, flags))
        found[expression, flags] = Known(where, expression, flags, max(use, before.use if before else ONE))

    for one in written():
        note(one.where, one.expression, one.flags, max(one.uses))
    seen = set(found)
    for pattern, method in used():
        if (pattern.expression, pattern.flags) not in seen:
            use = {"match": ONE, "fullmatch": WHOLE}.get(method, EVERY)
            note("made while running", pattern.expression, pattern.flags, use)
    return sorted(found.values())


def used() -> Iterator[tuple[Regex, str]]:
    """Every pattern that a rule uses on the gold texts, and the method."""
    calls: dict[tuple[Regex, str], None] = {}

    def noting(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: Regex, *arguments: Any) -> Any:
            calls[self, name] = None
            return method(self, *arguments)

        return call

    text = "\n\n".join(text for path in OWN for case in read_cases(path) for text in (case.text, *case.references[:1]))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("match", "fullmatch", "search", "finditer", "findall", "sub", "with_signs", "near"):
            patch.setattr(Regex, name, noting(name, getattr(Regex, name)))
        for language in ("fr", "es", "de"):
            view = View(text[:WHOLE], language)
            for rule in load():
                if not rule.bilingual:
                    list(rule.check(view))
    assert len(regex.made()) > 200
    yield from calls


def of_a_line(expression: str) -> bool:
    """Whether a pattern is made of those that read one short line alone."""
    return any(part in expression for part in (*residue_line._LINES, residue_inline._LINK))


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_pattern_takes_linear_time(shard: int, known: list[Known]) -> None:
    assert len(known) > 300
    found = []
    for where, expression, flags, use in known[shard::SHARDS]:
        pattern = re.compile(expression, flags)
        longest = LINE if of_a_line(expression) else use
        said = next((said for build in attacks(expression, flags) if (said := slow(pattern, build, longest))), "")
        if said:
            found.append(f"{where}: {expression[:200]}: {said}")
    assert not found, "\n".join(found)

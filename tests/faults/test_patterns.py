"""No pattern takes more than linear time, whatever it is made to read: 20 kB take at most 2.5 times what 10 kB do.

Nor does a rule over its own examples many times, nor an entry of a language pack: not even in one endless sentence.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import pytest
from attacks import EVERY, ONE, WHOLE, Build, attacks, written

from corpora.cases import OWN, read_cases
from mtcheck.analysis import parts, regex
from mtcheck.analysis.packs import matches
from mtcheck.analysis.regex import Regex
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.view import View
from mtcheck.lang import packs, shared
from mtcheck.lang.furniture import LINES
from mtcheck.rules import Rule, load
from mtcheck.rules.examples import parse
from mtcheck.rules.residue import residue_inline

RATIO = 2.5
FLOOR = 0.02
"""Seconds for 20 kB below which nothing is worth a comparison: one step for each pair of characters takes longer."""
FEW = 0.004
"""Seconds for 2.5 kB of a rule’s or an entry’s own words below which more is not tried."""
STEP = 1 if "MTCHECK_PATTERNS" in os.environ else 5
"""Of the packs' entries, whose patterns are bounded by how they are written, one of so many is tried;
MTCHECK_PATTERNS=1 tries all."""
LATE = 0.6
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
    start = time.process_time()
    try:  # twice, since the signal may come while the first is left
        try:
            signal.setitimer(signal.ITIMER_PROF, LATE)
            _read(pattern, text, use)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except Late:
        signal.setitimer(signal.ITIMER_PROF, 0)
    taken = time.process_time() - start
    signal.signal(signal.SIGPROF, previous)
    return taken


def _read(pattern: re.Pattern[str], text: str, use: int) -> None:
    if use in (ONE, WHOLE, LINE):
        pattern.match(text)
        _ = use != ONE and pattern.fullmatch(text)
        return
    for _ in pattern.finditer(text):
        pass


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
            view = View(text[: parts.WHOLE], language)
            for rule in load():
                if not rule.bilingual:
                    list(rule.check(view))
    assert len(regex.made()) > 200
    yield from calls


def of_a_line(expression: str) -> bool:
    """Whether a pattern is made of those that read one short line alone."""
    return any(part in expression for part in (*LINES, residue_inline._LINK))


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


@pytest.mark.parametrize(
    ("expression", "use"),
    [
        (r"(?:a+)+b", ONE),
        (r"Also: (?:[:>]+\s*)+.{2,200}", WHOLE),
        (r"[a-z]+!", EVERY),
        (r"\s*\n", EVERY),
        (r"<!--.*?-->", EVERY),
        (r"the (?:[a-z]+ ?){1,4}\.", ONE),
    ],
)
def test_what_is_slow_is_found(expression: str, use: int) -> None:
    pattern = re.compile(expression, re.DOTALL)
    longest = LINE if use == WHOLE else use
    assert any(slow(pattern, build, longest) for build in attacks(expression, re.DOTALL))


def units(example: str) -> Iterator[str]:
    """An example as what is repeated: paragraphs, sentences of one line, and a sentence that never ends."""
    yield example + "\n\n"
    yield example.replace("\n", " ") + " "
    yield re.sub(r"[.!?\n]", " ", example) + " "


def grows(unit: str, run: Callable[[str], object]) -> str:
    """How reading `unit` again and again takes more than linear time; nothing where it does not."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit) + 1)
        prepared = tokens_of(text)
        _ = prepared.places
        start = time.process_time()
        run(text)
        return time.process_time() - start

    if taken(2_500) < FEW:
        return ""
    for _ in range(5):  # what shares the processor slows one of two runs
        one, two = taken(10_000), taken(20_000)
        if two < 25 * FEW or two <= RATIO * one:
            return ""
    return f"{one:.2f} s, {two:.2f} s on {unit!r}"


@pytest.mark.parametrize("rule", [rule for rule in load() if not rule.bilingual], ids=lambda rule: rule.name)
def test_every_rule_takes_linear_time_over_its_examples(rule: Rule) -> None:
    for example in rule.definition.bad[:3]:
        for unit in units(parse(example.text).text):
            assert not grows(unit, lambda text: list(rule.check(View(text, "fr"))))


@pytest.mark.parametrize(("folder", "family"), sorted({source[:2] for source in packs.sources()}))
def test_every_entry_of_the_packs_takes_linear_time(folder: str, family: str) -> None:
    language = shared.languages(folder)[0]
    compiled = packs.load(language)
    assert compiled is not None
    for path in (path for *place, path in packs.sources() if place == [folder, family]):
        for given in shared.entries(folder, family, path, language)[::STEP]:
            unit = list(units(parse(given["bad"][0].rpartition(" => ")[2]).text))[-1]
            words = tokens_of(unit).places.keys()
            found = [place for places in compiled.wanted(words).values() for place in places]
            for entry, anchors in ((compiled.entry(number), anchors) for number, anchors in found):
                if entry.said.name == given["name"]:
                    said = grows(unit, partial(_matching, entry, anchors))
                    assert not said, f"{given['name']}: {said}"


def _matching(entry: packs.Entry, anchors: Sequence[str], text: str) -> None:
    for _ in matches(entry, anchors, tokens_of(text)):
        pass

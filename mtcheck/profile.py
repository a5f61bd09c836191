"""examined documents -> the defect profile of every feed: what goes wrong in it, and which lines come back.

One site or feed is written by one machine and scraped by one program, so that its defects repeat themselves. A line
that stands in many of its texts was written by no journalist: it is proposed as residue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import NamedTuple

from mtcheck.analysis.view import View
from mtcheck.finding import Finding
from mtcheck.rules.own_lines import LONGEST, key_of
from mtcheck.text import Document, Span

LEAST_SHARE = 0.05
"""Of a feed's files: a line that fewer have is chance, however many files there are."""
_TOP, _END = 3, 5
"""Lines from either end of a text that count as its beginning and its end."""
_RESIDUE = "residue"


class Defect(NamedTuple):
    """How often one rule spoke in a feed."""

    rule: str
    files: int
    findings: int


class Line(NamedTuple):
    """A line that comes back. `text` has `#` for numbers; `where` is top, end or middle, as most of them stand."""

    text: str
    files: int
    where: str


class Profile(NamedTuple):
    """What one feed is like. `styles` counts files by how they write quotations: `curly`, `comma inside`, …"""

    feed: str
    files: int
    files_with_findings: int
    words: int
    findings: int
    defects: tuple[Defect, ...]
    styles: dict[str, int]
    lines: tuple[Line, ...]

    @property
    def per_1000(self) -> float:
        """Findings per 1,000 words."""
        return round(1000 * self.findings / max(self.words, 1), 2)


class Feed:
    """Counts what is found in the files of one feed. Lines are kept once each, whatever the number of files."""

    def __init__(self, name: str):
        self.name = name
        self._files = self._touched = self._words = self._findings = 0
        self._by_rule: Counter[str] = Counter()
        self._files_by_rule: Counter[str] = Counter()
        self._styles: Counter[str] = Counter()
        self._lines: Counter[str] = Counter()
        self._places: Counter[tuple[str, str]] = Counter()

    def add(self, document: Document, findings: Sequence[Finding]) -> None:
        """One more file."""
        view = View(document.text.plain)
        self._files += 1
        self._touched += bool(findings)
        self._words += len(view.text.split())
        self._findings += len(findings)
        rules = Counter(finding.rule.partition(":")[0] for finding in findings)
        self._by_rule += rules
        self._files_by_rule.update(rules.keys())
        self._styles.update(_styles(view))
        known = [finding.span for finding in findings if finding.rule.startswith(_RESIDUE)]
        for key, where in _keys(view, known).items():
            self._lines[key] += 1
            self._places[key, where] += 1

    def profile(self, least: int) -> Profile:
        """What was counted; a line comes back where at least `least` files have it, and one in twenty."""
        least = max(least, round(LEAST_SHARE * self._files))
        defects = (Defect(rule, self._files_by_rule[rule], count) for rule, count in self._by_rule.items())
        lines = (Line(key, count, self._where(key)) for key, count in self._lines.items() if count >= least)
        return Profile(
            self.name,
            self._files,
            self._touched,
            self._words,
            self._findings,
            tuple(sorted(defects, key=lambda defect: (-defect.files, -defect.findings, defect.rule))),
            dict(sorted(self._styles.items())),
            tuple(sorted(lines, key=lambda line: (-line.files, line.text))),
        )

    def _where(self, key: str) -> str:
        return max(("top", "end", "middle"), key=lambda where: self._places[key, where])


def feed_of(path: str, root: str, depth: int) -> str:
    """The feed of a file: its first `depth` folders below `root`, else `root` itself."""
    try:
        folders = PurePath(path).relative_to(root).parts[:-1]
    except ValueError:
        folders = ()
    return str(PurePath(root, *folders[:depth]))


def _styles(view: View) -> Iterable[str]:
    """How a text writes quotations, where it has any."""
    if not any(role.role == "close" for role in view.quotations.roles):
        return
    yield "curly marks" if view.style.curly else "straight marks"
    if view.style.single_outer:
        yield "single outer marks"
    if view.style.comma_inside is not None:
        yield "comma inside" if view.style.comma_inside else "comma outside"


def _keys(view: View, known: Sequence[Span]) -> dict[str, str]:
    """Each line's key and where it stands; without those that residue rules have found already."""
    keys: dict[str, str] = {}
    for number, span in enumerate(view.lines):
        if span.end - span.start > LONGEST or any(span.touches(other) for other in known):
            continue
        key = key_of(span.of(view.text))
        if any(char.isalpha() for char in key):
            where = "top" if number < _TOP else "end" if number >= len(view.lines) - _END else "middle"
            keys.setdefault(key, where)
    return keys

"""Examined -> snippets: what the readable reports show, before any colour.

A snippet is a window of words around one change, or around several that stand close together, as a run of
parts: kept, removed, added and marked words. Changes are shown by whole words, since a lone `”` that
became `,”` is hard to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from mtcheck.finding import Finding, Safety
from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.places import places
from mtcheck.report.visible import visible
from mtcheck.resolve import resolve
from mtcheck.text import Edit, Span, splice

CONTEXT = 8
"""Words shown on each side of a change: about one line on a terminal."""
WORD = 40
"""Letters after which a word is cut: a run without spaces may be a whole file."""
LONG = 240
"""Letters of a removed or added passage that are shown; the middle of a longer one is left out."""

KEPT, REMOVED, ADDED, MARKED, LEFT_OUT = "kept", "removed", "added", "marked", "left out"


class Part(NamedTuple):
    """A run of characters and what becomes of them."""

    kind: str
    text: str


class Snippet(NamedTuple):
    """A place in the text: its line, the words there, and the findings that speak of them."""

    line: int
    """In the file, from 1."""
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    source: str = ""
    """What stands for it in the source, where a finding needs the source to be judged."""


class Change(NamedTuple):
    """Plain characters that become `new` (None: they are only marked)."""

    span: Span
    new: str | None
    findings: tuple[Finding, ...]


class Counts(NamedTuple):
    """How many findings of each kind."""

    safe: int = 0
    suggest: int = 0
    flag: int = 0

    def plus(self, examined: Examined) -> Counts:
        claims = [finding.safety for finding in examined.findings]
        return Counts(
            self.safe + claims.count(Safety.SAFE),
            self.suggest + claims.count(Safety.SUGGEST),
            self.flag + claims.count(Safety.FLAG),
        )

    def __str__(self) -> str:
        said = (
            number(self.safe, "safe repair"),
            number(self.suggest, "suggestion"),
            f"{number(self.flag, 'place')} to look at",
        )
        return ", ".join(words for words, count in zip(said, self, strict=True) if count)


def headline(examined: Examined) -> str:
    """`a.txt  2 safe repairs, 1 suggestion`."""
    return f"{visible(examined.document.path)}  {Counts().plus(examined)}"


def percent(confidence: float) -> str:
    """Rounded down: 100% is said of nothing that is not certain."""
    return f"{int(confidence * 100 + 1e-9)}%"


def summary(counts: Counts, files: int, manner: Manner) -> list[str]:
    """The last lines of a report: what there is, and what to type next."""
    if not sum(counts):
        return [f"Nothing found in {number(files, 'file')}."]
    lines = [f"{counts} in {number(files, 'file')}."]
    if manner.repairs and counts.safe + counts.suggest:
        ways = []
        if counts.safe:
            ways.append("--write makes the safe repairs")
        if counts.suggest:
            ways.append(f"--write --suggested makes {'the suggestions too' if counts.safe else 'them'}")
        lines.append(f"Nothing was written: {', '.join(ways)}.")
    return lines


def number(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def paragraphs(examined: Examined) -> Iterator[tuple[Snippet, ...]]:
    """All that was found in one document, in the order of the text; the snippets of one line come together."""
    document = examined.document.readable
    text = document.text
    place = places(document.raw)
    plain = text.plain

    def line_of(change: Change) -> int:
        return place(text.to_raw_nearest(change.span).start)[0]

    def snippet(window: Span, changes: Sequence[Change]) -> Snippet:
        found = _findings(changes)
        return Snippet(line_of(changes[0]), tuple(_parts(plain, window, changes)), found, _source(examined, found))

    groups = _windows(plain, _changes(plain, examined.findings))
    snippets = (snippet(window, changes) for window, changes in groups)
    for _, near in groupby(snippets, key=attrgetter("line")):
        yield tuple(near)


def alone(plain: str, finding: Finding) -> Iterator[tuple[Part, ...]]:
    """What one finding changes with its best suggestion, or marks, as though there were no other."""
    for window, changes in _windows(plain, _changes(plain, (finding,))):
        yield tuple(_parts(plain, window, changes))


def _source(examined: Examined, findings: Sequence[Finding]) -> str:
    """The source's sentences beside those findings that it proves, on one line."""
    bitext = examined.bitext if any(finding.evidence for finding in findings) else None
    if bitext is None:
        return ""
    spans: dict[Span, None] = {}
    for finding in findings:
        if finding.evidence is not None:
            holding = [p.source for p in bitext.passages if _holds(p.source, finding.evidence.span)]
            spans.update(dict.fromkeys(holding or [finding.evidence.span]))
    return shown(" ".join(span.of(bitext.source) for span in spans))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _findings(changes: Sequence[Change]) -> tuple[Finding, ...]:
    """Each finding once, though its repair may touch several places."""
    return tuple({id(finding): finding for change in changes for finding in change.findings}.values())


def notes(snippet: Snippet) -> Iterator[tuple[Finding, str]]:
    """What to say below a snippet: each finding and its message; what would be said twice is said once, with `(2×)`."""
    same: dict[tuple[object, ...], list[Finding]] = {}
    for finding in snippet.findings:
        same.setdefault((finding.rule, finding.safety, percent(finding.confidence), finding.message), []).append(
            finding
        )
    for findings in same.values():
        times = f" ({len(findings)}×)" if len(findings) > 1 else ""
        yield findings[0], visible(findings[0].message) + times


def _changes(plain: str, findings: Sequence[Finding]) -> list[Change]:
    """Every best suggestion and every flag as a change of whole words; those that share a word are one."""
    chosen = resolve(findings, Safety.SUGGEST)
    made = {id(finding) for finding, _ in chosen}
    wanted: list[tuple[Span, tuple[Edit, ...], Finding]] = [
        (whole_words(plain, edit), (edit,), finding) for finding, best in chosen for edit in best.edits
    ]
    wanted += [(f.span, (), f) for f in findings if id(f) not in made]
    wanted.sort(key=lambda entry: (entry[0], entry[2].order))
    changes: list[Change] = []
    group: list[tuple[Span, tuple[Edit, ...], Finding]] = []
    for entry in wanted:
        if group and entry[0].start >= max(span.end for span, _, _ in group) and entry[0] != group[-1][0]:
            changes.append(_change(plain, group))
            group = []
        group.append(entry)
    return [*changes, _change(plain, group)] if group else changes


def _change(plain: str, group: Sequence[tuple[Span, tuple[Edit, ...], Finding]]) -> Change:
    span = Span(group[0][0].start, max(span.end for span, _, _ in group))
    edits = [
        Edit(Span(edit.span.start - span.start, edit.span.end - span.start), edit.new)
        for _, its, _ in group
        for edit in its
    ]
    findings = tuple({id(finding): finding for _, _, finding in group}.values())
    return Change(span, splice(span.of(plain), edits) if edits else None, findings)


def whole_words(plain: str, edit: Edit) -> Span:
    """The edit's span, widened to the words it cuts; a removed line does not widen into its neighbours."""
    old, new, (start, end) = edit.span.of(plain), edit.new, (edit.span.start, edit.span.end)
    beside_space = plain[max(start - 1, 0) : start].isspace() or plain[end : end + 1].isspace()
    if not (old + new).strip() and ("\n" in old or beside_space):
        return edit.span  # spaces among spaces: no word is cut
    within = not old.strip()  # nothing or only spaces go: the words on both sides are what changed
    if within or not (old[0].isspace() and (not new or new[0].isspace())):
        least = max(0, start - WORD)
        while start > least and not plain[start - 1].isspace():
            start -= 1
    if within or not (old[-1].isspace() and (not new or new[-1].isspace())):
        most = min(len(plain), end + WORD)
        while end < most and not plain[end].isspace():
            end += 1
    return Span(start, end)


def _windows(plain: str, changes: Sequence[Change]) -> Iterator[tuple[Span, list[Change]]]:
    """Changes with the words around them; windows of one line that meet are one."""
    window, group = Span(0, 0), list[Change]()
    for change in changes:
        around = _around(plain, change.span)
        if group and around.start <= window.end and "\n" not in plain[group[-1].span.end : change.span.start]:
            window = Span(window.start, max(window.end, around.end))
        else:
            if group:
                yield window, group
            window, group = around, []
        group.append(change)
    if group:
        yield window, group


_WORDS = re.compile(rf"\S{{0,{WORD}}}(?:[^\S\n]+\S{{0,{WORD}}}){{0,{CONTEXT}}}")
"""The rest of a word and some more, within a line. Read backwards it is the same, and a match, unlike a search for
the end, does not try every place."""


def _around(plain: str, span: Span) -> Span:
    """`span` with up to CONTEXT words on each side, within its lines."""
    reach = CONTEXT * (WORD + 2)
    before = plain[max(0, span.start - reach) : span.start][::-1]
    after = plain[span.end : span.end + reach]
    head, tail = (found[0].rstrip() if (found := _WORDS.match(side)) else "" for side in (before, after))
    return Span(span.start - len(head), span.end + len(tail))


def _parts(plain: str, window: Span, changes: Sequence[Change]) -> Iterator[Part]:
    if window.start and plain[window.start - 1] != "\n":
        yield Part(LEFT_OUT, "… ")
    at = window.start
    for change in changes:
        if at < change.span.start:
            yield Part(KEPT, visible(plain[at : change.span.start]))
        old = change.span.of(plain)
        if change.new is None:
            yield Part(MARKED, shown(old))
        else:
            blank = not (old + change.new).strip()
            if old:
                yield Part(REMOVED, shown(old, blank))
            if change.new:
                yield Part(ADDED, shown(change.new, blank))
        at = change.span.end
    if at < window.end:
        yield Part(KEPT, visible(plain[at : window.end]))
    if window.end < len(plain) and plain[window.end] != "\n":
        yield Part(LEFT_OUT, " …")


def shown(text: str, blank: bool = False) -> str:
    """`text` on one line: breaks become ↵, spaces a dot where nothing else would be seen."""
    if len(text) > LONG:
        text = f"{text[: LONG // 2].rstrip()} … {text[-LONG // 2 :].lstrip()}"
    text = visible(text.replace("\n", "↵"))
    return text.replace(" ", "·") if blank else text

"""a text with broken characters and page furniture -> what it says without them, and findings carried back.

A quotation is not read across the page's own line, nor a name behind wrongly decoded characters: the rules that
make those repairs speak first, and all others see the text as it stands after them. What they find is said of the
text as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mtcheck.finding import Finding, Safety, Suggestion, suggestion_of
from mtcheck.text import Edit, Span, splice
from mtcheck.typed import NamedTuple

FIRST = ("entity-mojibake", "residue")
"""The rules whose safe repairs all others see made."""


class _Place(NamedTuple):
    """Characters that were replaced: where they stand, and where what replaced them does."""

    old: Span
    new: Span


class Cleared:
    """`raw` after the safe repairs of `findings`; `text` is what the other rules see."""

    def __init__(self, raw: str, findings: Iterable[Finding]):
        self.raw = raw
        edits = _apart(
            edit for finding in findings if finding.safety == Safety.SAFE for edit in finding.suggestions[0].edits
        )
        self.text = splice(raw, edits) if edits else raw
        self._places: list[_Place] = []
        self._shifts: list[int] = [0]
        shift = 0
        for span, new in edits:
            start = span.start + shift
            self._places.append(_Place(span, Span(start, start + len(new))))
            shift += len(new) - (span.end - span.start)
            self._shifts.append(-shift)
        self._starts = [place.new.start for place in self._places]
        self._ends = [place.new.end for place in self._places]

    def back(self, finding: Finding) -> Finding | None:
        """A finding in `text` as one in `raw`; None where that cannot be said."""
        if not self._places:
            return finding
        span = self._edit(Edit(finding.span, "")).span
        carried = tuple(self._suggestion(suggestion, span) for suggestion in finding.suggestions)
        if None in carried:
            return None
        suggestions = tuple(suggestion for suggestion in carried if suggestion is not None)
        return finding._replace(span=span, text=span.of(self.raw), suggestions=suggestions)

    def _suggestion(self, suggestion: Suggestion, span: Span) -> Suggestion | None:
        edits = tuple(self._edit(edit) for edit in suggestion.edits)
        if any(one.span.end > other.span.start for one, other in pairwise(edits)):
            return None
        return suggestion_of(edits, span, suggestion.confidence, self.raw)

    def _edit(self, edit: Edit) -> Edit:
        """The same change in `raw`; what was repaired and is only touched in part is replaced as a whole."""
        start, end = edit.span
        head = tail = ""
        first, last = self._at(start), self._at(end)
        if first is not None and first.new.start < start:
            head = self.text[first.new.start : start]
        if last is not None and end < last.new.end:
            tail = self.text[end : last.new.end]
        begin = first.old.start if first is not None else self._plain(start, start < end or self._breaks(start))
        stop = last.old.end if last is not None else self._plain(end, start == end and self._breaks(end))
        return Edit(Span(begin, max(begin, stop)), head + edit.new + tail)

    def _at(self, at: int) -> _Place | None:
        """The repaired characters that `at` stands inside of."""
        number = bisect_left(self._starts, at) - 1
        place = self._places[number] if number >= 0 else None
        return place if place is not None and at < place.new.end else None

    def _breaks(self, at: int) -> bool:
        """Whether what is inserted at `at` stands behind the characters that were taken out there: not where a line
        was, with the break before it."""
        first, last = bisect_left(self._starts, at), bisect_right(self._starts, at)
        return not any(new.end == at and self.raw[old.start] == "\n" for old, new in self._places[first:last])

    def _plain(self, at: int, after: bool) -> int:
        """Where an offset outside all repaired characters stands in `raw`; `after` those that were taken out there."""
        before = bisect_right(self._ends, at)
        return at + self._shifts[before if after else min(before, bisect_left(self._starts, at))]


def _apart(edits: Iterable[Edit]) -> Sequence[Edit]:
    """The edits in order, without those that overlap one before them."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return kept

"""findings -> one set of edits that do not overlap.

The strongest claim wins a contested place: safety, then confidence, then position, then name. The
result does not depend on the order in which rules ran, and a suggestion's edits go in all or none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.text import Edit, Span


def strength(finding: Finding) -> tuple[int, float, int, int, str, str, tuple[Edit, ...]]:
    """Sort key: the most trusted finding first, ties broken by place and name."""
    best = finding.suggestions[0]
    return (-finding.safety, -best.confidence, best.span.start, best.span.end, finding.rule, best.text, best.edits)


def resolve(findings: Iterable[Finding], least: Safety) -> list[tuple[Finding, Suggestion]]:
    """Chooses one suggestion for each finding that claims at least `least`, without overlaps.

    A finding whose best suggestion loses its place is left out of this pass; it may win in the next.
    """
    candidates = sorted((f for f in findings if f.suggestions and f.safety >= least), key=strength)
    taken: list[Edit] = []
    words: set[Span] = set()
    chosen = []
    for finding in candidates:
        suggestion = finding.suggestions[0]
        if finding.span not in words and not any(_contested(edit, taken) for edit in suggestion.edits):
            for edit in suggestion.edits:
                taken.insert(bisect_left(taken, edit), edit)
            # edits have lost the letters that both sides share: two can lie apart in one word
            if finding.span.end - finding.span.start > 1:
                words.add(finding.span)
            chosen.append((finding, suggestion))
    chosen.sort(key=lambda pair: (pair[1].edits[0], pair[0].rule))
    return chosen


def _contested(edit: Edit, taken: list[Edit]) -> bool:
    """Whether `edit` competes with a chosen one: only its sorted neighbours can (chosen edits are disjoint)."""
    at = bisect_left(taken, edit)
    before = at > 0 and (edit.span.touches(taken[at - 1].span) or _words_before(taken[at - 1], edit))
    return before or (at < len(taken) and (edit.span.touches(taken[at].span) or _words_before(edit, taken[at])))


def _words_before(one: Edit, other: Edit) -> bool:
    """Whether `one` puts a word, an article say, before words that `other` replaces: it was meant for the old ones."""
    return (
        one.span.start == one.span.end == other.span.start < other.span.end
        and one.new[-1:] == " "
        and one.new.strip().isalpha()
        and bool(other.new)
    )

"""findings with several suggestions -> the same, with the suggestion first that a model finds likeliest.

Nothing is added and nothing safe is touched: only the order of the suggestions of one finding can change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.models.sentence import Sentence
from mtcheck.text import Edit, Span, splice

Scores = Callable[[Sentence, Sequence[str]], list[float]]


def open_to_choice(finding: Finding) -> bool:
    """Whether there is something to choose: at least two suggestions, none of them safe."""
    return finding.safety is Safety.SUGGEST and len(finding.suggestions) > 1


def chosen(finding: Finding, sentence: Sentence, scores: Scores, margin: float, by: str) -> Finding:
    """The finding with its likeliest suggestion first, where that is ahead of the rule's own choice by `margin`."""
    inside = [s for s in finding.suggestions if _within(s, sentence.span)]
    if len(inside) < 2 or len(inside) != len(finding.suggestions):
        return finding
    said = scores(sentence, [_version(sentence, suggestion) for suggestion in inside])
    best = max(range(len(said)), key=lambda at: (said[at], -at))
    if best == 0 or said[best] - said[0] < margin:
        return finding
    order = [best, *(at for at in range(len(inside)) if at != best)]
    confidences = [suggestion.confidence for suggestion in inside]
    suggestions = tuple(
        inside[at]._replace(confidence=confidence) for at, confidence in zip(order, confidences, strict=True)
    )
    return finding._replace(suggestions=suggestions, message=f"{finding.message} ({by} would choose this reading)")


def _within(suggestion: Suggestion, span: Span) -> bool:
    return all(span.start <= edit.span.start and edit.span.end <= span.end for edit in suggestion.edits)


def _version(sentence: Sentence, suggestion: Suggestion) -> str:
    start = sentence.span.start
    return splice(
        sentence.text, [Edit(Span(e.span.start - start, e.span.end - start), e.new) for e in suggestion.edits]
    )

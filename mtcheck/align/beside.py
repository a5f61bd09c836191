"""two plain texts -> a Bitext: sentences of both, aligned, as passages with offsets."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.align import Pair, Verdict, compare
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.sentences import sentences
from mtcheck.text import Span

_USABLE = (Verdict.GOOD, Verdict.PARTIAL)


def beside(source: str, target: str, source_language: str) -> Bitext:
    """Aligns `target` (English) with `source`; both may be of any length.

    Spans cover sentences without the white space around them. The language of the result is what the source's
    own words show, `source_language` where they show nothing.
    """
    left, right = sentences(source, source_language), sentences(target, "en")
    texts = [span.of(source) for span in left], [span.of(target) for span in right]
    aligned = compare(*texts, source_language, paragraphs=(_paragraphs(source, left), _paragraphs(target, right)))
    passages: list[Passage] = []
    at = 0
    for pair in aligned.pairs:
        passage = _passage(pair, source, target, left, right, at)
        at = passage.target.end
        passages.append(passage)
    return Bitext(
        source,
        aligned.language,
        passages,
        complete=aligned.verdict is Verdict.GOOD,
        usable=aligned.verdict in _USABLE,
        message=aligned.message,
    )


def _passage(pair: Pair, source: str, target: str, left: Sequence[Span], right: Sequence[Span], at: int) -> Passage:
    """The pair's sentences as spans; a side without sentences is an empty span, the target's at `at`."""
    ours = _hull(target, [right[index] for index in pair.target]) if pair.target else Span(at, at)
    theirs = _hull(source, [left[index] for index in pair.source]) if pair.source else Span(0, 0)
    return Passage(theirs, ours, pair.score, pair.moved)


def _hull(text: str, spans: Sequence[Span]) -> Span:
    """From the first to the last of neighbouring spans, without the white space at both ends."""
    whole = Span(spans[0].start, spans[-1].end).of(text)
    start = spans[0].start + len(whole) - len(whole.lstrip())
    return Span(start, max(start, spans[0].start + len(whole.rstrip())))


def _paragraphs(text: str, spans: Sequence[Span]) -> list[int]:
    """The number of each sentence's paragraph: a line break ends one."""
    numbers, number = [], 0
    for span in spans:
        numbers.append(number)
        number += "\n" in span.of(text)
    return numbers

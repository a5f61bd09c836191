"""two plain texts -> a Bitext: sentences of both, aligned, as passages with offsets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mtcheck.align import Encoder, Pair, Verdict, compare
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.sentences import sentences
from mtcheck.text import Span

_USABLE = (Verdict.GOOD, Verdict.PARTIAL)


class Sentences(NamedTuple):
    """A text's sentences: where each stands, without the white space around it, and in which paragraph."""

    text: str
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(span.of(self.text) for span in self.spans)


def split(text: str, language: str) -> Sentences:
    """The sentences of a plain text; what is nothing but white space is none. A line break ends a paragraph."""
    spans: list[Span] = []
    paragraphs: list[int] = []
    number = 0
    for span in sentences(text, language):
        trimmed = _trimmed(text, span)
        if trimmed.start < trimmed.end:
            spans.append(trimmed)
            paragraphs.append(number)
        number += "\n" in span.of(text)
    return Sentences(text, tuple(spans), tuple(paragraphs))


def beside(source: str, target: str, source_language: str, encoder: Encoder | None = None) -> Bitext:
    """Aligns `target` (English) with `source`; both may be of any length.

    Spans cover sentences without the white space around them. The language of the result is what the source's
    own words show, `source_language` where they show nothing.
    """
    left, right = split(source, source_language), split(target, "en")
    paragraphs = left.paragraphs, right.paragraphs
    aligned = compare(left.texts, right.texts, source_language, encoder=encoder, paragraphs=paragraphs)
    passages: list[Passage] = []
    at = 0
    for pair in aligned.pairs:
        passage = _passage(pair, left.spans, right.spans, at)
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


def _passage(pair: Pair, left: Sequence[Span], right: Sequence[Span], at: int) -> Passage:
    """The pair's sentences as spans; a side without sentences is an empty span, the target's at `at`."""
    ours = _hull([right[index] for index in pair.target]) if pair.target else Span(at, at)
    theirs = _hull([left[index] for index in pair.source]) if pair.source else Span(0, 0)
    return Passage(theirs, ours, pair.score, pair.moved)


def _hull(spans: Sequence[Span]) -> Span:
    """From the first to the last of neighbouring spans."""
    return Span(spans[0].start, spans[-1].end)


def _trimmed(text: str, span: Span) -> Span:
    """The span without the white space at both ends."""
    whole = span.of(text)
    start = span.start + len(whole) - len(whole.lstrip())
    return Span(start, max(start, span.start + len(whole.rstrip())))

"""A target text beside its source: passages of both that translate each other, in the order of the target.

Made by the aligner (`mtcheck.align.beside`) or read from a bilingual file; only nouns are here, so that a rule
can ask its View for the source without knowing where it came from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from mtcheck.text import Span


class Passage(NamedTuple):
    """One or more sentences of each side. An empty `target` is where a left-out source sentence would have stood;
    an empty `source` means that the target sentence was added."""

    source: Span
    """In `Bitext.source`."""
    target: Span
    """In the text of the View."""
    score: float
    """From 0 to 1: the probability that this very pair is right."""
    moved: bool = False
    """It stands out of order."""

    @property
    def paired(self) -> bool:
        return self.source.start < self.source.end and self.target.start < self.target.end


class Bitext:
    """The source text, its language and the passages.

    `complete`: absence can be trusted, so that what has no counterpart was left out or added. Where it is false,
    the texts translate each other only in part, and single passages count by their score.
    """

    def __init__(
        self,
        source: str,
        language: str,
        passages: Sequence[Passage],
        *,
        complete: bool = True,
        usable: bool = True,
        message: str = "",
    ):
        self.source = source
        self.language = language
        self.passages = tuple(passages)
        self.complete = complete
        self.usable = usable
        """False where the source is not this text's source at all: nothing in it proves anything."""
        self.message = message
        """One line for a person; empty where all is well."""

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.target.start for passage in self.passages]

    def trusted(self, least: float) -> Iterator[Passage]:
        """The passages with two sides whose score is `least` or more, in order."""
        return (passage for passage in self.passages if passage.paired and passage.score >= least)

    def at(self, offset: int) -> Passage | None:
        """The passage whose target side holds `offset`; None where nothing was aligned."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            target = self.passages[index].target
            if target.start <= offset < target.end:
                return self.passages[index]
            if target.start < target.end:
                return None
            index -= 1  # a left-out sentence has no extent here
        return None

    def trusted_at(self, offset: int, least: float) -> Passage | None:
        """The passage at `offset` if it has two sides and a score of `least` or more."""
        passage = self.at(offset)
        return passage if passage is not None and passage.paired and passage.score >= least else None

    def within(self, span: Span) -> tuple[Passage, ...]:
        """The passages whose target side shares a character with `span`."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, max(span.end - 1, span.start))
        return tuple(
            passage
            for passage in self.passages[first:last]
            if passage.target.start < span.end and span.start < passage.target.end
        )

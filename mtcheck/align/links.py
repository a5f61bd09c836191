"""a passage -> which of its source words each target word translates.

Word vectors of the embedded encoder are compared; two words are linked where each is the other's best match,
after a price for standing elsewhere in the sentence (mutual argmax, as SimAlign has it: Jalili Sabet et al. 2020).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.align.encoder import embedded, fold
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.witness import WORD
from mtcheck.text import Span

if TYPE_CHECKING:
    from mtcheck.align.sides import Floats

LEAST = 0.2
"""Similarity, less the price of the distance, from which a link is believed."""
DISTANCE = 0.4
"""Price of standing at the other end of the sentence."""
FALSE = frozenset("a on as or an but me son car pour par do die in man of was am den".split())
"""Words that are spelt alike and mean different things: « a parlé » is not `a`."""
MANY = 400
"""Words of a side above which nothing is linked: no sentence is so long, and the table grows with its square."""


class Word(NamedTuple):
    """A word and where it stands in its text."""

    span: Span
    text: str


class Links:
    """The words of both sides of a passage, and for each the number of its counterpart (-1: none)."""

    def __init__(
        self, source: Sequence[Word], target: Sequence[Word], there: Sequence[int], back: Sequence[int],
        scores: Sequence[float],
    ):  # fmt: skip
        self.source, self.target = source, target
        self.there, self.back = there, back
        """Source word -> target word, target word -> source word."""
        self.scores = scores
        """For each target word the cosine with its counterpart; 0 without one."""

    def at_target(self, offset: int) -> int:
        """The number of the target word at `offset`, -1 where none is."""
        return _at(self.target, offset)

    def at_source(self, offset: int) -> int:
        """The number of the source word at `offset`, -1 where none is."""
        return _at(self.source, offset)

    def source_of(self, span: Span) -> tuple[int, ...]:
        """The numbers of the source words that the target words in `span` translate, ascending."""
        return tuple(
            sorted(
                self.back[number]
                for number, word in enumerate(self.target)
                if word.span.start < span.end and span.start < word.span.end and self.back[number] >= 0
            )
        )


def _at(words: Sequence[Word], offset: int) -> int:
    number = bisect_right([word.span.start for word in words], offset) - 1
    return number if number >= 0 and offset < words[number].span.end else -1


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words of `text` in `span`, with offsets in `text`."""
    return tuple(Word(Span(*match.span()), match.group()) for match in WORD.finditer(text, span.start, span.end))


def links(bitext: Bitext, passage: Passage, target: str) -> Links:
    """The links of one passage of `bitext`, whose target side stands in `target`."""
    return _linked(bitext.source, passage.source, target, passage.target)


@lru_cache(maxsize=512)
def _linked(source: str, there: Span, target: str, here: Span) -> Links:
    import numpy as np

    ours, theirs = words_of(source, there), words_of(target, here)
    forward, backward, scores = [-1] * len(ours), [-1] * len(theirs), [0.0] * len(theirs)
    if ours and theirs and max(len(ours), len(theirs)) <= MANY:
        near = _vectors(ours) @ _vectors(theirs).T
        for one, word in enumerate(ours):
            if word.text.lower() in FALSE:
                near[one, [at for at, other in enumerate(theirs) if other.text.lower() == word.text.lower()]] = 0
        rows, columns = np.arange(len(ours)) / len(ours), np.arange(len(theirs)) / len(theirs)
        score = near - DISTANCE * np.abs(rows[:, None] - columns[None, :])
        best, best_back = score.argmax(axis=1), score.argmax(axis=0)
        for one, other in enumerate(best.tolist()):
            if best_back[other] == one and score[one, other] >= LEAST:
                forward[one], backward[other] = other, one
                scores[other] = round(float(near[one, other]), 3)
    return Links(ours, theirs, forward, backward, scores)


def _vectors(words: Sequence[Word]) -> Floats:
    """Unit vectors of shape (words, dimensions)."""
    import numpy as np

    found = embedded().vectors(["".join(fold(word.text)) for word in words])
    unit: Floats = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return unit

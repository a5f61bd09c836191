"""sentences -> numbers: word types shared by both texts, their vectors, and every sentence as a run of types.

Everything that the later stages compute is an array over words (flat, in text order) or over sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from mtcheck.align.encoder import StaticEncoder, fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[Any]
    Ints = NDArray[Any]

COMMON = 0.15
"""Share of sentences; of words as frequent as that, where each stood is chance."""
_END = {mark: kind for kind, marks in enumerate((".…", "?", "!", ":", ";", ",-–—"), 1) for mark in marks}
"""Kinds of last marks; 0 is none of them. Closing quotation marks and brackets are looked through."""
_CLOSERS = " \u00a0\u202f\t\"'”’“»«›‹)]*_"
_OPENERS = " \u00a0\u202f\t\"'“”„‘’«»‹›([¿¡-–—•*_"


@dataclass(frozen=True)
class Side:
    """One text as arrays. n sentences, w words in all."""

    words: Ints
    """Shape (w,): the type of each word, in text order."""
    starts: Ints
    """Shape (n + 1,): where each sentence's words begin; the last entry is w."""
    lengths: Floats
    """Shape (n,): letters, digits and marks per sentence, at least 1."""
    sums: Floats
    """Shape (n, d): the sum of a sentence's word vectors; a bead's is the sum of its sentences'."""
    ends: Ints
    """Shape (n,): how each sentence ends, by its last mark (see `_END`)."""
    begins: Ints
    """Shape (n,): 0 for a small first letter, 1 for a capital, 2 for anything else."""
    letters: Ints
    """Shape (n,): letters alone; crumbs of a page (`- _-`, `42`) have few."""
    crumbs: NDArray[np.bool_]
    """Shape (n,): whether it has no word and no number, only marks and at most one letter: `.:--`, `h *`."""
    opens: NDArray[np.bool_] | None = None
    """Shape (n,): whether a sentence begins a paragraph; None where nobody knows."""

    def __len__(self) -> int:
        return len(self.lengths)

    def part(self, start: int, end: int) -> Side:
        """The sentences start to end as a side of their own."""
        first, last = self.starts[start], self.starts[end]
        return Side(
            self.words[first:last],
            self.starts[start : end + 1] - first,
            self.lengths[start:end],
            self.sums[start:end],
            self.ends[start:end],
            self.begins[start:end],
            self.letters[start:end],
            self.crumbs[start:end],
            None if self.opens is None else self.opens[start:end],
        )

    def telling(self, types: int) -> Side:
        """The same sentences without the words that stand in very many of them: they tell nothing, and are half."""
        import numpy as np

        common = np.bincount(self.words, minlength=types) > max(COMMON * len(self), 3)
        keep = ~common[self.words]
        starts = np.append(0, np.cumsum(keep))[self.starts]
        return replace(self, words=self.words[keep], starts=starts)

    def renamed(self, words: Ints) -> Side:
        """The same sentences with other numbers for the word types."""
        return replace(self, words=words)


def sides(source: Sequence[str], target: Sequence[str], encoder: StaticEncoder) -> tuple[Side, Side, list[str], Floats]:
    """Both texts as sides, the list of word types, and a vector for each type (shape (types, d))."""
    import numpy as np

    types: defaultdict[str, int] = defaultdict(count().__next__)
    parts = []
    for sentences in (source, target):
        letters = [sum(map(str.isalpha, sentence)) for sentence in sentences]
        flat: list[int] = []
        starts, lengths = [0], []
        for sentence in sentences:
            words = fold(sentence)
            flat += map(types.__getitem__, words)
            starts.append(len(flat))
            lengths.append(max(sum(map(len, words)), 1))
        parts.append(
            (
                np.array(flat, dtype=np.int64),
                np.array(starts),
                np.array(lengths, dtype=np.float32),
                np.array([_end(sentence) for sentence in sentences]),
                np.array([_begin(sentence) for sentence in sentences]),
                np.array(letters),
                np.array(
                    [few <= 1 and not any(map(str.isdigit, s)) for few, s in zip(letters, sentences, strict=True)]
                ),
            )
        )
    names = list(types)
    vectors = encoder.vectors(names)
    made = [
        Side(words, starts, lengths, _sums(words, starts, vectors), ends, begins, letters, crumbs)
        for words, starts, lengths, ends, begins, letters, crumbs in parts
    ]
    return made[0], made[1], names, vectors


def _end(sentence: str) -> int:
    return _END.get(sentence.rstrip(_CLOSERS)[-1:], 0)


def _begin(sentence: str) -> int:
    first = sentence.lstrip(_OPENERS)[:1]
    return 2 if not first.isalpha() else int(first.isupper())


def _sums(words: Ints, starts: Ints, vectors: Floats) -> Floats:
    """The sum of the vectors of each sentence's words."""
    import numpy as np

    out = np.zeros((len(starts) - 1, vectors.shape[1]), dtype=np.float32)
    bounds = starts.tolist()
    for row, (start, end) in enumerate(pairwise(bounds)):
        if end > start:
            # sentence by sentence what is added up stays in the processor's cache
            np.add.reduce(vectors[words[start:end]], axis=0, out=out[row])
    return out

"""What a team has agreed to call things: terms of the source with their English, and names that stay as they are.

Matching looks through inflection: `la grande échelle` is found as `les grandes échelles`, `aerial ladder` as
`aerial ladders`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.analysis.inflect import noun_forms, verb_forms
from mtcheck.analysis.witness import folded

_STEM = 5
"""Letters from which a source word may end otherwise and be the same."""
_ENDING = 3
"""Letters by which the forms of one source word differ at most."""


class Term(NamedTuple):
    """A term of the source and what English calls it, best first. A name that is not translated is its own English."""

    source: str
    targets: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether it stays as it is."""
        return self.targets == (self.source,)


Words = Sequence[tuple[str, int, int]]
"""(folded word, start, end) in order, as `witness.source_words` gives them."""


def in_source(term: Term, words: Words) -> Iterator[tuple[int, int]]:
    """Where the term stands: (number of its first word, number after its last)."""
    wanted = folded(term.source).replace("’", " ").replace("'", " ").replace("-", " ").split()
    for first in range(len(words) - len(wanted) + 1):
        if all(_same(one, words[first + at][0]) for at, one in enumerate(wanted)):
            yield first, first + len(wanted)


def in_target(target: str, words: Words) -> int:
    """How often the English stands there, in any form of its last word, or of its first where that is a verb."""
    wanted = folded(target).replace("’", " ").replace("'", " ").replace("-", " ").split()
    if not wanted:
        return 0
    lasts = {wanted[-1], *noun_forms(wanted[-1])}
    firsts = {wanted[0]}.union(*verb_forms(wanted[0]).values())
    count = 0
    for first in range(len(words) - len(wanted) + 1):
        here = [words[first + at][0] for at in range(len(wanted))]
        count += here[1:-1] == wanted[1:-1] and (
            (here[-1] in lasts and (len(wanted) == 1 or here[0] == wanted[0]))
            or (here[0] in firsts and here[1:] == wanted[1:])
        )
    return count


def _same(wanted: str, word: str) -> bool:
    """Whether a source word is a form of the wanted one."""
    if wanted == word or word in (wanted + "s", wanted + "x", wanted + "e", wanted + "es"):
        return True
    if len(wanted) < _STEM or abs(len(wanted) - len(word)) > _ENDING:
        return False
    stem = wanted[: max(len(wanted) - 2, _STEM - 1)]
    return word.startswith(stem)

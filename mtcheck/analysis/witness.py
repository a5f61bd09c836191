"""source words -> whether a pattern of an entry stands among them: the source as the witness of a calque.

A pattern is a row of folded words (small letters, no accents): `revien*|reven* sur`, `prime {0-3} euros`. `*` ends a
stem, `|` parts alternatives, `{0-3}` is a gap of that many words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,\u00a0\u202f]*\d|\d")
_GAP = re.compile(r"\{(\d)-(\d)\}")

Pattern = Sequence[Any]
"""Items: a list of alternatives, or a pair of numbers for a gap."""


def folded(word: str) -> str:
    """The word in small letters without accents: `Élysée` -> `elysee`, `œuvre` -> `oeuvre`."""
    plain = unicodedata.normalize("NFD", word.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss"))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=256)
def source_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """(folded word, start, end) of every word and number of a passage's source side."""
    return tuple((folded(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))


def parsed(pattern: str) -> list[Any]:
    """A pattern as the pack stores it.

    Raises:
        ValueError: it has no word, or begins or ends with a gap.
    """
    items: list[Any] = []
    for part in pattern.split():
        gap = _GAP.fullmatch(part)
        items.append([int(gap[1]), int(gap[2])] if gap else [folded(word) for word in part.split("|")])
    if not items or isinstance(items[0][0], int) or isinstance(items[-1][0], int):
        raise ValueError(f"{pattern!r}: a witness begins and ends with a word")
    return items


def stands(pattern: Pattern, words: Sequence[tuple[str, int, int]]) -> tuple[int, int] | None:
    """Where `pattern` stands first: (number of its first word, number after its last); None if nowhere."""
    for first in range(len(words)):
        end = _match(pattern, 0, words, first)
        if end is not None:
            return first, end
    return None


def all_places(patterns: Sequence[Pattern], words: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Every place of every pattern, as `stands` gives it, in order; a word counts once as the first of a place."""
    places: dict[int, int] = {}
    for pattern in patterns:
        for first in range(len(words)):
            end = _match(pattern, 0, words, first)
            if end is not None:
                places.setdefault(first, end)
    return sorted(places.items())


def _match(pattern: Pattern, item: int, words: Sequence[tuple[str, int, int]], at: int) -> int | None:
    if item == len(pattern):
        return at
    part = pattern[item]
    if isinstance(part[0], int):
        for gap in range(part[0], part[1] + 1):
            end = _match(pattern, item + 1, words, at + gap)
            if end is not None:
                return end
        return None
    if at < len(words) and any(fits(stem, words[at][0]) for stem in part):
        return _match(pattern, item + 1, words, at + 1)
    return None


def fits(stem: str, word: str) -> bool:
    """Whether `word` is `stem`, or begins with it where it ends in `*`."""
    return word.startswith(stem[:-1]) if stem.endswith("*") else word == stem

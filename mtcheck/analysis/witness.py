"""source words -> whether a pattern of an entry stands among them: the source as the witness of a calque.

A pattern is a row of folded words (small letters, no accents): `revien*|reven* sur`, `prime {0-3} euros`. `*` ends a
stem, `|` parts alternatives, `{0-3}` is a gap of that many words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from mtcheck.lang.accents import without_accents

WORD = re.compile(r"[^\W\d_]+|\d[\d.,\u00a0\u202f]*\d|\d")
"""A word or a number: « a-t-elle », « l’État » and `doesn’t` are several words here."""
_GAP = re.compile(r"\{(\d)-(\d)\}")

Pattern = Sequence[Any]
"""Items: a list of alternatives, or a pair of numbers for a gap."""


def folded(word: str) -> str:
    """The word in small letters without accents: `Élysée` -> `elysee`, `œuvre` -> `oeuvre`."""
    return without_accents(word.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss"))


@lru_cache(maxsize=256)
def source_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """(folded word, start, end) of every word and number of a passage's source side."""
    return tuple((folded(match.group()), match.start(), match.end()) for match in WORD.finditer(text))


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


def all_places(patterns: Sequence[Pattern], words: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Where patterns stand, in order: (number of the first word, number after the last), one for each first word."""
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


_ASIDE = re.compile(r"\([^()]*\)")
_LITTLE = frozenset(
    """
    le la les l un une des du de d a au aux en se s qui que qu il elle on ne pas et ou sur dans par pour avec son sa ses
    leur y est c ce n etre avoir aller voir faire pouvoir devoir savoir mettre quelqu chose quelque el los las una del
    al con por para su sus lo o gli i un uno una della dei di da che si ser estar ter haver der die das den dem ein eine
    einen zu im am von mit het een van te op in ist sein haben wird werden hebben zijn worden essere avere fare haber
    hacer tener estar
    """.split()
)
_STRONG = (
    ("venir", ("vien", "ven", "vin")),
    ("tenir", ("tien", "ten", "tin")),
    ("prendre", ("pren", "pri")),
    ("mettre", ("met", "mis", "mi")),
    ("cevoir", ("cev", "coi", "cu")),
)


def stems_of(source: str) -> list[list[str]]:
    """The source words that an entry names, as the beginnings that their forms have; little words say nothing.

    `assister à (une hausse)` -> [["assist"]]. What stands in brackets is an example of the object, and is left out.
    Forms that have no beginning in common are parted by bars: `bekommen|bekam`.
    """
    stems = []
    for part in _ASIDE.sub(" ", source).split():
        if "|" in part:
            stems.append([stem for word, _, _ in source_words(part) for stem in _beginnings(word)])
        else:
            stems += [_beginnings(word) for word, _, _ in source_words(part) if word not in _LITTLE]
    return stems


def _beginnings(word: str) -> list[str]:
    for ending, forms in _STRONG:
        if word.endswith(ending):
            return [word.removesuffix(ending) + form for form in forms]
    if word.endswith(("er", "ar", "en")) and len(word) > 4:
        return [word[:-2]]
    if word.endswith(("ir", "re", "or")) and len(word) > 4:
        return [word[: max(3, len(word) - 3)]]
    return [word.rstrip("sx") if len(word) <= 4 else word[: max(4, len(word) - 2)]]

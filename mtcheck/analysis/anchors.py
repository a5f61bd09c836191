"""a compiled word pattern -> the words one of which every match contains, and how far from its start they stand.

Looking such words up is how a pattern costs nothing where it cannot match: packs are indexed by them when they are
compiled, conditions look them up in a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from mtcheck.typed import Any, NamedTuple

Element = Sequence[Any]

_WIDE = {"name": (1, 6), "np": (1, 8), "start": (0, 0), "end": (0, 0), "clause": (0, 0)}
"""Classes that cover none or several tokens."""


class Anchor(NamedTuple):
    """One of `words` stands `low` to `high` tokens after the start of every match."""

    words: tuple[str, ...]
    low: int
    high: int


class Window(NamedTuple):
    """One of `words` stands in this range of tokens, counted from the start of a match."""

    words: frozenset[str]
    start: int
    end: int


def anchor_of(pattern: Iterable[Element], often: Callable[[Sequence[str]], float]) -> Anchor | None:
    """The anchor of which `often` says least, the first of equals; None where no word must occur."""
    best: tuple[float, Anchor] | None = None
    low = high = 0
    for element in pattern:
        found = _obligatory(element, often)
        if found:
            cost = often(found.words)
            if best is None or cost < best[0]:
                best = cost, Anchor(found.words, low + found.low, high + found.high)
        least, most = width(element)
        low, high = low + least, high + most
    return best[1] if best else None


def _obligatory(element: Element, often: Callable[[Sequence[str]], float]) -> Anchor | None:
    """Words one of which `element` always contains, and how far inside it they stand."""
    kind = element[0]
    if kind == "w":
        return Anchor(tuple(sorted(element[1])), 0, 0)
    if kind == "X":
        return Anchor((element[1].lower().replace("’", "'"),), 0, 0)
    if kind != "a":
        return None
    ways = [anchor_of(way, often) for way in element[1:]]
    known = [way for way in ways if way is not None]
    if len(known) < len(ways):
        return None
    words = {word for way in known for word in way.words}
    return Anchor(tuple(sorted(words)), min(way.low for way in known), max(way.high for way in known))


def obligatory(pattern: Iterable[Element]) -> tuple[Window, ...]:
    """What every match has besides, the narrowest window first."""
    low = high = 0
    found = []
    for element in pattern:
        anchor = _obligatory(element, len)
        if anchor is not None:
            found.append(Window(frozenset(anchor.words), low + anchor.low, high + anchor.high + 1))
        least, most = width(element)
        low, high = low + least, high + most
    return tuple(sorted(found, key=lambda window: window.end - window.start))


def near(
    pattern: Sequence[Element], reach: tuple[int, int], anchors: Sequence[str]
) -> tuple[tuple[int, frozenset[str]], ...]:
    """The words beside the anchor of a pattern, whose distance from it is known: how far away, and which they are.

    `reach` tells which element the anchor is. Nothing is known of one inside an alternative.
    """
    low = high = 0
    for number, element in enumerate(pattern):
        if element[0] == "w" and (low, high) == reach and all(word in element[1] for word in anchors):
            return (*_beside(pattern[number + 1 :], 1), *_beside(pattern[:number][::-1], -1))
        least, most = width(element)
        low, high = low + least, high + most
    return ()


def _beside(elements: Iterable[Element], step: int) -> Iterator[tuple[int, frozenset[str]]]:
    at = 0
    for element in elements:
        if width(element) != (1, 1) or element[0] in "?ag":
            return
        at += step
        if element[0] == "w":
            yield at, frozenset(element[1])


def width(element: Element) -> tuple[int, int]:
    """How many tokens an element covers at least and at most."""
    kind = element[0]
    if kind == "g":
        return element[1], element[2]
    if kind == "c":
        return _WIDE.get(element[1], (1, 1))
    if kind == "?":
        return 0, width(element[1])[1]
    if kind == "a":
        sums = [[sum(bounds) for bounds in zip(*(width(part) for part in way), strict=True)] for way in element[1:]]
        return min(least for least, _ in sums), max(most for _, most in sums)
    return 1, 1

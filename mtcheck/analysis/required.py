"""a regular expression -> strings of which every match contains one: what to look for before it is run.

Python's engine tries a pattern at every place of a text; looking for a string is a hundred times faster. The
method is that of Google Code Search (R. Cox, Regular Expression Matching with a Trigram Index, 2012), with whole
strings for trigrams. It reads the parse tree of the standard library, and returns nothing where it is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import prod
from typing import Any, NamedTuple

LINE, NEAR, FAR = 0, 1, 2
"""How far a match and what it looks at can reach: within its line, over white space, anywhere."""

_MOST = 24
"""Alternatives that are still worth looking for one by one."""
_COMMON = 0.004
"""A string that stands every 250 characters or more often sorts out too little."""
_SHARES = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.065, "o": 0.06, "i": 0.06, "n": 0.06, "s": 0.055, "r": 0.05, "h": 0.04,
    "l": 0.035, "d": 0.035, "c": 0.025, "u": 0.023, "m": 0.02, "f": 0.018, "p": 0.017, "g": 0.016, "w": 0.015,
    "y": 0.015, "b": 0.012, ",": 0.01, ".": 0.011, "v": 0.008, "k": 0.006, "-": 0.003,
}  # fmt: skip
"""How often a character stands in English news; any other one about once in 1,000."""
_TOGETHER = 0.65
"""Characters do not come together by chance: words are this power of what their letters would make them."""

_PASSIVE = {"AT", "ASSERT_NOT"}


class Required(NamedTuple):
    """`signs`: every match contains one of them; empty: nothing is known. `reach` is LINE, NEAR or FAR."""

    signs: tuple[str, ...]
    reach: int


def required(parsed: Any, flags: int) -> Required:
    """What a parsed pattern (`re._parser.parse`) requires of a text."""
    if flags & re.IGNORECASE:
        return Required((), FAR)
    found = _sequence(parsed)
    signs = _better(found.exact, found.need)
    return Required(tuple(sorted(signs or ())), _reach(parsed, flags))


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set whose strings are rarer; None for sets that help nothing."""
    useful = [signs for signs in (one, other) if signs and "" not in signs and _share(signs) < _COMMON]
    return min(useful, key=_share, default=None)


def _share(signs: Iterable[str]) -> float:
    """About how many of the signs begin at a place of running text; looking for each costs a little too."""
    return sum(map(_share_of, signs))


@cache
def _share_of(sign: str) -> float:
    return prod(map(_often, sign)) ** (_TOGETHER if len(sign) > 1 else 1) * _apart(sign) + 1e-6


@cache
def _often(char: str) -> float:
    share = _SHARES.get(char.lower(), 0.001)
    return share * 0.04 + 0.0005 if char.isupper() else share


def _apart(sign: str) -> float:
    """Spaces stand behind marks: a mark behind a space or a mark is rare."""
    return 0.02 ** sum(
        (after in ".,;:!?)]%-" and not before.isalnum()) or before + after == "- " for before, after in pairwise(sign)
    )


class Found(NamedTuple):
    """What an element can match: all its strings, where they are few; strings of which it must contain one; and
    those of which one is its end."""

    exact: frozenset[str] | None
    need: frozenset[str] | None
    tail: frozenset[str] = frozenset([""])


_NOTHING = Found(None, None)


def _sequence(items: Iterable[Any]) -> Found:
    whole, best = True, None
    run: frozenset[str] = frozenset([""])
    for code, value in items:
        op = str(code)
        if op in _PASSIVE:
            continue
        element = _element(op, value)
        best = _better(best, element.need)
        if op == "ASSERT":
            best, whole = _better(best, _joined(run, element.exact) if value[0] > 0 else element.exact), False
            if value[0] < 0 and run == {""}:
                run = element.tail  # what stands before goes on into what comes next
            continue
        joined = _joined(run, element.exact)
        if joined is None:
            best, whole = _better(best, run), False
            run = element.exact or element.tail
        else:
            run = joined
    return Found(run if whole else None, _better(best, run), run)


def _joined(run: frozenset[str], exact: frozenset[str] | None) -> frozenset[str] | None:
    """What two elements match together, where that is known and not too much."""
    if exact is None or len(run) * len(exact) > _MOST:
        return None
    return frozenset(before + after for before in run for after in exact)


def _element(op: str, value: Any) -> Found:
    if op == "LITERAL":
        return Found(frozenset([chr(value)]), None)
    if op == "IN":
        return Found(_members(value), None)
    if op == "SUBPATTERN":
        return _NOTHING if value[1] & re.IGNORECASE else _sequence(value[3])
    if op == "ASSERT":
        return _sequence(value[1])
    if op == "ATOMIC_GROUP":
        return _sequence(value)
    if op == "BRANCH":
        return _branch([_sequence(way) for way in value[1]])
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, inner = value
        found = _sequence(inner)
        if low == high == 1:
            return found
        if low == 0:
            return Found(found.exact | {""}, None) if high == 1 and found.exact is not None else _NOTHING
        return Found(None, _better(found.exact, found.need), found.exact or found.tail)
    return _NOTHING


def _members(items: Sequence[Any]) -> frozenset[str] | None:
    """The characters of a small class."""
    chars: set[str] = set()
    for op, value in items:
        if str(op) == "LITERAL":
            chars.add(chr(value))
        elif str(op) == "RANGE" and value[1] - value[0] < _MOST:
            chars |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(chars) if len(chars) <= _MOST else None


def _branch(ways: Sequence[Found]) -> Found:
    """Alternatives: one of any way's strings, where every way has some."""
    exact = frozenset[str]().union(*(way.exact for way in ways if way.exact is not None))
    few = all(way.exact is not None for way in ways) and len(exact) <= 4 * _MOST
    each = [_better(way.exact, way.need) for way in ways]
    need = frozenset[str]().union(*(signs for signs in each if signs is not None)) if all(each) else None
    tail = frozenset[str]().union(*(way.exact or way.tail for way in ways))
    return Found(exact if few else None, need if need is None or len(need) <= 4 * _MOST else None, tail)


def _reach(items: Iterable[Any], flags: int, repeated: bool = False) -> int:
    """How far the pattern, with what it looks ahead at, can go beyond a line."""
    reach = LINE
    for op, value in items:
        reach = max(reach, _element_reach(str(op), value, flags, repeated))
    return reach


def _element_reach(op: str, value: Any, flags: int, repeated: bool) -> int:
    if op == "LITERAL":
        return NEAR if value == 10 else LINE
    if op == "IN":
        taken = _newline(value)
        return LINE if not taken else NEAR if _blank(value) or not repeated else FAR
    if op == "NOT_LITERAL":
        return LINE if value == 10 else FAR if repeated else NEAR
    if op == "ANY":
        return LINE if not flags & re.DOTALL else FAR if repeated else NEAR
    if op == "AT":
        at_end = str(value) == "AT_END_STRING" or (str(value) == "AT_END" and not flags & re.MULTILINE)
        return FAR if at_end else LINE
    if op in ("ASSERT", "ASSERT_NOT"):
        return LINE if value[0] < 0 else _reach(value[1], flags, repeated)
    if op == "SUBPATTERN":
        return _reach(value[3], flags, repeated) if not value[1] | value[2] else FAR
    if op == "ATOMIC_GROUP":
        return _reach(value, flags, repeated)
    if op == "BRANCH":
        return max(_reach(way, flags, repeated) for way in value[1])
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _reach(value[2], flags, repeated or value[1] > 2)
    return LINE if op == "GROUPREF" else FAR


def _newline(items: Sequence[Any]) -> bool:
    """Whether a class contains the line break."""
    negated = str(items[0][0]) == "NEGATE"
    taken = any(
        (str(op) == "LITERAL" and value == 10)
        or (str(op) == "RANGE" and value[0] <= 10 <= value[1])
        or (str(op) == "CATEGORY" and str(value) in _NEWLINE_CATEGORIES)
        for op, value in items
    )
    return taken != negated


_NEWLINE_CATEGORIES = {"CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT"}


def _blank(items: Sequence[Any]) -> bool:
    """Whether a class is white space (perhaps with a few marks) and nothing that words are made of."""
    return all(
        (str(op) == "CATEGORY" and str(value) == "CATEGORY_SPACE")
        or (str(op) == "LITERAL" and not chr(value).isalnum())
        for op, value in items
    )

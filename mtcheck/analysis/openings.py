"""a parsed pattern -> its code, with the characters that a match can begin with where Python would not work them out.

Python's engine skips to the next such character, many times faster than it tries a pattern, but knows them only of
patterns that begin with one. Ours begin with what stands before a word: `\\b`, `(?<!\\w)`. These consume nothing, so a
match of them too begins with a character of what follows. Only the search is told; the pattern itself stays the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

_BETWEEN = {"AT", "ASSERT", "ASSERT_NOT"}
"""Consume nothing."""
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_MOST = 0.5
"""Share of running text from which skipping what cannot begin a match no longer pays."""
_LETTERS = dict(
    zip(" etaoinshrldcumfpgwybv", (17, 10, 8, 7, 6, 6, 6, 6, 5, 5, 4, 4, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1), strict=True)
)
"""How many in a hundred characters of English are that one."""
Charset = list[tuple[Any, Any]]


def code_of(parsed: Any, flags: int) -> list[int]:
    """What `re._compiler._code` makes. Raises AttributeError in an interpreter that keeps its parts elsewhere."""
    compiler = sys.modules["re._compiler" if sys.version_info >= (3, 11) else "sre_compile"]
    code: list[int] = compiler._code(parsed, flags)
    flags |= parsed.state.flags
    told = code[2] if code[0] == compiler.INFO else 0
    if told or flags & (re.IGNORECASE | re.LOCALE):
        return code
    opening = _opening(parsed.data)
    if opening is None or _share(opening) > _MOST:
        return code
    low, high = parsed.getwidth()
    info: list[int] = []
    charset, cased = compiler._optimize_charset(opening)
    if cased:
        return code
    compiler._compile_charset(charset, flags, info)
    most = compiler.MAXCODE
    head = [compiler.INFO, 4 + len(info), compiler.SRE_INFO_CHARSET, min(low, most), min(high, most), *info]
    return [*map(int, head), *code[1 + code[1] :]]  # in place of the block that the code begins with


def _opening(items: Iterable[Any]) -> Charset | None:
    """The characters that a match can begin with; None where these are not known, or it can be empty."""
    found: Charset = []
    for op, given in items:
        kind = str(op)
        if kind in _BETWEEN:
            continue
        if kind in _REPEATS:
            least, _, inside = given
            first, optional = _opening(inside), least == 0
        else:
            first, optional = _first(kind, op, given), False
        if first is None or any(str(what) == "NEGATE" for what, _ in first):
            return None
        found += first
        if not optional:
            return found
    return None


def _first(kind: str, op: Any, given: Any) -> Charset | None:
    if kind == "LITERAL":
        return [(op, given)]
    if kind == "IN":
        return list(given)
    if kind == "SUBPATTERN" and not given[1] and not given[2]:
        return _opening(given[3])
    if kind == "BRANCH":
        ways = [_opening(way) for way in given[1]]
        return None if any(way is None for way in ways) else [item for way in ways for item in way or ()]
    return None


def _share(charset: Charset) -> float:
    """About what share of running English these characters are."""
    chars = {char for what, which in charset for char in _common(what, which)}
    return sum(_LETTERS.get(char, 0.1) for char in chars) / 100


def _common(what: Any, which: Any) -> Iterator[str]:
    """The characters of `_LETTERS` and of ASCII that an item of a set stands for."""
    kind = str(what)
    if kind == "LITERAL":
        yield chr(which)
    elif kind == "RANGE":
        yield from map(chr, range(which[0], min(which[1], 0x2FF) + 1))
    elif str(which) in ("CATEGORY_WORD", "CATEGORY_NOT_SPACE", "CATEGORY_NOT_DIGIT"):
        yield from _LETTERS
    elif str(which) == "CATEGORY_SPACE":
        yield " "

"""Regular expressions compiled on first use, and run only where they can match.

A rule that never runs must not pay for its pattern, nor one that cannot match: with a pattern stand the strings of
which every match has one (`required`). It is not even loaded for a text that has none of them, and reads only the
lines of a long text that do. `codes` keeps what was compiled.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from mtcheck.analysis.codes import assembled, row_of, shipped_signs, signs_of
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import Match, Pattern

    from mtcheck.analysis.scan import Scan

_WORD = 200
"""Code points that a word has at most, with all that is glued to it."""
_SHORT = 400
"""Code points up to which a text is not worth asking for signs first."""
_LONG = 8_000
"""Code points from which a text is looked through for all signs at once; making ready for that takes a while."""


class Regex:
    """A pattern with the methods of `re.Pattern`; its code is loaded when it first has something to read."""

    __slots__ = ("_pattern", "expression", "flags", "reach", "signs")

    def __init__(self, expression: str, flags: int):
        self.expression = expression
        self.flags = flags
        self.signs, self.reach = signs_of(expression, flags)
        self._pattern: Pattern[str] | None = None

    @property
    def pattern(self) -> Pattern[str]:
        """The compiled pattern itself."""
        if self._pattern is None:
            self._pattern = assembled(self.expression, self.flags, row_of(self.expression, self.flags))
        return self._pattern

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Match[str] | None:
        return (self._pattern or self.pattern).match(text, pos, endpos)

    def fullmatch(self, text: str) -> Match[str] | None:
        return (self._pattern or self.pattern).fullmatch(text)

    def sub(self, new: str | Callable[[Match[str]], str], text: str) -> str:
        return (self._pattern or self.pattern).sub(new, text)

    def findall(self, text: str) -> list[Any]:
        return (self._pattern or self.pattern).findall(text)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Match[str] | None:
        if self.signs and not pos and len(text) > _SHORT and not _any(self.signs, text):
            return None
        return (self._pattern or self.pattern).search(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[Match[str]]:
        if not self.signs or pos or endpos != sys.maxsize or len(text) <= _SHORT:
            return (self._pattern or self.pattern).finditer(text, pos, endpos)
        return self.with_signs(text, self.signs)

    def with_signs(self, text: str, signs: Iterable[str]) -> Iterator[Match[str]]:
        """The matches in `text`, each of which has one of `signs`."""
        if not _any(signs, text):
            return iter(())
        if self.reach or len(text) <= _SHORT:
            return self.pattern.finditer(text)
        return self._in_lines(text, signs)

    def _in_lines(self, text: str, signs: Iterable[str]) -> Iterator[Match[str]]:
        """The matches line by line, for a pattern that sees no further."""
        pattern = self.pattern
        for start, end in _lines_with(signs, text):
            yield from pattern.finditer(text, start, end)

    def near(self, hint: str, text: str) -> Iterator[Match[str]]:
        """The matches in `text`, each of which has one of the pattern `hint` in it.

        Both begin within one word; what the pattern looks ahead at ends with the word where the hint ends.
        """
        done = 0
        for found in rx(hint).finditer(text):
            at = found.start()
            if at < done:
                continue
            low = max(done, at - _WORD)
            start = max(low, text.rfind(" ", low, at) + 1, text.rfind("\n", low, at) + 1)
            ends = [end for end in (text.find(" ", found.end()), text.find("\n", found.end())) if end >= 0]
            done = min(ends, default=len(text))
            yield from self.pattern.finditer(text, start, done)


_scan: Scan | None = None


def expect(text: str) -> str:
    """`text`, which many patterns are going to read."""
    global _scan
    if len(text) > _LONG:
        from mtcheck.analysis.scan import Scan, gather

        gather(shipped_signs())
        gather(sign for pattern in _made for sign in pattern.signs)
        _scan = Scan(text)
    return text


def _any(signs: Iterable[str], text: str) -> bool:
    scan = _scan
    if scan is not None and scan.text is text:
        return scan.any(signs)
    for sign in signs:  # noqa: SIM110 - a generator takes twice as long, and every pattern asks
        if sign in text:
            return True
    return False


def _lines_with(signs: Iterable[str], text: str) -> list[tuple[int, int]]:
    """The lines that have one of `signs`, in order, each with its line break; lines that touch are one stretch."""
    size, scan = len(text), _scan
    if scan is not None and scan.text is text:
        starts = {text.rfind("\n", 0, at) + 1 for at in scan.places(signs)}
    else:
        starts = {start for sign in signs for start in _lines_of(sign, text)}
    stretches: list[tuple[int, int]] = []
    for start in sorted(starts):
        end = text.find("\n", start) + 1 or size
        if stretches and stretches[-1][1] == start:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


def _lines_of(sign: str, text: str) -> Iterator[int]:
    """Where the lines that have `sign` begin."""
    at = text.find(sign)
    while at >= 0:
        yield text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        at = text.find(sign, end) if end >= 0 else -1


_made: list[Regex] = []


@cache
def rx(expression: str, flags: int = 0) -> Regex:
    """The pattern; only for those written in the code, since each is kept for good."""
    _made.append(Regex(expression, flags))
    return _made[-1]


def made() -> list[Regex]:
    """Every pattern of this run so far."""
    return list(_made)


def spelt(word: str, text: str, before: str, after: str) -> Iterator[Span]:
    """Where `word` stands in `text` between what a look-behind and a look-ahead allow.

    A pattern for each word would have to be compiled each time.
    """
    left, right = rx(before), rx(after)
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        fits = left.match(text, at) is not None and right.match(text, end) is not None
        if fits:
            yield Span(at, end)
        at = text.find(word, end if fits else at + 1)


def matches(expression: str, text: str, signs: Iterable[str], flags: int = 0) -> Iterator[Match[str]]:
    """The matches of a pattern in `text`, each of which has one of `signs` in it: only their lines are read."""
    signs = tuple(signs)
    if _scan is not None:
        from mtcheck.analysis.scan import gather

        gather(signs)
    return rx(expression, flags).with_signs(text, signs)

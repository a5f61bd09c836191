"""text -> the parts that it is read in: whole where it is an article, else a few pages at a time.

What a rule costs may grow faster than the text it sees; what a text costs must not. So a long text is read
in parts, each with a little of its surroundings. A part's findings are those that begin in it.

Where a text is cut depends on the words that follow (content-defined chunking, after A. Muthitacharoen et al., A
Low-bandwidth Network File System, 2001): a repair moves the cuts behind it along, and all other parts stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.text import Span
from mtcheck.typed import NamedTuple

WHOLE = 60_000
"""Code points up to which a text is read at once: about 10,000 words, more than any article has."""
PART = 30_000
"""Code points of a part at most: enough to show how its writer sets quotations and whom it is about."""
AROUND = 2_000
"""Code points on each side that a part's rules see as well: no sentence is longer, few paragraphs are."""
_HEAD = 24
"""Code points behind a cut that choose it."""
_ENDS = ("\n\n", "\n", ". ", " ")
"""Where a text may be cut, best first."""


class Part(NamedTuple):
    """A stretch of a text: what it is answerable for, and what its rules see."""

    own: Span
    seen: Span

    def owns(self, at: int) -> bool:
        """Whether what begins at `at`, counted from where `seen` begins, is this part's to report."""
        return self.own.start <= at + self.seen.start < self.own.end


def parts(text: str) -> Iterator[Part]:
    """The parts of `text`, in order; what they own tiles it (the last one owns the place behind it too)."""
    size = len(text)
    if size <= WHOLE:
        yield from whole(text)
        return
    start = 0
    while start < size:
        end = size if size - start <= PART else _cut(text, start + PART // 2, start + PART)
        first = _first_cut(text, start - AROUND, start) if start > AROUND else 0
        last = _last_cut(text, end, end + AROUND) if end + AROUND < size else size
        yield Part(Span(start, end if end < size else size + 1), Span(first, last))
        start = end


def _cut(text: str, low: int, high: int) -> int:
    """The place to cut between `low` and `high`: of the best sort, where what follows has the least checksum."""
    from zlib import crc32  # a short text is not cut

    for end in _ENDS:
        places = []
        at = text.find(end, low, high)
        while at >= 0:
            places.append(at + len(end))
            at = text.find(end, at + len(end), high)
        if places:
            return min(places, key=lambda place: crc32(text[place : place + _HEAD].encode("utf-8", "surrogatepass")))
    return high


def _last_cut(text: str, low: int, high: int) -> int:
    """The last good place to cut between `low` and `high`, just after one of the ends; `high` where there is none."""
    for end in _ENDS:
        found = text.rfind(end, low, high)
        if found >= low:
            return found + len(end)
    return high


def _first_cut(text: str, low: int, high: int) -> int:
    """The first good place to cut between `low` and `high`; `low` where there is none."""
    for end in _ENDS:
        found = text.find(end, low, high)
        if 0 <= found < high - len(end):
            return found + len(end)
    return low


def whole(text: str) -> Iterator[Part]:
    """All of `text` as one part."""
    yield Part(Span(0, len(text) + 1), Span(0, len(text)))

"""text -> tokens with offsets, for matching word patterns: words, clitics, numbers, marks, paragraph breaks.

`he’s` is two tokens, `don’t`, `far-right` and `O’Brien` are one. Every token's lower-case form has a
straight apostrophe, whichever the text has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property, lru_cache

from mtcheck.analysis.regex import rx

WORD, NUMBER, MARK, BREAK = "w", "n", "m", "b"

_TOKEN = (
    r"(?P<w>[’'](?i:s|ve|re|ll|d|m)\b|[^\W\d_]+(?:[’'-](?!(?:s|ve|re|ll|d|m)\b)[^\W\d_]+)*|\d+(?:-[^\W\d_]+)+)"
    r"|(?P<n>\d[\d.,]*\d|\d)|(?P<b>(?<!\s)\s*\n\s*)|(?P<m>[^\w\s]|_)"
)
_ENDERS = frozenset(".!?…")
LONGEST = 250
"""Tokens of a sentence that are looked at on either side: what runs on for longer, without a stop, is none, and reading
all of it for each of its words would take the square of its length."""
_ABBREVIATED = frozenset("mr mrs ms dr st jr sr m mm mme vs no gen gov sen rep col lt etc".split())


class Tokens:
    """The tokens of a text, column by column; offsets are code points."""

    def __init__(
        self,
        text: str,
        starts: tuple[int, ...],
        ends: tuple[int, ...],
        lows: tuple[str, ...],
        kinds: tuple[str, ...],
    ):
        self.text = text
        self.starts = starts
        self.ends = ends
        self.lows = lows
        self.kinds = kinds

    def __len__(self) -> int:
        return len(self.starts)

    def surface(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        """Whether token `at` begins with a capital letter."""
        return self.text[self.starts[at]].isupper()

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Every lower-case word with the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for at, low in enumerate(self.lows):
            found.setdefault(low, []).append(at)
        return found

    def where(self, words: Iterable[str]) -> list[int]:
        """The tokens that are one of `words` (lower case), in order."""
        places = self.places
        return sorted(at for word in words if word in places for at in places[word])

    def ends_sentence(self, at: int) -> bool:
        """Whether the sentence is over after token `at`: a break, or a stop that no small letter follows."""
        if self.kinds[at] == BREAK:
            return True
        if self.lows[at] not in _ENDERS:
            return False
        before = self.lows[at - 1] if at else ""
        initial = len(before) == 1 and self.kinds[at - 1] == WORD
        if self.lows[at] == "." and at and (initial or before in _ABBREVIATED):
            hour = before == "m" and at > 2 and self.lows[at - 2] == "." and self.lows[at - 3] in ("a", "p")
            if not hour:
                return False
        after = self._past_marks[at]
        return after >= len(self.kinds) or self.kinds[after] != WORD or self.capital(after)

    def starts_sentence(self, at: int) -> bool:
        """Whether token `at` is the first word of a sentence or of a quotation."""
        before = at - 1
        while before >= 0 and self.lows[before] in "“”\"«‘'([—–-•*":
            before -= 1
        if before < 0 or self.ends_sentence(before):
            return True
        return before < at - 1 and self.lows[at - 1] in '“"«‘'

    def sentence(self, first: int, last: int) -> tuple[int, int]:
        """The half-open token range of the sentence around tokens `first` to `last`; no further than LONGEST goes."""
        ends = self.sentence_ends
        before, after = bisect_left(ends, first), bisect_left(ends, last - 1)
        end = last
        if last < len(self.lows):
            end = ends[after] + 1 if after < len(ends) else len(self.lows)
        return max(ends[before - 1] + 1 if before else 0, first - LONGEST), min(end, last + LONGEST)

    def opening(self, at: int) -> int:
        """The first word of the sentence around token `at`; `at` itself where no word stands before it."""
        first = self.sentence(at, at + 1)[0]
        while first < at and self.kinds[first] != WORD:
            first += 1
        return first

    @cached_property
    def quoted(self) -> list[bool]:
        """Of each token whether it stands inside a quotation of its paragraph: opened, not yet closed."""
        found, inside = [], False
        for low, kind in zip(self.lows, self.kinds, strict=True):
            inside = inside and kind != BREAK
            found.append(inside)
            if low == '"':
                inside = not inside
            elif low in "“«„”»":
                inside = low in "“«„"
        return found

    @cached_property
    def topics(self) -> dict[int, tuple[object, bool]]:
        """By its identity each pattern that was looked for in the whole text, and whether it is there."""
        return {}

    @cached_property
    def _past_marks(self) -> list[int]:
        """Of each token the next one that is no mark: a row of stops is gone through once, not from each of them."""
        found = [len(self.kinds)] * len(self.kinds)
        for at in range(len(found) - 1, 0, -1):
            found[at - 1] = found[at] if self.kinds[at] == MARK else at
        return found

    @cached_property
    def sentence_ends(self) -> list[int]:
        """The tokens after which a sentence is over, in order."""
        kinds = self.kinds
        return [
            at for at, low in enumerate(self.lows) if (kinds[at] == BREAK or low in _ENDERS) and self.ends_sentence(at)
        ]


@lru_cache(maxsize=4)
def tokens_of(text: str) -> Tokens:
    """The tokens of `text`; the last few texts are remembered, since every family of a pack asks for them."""
    found = list(rx(_TOKEN).finditer(text))
    starts = tuple([match.start() for match in found])
    ends = tuple([match.end() for match in found])
    kinds = tuple([match.lastgroup or MARK for match in found])
    low = text.lower()
    if len(low) == len(text):
        low = low.replace("’", "'")
        lows = tuple([low[start:end] for start, end in zip(starts, ends, strict=True)])
    else:  # a letter of which the small one takes two code points
        lows = tuple([match.group().lower().replace("’", "'") for match in found])
    return Tokens(text, starts, ends, lows, kinds)

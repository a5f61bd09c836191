"""text -> the quotation marks in it, each with what stands on its two sides.

Nothing is decided here; `quotations` does that.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from mtcheck.analysis.regex import matches, rx
from mtcheck.typed import NamedTuple

OPENING = "“„«‟"
CLOSING = "”»"
DOUBLE = OPENING + CLOSING + '"'
GUILLEMETS = "«»"
SINGLE = "‘’'‚‹›"
SINGLE_OPENING = "‘‚‹"
STOPS = ".!?…"


_APOSTROPHE_AFTER = r"(?:s|t|re|ve|ll|d|m|em|all|clock|n|er|am|ye)\b"
"""What follows an apostrophe inside an English word."""

_CLIPPED = frozenset("til tis twas bus em cause n round bout neath phone flu cello tec burbs hood kay".split())
"""Words whose first letters an apostrophe replaces: ’til, ’bus, rock ’n’ roll."""

_MASKED = (
    r"`[^`\n]+`|(?:https?|ftp)://[^\s<>”“\"]+|\bwww\.[^\s<>”“\"]+"
    r"|(?<!\w)=[A-Za-z]\w*\([^()\n]*\)(?:[-+*/][A-Za-z]\w*\([^()\n]*\))*"
    r"|<[a-zA-Z/!](?:[^<>\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*>|[\w$)\]]=\"[^\"\n]*\"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+"
)
"""Code, addresses, formulas, mark-up and key="value": quotation marks in there are not prose."""
_MASKS = ("`", "://", "<", "=", "@", "www.")
"""Each of them has one of these."""


class Mark(NamedTuple):
    """One mark. `left` and `right` name the kind of its neighbours (see `_left`, `_right`)."""

    at: int
    char: str
    left: str
    right: str

    @property
    def double(self) -> bool:
        return self.char not in SINGLE


@lru_cache(maxsize=2)
def masked(text: str) -> Sequence[tuple[int, int]]:
    """Stretches of `text` that are code, addresses or mark-up, in order; many rules ask for those of one text."""
    return tuple([m.span() for m in matches(_MASKED, text, _MASKS)])


def hidden(holes: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch that `masked` found has a character of `start:end`."""
    last = bisect_left(holes, (end,)) - 1
    return last >= 0 and start < holes[last][1]


def strays(text: str) -> Sequence[tuple[int, int]]:
    """Marks that belong to nothing, each with the space before it: an opening one between a closing one and a stop.

    `“the last bus” “ .` has one pair too much of which half is left; `the last bus » “ .` has two halves.
    """
    found = []
    for stray in matches(_STRAY, text, ("“", "«", "„")):
        line = text[text.rfind("\n", 0, stray.start()) + 1 : stray.start(1)]
        marks = sum(char in DOUBLE for char in line)
        if marks % 2 == 0:
            found.append(stray.span(1))
        elif marks == 1:
            found.append(stray.span())
    return found


_STRAY = r"[ \u00a0]?[”»]([ \u00a0]?[“«„])(?=[ \u00a0]?(?:[.,;:](?![\w.])|\n|$))"


def find_marks(text: str) -> list[Mark]:
    """Every double mark, and every single one that may be more than an apostrophe."""
    singles = rx(r"[‘‹]|(?<![\w.!?…,”\"’'])[’'‚](?=\w)|[\w.!?…]’(?=”)|[.!?…]’(?= )").search(text) is not None
    expression = r"[“„«‟”»\"‘’'‚‹›]" if singles else r"[“„«‟”»\"]"
    holes = masked(text)
    lost = {at for start, end in strays(text) for at in range(start, end)}
    marks = []
    hole = 0
    for found in rx(expression).finditer(text):
        at = found.start()
        while hole < len(holes) and holes[hole][1] <= at:
            hole += 1
        if hole < len(holes) and holes[hole][0] <= at:
            continue
        char = found.group()
        if at in lost:
            continue
        if char == "'" and "'" in (text[at - 1 : at], text[at + 1 : at + 2]):
            continue  # '' as a typewriter's double mark: its pairs are left alone
        left, right = _left(text, at), _right(text, at)
        if char in "’'" and left == "word" and right in ("lower", "upper") and _is_apostrophe(text, at):
            continue
        marks.append(Mark(at, char, left, right))
    return marks


def _is_apostrophe(text: str, at: int) -> bool:
    """A mark between two letters: don’t, O’Brien, d’Azur, l’eau; not `farm’says`."""
    if rx(_APOSTROPHE_AFTER).match(text, at + 1):
        return True
    return (
        rx(r"(?i)(?:^|\W)(?:[a-z]|qu|mc|jusqu|lorsqu|puisqu|quelqu|aujourd|presqu)$").search(text[max(at - 9, 0) : at])
        is not None
    )


def clipped(text: str, at: int) -> bool:
    """Whether a mark at `at` begins a clipped word or year: ’til, ’90s."""
    found = rx(r"(\d\ds?\b)|([a-z]+|T(?:is|was|il)\b|Em\b)").match(text, at + 1)
    return found is not None and (found.group(1) is not None or found.group(2).lower() in _CLIPPED)


def _left(text: str, at: int) -> str:
    """start, space, word, stop, comma, open, shut or mark."""
    if at == 0 or text[at - 1] == "\n":
        return "start"
    char = text[at - 1]
    if char.isspace():
        before = at - 1
        while before > 0 and text[before - 1].isspace() and text[before - 1] != "\n":
            before -= 1
        return "start" if before == 0 or text[before - 1] == "\n" else "space"
    if char.isalnum():
        return "word"
    if char in STOPS:
        return "stop"
    if char in ",;:":
        return "comma"
    if char in DOUBLE or char in SINGLE:
        return "mark"
    if char in ")]}%*€$£°":
        return "shut"
    return "open"


def _right(text: str, at: int) -> str:
    """end, space, upper, lower, digit, stop, shut, open, dash or mark."""
    after = at + 1
    if after >= len(text) or text[after] == "\n":
        return "end"
    char = text[after]
    if char.isspace():
        while after < len(text) and text[after].isspace() and text[after] != "\n":
            after += 1
        return "end" if after >= len(text) or text[after] == "\n" else "space"
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "upper" if char.isupper() else "lower"
    if char in DOUBLE or char in SINGLE:
        return "mark"
    if char in "….,;:!?":
        return "dots" if text.startswith(("…", "..."), after) else "stop"
    if char in ")]}%*":
        return "shut"
    if char in "([{€$£#@&":
        return "open"
    return "dash"

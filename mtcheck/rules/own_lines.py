"""the `[residue]` of an own pack (docs/own-rules.md) -> whole lines that a site puts into its pages, taken out.

`#` stands for a number, `*` for anything: `# readers are on line`, `Photo: *`. A line has to fit from its first
character to its last; one made only of wildcards would take everything, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mtcheck.analysis.layout import whole_lines
from mtcheck.analysis.minilanguage import PackError
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.rules import Example

ENTRY = "residue"
"""What findings are called after the pack: `gazette:residue`."""
LONGEST = 300
"""Characters. No longer line is furniture, and none is compared."""
_KEYS = {"lines", "safety"}
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"\d(?:[.,:/ \u202f-]?\d)*")
_AROUND = ("The vote is on Sunday.", "The bridge will be blue.")


class Residue(NamedTuple):
    """`whole`: lines by their key; `open`: the pieces between the `*` of the others."""

    safety: Safety
    whole: frozenset[str]
    open: tuple[tuple[str, ...], ...]


def key_of(line: str) -> str:
    """A line without what differs from one day to the next: its numbers and its spaces."""
    return _NUMBER.sub("#", _SPACE.sub(" ", line.strip()))


def residue_of(table: Any) -> Residue:
    """The table of a pack. Raises PackError, which says what is wrong with it."""
    if not isinstance(table, dict) or table.keys() - _KEYS:
        raise PackError(f"[residue] has the keys {' and '.join(sorted(_KEYS))}")
    lines = table.get("lines")
    if not isinstance(lines, list) or not lines or not all(isinstance(line, str) for line in lines):
        raise PackError("[residue] needs lines, a list of strings")
    if table.get("safety", "suggest") not in ("safe", "suggest"):
        raise PackError("[residue]: safety must be safe or suggest")
    for line in lines:
        if not re.search(r"\w", line) or len(line) > LONGEST:
            raise PackError(f"[residue]: a line needs a word, and at most {LONGEST} characters: {line[:40]!r}")
    keys = [key_of(line) for line in lines]
    return Residue(
        Safety.called(table.get("safety", "suggest")),
        frozenset(key for key in keys if "*" not in key),
        tuple(tuple(key.split("*")) for key in keys if "*" in key),
    )


def examples_of(table: dict[str, Any]) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """What each line is to do, bad and good: it goes where it stands alone, and stays within a sentence."""
    first, last = _AROUND
    lines = [line.replace("#", "12").replace("*", "these words") for line in table["lines"]]
    bad = tuple(Example(f"{first}\n\n[[{line}\n\n->]]{last}") for line in lines)
    return bad, tuple(Example(f"{first} {line} {last}") for line in lines)


def speak(residue: Residue, view: View) -> Iterator[Hit]:
    """A hit for every run of such lines, with the blank lines that have to go with it."""
    gone = [_fits(residue, line.of(view.text)) for line in view.lines]
    for span in whole_lines(view.lines, gone):
        message = "this line stands in the page, not in the article"
        yield Hit(span, message, ("",), 0.97, residue.safety, entry=ENTRY)


def _fits(residue: Residue, line: str) -> bool:
    if len(line) > LONGEST:
        return False
    key = key_of(line)
    return key in residue.whole or any(_between(key, pieces) for pieces in residue.open)


def _between(key: str, pieces: Sequence[str]) -> bool:
    """Whether `key` is the pieces in this order with anything between them. Looks at every character once."""
    first, *middle, last = pieces
    if not key.startswith(first) or not key.endswith(last) or len(key) < len(first) + len(last):
        return False
    at, end = len(first), len(key) - len(last)
    for piece in middle:
        at = key.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True

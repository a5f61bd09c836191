"""Two texts -> the word-level edits between them, and how far apart they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|\s+|[^\w\s]")

TokenEdit = tuple[int, int, tuple[str, ...]]
"""Tokens start..end of the first text become these; white space counts as a token."""


def tokens(text: str) -> list[str]:
    """Words, single marks and runs of white space; they join to the text."""
    return TOKEN.findall(text)


def edits_between(before: Sequence[str], after: Sequence[str]) -> frozenset[TokenEdit]:
    """The minimal runs of tokens that differ (after ERRANT's span-based edits, without types).

    What is only taken out or only put in stands as far left as it can: a line with the break before it and the
    same line with the break behind it are one edit.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    edits = []
    free = 0
    """Where the edit before ends."""
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag != "replace":
            i1, i2, j1, j2 = _leftmost(before, after, (i1, i2, j1, j2), free)
        edits.append((i1, i2, tuple(after[j1:j2])))
        free = i2
    return frozenset(edits)


def _leftmost(
    before: Sequence[str], after: Sequence[str], edit: tuple[int, int, int, int], free: int
) -> tuple[int, int, int, int]:
    """The same deletion or insertion, moved left over the tokens that it could as well begin with."""
    i1, i2, j1, j2 = edit
    while i1 > free and before[i1 - 1] == (before[i2 - 1] if i1 < i2 else after[j2 - 1]):
        i1, i2, j1, j2 = i1 - 1, i2 - 1, j1 - 1, j2 - 1
    return i1, i2, j1, j2


def distance(before: Sequence[str], after: Sequence[str]) -> int:
    """Tokens to delete and to insert, over the part between the common ends.

    A substitution counts as both: at the price of one it would let a word that another repair changes stand in
    for a comma that is missing beside it, and the comma’s repair would seem to gain nothing.
    """
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    a, b = list(before[head:]), list(after[head:])
    while a and b and a[-1] == b[-1]:
        a.pop()
        b.pop()
    row = list(range(len(b) + 1))
    for i, token in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + 2 * (token != other))
    return row[-1]


def nearer(text: str, edited: str, reference: str) -> bool:
    """Whether every token that was changed takes the text a step towards the reference."""
    old, new, gold = tokens(text), tokens(edited), tokens(reference)
    return distance(old, gold) - distance(new, gold) == distance(old, new) > 0

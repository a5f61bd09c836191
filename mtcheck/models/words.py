"""two versions of a sentence -> the minimal edits between them, by whole words.

A model's sentence is never taken as it is: it is laid beside the original word by word, and only the runs that
differ are looked at. White space that differs between the same words is left as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from mtcheck.text import Edit, Span

URL = r"(?:https?://|www\.)[^\s“”\"«»<>]+|[\w.+-]+@[\w-]+\.[\w.]+"
NUMBER = r"\d+(?:[.,:/\u00a0\u202f]\d+)*"
WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
QUOTES = frozenset('“”„‟"«»‹›‘’‚`')
"""Marks of quotation. An apostrophe inside a word is part of the word."""
_TOKEN = re.compile(rf"{URL}|{NUMBER}|{WORD}|\S")


class Token(NamedTuple):
    """A word, a number, an address or a single mark."""

    text: str
    span: Span


class Change(NamedTuple):
    """A run of tokens that becomes another; one of the two may be empty."""

    edit: Edit
    old: tuple[str, ...]
    new: tuple[str, ...]


def tokens(text: str) -> list[Token]:
    """The tokens of `text`, without white space."""
    return [Token(match.group(), Span(*match.span())) for match in _TOKEN.finditer(text)]


def changes(before: str, after: str) -> list[Change]:
    """The edits that make the words of `after` out of `before`, left to right."""
    old, new = tokens(before), tokens(after)
    ours, theirs = ([token.text.replace("’", "'") for token in side] for side in (old, new))
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [
        Change(
            _edit(before, after, old, new, i1, i2, j1, j2),
            tuple(token.text for token in old[i1:i2]),
            tuple(token.text for token in new[j1:j2]),
        )
        for tag, i1, i2, j1, j2 in codes
        if tag != "equal"
    ]


def _edit(
    before: str, after: str, old: Sequence[Token], new: Sequence[Token], i1: int, i2: int, j1: int, j2: int
) -> Edit:
    """Tokens i1..i2 of `before` become tokens j1..j2 of `after`; spaces go and come with words."""
    if i1 < i2 and j1 < j2:
        return Edit(Span(old[i1].span.start, old[i2 - 1].span.end), after[new[j1].span.start : new[j2 - 1].span.end])
    if i1 < i2:  # lost
        if i1:
            return Edit(Span(old[i1 - 1].span.end, old[i2 - 1].span.end), "")
        return Edit(Span(old[i1].span.start, old[i2].span.start if i2 < len(old) else len(before)), "")
    at = old[i1 - 1].span.end if i1 else old[0].span.start if old else 0
    if i1:
        return Edit(Span(at, at), after[new[j1 - 1].span.end : new[j2 - 1].span.end])
    end = new[j2].span.start if j2 < len(new) else len(after)
    return Edit(Span(at, at), after[new[j1].span.start : end])


def changed_share(before: str, found: Sequence[Change]) -> float:
    """How much of a sentence the changes touch: words that go or come against all of the longer version."""
    size = len(tokens(before))
    went, came = sum(len(change.old) for change in found), sum(len(change.new) for change in found)
    longer = max(size, size - went + came)
    return max(went, came) / longer if longer else 0.0


def groups(found: Sequence[Change]) -> list[tuple[Change, ...]]:
    """Changes that belong together: a word that goes here and comes there has moved, and moves whole or not at all."""
    made: list[list[Change]] = []
    for change in found:
        joined = [group for group in made if any(_share(change, other) for other in group)]
        made = [group for group in made if not any(group is other for other in joined)]
        made.append(sorted([*(other for group in joined for other in group), change]))
    return sorted(tuple(group) for group in made)


def _share(one: Change, two: Change) -> bool:
    """Whether a word that one change takes away is one that the other brings."""
    lost, came = ({word.lower() for word in side if word[0].isalnum()} for side in (one.old, one.new))
    also_lost, also_came = ({word.lower() for word in side if word[0].isalnum()} for side in (two.old, two.new))
    return bool((lost - came) & (also_came - also_lost) or (came - lost) & (also_lost - also_came))

"""Strings of a nested file, each with its keys -> the ones to read: English prose, not names and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtcheck.formats.reader import Block, OtherLanguage, is_english, primary

LOCALES = frozenset(
    "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka ko lt lv mk ms nb nl nn no pl pt"
    " ro ru sk sl sq sr sv th tr uk ur vi zh".split()
)
"""Languages that a file of several languages is likely to have as keys."""
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
_TECHNICAL = re.compile(
    r"(?:\$.*|@.*|_?id|key|type|class|href|url|uri|src|link|path|file|icon|image|color|colour|lang|locale|slug|format"
    r"|version|date)",
    re.IGNORECASE,
)
"""Keys whose values are not prose; `@` begins what is said about a string in ARB files."""


class Entry(NamedTuple):
    """A string value: the keys on the way to it (lists have none), and its pieces."""

    keys: tuple[str, ...]
    block: Block


def chosen(entries: Sequence[Entry], tops: Iterable[str], english: bool = True) -> list[Block]:
    """The blocks to read; without `english`, of all languages.

    `tops` are the keys of the outermost mapping that hold a mapping.

    Raises:
        OtherLanguage: those keys are languages, and none of them is English.
    """
    names = list(tops)
    if english and names and all(_LOCALE.fullmatch(name) and primary(name) in LOCALES for name in names):
        if not any(map(is_english, names)):
            raise OtherLanguage(", ".join(names), "its outermost keys are languages, and en is not among them")
        entries = [entry for entry in entries if entry.keys and is_english(entry.keys[0])]
    return [entry.block for entry in entries if not _technical(entry)]


def _technical(entry: Entry) -> bool:
    if any(_TECHNICAL.fullmatch(key) for key in entry.keys):
        return True
    value = "".join(piece.plain for piece in entry.block)
    return not any(map(str.isspace, value.strip()))

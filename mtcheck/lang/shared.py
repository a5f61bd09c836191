"""entries of a pack as a person wrote them -> the same with what they take from elsewhere.

Two things are said once and not copied: a shared folder serves several languages, each with its own `source` words;
and `like` takes over the frame of a French entry that another language has too. Asked when packs are compiled, tested
or explained, never when a text is examined.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from mtcheck.lang import packs

SHARED = {"germanic": ("de", "nl"), "romance": ("es", "it", "pt")}
"""Folders of entries that several languages have in common: `source` is a table with the words of each language."""

Entry = dict[str, Any]
_QUOTED = re.compile("“([^“”]+)”")


def languages(folder: str) -> tuple[str, ...]:
    """The languages that a folder of packs serves."""
    return SHARED.get(folder, (folder,))


def entries(folder: str, family: str, path: Path, language: str) -> list[Entry]:
    """The entries of a family's file as they stand for one language; of a shared folder those that have words of it."""
    written = [completed(data, family) for data in packs.read_source(path).get("entry", [])]
    return [spoken(data, language) for data in written if folder not in SHARED or language in data["source"]]


def completed(data: Entry, family: str) -> Entry:
    """An entry with everything that it does not say itself and the French entry that it is `like` does.

    Raises:
        ValueError: the French packs have no such entry in this family.
    """
    if "like" not in data:
        return data
    model = _french(family).get(data["like"])
    if model is None:
        raise ValueError(f"{data['name']}: like = {data['like']!r}, but fr/{family} has no such entry")
    own = {key: value for key, value in data.items() if key != "like"}
    return {**model, "why": _for_any(model), **own}


def spoken(data: Entry, language: str) -> Entry:
    """An entry in one language: its source words there, which `{source}` in its `why` stands for."""
    source = data.get("source", "")
    if isinstance(source, dict):
        source = source[language]
    return {**data, "source": source, "why": data["why"].replace("{source}", source.partition(" (")[0])}


def entry(name: str) -> Entry:
    """Everything a pack's author wrote of one entry, with its `family` and `language`; for its page.

    `name` may have its family before it (`false-friend:assume-decision`). Raises KeyError for no such entry.
    """
    family, colon, own = name.rpartition(":")
    for folder, of, path in packs.sources():
        if colon and of != family:
            continue
        for data in packs.read_source(path).get("entry", []):
            if data["name"] == own:
                return {"family": of, "language": folder, **_page(completed(data, of), languages(folder))}
    raise KeyError(name)


def _page(data: Entry, of: tuple[str, ...]) -> Entry:
    words = data.get("source", "")
    if not isinstance(words, dict):
        return spoken(data, of[0])
    return spoken(data, next(iter(words))) | {"source": ", ".join(f"{said} ({code})" for code, said in words.items())}


def _for_any(model: Entry) -> str:
    """The `why` of a French entry, with `{source}` in the place of the French words that it quotes."""
    french = {word.lower()[:4] for word in re.findall(r"[^\W\d_]{3,}", model.get("source", ""))}

    def open_place(quoted: re.Match[str]) -> str:
        words = {word.lower()[:4] for word in re.findall(r"[^\W\d_]{3,}", quoted.group(1))}
        return "“{source}”" if words & french else quoted.group()

    return _QUOTED.sub(open_place, str(model["why"]), count=1)


@cache
def _french(family: str) -> dict[str, Entry]:
    return {
        data["name"]: data
        for folder, of, path in packs.sources()
        if folder == "fr" and of == family
        for data in packs.read_source(path).get("entry", [])
    }

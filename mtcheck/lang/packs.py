"""compiled language packs -> entries, read only as far as a text needs them.

`data/packs/<language>/<family>.pack` (written by `lang/compile.py`) is text: a line of anchor words, a line with
the numbers of the entries they can start, then one JSON line per entry, parsed only for words that occur.
"""

from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_HERE = Path(__file__).parent
COMPILED = _HERE.parent / "data" / "packs"


class Entry(NamedTuple):
    """A compiled entry; `lang/compile.py` says what the fields hold."""

    name: str
    safety: str
    confidence: float
    why: str
    find: tuple[Any, ...]
    puts: tuple[Any, ...]
    tags: dict[str, dict[str, str]]
    mark: tuple[int, int] | None
    reach: tuple[int, int]
    """How many tokens can stand between the start of a match and its anchor word."""
    conditions: dict[str, Any]


class Pack(NamedTuple):
    """One compiled family of a language: anchor words, and the lines that they lead to."""

    anchors: dict[str, str]
    lines: tuple[bytes, ...]


@cache
def _files(language: str) -> tuple[str, ...]:
    folder = COMPILED / language
    return tuple(sorted(path.name for path in folder.iterdir())) if folder.is_dir() else ()


@cache
def load(language: str, family: str) -> tuple[Pack, ...]:
    """The compiled files of a family: `false-friend.pack`, `false-friend.sport.pack`, ..."""
    names = [name for name in _files(language) if name.endswith(".pack") and name.partition(".")[0] == family]
    return tuple(pack_of((COMPILED / language / name).read_bytes()) for name in names)


def pack_of(data: bytes) -> Pack:
    """A compiled file, read."""
    words, numbers, *lines = data.split(b"\n")
    # numbers stay text and entries bytes: few of thousands of anchors occur in a document
    anchors = dict(zip(words.decode().split(" "), numbers.decode().split(" "), strict=True))
    return Pack(anchors, tuple(lines))


def candidates(pack: Pack, words: Set[str]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """The pack's entries one of whose anchor words is among `words`, each with those anchors."""
    wanted: dict[int, list[str]] = {}
    for word in sorted(pack.anchors.keys() & words):
        for digits in pack.anchors[word].split(","):
            wanted.setdefault(int(digits), []).append(word)
    for number, anchors in sorted(wanted.items()):
        yield _entry(pack.lines[number]), tuple(anchors)


@cache
def _entry(line: bytes) -> Entry:
    import json

    name, safety, confidence, why, find, puts, tags, mark, reach, conditions = json.loads(line.decode())
    return Entry(
        name, safety, confidence, why, tuple(find), tuple(puts), tags, mark and tuple(mark), tuple(reach), conditions
    )


@cache
def _lists() -> dict[str, str]:
    lines = (COMPILED / "lists.txt").read_text(encoding="utf-8").splitlines()
    return {name: words for name, _, words in (line.partition(" ") for line in lines)}


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a shared list (`lang/lists.toml`). Raises KeyError for a list that does not exist."""
    return frozenset(_lists()[name].split(" "))


def list_names() -> frozenset[str]:
    """What the shared lists are called."""
    return frozenset(_lists())


def witnesses(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Rule and entry (`false-friend:assume-decision`) -> the stems of each source word that it is a calque of."""
    path = COMPILED / language / "witnesses.txt"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: tuple(tuple(word.split("|")) for word in stems.split(" ")) for name, stems in rows}


def sources() -> Iterator[tuple[str, str, Path]]:
    """(folder, family, file) of every pack that a person writes; a folder is a language, `any`, or shared."""
    for path in sorted(_HERE.glob("*/*.toml")):
        yield path.parent.name, path.name.partition(".")[0], path


def read_source(path: Path) -> dict[str, Any]:
    """A pack's TOML."""
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(path.read_text(encoding="utf-8"))

"""compiled language packs -> entries, read only as far as a text needs them; and one entry's page.

`data/packs/<language>/<family>.pack` (written by `lang/compile.py`) is text: a line of anchor words, a line with
the numbers of the entries they can start, then one JSON line per entry, parsed only for words that occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from functools import cache

from mtcheck import data
from mtcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


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
    return tuple(data.names("packs", language))


@cache
def load(language: str, family: str) -> tuple[Pack, ...]:
    """The compiled files of a family: `false-friend.pack`, `false-friend.sport.pack`, ..."""
    names = [name for name in _files(language) if name.endswith(".pack") and name.partition(".")[0] == family]
    return tuple(pack_of(data.contents("packs", language, name)) for name in names)


def pack_of(content: bytes) -> Pack:
    """A compiled file, read."""
    words, numbers, *lines = content.split(b"\n")
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


class _Strict:
    """How JSON is to be read."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float
    memo: dict[str, str] = {}  # noqa: RUF012


@cache
def _reader() -> Callable[[str, int], tuple[Any, int]]:
    """What reads JSON: the standard library's own scanner without the module around it, which takes longer to load."""
    try:
        from _json import make_scanner
    except ImportError:
        from json import JSONDecoder

        return JSONDecoder().raw_decode
    scanner: Callable[[str, int], tuple[Any, int]] = make_scanner(_Strict)  # type: ignore[arg-type]
    return scanner


@cache
def _entry(line: bytes) -> Entry:
    name, safety, confidence, why, find, puts, tags, mark, reach, conditions = _reader()(line.decode(), 0)[0]
    return Entry(
        name, safety, confidence, why, tuple(find), tuple(puts), tags, mark and tuple(mark), tuple(reach), conditions
    )


@cache
def _lists() -> dict[str, str]:
    lines = data.contents("packs", "lists.txt").decode().splitlines()
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
    if "witnesses.txt" not in _files(language):
        return {}
    rows = (line.split("\t") for line in data.contents("packs", language, "witnesses.txt").decode().splitlines())
    return {name: tuple(tuple(word.split("|")) for word in stems.split(" ")) for name, stems in rows}


def sources() -> Iterator[tuple[str, str, Path]]:
    """(language, family, file) of every pack that a person writes."""
    from pathlib import Path

    for path in sorted(Path(__file__).parent.glob("*/*.toml")):
        yield path.parent.name, path.name.partition(".")[0], path


def read_source(path: Path) -> dict[str, Any]:
    """A pack's TOML."""
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(path.read_text(encoding="utf-8"))


def entry(name: str) -> dict[str, Any]:
    """Everything a pack's author wrote of one entry, with its `family` and `language`; for its page.

    `name` may have its family before it (`false-friend:assume-decision`). Raises KeyError for no such entry.
    """
    family, colon, own = name.rpartition(":")
    for language, of, path in sources():
        if colon and of != family:
            continue
        for written in read_source(path).get("entry", []):
            if written["name"] == own:
                return {"family": of, "language": language, **written}
    raise KeyError(name)

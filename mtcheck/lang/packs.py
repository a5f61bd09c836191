"""compiled language packs -> entries, read only as far as a text needs them; and one entry's page.

`data/packs/<language>.pack` (written by `lang/compile.py`) holds all families of a language. It is text: a line with
the length of what comes before the entries and with the families, each with the number of its first entry; a line with
the places of the entries; lines of anchor words that begin alike, each with the numbers of the entries it can start;
then one line per entry. Only what comes before the entries is read, and the entries whose words occur: see `Entry`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache

from mtcheck import data
from mtcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mmap import mmap
    from pathlib import Path


PATTERNS = ("needs", "unless", "in_text", "not_in_text", "after", "not_after", "before", "not_before")
"""The conditions of an entry that are patterns."""


class Said(NamedTuple):
    """What a compiled entry says where it matches; `analysis/entries.py` says what the fields hold."""

    name: str
    safety: str
    confidence: float
    why: str
    puts: tuple[Any, ...]
    tags: dict[str, dict[str, str]]
    mark: tuple[int, int] | None
    conditions: dict[str, Any]


class Entry:
    """Where a compiled entry can match: all that most texts need of it. The rest is read when the words are there."""

    __slots__ = ("_rest", "find", "near", "reach", "windows", "witness")

    def __init__(self, reach: tuple[int, int], witness: bool, find: tuple[Any, ...], rest: bytes):
        self.reach = reach
        """How many tokens can stand between the start of a match and its anchor word."""
        self.witness = witness
        """It speaks only beside a source text."""
        self.find = find
        self.near: tuple[tuple[int, frozenset[str]], ...] | None = None
        """Words that stand at a known distance from the anchor word; None as long as nobody has asked."""
        self.windows: tuple[tuple[frozenset[str], int, int], ...] = ()
        """Words one of which stands in a range of tokens, counted from the start; set when `near` is."""
        self._rest = rest

    @property
    def said(self) -> Said:
        return _said(self._rest)

    def quicken(self) -> None:
        """Makes the pattern one whose words are looked up, and not gone through: for a text that asks often."""
        self.find = _quick(self.find)


class Pack:
    """The compiled entries of a language, or of a file of somebody's own."""

    def __init__(self, content: bytes | mmap):
        head = content[: int(content[:8])].decode()
        families, places, *index = head.split("\n")
        self._content = content
        self._places = places.split(" ")
        # most stays text: few of thousands of anchors occur in a document
        self._anchors = {line.partition(" ")[0]: line for line in index}
        parts = families.split(" ")[1:]
        self._families = list(zip(parts[::2], map(int, parts[1::2]), strict=True))
        self._entries: dict[int, Entry] = {}

    def wanted(self, words: Set[str]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
        """For each family its entries one of whose anchor words is among `words`, each with those anchors."""
        found: dict[int, list[str]] = {}
        for word in sorted(words):
            line = self._anchors.get(word[:2], "")
            at = line.find(f" {word}\t") + len(word) + 2
            if at > len(word) + 1:
                for digits in line[at : line.find(" ", at)].split(","):
                    found.setdefault(int(digits), []).append(word)
        wanted: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        at, families = 0, self._families
        for number, anchors in sorted(found.items()):
            while at + 1 < len(families) and number >= families[at + 1][1]:
                at += 1
            wanted.setdefault(families[at][0], []).append((number, tuple(anchors)))
        return wanted

    def entry(self, number: int) -> Entry:
        """An entry by its number."""
        if number not in self._entries:
            start, end = int(self._places[number]), int(self._places[number + 1])
            find, _, rest = self._content[start:end].partition(b"\t")
            reach, witness, elements = _reader()(find.decode(), 0)[0]
            self._entries[number] = Entry(tuple(reach), bool(witness), tuple(elements), rest)
        return self._entries[number]


@cache
def load(language: str) -> Pack | None:
    """The packs of a language; None for one that has none."""
    try:
        return Pack(data.mapped("packs", f"{language}.pack"))
    except FileNotFoundError:
        return None


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


def _quick(elements: Sequence[Any]) -> tuple[Any, ...]:
    """The pattern with sets of words."""
    return tuple(_quick_element(element) for element in elements)


def _quick_element(element: list[Any]) -> tuple[Any, ...]:
    kind = element[0]
    if kind == "w":
        return kind, frozenset(element[1])
    if kind == "?":
        return kind, _quick_element(element[1])
    return (kind, *map(_quick, element[1:])) if kind == "a" else tuple(element)


@cache
def _said(line: bytes) -> Said:
    name, safety, confidence, why, puts, tags, mark, conditions = _reader()(line.decode(), 0)[0]
    for condition, wanted in conditions.items():
        if condition in PATTERNS:
            conditions[condition] = tuple(map(_quick, wanted))
    return Said(name, safety, confidence, why, tuple(puts), tags, mark and tuple(mark), conditions)


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
    try:
        lines = data.contents("packs", f"{language}.witnesses.txt").decode().splitlines()
    except FileNotFoundError:
        return {}
    rows = (line.split("\t") for line in lines)
    return {name: tuple(tuple(word.split("|")) for word in stems.split(" ")) for name, stems in rows}


def sources() -> Iterator[tuple[str, str, Path]]:
    """(language, family, file) of every pack that a person writes."""
    from pathlib import Path

    for path in sorted(Path(__file__).parent.glob("*/*.toml")):
        yield path.parent.name, path.name.partition(".")[0], path


def lexicons(language: str) -> Iterator[Path]:
    """Every bilingual lexicon of a language that a person writes (`analysis.senses`)."""
    from pathlib import Path

    yield from sorted((Path(__file__).parent / language).glob("*.senses"))


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

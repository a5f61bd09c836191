"""compiled language packs -> entries, read only as far as a text needs them; and one entry's page.

`data/packs/<language>.pack` (written by `lang/compile.py`) holds all families of a language. It is text: a line that
says where the places of the entries and the entries begin, and the families, each with the number of its first entry;
a line with the first two letters of anchor words, and where those that begin so stand, counted from the end of that
line; a line for each anchor word, with the numbers of the entries it can start; the places, eight digits each; then
one line per entry. Only these two lines are read, and then the words of a text and their entries: see `Entry`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

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


PLACE = 8
"""Digits of a place in a pack."""

_REMEMBERED = 32768
"""Words up to which those that no entry has are remembered as well: a long text says most of its words again."""

Window = tuple[frozenset[str] | str, int, int]
"""Words one of which stands in a range of tokens, counted from the start of a match: a set, or a text with blanks
between and around them, which takes no time to make."""


@cache
def _window(row: bytes) -> Window:
    first, end, *words = row.decode().split(" ")
    return frozenset(words), int(first), int(end)


@cache
def _reach(field: bytes) -> tuple[int, int]:
    low, high = field.split(b" ")
    return int(low), int(high)


class Entry:
    """Where a compiled entry can match: all that most texts need of it. The rest is read when the words are there.

    Its line has four fields with tabs between them: how many tokens can stand between the start of a match and its
    anchor word; words that every match has besides; how it matches; what it says.
    """

    __slots__ = ("_asked", "_place", "_texts", "_windows", "reach")

    def __init__(self, line: bytes):
        reach, windows, *self._texts = line.split(b"\t")
        self.reach = _reach(reach)
        self._windows = windows.split(b"  ") if windows else []
        self._asked = False
        self._place: tuple[bool, tuple[Any, ...]] | None = None

    def windows(self) -> Iterator[Window]:
        """What a match has besides its anchor, the rarest first; most texts lack that, and the others are not read.

        A short text asks once, which is not worth a set.
        """
        if self._asked:
            yield from map(_window, self._windows)
            return
        self._asked = True
        for row in self._windows:
            first, end, words = row.decode().split(" ", 2)
            yield f" {words} ", int(first), int(end)

    @property
    def place(self) -> tuple[bool, tuple[Any, ...]]:
        """Whether it speaks only beside a source text, and its pattern."""
        if self._place is None:
            witness, elements = _reader()(self._texts[0].decode(), 0)[0]
            self._place = bool(witness), _quick(elements)
        return self._place

    @property
    def said(self) -> Said:
        return _said(self._texts[1])


class Pack:
    """The compiled entries of a language, or of a file of somebody's own."""

    def __init__(self, content: bytes | mmap):
        end = content.find(b"\n")
        self._words = content.find(b"\n", end + 1) + 1
        places, self._end, *families = content[:end].decode().split()
        index = content[end + 1 : self._words - 1].decode().split(" ")
        self._content = content
        self._places = int(places)
        begins = [*map(int, index[1::2]), self._places - self._words]
        self._begins = dict(zip(index[::2], pairwise(begins), strict=False))
        self._families = list(zip(families[::2], map(int, families[1::2]), strict=True))
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._entries: dict[int, Entry] = {}

    def wanted(self, words: Set[str]) -> dict[str, list[tuple[int, list[str]]]]:
        """For each family its entries one of whose anchor words is among `words`, each with those anchors."""
        found: dict[int, list[str]] = {}
        known = self._numbers
        for word in words:
            for number in known[word] if word in known else self._read(word):
                if number in found:
                    found[number].append(word)
                else:
                    found[number] = [word]
        numbers = sorted(found)
        places = [*(bisect_left(numbers, first) for _, first in self._families), len(numbers)]
        return {
            family: [(number, found[number]) for number in numbers[start:end]]
            for (family, _), (start, end) in zip(self._families, pairwise(places), strict=True)
            if start < end
        }

    def _read(self, word: str) -> tuple[int, ...]:
        """The numbers of the entries that have this anchor word."""
        if len(self._numbers) < _REMEMBERED:
            self._numbers[word] = ()
        stretch = self._begins.get(word[:2])
        if stretch is None:
            return ()
        low, high = self._words + stretch[0] - 1, self._words + stretch[1]
        sought = f"\n{word}\t".encode()
        at = self._content.find(sought, low, high) + len(sought)
        if at < len(sought):
            return ()
        digits = self._content[at : self._content.find(b"\n", at)]
        self._numbers[word] = numbers = tuple(map(int, digits.split(b",")))
        return numbers

    def entry(self, number: int) -> Entry:
        """An entry by its number."""
        if number not in self._entries:
            at = self._places + PLACE * number
            places = self._content[at : at + 2 * PLACE]
            self._entries[number] = Entry(self._content[int(places[:PLACE]) : int(places[PLACE:])])
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
    """(folder, family, file) of every pack that a person writes; a folder is a language, `any`, or shared.

    A family is a file, or a folder with a file for each first letter of its source words.
    """
    from pathlib import Path

    here = Path(__file__).parent
    for path in sorted((*here.glob("*/*.toml"), *here.glob("*/*/*.toml"), *here.glob("*/*.words"))):
        folder, *family = path.relative_to(here).with_suffix("").parts
        yield folder, family[0], path


def lexicons(language: str) -> Iterator[Path]:
    """Every bilingual lexicon of a language that a person writes (`analysis.senses`)."""
    from pathlib import Path

    yield from sorted((Path(__file__).parent / language).glob("*.senses"))


def read_source(path: Path) -> dict[str, Any]:
    """What a person wrote: a pack's TOML, or a list of words (`lang/words.py`)."""
    import sys

    if path.suffix == ".words":
        from mtcheck.lang.words import words

        return {"entry": words(path.read_text(encoding="utf-8"), path.parent.name)}

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(path.read_text(encoding="utf-8"))

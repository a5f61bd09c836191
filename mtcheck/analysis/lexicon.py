"""word -> is it English, how common is it, what can it be.

`data/english.txt` (see `data/README.md`) holds about 70,000 lower-case forms, sorted, with an index of
first letters; it is read once and searched in place, since building a dictionary would cost more than a
short file's whole run.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mtcheck.data import mapped
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap


@cache
def _data() -> tuple[dict[bytes, int], tuple[bytes, ...], int, bytes | mmap]:
    """(first three letters -> number of their place), (the places), (where they are counted from), (the file)."""
    data = mapped("english.txt")
    body = data.find(b"\n")
    index = data[:body].split(b" ")
    places = (*index[1::2], b"%d" % (len(data) - 1 - body))
    return dict(zip(index[::2], range(len(places)))), places, body, data  # noqa: B905 - the last place is no word's


_MANY = 4000
"""Words looked up from which the whole table is worth reading: a long text."""
_REMEMBERED = 16384
"""Words whose answers are kept: most words of a text are few."""
_table: dict[str, str] = {}


def _entry(word: str) -> str:
    """Frequency digit and class letters; '' for an unknown word."""
    if not _table:
        return _searched(word)
    return _table.get(word, "") if "’" not in word else _table.get(word.replace("’", "'"), "")


@lru_cache(maxsize=2 * _MANY)
def _searched(word: str) -> str:
    """The entry, searched in the file as it is."""
    if _searched.cache_info().misses > _MANY:
        _, _, body, data = _data()
        _table.update(line.partition("\t")[::2] for line in data[body + 1 :].decode("ascii").splitlines())
    try:
        key = word.replace("’", "'").encode("ascii")
    except UnicodeEncodeError:
        return ""
    index, places, body, data = _data()
    number = index.get(key[:3])
    if number is None:
        return ""
    start, end = body + int(places[number]), body + int(places[number + 1])
    at = data.find(b"\n" + key + b"\t", start, end + 1)
    if at < 0 or b"\n" in key or b"\t" in key:
        return ""
    at += len(key) + 2
    return data[at : data.find(b"\n", at)].decode("ascii")


@lru_cache(maxsize=_REMEMBERED)
def known(word: str) -> bool:
    """Whether `word` (lower case) is a common English form. Names, foreign words and hyphenated words are not."""
    return bool(_entry(word))


@lru_cache(maxsize=_REMEMBERED)
def frequency(word: str) -> int:
    """How common: 0 unknown, 1 known but not seen in the counted texts, else 2 + log2 of its count in ten million.

    `the` has 21, `government` about 14, `weir` about 6: one step more is twice as often.
    """
    entry = _entry(word)
    return int(entry[0], 36) if entry else 0


@lru_cache(maxsize=_REMEMBERED)
def classes(word: str) -> str:
    """What `word` can be, commonest first; '' for an unknown word or one of no listed class.

    N noun (with s: a plural), V verb (with b: the base form), J adjective, R adverb, D determiner,
    P pronoun, I preposition, C conjunction, M modal or auxiliary, U number, X interjection.
    """
    return _entry(word)[1:]

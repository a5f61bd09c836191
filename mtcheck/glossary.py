"""term lists (CSV, TSV, TBX) -> Terms.

A CSV has a term of the source and its English in two columns, alternatives in the English with `|`; a first row that
says `source,target` or names the languages may be there. TBX is read in both forms that are in use (ISO 30042:2008 and
2019): an entry's English terms belong to each of its terms in another language.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from mtcheck.analysis.terms import Term
from mtcheck.errors import InputProblem, UsageProblem

_HEADS = frozenset("source target term translation fr en es de it pt nl français french english anglais".split())
_LANGUAGE, _TERM, _ENTRY = ("langset", "langsec"), "term", ("termentry", "conceptentry")


def terms_of(folder: Path, files: Iterable[str], kept: Iterable[str]) -> tuple[Term, ...]:
    """The terms of glossary files below `folder`, and names that are not translated."""
    terms = [term for name in files for term in _loaded(folder / name)]
    return (*terms, *(Term(name, (name,)) for name in kept))


def _loaded(path: Path) -> tuple[Term, ...]:
    """The terms of a file that the configuration names: that it cannot be read is the configuration's fault."""
    try:
        return load(path)
    except InputProblem as error:
        raise UsageProblem(f"glossary: {error.message}", error.hint) from None


def load(path: Path) -> tuple[Term, ...]:
    """The terms of one file.

    Raises:
        InputProblem: it cannot be read, or has a row or an entry that is no pair.
    """
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputProblem(
            f"{path}: cannot be read ({error.strerror})", "see `glossary` in the configuration"
        ) from None
    except UnicodeDecodeError:
        raise InputProblem(f"{path}: not UTF-8", "convert the glossary to UTF-8") from None
    if path.suffix.lower() in (".tbx", ".xml"):
        return tuple(_tbx(raw, path))
    return tuple(_table(raw, path))


def _table(raw: str, path: Path) -> Iterator[Term]:
    head = raw[: raw.find("\n")] if "\n" in raw else raw
    delimiter = max("\t;,", key=head.count)
    for number, row in enumerate(csv.reader(raw.splitlines(), delimiter=delimiter), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if number == 1 and {cell.lower() for cell in cells[:2]} <= _HEADS:
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise InputProblem(f"{path}:{number}: not a term and its English", "two columns: source, target")
        yield Term(cells[0], tuple(part.strip() for part in cells[1].split("|") if part.strip()))


def _tbx(raw: str, path: Path) -> Iterator[Term]:
    from mtcheck.formats.markup import CLOSE, OPEN, TEXT
    from mtcheck.formats.reader import Malformed
    from mtcheck.formats.xml import local, parsed, values

    try:
        found = parsed(raw)
    except Malformed as error:
        line = raw.count("\n", 0, error.offset) + 1
        raise InputProblem(f"{path}:{line}: {error.message}", error.hint) from None
    language, inside, terms = "", False, dict[str, list[str]]()
    for token in found:
        name = local(token).lower() if token.kind in (OPEN, CLOSE) else ""
        if token.kind == OPEN and name in _LANGUAGE:
            language = values(raw, token).get("xml:lang", "").lower()[:2]
        elif name == _TERM:
            inside = token.kind == OPEN
        elif token.kind == TEXT and inside:
            terms.setdefault(language, []).append(unescape(token.span.of(raw)).strip())
        elif token.kind == CLOSE and name in _ENTRY:
            english = tuple(terms.pop("en", ()))
            for others in terms.values():
                yield from (Term(term, english) for term in others if english)
            terms = {}

"""CSV and TSV -> the cells of the English column beside those of the source column: a bilingual file.

The first line names the columns (source and target, fr and en, ...); without such names, two columns are source and
target. Quoting is as RFC 4180 has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.formats.catalogue import LOCALES
from mtcheck.formats.reader import Bilingual, Block, Malformed, is_english, paired, primary
from mtcheck.formats.strings import escaped, protected
from mtcheck.text import Codec, Piece, Span

SOURCES = frozenset(("source", "src", "original", "source text", "source segment"))
TARGETS = frozenset(("target", "tgt", "trg", "translation", "translated", "target text", "target segment", "mt"))
LANGUAGES = {
    "french": "fr",
    "français": "fr",
    "german": "de",
    "deutsch": "de",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
    "dutch": "nl",
    "nederlands": "nl",
    "english": "en",
}
"""Names of languages that a column may have instead of a code."""
_NO_LANGUAGES = ("id", "no", "nr", "no.")
"""Names of columns that are numbers, although a language has that code."""
QUOTED = '"'
WIDEST = 1000
"""Columns."""
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_DOUBLED = re.compile('""')
_BREAK = re.compile("\r\n")
_END = re.compile(r"\r\n|\n|\r|\Z")
_REMEDY = "name the columns in the first line: source and target"


class Cell(NamedTuple):
    """What stands between two delimiters, without its quotation marks. `style` is QUOTED, or the delimiter."""

    span: Span
    style: str


def read_csv(raw: str) -> Bilingual:
    """Cells that commas, semicolons or tabs divide, whichever the first line has most of.

    Raises:
        Malformed: quotation marks do not fit, or it cannot be told which column is English.
    """
    first = re.sub(r'"[^"]*"', "", raw[: max(raw.find("\n"), 0) or len(raw)])
    return _read(raw, max(",;\t", key=first.count))


def read_tsv(raw: str) -> Bilingual:
    """Cells that tabs divide.

    Raises:
        Malformed: it cannot be told which column is English.
    """
    return _read(raw, "\t")


def write(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a cell; a cell without quotation marks takes no delimiter."""
    if style == QUOTED:
        return new.replace('"', '""').replace("\n", codec.newline)
    return None if style in new or any(mark in new for mark in '"\r\n') else new


def _read(raw: str, delimiter: str) -> Bilingual:
    rows = list(_rows(raw, delimiter))
    if not rows:
        return paired(())
    source, target, language = _columns([_name(cell.span.of(raw)) for cell in rows[0]])
    body = rows[1:]
    if target < 0:
        body, source, target = rows, 0, 1
        for row in rows:
            if len(row) != 2:
                at = row[0].span.start
                raise Malformed(at, f"{len(row)} columns here: which of them is English?", _REMEDY)
    return paired((_pair(raw, row, source, target) for row in body if len(row) > target), language)


def _pair(raw: str, row: list[Cell], source: int, target: int) -> tuple[Block, Block]:
    original = _block(raw, row[source]) if 0 <= source < len(row) else []
    return original, protected(_block(raw, row[target]))


def _block(raw: str, cell: Cell) -> list[Piece]:
    if cell.style != QUOTED:
        return [Piece(cell.span.of(raw), cell.span, style=cell.style)] if cell.span.start < cell.span.end else []
    pieces = list(escaped(raw, cell.span, _DOUBLED, {'""': '"'}, QUOTED))
    out: list[Piece] = []
    for piece in pieces:
        out += escaped(raw, piece.raw, _BREAK, {"\r\n": "\n"}, QUOTED) if piece.verbatim else [piece]
    return out


def _name(cell: str) -> str:
    return re.sub(r"[\s_-]+", " ", cell.strip().strip('"').lower())


def _columns(names: list[str]) -> tuple[int, int, str | None]:
    """The source's column, the English one (-1 where there is none), and the source's language."""
    codes = [
        LANGUAGES.get(name) or (code if (code := primary(name.replace(" ", "-"))) in LOCALES else "") for name in names
    ]
    codes = [
        code if (len(name) <= 5 and name not in _NO_LANGUAGES) or name in LANGUAGES else ""
        for code, name in zip(codes, names, strict=True)
    ]
    english = [at for at, code in enumerate(codes) if code and is_english(code)]
    named = [at for at, name in enumerate(names) if name in TARGETS]
    target = (named or english or [-1])[0]
    others = [at for at, code in enumerate(codes) if code and not is_english(code) and at != target]
    sources = [at for at, name in enumerate(names) if name in SOURCES]
    if len(named) > 1 or (target >= 0 and len(names) == 1 and not named and not english):
        target = -1
    source = (sources or others or [-1])[0]
    return source, target, codes[source] or None if source >= 0 else None


def _rows(raw: str, delimiter: str) -> Iterator[list[Cell]]:
    plain = re.compile(rf"[^{delimiter}\r\n]*")
    row: list[Cell] = []
    at = 0
    while at < len(raw):
        quoted = _QUOTED.match(raw, at)
        if quoted and (_END.match(raw, quoted.end()) or raw.startswith(delimiter, quoted.end())):
            row.append(Cell(Span(*quoted.span(1)), QUOTED))
            at = quoted.end()
        elif raw[at] == '"' and delimiter != "\t":
            what = "more after its closing quotation mark" if quoted else "no closing quotation mark"
            raise Malformed(at, f"a cell has {what}", 'double the quotation marks inside a cell: "" for "')
        else:
            bare = plain.match(raw, at)
            assert bare is not None
            row.append(Cell(Span(*bare.span()), delimiter))
            at = bare.end()
        if raw.startswith(delimiter, at):
            at += 1
            if len(row) > WIDEST:
                raise Malformed(at, f"more than {WIDEST} columns", "no table of texts has as many: is it one?")
            if at == len(raw):
                row.append(Cell(Span(at, at), delimiter))
            continue
        end = _END.match(raw, at)
        assert end is not None
        at = end.end()
        if len(row) > 1 or row[0].span.start < row[0].span.end:
            yield row
        row = []
    if row:
        yield row

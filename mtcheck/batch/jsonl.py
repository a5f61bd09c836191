"""JSON lines: blocks are stretches of the file, and the added columns are put in at the end of each object.

The rest of a line keeps every byte. A line that is no object is kept as it is in the column `line`. Empty lines are
no rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from mtcheck.batch.parts import Account, Block, Parts
from mtcheck.batch.rows import Options, Told, told
from mtcheck.errors import InputProblem, UsageProblem

ROWS, BYTES = 64, 1_000_000
"""A block ends with the row that reaches either."""
LOOKED_AT = 1_000
"""Rows in which a column is looked for before it is said not to be there."""


class Line(NamedTuple):
    """A line of the file: its object, or what is wrong with it."""

    number: int
    raw: bytes
    row: dict[str, Any] | None
    error: str = ""


def blocks(path: Path, parts: Parts) -> Iterator[Block]:
    """The blocks of a file, in order."""
    with path.open("rb") as file:
        start = end = rows = 0
        first, number = 1, 0
        for line_number, line in enumerate(file, 1):
            end += len(line)
            rows += 1
            if rows == ROWS or end - start >= BYTES:
                yield Block(number, str(path), start, end, first)
                start, rows, first, number = end, 0, line_number + 1, number + 1
        if rows:
            yield Block(number, str(path), start, end, first)


def count(path: Path) -> int:
    """How many blocks there are."""
    return sum(1 for _ in blocks(path, Parts("")))


def require_columns(path: Path, options: Options) -> None:
    """Raises UsageProblem where none of the first rows has a column that is read, or one has one that is added."""
    seen: dict[str, None] = {}
    with path.open("rb") as file:
        for raw in islice(file, LOOKED_AT):
            seen.update(dict.fromkeys(_line(0, raw).row or ()))
    if seen:
        require(seen, options, str(path))


def require(seen: Iterable[str], options: Options, path: str) -> None:
    """Raises UsageProblem for a column that is read and not `seen`, or that is added and `seen`."""
    known = list(seen)
    for column in options.columns:
        if column not in known:
            from difflib import get_close_matches

            near = get_close_matches(column, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"its columns: {', '.join(known)}"
            raise UsageProblem(f"{path}: no column is called {column!r}", hint)
    for column in options.added:
        if column in known:
            raise UsageProblem(
                f"{path}: there is a column {column} already", "--prefix NAME puts a name before the columns added"
            )


def work(block: Block, options: Options, to: Path) -> Account:
    """Writes the part of one block."""
    lines = list(_lines(block))
    results = iter(told([line.row for line in lines if line.row is not None], options))
    account = Account(0, 0, 0, 0)
    with to.open("wb") as out:
        for line in lines:
            result = next(results) if line.row is not None else Told(error=line.error)
            out.write(_with(line, result.named(options)))
            account = account.plus(counted(result, named(line.row, options, f"{block.path}:{line.number}")))
    return account


def named(row: dict[str, Any] | None, options: Options, place: str) -> str:
    """How messages call a row."""
    name = row.get(options.id) if row is not None and options.id else None
    return place if name is None else f"{place} ({name})"


def counted(result: Told, name: str) -> Account:
    """The account of one row."""
    scores = result.scores
    words, found = (scores.words, scores.findings) if scores is not None else (0, 0)
    if result.error is None:
        return Account(1, words, found, 0)
    return Account(1, words, found, 1, (f"{name}: {result.error}",))


def join(parts: Parts, count: int, out: BinaryIO) -> None:
    """Writes all parts, in order."""
    import shutil

    for number in range(count):
        with parts.part(number).open("rb") as part:
            shutil.copyfileobj(part, out, 1 << 20)


def _lines(block: Block) -> Iterator[Line]:
    with Path(block.path).open("rb") as file:
        file.seek(block.start)
        data = file.read(block.end - block.start)
    if len(data) != block.end - block.start:
        raise InputProblem(f"{block.path}: changed while mtcheck was reading it", "run mtcheck again")
    for number, raw in enumerate(data.split(b"\n"), block.first):
        if raw.strip():
            yield _line(number, raw)


def _line(number: int, raw: bytes) -> Line:
    raw = raw.strip(b" \t\r\n")
    if number <= 1:
        raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        row = json.loads(raw.decode())
    except UnicodeDecodeError:
        return Line(number, raw, None, "not UTF-8")
    except RecursionError:
        return Line(number, raw, None, "not JSON: nested too deeply")
    except ValueError as error:
        return Line(number, raw, None, f"not JSON: {error}".replace(": line 1 column ", " at column "))
    if not isinstance(row, dict):
        return Line(number, raw, None, "not a JSON object")
    return Line(number, raw, row)


def _with(line: Line, added: dict[str, Any]) -> bytes:
    if line.row is None:
        kept = {"line": line.raw.decode("utf-8", "backslashreplace"), **added}
        return _json(kept) + b"\n"
    head = line.raw[:-1].rstrip()
    return head + (b", " if line.row else b"") + _json(added)[1:] + b"\n"


def _json(value: dict[str, Any]) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a character, which JSON can only write as an escape
        return json.dumps(value).encode()

"""Parquet: the file is cut into blocks as it is read, and each part is a Parquet file of the block's rows.

pyarrow reads and writes it (the extra `parquet`). The columns that were there keep their types. `findings` is text:
the JSON report's objects as JSON, since their shape may grow.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from mtcheck.batch.jsonl import ROWS, counted, named, require
from mtcheck.batch.parts import Account, Block, Parts
from mtcheck.batch.rows import Options, Told, told
from mtcheck.errors import InputProblem, UsageProblem

if TYPE_CHECKING:
    import pyarrow
    import pyarrow.parquet

GROUP_ROWS, GROUP_BYTES = 10_000, 32_000_000
"""A row group of the output ends with the part that reaches either."""


def blocks(path: Path, parts: Parts) -> Iterator[Block]:
    """The blocks of a file, in order; each is cut out into a file beside the parts as it is drawn."""
    import pyarrow.parquet

    with _opened(path) as file:
        first = 1
        for number, batch in enumerate(file.iter_batches(batch_size=ROWS)):
            own = parts.path / f"{number:09}.rows"
            if parts.finished(number) is None:
                new = own.with_suffix(".cut")
                pyarrow.parquet.write_table(pyarrow.Table.from_batches([batch]), new)
                new.replace(own)
            yield Block(number, str(own), 0, batch.num_rows, first)
            first += batch.num_rows


def count(path: Path) -> int:
    """How many blocks there are, but for those that end with a row group."""
    with _opened(path) as file:
        return -(-int(file.metadata.num_rows) // ROWS)


def require_columns(path: Path, options: Options) -> None:
    """Raises UsageProblem for a column that is missing, is not text, or is in the way."""
    with _opened(path) as file:
        schema = file.schema_arrow
    require(schema.names, options, str(path))
    for column in {options.text, options.source, options.lang} - {""}:
        type = schema.field(column).type
        if not _textual(type):
            raise UsageProblem(f"{path}: the column {column} is {type}, not text", "name a column of strings")


def work(block: Block, options: Options, to: Path) -> Account:
    """Writes the part of one block."""
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(block.path, partitioning=None)
    rows = table.select(list(dict.fromkeys(options.columns))).to_pylist()
    results = told(rows, options)
    added = pyarrow.Table.from_pylist([_flat(result, options) for result in results], schema=_added(options))
    for name in options.added:
        table = table.append_column(added.schema.field(name), added.column(name))
    pyarrow.parquet.write_table(table, to)
    account = Account(0, 0, 0, 0)
    for at, (row, result) in enumerate(zip(rows, results, strict=True)):
        account = account.plus(counted(result, named(row, options, f"row {block.first + at}")))
    return account


def join(parts: Parts, count: int, out: BinaryIO) -> None:
    """Writes all parts, in order, in row groups of about one size."""
    import pyarrow
    import pyarrow.parquet

    writer = None
    waiting: list[pyarrow.Table] = []
    try:
        for number in range(count):
            waiting.append(pyarrow.parquet.read_table(parts.part(number), partitioning=None))
            if writer is None:
                writer = pyarrow.parquet.ParquetWriter(out, waiting[0].schema)
            rows, size = sum(table.num_rows for table in waiting), sum(table.nbytes for table in waiting)
            if rows >= GROUP_ROWS or size >= GROUP_BYTES:
                writer.write_table(pyarrow.concat_tables(waiting))
                waiting.clear()
        if writer is not None and waiting:
            writer.write_table(pyarrow.concat_tables(waiting))
    finally:
        if writer is not None:
            writer.close()


def empty(path: Path, options: Options, out: BinaryIO) -> None:
    """Writes the output of a file without rows: its columns, and those that are added."""
    import pyarrow
    import pyarrow.parquet

    with _opened(path) as file:
        schema = file.schema_arrow
    for field in _added(options):
        schema = schema.append(field)
    pyarrow.parquet.write_table(schema.empty_table(), out)


def _opened(path: Path) -> pyarrow.parquet.ParquetFile:
    import pyarrow
    import pyarrow.parquet

    try:
        # read a little at a time: a row group may be the whole file
        return pyarrow.parquet.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False)
    except pyarrow.ArrowException as error:
        raise InputProblem(f"{path}: not a Parquet file ({str(error).splitlines()[0]})") from None


def _textual(type: Any) -> bool:
    import pyarrow.types as types

    if types.is_dictionary(type):
        type = type.value_type
    return bool(types.is_string(type) or types.is_large_string(type) or types.is_string_view(type))


def _flat(result: Told, options: Options) -> dict[str, Any]:
    row = result.named(options)
    name = f"{options.prefix}findings"
    if row[name] is not None:
        row[name] = json.dumps(row[name], ensure_ascii=False)
    return row


def _added(options: Options) -> pyarrow.Schema:
    import pyarrow

    counts = [(name, pyarrow.int64()) for name in ("words", "findings", "safe", "suggest", "flag")]
    scores = pyarrow.struct([*counts, ("findings_per_1000_words", pyarrow.float64())])
    types = {f"{options.prefix}scores": scores}
    return pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in options.added])

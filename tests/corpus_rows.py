"""A small corpus with everything that can be wrong with a row, for the tests of `mtcheck batch` and of its engines."""

from __future__ import annotations

import json
from pathlib import Path

ROUGH = "The mayor was there. “We are leaving”he said."
FIXED = "The mayor was there. “We are leaving,” he said."
BAD = (
    '{"text": 5, "id": "number"}',
    "{broken",
    '{"id": "without"}',
    "[1]",
    '{"text": null}',
    '{"text": "half \\ud800"}',
    '{"text": "Fine.", "lang": "French"}',
)


def lines(rows: int = 200) -> list[str]:
    """`rows` good rows of several lengths and languages, with the bad ones among them."""
    made = []
    for number in range(rows):
        text = f"Number {number}. {ROUGH}\n" if number % 3 else f"Clean number {number}.\n"
        row: dict[str, object] = {"id": f"d{number}", "text": text * (1 + number % 3), "kept": [number, {"a": 1.50}]}
        if number % 4 == 0:
            row["lang"] = "es"
        made.append(json.dumps(row, ensure_ascii=number % 2 == 0))
        if number % 30 == 9:
            made.append(BAD[number // 30 % len(BAD)])
    return made


def write_jsonl(path: Path, rows: int = 200) -> Path:
    path.write_text("\n".join(lines(rows)) + "\n", "utf-8")
    return path


def write_parquet(path: Path, rows: int = 200) -> Path:
    """The rows that a table can hold; some texts are missing."""
    import pyarrow
    import pyarrow.parquet

    made = [json.loads(line) for line in lines(rows) if line not in BAD]
    columns = {
        "id": [row["id"] for row in made],
        "text": [None if number == 70 else row["text"] for number, row in enumerate(made)],
        "lang": [row.get("lang") for row in made],
        "n": list(range(len(made))),
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), path, row_group_size=90)
    return path

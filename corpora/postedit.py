"""Do the repairs bring a translation nearer to what a person made of it? TER and chrF, before and after `mtcheck fix`.

    python -m corpora.postedit FILE.tsv.xz [--record]

The file has a line for each sentence: source, a rough translation, the post-edit, two more translations. Every
translation is one text with a sentence a line, and is repaired three ways: what is safe, what is suggested too, and
the same with the source beside it. `--record` keeps the figures for SCORES.md.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from corpora.edits import distance, tokens
from corpora.report import record
from mtcheck.formats import read
from mtcheck.models.metrics import compared
from mtcheck.pipeline import examine
from mtcheck.rules import load

NAMES = ("statistical", "neural", "other neural")
"""The translations, in the order of the columns: a lower-cased phrase-based system, and two services."""


class Row(NamedTuple):
    """One sentence."""

    source: str
    postedit: str
    versions: tuple[str, str, str]


def rows(path: Path) -> list[Row]:
    """The sentences of the file. Raises ValueError for a line that has not five fields."""
    made = []
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 5:
                raise ValueError(f"{path}:{number}: {len(fields)} fields, not 5")
            source, rough, postedit, one, two = fields
            made.append(Row(source, postedit, (rough, one, two)))
    return made


PART = 50
"""Sentences in one document: about an article."""


def repaired(texts: list[str], sources: list[str] | None, suggested: bool) -> tuple[list[str], int]:
    """(the sentences after `mtcheck fix`, how many repairs it made), a document of PART sentences at a time."""
    out: list[str] = []
    made = 0
    for at in range(0, len(texts), PART):
        part = texts[at : at + PART]
        beside = read("\n\n".join(sources[at : at + PART]).encode()) if sources is not None else None
        examined = examine(read("\n\n".join(part).encode()), load(), "fr", beside)
        after, repairs, _ = examined.settled_suggested if suggested else examined.settled
        lines = after.text.plain.split("\n\n")
        if len(lines) != len(part):  # a sentence was joined or taken out: the rest could not be compared
            lines, repairs = part, 0
        out += lines
        made += repairs
    return out, made


WAYS = (("safe", False, False), ("suggested", True, False), ("safe with source", False, True),
        ("suggested with source", True, True))  # fmt: skip
"""Name, whether suggestions are taken, whether the source lies beside it."""


def measured(given: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Figures for every translation and way of repairing it."""
    sources, gold = [row.source for row in given], [row.postedit for row in given]
    figures: dict[str, dict[str, Any]] = {}
    for number, name in enumerate(NAMES):
        texts = [row.versions[number] for row in given]
        made = [repaired(texts, sources if beside else None, suggested) for _, suggested, beside in WAYS]
        before, *scored = compared([texts, *(after for after, _ in made)], gold)
        for (way, _, _), (after, repairs), scores in zip(WAYS, made, scored, strict=True):
            old, new = ({score.name: score for score in side} for side in (before, scores))
            figures[f"post-edit, {name}, {way}"] = {
                "repairs": repairs,
                "TER": f"{old['TER'].value:.3f} → {new['TER'].value:.3f} (p = {new['TER'].p:.3f})",
                "chrF": f"{old['chrF2'].value:.3f} → {new['chrF2'].value:.3f} (p = {new['chrF2'].p:.3f})",
                "sentences nearer, farther": " / ".join(map(str, _moved(texts, after, gold))),
            }
            print(f"post-edit, {name}, {way}: {figures[f'post-edit, {name}, {way}']}", flush=True)
    return figures


def _moved(texts: Iterable[str], after: Iterable[str], gold: Iterable[str]) -> tuple[int, int]:
    """How many sentences came nearer to the post-edit, and how many went farther from it, in words and marks."""
    steps = [
        distance(tokens(text), tokens(best)) - distance(tokens(new), tokens(best))
        for text, new, best in zip(texts, after, gold, strict=True)
        if text != new
    ]
    return sum(step > 0 for step in steps), sum(step < 0 for step in steps)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures repairs against post-edited translations.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, help="only so many sentences")
    parser.add_argument("--record", action="store_true", help="keep the figures for SCORES.md")
    options = parser.parse_args()
    figures = measured(rows(options.file)[: options.rows])
    if options.record:
        record(figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Scores alignments: documents with gold pairs -> strict and lax precision, recall, F1, and null-sentence F1.

    python score.py FOLDER... [--articles FILE.align.json...]

A FOLDER holds NAME.src, NAME.tgt (one sentence a line) and NAME.gold (`[i,j]:[k]` lines, 0-based), and may
hold META.json with the languages `src` and `tgt`. Strict and lax scores are those of Vecalign's scorer
(Thompson & Koehn 2019): precision over all predicted pairs, left-out sentences included; recall over the
gold pairs with two sides; lax counts a pair that shares a source and a target sentence with one gold pair.
Null-sentence F1 looks at single sentences: which ones have no counterpart.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from ast import literal_eval
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

Beads = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A document with its gold alignment."""

    name: str
    source: list[str]
    target: list[str]
    languages: tuple[str, str]
    gold: Beads


@dataclass
class Counts:
    """What was right, summed over documents."""

    predicted: int = 0
    right: int = 0
    near: int = 0
    gold: int = 0
    found: int = 0
    touched: int = 0
    nulls: int = 0
    nulls_gold: int = 0
    nulls_right: int = 0

    def add(self, gold: Beads, test: Beads) -> None:
        """Counts one document."""
        predicted, right, near = _precision(gold, test)
        self.predicted, self.right, self.near = self.predicted + predicted, self.right + right, self.near + near
        whole = [[(one, other) for one, other in beads if one and other] for beads in (test, gold)]
        wanted, found, touched = _precision(whole[0], whole[1])
        self.gold, self.found, self.touched = self.gold + wanted, self.found + found, self.touched + touched
        left_out = [_nulls(beads) for beads in (gold, test)]
        self.nulls_gold += len(left_out[0])
        self.nulls += len(left_out[1])
        self.nulls_right += len(left_out[0] & left_out[1])

    def line(self) -> str:
        """Strict P R F, lax P R F, null P R F as text."""
        cells = []
        for first, second, third, fourth in (
            (self.right, self.predicted, self.found, self.gold),
            (self.near, self.predicted, self.touched, self.gold),
            (self.nulls_right, self.nulls, self.nulls_right, self.nulls_gold),
        ):
            precision, recall = first / max(second, 1), third / max(fourth, 1)
            cells += [precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)]
        return "  ".join(f"{cell:.3f}" for cell in cells)


def _precision(gold: Beads, test: Beads) -> tuple[int, int, int]:
    """(test beads, exactly right ones, ones that overlap a gold bead on both sides)."""
    wanted, given = set(gold), {bead for bead in test if bead[0] or bead[1]}
    linked: dict[int, set[int]] = defaultdict(set)
    for one, other in wanted:
        for index in one:
            linked[index].update(other)
    right = given & wanted
    near = [bead for bead in given - right if any(linked[index] & set(bead[1]) for index in bead[0])]
    return len(given), len(right), len(right) + len(near)


def _nulls(beads: Beads) -> set[tuple[str, int]]:
    source = {("source", index) for one, other in beads if not other for index in one}
    return source | {("target", index) for one, other in beads if not one for index in other}


def read_folder(folder: Path) -> list[Case]:
    """All documents of a folder, by name."""
    meta = json.loads((folder / "META.json").read_text()) if (folder / "META.json").exists() else {}
    languages = (meta.get("src", "fr"), meta.get("tgt", "en"))
    return [
        Case(
            path.stem,
            path.with_suffix(".src").read_text(encoding="utf-8").splitlines(),
            path.with_suffix(".tgt").read_text(encoding="utf-8").splitlines(),
            languages,
            read_gold(path),
        )
        for path in sorted(folder.glob("*.gold"))
    ]


def read_gold(path: Path) -> Beads:
    """`[0, 1]:[0]` lines, with or without a score after a second colon."""
    lines = (line.split(":") for line in path.read_text().splitlines() if line.strip())
    return [(tuple(literal_eval(one)), tuple(literal_eval(other))) for one, other, *_ in lines]


def read_article(path: Path) -> Case:
    """An article with its sentence lists: {"fr": [...], "en": [...], "alignment": [[[0], [0]], ...]}."""
    data = json.loads(path.read_text(encoding="utf-8"))
    beads = [(tuple(one), tuple(other)) for one, other in data["alignment"]]
    return Case(path.name.split(".")[0], data["fr"], data["en"], ("fr", "en"), beads)


def run(cases: Iterable[Case], show: bool = False) -> tuple[Counts, float, list[str]]:
    """Aligns every document; returns the counts, the seconds and the names of those not exact."""
    from mtcheck.align import align

    counts, wrong = Counts(), []
    began = time.perf_counter()
    for case in cases:
        pairs = align(case.source, case.target, *case.languages)
        test = [(pair.source, pair.target) for pair in pairs]
        counts.add(case.gold, test)
        if set(test) != set(case.gold):
            wrong.append(case.name)
        if show:
            for bead in sorted(set(test) ^ set(case.gold), key=lambda bead: (bead[1][:1] or bead[0][:1], bead)):
                print(case.name, "gold" if bead in case.gold else "ours", *map(list, bead), file=sys.stderr)
    return counts, time.perf_counter() - began, wrong


def main() -> None:
    """Reads the arguments and prints one line per folder, and one for the articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--articles", nargs="*", type=Path, default=[])
    parser.add_argument("--show", action="store_true", help="list every wrong pair on standard error")
    options = parser.parse_args()
    print(f"{'set':24}{'strict P':>7}{'R':>5}{'F1':>7}{'lax P':>9}{'R':>5}{'F1':>7}{'null P':>9}{'R':>5}{'F1':>7}")
    for folder in options.folders:
        counts, seconds, wrong = run(read_folder(folder), options.show)
        print(f"{folder.name:24}{counts.line()}  {seconds:.1f} s, {len(wrong)} not exact")
    if options.articles:
        counts, seconds, wrong = run([read_article(path) for path in options.articles], options.show)
        print(f"{'articles':24}{counts.line()}  {seconds:.1f} s, not exact: {', '.join(wrong) or 'none'}")


if __name__ == "__main__":
    main()

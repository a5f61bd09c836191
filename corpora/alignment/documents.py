"""aligned lines -> documents to learn and test on: lines in their order, with omissions, merges and splits.

    python documents.py LINES.tsv[.xz]... OUT_FOLDER --per-file 40 [--seed 1]

Each input line holds `foreign TAB english`, or `source-name TAB foreign TAB english`. Of a run of 20 to 70
neighbouring lines some lose a side, some are joined with the next, some are cut at a comma.
"""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

from score import Case

_CUT = re.compile(r"[,;:] | (?:and|et|und|y|e|en|but|mais|aber|pero|ma|mas|maar) ")
_CRUMBS = (
    ".....",
    "- _-",
    "* * *",
    'h * "',
    "{}",
    "- {} -",
    "i - Photo",
    "A) .",
    "...",
    "source site-{}",
    "Fig. {}",
    "|",
    "•",
)
"""What page headers, scanners and scrapers leave behind: lines that translate nothing."""
Bead = tuple[list[str], list[str]]


def lines(path: Path, sources: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """The pairs of a file in their order, of all sources or of some."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [(row[-2], row[-1]) for row in rows if sources is None or row[0] in sources]


def cut(text: str, draw: random.Random) -> list[str]:
    """A sentence cut in two near a comma or conjunction, or whole where it has none well inside."""
    places = [m for m in _CUT.finditer(text) if 0.2 < m.start() / len(text) < 0.8]
    if not places or len(text) < 50:
        return [text]
    place = draw.choice(places)
    first, second = text[: place.start()].rstrip(" ,;:"), text[place.end() :].lstrip()
    return [first + ".", second[:1].upper() + second[1:]]


def beads(pairs: list[tuple[str, str]], draw: random.Random) -> Iterator[Bead]:
    """The run as beads of source and target sentences, with what translators and editors do to them."""
    at = 0
    side = draw.random()
    crumbs = draw.choice((0.0, 0.01, 0.05))
    while at < len(pairs):
        if draw.random() < crumbs:
            crumb = draw.choice(_CRUMBS).format(draw.randint(1, 99))
            yield ([crumb], []) if draw.random() < side else ([], [crumb])
        one, other = pairs[at]
        chance = draw.random()
        if chance < 0.10:
            yield ([one], []) if draw.random() < side else ([], [other])
        elif chance < 0.19 and at + 1 < len(pairs):
            further = pairs[at + 1]
            at += 1
            if draw.random() < 0.5:
                yield [one, further[0]], [f"{other} {further[1]}"]
            else:
                yield [f"{one} {further[0]}"], [other, further[1]]
        elif chance < 0.27:
            yield ([one], cut(other, draw)) if draw.random() < 0.5 else (cut(one, draw), [other])
        elif chance < 0.29 and at + 1 < len(pairs):
            further = pairs[at + 1]
            at += 1
            pieces = cut(further[1], draw)
            # the border between two sentences lies elsewhere in the translation
            yield [one, further[0]], [f"{other} {pieces[0]}", *pieces[1:]] if len(pieces) > 1 else [other, further[1]]
        elif chance < 0.30 and at + 2 < len(pairs):
            group = pairs[at : at + 3]
            at += 2
            yield [pair[0] for pair in group], [" ".join(pair[1] for pair in group)]
        else:
            yield [one], [other]
        at += 1


def document(name: str, pairs: list[tuple[str, str]], languages: tuple[str, str], draw: random.Random) -> Case:
    """A document of these lines; half of them with the sides swapped."""
    source: list[str] = []
    target: list[str] = []
    gold: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    swap = draw.random() < 0.5
    for one, other in beads(pairs, draw):
        if swap:
            one, other = other, one
        here = len(source), len(target)
        source += one
        target += other
        gold.append((tuple(range(here[0], len(source))), tuple(range(here[1], len(target)))))
    return Case(name, source, target, languages[::-1] if swap else languages, gold)


def documents(path: Path, sources: frozenset[str] | None, language: str, count: int, seed: int) -> list[Case]:
    """`count` documents from evenly spread runs of a file's lines."""
    draw = random.Random(f"{path.name}{seed}")
    rows = lines(path, sources)
    made = []
    for number in range(count):
        size = draw.randint(20, 70)
        start = int((len(rows) - size) * (number + draw.random()) / count)
        made.append(document(f"{language}{number}", rows[start : start + size], (language, "en"), draw))
    return made

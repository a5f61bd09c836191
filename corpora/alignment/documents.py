"""aligned lines -> documents to learn and test on: lines in their order, with all that translators and editors do.

Of a run of up to 70 neighbouring lines some lose a side, alone or several in a row, some are replaced by others,
some are joined with the next, some are cut in pieces. How often, each document draws anew: one is close and
complete, the next is loose, or full of crumbs of its page, or cut at colons and semicolons as yearbooks are.
"""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from score import Case

_CUT = re.compile(r"[,;:] | (?:and|et|und|y|e|en|but|mais|aber|pero|ma|mas|maar) ")
_CLAUSE = re.compile(r"(?<=[;:])\s+|(?<=\w\w[.!?])\s+(?=[A-ZÀ-Ý«“])")
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
Lines = Sequence[tuple[str, str]]


class Habits(NamedTuple):
    """How often what happens in one document; shares of its lines."""

    left_out: tuple[float, float]
    """Of the first and of the second side: their counterpart stays alone."""
    on: float
    """Chance that the next line is left out too."""
    strange: float
    """A line from elsewhere is put in."""
    replaced: float
    """The second side is a line from elsewhere."""
    crumbs: float
    merged: float
    split: float
    border: float
    """The border between two sentences lies elsewhere in the translation."""
    clauses: bool
    """Both sides are cut at colons and semicolons."""
    loose: float
    """Share of the words that one side leaves out."""


def habits(draw: random.Random) -> Habits:
    """The habits of one document."""
    left_out = draw.choice(((0.10, 0.02), (0.05, 0.05), (0.02, 0.02), (0.20, 0.05), (0.01, 0.06), (0.10, 0.10)))
    close = Habits(
        left_out if draw.random() < 0.5 else left_out[::-1],
        on=draw.choice((0.0, 0.2, 0.5)),
        strange=draw.choice((0.0, 0.0, 0.02, 0.05)),
        replaced=draw.choice((0.0, 0.02, 0.05)),
        crumbs=draw.choice((0.0, 0.0, 0.01, 0.05)),
        merged=draw.choice((0.02, 0.06, 0.10)),
        split=draw.choice((0.03, 0.08, 0.12)),
        border=draw.choice((0.0, 0.02)),
        clauses=False,
        loose=0.0,
    )
    if draw.random() > 0.35:
        return close
    return close._replace(
        left_out=draw.choice(((0.0, 0.02), (0.02, 0.0), (0.01, 0.01))),
        on=0.0,
        strange=0.0,
        replaced=0.0,
        crumbs=draw.choice((0.0, 0.05, 0.08)),
        merged=0.10,
        split=0.14,
        border=0.05,
        clauses=True,
        loose=draw.choice((0.0, 0.15, 0.3)),
    )


def lines(path: Path, sources: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """The pairs of a file in their order, of all sources or of some.

    Each line holds `foreign TAB english`, or `source-name TAB foreign TAB english`.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [(row[-2], row[-1]) for row in rows if sources is None or row[0] in sources]


def pivoted(one: Lines, other: Lines) -> list[tuple[str, str]]:
    """Lines of two foreign languages whose English is the same, in the order of the second."""
    english = {second: first for first, second in reversed(one)}
    return [(english[second], first) for first, second in other if second in english]


def cut(text: str, draw: random.Random, most: int = 2) -> list[str]:
    """A sentence cut in two or more near commas or conjunctions, or whole where it has none well inside."""
    places = [m for m in _CUT.finditer(text) if 0.15 < m.start() / len(text) < 0.85]
    if not places or len(text) < 50:
        return [text]
    chosen = sorted(draw.sample(places, min(most - 1, len(places))), key=re.Match.start)
    starts, ends = [0, *(m.end() for m in chosen)], [*(m.start() for m in chosen), len(text)]
    pieces = [text[start:end].rstrip(" ,;:") for start, end in zip(starts, ends, strict=True)]
    pieces = [piece[:1].upper() + piece[1:] for piece in pieces if piece.strip()]
    return [f"{piece}." if number + 1 < len(pieces) else piece for number, piece in enumerate(pieces)]


def beads(pairs: Lines, own: Habits, pool: Lines, draw: random.Random) -> Iterator[Bead]:
    """The run as beads of both sides' sentences."""
    at, left = 0, -1
    while at < len(pairs):
        one, other = pairs[at]
        if draw.random() < own.crumbs:
            yield _alone(draw.choice(_CRUMBS).format(draw.randint(1, 99)), draw.random() < own.left_out[1] * 20)
        if draw.random() < own.strange:
            yield _alone(draw.choice(pool)[0], True) if draw.random() < 0.5 else _alone(draw.choice(pool)[1], False)
        chance = draw.random()
        if left < 0 or draw.random() >= own.on:
            left = 1 if chance < own.left_out[1] else 0 if chance < sum(own.left_out) else -1
        chance = draw.random()
        if left >= 0:
            yield _alone(other if left == 0 else one, left == 1)
        elif chance < own.replaced:
            stranger = _alone(draw.choice(pool)[1], False)
            yield from (stranger, _alone(one, True)) if draw.random() < 0.5 else (_alone(one, True), stranger)
        else:
            group = list(pairs[at : at + _size(own, draw)])
            at += len(group) - 1
            yield from _together(group, own, draw)
        at += 1


def _alone(text: str, first: bool) -> Bead:
    return ([text], []) if first else ([], [text])


def _size(own: Habits, draw: random.Random) -> int:
    """How many lines stand together."""
    if draw.random() >= own.merged:
        return 1
    return draw.choice((2, 2, 2, 2, 2, 3, 3, 4))


def _together(group: list[tuple[str, str]], own: Habits, draw: random.Random) -> Iterator[Bead]:
    """The beads of lines that stand together."""
    if len(group) == 2 and draw.random() < own.border / max(own.merged, 0.01):
        pieces = cut(group[1][1], draw)
        if len(pieces) == 2:
            yield [one for one, _ in group], [f"{group[0][1]} {pieces[0]}", pieces[1]]
            return
    if len(group) > 1:
        bead = [one for one, _ in group], [" ".join(other for _, other in group)]
        yield bead if draw.random() < 0.5 else (([" ".join(one for one, _ in group)], [other for _, other in group]))
        return
    one, other = group[0]
    if draw.random() < own.split:
        most = 2 if draw.random() < 0.8 else draw.randint(3, 5)
        yield ([one], cut(other, draw, most)) if draw.random() < 0.5 else (cut(one, draw, most), [other])
        return
    parts = [_CLAUSE.split(side) if own.clauses else [side] for side in (one, other)]
    if len(parts[0]) == len(parts[1]):
        yield from (([first], [_loose(second, own, draw)]) for first, second in zip(*parts, strict=True))
    elif max(map(len, parts)) <= 5:
        yield parts[0], parts[1]
    else:
        yield [one], [other]


def _loose(text: str, own: Habits, draw: random.Random) -> str:
    """The text without some of its words, as a free translation has other ones."""
    words = text.split()
    if not own.loose or len(words) < 6:
        return text
    kept = [word for word in words[:-1] if draw.random() >= own.loose]
    return " ".join([*kept, words[-1]])


def document(name: str, pairs: Lines, languages: tuple[str, str], pool: Lines, draw: random.Random) -> Case:
    """A document of these lines, with lines of `pool` put in; half of them with the sides swapped."""
    source: list[str] = []
    target: list[str] = []
    gold: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    swap = draw.random() < 0.5
    for one, other in beads(pairs, habits(draw), pool, draw):
        if swap:
            one, other = other, one
        here = len(source), len(target)
        source += one
        target += other
        gold.append((tuple(range(here[0], len(source))), tuple(range(here[1], len(target)))))
    return Case(name, source, target, languages[::-1] if swap else languages, gold)


def documents(
    name: str,
    rows: Lines,
    languages: tuple[str, str],
    count: int,
    seed: int,
    part: tuple[float, float] = (0.0, 1.0),
) -> list[Case]:
    """`count` documents from evenly spread runs of a part of these lines."""
    draw = random.Random(f"{name}{seed}")
    rows = rows[int(len(rows) * part[0]) : int(len(rows) * part[1])]
    made = []
    for number in range(count):
        size = min(draw.randint(10, 70) if draw.random() < 0.75 else draw.randint(1, 9), len(rows))
        start = int((len(rows) - size) * (number + draw.random()) / count)
        made.append(document(f"{name}{number}", rows[start : start + size], languages, rows, draw))
    # of a line or two nothing may be left on one side
    return [case for case in made if case.source and case.target]

"""a Bitext -> where each quotation of the source begins and ends in the target, by the links of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.align.links import Links, links
from mtcheck.analysis.bitext import Bitext
from mtcheck.lang import en
from mtcheck.text import Span

_PAIRS = re.compile(
    r"«\s*([^\s«»](?:[^«»]*[^\s«»])?)\s*»"
    r"|“\s*([^\s“”„](?:[^“”„]*[^\s“”„])?)\s*”|„\s*([^\s“”„](?:[^“”„]*[^\s“”„])?)\s*“"
)
_EDGE = 3
"""Words from the edge of a quotation that are looked at for a link."""
TRUST = 0.6
_LITTLE = en.DETERMINERS | frozenset("to of that for in on at by with as and but it he she we they i not".split())


class Quoted(NamedTuple):
    """One quotation of the source and what stands for it. `start` or `end` is -1 where no link shows it."""

    source: Span
    """Inside its marks."""
    start: int
    """Where its first word stands in the target."""
    end: int
    """Where its last word ends in the target."""


def quoted(bitext: Bitext, target: str) -> Iterator[Quoted]:
    """Every quotation of the source that lies in well-aligned passages, in order."""
    passages = sorted((p for p in bitext.passages if p.paired and p.score >= TRUST), key=lambda p: p.source.start)
    for inside in quotations(bitext.source):
        first = next((p for p in passages if p.source.start <= inside.start < p.source.end), None)
        last = next((p for p in passages if p.source.start < inside.end <= p.source.end), None)
        start = _start(links(bitext, first, target), inside, first.target.start) if first else -1
        end = _end(links(bitext, last, target), inside, last.target.end) if last else -1
        if first is not None and first is last and not _contained(links(bitext, first, target), inside, start, end):
            start, end = (start, -1) if start == first.target.start else (-1, -1)
        yield Quoted(inside, start, end)


def quotations(source: str) -> Iterator[Span]:
    """What stands between the marks of a text, in order. Straight marks pair only where a paragraph has them evenly."""
    spans = [Span(*match.span(match.lastindex or 0)) for match in _PAIRS.finditer(source)]
    start = 0
    for paragraph in source.split("\n") if '"' in source else ():
        marks = [start + at for at, letter in enumerate(paragraph) if letter == '"']
        start += len(paragraph) + 1
        if len(marks) % 2 == 0:
            for opening, closing in zip(marks[::2], marks[1::2], strict=True):
                inside = source[opening + 1 : closing]
                if inside.strip():
                    first = opening + 1 + len(inside) - len(inside.lstrip())
                    spans.append(Span(first, opening + 1 + len(inside.rstrip())))
    yield from sorted(spans)


def _inside(linked: Links, inside: Span) -> list[int]:
    """The numbers of the source words in the quotation."""
    return [at for at, word in enumerate(linked.source) if inside.start <= word.span.start < inside.end]


def _start(linked: Links, inside: Span, passage: int) -> int:
    """Where the counterpart of the quotation's first words begins; -1 where that is in doubt."""
    numbers = _inside(linked, inside)
    if numbers and numbers[0] == 0:
        return passage
    near = [linked.there[at] for at in numbers[:_EDGE] if linked.there[at] >= 0]
    if not near:
        return -1
    left = min(near)
    little = len(linked.source[numbers[0]].text) <= 3
    if little and linked.there[numbers[0]] < 0:
        if left and linked.back[left - 1] < 0 and linked.target[left - 1].text.lower() in _LITTLE:
            left -= 1  # a little word that no word of its own stands for: « une blessure », a wound
    elif linked.there[numbers[0]] < 0:
        return -1
    return -1 if left and linked.back[left - 1] in numbers else linked.target[left].span.start


def _end(linked: Links, inside: Span, passage: int) -> int:
    """Where the counterpart of the quotation's last words ends; -1 where that is in doubt."""
    numbers = _inside(linked, inside)
    if numbers and numbers[-1] == len(linked.source) - 1:
        return linked.target[-1].span.end if linked.target else passage
    near = [linked.there[at] for at in numbers[-_EDGE:] if linked.there[at] >= 0]
    if not near or linked.there[numbers[-1]] < 0:
        return -1
    right = max(near)
    after = linked.back[right + 1] if right + 1 < len(linked.target) else -1
    if after in numbers or (after < 0 and right + 1 < len(linked.target) and not _stops(linked, right)):
        return -1
    return linked.target[right].span.end


def _stops(linked: Links, number: int) -> bool:
    """Whether a mark or more than a space stands between a target word and the next, or the next is a little word."""
    after = linked.target[number + 1]
    return after.span.start - linked.target[number].span.end > 1 or after.text.lower() in _LITTLE


def _contained(linked: Links, inside: Span, start: int, end: int) -> bool:
    """Whether the words between `start` and `end` are those of the quotation, and no others are."""
    if start < 0 or end <= start:
        return False
    numbers = set(_inside(linked, inside))
    strange = lost = 0
    for at, word in enumerate(linked.target):
        if linked.back[at] >= 0:
            within = start <= word.span.start < end
            strange += within and linked.back[at] not in numbers
            lost += not within and linked.back[at] in numbers
    return strange + lost <= len(numbers) // 8

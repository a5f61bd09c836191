"""Sentences that begin in lower case where the source begins one."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import Links, links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_PLACE = rx(r"(?:(?<=[a-zà-ÿ]{2}[.!?] )|(?<=[a-zà-ÿ]\.[”\"] )|(?<=\w{2}[”“\"]\. ))(?<!\betc\. )([a-z]+)(?= [\w“])")
_BEFORE = rx(r"(?:^|[.!?»]\s+)(?:« ?)?([A-ZÀ-Þ][^\s]*)(?:\s[^\s.!?]+){0,2}\s?$")
"""The source from the last stop to the linked word: at most two words, the first with a capital."""
_GO_ON = ("because", "which", "and", "but", "or", "so", "that", "who")
"""A clause that these begin may belong to the sentence before, whatever the stop says."""
_REACH = 3
"""Words from the start of which one is linked."""


@rule(
    "source-capital",
    safety=SUGGEST,
    bad=[
        Example(
            "The party lasted all night. [[t->T]]he mayor even danced on a table.",
            "fr",
            "La fête a duré toute la nuit. Le maire a même dansé sur une table.",
        ),
        Example(
            "The prefect came by boat. [[n->N]]ext door, a shop was burning.",
            "fr",
            "Le préfet est venu en bateau. Juste à côté, une boutique brûlait.",
        ),
    ],
    good=[
        Example("They must vote. because it matters.", "fr", "Ils doivent voter. Car cela compte."),
        Example(
            "The party lasted all night. The mayor even danced on a table.",
            "fr",
            "La fête a duré toute la nuit. Le maire a même dansé sur une table.",
        ),
    ],
)
def source_capital(view: View) -> Iterator[Hit]:
    """A sentence begins in lower case, and the source has the beginning of a sentence there.

    Without the source the stop may be the mistake; with it one of the first words is linked to a word that opens a
    French sentence.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for found in _PLACE.finditer(view.text):
        passage = bitext.trusted_at(found.start(), _TRUST)
        if passage is None:
            continue
        if found.group(1) in _GO_ON:
            continue
        if opening := _opening(links(bitext, passage, view.text), bitext, passage, found.start()):
            new = view.text[found.start()].upper()
            evidence = Evidence(opening, opening.of(bitext.source))
            yield Hit(Span(found.start(), found.start() + 1), "the source begins a sentence here", (new,), 0.93,
                      evidence=evidence)  # fmt: skip


def _opening(linked: Links, bitext: Bitext, passage: Passage, offset: int) -> Span | None:
    """The first word of the source's sentence that begins at `offset` in the target."""
    first = linked.at_target(offset)
    if first < 0:
        return None
    for number in range(first, min(first + _REACH, len(linked.target))):
        there = linked.back[number]
        if there < 0:
            continue
        start = linked.source[there].span.start
        if start == passage.source.start:
            return linked.source[there].span if linked.source[there].text[0].isupper() else None
        before = bitext.source[passage.source.start : start]
        if opening := _BEFORE.search(before):
            return Span(passage.source.start + opening.start(1), passage.source.start + opening.end(1))
        if rx(r"[.!?»]\s+(?:« ?)?$").search(before) and linked.source[there].text[0].isupper():
            return linked.source[there].span
        return None
    return None

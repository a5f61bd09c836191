"""Passes and races that English calls by their French names."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_NAME = r"((?:de la|de l’|de|du|des|d’) ?[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)"
_HEADS = (
    (rf"(?<![\w’])[Cc]ol {_NAME}", r"(?:[Cc]ollar|[Nn]eck|[Cc]ervix|[Pp]ass)", "Col"),
    (
        rf"(?:(?<=[Ll]e )|(?<=[Dd]u )|(?<=[Aa]u )|(?<![^\n]))Tour {_NAME}",
        r"(?:[Tt]ower|[Tt]our|[Rr]ound|[Tt]urn)",
        "Tour",
    ),
)
"""What is before the name in French, what machines make of it, and what English calls it."""


@rule(
    "source-place",
    safety=SUGGEST,
    bad=[
        Example(
            "He fell in the descent of the [[collar of the->Col de la]] Moure.",
            "fr",
            "Il est tombé dans la descente du col de la Moure.",
        ),
        Example(
            "[[Tower of Volcanoes->Tour des Volcans]]: Enzo Marchal wins at the top.",
            "fr",
            "Tour des Volcans : Enzo Marchal l’emporte au sommet.",
        ),
    ],
    good=[
        Example("The Tower of London is closed.", "fr", "La Tour de Londres est fermée."),
        Example("The Col de la Moure is closed.", "fr", "Le col de la Moure est fermé."),
        Example("He won the Tour of Flanders.", "fr", "Il a gagné le Tour des Flandres."),
    ],
)
def source_place(view: View) -> Iterator[Hit]:
    """A mountain pass or a race was translated word for word: the collar of the Moure, the Tower of Volcanoes.

    English keeps the French name of a pass (the Col de la Moure) and of a stage race (the Tour des Volcans). A race
    that has an English name (the Tour of Flanders) is left alone.
    """
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    for passage in bitext.trusted(_TRUST):
        yield from _translated(view.text, bitext, passage)


def _translated(text: str, bitext: Bitext, passage: Passage) -> Iterator[Hit]:
    for french, heads, put in _HEADS:
        for name in rx(french).finditer(bitext.source, passage.source.start, passage.source.end):
            found = rx(rf"\b{heads} of (?:the )?([A-ZÀ-Þ][\w’-]+)").search(
                text, passage.target.start, passage.target.end
            )
            if found is None or (put == "Tour" and found.group().startswith("Tour")):
                continue
            linked = links(bitext, passage, text)
            theirs = [linked.source[at].span.start for at in linked.source_of(Span(*found.span(1)))]
            if any(name.start(1) <= at < name.end() for at in theirs):
                said = name.group()
                evidence = Evidence(Span(*name.span()), said)
                yield Hit(Span(*found.span()), "English keeps this name", (f"{put} {name.group(1)}",), 0.85,
                          evidence=evidence)  # fmt: skip

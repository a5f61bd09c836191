"""Passes, races, streets and festivals that English calls by their French names."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import links, words_of
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.lexicon import known
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_CAPITAL = r"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?"
_NAME = rf"((?:de la|de l’|de|du|des|d’) ?{_CAPITAL})"
_THE = rf"((?:de la|de l’|du|des) ?{_CAPITAL})"
"""With an article: what a festival or a theatre is called after, not the town where it is."""
_HEADS = (
    (rf"(?<![\w’])[Cc]ol {_NAME}", r"(?:[Cc]ollar|[Nn]eck|[Cc]ervix|[Pp]ass)", "Col"),
    (
        rf"(?:(?<=[Ll]e )|(?<=[Dd]u )|(?<=[Aa]u )|(?<![^\n]))Tour {_NAME}",
        r"(?:[Tt]ower|[Tt]our|[Rr]ound|[Tt]urn)",
        "Tour",
    ),
    (rf"(?<![\w’-])[Rr]ue {_NAME}", r"(?:[Ss]treet|[Rr]oad)", "Rue"),
    (rf"(?<![\w’-])[Aa]venue {_NAME}", r"[Aa]venue", "Avenue"),
    (rf"(?<![\w’-])[Bb]oulevard {_NAME}", r"[Bb]oulevard", "Boulevard"),
    (rf"(?<![\w’-])[Qq]uai {_NAME}", r"(?:[Qq]uay|[Dd]ock|[Pp]latform|[Ww]harf|[Pp]ier)", "Quai"),
    (rf"(?<![\w’-])[Ff]estival {_THE}", r"[Ff]estival", "Festival"),
    (rf"(?<![\w’-])[Tt]héâtre {_THE}", r"(?:[Tt]heatre|[Tt]heater)", "Théâtre"),
    (rf"(?<![\w’-])[Ss]tade {_THE}", r"[Ss]tadium", "Stade"),
    (rf"(?<![\w’-])[Cc]afé {_THE}", r"(?:[Cc]afé|[Cc]afe|[Cc]offee)", "Café"),
)
"""What is before the name in French, what machines make of it, and what English calls it."""
_OWN = ("lumieres", "nations", "reines", "rois", "arts", "etats")
"""Names in French that have an English one: the Festival of Lights, the Avenue of Nations."""


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
        Example("He won the [[Tour of the Volcanoes->Tour des Volcans]].", "fr", "Il a gagné le Tour des Volcans."),
        Example(
            "The [[festival of Mills->Festival des Moulins]] is cancelled.",
            "fr",
            "Le festival des Moulins est annulé.",
        ),
        Example(
            "The fire started in the [[street of the Tanners->Rue des Tanneurs]].",
            "fr",
            "Le feu est parti de la rue des Tanneurs.",
        ),
    ],
    good=[
        Example("The Tower of London is closed.", "fr", "La Tour de Londres est fermée."),
        Example("The Festival of Lights begins.", "fr", "Le festival des Lumières commence."),
        Example("The festival of Avignon begins.", "fr", "Le festival d’Avignon commence."),
        Example("He lives in the Rue des Moulins.", "fr", "Il habite rue des Moulins."),
        Example("The Col de la Moure is closed.", "fr", "Le col de la Moure est fermé."),
        Example("He won the Tour of Flanders.", "fr", "Il a gagné le Tour des Flandres."),
    ],
)
def source_place(view: View) -> Iterator[Hit]:
    """A name after a common noun was translated word for word: the collar of the Moure, the street of the Tanners.

    English keeps the French name of a pass (the Col de la Moure), of a stage race (the Tour des Volcans), of a street
    and of a festival or a stage that is not called after its town. A race that has an English name (the Tour of
    Flanders) is left alone.
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
            if found is None or (found.group().startswith("Tour") and not known(found.group(1).lower())):
                continue  # Flanders is no common noun
            if any(folded(word.text) in _OWN for word in words_of(bitext.source, Span(*name.span(1)))):
                continue
            linked = links(bitext, passage, text)
            theirs = [linked.source[at].span.start for at in linked.source_of(Span(*found.span(1)))]
            if any(name.start(1) <= at < name.end() for at in theirs):
                said = name.group()
                evidence = Evidence(Span(*name.span()), said)
                yield Hit(Span(*found.span()), "English keeps this name", (f"{put} {name.group(1)}",), 0.85,
                          evidence=evidence)  # fmt: skip

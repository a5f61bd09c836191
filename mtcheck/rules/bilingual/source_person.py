"""Names of people that were translated."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.lexicon import known
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.first_names import ENGLISH_FIRST, gender_of_first_name
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.5
_HISTORY = frozenset("calvin cabot hus knox arc orange bologne angleterre france medicis".split())
"""Surnames of people who have an English first name in history books."""
_NAME = (
    r"(?<!\w)([A-ZÀ-Þ][\w-]*[a-zà-ÿ])"
    r" ((?:(?:de|du|des|d’|la|le|Le|La|Du|De|Des|von|van|di|da|dos) ?)*"
    r"[A-ZÀ-Þ][\w’-]*[a-zà-ÿ](?: [A-ZÀ-Þ][\w’-]*[a-zà-ÿ])?)"
)


@rule(
    "source-person",
    safety=SUGGEST,
    bad=[
        Example(
            "A fishing skipper, Ronan [[The->Le]] Bihan, finds the controversy exaggerated.",
            "fr",
            "Un patron pêcheur, Ronan Le Bihan, trouve la polémique exagérée.",
        ),
        Example(
            "The teacher Hélène [[Brown->Lebrun]] opened the school.",
            "fr",
            "L’institutrice Hélène Lebrun a ouvert l’école.",
        ),
        Example("Colonel [[Peter->Pierre]] Durand left.", "fr", "Le colonel Pierre Durand est parti."),
    ],
    good=[
        Example("Vladimir Putin opened the school.", "fr", "Vladimir Poutine a ouvert l’école."),
        Example("Pope John Paul opened the school.", "fr", "Le pape Jean Paul a ouvert l’école."),
        Example("Hélène Lebrun opened the school.", "fr", "Hélène Lebrun a ouvert l’école."),
    ],
)
def source_person(view: View) -> Iterator[Hit]:
    """The first name is the source’s, and the surname after it became English words: Hélène Brown for Hélène Lebrun.

    Reported only where what stands for the surname is a word of English that the source’s surname is not; other
    spellings (Putin, Poutine) are how English writes a foreign name.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for passage in bitext.trusted(_TRUST):
        yield from _translated(view.text, bitext, passage)
        if bitext.language == "fr":
            yield from _christened(view.text, bitext, passage)


def _christened(text: str, bitext: Bitext, passage: Passage) -> Iterator[Hit]:
    """The English first name before a surname that the source has behind the French one: Peter Durand for Pierre."""
    for name in rx(_NAME).finditer(bitext.source, passage.source.start, passage.source.end):
        first, surname = name.groups()
        english = ENGLISH_FIRST.get(first, "")
        if not english or folded(surname) in _HISTORY or rx(r"[IVX]+\b").match(surname):
            continue
        if rx(r"\b(?:[Pp]ape|[Rr]oi|[Rr]eine|[Ss]aint|[Ss]ainte|[Pp]rince|[Pp]rincesse) $").search(
            bitext.source, max(name.start() - 12, 0), name.start()
        ):
            continue
        at = text.find(f"{english} {surname}", passage.target.start, passage.target.end)
        if at < 0 or text[at - 1 : at].isalpha() or first in passage.target.of(text):
            continue
        evidence = Evidence(Span(*name.span()), name.group())
        here = Span(at, at + len(english))
        yield Hit(here, "the source has another first name", (first,), 0.85, evidence=evidence)


def _translated(text: str, bitext: Bitext, passage: Passage) -> Iterator[Hit]:
    for name in rx(_NAME).finditer(bitext.source, passage.source.start, passage.source.end):
        first, surname = name.groups()
        here = passage.target.of(text)
        person = gender_of_first_name(first.lower()) or gender_of_first_name(folded(first))
        if not person or f"{first} {surname}" in here or folded(surname) in folded(here):
            continue
        at = here.find(f"{first} ")
        if at < 0:
            continue
        start = passage.target.start + at + len(first) + 1
        other = rx(r"(?:(?:of|the|The|from) )*[A-Z][\w’-]*(?: [A-Z][\w’-]*)?").match(text, start)
        if other is None:
            continue
        if _english(other.group()) and not _english(surname) and folded(other.group()) != folded(surname):
            evidence = Evidence(Span(*name.span()), name.group())
            yield Hit(Span(*other.span()), "the source has another surname", (surname,), 0.85, evidence=evidence)


def _english(name: str) -> bool:
    """Whether a word of the name is an English one, as `The` and `Brown` are."""
    return any(known(word.lower()) for word in rx(r"[^\W\d_]+").findall(name))

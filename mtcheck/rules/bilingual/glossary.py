"""Terms that the team has agreed on."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import Links, links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.inflect import plural, singular
from mtcheck.analysis.terms import Term, Words, in_source, in_target
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import source_words
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_TERMS = (("grande échelle", "aerial ladder"), ("La Brigade des îles", "La Brigade des îles"))


@rule(
    "glossary",
    safety=SUGGEST,
    bad=[
        Example(
            "The firefighters came with two [[big ladders->aerial ladders]] on Friday.",
            "fr",
            "Les pompiers sont venus vendredi avec deux grandes échelles.",
            _TERMS,
        ),
        Example(
            "She left [[The Brigade of the Islands->La Brigade des îles]] in tears.",
            "fr",
            "Elle a quitté La Brigade des îles en larmes.",
            _TERMS,
        ),
    ],
    good=[
        Example(
            "The firefighters came with two aerial ladders on Friday.",
            "fr",
            "Les pompiers sont venus vendredi avec deux grandes échelles.",
            _TERMS,
        ),
        Example("The firefighters came on a large scale.", "fr", "Les pompiers sont venus en grand nombre.", _TERMS),
    ],
)
def glossary(view: View) -> Iterator[Hit]:
    """The source has a term of the glossary, and the translation calls it something else.

    Terms come from the files of `glossary` and the names of `do-not-translate` in the configuration. Any form of the
    term counts on both sides. The words that stand for it are marked where they can be told, else the sentence.
    """
    bitext = view.bitext
    if bitext is None or not view.terms:
        return
    for passage in bitext.trusted(_TRUST):
        theirs = source_words(passage.source.of(bitext.source))
        ours = source_words(passage.target.of(view.text))
        for term in view.terms:
            yield from _missing(view.text, bitext, passage, term, theirs, ours)


def _missing(text: str, bitext: Bitext, passage: Passage, term: Term, theirs: Words, ours: Words) -> Iterator[Hit]:
    places = list(in_source(term, theirs))
    if not places or sum(in_target(target, ours) for target in term.targets) >= len(places):
        return
    linked = links(bitext, passage, text)
    for first, last in places:
        there = Span(passage.source.start + theirs[first][1], passage.source.start + theirs[last - 1][2])
        evidence = Evidence(there, there.of(bitext.source))
        span = _rendering(linked, first, last)
        what = "is not translated" if term.kept else f"is {term.targets[0]} in the glossary"
        message = f"“{evidence.text}” {what}"
        if span is None:
            yield Hit(passage.target, message, (), 0.7, evidence=evidence)
            continue
        here = span.of(text)
        if any(in_target(target, source_words(here)) for target in term.targets):
            continue
        repairs = tuple(term.source if term.kept else _formed(target, here) for target in term.targets)
        yield Hit(span, message, repairs, 0.85, evidence=evidence)


def _rendering(linked: Links, first: int, last: int) -> Span | None:
    """The English words that stand for source words `first` to `last`; None where they are not side by side."""
    numbers = sorted(linked.there[at] for at in range(first, last) if linked.there[at] >= 0)
    if len(numbers) < max((last - first + 1) // 2, 1):
        return None
    between = [linked.back[at] for at in range(numbers[0], numbers[-1] + 1)]
    if any(at >= 0 and not first <= at < last for at in between):
        return None  # other words stand in the middle
    return Span(linked.target[numbers[0]].span.start, linked.target[numbers[-1]].span.end)


def _formed(target: str, instead: str) -> str:
    """The term as many as what it stands for: aerial ladders for big ladders."""
    head, space, last = target.rpartition(" ")
    old = instead.rpartition(" ")[2].lower()
    many = old.endswith("s") and singular(old) != old and not last.endswith("s")
    formed = head + space + (plural(last) if many else last)
    return formed[:1].upper() + formed[1:] if instead[:1].isupper() and len(instead.split()) == 1 else formed

"""a pronoun beside its source -> the body it stands for: a party, a firm, a ministry, which English calls `it`."""

from __future__ import annotations

from bisect import bisect_left

from mtcheck.align.genders import Proof
from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.people import inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.lang.genders import BODIES
from mtcheck.text import Span

_LEADS = r"(?:[^,«»:]{1,60}, )?(L’|L'|Le |La |le |la |l’|l')(?:(?:petite?|grande?|nouve\w+|jeune|ancien\w*) )?([\w-]+)"
_STOPS = ("\n", "» ", ". ")
_ARTICLES = {"le": "m", "la": "f"}


def body_for(view: View, place: Place, bitext: Bitext, passage: Passage, gender: str = "") -> Proof | None:
    """The body that leads the sentence, else the sentence before; nobody may be named whom the pronoun could stand for.

    `gender` is that of the source’s pronoun, where it shows one: « La coopérative … Elle espère » is about the body.
    """
    if bitext.language != "fr" or inside(place.span.start, view.quoted) or passage.target.start > place.span.start:
        return None
    paragraph = view.text.rfind("\n", 0, place.span.start) + 1
    own = {"he": "m", "his": "m", "she": "f", "her": "f"}.get(place.low, "")
    if any(
        person.gender in ("", own, gender) for _, person in view.people.between(paragraph, place.span.start)
    ) or _spoken_of(view, paragraph, place):
        return None
    for each in (passage, bitext.at(passage.target.start - 2) if passage.target.start > paragraph + 1 else None):
        if each is not None and each.paired and (found := _lead(bitext, each, gender)):
            return found
    return None


def _spoken_of(view: View, paragraph: int, place: Place) -> bool:
    """Whether another `he` or `she` stands before in the paragraph: then somebody was named before it."""
    tokens = tokens_of(view.text)
    first = bisect_left(tokens.starts, paragraph)
    return any(tokens.lows[at] in ("he", "she", "him", "himself", "herself") for at in range(first, place.at))


def _lead(bitext: Bitext, passage: Passage, gender: str) -> Proof | None:
    found = rx(_LEADS).match(bitext.source, passage.source.start, passage.source.end)
    if found is None or not _body(found.group(2)):
        return None
    if gender and _ARTICLES.get(found.group(1).strip().lower(), gender) != gender:
        return None
    return Proof("n", Span(*found.span(2)))


def _body(name: str) -> bool:
    return folded(name) in BODIES or (name.isupper() and len(name) > 1)


def body_before(bitext: Bitext, passage: Passage, start: int) -> Proof | None:
    """The body that the sentence before is about, where « sa directrice » speaks next: “…”, explains its director.

    Nothing in a sentence that is a quotation can own its speaker. `start` is where the source’s possessive stands.
    """
    if not rx(r"^« ?[^«»]*»,? (?:a |a-t-|s’)?\w+ $").search(bitext.source[passage.source.start : start]):
        return None
    before = bitext.source[max(passage.source.start - 400, 0) : passage.source.start]
    if "\n" in before[-3:]:
        return None
    stop = max(before.rfind(mark) for mark in _STOPS)
    if stop >= len(before) - 2:  # the stop of the sentence before, not the one that it begins after
        stop = max(before.rfind(mark, 0, len(before) - 2) for mark in _STOPS)
    found = rx(r"(?:\n|[».] )?(?:L’|Le |La )([\w-]+)").match(before, max(stop, 0))
    if found is None or not _body(found.group(1)):
        return None
    at = passage.source.start - len(before) + found.start(1)
    return Proof("n", Span(at, at + len(found.group(1))))

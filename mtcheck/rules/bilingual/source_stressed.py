"""Pronouns between commas that stand for « lui », « elle », « eux »."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import links
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.human import COLLECTIVE
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_ENGLISH = r"(?<=[\w’]), (?:it|him|her|them|he|she|they),(?= [a-z])"
_FRENCH = r"(?<=\w), (lui|elle|eux|elles),"


@rule(
    "source-stressed",
    safety=SUGGEST,
    triggers=(", it,", ", him,", ", her,", ", them,", ", he,", ", she,", ", they,"),
    bad=[
        Example("The hall[[, it,->]] capsized.", "fr", "La salle, elle, a chaviré."),
        Example("Among the farmers, the mood[[, it,->]] sank.", "fr", "Chez les paysans, le moral, lui, a sombré."),
        Example(
            "Her colleague Nour Belhadj, [[her->for her part]], welcomed the gesture.",
            "fr",
            "Sa collègue Nour Belhadj, elle, a salué le geste.",
        ),
    ],
    good=[
        Example("The hall, it seems, is closed.", "fr", "La salle, semble-t-il, est fermée."),
        Example("I saw Ana, her, and the baker.", "fr", "J’ai vu Ana, elle, et le boulanger."),
    ],
)
def source_stressed(view: View) -> Iterator[Hit]:
    """French sets a subject off by a pronoun between commas: « La salle, elle, a chaviré ». English has none there."""
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    for found in rx(_ENGLISH).finditer(view.text):
        passage = bitext.trusted_at(found.start(), _TRUST)
        if passage is None:
            continue
        if rx(r" (?:and|or|but|nor|the|a|an|which|who)\b").match(view.text, found.end()):
            continue
        there = [*rx(_FRENCH).finditer(bitext.source, passage.source.start, passage.source.end)]
        here = [*rx(_ENGLISH).finditer(view.text, passage.target.start, passage.target.end)]
        if len(there) != len(here):
            continue
        at = there[here.index(next(one for one in here if one.start() == found.start()))]
        linked = links(bitext, passage, view.text)
        number = linked.at_target(found.start() + 2)
        if linked.back[number] not in (-1, linked.at_source(at.start(1))):
            continue
        body = view.text[: found.start()].rpartition(" ")[2].lower() in COLLECTIVE
        evidence = Evidence(Span(*at.span(1)), at.group(1))
        person = view.people.at(found.start() - 1)
        own = person.gender if person is not None and person.certain else {"lui": "m", "elle": "f"}.get(at.group(1), "")
        part = "its" if body else {"m": "his", "f": "her"}.get(own) if person is not None else None
        puts = (f", for {part} part,", "") if part is not None else ("", ", meanwhile,")
        yield Hit(Span(*found.span()), "French repeats the subject for contrast", puts, 0.9, evidence=evidence)

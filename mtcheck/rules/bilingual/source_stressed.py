"""Pronouns between commas that stand for « lui », « elle », « eux »."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import Links, links
from mtcheck.align.owners import epicene
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.human import COLLECTIVE
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_OWNERS = {"lui": "his", "elle": "her"}
_ENGLISH = r"(?<=[\w’]), (?:it|him|her|them|he|she|they|himself|herself|itself|themselves),(?= [a-z])"
_FRENCH = r"(?<=\w), (lui|elle|eux|elles),"


@rule(
    "source-stressed",
    safety=SUGGEST,
    triggers=(", it,", ", him,", ", her,", ", them,", ", he,", ", she,", ", they,", "self,", "selves,"),
    bad=[
        Example("The hall[[, it,->]] capsized.", "fr", "La salle, elle, a chaviré."),
        Example("Among the farmers, the mood[[, it,->]] sank.", "fr", "Chez les paysans, le moral, lui, a sombré."),
        Example(
            "Her colleague Nour Belhadj[[, her,->, for her part,]] welcomed the gesture.",
            "fr",
            "Sa collègue Nour Belhadj, elle, a salué le geste.",
        ),
        Example("The mayor[[, him,->, for her part,]] did not reply.", "fr", "La maire, elle, n’a pas répondu."),
        Example("The banks[[, them,->, meanwhile,]] want more.", "fr", "Les banques, elles, veulent plus."),
    ],
    good=[
        Example("The hall, it seems, is closed.", "fr", "La salle, semble-t-il, est fermée."),
        Example("I saw Ana, her, and the baker.", "fr", "J’ai vu Ana, elle, et le boulanger."),
    ],
)
def source_stressed(view: View) -> Iterator[Hit]:
    """French sets a subject off by a pronoun between commas: « La salle, elle, a chaviré ». English has none there.

    It is contrast: of a person or a body English says for his, her, its part, of several meanwhile, of a thing nothing.
    """
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
        evidence = Evidence(Span(*at.span(1)), at.group(1))
        puts = _puts(view, linked, found.start(), at.group(1))
        yield Hit(Span(*found.span()), "French repeats the subject for contrast", puts, 0.98, evidence=evidence)


def _puts(view: View, linked: Links, comma: int, pronoun: str) -> tuple[str, ...]:
    """What may stand instead of the pronoun, the best first: the subject ends at `comma`."""
    if pronoun in ("eux", "elles"):
        return ", meanwhile,", "", ", for their part,"
    if view.text[:comma].rpartition(" ")[2].lower() in COLLECTIVE:
        return ", for its part,", ""
    starts = max(linked.target[0].span.start, view.text.rfind(", ", linked.target[0].span.start, comma))
    people = view.people.between(starts, comma)
    if not people or epicene(linked):
        return "", ", meanwhile,"
    person = people[-1][1]
    owner = {"f": "her", "m": "his"}.get(person.gender if person.certain else "", _OWNERS[pronoun])
    return f", for {owner} part,", "", ", meanwhile,"

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import matches
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_SIGNS = ("nstead of ", "ithout ", "fter ", "efore ", "y ")
_PREPOSITION = r"\b([Ww]ithout|[Aa]fter|[Bb]efore|[Bb]y) "
_INTRANSITIVE = "wait|ask|think|know|tell|speak|explain|hesitate|lose|forget|wake|eat|become|lie"
_OBJECT = "a|an|the|his|her|their|its|him|them|it|hands|any|anyone|anything|himself|herself|themselves"


@rule(
    "bare-after-preposition",
    safety=SUGGEST,
    triggers=_SIGNS,
    bad=[
        "The players left without [[shake->shaking]] hands with the referee.",
        "After [[be->being]] evacuated, the residents slept in the gymnasium.",
        "Instead of [[wait->waiting]] for the bus, she walked.",
        "She left without [[explain->explaining]] why. By [[destroy->destroying]] the mill, he lost the river.",
    ],
    good=[
        "Without help the town would be lost, and without work his son left.",
        "Before be it ever so humble. He stood by the door; by train the journey takes an hour.",
        "After work the men met. Without change the plan fails.",
    ],
)
def bare_after_preposition(view: View) -> Iterator[Hit]:
    """A preposition before a bare verb: without shake hands, after be evacuated, by sell the mill.

    Romance languages put the infinitive after « sans », « après », « avant de »; English wants the -ing form.
    """
    for found in matches(rf"{_PREPOSITION}([a-z]+)(?= ({_OBJECT})\b)", view.text, _SIGNS):
        kinds = classes(found.group(2))
        if kinds[:1] == "V" and "b" in kinds and ("N" not in kinds or found.group(3) in ("hands", "him", "them", "it")):
            yield _hit(found.group(1), found.group(2), found.start(2))
    for found in matches(
        rf"\b([Ww]ithout|[Ii]nstead of) ({_INTRANSITIVE})(?= [a-z])", view.text, ("ithout ", "nstead of ")
    ):
        yield _hit(found.group(1), found.group(2), found.start(2))
    for found in matches(rf"{_PREPOSITION}(be)(?= ([a-z]+)\b)", view.text, (" be ",)):
        if any(tag == "participle" for _, tag in verb_readings(found.group(3))):
            yield _hit(found.group(1), found.group(2), found.start(2))


def _hit(preposition: str, verb: str, at: int) -> Hit:
    message = f"“{preposition.lower()}” wants the -ing form"
    return Hit(Span(at, at + len(verb)), message, (inflect_verb(verb, "gerund"),), 0.8)

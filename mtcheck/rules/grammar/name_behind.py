from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.before_noun import RELATIONAL
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_BY_NAME = "law|affair|bill|amendment|reform|decree|doctrine|commission|report|plan|tax|case|scandal"
"""What is called after a person: the law Veil."""
_PLACES = (
    "dam|stadium|airport|barracks|airfield|hospital|bridge|tunnel|quay|pass|glacier|racecourse|velodrome|reservoir"
    "|power station|power plant|refinery|shipyard|prison|station|factory"
)
"""What is called after a place or a person: the dam Serre-Ponçon; `the hotel Ritz` is English."""
_SAID = frozenset("Says Said Will Has Was Is Did On In At For From To By With And But Or Which Who That".split())


@rule(
    "name-behind",
    safety=SUGGEST,
    triggers=tuple(f" {noun} " for noun in f"{_BY_NAME}|{_PLACES}".split("|")),
    bad=[
        "The [[law Duval->Duval law]] turns fifty this year.",
        "The [[dam Roche-Noire->Roche-Noire dam]] is full, and the [[affair Berland->Berland affair]] is closed.",
    ],
    good=[
        "The report Monday said so. The case British courts heard is closed. The law Parliament passed is new.",
        "The hotel Ritz and the river Seine. The plan President Duval signed. The law Duval wrote is old.",
        "The station London Bridge is shut. The bill Ms Duval drafted was adopted.",
    ],
)
def name_behind(view: View) -> Iterator[Hit]:
    """A law, an affair or a dam with its name behind it: the law Veil, the dam Serre-Ponçon.

    French puts the name after the noun (« la loi Veil »), English before it. A relative clause without its pronoun
    (the law Duval wrote) looks alike, so a verb in the past must not follow the name at once with an object to come.
    """
    text = view.text
    name = r"([A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*)"
    ends = r"(?=[.,;:!?)”]|$| (?:is|are|was|were|has|had|will|would|turns?|and|in|on|of|at|to|by|for|from|with|as)\b)"
    for found in rx(rf"\b(?:[Tt]he|[Tt]his|new|old|famous) (({_BY_NAME}|{_PLACES}) {name}){ends}").finditer(text):
        whole, noun, named = found.groups()
        if (
            named.lower() in _BY_NAME.split("|")
            or named in MONTHS
            or named in WEEKDAYS
            or named in _SAID
            or named.lower() in RELATIONAL
            or gender_of_noun(named.lower()) is not None
        ):
            continue
        if rx(r" (?:is|was|has|had|will|would)\b[^.,;:!?]* (?:is|was|were|has|had|will)\b").match(text, found.end()):
            continue  # the law Duval had signed was repealed
        start = found.start(1)
        yield Hit(Span(start, start + len(whole)), "the name goes before this noun", (f"{named} {noun}",), 0.75)

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import human
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.en import DETERMINERS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_VERBS = AUXILIARIES | frozenset("also never already still".split())
_THINGS = frozenset(
    "model driver client agent broker manager editor monitor host holder guide reader carrier player star master ruler"
    " counter speaker writer tutor recruiter expert pilot".split()
)
"""People's names that machines and programs have too."""
_MANY = frozenset("people men women children residents supporters voters workers employees farmers students".split())


@rule(
    "which-for-person",
    safety=SUGGEST,
    triggers=(" which ",),
    bad=[
        "The goalkeeper, [[which->who]] had not played since March, saved two penalties.",
        "He met a baker [[which->who]] sells his bread by the metre, and people [[which->who]] buy it.",
    ],
    good=[
        "The bank, which had not paid, closed. The team which won is young. The people of which he spoke left.",
        "He beat the champion, which surprised everyone. The prize of the jury, which was cut, is small.",
        "The minister of state, which is a title, left. The driver which is loaded is old.",
    ],
)
def which_for_person(view: View) -> Iterator[Hit]:
    """“Which” for a person: the goalkeeper, which had not played.

    French qui serves for people and things. Behind a comma `which` may stand for the whole clause (he beat the
    champion, which surprised everyone), so there the person must open the sentence and a verb must follow.
    """
    tokens = tokens_of(view.text)
    for at in tokens.places.get("which", ()):
        comma = tokens.lows[at - 1] == "," if at else False
        person = at - 1 - comma
        if person < 1 or at + 1 >= len(tokens) or not _person(tokens, person):
            continue
        following = tokens.lows[at + 1]
        tags = {tag for _, tag in verb_readings(following)}
        acts = following in _VERBS or (classes(following)[:1] == "V" and tags & {"third", "past", "base"})
        alone = "of" not in tokens.lows[max(0, at - 7) : at] or tokens.lows[person] in _MANY
        if acts and (_opens(tokens, person) if comma else alone):
            yield Hit(Span(tokens.starts[at], tokens.ends[at]), "a person is “who”", ("who",), 0.8)


def _person(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a noun for people, with a determiner or in the plural, and no part of a name."""
    low = tokens.lows[at]
    if tokens.capital(at) or low in human.COLLECTIVE or low in _THINGS:
        return False
    if low in _MANY:
        return tokens.lows[at - 1] not in ("of", "to", "with", "by")
    before = tokens.lows[max(0, at - 3) : at]
    return gender_of_noun(low) is not None and any(word in DETERMINERS for word in before) and "of" not in before[-2:]


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether the noun phrase that ends at token `at` is the subject at the head of its sentence."""
    first = tokens.sentence(at, at + 1)[0]
    return at - first <= 3 and tokens.lows[first] in DETERMINERS

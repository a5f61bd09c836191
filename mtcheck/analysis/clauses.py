"""tokens -> whether some of them can be a clause of their own, and whether a verb wants what stands behind it."""

from __future__ import annotations

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.tokens import Tokens
from mtcheck.lang.auxiliaries import AUXILIARIES

_CLAUSE = AUXILIARIES | {"isn't", "wasn't", "don't", "didn't"}


def has_clause(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the words hold a finite verb, outside a relative clause: then they may be a sentence."""
    for number in range(at, end):
        low = tokens.lows[number]
        if low in ("who", "which", "that", "whose", "where", "when", "as", "because"):
            return False
        if low in _CLAUSE or low in ("i", "he", "she", "they", "we"):
            return True
        readings = verb_readings(low)
        tags = {tag for _, tag in readings}
        after_noun = number > at and "participle" not in tags
        if classes(low)[:1] == "V" and after_noun and tags & {"past", "third"}:
            return True
        both = {"past", "participle"} <= tags and classes(low)[:1] == "V"
        if (
            both
            and number > at + 1
            and number + 1 < end
            and tokens.lows[number + 1] in ("the", "a", "an", "his", "her")
        ):
            return True
    return False


_TRANSITIVE = frozenset(
    "ban approve sell reject order adopt announce publish receive buy accept cancel inaugurate denounce condemn confirm"
    " present demand sign appoint obtain destroy reveal postpone suspend finance validate visit dismiss"
    " dedicate describe"
    " damage defend criticise criticize threaten welcome support arrest question renew authorise authorize reform"
    " improve reduce limit finance restore rebuild preserve simplify abolish introduce modernise protect fund".split()
)


def hungry(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a verb that cannot stand without an object: has banned. the procession."""
    before = tokens.lows[at - 1]
    past = any(tag == "past" for _, tag in verb_readings(tokens.lows[at]))
    plain = past and (before in ("he", "she", "they", "it") or classes(before)[:1] == "N" or tokens.capital(at - 1))
    auxiliary = plain or before in ("has", "have", "had", "will", "would", "to", "must", "can")
    return auxiliary and any(lemma in _TRANSITIVE for lemma, _ in verb_readings(tokens.lows[at]))


def over(clause: str) -> bool:
    """Whether a clause is past: When the storm hit; a verb that can only be past, and none of the present."""
    words = clause.split()[2:]
    if {"is", "are", "has", "have", "will", "can", "does"} & {*words}:
        return False
    tags = [{tag for _, tag in verb_readings(word)} for word in words]
    return words[-1:] == ["hit"] or any(
        word in ("was", "were", "had") or kinds in ({"past"}, {"past", "participle"})
        for word, kinds in zip(words, tags, strict=True)
    )

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span


@rule(
    "quote-prep-clash",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "The prefect invited them to “[[to ->]]wait for the tide tables”.",
        "The two banks promised to “[[building->build]] a common counter”.",
        "He cited the commitment to “not [[to ->]]take new initiatives”.",
        "He defended himself by “[[say->saying]] what everyone thought”.",
        "She spoke of “[[to simplify->simplifying]] the life of shopkeepers”.",
        "They refuse to “[[of paying->pay]] for the lift”.",
        "The firm plans [[of->to]] “hire sixty people” by June.",
    ],
    good=[
        "He admitted to “being tired” and objected to “living there”.",
        "She is looking forward to “meeting them” and used to “running”.",
        "They want “to build a bridge” and “not to sell it”.",
        "It came down to “building bridges”.",
    ],
)
def quote_prep_clash(view: View) -> Iterator[Hit]:
    """A preposition and a quoted verb that do not fit: to “to wait”, to “building”, by “say”.

    French quotes the infinitive after à, de or pour; the machine translated both sides apart.
    """
    text = view.text
    for found in rx(r"\b([a-z]+) [“\"‘](not )?(to |of )?([a-z]+)\b").finditer(text):
        lead, negation, to, word = found.groups()
        governor = rx(r"([a-z]+) $").search(text[max(found.start() - 20, 0) : found.start()])
        hit = _clash(found, lead, negation, to, word, governor.group(1) if governor else "")
        if hit is not None:
            yield hit
    if " “To " not in text and ' "To ' not in text:
        return
    for found in rx(r"\b(thinks?|thought|dreams?|dreamed|speaks?|spoke|talks?|talked) ([“\"‘])To ([a-z]+)\b").finditer(
        text
    ):
        gerund = inflect_verb(found.group(3), "gerund")
        edits = (Edit(Span(found.start(2), found.start(2)), "of "), Edit(Span(found.end(2), found.end(3)), gerund))
        yield Hit(Span(found.start(2), found.end()), "the verb wants “of” and the -ing form", (edits,), 0.75, SUGGEST)


def _clash(
    found: re.Match[str], lead: str, negation: str | None, to: str | None, word: str, governor: str
) -> Hit | None:
    """What is wrong between the preposition `lead` and the quoted verb `word`, if anything."""
    own = Span(*found.span(4))
    if lead == "to" and to == "to ":
        if governor in _TAKES_GERUND or governor in ("itself", "himself", "herself", "themselves"):
            return _gerund(found, word)
        safety = SUGGEST if negation else SAFE
        return Hit(Span(*found.span(3)), "“to” stands twice", ("",), 0.96 if safety is SAFE else 0.9, safety)
    if lead == "to" and word.endswith("ing") and governor not in _TAKES_GERUND:
        lemma = next((lemma for lemma, tag in verb_readings(word) if tag == "gerund"), None)
        if lemma and governor:
            start = found.start(3) if to else own.start
            return Hit(Span(start, own.end), "“to” wants the infinitive", (lemma,), 0.85, SUGGEST)
    elif lead in _WANT_GERUND and to == "to ":
        return _gerund(found, word)
    elif to is None and lead == "of" and governor in _WANT_INFINITIVE and "V" in classes(word)[:2]:
        if any(tag == "base" for _, tag in verb_readings(word)):
            return Hit(Span(*found.span(1)), f"“{governor}” wants the infinitive", ("to",), 0.75, SUGGEST)
    elif to is None and lead in ("by", "without", "of") and classes(word)[:1] == "V":
        object_follows = rx(rf" (?:{_OBJECT})\b").match(found.string, found.end())
        if object_follows and any(tag == "base" for _, tag in verb_readings(word)):
            repair = inflect_verb(word, "gerund")
            return Hit(own, f"“{lead}” wants the -ing form", (repair,), 0.8, SUGGEST)
    return None


def _gerund(found: re.Match[str], word: str) -> Hit | None:
    """`of “to have lied”` -> `of “having lied”`."""
    if not any(tag == "base" for _, tag in verb_readings(word)):
        return None
    span = Span(found.start(3), found.end(4))
    return Hit(span, f"“{found.group(1)}” wants the -ing form", (inflect_verb(word, "gerund"),), 0.85, SUGGEST)


_WANT_GERUND = frozenset("of by from in without on about after before while despite for".split())
_WANT_INFINITIVE = frozenset(
    "plan plans planned hope hopes hoped refuse refuses refused promise promises promised decide decides"
    " decided intend intends intended propose proposes proposed agree agrees agreed wish wishes wished".split()
)
_OBJECT = "the|a|an|what|that|his|her|its|their|this|it|all|every|more|him|them|to|with"
_TAKES_GERUND = frozenset(
    "admit admits admitted admitting confess confesses confessed object objects objected objecting forward"
    " used close closer opposed opposition committed dedicated devoted accustomed due addition reduced limited"
    " prior contribute contributed contributes tantamount amounts amounted amount down resort resorted resorts"
    " back up key approach return returned returning returns alternative subject related equivalent referred"
    " refers reference pointed title sentenced".split()
)

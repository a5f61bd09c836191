from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
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
    for found in rx(r"\bto [“\"‘](to )(?=[a-z]+)").finditer(text):
        yield Hit(Span(*found.span(1)), "“to” stands twice", ("",), 0.96)
    for found in rx(r"\bto [“\"‘](not )(to )(?=[a-z]+)").finditer(text):
        yield Hit(Span(*found.span(2)), "“to” stands twice", ("",), 0.9, SUGGEST)
    for found in rx(r"\b([a-z]+) to [“\"‘]((?:not )?)([a-z]+ing)\b").finditer(text):
        lemma = next((lemma for lemma, tag in verb_readings(found.group(3)) if tag == "gerund"), None)
        if lemma is None or found.group(1) in _TAKES_GERUND:
            continue
        yield Hit(Span(*found.span(3)), "“to” wants the infinitive", (lemma,), 0.85, SUGGEST)
    for found in rx(
        r"\b(by|of|without|for|before|after|while|in|from) [“\"‘](not )?([a-z]+)(?= (?:the|a|an|what|that|his|her|its|their|this|it|all|every|more|him|them|to|with)\b)"
    ).finditer(text):
        readings = verb_readings(found.group(3))
        base = next((lemma for lemma, tag in readings if tag == "base"), None)
        if base and found.group(1) in ("by", "without", "of") and _only_verb(found.group(3)):
            yield Hit(
                Span(*found.span(3)),
                f"“{found.group(1)}” wants the -ing form",
                (inflect_verb(base, "gerund"),),
                0.8,
                SUGGEST,
            )
    for found in rx(r"\b(thinks?|thought|dreams?|dreamed|speaks?|spoke|talks?|talked) ([“\"‘])To ([a-z]+)\b").finditer(
        text
    ):
        gerund = inflect_verb(found.group(3), "gerund")
        edits = (Edit(Span(found.start(2), found.start(2)), "of "), Edit(Span(found.end(2), found.end(3)), gerund))
        yield Hit(Span(found.start(2), found.end()), "the verb wants “of” and the -ing form", (edits,), 0.75, SUGGEST)


_TAKES_GERUND = frozenset(
    "admit admits admitted admitting confess confesses confessed object objects objected objecting forward used close"
    " closer opposed opposition committed dedicated devoted accustomed due addition reduced limited prior contribute"
    " contributed contributes tantamount amounts amounted amount down resort resorted resorts back up key approach return"
    " returned returning returns alternative subject related equivalent referred refers reference pointed title sentenced".split()
)


def _only_verb(word: str) -> bool:
    from mtcheck.analysis.lexicon import classes

    return classes(word)[:1] == "V"

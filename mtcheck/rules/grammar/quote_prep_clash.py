from __future__ import annotations

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
    for found in rx(r"\b([a-z]+) [“\"‘](not )?(to )?([a-z]+)\b").finditer(text):
        lead, negation, to, word = found.groups()
        if lead == "to" and to:
            safety = SUGGEST if negation else SAFE
            yield Hit(Span(*found.span(3)), "“to” stands twice", ("",), 0.96 if safety is SAFE else 0.9, safety)
        elif lead == "to" and word.endswith("ing"):
            before = rx(r"([a-z]+) $").search(text[max(found.start() - 20, 0) : found.start()])
            lemma = next((lemma for lemma, tag in verb_readings(word) if tag == "gerund"), None)
            if lemma and before and before.group(1) not in _TAKES_GERUND:
                yield Hit(Span(*found.span(4)), "“to” wants the infinitive", (lemma,), 0.85, SUGGEST)
        elif lead in ("by", "without", "of") and not to and rx(rf" (?:{_OBJECT})\b").match(text, found.end()):
            base = next((lemma for lemma, tag in verb_readings(word) if tag == "base"), None)
            if base and classes(word)[:1] == "V":
                repair = inflect_verb(base, "gerund")
                yield Hit(Span(*found.span(4)), f"“{lead}” wants the -ing form", (repair,), 0.8, SUGGEST)
    if " “To " not in text and ' "To ' not in text:
        return
    for found in rx(r"\b(thinks?|thought|dreams?|dreamed|speaks?|spoke|talks?|talked) ([“\"‘])To ([a-z]+)\b").finditer(
        text
    ):
        gerund = inflect_verb(found.group(3), "gerund")
        edits = (Edit(Span(found.start(2), found.start(2)), "of "), Edit(Span(found.end(2), found.end(3)), gerund))
        yield Hit(Span(found.start(2), found.end()), "the verb wants “of” and the -ing form", (edits,), 0.75, SUGGEST)


_OBJECT = "the|a|an|what|that|his|her|its|their|this|it|all|every|more|him|them|to|with"
_TAKES_GERUND = frozenset(
    "admit admits admitted admitting confess confesses confessed object objects objected objecting forward used close"
    " closer opposed opposition committed dedicated devoted accustomed due addition reduced limited prior contribute"
    " contributed contributes tantamount amounts amounted amount down resort resorted resorts back up key approach return"
    " returned returning returns alternative subject related equivalent referred refers reference pointed title sentenced".split()
)


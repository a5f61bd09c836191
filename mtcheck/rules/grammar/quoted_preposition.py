from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span

_WANTS = (
    "want|need|demand|denounce|condemn|fear|deplore|criticise|criticize|evoke|refuse|promise|announce|mention|regret"
    "|require|expect|propose|offer|have|see|request|prepare|seek|lack|welcome|defend|reject|claim"
)
_DET = "the|an?|this|these|his|her|its|their|our|my|such"


@rule(
    "quoted-preposition",
    safety=SUGGEST,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "The union wants “[[of ->]]a new contract”.",
        "The bishop calls [[to “at calm->for “calm]]”.",
        "There is “[[not of->no]] miracle” in sight.",
    ],
    good=[
        "He wants “of course” to win. The works “of the time” were lost. They had “of their own will” left.",
        "There is “not a cloud” in the sky. He calls “at night”.",
    ],
)
def quoted_preposition(view: View) -> Iterator[Hit]:
    """A French de or à that came over into the quotation: wants “of a new contract”, calls to “at calm”.

    A verb that has its object without a preposition keeps none inside the marks.
    """
    text = view.text
    wants = rf"\b(?:{_WANTS})(?:s|d|ed|es)? [“\"«](of )(?=(?:{_DET}) [a-z])"
    for found in rx(wants).finditer(text):
        if not text.startswith(("of their own", "of his own", "of her own", "of its own"), found.start(1)):
            yield Hit(Span(*found.span(1)), "the verb wants no preposition", ("",), 0.75)
    for found in rx(
        r"\b(?:call|calls|called|appeal|appeals|appealed) (to ([“\"«])(?:at|to) (?:the )?)(?=[a-z]+[”\"» ])"
    ).finditer(text):
        edit = Edit(Span(*found.span(1)), f"for {found.group(2)}")
        yield Hit(edit.span, "one calls for something", ((edit,),), 0.75)
    for found in rx(r"\b[Tt]here (?:is|was|are|were) [“\"«](not (?:of|any))(?= [a-z]+[”\" ])").finditer(text):
        yield Hit(Span(*found.span(1)), "“no” before a noun", ("no",), 0.8)

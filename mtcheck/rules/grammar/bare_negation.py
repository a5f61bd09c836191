from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Span

_MESSAGE = "the negation wants its “do”"
_SUBJECT = r"(he|she|it|they|we|I|who|which|[A-ZÀ-Þ][\w’-]+|the [a-z]+)"


@rule(
    "bare-negation",
    safety=SUGGEST,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "The keeper says he [[->does ]]“not understand the ruling”.",
        "The miners said they [[->did ]]“not trust the owner”.",
        "The prefect, who [[->does ]]“not want a repeat”, sent help.",
        "She says she is “[[not ->]]not afraid” of the wolf.",
    ],
    good=[
        "He does “not understand”. He says he is “not sorry”. They did “not trust” him.",
        "He asked that they “not leave the room”. It is vital that he “not sign”. She insisted they “not speak”.",
        "They chose “not guilty”. He “no longer believes” in it.",
    ],
)
def bare_negation(view: View) -> Iterator[Hit]:
    """A negation that lost its “does” at the quotation mark: he says he “not understand the suspension”.

    « il ne “comprend pas” »: one half stood outside the mark. A wish or an order (asked that he “not leave”) has the
    bare verb in English too.
    """
    text = view.text
    for found in rx(rf"\b{_SUBJECT} ([“\"«‘]\s?)(not|no longer) ([a-z]+)(?=[ ”\"])").finditer(text):
        verb = found.group(4)
        tags = {tag for _, tag in verb_readings(verb)}
        if "base" not in tags or tags & {"past", "gerund"} or verb == "be":
            continue
        object_ = rx(r" (?:the|a|an|his|her|its|their|this|that|him|them|it|what|why|how)\b").match(text, found.end())
        if classes(verb)[:1] != "V" and object_ is None:
            continue
        before = text[start_of(text, found.start(), ".") : found.start()]
        if rx(
            r"\b(?:ask|insist|demand|urg|request|suggest|recommend|propos|order|prefer|vital|essential|importan|wish"
            r"|requir|advis|beg|call|necessary|let|lest|should|would|could|will|did|does|do|must|may|might)"
        ).search(before):
            continue
        word = found.group(1)
        if word.startswith("the ") and classes(word[4:])[:1] != "N":
            continue
        many = word in ("they", "we", "I") or (word.startswith("the ") and "s" in classes(word[4:]))
        said = rx(r"\b([a-z]+) (?:that )?$").search(before)
        past = (
            said is not None
            and said.group(1) in REPORTING_FINITE
            and any(tag == "past" for _, tag in verb_readings(said.group(1)))
        )
        new = "did" if past else "do" if many else "does"
        yield Hit(Span(found.start(2), found.start(2)), _MESSAGE, (f"{new} ",), 0.75)
    for found in rx(r"[“\"«‘](not )(?=not [a-z])").finditer(text):
        yield Hit(Span(*found.span(1)), "the negation is said twice", ("",), 0.9)

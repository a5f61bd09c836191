from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import DETERMINERS, end_mark, is_name, noun_phrase
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BE
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_ASKS = frozenset(
    "ask wonder know explain say tell see understand learn discover decide reveal specify determine establish guess"
    " remember forget find show indicate clarify describe recall ignore investigate examine".split()
)
_OPENERS = frozenset("where what why how when which".split())
_WILL = frozenset("will would can could should must might".split())
_ONESELF = frozenset("themselves himself herself ourselves myself itself".split())
_DO = {"does": "third", "did": "past"}
_SUBJECTS = frozenset("he she it they we you i this that".split())


@rule(
    "indirect-question",
    safety=SUGGEST,
    triggers=(" where ", " what ", " why ", " how ", " when ", " which "),
    bad=[
        "She wonders where [[is the money->the money is]].",
        "Nobody knows what [[was the cause of the fire->the cause of the fire was]].",
        "He asked what [[was it->it was]].",
        "The mayor explained why [[were the gates->the gates were]] closed.",
        "She asked how [[did he know->he knew]] the code.",
        "The brewers ask themselves how [[will they->they will]] pay. Nobody knows when [[will the dam->the dam will]]"
        " open.",
    ],
    good=[
        "“She wonders: where is the money?” he asked. Do you know where is the money?",
        "Nobody knows what is going on. He knows what is best. She knows what is the matter with him.",
        "He said what was needed. They know how important it is. When is the fair?",
        "Ask what is new. She asked what was wrong with the engine. He showed what was in the box.",
    ],
)
def indirect_question(view: View) -> Iterator[Hit]:
    """A question inside a sentence that keeps the order of a question: nobody knows where is the boat.

    Only after verbs of asking, knowing and saying, and where a whole noun phrase or a pronoun ends the clause behind
    the verb; real questions and what people say in quotations are left alone.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_OPENERS):
        if hit := _hit(view, tokens, at):
            yield hit


def _hit(view: View, tokens: Tokens, at: int) -> Hit | None:
    if (
        at < 2
        or at + 2 >= len(tokens)
        or tokens.lows[at + 1] not in BE | _DO.keys() | _WILL
        or inside(tokens.starts[at], view.quoted)
    ):
        return None
    asks = at - 2 if tokens.lows[at - 1] in _ONESELF else at - 1
    if not any(lemma in _ASKS for lemma, _ in verb_readings(tokens.lows[asks])):
        return None
    last = tokens.sentence(at, at + 1)[1]
    if "?" in tokens.lows[at:last] or tokens.lows[at + 2 : at + 4] in (("the", "matter"), ("the", "case")):
        return None
    start, verb = at + 2, tokens.lows[at + 1]
    if tokens.lows[start] in _SUBJECTS:
        end: int | None = start + 1
    elif tokens.lows[start] in DETERMINERS or is_name(tokens, start):
        end = noun_phrase(tokens, start)
    else:
        return None
    if end is None:
        return None
    subject = Span(tokens.starts[start], tokens.ends[end - 1]).of(tokens.text)
    if verb in _WILL:
        base = tokens.lows[end] if end < last else ""
        done = any(tag == "base" for _, tag in verb_readings(base))
        return _repair(tokens, at + 1, end - 1, f"{subject} {verb}") if done else None
    if verb in _DO:
        base = tokens.lows[end] if end < last else ""
        if not any(tag == "base" for _, tag in verb_readings(base)):
            return None
        return _repair(tokens, at + 1, end, f"{subject} {inflect_verb(base, _DO[verb])}")
    if not (end_mark(tokens, end) or _participle(tokens, at, end)):
        return None
    return _repair(tokens, at + 1, end - 1, f"{subject} {verb}")


def _repair(tokens: Tokens, first: int, last: int, put: str) -> Hit:
    return Hit(Span(tokens.starts[first], tokens.ends[last]), "inside a sentence the subject comes first", (put,), 0.78)


def _participle(tokens: Tokens, at: int, end: int) -> bool:
    """why were the gates closed."""
    if tokens.lows[at] == "what" or end + 1 >= len(tokens):
        return False
    done = any(tag == "participle" for _, tag in verb_readings(tokens.lows[end]))
    return done and end_mark(tokens, end + 1)

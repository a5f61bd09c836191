from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, past_of, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import base_phrase, end_mark, is_name, noun_phrase
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import human
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_OPENERS = frozenset(
    "questioned interviewed asked elected invited contacted re-elected appointed born guest aged once former"
    " heard arrested moved shocked angered worried convinced determined".split()
)
_ONCE = frozenset("elected appointed re-elected arrived installed named released cured".split())
_MESSAGE = "the opening belongs to the one who acts"


@rule(
    "passive-agent",
    safety=SUGGEST,
    bad=[
        "Once elected, [[the fees will be lowered by the candidate->the candidate will lower the fees]].",
        "Questioned by the paper, [[the plan was defended by the mayor->the mayor defended the plan]].",
        "Invited on Sunday, [[the question of wages was raised by the minister->the minister raised the question of"
        " wages]].",
    ],
    good=[
        "Once elected, the mayor was congratulated by the prefect.",
        "Once opened, the road was closed by the prefect. Questioned by the police, the man was released by the judge.",
        "Asked by whom the plan was drawn, he was silent.",
    ],
)
def passive_agent(view: View) -> Iterator[Hit]:
    """A person's opening before a thing that somebody does something to: Once elected, taxes will be cut by the mayor.

    The opening hangs on the thing; the sentence is turned so that the one who acts comes right behind it. Only where
    the subject is no person and the one behind “by” is one.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_OPENERS):
        if not tokens.starts_sentence(at):
            continue
        if tokens.lows[at] == "once" and tokens.lows[at + 1 : at + 2] and tokens.lows[at + 1] not in _ONCE:
            continue
        comma = next((n for n in range(at + 1, min(at + 12, len(tokens))) if tokens.lows[n] == ","), None)
        if comma is not None and (hit := _turned(tokens, comma + 1)):
            yield hit


def _turned(tokens: Tokens, at: int) -> Hit | None:
    end = noun_phrase(tokens, at, frozenset(("of", "for", "between"))) if at < len(tokens) else None
    base = base_phrase(tokens, at) if at < len(tokens) else None
    if end is None or base is None or end + 3 >= len(tokens) or is_name(tokens, at):
        return None
    head = tokens.lows[base - 1]
    if gender_of_noun(head) is not None or gender_of_noun(head.removesuffix("s")) is not None:
        return None
    if head in human.COLLECTIVE - {"law", "bill", "report", "project", "programme", "trust", "fund"}:
        return None
    lows = tokens.lows
    modal = lows[end] in ("will", "would", "must", "can", "could") and lows[end + 1] == "be"
    verb = end + 2 if modal else end + 1
    if not modal and lows[end] not in ("was", "were", "is", "are"):
        return None
    lemma = next((lemma for lemma, tag in verb_readings(lows[verb]) if tag == "participle"), None)
    if lemma is None or lows[verb + 1 : verb + 2] != ("by",) or verb + 2 >= len(tokens):
        return None
    last = noun_phrase(tokens, verb + 2)
    if last is None or not (end_mark(tokens, last) and lows[last] in ".;!"):
        return None
    agent = base_phrase(tokens, verb + 2)
    person = is_name(tokens, verb + 2) or (agent is not None and gender_of_noun(lows[agent - 1]) is not None)
    if not person or "s" in classes(lows[(agent or last) - 1]) * (not is_name(tokens, verb + 2)):
        return None
    who = Span(tokens.starts[verb + 2], tokens.ends[last - 1]).of(tokens.text)
    what = Span(tokens.starts[at], tokens.ends[end - 1]).of(tokens.text)
    past = past_of(lows[verb], lemma)
    does = f"{lows[end]} {lemma}" if modal else past if lows[end] in ("was", "were") else inflect_verb(lemma, "third")
    span = Span(tokens.starts[at], tokens.ends[last - 1])
    return Hit(span, _MESSAGE, ((Edit(span, f"{who} {does} {what}"),),), 0.75)

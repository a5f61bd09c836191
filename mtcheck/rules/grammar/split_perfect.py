from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import past_of, verb_readings
from mtcheck.analysis.phrases import DETERMINERS, WEEKDAYS, end_mark, is_name, noun_phrase, time_phrase
from mtcheck.analysis.tokens import NUMBER, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_LONGEST = 9
_COUNTS = frozenset(
    "two three four five six seven eight nine ten twenty thirty forty fifty several many hundreds".split()
)


@rule(
    "split-perfect",
    safety=SUGGEST,
    triggers=("has ", "have ", "had "),
    bad=[
        "The league [[has in May banned the winger->banned the winger in May]].",
        "The bank [[has in 2019 closed forty branches->closed forty branches in 2019]].",
        "The mayor [[has on Tuesday opened the new pool->opened the new pool on Tuesday]].",
        "The court [[has yesterday rejected the appeal->rejected the appeal yesterday]].",
    ],
    good=[
        "It has this week closed the road.",
        "The league, which has in May its busiest month, banned him.",
        "The bank has today closed. The club had in 2019 a debt of two million.",
    ],
)
def split_perfect(view: View) -> Iterator[Hit]:
    """A finished time between `has` and its participle: has in May banned the winger.

    French sets a time anywhere in its passé composé; English has the past, and the time behind the object. A time
    that is not over (this week, today) goes with the perfect and is left alone.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(("has", "have", "had")):
        after = time_phrase(tokens, at + 1)
        if after is None or tokens.lows[at + 1] in ("today", "this", "every", "each", "tomorrow", "tonight"):
            continue
        if hit := _moved(tokens, at, after):
            yield hit


def _moved(tokens: Tokens, at: int, verb: int) -> Hit | None:
    if verb + 1 >= len(tokens):
        return None
    lemma = next((lemma for lemma, tag in verb_readings(tokens.lows[verb]) if tag == "participle"), None)
    start = verb + 1
    if lemma is None or not (tokens.lows[start] in DETERMINERS or is_name(tokens, start) or _counts(tokens, start)):
        return None
    end = noun_phrase(tokens, start) or (start + 2 if _counts(tokens, start) else None)
    if end is None or end - start > _LONGEST or not end_mark(tokens, end):
        return None
    past = f"had {tokens.lows[verb]}" if tokens.lows[at] == "had" else past_of(tokens.lows[verb], lemma)
    object_ = Span(tokens.starts[start], tokens.ends[end - 1]).of(tokens.text)
    time = Span(tokens.starts[at + 1], tokens.ends[verb - 1]).of(tokens.text)
    if tokens.lows[at + 1] in WEEKDAYS:
        time = f"on {time}"
    span = Span(tokens.starts[at], tokens.ends[end - 1])
    return Hit(span, "the time stands behind the object", (f"{past} {object_} {time}",), 0.78)


def _counts(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == NUMBER or tokens.lows[at] in _COUNTS

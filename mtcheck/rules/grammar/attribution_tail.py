from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import DETERMINERS, base_phrase, end_mark, is_name, noun_phrase
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.verbless import speeches
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE, REPORTING_PARTICIPLE, REPORTING_PLURAL
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Span

_WANTS = frozenset(
    "wanted wants wished wishes preferred prefers hastened hastens hurried hurries continued continues began begins"
    " tried tries likes liked sought seeks tended tends came comes rushed rushes".split()
)
_KEEN = frozenset("keen eager quick anxious careful happy pleased".split())
_MESSAGE = "English wants the subject before the verb here"


@rule(
    "attribution-tail",
    safety=SUGGEST,
    triggers=(*QUOTE_TRIGGERS, ", has ", ", have ", ", had "),
    bad=[
        "“Nobody is above the law”, [[wanted to stress the judge->the judge wanted to stress]].",
        "“We will rebuild the pier,” [[was keen to say the mayor of Royan->the mayor of Royan was keen to say]].",
        "The harvest will be poor, [[has warned the chamber of trades->the chamber of trades has warned]].",
        "“It is a shame”, says[[.->]] the head of the club.",
        "“Our shelves are empty”, [[->says ]]the grocer.",
    ],
    good=[
        "“Nobody is above the law”, the judge wanted to stress. The club, has warned the mayor in vain.",
        "He read “The Gull”, the novel. In “Our House”, the painter wept.",
        "“It never rains,” the head of the growers’ union told reporters.",
        "The man who has warned the mayor, has told the club. “It is a shame,” he says. The head left.",
    ],
)
def attribution_tail(view: View) -> Iterator[Hit]:
    """The end of a sentence that names who speaks, in the French order: “…”, wanted to stress the judge.

    A verb of wishing with its infinitive before the subject, a perfect after a statement (has warned the chamber), a
    stop inside the attribution, or no verb at all.
    """
    tokens = tokens_of(view.text)
    for role in view.quotations.roles:
        if role.role == "close" and role.mark.double:
            at = bisect_left(tokens.starts, role.mark.at) + 1
            at += at < len(tokens) and tokens.lows[at] == ","
            if hit := _wished(tokens, at) or _stopped(tokens, at):
                yield hit
    for role in speeches(view):
        at = bisect_left(tokens.starts, role.mark.at) + 1
        comma = at < len(tokens) and tokens.lows[at] == ","
        if (comma or view.text[role.mark.at - 1] == ",") and (hit := _verbless(tokens, at + comma)):
            yield hit
    for at in tokens.where(("has", "have", "had")):
        if at > 4 and tokens.lows[at - 1] == "," and (hit := _stated(tokens, at)):
            yield hit


def _subject(tokens: Tokens, at: int) -> int | None:
    """After the subject that ends the sentence at its stop."""
    if at >= len(tokens) or not (tokens.lows[at] in DETERMINERS or is_name(tokens, at)):
        return None
    end = noun_phrase(tokens, at)
    return (
        end if end is not None and (end >= len(tokens) or tokens.lows[end] in ".;" or end_mark(tokens, end)) else None
    )


def _turned(tokens: Tokens, first: int, subject: int, end: int) -> Hit:
    verb = Span(tokens.starts[first], tokens.ends[subject - 1]).of(tokens.text)
    who = Span(tokens.starts[subject], tokens.ends[end - 1]).of(tokens.text)
    return Hit(Span(tokens.starts[first], tokens.ends[end - 1]), _MESSAGE, (f"{who} {verb}",), 0.76)


def _wished(tokens: Tokens, at: int) -> Hit | None:
    """wanted to stress the judge; was keen to say the mayor."""
    lows = tokens.lows
    to = at + 1
    if at + 4 > len(tokens):
        return None
    if (lows[at] in ("was", "is") and lows[at + 1] in _KEEN) or (lows[at] in ("has", "had") and lows[at + 1] in _WANTS):
        to = at + 2
    elif lows[at] not in _WANTS:
        return None
    if to + 2 >= len(tokens) or lows[to] != "to" or lows[to + 1] not in REPORTING_PLURAL:
        return None
    end = _subject(tokens, to + 2)
    return _turned(tokens, at, to + 2, end) if end is not None else None


def _stopped(tokens: Tokens, at: int) -> Hit | None:
    """says. the head."""
    if at + 2 >= len(tokens) or tokens.lows[at] not in REPORTING_FINITE or tokens.lows[at + 1] != ".":
        return None
    if tokens.lows[at + 2] not in ("the", "a", "an", "his", "her", "its") or tokens.capital(at + 2):
        return None
    base = base_phrase(tokens, at + 2)
    if base is None:
        return None
    return Hit(Span(tokens.starts[at + 1], tokens.ends[at + 1]), "a stop cuts the attribution", ("",), 0.85)


def _verbless(tokens: Tokens, at: int) -> Hit | None:
    """“…”, the grocer."""
    end = _subject(tokens, at)
    base = base_phrase(tokens, at) if end is not None else None
    if end is None or base is None or end >= len(tokens) or tokens.lows[end] != "." or tokens.capital(at):
        return None
    if any(classes(low)[:1] == "V" for low in tokens.lows[base:end]):
        return None  # the president of the growers’ union told reporters
    head = tokens.lows[base - 1]
    if gender_of_noun(head) is None or "s" in classes(head) or tokens.lows[at] not in ("the", "his", "her", "a"):
        return None
    return Hit(Span(tokens.starts[at], tokens.starts[at]), "the attribution has no verb", ("says ",), 0.68)


def _stated(tokens: Tokens, at: int) -> Hit | None:
    """The harvest will be poor, has warned the chamber."""
    verb = at + 1
    if verb + 2 >= len(tokens) or tokens.lows[verb] not in REPORTING_PARTICIPLE or tokens.lows[verb + 1] == "to":
        return None
    first = tokens.opening(at)
    before = tokens.lows[first : at - 1]
    finite = {"will", "is", "are", "was", "were", "has", "have", "would", "must", "can", "could"} & set(before)
    if not finite or "," in before or {"who", "which", "that"} & set(before) or at - first > 25:
        return None
    end = _subject(tokens, verb + 1)
    if end is None or end >= len(tokens) or tokens.lows[end] != ".":
        return None
    return _turned(tokens, at, verb + 1, end)

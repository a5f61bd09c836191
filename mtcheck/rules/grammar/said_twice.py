from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import PRONOUNS, inside
from mtcheck.analysis.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    adverbial,
    base_phrase,
    end_mark,
    is_name,
    noun_phrase,
    time_phrase,
)
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES, BE, HAVE, MODALS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_AUXILIARIES = AUXILIARIES | {"'s"}
_OPENS = BE | HAVE | MODALS
_LINKING = frozenset("not be been also still never".split())


@rule(
    "said-twice",
    safety=SUGGEST,
    bad=[
        "The baker [[he ->]]denied the theft on Monday.",
        "The nurses [[they ->]]have left the ward in anger.",
        "Elena Vidal [[she ->]]has cancelled her tour.",
        "The walkers will leave on Monday[[ will leave->]] from Bari.",
        "The mill was sold at dawn[[ was sold->]] to a brewer.",
        "The bishop will bless [[on Sunday will bless the boats->the boats on Sunday]].",
        "The cat was found[[ was found->]] near the canal.",
    ],
    good=[
        "The goats he sold ate the hedge. The men she met on Monday.",
        "The nurses they hired have left. The painter she gave the brushes to has died.",
        "What will happen on Monday will happen again. The man who was seen in Bari was seen in Rome.",
        "The dog it bit is well. The ones the storm had sunk in the bay had sunk before.",
        "He said the mill was sold and it was sold. “My mother she kept bees,” he said.",
        "The king she plays died in 1960. The man she told the tale to laughed.",
        "The year she won the race she left. The minute he left the room fell silent.",
    ],
)
def said_twice(view: View) -> Iterator[Hit]:
    """A subject or a verb that is said again where nothing stands between: the mayor she denied, will meet on
    Tuesday will meet in Lille.

    French repeats the subject as a pronoun, and a machine that moves a time says the verb on both sides of it. A
    relative clause without `that` looks like the first (the woman he married owned the mill); it leaves another verb
    for its sentence, or nothing for its own verb to govern.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(("he", "she", "they")):
        if at and not tokens.capital(at) and (hit := _subject(view, tokens, at)):
            yield hit
    for at in tokens.where(_OPENS):
        if hit := _verb(view, tokens, at):
            yield hit


def _subject(view: View, tokens: Tokens, at: int) -> Hit | None:
    """The mayor she denied the allegations."""
    first = tokens.opening(at)
    head = tokens.lows[at - 1]
    if at - first > 8 or inside(tokens.starts[at], view.quoted) or noun_phrase(tokens, first) != at:
        return None
    many = tokens.lows[at] == "they"
    if tokens.lows[first] in DETERMINERS:
        base = base_phrase(tokens, first)
        head = tokens.lows[base - 1] if base else head
        person = gender_of_noun(head) if not many else gender_of_noun(singular(head)) if head.endswith("s") else None
        if person is None or (person and not many and person != PRONOUNS[tokens.lows[at]]):
            return None
    elif many or not is_name(tokens, first) or not tokens.capital(at - 1) or at - first < 2:
        return None
    if not _governs(tokens, at + 1):
        return None
    return Hit(Span(tokens.starts[at], tokens.starts[at + 1]), "the subject is named twice", ("",), 0.75)


def _governs(tokens: Tokens, verb: int) -> bool:
    """Whether the clause that begins at token `verb` has its own object or complement, and no verb comes after it."""
    if verb >= len(tokens) or not _finite(tokens.lows[verb]):
        return False
    at = verb + 1
    carried = tokens.lows[verb] in _AUXILIARIES
    while at < len(tokens) and (
        tokens.lows[at] in _LINKING
        or (carried and any(tag in ("participle", "base", "gerund") for _, tag in verb_readings(tokens.lows[at])))
    ):
        at += 1
    if at >= len(tokens) or end_mark(tokens, at):
        return False
    low = tokens.lows[at]
    if not (low in DETERMINERS or low in ("to", "that", "on", "in", "of", "from", "at") or is_name(tokens, at)):
        return False
    last = at
    while last < len(tokens) and not end_mark(tokens, last):
        infinitive = tokens.lows[last - 1] == "to" and any(tag == "base" for _, tag in verb_readings(tokens.lows[last]))
        if _finite(tokens.lows[last]) and "N" not in classes(tokens.lows[last]) and not infinitive:
            return False
        last += 1
    ended = last >= len(tokens) or tokens.lows[last] in ".!?;,:"
    return ended and tokens.lows[last - 1] not in PREPOSITIONS and (low in DETERMINERS or last - at > 1)


def _finite(low: str) -> bool:
    return low in _AUXILIARIES or any(tag in ("third", "past") for _, tag in verb_readings(low))


def _verb(view: View, tokens: Tokens, at: int) -> Hit | None:
    """will meet on Tuesday will meet in Lille."""
    lows = tokens.lows
    first = tokens.opening(at)
    end = at + 1
    if lows[end : end + 1] == (lows[at],) and lows[at] != "had":  # has has approved
        verb = lows[end + 1] if end + 1 < len(tokens) else ""
        runs = any(tag in ("participle", "base") for _, tag in verb_readings(verb)) and classes(verb)[:1] == "V"
        if runs and at > first and noun_phrase(tokens, first) == at and not inside(tokens.starts[at], view.quoted):
            return Hit(Span(tokens.ends[at], tokens.ends[end]), f"“{lows[at]}” stands twice", ("",), 0.94)
        return None
    while end < len(tokens) and lows[end] in _LINKING:
        end += 1
    end += 1  # the verb itself
    if end >= len(tokens) or not any(tag in ("participle", "base") for _, tag in verb_readings(lows[end - 1])):
        return None
    group = lows[at:end]
    second = end
    while lows[second : second + len(group)] != group:
        after = time_phrase(tokens, second) or adverbial(tokens, second)
        if after is None or after - end > 8 or after + len(group) > len(tokens):
            return None
        second = after
    behind = second + len(group)
    if at == first or inside(tokens.starts[at], view.quoted) or behind >= len(tokens):
        return None
    lead = noun_phrase(tokens, first)
    if lead != at and not (lows[at - 1] in PRONOUNS or lows[at - 1] in ("it", "they")):
        return None
    if second > end and (object_ := _object(tokens, behind)):
        middle = Span(tokens.starts[end], tokens.ends[second - 1]).of(tokens.text)
        words = Span(tokens.starts[behind], tokens.ends[object_ - 1]).of(tokens.text)
        span = Span(tokens.starts[end], tokens.ends[object_ - 1])
        return Hit(span, "the verb stands twice", (f"{words} {middle}",), 0.94)
    span = Span(tokens.ends[second - 1], tokens.ends[behind - 1])
    return Hit(span, "the verb stands twice", ("",), 0.94)


def _object(tokens: Tokens, at: int) -> int | None:
    """After the object at token `at`, where one stands there and ends its clause."""
    if tokens.lows[at] not in DETERMINERS and not is_name(tokens, at):
        return None
    end = noun_phrase(tokens, at)
    return end if end is not None and end_mark(tokens, end) else None

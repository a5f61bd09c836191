from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import is_name, noun_phrase
from mtcheck.analysis.tokens import BREAK, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_SUBJECTS = frozenset("he she it they we you i".split())
_DEFINITE = frozenset("the his her its their our my your this that these those a an".split())
_ASKS = frozenset("why when where how".split())


@rule(
    "direct-question",
    safety=SUGGEST,
    triggers=("?",),
    bad=[
        "Why [[the mayor has->has the mayor]] waited so long?",
        "When [[she will->will she]] come back? Nobody knows.",
        "How [[the thieves did->did the thieves]] enter?",
        "Where [[are going the profits of the casino->are the profits of the casino going]]?",
        "Why [[the club sold->did the club sell]] its captain?",
    ],
    good=[
        "Why has the mayor waited so long? Why the mayor has waited so long.",
        "How the thieves entered: is that known? When she has time, will she come? Where it is cold, who lives?",
        "How long will it last? When will it end? Why the long face? How those who won were paid?",
        "How many pupils will eat there? How few people came to the party?",
        "Why the mayor has waited, and what is next?",
        "How Effective Is Your Letter? How a letter is read (Does it need a stamp?",
    ],
)
def direct_question(view: View) -> Iterator[Hit]:
    """A question in the order of a statement: Why the government has waited so long?

    French asks so (« Pourquoi le gouvernement a-t-il attendu »); in English the auxiliary goes before the subject.
    Headlines without a question mark and sentences of two clauses are left alone.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_ASKS):
        opens = tokens.capital(at) and tokens.starts_sentence(at)
        if opens and (hit := _going(tokens, at) or _inverted(tokens, at)):
            yield hit


def _going(tokens: Tokens, at: int) -> Hit | None:
    """Where are going the profits? -> Where are the profits going?"""
    if tokens.lows[at + 1] not in ("is", "are", "was", "were") or at + 4 >= len(tokens):
        return None
    verb, start = at + 2, at + 3
    gerund = any(tag == "gerund" for _, tag in verb_readings(tokens.lows[verb]))
    if not gerund or not (tokens.lows[start] in _DEFINITE or is_name(tokens, start)):
        return None
    end = noun_phrase(tokens, start, frozenset(("of", "in")))
    if end is None or tokens.lows[end : end + 1] != ("?",):
        return None
    subject = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    span = Span(tokens.starts[at + 1], tokens.ends[end - 1])
    return Hit(span, _MESSAGE, (f"{tokens.lows[at + 1]} {subject} {tokens.lows[verb]}",), 0.78)


def _inverted(tokens: Tokens, at: int) -> Hit | None:
    last = tokens.sentence(at, at + 1)[1]
    ends = [low for low in tokens.lows[at:last] if low in ("?", ",", ":", ";", "–", "—", "(")]
    while last > at and tokens.kinds[last - 1] == BREAK:
        last -= 1
    start = at + 1
    if ends != ["?"] or tokens.lows[last - 1] != "?" or start >= last:
        return None
    if tokens.lows[start] in _SUBJECTS:
        end: int | None = start + 1
    elif tokens.lows[start] in _DEFINITE or is_name(tokens, start):
        end = noun_phrase(tokens, start, frozenset(("of", "in")))
    else:
        return None
    if end is None or end + 1 >= last:
        return None
    if tokens.capital(end):
        return None  # a heading
    verb, subject = tokens.lows[end], tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    others = [low for low in tokens.lows[end + 1 : last] if low in AUXILIARIES and low not in ("do", "have")]
    span = Span(tokens.starts[start], tokens.ends[end])
    if others or any(low in ("that", "who", "which", "when", "if") for low in tokens.lows[end + 1 : last]):
        return None
    if verb in AUXILIARIES:
        return Hit(span, _MESSAGE, ((Edit(span, f"{verb} {subject}"),),), 0.78)
    if classes(verb)[:1] != "V" or tokens.lows[at] not in ("why", "how"):
        return None
    tags = [(lemma, tag) for lemma, tag in verb_readings(verb) if tag in ("past", "third")]
    if len(tags) != 1 or any(tag == "base" for _, tag in verb_readings(verb)):
        return None
    (lemma, tag), does = tags[0], {"past": "did", "third": "does"}
    return Hit(span, _MESSAGE, ((Edit(span, f"{does[tag]} {subject} {lemma}"),),), 0.75)


_MESSAGE = "in a question the auxiliary goes before the subject"

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import end_mark, is_name
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.trades import COMPOUNDS, TRADES
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_BEFORE = frozenset(
    "in at for and by near since on but with from when until there here who or like then during before after because"
    " where while under within between today now again too".split()
)
_ADVERBS = frozenset("now also still once already then long originally formerly initially only himself herself".split())
_COPULAS = frozenset("is was 's be been".split())
_CARRIERS = frozenset("will would can could must should may might has had have to not never always".split())
_MANY = frozenset("they we you us them both all these those are were their our".split())
_PUT_TO_WORK = frozenset(
    "work train employ hire recruit qualify retrain moonlight disguise dress pose enrol start begin toil".split()
)


@rule(
    "bare-occupation",
    safety=SUGGEST,
    bad=[
        "Her brother is [[->a ]]welder in Metz.",
        "Elena Vidal was [[->an ]]optician until 2019.",
        "She dreams of becoming [[->a ]]vet.",
        "The boy wants to be [[->an ]]astronaut.",
        "He has been [[->a ]]docker for twenty years and worked as [[->a ]]taxi driver.",
        "As [[->a ]]lawyer, she knows the file.",
    ],
    good=[
        "She is head of the school. She was mayor in 1998 and became president of the club.",
        "They dream of becoming pilots. She is nurse Elena Vidal. The man is chief engineer at the mill.",
        "The brothers, who were hired as cooks, left. It was teacher training. He turned painter.",
        "She rose from a banker’s apprentice to partner. She is a welder.",
        "Her brother, welder in Metz, sold the boat. Is doctor Morel here?",
    ],
)
def bare_occupation(view: View) -> Iterator[Hit]:
    """An occupation without its article: her brother is plumber, he dreams of becoming pilot, hired as nurse.

    French, Spanish, Italian, German and Dutch leave the article out. Only trades of `lang/trades.py`, said of one
    person; offices that one person holds (mayor, director of the school) go without an article in English too.
    """
    tokens = tokens_of(view.text)
    for end in tokens.where(TRADES | COMPOUNDS.keys()):
        at = end - 1 if tokens.lows[end - 1] in COMPOUNDS.get(tokens.lows[end], "").split() else end
        after = end + 1
        if (
            at < 1
            or tokens.capital(at)
            or (at == end and tokens.lows[at] not in TRADES)
            or not (end_mark(tokens, after) or tokens.lows[after] in _BEFORE)
        ):
            continue
        fits = _placed(tokens, at - 1) if tokens.lows[at - 1] == "as" else _said_of_one(tokens, at - 1)
        if fits:
            put = f"{article(tokens.lows[at])} "
            spot = tokens.starts[at]
            yield Hit(Span(spot, spot), "an occupation takes an article in English", (put,), 0.82)


def _placed(tokens: Tokens, as_: int) -> bool:
    """worked as nurse; As lawyer, she knows."""
    if tokens.starts_sentence(as_):
        return as_ + 3 < len(tokens) and tokens.lows[as_ + 2] == "," and tokens.lows[as_ + 3] in ("he", "she", "i")
    lemmas = {lemma for lemma, _ in verb_readings(tokens.lows[as_ - 1])}
    return bool(lemmas & _PUT_TO_WORK) and not _several(tokens, as_ - 1)


def _several(tokens: Tokens, at: int) -> bool:
    """Whether the clause before token `at` speaks of more than one."""
    start = max(tokens.sentence(at, at + 1)[0], at - 12)
    return any(tokens.lows[one] in _MANY for one in range(start, at))


def _said_of_one(tokens: Tokens, verb: int) -> bool:
    """her brother is, who was, wants to be, of becoming."""
    while verb and tokens.lows[verb] in _ADVERBS:
        verb -= 1
    low = tokens.lows[verb]
    if any(lemma == "become" for lemma, _ in verb_readings(low)):
        if verb and tokens.lows[verb - 1] in ("of", "by", "about", "before", "after", "without", "and", "then", "to"):
            return not _several(tokens, verb - 1)
    elif low not in _COPULAS:
        return False
    subject = verb - 1
    if low == "'s" and tokens.lows[subject] not in ("he", "she", "who"):
        return False  # a banker’s apprentice
    if low in ("be", "been") and (subject < 0 or tokens.lows[subject] not in _CARRIERS):
        return False
    infinitive = subject >= 0 and tokens.lows[subject] == "to"
    while subject > 0 and (tokens.lows[subject] in _CARRIERS or tokens.lows[subject] in _ADVERBS):
        subject -= 1
    if subject < 0:
        return False
    who = tokens.lows[subject]
    if infinitive:
        return not _several(tokens, verb) and "s" not in classes(who).replace("Vs", "")[:2]
    if who in ("he", "she", "i"):
        return True
    if who == "who":
        noun = tokens.lows[subject - 2 if tokens.lows[subject - 1] == "," else subject - 1] if subject > 1 else ""
        return gender_of_noun(noun) is not None or is_name(tokens, subject - 1) or is_name(tokens, subject - 2)
    person = gender_of_noun(who) is not None or (
        is_name(tokens, subject) and subject > 0 and is_name(tokens, subject - 1)
    )
    return person and not _joined(tokens, subject)


def _joined(tokens: Tokens, subject: int) -> bool:
    """Whether the subject is one of two: Ana and Paul."""
    return "and" in tokens.lows[max(subject - 3, 0) : subject]

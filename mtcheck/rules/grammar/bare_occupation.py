from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article, singular, verb_readings
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
_COPULAS = frozenset("is was am 's 'm be been".split())
_CARRIERS = frozenset("will would can could must should may might has had have to not never always".split())
_MANY = frozenset("they we you us them both all these those are were their our".split())
_STANDS = frozenset("at in from with who by on near".split())
"""What goes on from an occupation that stands beside a name: Ana Ruiz, nurse at the clinic."""
_ONCE = frozenset("former retired freelance".split())
_LISTED = frozenset("born died deceased b d".split())
"""What a register goes on with, which leaves articles out: Ana Ruiz, nurse, born 4 June 1926."""
_ALSO_TITLES = frozenset("author designer developer founder publisher secretary".split())
"""Beside a name these go without an article: Ana Ruiz, secretary of the club."""
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
        "As [[->a ]]lawyer, she knows the file. He worked for nine years as [[->a ]]surveyor in Metz.",
        "“They cut the hours again,” says Elena Vidal, [[->a ]]nurse at the clinic.",
        "Paul Morel, 47, [[->an ]]electrician, lost the keys. Ines, 10, [[->a ]]pupil in Metz, found them.",
        "Marc Petit, [[->a ]]former truck driver who lives in Metz, paid.",
        "His grandfather was [[->a ]]miner in Metz and [[->a ]]trade unionist.",
        "[[Former->A former]] rugby player, he runs a vineyard near Metz.",
        "[[Son of->The son of a]] farmer, he learned the trade from his uncle.",
        "[[Daughter of->The daughter of]] Italian immigrants, she moved to Metz.",
        "[[Daughter->The daughter]] of a railway clerk, she grew up in Metz.",
        "My wife is [[->a ]]nurse and I am [[->a ]]welder.",
        "[[Baker->A baker]] for twenty years, Paul Morel sold the shop.",
        "[[Nurse->A nurse]] at the clinic since 2012, she has seen worse.",
    ],
    good=[
        "She is head of the school. She was mayor in 1998 and became president of the club.",
        "They dream of becoming pilots. She is nurse Elena Vidal. The man is chief engineer at the mill.",
        "The brothers, who were hired as cooks, left. It was teacher training. He turned painter.",
        "She rose from a banker’s apprentice to partner. She is a welder.",
        "Her brother, welder in Metz, sold the boat. Is doctor Morel here?",
        "Elena Vidal, author of the report, met Paul Morel, secretary of the club. Elena Vidal, singer.",
        "Elena Vidal, singer, Paul Morel, drummer, and Marc Petit, pianist, won.",
        "Paul Morel, baker, born 4 June 1926, died 19 October 2023.",
        "Doctor for the ages: a film. Lawyers for Morel, who paid, left. Driver in charge, she left.",
    ],
)
def bare_occupation(view: View) -> Iterator[Hit]:
    """An occupation without its article: her brother is plumber, he dreams of becoming pilot, hired as nurse.

    French, Spanish, Italian, German and Dutch leave the article out, beside a name too (Elena Vidal, nurse in Metz;
    Baker for twenty years, she). Only trades of `lang/trades.py`, said of one person; offices that one person holds
    (mayor, director of the school) go without an article in English too.
    """
    tokens = tokens_of(view.text)
    beside: dict[int, list[int]] = {}
    for end in tokens.where(TRADES | COMPOUNDS.keys()):
        at = end - 1 if tokens.lows[end - 1] in COMPOUNDS.get(tokens.lows[end], "").split() else end
        if at == end and tokens.lows[at] not in TRADES:
            continue
        if tokens.capital(at):
            if tokens.starts_sentence(at) and _of_the_subject(tokens, end):
                low = tokens.lows[at]
                yield _hit(tokens, at, at + 1, f"{article(low).capitalize()} {low}")
            continue
        first = at - 1 if tokens.lows[at - 1] in _ONCE else at
        if _beside_name(tokens, first, end):
            beside.setdefault(tokens.sentence(at, at + 1)[0], []).append(first)
            continue
        if at < 1 or not (end_mark(tokens, end + 1) or tokens.lows[end + 1] in _BEFORE):
            continue
        fits = _placed(tokens, at - 1) if tokens.lows[at - 1] == "as" else _said_of_one(tokens, at - 1)
        if fits:
            yield _hit(tokens, at, at, f"{article(tokens.lows[at])} ")
            if (also := _also(tokens, end)) is not None:
                yield _hit(tokens, also, also, f"{article(tokens.lows[also])} ")
    yield from _children(tokens)
    yield from _formerly(tokens)
    for places in beside.values():
        if len(places) == 1:  # several are a cast: Vidal, singer, Morel, drummer
            yield _hit(tokens, places[0], places[0], f"{article(tokens.lows[places[0]])} ")


def _also(tokens: Tokens, end: int) -> int | None:
    """The second occupation of somebody: was a miner in Metz and | trade unionist."""
    for at in range(end + 1, min(end + 8, len(tokens) - 1)):
        if end_mark(tokens, at):
            return None
        if tokens.lows[at] == "and":
            noun = at + 1 + (tokens.lows[at + 1] in ("trade", "amateur", "part-time", "former", "local"))
            person = gender_of_noun(tokens.lows[noun]) is not None and "s" not in classes(tokens.lows[noun])
            return at + 1 if person and end_mark(tokens, noun + 1) else None
    return None


def _hit(tokens: Tokens, first: int, last: int, put: str) -> Hit:
    """The article before token `first`, or in place of the tokens up to `last`."""
    start = tokens.starts[first]
    span = Span(start, tokens.ends[last - 1] if last > first else start)
    return Hit(span, "an occupation takes an article in English", (put,), 0.82)


def _children(tokens: Tokens) -> Iterator[Hit]:
    """Son of farmer, he -> The son of a farmer, he; Daughter of bakers, she -> The daughter of bakers, she."""
    for of in tokens.where(("of",)):
        kin, noun = of - 1, of + 1
        if kin < 0 or tokens.lows[kin] not in _BORN_TO or not tokens.starts_sentence(kin):
            continue
        if noun + 1 < len(tokens) and tokens.lows[noun + 1] != ",":
            noun += 1  # of Italian immigrants
        told = tokens.lows[of + 1] in ("a", "an")
        if told:  # Daughter of a lighthouse keeper, she
            noun = next((n for n in range(of + 2, min(of + 7, len(tokens) - 2)) if tokens.lows[n + 1] == ","), of + 1)
        low = tokens.lows[noun] if noun + 2 < len(tokens) else ""
        one = low in TRADES | _PARENTS
        parent = one or singular(low) in TRADES | _PARENTS or (told and gender_of_noun(low) is not None)
        if not parent or tokens.lows[noun + 1] != ",":
            continue
        if tokens.lows[noun + 2] not in ("he", "she", "the") and not is_name(tokens, noun + 2):
            continue
        put = f"The {tokens.lows[kin]} of{' ' + article(tokens.lows[of + 1]) if one and not told else ''}"
        span = Span(tokens.starts[kin], tokens.ends[of])
        yield Hit(span, "what a person is stands with an article in English", (put,), 0.8)


def _formerly(tokens: Tokens) -> Iterator[Hit]:
    """Former rugby player, he -> A former rugby player, he; Self-taught sculptor from Metz, she."""
    for at in tokens.where(_FORMERLY):
        if not tokens.starts_sentence(at) or not tokens.capital(at):
            continue
        comma = next((one for one in range(at + 1, min(at + 10, len(tokens) - 1)) if end_mark(tokens, one)), None)
        if comma is None or tokens.lows[comma] != "," or tokens.lows[comma + 1] not in ("he", "she"):
            continue
        noun = next(
            (one for one in range(at + 1, min(at + 4, comma)) if gender_of_noun(tokens.lows[one]) is not None), 0
        )
        plain = noun and "s" not in classes(tokens.lows[noun]) and not any(map(tokens.capital, range(at + 1, noun + 1)))
        if plain and (
            noun + 1 == comma or tokens.lows[noun + 1] in ("from", "of", "at", "in", "with", "for", "turned")
        ):
            low = tokens.lows[at]
            yield _hit(tokens, at, at + 1, f"{article(low).capitalize()} {low}")


_FORMERLY = frozenset("former retired self-taught great young renowned seasoned passionate fervent keen".split())
_BORN_TO = frozenset("son daughter grandson granddaughter nephew niece widow widower".split())
_PARENTS = frozenset("farmer immigrant fisherman miner worker shopkeeper winegrower peasant refugee exile".split())


def _beside_name(tokens: Tokens, first: int, last: int) -> bool:
    """Elena Vidal, nurse at; Ines, 10, pupil in; Marc Petit, baker, paid."""
    if first < 3 or tokens.lows[first - 1] != "," or tokens.lows[last] in _ALSO_TITLES:
        return False
    aged = tokens.lows[first - 2].isdecimal() and len(tokens.lows[first - 2]) < 3 and tokens.lows[first - 3] == ","
    name = first - 4 if aged else first - 2
    if name < 0 or not is_name(tokens, name) or not (aged or is_name(tokens, name - 1)):
        return False
    if last + 2 < len(tokens) and tokens.lows[last + 1] == ",":
        return tokens.lows[last + 2] not in _LISTED
    return last + 1 < len(tokens) and tokens.lows[last + 1] in _STANDS


def _of_the_subject(tokens: Tokens, end: int) -> bool:
    """Whether the occupation that opens a sentence tells of the subject: Baker for twenty years, Paul Morel sold."""
    if end + 3 >= len(tokens) or tokens.lows[end + 1] not in ("for", "at", "in", "since"):
        return False
    comma = next((at for at in range(end + 2, min(end + 11, len(tokens))) if end_mark(tokens, at)), len(tokens))
    if comma + 2 >= len(tokens) or tokens.lows[comma] != ",":
        return False
    subject = comma + 1
    told = any(low in ("since", "years", "months", "decades") for low in tokens.lows[end + 1 : comma])
    return told and (
        tokens.lows[subject] in ("he", "she") or (is_name(tokens, subject) and is_name(tokens, subject + 1))
    )


def _placed(tokens: Tokens, as_: int) -> bool:
    """worked as nurse; As lawyer, she knows."""
    if tokens.starts_sentence(as_):
        return as_ + 3 < len(tokens) and tokens.lows[as_ + 2] == "," and tokens.lows[as_ + 3] in ("he", "she", "i")
    verb = as_ - 1
    if verb > 2 and tokens.lows[verb] in ("years", "months", "decades") and "for" in tokens.lows[verb - 3 : verb]:
        verb -= 3 + (tokens.lows[verb - 2] != "for")  # worked for nine years as
    lemmas = {lemma for lemma, _ in verb_readings(tokens.lows[verb])}
    return bool(lemmas & _PUT_TO_WORK) and not _several(tokens, verb)


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

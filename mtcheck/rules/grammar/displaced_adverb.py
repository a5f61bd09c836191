from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import (
    DETERMINERS,
    MONTHS,
    WEEKDAYS,
    adverbials,
    end_mark,
    is_name,
    lasting,
    noun_phrase,
    time_phrase,
)
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import NUMBER, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BE, BEING, DO, HAVE
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_PLACE = (
    r"(?:still|already|again|at the (?:heart|cent(?:re|er)|bedside|helm|origin) of|in the (?:dock|spotlight|hot seat)"
    r"|on (?:a|an) (?:visit|trip|tour|official visit|state visit)|on the set of|visiting|travell?ing)\b"
)
_TRIP = r"((?:in|at) (?:the )?(?:[A-Z][\w’-]+|court|parliament|hospital))(?= to [a-z]+ )"
_OFTEN = frozenset("always often never rarely seldom also".split())
_MANNER = frozenset(
    "easily quickly rapidly slowly strongly firmly widely heavily openly publicly regularly clearly carefully severely"
    " harshly immediately suddenly unanimously officially recently brilliantly comfortably narrowly patiently"
    " temporarily permanently progressively gradually considerably significantly sharply deeply violently vigorously"
    " warmly quietly"
    " secretly voluntarily deliberately systematically scrupulously personally formally categorically definitively"
    " brutally discreetly fiercely calmly proudly solemnly".split()
)
"""How something is done; `nearly`, `only` or `exactly` would belong to the object."""
_OBJECT = frozenset("his her their its our my your the a an".split())
_PERFECT = frozenset("has have had".split())
_CARRIES = BEING | HAVE | frozenset("being not to than".split())
_FINITE = BE | HAVE | DO | frozenset("who which that".split())


@rule(
    "displaced-adverb",
    safety=SUGGEST,
    triggers=(
        "is ",
        "are ",
        "was ",
        "were ",
        "has ",
        "have ",
        "had ",
        " always ",
        "ly ",
        " often ",
        " never ",
        " rarely ",
    ),
    bad=[
        "The dam was [[Tuesday at the heart of the debate->at the heart of the debate on Tuesday]].",
        "The divers were [[on Sunday night still in the water->still in the water on Sunday night]].",
        "She [[has always->always has]] her red hat in the bag.",
        "He [[has also->also has]] a boat. The nurse [[takes always->always takes]] her coffee cold.",
        "She [[won easily->easily won]] the final, and he has [[denied firmly->firmly denied]] the charge.",
        "The minister was [[Thursday in Brest->in Brest on Thursday]] to inaugurate a dry dock.",
        "They have already [[two times->twice]] asked for a meeting.",
        "They have already [[for ten years been studying the bees->been studying the bees for ten years]].",
        "“It was the tide”, [[has always he said->he has always said]].",
    ],
    good=[
        "The funeral was Tuesday at the church. The hearing was Wednesday in Boston.",
        "The road was on Monday still closed, and nobody there minded, they said.",
        "She has always wanted a boat. He has also a long record to defend, which has always the same end.",
        "Never has he said so. He kept always the same pace. What is left never the less counts.",
    ],
)
def displaced_adverb(view: View) -> Iterator[Hit]:
    """A time or an adverb where only French puts it: “was Tuesday at the heart of”.

    An event may be on a day in English (“the funeral was Tuesday at the church”), so only fixed phrases that
    cannot name a place are read.
    """
    text = view.text
    tokens = tokens_of(text)
    for found in rx(r"\b(?:is|are|was|were) (?=(?:on|this|last|yesterday|today|[MTWFS][a-z]+day)\b)").finditer(text):
        if hit := _time(tokens, bisect_left(tokens.starts, found.end())):
            yield hit
    for found in rx(
        r"(?<=\w) ((has|have|had) (always|also|often))(?= (?:his|her|their|its|our|my|your|a|an) )"
        r"(?! (?:\w+ ){0,6}to\b)"
    ).finditer(text):
        yield Hit(
            Span(*found.span(1)), "the adverb goes before this verb", (f"{found.group(3)} {found.group(2)}",), 0.65
        )
    yield from _before_object(tokens)
    yield from _lasting(tokens)
    for found in rx(r"\b(?:has|have|had) (?:already|also|only) (two times)(?= ([a-z]+)\b)").finditer(text):
        if any(tag == "participle" for _, tag in verb_readings(found.group(2))):
            yield Hit(Span(*found.span(1)), "before a verb it is “twice”", ("twice",), 0.75)
    for found in rx(r"\b(has|have|had) (always|also|already|often|ever) (he|she|they|it) (?=[a-z]+\b)").finditer(text):
        repair = f"{found.group(3)} {found.group(1)} {found.group(2)} "
        yield Hit(Span(*found.span()), "the subject goes before the verb", (repair,), 0.8)


def _lasting(tokens: Tokens) -> Iterator[Hit]:
    """have already for ten years been studying these bees -> have already been studying these bees for ten years."""
    for at in tokens.where(("for", "since")):
        verb = lasting(tokens, at)
        counted = tokens.lows[at] == "since" and lasting(tokens, at, "since")
        verb = counted or verb
        if tokens.lows[at] == "since" and not counted and at + 1 < len(tokens) and _dated(tokens, at + 1):
            verb = at + 2
        carried = at - 1
        while carried > 0 and tokens.lows[carried] in ("already", "now", "also", "only"):
            carried -= 1
        if verb is None or verb + 1 >= len(tokens) or tokens.lows[carried] not in _PERFECT:
            continue
        forms = {tag for _, tag in verb_readings(tokens.lows[verb])}
        end = verb + 1
        if tokens.lows[verb] == "been" and "gerund" in {tag for _, tag in verb_readings(tokens.lows[end])}:
            end += 1
        elif "participle" not in forms:
            continue
        object_ = noun_phrase(tokens, end) if tokens.lows[end] in DETERMINERS or is_name(tokens, end) else None
        ends = adverbials(tokens, object_ or end)
        last = ends[-1] if ends else object_ or end
        if not end_mark(tokens, last):
            continue
        time = tokens.text[tokens.starts[at] : tokens.ends[verb - 1]]
        time = f"for{time[5:]}" if counted else time
        words = tokens.text[tokens.starts[verb] : tokens.ends[last - 1]]
        span = Span(tokens.starts[at], tokens.ends[last - 1])
        yield Hit(span, "the time goes to the end", ((Edit(span, f"{words} {time}"),),), 0.75)


def _dated(tokens: Tokens, at: int) -> bool:
    year = tokens.kinds[at] == NUMBER and len(tokens.lows[at]) == 4
    return year or (tokens.lows[at] in MONTHS | WEEKDAYS and tokens.capital(at))


def _before_object(tokens: Tokens) -> Iterator[Hit]:
    """finishes always his shift -> always finishes his shift."""
    for at in tokens.where(_OFTEN | _MANNER):
        if at < 2 or at + 1 >= len(tokens) or tokens.lows[at + 1] not in _OBJECT:
            continue
        manner = tokens.lows[at] in _MANNER
        verb = tokens.lows[at - 1]
        tags = {tag for _, tag in verb_readings(verb)}
        before = tokens.lows[at - 2]
        wanted = {"third", "past", "participle"} if manner else {"third", "past"}
        if (
            not tags & wanted
            or classes(verb)[:1] != "V"
            or verb in _FINITE
            or before in (_CARRIES - _PERFECT if manner else _CARRIES)
        ):
            continue
        if tokens.capital(at - 1) or tokens.lows[at + 1 : at + 3] in (("the", "same"), ("a", "bit"), ("a", "lot")):
            continue
        span = Span(tokens.starts[at - 1], tokens.ends[at])
        put = f"{tokens.surface(at)} {tokens.surface(at - 1)}"
        yield Hit(span, "the adverb goes before this verb", (put,), 0.72)


def _person(tokens: Tokens, at: int) -> bool:
    """Whether the subject that ends at token `at` is a person: only who travels is somewhere to do something."""
    return tokens.lows[at] in ("he", "she") or is_name(tokens, at) or gender_of_noun(tokens.lows[at]) is not None


def _time(tokens: Tokens, at: int) -> Hit | None:
    """was Tuesday at the heart of X -> was at the heart of X on Tuesday."""
    text = tokens.text
    end = time_phrase(tokens, at)
    if end is not None and (trip := rx(_TRIP).match(text, tokens.starts[end])):
        time = text[tokens.starts[at] : tokens.ends[end - 1]]
        time = f"on {time}" if tokens.lows[at] in WEEKDAYS else time
        subject = _person(tokens, at - 2)
        if subject:
            span = Span(tokens.starts[at], trip.end(1))
            return Hit(span, "the time goes behind the place", (f"{trip.group(1)} {time}",), 0.75)
    if end is None or end >= len(tokens) or not rx(_PLACE).match(text, tokens.starts[end]):
        return None
    last = end
    while not end_mark(tokens, last):
        if tokens.lows[last] in _FINITE or "M" in classes(tokens.lows[last]):
            return None
        last += 1
    if last - end > 14 or last >= len(tokens) or tokens.lows[last] not in ".;!":
        return None
    time = text[tokens.starts[at] : tokens.ends[end - 1]]
    if tokens.lows[at] in WEEKDAYS:
        time = f"on {time}"
    cut = Span(tokens.starts[at], tokens.starts[end])
    edits = (Edit(cut, ""), Edit(Span(tokens.ends[last - 1], tokens.ends[last - 1]), f" {time}"))
    return Hit(Span(cut.start, tokens.ends[last - 1]), "the time goes to the end", (edits,), 0.75)

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, past_of, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import (
    DETERMINERS,
    adverbial,
    adverbials,
    end_mark,
    is_name,
    noun_phrase,
    plurals,
    time_phrase,
)
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES, BEING
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_HAVE = frozenset(("has", "have"))
_INFINITIVE = frozenset("to will would can could may might must should shall 'll let lets make makes n't not".split())
_PAST = frozenset("yesterday last ago".split())
_DURATIONS = frozenset("hours days weeks months years minutes".split())
_NOW = frozenset("today this next every each tomorrow tonight".split())
_DONE_FOR = frozenset(
    "hair car house home name teeth nails eyes ears picture photo clothes dinner passport fence".split()
)
"""What one has others do: she has her hair cut."""
_AUXILIARIES = AUXILIARIES | BEING | {"'s", "n't"}


@rule(
    "participle-last",
    safety=SUGGEST,
    languages=("de", "nl"),
    bad=[
        Example("The police [[have the man arrested->have arrested the man]].", "de"),
        Example("The mayor [[has the decision yesterday taken->took the decision yesterday]].", "nl"),
        Example("The club [[has its captain sold->has sold its captain]].", "nl"),
        Example("The street was [[for hours closed->closed for hours]].", "nl"),
        Example("The bridge was [[on Monday closed->closed on Monday]].", "de"),
        Example("The mayor [[has on Monday resigned->resigned on Monday]].", "de"),
        Example("They [[have in the cave three flutes found->have found three flutes in the cave]].", "de"),
        Example("I [[have four years on the book worked->have worked on the book for four years]].", "de"),
        Example("Police [[have on Monday arrested two men->arrested two men on Monday]].", "nl"),
        Example("The thief was [[by the police caught->caught by the police]].", "nl"),
        Example("The man was [[on Monday in Bonn arrested->arrested on Monday in Bonn]].", "nl"),
        Example("The train [[runs since Monday not->has not run since Monday]].", "nl"),
        Example("The ministers [[spoke on Sunday not->did not speak on Sunday]].", "de"),
    ],
    good=[
        Example("Not only has the water risen. How has the number of cases developed since?", "nl"),
        Example(
            "She has her hair cut. They want to have the house painted. He has the road closed off to traffic.", "de"
        ),
        Example("The road was by then closed. It was on Monday. The bridge was closed on Monday.", "nl"),
        Example("He has two brothers married to doctors. She has the work done by others.", "nl"),
        Example("The mayor says he does not. Whether or not. I hope not.", "de"),
        Example("It has in recent years become dear. The house was by then sold. It was in part destroyed.", "de"),
        Example("It is by the river. She has on this day two sons. The shop was by the church, closed.", "nl"),
        "The police have the man arrested.",
    ],
)
def participle_last(view: View) -> Iterator[Hit]:
    """A participle or `not` at the end of its clause: have the man arrested, was for hours closed,
    runs since Monday not.

    German and Dutch build a bracket of the auxiliary and the participle. A time that is over makes the tense a past.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_HAVE | {"had"}):
        hit = (_bracket(tokens, at) if tokens.lows[at] in _HAVE else None) or _framed(tokens, at) or _filled(tokens, at)
        if hit:
            yield hit
    for at in tokens.where(BEING):
        if hit := _between(tokens, at) or _framed(tokens, at):
            yield hit
    for at in tokens.where(("not",)):
        if hit := _negated(tokens, at):
            yield hit


def _participle(tokens: Tokens, at: int) -> str | None:
    """The verb of which token `at` is the participle at the end of its clause."""
    if at >= len(tokens) or not (end_mark(tokens, at + 1) or tokens.lows[at + 1] in ("and", "but", "because", "after")):
        return None
    found = [lemma for lemma, tag in verb_readings(tokens.lows[at]) if tag == "participle"]
    return found[0] if found and classes(tokens.lows[at])[:1] in ("V", "") else None


def _bracket(tokens: Tokens, at: int) -> Hit | None:
    """have the man arrested -> have arrested the man."""
    if at + 3 >= len(tokens) or not at or tokens.lows[at - 1] in _INFINITIVE or tokens.capital(at):
        return None
    before = tokens.lows[at - 1]
    if not (is_name(tokens, at - 1) or "N" in classes(before) or before in ("he", "she", "they", "we", "who", "it")):
        return None
    start = at + 1
    if tokens.lows[start] not in DETERMINERS and not is_name(tokens, start):
        return None
    end = noun_phrase(tokens, start, frozenset(("of",)))
    if end is None or end - start > 8 or not _DONE_FOR.isdisjoint(tokens.lows[start:end]):
        return None
    past, place = not _PAST.isdisjoint(tokens.lows[start:end]), end
    while (after := adverbial(tokens, place)) is not None and place < end + 8:
        past = past or time_phrase(tokens, place) == after or not _PAST.isdisjoint(tokens.lows[place:after])
        place = after
    lemma = _participle(tokens, place)
    if lemma is None or tokens.lows[place + 1 : place + 2] == ("?",):
        return None
    text = tokens.text
    span = Span(tokens.starts[at], tokens.ends[place])
    rest = text[tokens.starts[start] : tokens.ends[place - 1]]
    verb = inflect_verb(lemma, "past") if past else f"{tokens.lows[at]} {tokens.surface(place)}"
    return Hit(span, "English puts the participle before its object", (f"{verb} {rest}",), 0.72)


def _between(tokens: Tokens, at: int) -> Hit | None:
    """was for hours closed -> was closed for hours."""
    start = at + 1
    end = time_phrase(tokens, start) if start < len(tokens) else None
    if end is None and tokens.lows[start : start + 1] == ("for",):
        end = start + 1
        while end < min(start + 4, len(tokens)) and tokens.lows[end] not in _DURATIONS:
            end += 1
        end = end + 1 if end < len(tokens) and tokens.lows[end] in _DURATIONS else None
    if end is None or _participle(tokens, end) is None:
        return None
    text = tokens.text
    span = Span(tokens.starts[start], tokens.ends[end])
    middle = text[tokens.starts[start] : tokens.ends[end - 1]]
    return Hit(span, "English puts the participle before the time", (f"{tokens.surface(end)} {middle}",), 0.75)


def _framed(tokens: Tokens, at: int) -> Hit | None:
    """has on Monday in Bonn met the chancellor -> met the chancellor on Monday in Bonn; was by the army built.

    One adverbial may stand there in English (has in recent years become), but no time that is over and no agent.
    """
    start = at + 1
    if start < len(tokens) and tokens.lows[start] == "already" and not end_mark(tokens, start + 1):
        start += 1
    ends = adverbials(tokens, start) if start < len(tokens) else []
    if not at or not ends or tokens.capital(at) or tokens.lows[at - 1] in _INFINITIVE | _AUXILIARIES:
        return None
    verb = ends[-1]
    lemma = next((lemma for lemma, tag in verb_readings(tokens.lows[verb]) if tag == "participle"), None)
    if lemma is None or (tokens.lows[at] in BEING and _participle(tokens, verb) is None):
        return None
    if tokens.lows[verb] == "been" or "being" in tokens.lows[start:verb]:
        return None
    begins = [start, *ends[:-1]]
    finished = any(_over(tokens, first, end) for first, end in zip(begins, ends, strict=True))
    agent = tokens.lows[at] in BEING and tokens.lows[start] == "by" and tokens.lows[start + 1] in ("the", "a", "an")
    phrases = len(ends) > 1 and all(end - first > 1 for first, end in zip(begins, ends, strict=True))
    if not (finished or agent or (phrases and _participle(tokens, verb) is not None)):
        return None
    further = verb + 1
    if not end_mark(tokens, further):
        end = noun_phrase(tokens, further) or plurals(tokens, further)
        if tokens.lows[at] in BEING or end is None or not end_mark(tokens, end):
            return None
        further = end
    text = tokens.text
    rest = text[tokens.starts[verb] : tokens.ends[further - 1]]
    time = text[tokens.starts[start] : tokens.ends[ends[-1] - 1]]
    first = start
    if finished and tokens.lows[at] in _HAVE:
        past = past_of(tokens.lows[verb], lemma)
        rest = ("already " if start > at + 1 else "") + past + rest[len(tokens.lows[verb]) :]
        first = at
    span = Span(tokens.starts[first], tokens.ends[further - 1])
    return Hit(span, "English puts the participle before the time", (f"{rest} {time}",), 0.78)


def _filled(tokens: Tokens, at: int) -> Hit | None:
    """have in the cave three flutes found -> have found three flutes in the cave; had four years on it worked."""
    start = at + 1
    if not at or tokens.capital(at) or tokens.lows[at - 1] in _INFINITIVE | _AUXILIARIES:
        return None
    place = start
    objects: list[tuple[int, int]] = []
    times: list[tuple[int, int]] = []
    while place < min(start + 14, len(tokens)) and len(times) < 4:
        after = adverbial(tokens, place)
        if after is not None:
            if after - place > 2 and _participle(tokens, after - 1) is not None:
                after -= 1
            times.append((place, after))
        elif objects or (after := noun_phrase(tokens, place, frozenset(("of",))) or plurals(tokens, place)) is None:
            break
        else:
            if _participle(tokens, after - 1) is not None and after - 1 > place:
                after -= 1
            objects.append((place, after))
        place = after
    lemma = _participle(tokens, place) if place < len(tokens) and times and objects else None
    if lemma is None or not _DONE_FOR.isdisjoint(tokens.lows[start:place]):
        return None
    text = tokens.text
    thing, *phrases = (text[tokens.starts[first] : tokens.ends[end - 1]] for first, end in [*objects, *times])
    lasting = tokens.lows[objects[0][1] - 1] in _DURATIONS
    over = any(_over(tokens, first, end) for first, end in times) and tokens.lows[at] in _HAVE
    verb = inflect_verb(lemma, "past") if over else f"{tokens.lows[at]} {tokens.surface(place)}"
    words = [verb, *phrases, "for " + thing] if lasting else [verb, thing, *phrases]
    span = Span(tokens.starts[at], tokens.ends[place])
    return Hit(span, "English puts the participle behind “have”", (" ".join(words),), 0.74)


def _over(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the adverbial is a time that is over: on Monday, yesterday, in the night to Sunday."""
    words = tokens.lows[at:end]
    timed = time_phrase(tokens, at) == end and _NOW.isdisjoint(words)
    return timed or words[:3] == ("in", "the", "night") or words[-1] == "ago"


def _negated(tokens: Tokens, at: int) -> Hit | None:
    """runs since Monday not -> has not run since Monday; spoke on Sunday not -> did not speak on Sunday."""
    if not end_mark(tokens, at + 1) or at < 3 or (at + 1 < len(tokens) and tokens.lows[at + 1] not in ".;,"):
        return None
    first = tokens.sentence(at, at)[0]
    for verb in range(at - 1, max(first, at - 8), -1):
        if tokens.lows[verb] in _AUXILIARIES:
            return None
        tags = {tag: lemma for lemma, tag in verb_readings(tokens.lows[verb]) if tag in ("past", "third")}
        if tags and classes(tokens.lows[verb])[:1] == "V":
            break
    else:
        return None
    place = verb + 1
    while place < at and (after := adverbial(tokens, place)) is not None:
        place = after
    if place != at or any(low in _AUXILIARIES for low in tokens.lows[first:verb]) or "whether" in tokens.lows[first:at]:
        return None
    tag, lemma = next(iter(tags.items()))
    since = "since" in tokens.lows[verb:at]
    plural = "s" in classes(tokens.lows[verb - 1])
    if since:
        new = f"{'have' if plural else 'has'} not {inflect_verb(lemma, 'participle')}"
    else:
        new = f"{'did' if tag == 'past' else 'does'} not {lemma}"
    text = tokens.text
    rest = text[tokens.ends[verb] : tokens.ends[at - 1]]
    span = Span(tokens.starts[verb], tokens.ends[at])
    return Hit(span, "English puts “not” before the verb", (f"{new}{rest}",), 0.75)

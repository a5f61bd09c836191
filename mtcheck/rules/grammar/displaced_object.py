from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import past_of, verb_readings
from mtcheck.analysis.phrases import (
    DETERMINERS,
    TIME_OPENERS,
    WEEKDAYS,
    adverbials,
    base_phrase,
    end_mark,
    is_name,
    lasting,
    noun_phrase,
    plurals,
    time_phrase,
)
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BEING
from mtcheck.lang.transitive import SWAPS, TAKES_OBJECT
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_TIMES = frozenset("day week month year morning evening night time afternoon weekend hour minute season".split())
_BE = BEING | {"being", "get", "got", "'s"}
_PSYCH = (
    "surprise|shock|please|delight|worry|move|annoy|anger|sadden|upset|scare|frighten|fascinate|disappoint|astonish"
    "|reassure|outrage"
)
_MESSAGE = "English puts the object directly after the verb"


@rule(
    "displaced-object",
    safety=SUGGEST,
    bad=[
        "The club [[receives this Saturday the boys of the valley->receives the boys of the valley this Saturday]].",
        "She [[celebrated on Monday her birthday->celebrated her birthday on Monday]].",
        "The court [[published on Friday, after two years of hearings, its ruling->published its ruling on Friday,"
        " after two years of hearings]].",
        "The board [[has yesterday the budget for the pool approved->approved the budget for the pool yesterday]].",
        "The mayor [[has the lease of the circus on Monday cancelled->cancelled the lease of the circus on Monday]].",
        "They have [[him asked->asked him]] to leave.",
        "He gave [[to ->]]the young goalkeeper of the reserve team his first start.",
        "[[It shocked everyone the silence of the bank->The silence of the bank shocked everyone]].",
        "The jury examined [[at length the photographs->the photographs at length]].",
        "The mayor presented [[to the unions his timetable->his timetable to the unions]].",
        "She [[knows very well the road->knows the road very well]].",
        "The walker crossed [[in tears the bridge->the bridge in tears]].",
        "She read [[in a low voice the letter->the letter in a low voice]].",
        "The pond attracted [[every summer painters and bathers->painters and bathers every summer]].",
        "The museum exhibits [[until Sunday the drawings->the drawings until Sunday]].",
        "The jury studied [[for three days the plans->the plans for three days]].",
        "The zoo welcomes [[each year thousands of visitors->thousands of visitors each year]].",
    ],
    good=[
        "She announced on Monday the closure of the three oldest maternity wards in the whole of the western islands.",
        "They meet every year. They train every week children from the valley who cannot swim. It draws each day to a"
        " close. He left on Monday the 12th. It was published on Monday. The bridge opened last year the day after it.",
        "It was published today in the journal Nature. It was honestly dedicated to the preserving of its own safety.",
        "They led for ten minutes. They had the car repaired on Monday. They have him killed.",
        "It shocked everyone the day the bank closed. She knew well that the road was closed.",
        "The report published on Thursday the company rejects. They shared with the hall the story of their village.",
    ],
)
def displaced_object(view: View) -> Iterator[Hit]:
    """An object that stands too late, after a time or at the end: “celebrated on Monday his birthday”.

    French lets a time stand between the verb and its object, German and Dutch put the participle last
    (“has yesterday the plan approved”). A long object may stand late in English too and is left alone.
    """
    tokens = tokens_of(view.text)
    times = {at - 1 for at in tokens.where(TIME_OPENERS | {"for", "until"}) if at}
    for at in sorted(times.union(tokens.where(("has", "have", "had")))):
        if at >= len(tokens) - 2 or tokens.kinds[at] != WORD or tokens.capital(at) or _attributes(tokens, at):
            continue
        after = time_phrase(tokens, at + 1) or lasting(tokens, at + 1)
        if (after and (hit := _after_time(tokens, at, after))) or (
            tokens.lows[at] in ("has", "have", "had") and (hit := _bracket(tokens, at))
        ):
            yield hit
    yield from _pronouns(view)
    yield from _given(tokens)
    yield from _it_first(tokens)
    yield from _manner(tokens)
    yield from _after_adverbial(tokens)
    yield from _told(tokens)


def _attributes(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is the verb behind a quotation: what follows it is who speaks."""
    verb = at - 1 if at and tokens.lows[at - 1] in ("has", "have", "had") else at
    mark = verb - 2 if verb > 1 and tokens.lows[verb - 1] == "," else verb - 1
    return mark >= 0 and tokens.lows[mark] in ("”", '"')


def _after_time(tokens: Tokens, at: int, after: int) -> Hit | None:
    """celebrated on Monday his birthday; published on Thursday, after months of work, its report."""
    forms = [tag for lemma, tag in verb_readings(tokens.lows[at]) if lemma in TAKES_OBJECT]
    before = tokens.lows[at - 1] if at else ""
    base = before in ("to", "will", "would", "they", "we", "i", "you", "can", "could", "must", "should")
    if not forms or before in _BE or before in DETERMINERS or (set(forms) == {"base"} and not base):
        return None
    starts = [after, *reversed(adverbials(tokens, after))]
    if after < len(tokens) and tokens.lows[after] == ",":
        close = after + 1
        while close < min(after + 24, len(tokens)) and (not end_mark(tokens, close)):
            close += 1
        if close < len(tokens) - 1 and tokens.lows[close] == "," and tokens.lows[close + 1] in ("its", "his", "their"):
            starts = [close + 1]
    for start in starts:
        if start > after + 1 and tokens.lows[start] not in DETERMINERS:
            continue  # published today in the journal Nature
        end = _light(tokens, start)
        if end is None and tokens.lows[at + 1] in ("every", "each"):
            end = plurals(tokens, start)
            end = end if end and tokens.lows[end : end + 1] in ((".",), (";",), ("!",)) else None
        if end is None:
            continue
        object_ = Span(tokens.starts[start], tokens.ends[end - 1]).of(tokens.text)
        if tokens.lows[at + 1] in WEEKDAYS:
            object_ += " on"
        gap = start - 1 if tokens.lows[start - 1] == "," else start
        middle = Span(tokens.starts[at + 1], tokens.ends[gap - 1]).of(tokens.text)
        span = Span(tokens.starts[at + 1], tokens.ends[end - 1])
        return Hit(span, _MESSAGE, (f"{object_} {middle}",), 0.72)
    return None


def _light(tokens: Tokens, at: int) -> int | None:
    """After a short noun phrase that ends its clause, and is no time (the 12th, the day after)."""
    if at >= len(tokens) or not (tokens.lows[at] in DETERMINERS or is_name(tokens, at)):
        return None
    end, base = noun_phrase(tokens, at), base_phrase(tokens, at)
    if end is not None and tokens.lows[end : end + 1] in (("for",), ("of",)) and tokens.lows[end + 1].isdecimal():
        end += 2  # the budget for 2024
    if end is None or base is None or not end_mark(tokens, end) or end - at > 7:
        return None
    head = tokens.lows[base - 1]
    dated = head[:1].isdigit() or head in ("st", "nd", "rd", "th")  # `12th` is two tokens
    if head in _TIMES or dated or tokens.lows[at + 1 : at + 2] == ("same",) or head in WEEKDAYS:
        return None
    ends = end < len(tokens) and (tokens.lows[end] in ".;!" or _sourced(tokens, end))
    return end if ends else None


def _sourced(tokens: Tokens, comma: int) -> bool:
    """Whether what follows a comma is who said so, or a clause: no further object."""
    after = tokens.lows[comma + 1 : comma + 2]
    return tokens.lows[comma] == "," and after in _NO_OBJECT


_NO_OBJECT = tuple((low,) for low in "according said says but while because despite although as".split())


def _bracket(tokens: Tokens, at: int) -> Hit | None:
    """has yesterday the plan approved -> approved the plan yesterday."""
    text = tokens.text
    time = time_phrase(tokens, at + 1)
    start = time or at + 1
    if tokens.lows[start] not in DETERMINERS:
        return None
    end = noun_phrase(tokens, start, frozenset("of for with from against about".split()))
    if end is None:
        return None
    when = (at + 1, time) if time else (end, time_phrase(tokens, end) or 0)
    verb = end if time else when[1]
    if not verb or verb + 1 > len(tokens) - 1 or not end_mark(tokens, verb + 1):
        return None
    readings = verb_readings(tokens.lows[verb])
    lemma = next((lemma for lemma, tag in readings if tag == "participle"), None)
    if lemma is None:
        return None
    past = past_of(tokens.lows[verb], lemma)
    object_ = Span(tokens.starts[start], tokens.ends[end - 1]).of(text)
    time_ = Span(tokens.starts[when[0]], tokens.ends[when[1] - 1]).of(text)
    span = Span(tokens.starts[at], tokens.ends[verb])
    return Hit(span, "the participle stands at the end", (f"{past} {object_} {time_}",), 0.8)


def _pronouns(view: View) -> Iterator[Hit]:
    """have him asked to -> have asked him to."""
    for found in rx(
        r"\b(?:has|have|had|’ve|’s) ((him|her|them|us|me|you) (asked|told|said|offered|promised|forgiven"
        r"|thanked|warned))(?= (?:to|that|for|not)\b|[.,])"
    ).finditer(view.text):
        yield Hit(Span(*found.span(1)), _MESSAGE, (f"{found.group(3)} {found.group(2)}",), 0.75)


_GIVES = r"\b(?:gave|gives|give|offered|offers|sent|sends|awarded|awards|granted|grants|handed|lent|lends) (to )"


def _given(tokens: Tokens) -> Iterator[Hit]:
    """gave to the young goalkeeper his first start -> gave the young goalkeeper his first start."""
    for found in rx(_GIVES + r"(?=(?:the|his|her|its|their|a|an|all|each|every) )").finditer(tokens.text):
        at = bisect_left(tokens.starts, found.end())
        end = noun_phrase(tokens, at, frozenset(("of",)))
        if (
            end is None
            or end >= len(tokens)
            or end - at > 9
            or tokens.lows[end] not in ("a", "an", "his", "her", "its", "their")
        ):
            continue
        object_ = _light(tokens, end)
        if object_ is not None:
            yield Hit(Span(*found.span(1)), "the person given comes without “to” here", ("",), 0.72)


def _it_first(tokens: Tokens) -> Iterator[Hit]:
    """It surprised everyone the decision of the goalkeeper."""
    text = tokens.text
    for found in rx(
        rf"(?<![\w,] )\bIt ((?:{_PSYCH})(?:s|d|ed|es)|worried|worries|upset) (everyone|everybody|many|us all|no one"
        r"|nobody|the [a-z]+) (?=(?:the|his|her|their|its) )"
    ).finditer(text):
        at = tokens.starts.index(found.end())
        end, base = noun_phrase(tokens, at), base_phrase(tokens, at)
        if end is None or base is None or tokens.lows[base - 1] in _TIMES or not end_mark(tokens, end):
            continue
        span = Span(found.start(), tokens.ends[end - 1])
        words = text[found.end() : span.end]
        repair = f"{words[0].upper()}{words[1:]} {found.group(1)} {found.group(2)}"
        yield Hit(span, "the subject stands at the end", (repair,), 0.75)


def _told(tokens: Tokens) -> Iterator[Hit]:
    """presented to the unions his timetable -> presented his timetable to the unions."""
    text = tokens.text
    for found in rx(
        r"\b(?:present|explain|describ|announc|propos|submitt|reveal|show|deliver|suggest|entrust|transmitt|dedicat)ed "
        r"(to (?:the|his|her|its|their) (?:[a-z]+ )?(?!of )[a-z]+) (?=(?:the|his|her|its|their) )"
    ).finditer(text):
        start = tokens.starts.index(found.end())
        end = _light(tokens, start)
        if end is not None:
            span = Span(found.start(1), tokens.ends[end - 1])
            yield Hit(span, _MESSAGE, (f"{text[found.end() : span.end]} {found.group(1)}",), 0.72)


def _manner(tokens: Tokens) -> Iterator[Hit]:
    """knows very well the road -> knows the road very well."""
    text = tokens.text
    for found in rx(
        r"\b(?:plays?|played|kn[eo]ws?|likes?|liked|loves?|loved|appreciates?|appreciated|speaks?|spoke|masters?|mastered"
        r"|examined|discussed|studied|questioned|described|explained|analysed|inspected|debated|read|checked)"
        r" (fluently|at length|in detail|in depth|at leisure"
        r"|very well|very much|perfectly|well|a lot|enormously) (?=(?:the|his|her|their|its|this) |[A-Z])"
    ).finditer(text):
        start = tokens.starts.index(found.end())
        end = _light(tokens, start)
        if end is None:
            continue
        words = text[found.end() : tokens.ends[end - 1]]
        edits = (Edit(Span(found.start(1), tokens.ends[end - 1]), f"{words} {found.group(1)}"),)
        yield Hit(edits[0].span, _MESSAGE, (edits,), 0.75)


_BETWEEN = ("in", "with", "at", "without", "under", "from", "during", "behind", "on", "near", "beside")
_ARTICLES = frozenset("the a an his her its their this these those two three four five six several".split())
_ORDERED = frozenset("last first next past same".split())
_BEFORE_FINITE = frozenset("he she they we i who and has have".split())
_KEPT = frozenset("who whom which that when where while as if because and or but not all both".split())


def _after_adverbial(tokens: Tokens) -> Iterator[Hit]:
    """crossed in tears the finishing line -> crossed the finishing line in tears."""
    for at in tokens.where(_BETWEEN):
        verb = at - 1
        if verb < 1 or tokens.kinds[verb] != WORD or tokens.capital(verb) or tokens.capital(at):
            continue
        forms = {tag for lemma, tag in verb_readings(tokens.lows[verb]) if lemma in SWAPS}
        before = tokens.lows[verb - 1]
        if not forms & {"past", "third"} or before in _BE or before in DETERMINERS or _attributes(tokens, verb):
            continue
        start = next(reversed(adverbials(tokens, at)), None)
        if start is None or start - at > 9 or time_phrase(tokens, at) or tokens.lows[start - 1] in _KEPT | _ORDERED:
            continue
        end = _light(tokens, start) if tokens.lows[start : start + 1] and tokens.lows[start] in _ARTICLES else None
        counted = NUMBER in tokens.kinds[at:start] and "minute" not in tokens.lows[at:start]
        priced = end is not None and tokens.lows[start] in ("a", "an") and counted
        if end is None or priced or _finite_before(tokens, verb):
            continue
        object_ = Span(tokens.starts[start], tokens.ends[end - 1]).of(tokens.text)
        middle = Span(tokens.starts[at], tokens.ends[start - 1]).of(tokens.text)
        span = Span(tokens.starts[at], tokens.ends[end - 1])
        yield Hit(span, _MESSAGE, (f"{object_} {middle}",), 0.72)


def _finite_before(tokens: Tokens, verb: int) -> bool:
    """Whether the verb may be a participle behind a noun: the letter read in a low voice the day it came."""
    first = tokens.opening(verb)
    subject = noun_phrase(tokens, first)
    return subject != verb and tokens.lows[verb - 1] not in _BEFORE_FINITE

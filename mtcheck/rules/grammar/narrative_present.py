from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.narration import (
    STOPS,
    eventful,
    goes_on,
    happens_once,
    in_the_past,
    past_mishap,
    past_series,
    third_person,
)
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import PREPOSITIONS, adverbials
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BE, HAVE
from mtcheck.lang.story import (
    ACTIONS,
    AFTERWARDS,
    AHEAD,
    AT_AN_AGE,
    AT_AN_HOUR,
    BORN,
    MADE,
    ON_A_DAY,
    OVER,
    SUDDENLY,
    UNPLANNED,
    YEAR,
)
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_FICTION = frozenset(
    "film novel play series episode plot hero heroine character story tale opera ballet comic scene book chapter song"
    " video game documentary legend myth fairytale movie musical trailer synopsis".split()
)


@rule(
    "narrative-present",
    safety=SUGGEST,
    bad=[
        "In 1987, the young cook [[opens->opened]] his first inn; two years later, he [[obtains->obtained]] a star.",
        "On 3 March 1911, the dyke [[gives->gave]] way and the sea [[enters->entered]] the village.",
        "At noon the alarm went off. The guard [[leaves->left]] his booth and [[discovers->discovered]] the frame.",
        "In 1917 she was arrested in Metz. The judges [[give->gave]] her an hour and she [[is->was]] shot at dawn.",
        "On Saturday evening, two men [[enter->entered]] the bar and [[open->opened]] fire.",
        "The burglars broke a window. Inside, they [[find->found]] a safe and [[carry->carried]] it away.",
        "The robbers came by the roof. They [[force->forced]] the safe, [[take->took]] the coins and [[leave->left]].",
        "Born in Sète in 1931, she [[enters->entered]] the school at nine.",
        "Elected in 2008, she [[will be->was]] beaten six years later by a newcomer.",
        "On Saturday evening, a man [[is->was]] stabbed in the street.",
        "The ship left the port at dawn. An hour later, it [[hits->hit]] a rock.",
        "At 11pm, a spark [[sets->set]] fire to the curtains. The guests broke the windows.",
        "The guard heard a noise. In two minutes, everything [[is->was]] over.",
        "The singer stopped in the middle of a song, [[apologises->apologised]] and [[leaves->left]] the stage.",
        "In 1998, he [[leaves->left]] the army, [[studies->studied]] law and [[founds->founded]] a review.",
        "In 2014, she [[sells->sold]] her car, [[buys->bought]] old looms and [[opens->opened]] a workshop.",
        "In 1968, he [[locks->locked]] the shop. A year later, he [[comes->came]] back and [[buys->bought]] it.",
        "In 1911, a clerk [[steals->stole]] the painting. The police [[question->questioned]] him and let him go.",
        "In 1978, the trawler sank. The captain [[drowns->drowned]] with his cook and two boys [[are->were]] injured.",
        "She was born in Metz in 1931. At sixteen, she [[enters->entered]] the mill and [[joins->joined]] the union.",
        "They came by the cellar. They [[disconnect->disconnected]] the alarm and [[carry->carried]] off the clocks.",
        "In 1998, the choir recorded an album. The singers then [[leave->left]] on tour.",
        "Ten years later, he [[sells->sold]] the mill and [[moves->moved]] to Nice.",
        "The diver went down. At eleven metres he [[sees->saw]] a light and [[turns->turned]] back.",
    ],
    good=[
        "On Monday the court met. The judge leaves her post in June.",
        "At noon the shop opened. The owner says he sells hats.",
        "In 2014 he wrote that the mill opens at nine and closes at five.",
        "The hero leaves home and discovers the sea, and the film ends there.",
        "In 2014 he bought the mill. The mill is open on Mondays and shut on Fridays.",
        "The film came out in 2014. The hero leaves home and discovers the sea.",
        "Born in 1960, he lives in Nice. Elected in 2008, she leads the council and will stand again.",
        "Opened in 1990, the museum receives 3,000 visitors and closes at noon. Built in 1861, the tower stands there.",
        "The museum reopened in May. It opens at nine and closes at five.",
        "At 11pm, the bar closes. The guests left. In two minutes, everything is over: that is how it works.",
        "At 9am, the shop opens. It was built in 1911.",
        "The firm opened in 1990, sells shoes and buys leather. He left in May, lives in Metz and works there.",
        "In 1998, he leaves the bar, drinks and founds a league.",
        "In 1962 the dam broke. The museum tells the story. Shareholders lose patience. He lives there and runs a bar.",
        "Last year it was built. This mechanism detects water, measures the level and sends a signal.",
        "On Saturday evening, the club plays at home and meets its fans.",
        "In 1846 the potato fails. Families leave on foot, and the landlord bolts his doors.",
    ],
)
def narrative_present(view: View) -> Iterator[Hit]:
    """A story told in the past that slips into the present, or into a future that is over.

    French narrates in either tense (« En 1987, il ouvre … », « elle sera battue six ans plus tard »). A sentence is
    put into the past where a finished time opens it, or where it tells what happened next after a sentence in the
    past; habits, states, plans and summaries of films and books stay in the present.
    """
    tokens = tokens_of(view.text)
    first = 0
    before: tuple[int, int] | None = None
    past = False
    while first < len(tokens):
        last = max(tokens.sentence(first, first + 1)[1], first + 1)
        while first < last and tokens.kinds[first] != WORD:
            first += 1
        if last - first > 3 and not inside(tokens.starts[first], view.quoted):
            edits = _told(tokens, first, last, before, past)
            past = bool(edits)  # then the next sentence goes on in the past
            if edits:
                span = Span(edits[0].span.start, edits[-1].span.end)
                yield Hit(span, "the story slips into the present", (edits,), 0.7)
            before = (first, last)
        first = last


def _told(tokens: Tokens, first: int, last: int, before: tuple[int, int] | None, past: bool) -> tuple[Edit, ...]:
    """The edits that put the sentence into the past, if it has to be."""
    text = tokens.text
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if lead := rx(OVER).match(text, start):
        long_ago = rx(r"1[0-8]\d\d\b").search(lead.group()) is not None
        if (
            long_ago
            and last < len(tokens)  # the story goes on
            and not any(low in ("was", "were", "had") for low in tokens.lows)
            and not _among_past(tokens, last, None)
        ):
            return ()  # a book on history may tell it all in the present
        return past_series(tokens, bisect_left(tokens.starts, lead.end()), last, anything=True)
    if lead := rx(BORN).match(text, start):
        if rx(MADE).match(text, start) and not rx(rf"\b(?:later|{YEAR})\b").search(text, lead.end(), end):
            return ()  # `Built in 1861, the museum receives visitors`: what it does since
        return past_series(tokens, bisect_left(tokens.starts, lead.end()), last)
    if lead := rx(ON_A_DAY).match(text, start):
        at = bisect_left(tokens.starts, lead.end())
        return past_mishap(tokens, at, last) or _unplanned(tokens, at, last) or _mixed(tokens, first, last)
    if lead := rx(AT_AN_HOUR).match(text, start):
        told = _among_past(tokens, last, before)
        edits = past_series(tokens, bisect_left(tokens.starts, lead.end()), last) if told else ()
        habitual = any(edit.new in ("opened", "closed", "started", "began", "sang", "played") for edit in edits)
        if edits and not habitual and not rx(AHEAD).search(text, start, end) and tokens.lows[last - 1] == ".":
            return edits
    if (lead := rx(AT_AN_AGE).match(text, start)) and _among_past(tokens, last, before):
        edits = past_series(tokens, bisect_left(tokens.starts, lead.end()), last)
        return () if rx(AHEAD).search(text, start, end) else edits
    later = rx(AFTERWARDS).match(text, start)
    if later and before is None:
        at = bisect_left(tokens.starts, later.end())
        told = rx(AT_AN_HOUR).match(text, start) is None and _among_past(tokens, last, None)
        if not told and " later" in later.group() and not rx(AHEAD).search(text, start, end):  # nothing stands before
            edits = past_series(tokens, at, last, least=2)
            return () if _FICTION & {*tokens.lows[first:last]} else past_mishap(tokens, at, last) or edits
        return past_mishap(tokens, at, last) or (past_series(tokens, at, last) if told else ())
    over = rx(r"[Ii]n (?:\w+ )(?:seconds|minutes|hours), (?:everything|it all|all) (is) over(?=\.)").match(text, start)
    if over and _among_past(tokens, last, before):
        return (Edit(Span(*over.span(1)), "was"),)
    if edits := _mixed(tokens, first, last):
        return edits
    if before is None:
        return ()
    if later:
        at = bisect_left(tokens.starts, later.end())
        edits = past_series(tokens, at, last) or past_mishap(tokens, at, last)
    else:
        at = _subject(tokens, first, last)
        edits = past_series(tokens, at, last, least=2) or eventful(tokens, at, last)
        now = rx(_NOW).search(text, start, end)
        if past and not now:
            edits = goes_on(tokens, at, last) or edits
        elif _dated(tokens, *before) and not now:
            edits = edits or happens_once(tokens, at, last)
    if not edits or rx(AHEAD).search(text, start, end) or not (past or _history(tokens, *before)):
        return ()
    return () if _FICTION & {*tokens.lows[before[0] : before[1]], *tokens.lows[first:last]} else edits


def _unplanned(tokens: Tokens, at: int, last: int) -> tuple[Edit, ...]:
    """On Saturday evening, two men enter the bar and open fire -> entered, opened: nobody announces that."""
    text, start, end = tokens.text, tokens.starts[at], tokens.ends[last - 1]
    edits = past_series(tokens, at, last)
    verbs = {lemma for edit in edits for lemma, _ in verb_readings(text[edit.span.start : edit.span.end].lower())}
    sudden = bool(verbs & UNPLANNED) or rx(SUDDENLY).search(text, start, end) is not None
    return edits if sudden and not rx(AHEAD).search(text, start, end) else ()


_NOW = r"\b(?:today|now|nowadays|still|since|to this day|currently|always|often|sometimes|never)\b"


def _dated(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence opens with a time that is over, or names the year."""
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[last - 1]
    return rx(OVER).match(text, start) is not None or rx(rf"\bin {YEAR}\b").search(text, start, end) is not None


_WHERE = frozenset("inside outside then there upstairs downstairs immediately finally suddenly panicked".split())


def _subject(tokens: Tokens, first: int, last: int) -> int:
    """Where the subject begins: behind the place that opens the sentence (At eleven metres he sees …)."""
    if tokens.lows[first] in _WHERE and tokens.lows[first + 1 : first + 2] == (",",):
        return first + 2  # Inside, they find a safe
    if tokens.lows[first] not in PREPOSITIONS:
        return first
    ends = [end for end in adverbials(tokens, first) if end < last]
    return ends[-1] + (tokens.lows[ends[-1]] == ",") if ends else first


def _mixed(tokens: Tokens, first: int, last: int) -> tuple[Edit, ...]:
    """The tenor stopped, apologises and leaves -> apologised and left."""
    row = pairwise(tokens.lows[first + 1 : last - 1])
    if sum([low[-1] == "s" for before, low in row if before in (",", "and")]) < 2:
        return ()  # most sentences: no word is looked up
    verbs: list[int] = []
    for at in range(first + 1, last - 1):
        low, readings = tokens.lows[at], verb_readings(tokens.lows[at])
        if low in STOPS or low == "not" or low in BE or low in HAVE:
            return ()
        past = {lemma for lemma, tag in readings if tag == "past"} - {"be", "have", "do", "bear"}
        if not verbs and past and not any(tag == "base" for _, tag in readings) and tokens.kinds[at - 1] == WORD:
            verbs.append(at)
        third = {lemma for lemma, tag in readings if tag == "third"} & (ACTIONS - _HABITS)
        if verbs and third and tokens.lows[at - 1] in ((",",), (",", "and"))[len(verbs) > 1]:
            verbs.append(at)
        elif verbs and tokens.lows[at - 1] in (",", "and") and classes(low)[:1] == "V" and third_person(low):
            return ()  # a series is repaired whole or not at all
    edits = [in_the_past(tokens, at, last) for at in verbs[1:]]
    return tuple(edit for edit in edits if edit) if len(verbs) > 2 and all(edits) else ()


_HABITS = frozenset(
    "open close start begin sell buy publish release record write sing play receive run call meet".split()
)
"""What a firm or a person may well do now, having done something else once."""


def _among_past(tokens: Tokens, last: int, before: tuple[int, int] | None) -> bool:
    """Whether the sentence before, or one of the two that begin at token `last`, tells something past."""
    spans = [before] if before else []
    for _ in range(2):
        if last < len(tokens) - 1:
            end = max(tokens.sentence(last, last + 1)[1], last + 1)
            spans.append((last, end))
            last = end
    return any(_history(tokens, *span) for span in spans)


def _single(tokens: Tokens, at: int) -> bool:
    """Whether the word before a verb is a subject behind which that verb is no base form: the cyclist fell."""
    low = tokens.lows[at]
    return low in ("he", "she", "it", "who") or (classes(low)[:1] == "N" and "s" not in classes(low))


def _history(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence tells something past: a verb form that can be nothing else."""
    return any(
        tokens.lows[at] in ("was", "were", "had")
        or (
            any(tag == "past" for _, tag in verb_readings(tokens.lows[at]))
            and not any(tag == "base" for _, tag in verb_readings(tokens.lows[at]))
        )
        or (tokens.lows[at] in ("fell", "found", "saw") and at > first and _single(tokens, at - 1))
        for at in range(first, last)
        if tokens.kinds[at] == WORD
    ) and not any(low in ("has", "have", "is", "are", "will") for low in tokens.lows[first:last])

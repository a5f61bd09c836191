from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, adverbials, is_name
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.lang.story import ACTIONS, AFTERWARDS, AHEAD, AT_AN_HOUR, BORN, DAY, MADE, MISHAPS, ON_A_DAY, OVER, YEAR
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_OBJECTS = frozenset("fire cries shots screams hold place smoke flames noises voices fright shouts".split())
"""What is set, heard, taken or seen without a determiner."""
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
        "The robbers came by the roof. They [[force->forced]] the safe, [[take->took]] the coins and [[leave->left]].",
        "Born in Sète in 1931, she [[enters->entered]] the school at nine.",
        "Elected in 2008, she [[will be->was]] beaten six years later by a newcomer.",
        "On Saturday evening, a man [[is->was]] stabbed in the street.",
        "The ship left the port at dawn. An hour later, it [[hits->hit]] a rock.",
        "At 11pm, a spark [[sets->set]] fire to the curtains. The guests broke the windows.",
        "The guard heard a noise. In two minutes, everything [[is->was]] over.",
        "The singer stopped in the middle of a song, [[apologises->apologised]] and [[leaves->left]] the stage.",
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
        "On Saturday evening, the club plays at home and meets its fans.",
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
    while first < len(tokens):
        last = max(tokens.sentence(first, first + 1)[1], first + 1)
        while first < last and tokens.kinds[first] != WORD:
            first += 1
        if last - first > 3 and not inside(tokens.starts[first], view.quoted):
            if edits := _told(tokens, first, last, before):
                span = Span(edits[0].span.start, edits[-1].span.end)
                yield Hit(span, "the story slips into the present", (edits,), 0.7)
            before = (first, last)
        first = last


def _told(tokens: Tokens, first: int, last: int, before: tuple[int, int] | None) -> tuple[Edit, ...]:
    """The edits that put the sentence into the past, if it has to be."""
    text = tokens.text
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if lead := rx(OVER).match(text, start):
        return _past(tokens, bisect_left(tokens.starts, lead.end()), last, anything=True)
    if lead := rx(BORN).match(text, start):
        if rx(MADE).match(text, start) and not rx(rf"\b(?:later|{YEAR})\b").search(text, lead.end(), end):
            return ()  # `Built in 1861, the museum receives visitors`: what it does since
        return _past(tokens, bisect_left(tokens.starts, lead.end()), last)
    if lead := rx(ON_A_DAY).match(text, start):
        return _mishap(tokens, bisect_left(tokens.starts, lead.end()), last) or _mixed(tokens, first, last)
    if lead := rx(AT_AN_HOUR).match(text, start):
        told = _among_past(tokens, last, before)
        edits = _past(tokens, bisect_left(tokens.starts, lead.end()), last) if told else ()
        habitual = any(edit.new in ("opened", "closed", "started", "began", "sang", "played") for edit in edits)
        if edits and not habitual and not rx(AHEAD).search(text, start, end) and tokens.lows[last - 1] == ".":
            return edits
    later = rx(AFTERWARDS).match(text, start)
    if later and before is None:
        return _mishap(tokens, bisect_left(tokens.starts, later.end()), last)
    over = rx(r"[Ii]n (?:\w+ )(?:seconds|minutes|hours), (?:everything|it all|all) (is) over(?=\.)").match(text, start)
    if over and _among_past(tokens, last, before):
        return (Edit(Span(*over.span(1)), "was"),)
    if edits := _mixed(tokens, first, last):
        return edits
    if before is None:
        return ()
    if later:
        at = bisect_left(tokens.starts, later.end())
        edits = _past(tokens, at, last) or _mishap(tokens, at, last)
    else:
        edits = _past(tokens, _subject(tokens, first, last), last)
        edits = edits if len(edits) > 1 else ()
    if not edits or rx(AHEAD).search(text, start, end) or not _history(tokens, *before):
        return ()
    return () if _FICTION & {*tokens.lows[before[0] : before[1]], *tokens.lows[first:last]} else edits


def _subject(tokens: Tokens, first: int, last: int) -> int:
    """Where the subject begins: behind the place that opens the sentence (At eleven metres he sees …)."""
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
        if low in _STOPS or low in ("not", "has", "have", "had", "is", "are", "was", "were"):
            return ()
        past = {lemma for lemma, tag in readings if tag == "past"} - {"be", "have", "do", "bear"}
        if not verbs and past and not any(tag == "base" for _, tag in readings) and tokens.kinds[at - 1] == WORD:
            verbs.append(at)
        third = {lemma for lemma, tag in readings if tag == "third"} & (ACTIONS - _HABITS)
        if verbs and third and tokens.lows[at - 1] in ((",",), (",", "and"))[len(verbs) > 1]:
            verbs.append(at)
    edits = [_form(tokens, at, last) for at in verbs[1:]]
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


def _history(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence tells something past: a verb form that can be nothing else."""
    return any(
        tokens.lows[at] in ("was", "were", "had")
        or (
            any(tag == "past" for _, tag in verb_readings(tokens.lows[at]))
            and not any(tag == "base" for _, tag in verb_readings(tokens.lows[at]))
        )
        for at in range(first, last)
        if tokens.kinds[at] == WORD
    ) and not any(low in ("has", "have", "is", "are", "will") for low in tokens.lows[first:last])


def _past(tokens: Tokens, at: int, last: int, anything: bool = False) -> tuple[Edit, ...]:
    """Edits of the verb after the subject at `at`, and of those that follow it in a row."""
    verb = _verb(tokens, at, last, anything)
    if verb is None:
        return ()
    made = [verb]
    at = bisect_left(tokens.starts, verb.span.end)
    while at < last and tokens.lows[at] not in _STOPS:
        if tokens.lows[at] in ("and", "then", "but", ",", ";"):
            follow = at + 1
            while follow < last and tokens.lows[follow] in ("and", "then", "later", "immediately", "finally", ","):
                follow += 1
            if time := rx(r"(?:\w+ ){1,2}later, ").match(tokens.text, tokens.starts[min(follow, last - 1)]):
                follow = bisect_left(tokens.starts, time.end())
            edit = _form(tokens, follow, last) or _verb(tokens, follow, last, anything)
            if edit is not None:
                made.append(edit)
                at = bisect_left(tokens.starts, edit.span.end)
                continue
        at += 1
    return tuple(made)


_STOPS = frozenset('that who which whose where when because if while although as since “ ” " « » ( :'.split())
_AFTER_VERB = frozenset(
    "him her them it us me itself himself herself themselves to up down out off away back over too on in into home and"
    " dead first second third no not".split()
)


def _verb(tokens: Tokens, at: int, last: int, anything: bool) -> Edit | None:
    """The verb in the present, or in the future, of the subject that begins at token `at`."""
    if at >= last or tokens.kinds[at] != WORD:
        return None
    if tokens.lows[at] in ("he", "she", "it", "they"):
        return _form(tokens, at + 1, last, anything) or _form(tokens, at + 2, last, anything, adverb=True)
    if tokens.lows[at] in ("every", "each", "any", "no", "all", "some"):
        return None
    if tokens.lows[at] not in DETERMINERS and not is_name(tokens, at) and tokens.lows[at] != "police":
        return None
    for verb in range(at + 1, min(at + 9, last)):
        low = tokens.lows[verb]
        if tokens.kinds[verb] != WORD or low in _STOPS:
            return None
        before = tokens.lows[verb - 1]
        if (
            before in PREPOSITIONS
            or before in DETERMINERS
            or (classes(before)[:1] == "J" and "N" not in classes(before))
        ):
            continue
        if edit := _form(tokens, verb, last, anything):
            return edit
        if any(tag == "past" for _, tag in verb_readings(low)) or low in ("has", "have", "had", "will", "would", "can"):
            return None
    return None


def _form(tokens: Tokens, at: int, last: int, anything: bool = False, adverb: bool = False) -> Edit | None:
    """The edit that puts the verb at token `at` into the past, where it is one in the present (or a past future)."""
    if at >= last or tokens.kinds[at] != WORD or (adverb and classes(tokens.lows[at - 1])[:1] != "R"):
        return None
    low, before = tokens.lows[at], tokens.lows[at - 1]
    after = tokens.lows[at + 1] if at + 1 < last else "."
    span = Span(tokens.starts[at], tokens.ends[at])
    if low == "will" and at + 1 < last:
        dated = rx(rf"\b{YEAR}\b").search(tokens.text, tokens.starts[tokens.sentence(at, at + 1)[0]], span.start)
        sequel = (anything and dated) or rx(rf"\b(?:later|{YEAR}|at the age of|until his|until her)\b").search(
            tokens.text, span.end, tokens.ends[last - 1]
        )
        return _future(tokens, at, before) if sequel else None
    if low in ("is", "are", "has", "have"):
        perfect = any(tag == "participle" for _, tag in verb_readings(after))
        if not anything or (low in ("has", "have") and perfect) or after in ("not", "been"):
            return None
        return Edit(span, {"is": "was", "are": "were"}.get(low, "had"))
    several = (
        before in ("they", "police")
        or ("s" in classes(before) and classes(before)[:1] == "N")
        or before in (",", "and")
    )
    wanted = ("third", "base") if before in (",", "and", "then", "but") else ("base",) if several else ("third",)
    lemma = next((lemma for lemma, tag in verb_readings(low) if tag in wanted), None)
    if lemma is None or not (lemma in ACTIONS or (anything and classes(low)[:1] == "V")):
        return None
    follows = (
        after in DETERMINERS | PREPOSITIONS | _AFTER_VERB
        or after in ".,;"
        or classes(after)[:1] in ("R", "U")
        or after[:1].isdigit()
        or (at + 1 < last and tokens.capital(at + 1))
        or after in _OBJECTS
    )
    if not follows and not (anything and classes(low)[:1] == "V"):
        return None
    if low in REPORTING_FINITE and after == ",":
        return None  # `That night, she says, she was asked`
    habit = rf" (?:at|from|every|between) |(?: \w+)? on (?:{DAY})"
    if lemma in ("open", "close", "start", "begin", "leave") and rx(habit).match(tokens.text, span.end):
        return None
    return Edit(span, inflect_verb(lemma, "past"))


def _future(tokens: Tokens, at: int, before: str) -> Edit | None:
    """`will be beaten six years later` -> `was beaten`."""
    lemma = next((lemma for lemma, tag in verb_readings(tokens.lows[at + 1]) if tag == "base"), None)
    if lemma is None:
        return None
    plural = before == "they" or "s" in classes(before)
    past = ("were" if plural else "was") if lemma == "be" else inflect_verb(lemma, "past")
    return Edit(Span(tokens.starts[at], tokens.ends[at + 1]), past)


def _mishap(tokens: Tokens, at: int, last: int) -> tuple[Edit, ...]:
    """On Saturday evening, a man is stabbed -> was stabbed."""
    for verb in range(at + 1, min(at + 9, last - 1)):
        if tokens.lows[verb] in ("is", "are") and tokens.lows[verb + 1] in MISHAPS:
            return (Edit(Span(tokens.starts[verb], tokens.ends[verb]), "was" if tokens.lows[verb] == "is" else "were"),)
        if tokens.lows[verb] in _STOPS:
            break
    return ()

"""a quotation mark without its twin -> where a quoted phrase inside a sentence begins or ends.

A whole sentence is easy; here the words tell: `be “firm but fair with the squatters` ends with its adjectives,
`the film “The Glass Tower returns` with its capitals. None where the phrase runs to the end, or nothing is sure.
"""

from __future__ import annotations

from bisect import bisect_left

from mtcheck.analysis.attribution import clause_after
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.nearby import before
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, base_phrase, can_modify, is_noun
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.lang.auxiliaries import HAVE, MODALS

_OPENERS = frozenset(
    "i we you he she it they there this that these those the a my our your his her their its no nobody nothing"
    " everyone everything what who when where why how if let don't do not".split()
)
_SMALL = frozenset("of the and a an in on at to for de du des la le les et".split())
_LEADS = (
    r"\b(?:call(?:s|ed)? (?:it|him|her|them|this|that)|describ(?:es?|ed) (?:\w+ ){0,3}as|(?:speaks?|spoke|talks?"
    r"|talked)"
    r" of|(?:nicknamed|dubbed|bapti[sz]ed|christened|renamed|labelled|so-called|self-styled)(?: the| an?)?|known as"
    r"|denounc(?:es?|ed)|condemn(?:s|ed)?|deplor(?:es?|ed)|regrets?|regretted|is|are|was|were|be|been|as|that)"
    r" (?=[a-z])"
)
_JOIN = frozenset("and but or nor".split())
_AND_SO_ON = frozenset("and but or that which who while when because before after".split())


def sentence_opens(text: str, at: int) -> bool:
    """Whether the word at `at` can begin a sentence that is quoted whole: we, there, the, nobody."""
    word = rx(r"[A-Za-z’']+").match(text, at)
    return word is not None and word.group().lower().replace("’", "'") in _OPENERS


def fragment_start(text: str, sentence: int, mark: int) -> int | None:
    """Where the phrase begins that the closing mark at `mark` ends, in the sentence that begins at `sentence`."""
    if (listed := _listed(text, sentence, mark)) is not None:
        return listed
    after = rx(r",? [a-z]").match(text, mark + 1)
    told = text.startswith(("According to", "For "), sentence)
    if clause_after(text, mark + 1) is not None or not (after or told):
        return None
    leads = [found.end() for found in rx(_LEADS).finditer(text, sentence, mark)]
    starts = [at for at in leads if 1 <= len(text[at:mark].split()) <= 10]
    return starts[-1] if starts else None


def _listed(text: str, sentence: int, mark: int) -> int | None:
    """The first of several quoted words: They find it | vague”, “useless” and “late”; it is a | trap” and a “lie”."""
    further = rx(r"(?:,? and|,? or|,)(?: (an?|the))? [“\"]([^“”\"\n.]{2,40})[”\"]").match(text, mark + 1)
    if further is None:
        return None
    words = list(rx(r"[^\W\d_][\w’'-]*").finditer(text, sentence, mark))
    if len(words) < 3:
        return None
    article, phrase = further.groups()
    if article or phrase.split()[0] in ("a", "an", "the"):
        at = next((n for n in range(len(words) - 2, max(len(words) - 5, 1), -1) if words[n].group() in _ARTICLES), -1)
        return None if at < 0 else words[at + bool(article)].start()
    two = classes(words[-2].group())[:1] == "R" and words[-2].group().endswith("ly")
    adjectives = "J" in classes(words[-1].group()) and "J" in classes(phrase.split()[-1])
    return words[-2 if two else -1].start() if adjectives else None


_ARTICLES = ("a", "an", "the")


def parallel_start(text: str, opener: int, closer: int, mark: int) -> int | None:
    """Where the second of two quoted phrases begins: a “loan” rather than of a | gift”.

    The first stands between the marks at `opener` and `closer`; the mark at `mark` closes the second. What stands
    before the first (a preposition, a determiner) or joins the two stays outside.
    """
    tokens = tokens_of(text)
    first, last = bisect_left(tokens.starts, closer + 1), bisect_left(tokens.starts, mark)
    stopped = tokens.lows[last - 1] in ".!?"
    last -= stopped
    if last <= first or any(tokens.lows[at] in _BREAKS for at in range(first, last)):
        return None
    lead = tokens.lows[bisect_left(tokens.starts, opener) - 1]
    joints = [at + 1 for at in range(first, last - 1) if tokens.lows[at] in _JOINTS]
    again = [at + 1 for at in range(first, last - 1) if tokens.lows[at] == lead]
    led = [at for at in joints if tokens.lows[at] in _OUTSIDE]
    starts = led or (joints if joints and not again else again)
    listed = tokens.lows[first] == "," and last - first < 5 and rx(r", |,? (?:and|or) [“\"]").match(text, mark + 1)
    if listed and not starts:
        starts = [first + 1]  # “tired”, angry” and “worried”
    if not starts or (stopped and tokens.lows[first] not in _JOINTS):
        return None
    start = starts[-1]
    inner = tokens.lows[bisect_left(tokens.starts, opener) + 1] in DETERMINERS  # “the courage” and “their sense”
    outside = _OUTSIDE - DETERMINERS if inner else _OUTSIDE
    while start < last and tokens.lows[start] in outside:
        start += 1
        if tokens.lows[start - 1] == "that":
            break
    verbs = [at + 1 for at in range(start, last - 1) if tokens.lows[at] in ("is", "are", "was", "were")]
    start = verbs[-1] if verbs else start
    if not 0 < last - start < (4 if stopped else 9) or any(tokens.kinds[at] != WORD for at in range(start, last)):
        return None
    return tokens.starts[start]


_BREAKS = frozenset(". ! ? ; : – —".split())
_JOINTS = frozenset("and or but nor than not then instead".split())
_OUTSIDE = DETERMINERS | PREPOSITIONS | frozenset("not rather than then even also that instead as".split())


def narrator(text: str, start: int, end: int) -> int | None:
    """After the stop where the words from `start` on cease to be the speaker’s: `I signed nothing.| His lawyer`.

    Somebody who speaks of himself (I, we) and of nobody else is not called he or she in his own speech.
    """
    later = r"(?:\w+|A few|Several) (?:minutes|hours|days|weeks|months|years) later,|The next (?:day|morning),"
    if (moved := rx(rf"[.!?](?= (?:{later}))").search(text, start, end)) and _FIRST.isdisjoint(
        rx(r"[^\W\d_]+").findall(text[moved.end() : end].lower())
    ):
        return moved.end()
    for stop in rx(r"[.!?](?= (?:He|She|His|Her)\b)").finditer(text, start, end):
        said, told = (rx(r"[^\W\d_]+").findall(words) for words in (text[start : stop.end()], text[stop.end() : end]))
        lows = {word.lower() for word in said}
        others = lows & _THIRD or any(gender_of_noun(word) is not None for word in lows)
        named = rx(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]").search(text, start, stop.end())
        if others or named or lows.isdisjoint(_FIRST) or not _FIRST.isdisjoint(word.lower() for word in told):
            return None
        return stop.end()
    return None


_FIRST = frozenset("i we my our me us myself ourselves".split())
_THIRD = frozenset("he she him her his hers they".split())


def fragment_end(text: str, mark: int, end: int) -> int | None:
    """Where the phrase ends that the opening mark at `mark` begins inside a sentence; before its stop at the latest."""
    if not rx(r"[a-zà-ÿ’,] $").search(before(text, mark, 3)):
        return None
    tokens = tokens_of(text)
    first = bisect_left(tokens.starts, mark + 1)
    stop = bisect_left(tokens.starts, end)
    last = next((at for at in range(first, min(stop, len(tokens))) if tokens.lows[at] in ".!?"), stop)
    if first >= last or tokens.kinds[first] != WORD:
        return None
    if tokens.capital(first):
        return _title_end(tokens, first, last)
    if text.endswith("that ", 0, mark) and (again := rx(r",? and that\b").search(text, mark, tokens.ends[last - 1])):
        return again.start()  # assures that “the dykes have held and that nobody was hurt.
    if rx(r", (?:who|which|whose|whom) [^,.;:!?“”\"\n]*$").search(before(text, mark, 120)):
        aside = rx(r"[^,.;:!?“”\"\n]*(?=, (?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b)")
        if (over := aside.match(text, mark + 1)) is not None:
            return over.end()  # The mayor, who is “opposed to any quarry|, will meet
    acts = tokens.lows[first - 2] in _AUXILIARIES and any(
        tag in ("base", "participle") for _, tag in verb_readings(tokens.lows[first])
    )
    alone = tokens.lows[first - 2] in _COPULAS and classes(tokens.lows[first])[:1] == "J"
    if (
        acts
        or rx(_WANTS_MORE).match(text, mark + 1)
        or (alone and tokens.lows[first + 1] in ("of", "to", "for", "about"))
    ):
        phrase = None  # is “allergic to labels.
    elif joined := rx(r"[a-z’ -]{3,60}?(?=,? (?:and|or) [“\"])").match(text, mark + 1):
        return joined.end() if joined.end() < end and joined.group().count(" ") < 7 else None
    else:
        phrase = _adjectives(tokens, first, last) or _noun(tokens, first, last)
    if phrase is not None and last - phrase >= 2:
        return tokens.ends[phrase - 1]
    return tokens.ends[last - 1] if last < len(tokens) and tokens.lows[last] == "." and last < stop else None


_AUXILIARIES = HAVE | MODALS | {"having", "to"}
_COPULAS = frozenset("is are was were be been being am remains remain felt feels feel seems".split())
_WANTS_MORE = (
    r"(?:(?:very|too|not|so|totally|completely|particularly) )?(?:allergic|opposed|attached|hostile|faithful"
    r"|indifferent|sensitive|attentive|accustomed|devoted|favourable|receptive|immune|resigned|afraid|proud|capable|incapable"
    r"|ashamed|convinced|aware|unaware|full|tired|sick|fond|jealous|worthy|unworthy|guilty|deprived|certain|sure"
    r"|angry|happy|satisfied|familiar|incompatible|obsessed|ready|unable|able|likely|willing|determined|keen|eager"
    r"|responsible|grateful|interested|involved|rooted|based|born) (?:to|of|for|with|by|in|from|about|at)\b"
)
"""Adjectives that what follows belongs to."""


def _title_end(tokens: Tokens, first: int, last: int) -> int | None:
    """“The Glass Tower | returns."""
    at = end = first
    while at < last and tokens.kinds[at] == WORD and (tokens.capital(at) or tokens.lows[at] in _SMALL):
        at += 1
        end = at if tokens.capital(at - 1) else end
    return tokens.ends[end - 1] if end - first >= 2 and end < last and tokens.kinds[end] == WORD else None


def _adjectives(tokens: Tokens, first: int, last: int) -> int | None:
    """After `firm but fair`, `clear and firm`, `very tired`, where the sentence goes on with something else."""
    at, seen = first, False
    while at + 2 < last:
        marks = classes(tokens.lows[at])
        joined = {tokens.lows[at - 1], *tokens.lows[at + 1 : at + 2]} & _JOIN
        if marks[:1] == "J" or ("J" in marks and joined and (seen or "J" in classes(tokens.lows[at + 2]))):
            seen, at = True, at + 1
        elif (marks[:1] == "R" and not seen) or (
            seen and tokens.lows[at] in _JOIN and "J" in classes(tokens.lows[at + 1])
        ):
            at += 1
        else:
            break
    return at if seen and at < last and _goes_on(tokens, at) else None


def _noun(tokens: Tokens, first: int, last: int) -> int | None:
    """After `a real success`, `real success`, where a preposition or a clause follows."""
    end = base_phrase(tokens, first)
    if end is None:
        end = first
        while end < last and classes(tokens.lows[end])[:1] == "R":
            end += 1
        while end < last and can_modify(tokens, end):
            end += 1
        while end > first and not is_noun(tokens, end - 1):
            end -= 1
    return (
        end if end > first and end < last and _goes_on(tokens, end) and tokens.lows[end] not in ("of", *_JOIN) else None
    )


def _goes_on(tokens: Tokens, at: int) -> bool:
    return tokens.lows[at] in PREPOSITIONS or tokens.lows[at] in _AND_SO_ON or tokens.lows[at] == ","

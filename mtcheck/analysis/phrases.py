"""tokens -> phrases: where a noun phrase, a time or an adverbial ends, read from left to right.

Shallow on purpose: every reader returns the token after the phrase, or None where it is not sure. A noun phrase
is a determiner or a name with what may stand between it and its noun; it never runs over a comma or a verb.
"""

from __future__ import annotations

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.tokens import BREAK, MARK, NUMBER, WORD, Tokens

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some several many every each both no another any"
    " one two three four five six seven eight nine ten eleven twelve".split()
)
PREPOSITIONS = frozenset(
    "in on at from to for with without by of before after during under near behind beside outside inside against about"
    " into through between among towards around across since within via despite over along amid alongside".split()
)
_TAIL = frozenset("of for from in at with on against about near de du des under".split())
_PARTICLES = frozenset("de du des d' la le van von der den di da el al bin ben dos del y ter".split())
_FUNCTION = frozenset(
    "i you he she it we they him them me us himself herself who whom whose which what when where why how that and or"
    " but nor so yet because while although though if unless until as than not is are was were be been being am has"
    " have had having do does did done will would can could may might must shall should there here very also then too"
    " just only even still already again never always often later earlier soon now once nearly".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
_PARTS = frozenset("morning afternoon evening night noon midday lunchtime".split())
_SPANS = frozenset("week weekend month year summer winter spring autumn fall season".split()) | _PARTS
_UNITS = frozenset("minute hour day night week month year".split())
TIME_OPENERS = frozenset("today yesterday tomorrow tonight this last next every each in on".split()) | {
    day + ending for day in WEEKDAYS for ending in ("", "s")
}
"""The words that `time_phrase` can begin with."""


def end_mark(tokens: Tokens, at: int) -> bool:
    """Whether a clause is over before token `at`: a mark (not an apostrophe or hyphen), a break or the end."""
    if at >= len(tokens) or tokens.kinds[at] == BREAK:
        return True
    return tokens.kinds[at] == MARK and tokens.lows[at] not in "'’-&/%€$£([*_#@"


def is_name(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a capitalised word that is not a function word."""
    return (
        at < len(tokens)
        and tokens.kinds[at] == WORD
        and tokens.capital(at)
        and tokens.lows[at] not in _FUNCTION
        and tokens.lows[at] not in DETERMINERS
        and tokens.lows[at] not in PREPOSITIONS
    )


def can_modify(tokens: Tokens, at: int) -> bool:
    """Whether token `at` can stand between a determiner and its noun, or be that noun."""
    low = tokens.lows[at]
    if tokens.kinds[at] == NUMBER or is_name(tokens, at):
        return True
    if tokens.kinds[at] != WORD or low in _FUNCTION or low in PREPOSITIONS or low in DETERMINERS:
        return False
    marks = classes(low)
    if not marks or marks[0] in "NJU" or "N" in marks:
        return True
    if "J" in marks or "U" in marks:
        return True
    return any(tag in ("participle", "gerund") for _, tag in verb_readings(low))


def is_noun(tokens: Tokens, at: int) -> bool:
    """Whether token `at` can be the last word of a noun phrase: a noun, a name, or a word the lexicon lacks."""
    if is_name(tokens, at):
        return True
    marks = classes(tokens.lows[at])
    return tokens.kinds[at] == WORD and ("N" in marks or not marks) and tokens.lows[at] not in _FUNCTION


def name_end(tokens: Tokens, at: int) -> int | None:
    """After a name: Odile Kermarec, Charles de Gaulle, Ms Ravel; None where none begins."""
    if not is_name(tokens, at):
        return None
    end = at + 1
    while end < len(tokens):
        if (
            (tokens.lows[end] == "." and tokens.lows[end - 1] in ("mr", "mrs", "ms", "dr", "m", "st"))
            or is_name(tokens, end)
            or (tokens.lows[end] in _PARTICLES and end + 1 < len(tokens) and _name_follows(tokens, end + 1))
        ):
            end += 1
        else:
            break
    return end


def _name_follows(tokens: Tokens, at: int) -> bool:
    return is_name(tokens, at) or (tokens.lows[at] in _PARTICLES and at + 1 < len(tokens) and is_name(tokens, at + 1))


def base_phrase(tokens: Tokens, at: int, apposition: bool = False) -> int | None:
    """After a plain noun phrase: the two former ministers, her flooded shop, Odile Kermarec, the cyclist’s family.

    With `apposition` a name may follow the noun: the singer Lise Arnal.
    """
    if at >= len(tokens):
        return None
    if tokens.lows[at] not in DETERMINERS:
        end = name_end(tokens, at)
        return _genitive(tokens, end, apposition) if end else None
    end = at + 1
    while end < len(tokens) and tokens.lows[end] in ("two", "three", "four", "five", "six", "many", "few", "other"):
        end += 1
    while end < len(tokens) and (can_modify(tokens, end) or _intensifies(tokens, end)):
        if is_name(tokens, end) and end > at + 1 and not tokens.capital(end - 1) and is_noun(tokens, end - 1):
            break  # `her flooded shop Mireille Castagnet`: the name begins another phrase
        if end > at + 1 and _verb_after_noun(tokens, end):
            break
        end += 1
    last = end
    while last > at + 1 and not is_noun(tokens, last - 1):
        last -= 1
    if last == at + 1:  # `the injured` is a noun phrase, `the new` is none yet
        return end if tokens.lows[at] == "the" and end > last and end_mark(tokens, end) else None
    if last != end:
        return last
    if apposition and is_name(tokens, end):
        end = name_end(tokens, end) or end
    return _genitive(tokens, end, apposition)


def _verb_after_noun(tokens: Tokens, at: int) -> bool:
    """the company | posted, the law | provides."""
    low, before = tokens.lows[at], classes(tokens.lows[at - 1])
    return (
        classes(low)[:1] == "V"
        and before[:1] in ("N", "")
        and not tokens.capital(at)
        and any(tag in ("past", "third") for _, tag in verb_readings(low))
    )


def _intensifies(tokens: Tokens, at: int) -> bool:
    marks = classes(tokens.lows[at])
    return marks[:1] == "R" and tokens.lows[at].endswith("ly") and at + 1 < len(tokens) and can_modify(tokens, at + 1)


def _genitive(tokens: Tokens, end: int, apposition: bool) -> int:
    """Goes on over ’s: the cyclist’s | family."""
    owner = end < len(tokens) and (
        tokens.lows[end] == "'s" or (tokens.lows[end] in "'’" and tokens.lows[end - 1].endswith("s"))
    )
    if not owner or end + 1 >= len(tokens) or not can_modify(tokens, end + 1):
        return end
    after = end + 1
    while (
        after < len(tokens)
        and can_modify(tokens, after)
        and not (is_name(tokens, after) and after > end + 1 and not tokens.capital(after - 1))
    ):
        after += 1
    while after > end + 1 and not is_noun(tokens, after - 1):
        after -= 1
    return after if after > end + 1 else end


def noun_phrase(tokens: Tokens, at: int, tail: frozenset[str] = _TAIL) -> int | None:
    """After a noun phrase with what hangs on it: the lawyer of the association, the mayor and his deputy."""
    end = base_phrase(tokens, at, apposition=True)
    while end is not None and end < len(tokens) - 1:
        low = tokens.lows[end]
        if low not in tail and not (low in ("and", "or", "&") and tail):
            break
        behind = tokens.lows[end + 2] if end + 2 < len(tokens) else ""
        counted = tokens.lows[end + 1] in DETERMINERS and (end_mark(tokens, end + 2) or behind == "with")  # of nine
        further = base_phrase(tokens, end + 1, apposition=True) or _bare(tokens, end + 1)
        if further is None and low == "of" and counted:
            further = end + 2
        if further is None:
            break
        end = further
    return end


def _bare(tokens: Tokens, at: int) -> int | None:
    """After a noun without a determiner: (for) public works, (of) bakers."""
    end = at
    while end < len(tokens) and end < at + 4 and can_modify(tokens, end):
        end += 1
    while end > at and not is_noun(tokens, end - 1):
        end -= 1
    return end if end > at else None


def plurals(tokens: Tokens, at: int) -> int | None:
    """After plural nouns without a determiner: painters and bathers, thousands of visitors; None where none begins."""
    end = at
    while end < min(at + 7, len(tokens)) and (
        tokens.lows[end] in ("and", "of") or (tokens.kinds[end] == WORD and set(classes(tokens.lows[end])) & set("NJU"))
    ):
        end += 1
    lows = tokens.lows
    plural = end > at and all(
        "s" in classes(lows[noun - 1]) and "N" in classes(lows[noun - 1])
        for noun in range(at + 1, end + 1)
        if noun == end or lows[noun] in ("and", "of")
    )
    return end if plural else None


def time_phrase(tokens: Tokens, at: int) -> int | None:
    """After a time: on Monday evening, this Thursday, yesterday, last week, on 12 May, in 2021."""
    size = len(tokens)
    if at >= size:
        return None
    low = tokens.lows[at]
    after = tokens.lows[at + 1] if at + 1 < size else ""
    if low in ("today", "yesterday", "tomorrow", "tonight"):
        return at + 2 if after in _PARTS else at + 1
    if low in ("this", "last", "next", "every", "each") and after in _SPANS:
        return at + 2
    if low == "in" and ((after.isdigit() and len(after) == 4) or (after in MONTHS and tokens.capital(at + 1))):
        return at + 3 if at + 2 < size and after in MONTHS and tokens.kinds[at + 2] == NUMBER else at + 2
    if low == "in" and after == "the" and at + 2 < size and tokens.lows[at + 2] in _PARTS:
        return at + 3
    day = at + 1 if low in ("on", "this", "last", "next", "every", "each") else at
    if low == "on" and after in ("this", "last", "next"):
        day = at + 2
    if day < size and tokens.lows[day].rstrip("s") in WEEKDAYS and tokens.capital(day):
        end = day + 1
        if end < size and tokens.lows[end] in _PARTS:
            end += 1
        return _date(tokens, end) or end
    part = after == "the" and at + 2 < size and tokens.lows[at + 2] in _PARTS  # on the evening of 3 June
    return _date(tokens, at + 4 if part else day) if low == "on" else None


def lasting(tokens: Tokens, at: int, word: str = "for") -> int | None:
    """After how long something lasts: for three days, until Sunday."""
    if word == "for" and tokens.lows[at : at + 1] == ("until",):
        month = tokens.lows[at + 1 : at + 2] and tokens.lows[at + 1] in MONTHS and tokens.capital(at + 1)
        return time_phrase(tokens, at + 1) or (at + 2 if month else None)
    if at + 3 > len(tokens) or tokens.lows[at] != word:
        return None
    counted = tokens.kinds[at + 1] == NUMBER or "U" in classes(tokens.lows[at + 1]) or tokens.lows[at + 1] == "several"
    return at + 3 if counted and tokens.lows[at + 2].rstrip("s") in _UNITS else None


def _date(tokens: Tokens, at: int) -> int | None:
    """After `12 May`, `May 12`, `May 12 2021`."""
    if at + 1 >= len(tokens):
        return None
    pair = tokens.lows[at], tokens.lows[at + 1]
    if not (any(word in MONTHS for word in pair) and any(word[:1].isdigit() for word in pair)):
        return None
    end = at + 2
    return end + 1 if end < len(tokens) and tokens.kinds[end] == NUMBER and len(tokens.lows[end]) == 4 else end


def adverbial(tokens: Tokens, at: int) -> int | None:
    """After one adverbial: a time, `on the steps of the courthouse`, `without turning round`, `softly`."""
    end = time_phrase(tokens, at)
    if end is not None:
        return end
    low = tokens.lows[at] if at < len(tokens) else ""
    if low in ("again", "also", "there", "here", "too", "then", "live", "early", "late"):
        return at + 1
    if low.endswith("ly") and "R" in classes(low):
        return at + 1
    verbal = low in ("while", "when") or low in PREPOSITIONS
    if not verbal or at + 1 >= len(tokens):
        return None
    if any(tag == "gerund" for _, tag in verb_readings(tokens.lows[at + 1])):
        end = at + 2
        if end < len(tokens) and tokens.lows[end] in ("round", "around", "up", "down", "out", "away", "back", "off"):
            return end + 1
        inner = base_phrase(tokens, end)
        return inner if inner is not None else end
    if low in ("while", "when"):
        return None
    if low == "to" and not tokens.capital(at + 1) and any(t == "base" for _, t in verb_readings(tokens.lows[at + 1])):
        return None
    end = base_phrase(tokens, at + 1) or _bare(tokens, at + 1)
    while end is not None and end + 1 < len(tokens) and tokens.lows[end] in ("of", "from"):
        inner = base_phrase(tokens, end + 1)
        if inner is None:
            break
        end = inner
    return end


def adverbials(tokens: Tokens, at: int) -> list[int]:
    """Where each of a row of adverbials ends, in order."""
    ends: list[int] = []
    while len(ends) < 4 and (end := adverbial(tokens, at)) is not None:
        ends.append(end)
        at = end
    return ends

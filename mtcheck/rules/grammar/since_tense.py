from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, end_mark, is_name, is_noun, noun_phrase
from mtcheck.analysis.tokens import BREAK, MARK, NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import MODALS
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_UNITS = frozenset("year month week day hour decade century minute second season generation".split())
_ABOUT = frozenset("more than almost nearly about over already barely at least less around some exactly only".split())
_COUNTS = frozenset("several many few a two three four five six seven eight nine ten twelve fifteen twenty".split())
_POINTS = frozenset((*map(str.lower, (*MONTHS, *WEEKDAYS)), "yesterday", "childhood", "birth", "dawn"))
_STOPS = frozenset("and but or that because if when while as which who where whom whose than to before after".split())
"""Where the clause of a verb begins, seen from behind it."""
_AUXILIARIES = ("is", "are", "has", "have", "does", "do")
_WISHES = frozenset("want try seek hope refuse need wish".split())
_OTHER = MODALS | frozenset(
    "was were had did been first second third fourth fifth"
    " last only best worst most least more less fewer higher lower up down better since top proud critical"
    " aware full typical about among one percent % both due ago new times time".split()
)
"""What shows that the verb is no present that goes on, or that the noun is what has happened since."""
_LASTING = frozenset(
    "live work play sing run teach lead chair study train head manage hold rent own occupy preside govern reign coach"
    " captain direct rule belong wait last exist practise practice sleep serve reside operate know suffer fight"
    " collect drive smoke drink use wear farm grow produce sell host house employ organise organize try seek look"
    " face support defend oppose keep feel love hate want need hope dream search lack enjoy depend apply require"
    " receive publish present write represent care share sit stay remain stand speak learn attend travel fly strike"
    " protest demonstrate block investigate pay earn finance fund maintain refuse hide raise edit lie".split()
)
_PRONOUNS = frozenset("he she it they we i you who".split())
_ADVERBS = frozenset("not still already now also currently never always only even longer".split())


@rule(
    "since-tense",
    safety=SUGGEST,
    triggers=("since ", "Since "),
    bad=[
        "The actor [[lives in Paris since->has lived in Paris for]] ten years.",
        "She [[lives->has lived]] in Lyon since 2012, and the pool [[is->has been]] closed since Monday.",
        "The two lifts [[are->have been]] shut since last week.",
        "The village [[has->has had]] no doctor since May. The line [[is no longer->has not been]] served since March.",
        "He [[does not smoke since->has not smoked for]] two years.",
        "The two men [[know->have known]] each other since childhood.",
        "Since the accident, she [[lives->has lived]] with her aunt.",
        "Since Monday, the bridge [[is->has been]] closed to lorries. Since 2009 Ana Vidal [[runs->has run]] the mill.",
        "The firm has [[since three months no director->had no director for three months]].",
        "The club [[waits for a licence since->has waited for a licence for]] two years.",
    ],
    good=[
        "It is the worst since 2012. He has lived here since 2012. It is ten years since he left.",
        "It is raining since you ask. She is here, since 2012 was a good year. She is glad since Monday was fine.",
        "The club is in its best form since January. It is the third fire since Monday.",
        "He is one of ten men arrested since Monday. Prices are up since May. She is proud of her work since 2010.",
        "He says that since 2010 nothing has changed. The studies since 2010 are many.",
        "Since then, she has lived in Metz. Since Monday is a holiday, the shop is shut.",
        "After three rail strikes since 2010, the line is late. The rise in rents since 2010 is known.",
    ],
)
def since_tense(view: View) -> Iterator[Hit]:
    """A present for what has gone on since a day or for some years: lives in Paris since ten years.

    Where French, German, Spanish and their like have the present, English has the perfect, and says “for” how long.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where({"since"}):
        tail = _tail(tokens, at + 1)
        if tail is None:
            continue
        end, lasting = tail
        if hit := _held(tokens, at, end, lasting):
            yield hit
            continue
        edits = _fronted(tokens, end) if tokens.starts_sentence(at) else _behind(tokens, at)
        if edits is None:
            continue
        if lasting:
            word = "For" if tokens.capital(at) else "for"
            edits = (*edits, Edit(Span(tokens.starts[at], tokens.ends[at]), word))
        edits = tuple(sorted(edits, key=lambda edit: edit.span))
        span = Span(edits[0].span.start, edits[-1].span.end)
        yield Hit(span, "what goes on since a date, or for some years, wants the perfect", (edits,), 0.87)


def _tail(tokens: Tokens, at: int) -> tuple[int, bool] | None:
    """After the time that begins at token `at`, and whether it says how long: ten years, 2012, last week, the war."""
    size, place = len(tokens), at
    while place < size and tokens.lows[place] in _ABOUT:
        place += 1
    counted = place
    while counted < size and (tokens.kinds[counted] == NUMBER or tokens.lows[counted] in _COUNTS):
        counted += 1
    if counted > place and counted < size and tokens.lows[counted].removesuffix("s") in _UNITS:
        return None if counted + 1 < size and tokens.lows[counted + 1] == "ago" else (counted + 1, True)
    end = _point(tokens, at)
    if end is None:
        return None
    if end < size and tokens.lows[end] in ("morning", "evening", "night", "afternoon", "noon"):
        end += 1
    if end < size and tokens.kinds[end] == NUMBER and tokens.lows[end - 1] in _POINTS:
        end += 1
    if end >= size or tokens.kinds[end] != WORD or tokens.lows[end] in ("and", "but", "because", "when", "for", "at"):
        return end, False
    if tokens.lows[end] in DETERMINERS and tokens.lows[at - 2] in ("has", "have"):
        return end, False  # has since 2010 | a new stadium
    opens = tokens.lows[end] in ("he", "she", "they", "it") or is_name(tokens, end)
    return (end, False) if opens and tokens.starts_sentence(at - 1) else None


def _point(tokens: Tokens, at: int) -> int | None:
    """After a point in time: 2012, Monday, last week, this morning, the beginning of the year, his arrival."""
    if at >= len(tokens):
        return None
    low = tokens.lows[at]
    if low in _POINTS or (low.isdigit() and len(low) == 4):
        return at + 1
    if low in ("last", "this") and at + 1 < len(tokens):
        return at + 2
    if low == "the" or low in ("his", "her", "its", "their"):
        return noun_phrase(tokens, at)
    return None


def _held(tokens: Tokens, since: int, end: int, lasting: bool) -> Hit | None:
    """has since three months no director -> has had no director for three months."""
    owned = tokens.lows[end : end + 1] and tokens.lows[end] in DETERMINERS and tokens.lows[since - 1] in ("has", "have")
    last = noun_phrase(tokens, end) if owned else None
    if last is None or not end_mark(tokens, last):
        return None
    thing, time = (tokens.text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in ((end, last), (since + 1, end)))
    place = Span(tokens.starts[since], tokens.ends[last - 1])
    put = f"had {thing} {'for' if lasting else 'since'} {time}"
    return Hit(place, "how long stands behind what one has had", (put,), 0.87)


def _fronted(tokens: Tokens, end: int) -> tuple[Edit, ...] | None:
    """The edits of the verb behind `Since Monday,`."""
    if end >= len(tokens) or not (tokens.lows[end] in (",", *_PRONOUNS) or is_name(tokens, end)):
        return None
    start = end + 1 if tokens.lows[end] == "," else end
    verb = _after_subject(tokens, start)
    return None if verb is None else _perfect(tokens, verb, start)


def _behind(tokens: Tokens, since: int) -> tuple[Edit, ...] | None:
    """The edits of the verb before `since Monday`, in the same clause."""
    first, start = tokens.sentence(since, since + 1)[0], since
    while start > first and tokens.kinds[start - 1] not in (MARK, BREAK) and not _parts(tokens, start - 1):
        start -= 1
    words = tokens.lows[start:since]
    if not words or not _OTHER.isdisjoint(words) or any(word.endswith("est") and len(word) > 4 for word in words):
        return None
    if (words[-1].removesuffix("s") in _UNITS and words[-2:-1] != ("every",)) or words[-1] == "while":
        return None
    verb = next((at for at in range(start, since) if tokens.lows[at] in _AUXILIARIES), None)
    if tokens.lows[since - 1] in ("has", "have", "had"):
        return None  # have since three days been blocking: displaced-adverb
    if verb is None:
        verb = _after_subject(tokens, start)
        if verb is None and start > first and tokens.lows[start - 1] == "who":
            verb = start
    if verb is None or verb >= since or _attached(tokens, verb, since):
        return None
    return _perfect(tokens, verb, start)


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether a clause begins behind token `at`: that, when, to (leave); not in to (her father), wants to (leave)."""
    low, before = tokens.lows[at], tokens.lows[at - 1] if at else ""
    if low == "to":
        further = any(tag == "base" for _, tag in verb_readings(tokens.lows[at + 1]))
        return further and not any(lemma in _WISHES for lemma, _ in verb_readings(before))
    return low in _STOPS and not (low == "and" and "between" in tokens.lows[max(at - 3, 0) : at])


def _attached(tokens: Tokens, verb: int, since: int) -> bool:
    """Whether something else than the verb has gone on since: ten men arrested since Monday, it is the day since."""
    lows = tokens.lows
    if lows[verb] in ("is", "are"):
        subject = lows[verb - 1] if verb else ""
        if subject in ("it", "this", "that", "what", "here", "which") and lows[verb + 1] in DETERMINERS:
            return True
    place = verb + 1
    while place < since and (lows[place] in _ADVERBS or lows[place] == "no" or classes(lows[place])[:1] == "R"):
        place += 1
    return any(
        any(tag == "participle" for _, tag in verb_readings(lows[at])) and classes(lows[at])[:1] in ("V", "")
        for at in range(place + 1, since)
    )


def _after_subject(tokens: Tokens, start: int) -> int | None:
    """The verb behind the subject that begins at token `start`: he | lives, the two men | know."""
    if start >= len(tokens):
        return None
    if tokens.lows[start] in _PRONOUNS or tokens.lows[start] == "there":
        end: int | None = start + 1
    else:
        end = _subject_end(tokens, start)
    if end is None or end >= len(tokens):
        return None
    while end + 1 < len(tokens) and tokens.lows[end] in ("no", "longer", "still", "now", "also", "always"):
        end += 1
    return end


def _subject_end(tokens: Tokens, start: int) -> int | None:
    """After a noun phrase or a name that a verb in the present follows: the two old men | know."""
    if tokens.lows[start] not in DETERMINERS and not (is_name(tokens, start) or "s" in classes(tokens.lows[start])):
        return None
    for place in range(start + 1, min(start + 9, len(tokens))):
        low, before = tokens.lows[place], tokens.lows[place - 1]
        if tokens.kinds[place] != WORD or low in _STOPS:
            return None
        if low in (*_AUXILIARIES, "no", "still"):
            return place
        if before in DETERMINERS or not (is_noun(tokens, place - 1) or tokens.capital(place - 1)):
            continue
        if _present(tokens, place)[0]:
            noun = tokens.lows[place + 1 : place + 2] == ("since",) and classes(low)[:1] == "N"
            return None if noun else place
    return None


def _perfect(tokens: Tokens, verb: int, start: int) -> tuple[Edit, ...] | None:
    """The edit that puts the verb at token `verb` into the perfect."""
    low, last = tokens.lows[verb], verb
    have = "has" if low in ("is", "has", "does") else "have"
    while last + 2 < len(tokens) and (
        tokens.lows[last + 1] in _ADVERBS or tokens.lows[last + 1 : last + 3] == ("no", "longer")
    ):
        last += 1
    between = [word for word in tokens.lows[verb + 1 : last + 1] if word != "still"]
    if "longer" in between or "longer" in tokens.lows[start:verb]:
        between = ["not"]
    following = tokens.lows[last + 1] if last + 1 < len(tokens) else ""
    readings = {tag: lemma for lemma, tag in verb_readings(following)}
    first, words = verb, []
    if low in ("is", "are"):
        if following == "being" or end_mark(tokens, last + 1):
            return None
        words = [have, *between, "been"]
    elif low in ("does", "do"):
        if "not" not in between or "base" not in readings:
            return None
        last += 1
        words = [have, *between, inflect_verb(readings["base"], "participle")]
    elif low in ("has", "have"):
        if _perfect_already(tokens, last + 1) or following in ("to", "not") or "not" in tokens.lows[verb : last + 1]:
            return None
        last = last if "not" in between else verb
        words = [have, *between, "had"] if last > verb else [have, "had"]
    else:
        lemma, have = _present(tokens, verb)
        if not lemma:
            return None
        while first > start and tokens.lows[first - 1] in ("no", "longer", "still", "now", "also", "always"):
            first -= 1
        last = verb
        words = [have, *(["not"] if "longer" in tokens.lows[first:verb] else []), inflect_verb(lemma, "participle")]
    return (Edit(Span(tokens.starts[first], tokens.ends[last]), " ".join(words)),)


def _perfect_already(tokens: Tokens, at: int) -> bool:
    """Whether a participle follows at token `at`, behind two other words at most: has | all begun."""
    for place in range(at, min(at + 3, len(tokens))):
        low = tokens.lows[place]
        if tokens.kinds[place] != WORD or (low in DETERMINERS and low not in ("all", "both", "each")):
            return False
        if any(tag == "participle" for _, tag in verb_readings(low)):
            return True
    return False


def _present(tokens: Tokens, at: int) -> tuple[str, str]:
    """The lemma of the present at token `at`, and `has` or `have`; empty where it is none."""
    subject = tokens.lows[at - 1] if at else ""
    several = subject in ("they", "we", "i", "you", "police", "people") or "s" in classes(subject)
    wanted = "base" if several else "third"
    for lemma, tag in verb_readings(tokens.lows[at]):
        placed = lemma == "take" and tokens.lows[at + 1 : at + 2] in (("place",), ("part",))
        if tag == wanted and (lemma in _LASTING or placed):
            return lemma, "have" if several else "has"
    return "", ""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    TIME_OPENERS,
    adverbials,
    end_mark,
    is_name,
    noun_phrase,
    plurals,
)
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_UNSEATED = frozenset(
    "arrive die happen occur appear disappear participate intervene collaborate explode collapse emerge"
    " perish survive triumph debut equalise equalize perform sing speak testify parade demonstrate gather compete"
    " resign arise overflow sink dock land circulate reside exist reign abound begin start end open"
    " continue fall increase rise grow return burn remain live work travel play attend enter close".split()
)
"""Verbs that Romance languages put before a new subject."""
_WITH_OBJECT = frozenset(
    "begin start end open continue return remain live work play attend enter close survive follow sing speak"
    " grow travel perform stand".split()
)
"""Of these, verbs behind which a noun is rather their object or predicate, unless something stands between."""
_NAMING = frozenset("declare name call consider elect appoint make give offer award grant send".split())
"""Behind their passive a noun is what somebody was called or given."""
_NEVER = frozenset("here there then now thus so first next only".split())
_HEADS = frozenset("already also even only".split())
_APPEARS = frozenset("arrive happen occur appear disappear emerge intervene".split())
_TIMES = frozenset("day week month year hour morning evening night moment time afternoon minute second death".split())
_NUMBER = frozenset(
    "two three four five some several many more dozens hundreds thousands nearly almost about around over".split()
)
_COMPOUND = {("will", "be"), ("has", "been"), ("have", "been"), ("would", "be"), ("had", "been")}
_DOERS = frozenset("union jogger passer-by passers-by neighbours neighbors walkers motorists police residents".split())
"""Persons that may be told of last, beside those whose gender is known: To raise the alarm was a jogger."""
_MESSAGE = "English puts the subject before the verb"


@rule(
    "fronted-verb",
    safety=SUGGEST,
    languages=("es", "it", "pt"),
    bad=[
        Example(
            "[[Yesterday arrived at the port of Faro the first tuna boats->The first tuna boats arrived at the port of"
            " Faro yesterday]].",
            "es",
        ),
        Example("[[In the crash died a nurse and her son->A nurse and her son died in the crash]].", "es"),
        Example(
            "[[Already in the second half equalised the local team->Already in the second half, the local team"
            " equalised]] through Belmonte.",
            "es",
        ),
        Example("[[On Tuesday was arrested the treasurer->The treasurer was arrested on Tuesday]], police said.", "pt"),
        Example("[[Have died two miners->Two miners have died]].", "it"),
        Example("[[Died in Faro at 84 the painter Carla Neri->The painter Carla Neri died in Faro at 84]].", "es"),
        Example("[[To raise the alarm was a jogger->A jogger raised the alarm]].", "it"),
        Example(
            "[[To give the alarm was a driver, who had seen smoke->A driver, who had seen smoke, gave the alarm]].",
            "it",
        ),
        Example("[[It was missing only the mayor’s signature->Only the mayor’s signature was missing]].", "pt"),
        Example("[[It appeared at the door a man with a lamp->A man with a lamp appeared at the door]].", "es"),
    ],
    good=[
        Example("On the hill stands the castle. Here comes the bride. Then came the war.", "es"),
        Example("Yesterday was declared a day of mourning. Today is the third day.", "it"),
        Example("To err is human. To open the shop is a dream. To win the cup was an honour for the old club.", "it"),
        Example("It arrived the next day. It remains a mystery. It was missing a wheel.", "pt"),
        Example("In March begins the season of the goats that nobody wants.", "es"),
    ],
)
def fronted_verb(view: View) -> Iterator[Hit]:
    """A verb before its subject, behind a time or a place: Yesterday arrived at the port the first boats.

    Spanish, Italian and Portuguese tell what is new last. The subject goes to the front, what opened the sentence to
    its end. Behind a place alone English may do the same (on the hill stands the castle): left alone where nothing but
    the verb `stand`, `lie` or `come` is told.
    """
    tokens = tokens_of(view.text)
    for first, kind in enumerate(tokens.kinds):
        if kind == WORD and tokens.capital(first) and tokens.starts_sentence(first):
            hit = _turned(tokens, first)
            if hit:
                yield hit


def _turned(tokens: Tokens, first: int) -> Hit | None:
    """The sentence from token `first` with its subject first, where it begins with its verb or with an adverbial."""
    low = tokens.lows[first]
    if low == "it":
        return _expletive(tokens, first)
    if low == "to":
        return _attended(tokens, first) or _cleft(tokens, first)
    head = first + 1 if low in _HEADS else first
    openers = [first] if head == first else []
    if low in TIME_OPENERS | PREPOSITIONS or head > first:
        openers += adverbials(tokens, head)[:2]
    counted = tokens.lows[first] in DETERMINERS or tokens.lows[first][:1].isdigit()
    near = range(first + 1, min(first + 4, len(tokens))) if counted else ()
    later = next((at for at in near if tokens.lows[at] in ("later", "ago")), 0)
    openers += [later + 1] if later else []
    for at in openers:
        if "there" in tokens.lows[first:at]:
            continue
        comma = at > first and at < len(tokens) and tokens.lows[at] == ","
        found = _verb(tokens, at + comma, bare=at == first)
        if found is None:
            continue
        verb, objects = found
        parts = _subject(tokens, at + comma, verb, objects and not _time_only(tokens, first, at))
        if parts:
            return _hit(tokens, first, at, at + comma, parts, stays=head > first)
    return None


def _attended(tokens: Tokens, first: int) -> Hit | None:
    """To the ceremony attended the king and the queen."""
    end = noun_phrase(tokens, first + 1) if first + 1 < len(tokens) else None
    if end is None or end + 1 >= len(tokens) or tokens.lows[end] != "attended":
        return None
    last = _end(tokens, end + 1) if _begins(tokens, end + 1) else None
    if last is None or not end_mark(tokens, last):
        return None
    text = tokens.text
    place = text[tokens.starts[first + 1] : tokens.ends[end - 1]]
    who = text[tokens.starts[end + 1] : tokens.ends[last - 1]]
    new = f"{who[0].upper()}{who[1:]} attended {place}"
    return Hit(Span(tokens.starts[first], tokens.ends[last - 1]), _MESSAGE, (new,), 0.76)


def _cleft(tokens: Tokens, first: int) -> Hit | None:
    """To raise the alarm was a jogger, who had seen smoke."""
    lows, text = tokens.lows, tokens.text
    if first + 3 >= len(tokens) or (lows[first + 1], "base") not in verb_readings(lows[first + 1]):
        return None
    end = first + 3 if lows[first + 2] == "it" else noun_phrase(tokens, first + 2)
    if end is None or end + 1 >= len(tokens):
        return None
    be = end + 2 if lows[end : end + 2] in _COMPOUND else end + 1 if lows[end] in ("was", "were", "is", "are") else 0
    last = _end(tokens, be) if be and be < len(tokens) and _begins(tokens, be) else None
    if last is None or not (
        is_name(tokens, be) or any(gender_of_noun(singular(low)) is not None or low in _DOERS for low in lows[be:last])
    ):
        return None
    while last < len(tokens) and is_name(tokens, last):
        last += 1
    who = text[tokens.starts[be] : tokens.ends[last - 1]]
    tense = {"is": "third", "are": "base"}.get(lows[end], "past")
    verb = "will " + lows[first + 1] if lows[end] == "will" else inflect_verb(lows[first + 1], tense)
    new = f"{who[0].upper()}{who[1:]}"
    if lows[last : last + 2] == (",", "who"):
        last = next((one for one in range(last + 2, len(tokens)) if end_mark(tokens, one)), last)
        new += f"{text[tokens.ends[tokens.lows.index(',', be) - 1] : tokens.ends[last - 1]]},"
    if not end_mark(tokens, last):
        return None
    new = f"{new} {verb} {text[tokens.starts[first + 2] : tokens.ends[end - 1]]}"
    return Hit(Span(tokens.starts[first], tokens.ends[last - 1]), _MESSAGE, (new,), 0.78)


def _time_only(tokens: Tokens, first: int, at: int) -> bool:
    return False if at == first else tokens.lows[first] in TIME_OPENERS - {"in", "on"}


def _verb(tokens: Tokens, at: int, bare: bool) -> tuple[int, bool] | None:
    """After a verb that can stand before its subject, and whether it may take an object; None where none begins.

    With `bare`, at the head of the sentence, only compound forms: simple ones are the rule intransitive-first’s.
    """
    lows, size = tokens.lows, len(tokens)
    if at >= size or lows[at] in _NEVER:
        return None
    be = at + 1 if lows[at] in ("was", "were") else at + 2 if lows[at : at + 2] in _COMPOUND else at
    if be > at and be < size:
        lemmas = {lemma for lemma, tag in verb_readings(lows[be]) if tag == "participle"}
        return None if bare or not lemmas or lemmas & _NAMING else (be + 1, False)
    end, wanted = at, {"past", "third", "base"}
    if lows[at] in ("has", "have", "had"):
        end, wanted = at + 1, {"participle"}
    elif lows[at] in ("will", "would"):
        end, wanted = at + 1, {"base"}
    elif bare and (lows[at] != "died" or not _aged(tokens, at)):
        return None
    while end < size and lows[end] in ("also", "already", "just", "finally"):
        end += 1
    if end >= size or (tokens.capital(end) and end > first_word(at, bare)):
        return None
    lemmas = {lemma for lemma, tag in verb_readings(lows[end]) if tag in wanted} & _UNSEATED
    return (end + 1, bool(lemmas & _WITH_OBJECT)) if lemmas else None


def _aged(tokens: Tokens, at: int) -> bool:
    """Whether an age stands close behind the verb; without one, the rule intransitive-first sees it."""
    near = range(at + 1, min(at + 7, len(tokens) - 1))
    return any(tokens.lows[one] in ("at", "aged") and tokens.lows[one + 1].isdigit() for one in near)


def first_word(at: int, bare: bool) -> int:
    """The token that may have a capital: the verb itself where it opens the sentence."""
    return at if bare else -1


def _subject(tokens: Tokens, at: int, verb: int, objects: bool) -> tuple[int, int, int] | None:
    """(verb’s end, subject’s start, its end) where the clause holds nothing but verb, adverbials and subject."""
    for subject in (verb, *_adverbials(tokens, verb)):
        if subject >= len(tokens) or (subject == verb and objects) or not _begins(tokens, subject):
            continue
        end = _end(tokens, subject)
        if end is not None and end < len(tokens) and tokens.lows[end] in ("who", "which", "whose"):
            end = next((one for one in range(end, len(tokens)) if end_mark(tokens, one)), None)
        noun = tokens.lows[end - 1] if end else ""
        if end is None or noun in _TIMES or end >= len(tokens):
            continue
        tail = adverbials(tokens, end)[-1:]
        last = end if end_mark(tokens, end) else (tail[0] if tail and end_mark(tokens, tail[0]) else None)
        if last is not None and last < len(tokens) and tokens.lows[last] in (".", ",", ":", ";", "”", '"'):
            return verb, subject, end
    return None


def _adverbials(tokens: Tokens, at: int) -> list[int]:
    """Where each of a row of adverbials ends, ages among them: in Faro at 84, aged 84."""
    ends = adverbials(tokens, at)
    last = ends[-1] if ends else at
    if last + 1 < len(tokens) and tokens.lows[last] in ("at", "aged") and tokens.lows[last + 1].isdigit():
        ends.append(last + 2)
    return ends


def _begins(tokens: Tokens, at: int) -> bool:
    low = tokens.lows[at]
    return low in DETERMINERS - {"this", "that"} or low in _NUMBER or low[:1].isdigit() or is_name(tokens, at)


def _end(tokens: Tokens, at: int) -> int | None:
    """After the subject from token `at`; over a number, and over `and` (a nurse and her son)."""
    start = at
    while tokens.lows[start] in _NUMBER | {"than", "of"} or tokens.lows[start][:1].isdigit():
        start += 1
    if start > at and tokens.lows[start] not in DETERMINERS:
        return plurals(tokens, start)
    return noun_phrase(tokens, at)


def _hit(tokens: Tokens, first: int, opened: int, at: int, parts: tuple[int, int, int], stays: bool) -> Hit:
    """The clause turned round: subject, verb, adverbials, and last what opened it; `stays`: that stays."""
    verb_end, subject, end = parts
    text = tokens.text
    words = text[tokens.starts[subject] : tokens.ends[end - 1]]
    verb = text[tokens.starts[at] : tokens.ends[verb_end - 1]]
    between = text[tokens.ends[verb_end - 1] : tokens.ends[subject - 1]]
    if opened == first:
        new = f"{words[0].upper()}{words[1:]} {verb[0].lower()}{verb[1:]}{between}"
        return Hit(Span(tokens.starts[first], tokens.ends[end - 1]), _MESSAGE, (new,), 0.76)
    lead = text[tokens.starts[first] : tokens.ends[opened - 1]]
    in_place = f"{lead}, {words} {verb}{between}"
    tail = adverbials(tokens, end)[-1:] if not end_mark(tokens, end) else []
    last = tail[0] if tail else end
    rest = text[tokens.ends[end - 1] : tokens.ends[last - 1]]
    if stays:
        return Hit(Span(tokens.starts[first], tokens.ends[end - 1]), _MESSAGE, (in_place,), 0.76)
    named = is_name(tokens, first) and tokens.lows[first] not in TIME_OPENERS
    weekday = tokens.lows[first].endswith("day") and tokens.lows[first] not in ("today", "yesterday")
    lead = lead if named or weekday else lead[0].lower() + lead[1:]
    new = f"{words[0].upper()}{words[1:]} {verb}{between}{rest} {lead}"
    span = Span(tokens.starts[first], tokens.ends[last - 1])
    return Hit(span, _MESSAGE, (new, in_place + rest), 0.76)


def _expletive(tokens: Tokens, first: int) -> Hit | None:
    """It appeared at the door a man; It was missing only the signature."""
    lows = tokens.lows
    if first + 2 >= len(tokens):
        return None
    lacking = lows[first + 1] in ("was", "is") and lows[first + 2 : first + 4] == ("missing", "only")
    if lacking:
        end = noun_phrase(tokens, first + 4)
        if end is None or not end_mark(tokens, end):
            return None
        words = tokens.text[tokens.starts[first + 3] : tokens.ends[end - 1]]
        new = f"O{words[1:]} {lows[first + 1]} missing"
        return Hit(Span(tokens.starts[first], tokens.ends[end - 1]), _MESSAGE, (new,), 0.72)
    lemmas = {lemma for lemma, tag in verb_readings(lows[first + 1]) if tag == "past"} & _APPEARS
    parts = _subject(tokens, first + 1, first + 2, False) if lemmas else None
    if parts is None:
        return None
    turned = _hit(tokens, first + 1, first + 1, first + 1, parts, stays=False)
    return Hit(Span(tokens.starts[first], turned.span.end), _MESSAGE, turned.repairs, 0.74)

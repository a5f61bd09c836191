from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mtcheck.analysis.inflect import verb_forms, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, MONTHS, adverbial, base_phrase, end_mark, is_noun, plurals
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BEING, HAVE, MODALS
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span
from mtcheck.typed import NamedTuple

_SUBJECTS = frozenset("he she it they we i you who which".split())
_PRONOUNS = frozenset("he she it they we".split())
_CONJUNCTIONS = frozenset("that because whether if when while although after before since until as who".split())
_WISHES = frozenset("want wish try hope plan intend attempt decide refuse promise threaten".split())
_HOLDS_NONE = frozenset("try hope refuse decide intend attempt manage".split())
"""Verbs that no object and infinitive can follow: tries the dispute to settle."""
_ONLY_TRANSITIVE = frozenset(
    "build buy ban avoid prevent abolish adopt reject demolish renovate introduce present discuss reduce punish protect"
    " rescue repair restore acquire implement achieve lower raise create exclude postpone prohibit promote solve"
    " rebuild expand dissolve clarify settle cut curb".split()
)
"""Verbs that an object must follow: `wants the law to change` is English, `wants the law to abolish` is not."""
_HAPPENS = frozenset("arise have be happen occur fail come go".split())
"""should the need arise"""
_FIRM = frozenset("the his her its their this these those".split())


@rule(
    "verb-last",
    safety=SUGGEST,
    languages=("de", "nl"),
    bad=[
        Example("The minister wants [[next year ten homes to build->to build ten homes next year]].", "nl"),
        Example("The council will [[the plan next week discuss->discuss the plan next week]].", "de"),
        Example("The firm must [[by the end of May its debts repay->repay its debts by the end of May]].", "de"),
        Example("The company [[can the bill not pay->cannot pay the bill]].", "de"),
        Example("The club tries [[the dispute to settle->to settle the dispute]].", "nl"),
        Example("He said that he [[the plan rejects->rejects the plan]].", "de"),
        Example("They say that the man [[the shop entered had->had entered the shop]].", "de"),
        Example("He says that he [[the plan again will look at->will look at the plan again]].", "nl"),
    ],
    good=[
        Example("He wants the law to change. She wants a friend to help. He planned a party to celebrate.", "de"),
        Example("The will the judge read. Can the council pay? Not only will the club pay.", "de"),
        Example("He said that the man the police wanted had fled. He knows that the man he saw had.", "nl"),
        Example("They will next week discuss the plan. He can the fish. He tried the door handle twice.", "nl"),
        "The minister wants next year ten homes to build.",
    ],
)
def verb_last(view: View) -> Iterator[Hit]:
    """A verb at the end of its clause: wants next year ten homes to build, that he the plan rejects.

    German and Dutch put the infinitive last, and in a clause behind “that” or “because” every verb; English puts the
    verb before its object, and the time last.
    """
    tokens = tokens_of(view.text)
    for words, reads in ((MODALS, _modal), (_CONJUNCTIONS, _clause), (_wishing(), _wish)):
        for at in tokens.where(words):
            if 0 < at < len(tokens) - 2 and (hit := reads(tokens, at)):
                yield hit


@cache
def _wishing() -> frozenset[str]:
    """The forms of the verbs that wish."""
    return frozenset(form for lemma in _WISHES | _HOLDS_NONE for forms in verb_forms(lemma).values() for form in forms)


class _Middle(NamedTuple):
    """What stands between the finite verb, or the subject, and the verb at the end."""

    objects: tuple[Span, ...]
    adverbials: tuple[Span, ...]
    negated: bool
    end: int


def _middle(tokens: Tokens, at: int) -> _Middle | None:
    """The objects and adverbials from token `at` on, as far as they reach."""
    objects: list[Span] = []
    adverbials: list[Span] = []
    negated, place = False, at
    while place < len(tokens) and len(objects) + len(adverbials) < 5:
        if tokens.lows[place] == "not":
            negated, place = True, place + 1
            continue
        end = _object(tokens, place)
        if end is not None:
            objects.append(Span(tokens.starts[place], tokens.ends[end - 1]))
        elif (end := _adverbial(tokens, place)) is not None:
            adverbials.append(Span(tokens.starts[place], tokens.ends[end - 1]))
        else:
            break
        place = end
    return _Middle(tuple(objects), tuple(adverbials), negated, place) if place > at and len(objects) < 2 else None


def _adverbial(tokens: Tokens, at: int) -> int | None:
    """After an adverbial; a month or a year may end it: by May, until 2030, by the end of May."""
    dated = at + 1 < len(tokens) and tokens.lows[at] in ("by", "until", "before", "from", "since")
    if dated and _month(tokens, at + 1):
        return at + 2
    end = adverbial(tokens, at)
    if end is not None and end + 1 < len(tokens) and tokens.lows[end] == "of" and _month(tokens, end + 1):
        return end + 2
    return end


def _month(tokens: Tokens, at: int) -> bool:
    return (tokens.lows[at] in MONTHS and tokens.capital(at)) or (
        tokens.lows[at].isdigit() and len(tokens.lows[at]) == 4
    )


def _object(tokens: Tokens, at: int) -> int | None:
    """After a noun phrase with an article or a number, or bare plurals."""
    if tokens.kinds[at] == NUMBER:
        return plurals(tokens, at + 1)
    if tokens.lows[at : at + 2] == ("no", "longer"):
        return None
    if tokens.lows[at] in ("this", "last", "next") and adverbial(tokens, at) is not None:
        return None
    if tokens.lows[at] not in DETERMINERS:
        return plurals(tokens, at) if "J" in classes(tokens.lows[at]) else None
    end = base_phrase(tokens, at)
    while end is not None and end + 1 < len(tokens) and tokens.lows[end] == "of":
        end = base_phrase(tokens, end + 1)
    return end if end is not None and "N" in classes(tokens.lows[end - 1]) else None


def _said(tokens: Tokens, middle: _Middle) -> str:
    return " ".join(span.of(tokens.text) for span in (*middle.objects, *middle.adverbials))


def _ends(tokens: Tokens, at: int) -> bool:
    return end_mark(tokens, at) and tokens.lows[at : at + 1] != ("?",)


def _base(tokens: Tokens, at: int) -> int | None:
    """After an infinitive, with a particle, that ends its clause: look at."""
    if at >= len(tokens) or tokens.capital(at) or tokens.lows[at] in _HAPPENS:
        return None
    if not any(tag == "base" for _, tag in verb_readings(tokens.lows[at])):
        return None
    end = at + 1
    if end < len(tokens) and tokens.lows[end] in ("at", "for", "up", "off", "down", "out", "over", "away"):
        end += 1
    return end if _ends(tokens, end) else None


def _modal(tokens: Tokens, at: int) -> Hit | None:
    """will the plan next week discuss -> will discuss the plan next week."""
    before = tokens.lows[at - 1]
    subject = before in _SUBJECTS or (tokens.kinds[at - 1] == WORD and is_noun(tokens, at - 1))
    if not subject or tokens.capital(at) or before in DETERMINERS:
        return None
    for verb in _ends_of(tokens, at + 1):
        middle = _split(tokens, at + 1, verb)
        end = _base(tokens, verb)
        if middle is None or end is None or not (middle.objects or len(middle.adverbials) > 1):
            continue
        infinitive = tokens.text[tokens.starts[verb] : tokens.ends[end - 1]]
        modal = tokens.lows[at]
        if middle.negated:
            modal = "cannot" if modal == "can" else f"{modal} not"
        first = at if middle.negated else at + 1
        head = f"{modal} " if middle.negated else ""
        span = Span(tokens.starts[first], tokens.ends[end - 1])
        return Hit(span, _MESSAGE, (f"{head}{infinitive} {_said(tokens, middle)}",), 0.78)
    return None


_MESSAGE = "English puts the verb before its object"


def _ends_of(tokens: Tokens, at: int) -> Iterator[int]:
    """Tokens within reach that may be the last verb."""
    for place in range(at + 1, min(at + 14, len(tokens))):
        if end_mark(tokens, place):
            return
        if _base(tokens, place) is not None:
            yield place


def _split(tokens: Tokens, at: int, verb: int) -> _Middle | None:
    """The middle from token `at`, if it reaches exactly to the verb."""
    middle = _middle(tokens, at)
    return middle if middle is not None and middle.end == verb else None


def _wish(tokens: Tokens, at: int) -> Hit | None:
    """wants next year ten homes to build -> wants to build ten homes next year."""
    lemmas = {lemma for lemma, tag in verb_readings(tokens.lows[at]) if tag in ("base", "third", "past")}
    if not lemmas & (_WISHES | _HOLDS_NONE) or tokens.capital(at) or tokens.lows[at - 1] in DETERMINERS:
        return None
    middle = _middle(tokens, at + 1)
    if middle is None or not middle.objects or tokens.lows[middle.end : middle.end + 1] != ("to",):
        return None
    end = _base(tokens, middle.end + 1)
    if end is None:
        return None
    first = middle.objects[0].start
    led = bool(middle.adverbials) and middle.adverbials[0].start < first
    firm = tokens.text[first:].split(" ", 1)[0] in _FIRM
    transitive = any(lemma in _ONLY_TRANSITIVE for lemma, _ in verb_readings(tokens.lows[middle.end + 1]))
    if not led and not (firm and (transitive or lemmas & _HOLDS_NONE)):
        return None
    span = Span(tokens.starts[at + 1], tokens.ends[end - 1])
    infinitive = tokens.text[tokens.starts[middle.end] : span.end]
    return Hit(span, _MESSAGE, (f"{infinitive} {_said(tokens, middle)}",), 0.78)


def _clause(tokens: Tokens, at: int) -> Hit | None:
    """that he the plan rejects -> that he rejects the plan; that the man the shop entered had."""
    start = at + 1
    pronoun = tokens.lows[start] in _PRONOUNS
    if tokens.lows[at] == "who":
        subject: int | None = start
    else:
        subject = start + 1 if pronoun else base_phrase(tokens, start)
    if subject is None or subject + 1 >= len(tokens):
        return None
    for verb in range(subject + 1, min(subject + 12, len(tokens))):
        if end_mark(tokens, verb):
            return None
        middle = _verbs_last(tokens, subject, verb)
        if middle is None:
            continue
        last = verb
        while not end_mark(tokens, last + 1):
            last += 1
        words = _finite(tokens, verb, last, pronoun and tokens.lows[at] != "who")
        if words is None or not (middle.objects or len(words.split()) > 1):
            return None
        span = Span(tokens.starts[subject], tokens.ends[last])
        return Hit(span, _MESSAGE, (f"{words} {_said(tokens, middle)}",), 0.75)
    return None


def _verbs_last(tokens: Tokens, subject: int, verb: int) -> _Middle | None:
    """The middle between the subject and a verb group of at most three words that ends the clause."""
    middle = _middle(tokens, subject)
    if middle is None or middle.end != verb or middle.negated:
        return None
    reach = next((n for n in range(verb, min(verb + 4, len(tokens) + 1)) if _ends(tokens, n)), None)
    return middle if reach is not None and reach > verb else None


def _finite(tokens: Tokens, verb: int, last: int, pronoun: bool) -> str | None:
    """The verbs from `verb` to `last` in their English order: entered had -> had entered."""
    words = tokens.lows[verb : last + 1]
    tags = {tag for _, tag in verb_readings(words[0])}
    if len(words) == 1:
        plain = pronoun and tags & {"third", "past"} and classes(words[0])[:1] == "V"
        return words[0] if plain else None
    if words[0] in MODALS and _base(tokens, verb + 1) is not None:
        return " ".join(words) if pronoun else None
    if words[-1] in HAVE | BEING and "participle" in tags and len(words) == 2:
        return f"{words[1]} {words[0]}"
    if words[-1] in MODALS and "base" in tags and len(words) == 2:
        return f"{words[1]} {words[0]}"
    return None

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, base_phrase, end_mark, noun_phrase
from mtcheck.analysis.tokens import MARK, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_LEADING = frozenset("the this that these those my our your his her its their".split())
_ABSTRACT = frozenset(
    "trust love money work life death war peace football politics music success happiness freedom fear luck anger hope"
    " friendship justice democracy talent patience respect retirement sport school art cinema theatre poetry".split()
)
"""What stands without an article, and is nobody's name: Trust, it is earned."""
_TIMES = frozenset(
    "time times day days week weeks month months year years night nights morning evening afternoon moment hour hours"
    " minute minutes second seconds summer winter spring autumn fall season weekend century decade period era term way"
    " result rest reason more less better same first last next only whole latter former".split()
)
"""The next day, he sold it; that way, they keep it."""
_RANKED = frozenset("first second third last only next other latest main same".split())
_SUBJECTS = frozenset("i you he she we they".split())
_BE = frozenset("is was".split())
_ONES = {
    "us": ("We are", "the ones"),
    "we": ("We are", "the ones"),
    "them": ("They are", "the ones"),
    "they": ("They are", "the ones"),
    "me": ("I am", "the one"),
    "i": ("I am", "the one"),
    "him": ("He is", "the one"),
    "he": ("He is", "the one"),
    "her": ("She is", "the one"),
    "she": ("She is", "the one"),
    "you": ("You are", "the one"),
}
_PAST = {"We are": "We were", "They are": "They were", "You are": "You were"}
_LONGEST = 18
"""Tokens between the comma and the pronoun."""
_MESSAGE = "French sets the topic off and takes it up again by a pronoun"


@rule(
    "detached-topic",
    safety=SUGGEST,
    triggers=(", it ", ", they ", " it", " them"),
    bad=[
        "“We were told that the sardine[[, it->]] was finished,” she says. “The boats[[, they->]] leave at dawn.”",
        "“[[The social plan, it is us->We are the ones]] who pay [[it->the social plan]],” says Ana Vidal.",
        "“[[The price of milk, it is not us->We are not the ones]] who fix [[it->the price of milk]].”",
        "“[[The budget, it is me who vote->I am the one who votes]] [[it->the budget]],” says the mayor.",
        "[[His bread, it->It]] is in the evening that he kneads [[it->his bread]].",
        "“[[The telephone, he->He]] hated [[it->the telephone]]. [[This mill, my->My]] uncle built [[it->this mill]].”",
    ],
    good=[
        "The next day, he sold it. The bank, it said, was closed. The weather, it seems, will change.",
        "The oldest bridge of the town, it was built in 1420. The son of a baker, he knows it.",
        "The house, which she built, was her pride. The former minister, he knows it. That way, they keep it.",
        "The river, the mayor says, is rising; it is late. The bridge, a ruin, is closed; we saw it.",
        "“It is us who pay it.” It is in the evening that he kneads it.",
    ],
)
def detached_topic(view: View) -> Iterator[Hit]:
    """A topic set off and taken up again: The social plan, it is us who pay it; the sardine, it was finished.

    French puts first what is spoken of, and takes it up by a pronoun where it belongs (« La sardine, c’était fini »,
    « le plan social, c’est nous qui le payons »). English says it where it belongs.
    """
    tokens = tokens_of(view.text)
    for comma in tokens.places.get(",", ()):
        low = tokens.lows[comma + 1] if comma + 1 < len(tokens) else ""
        if low not in _SUBJECTS and low != "it" and low not in DETERMINERS:
            continue
        first = _topic(tokens, comma)
        if first is None:
            continue
        hit = _cleft(tokens, first, comma) if low == "it" else None
        hit = hit or _subject(tokens, first, comma) or _object(tokens, first, comma)
        if hit is not None:
            yield hit


def _topic(tokens: Tokens, comma: int) -> int | None:
    """Where the noun phrase begins that leads its clause and ends before `comma`."""
    for first in range(comma - 1, max(-1, comma - 9), -1):
        if tokens.kinds[first] != WORD:
            return None
        if not (tokens.starts_sentence(first) or (first and tokens.lows[first - 1] == "that")):
            continue
        if first == comma - 1 and tokens.lows[first] in _ABSTRACT:
            return first
        words = tokens.lows[first:comma]
        if words[0] not in _LEADING or words[-1] in _TIMES or not _RANKED.isdisjoint(words) or _superlative(words):
            return None
        return first if noun_phrase(tokens, first) == comma else None
    return None


def _superlative(words: tuple[str, ...]) -> bool:
    """The oldest bridge of the town, it was built in 1420: no topic, but what it is."""
    return "most" in words or any(word.endswith("est") and "J" in classes(word) for word in words)


def _subject(tokens: Tokens, first: int, comma: int) -> Hit | None:
    """The ferry, it was finished -> The ferry was finished."""
    pronoun, verb = comma + 1, comma + 2
    if tokens.lows[pronoun] not in ("it", "they") or base_phrase(tokens, first) not in (comma, None):
        return None
    if not _finite(tokens, verb) or _incise(tokens, verb) or _defined(tokens, first, comma):
        return None
    if (tokens.lows[pronoun] == "they") != _plural(tokens, comma - 1):
        return None
    return Hit(Span(tokens.ends[comma - 1], tokens.ends[pronoun]), _MESSAGE, ("",), 0.7)


def _defined(tokens: Tokens, first: int, comma: int) -> bool:
    """The problem, it is the price: `idiom-calque` has these."""
    return (
        tokens.lows[comma - 1] in _DEFINED and tokens.lows[first] != "this" and tokens.lows[comma + 2] in ("is", "'s")
    )


_DEFINED = frozenset(
    "goal aim problem challenge objective idea advantage difficulty truth reality principle risk result solution secret"
    " question novelty worst best essential hardest difference priority dream drawback concern irony paradox fear worry"
    " proof danger stake".split()
)


def _incise(tokens: Tokens, verb: int) -> bool:
    """The bank, it said, was closed; the mayor, it seems, lied."""
    end = next((at for at in range(verb, min(verb + 6, len(tokens))) if tokens.kinds[at] == MARK), verb)
    return tokens.lows[end] == "," and end < verb + 4 and tokens.lows[end + 1 : end + 2] not in (("”",), ('"',), ("»",))


def _plural(tokens: Tokens, noun: int) -> bool:
    low = tokens.lows[noun]
    return "s" in classes(low) or singular(low) != low or (not known(low) and low.endswith("s"))


def _finite(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens) or tokens.kinds[at] != WORD:
        return False
    low = tokens.lows[at]
    return low in _AUXILIARIES or any(tag in ("third", "past", "base") for _, tag in verb_readings(low))


_AUXILIARIES = frozenset(
    "is are was were has have had does do did will would can could may might must shall should 's 'll 've".split()
)


def _object(tokens: Tokens, first: int, comma: int) -> Hit | None:
    """The telephone, he hated it -> He hated the telephone."""
    subject = comma + 1
    verb = subject + 1 if tokens.lows[subject] in _SUBJECTS else base_phrase(tokens, subject)
    if (
        verb is None
        or not _finite(tokens, verb)
        or tokens.lows[verb + 1 : verb + 3] in (("the", "one"), ("the", "ones"))
    ):
        return None  # we are the ones paying for it
    if gender_of_noun(tokens.lows[comma - 1]) is not None or tokens.capital(comma - 1):
        return None  # The former minister, he knows it; My fellow Americans, we
    at = _taken_up(tokens, verb + 1, comma)
    return _moved(tokens, first, comma, at, subject) if at is not None else None


def _taken_up(tokens: Tokens, start: int, comma: int) -> int | None:
    """The token of the pronoun that takes the topic up: an object with nothing but an adverbial behind it."""
    want = "them" if _plural(tokens, comma - 1) else "it"
    for at in range(start, min(start + _LONGEST, len(tokens))):
        low = tokens.lows[at]
        if tokens.kinds[at] != WORD:
            return None
        if low == want:
            before = tokens.lows[at - 1]
            governed = before in PREPOSITIONS or any(True for _ in verb_readings(before))
            return at if governed and _closes(tokens, at + 1) else None
    return None


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether nothing that the pronoun could belong to follows: the end, a time, a place."""
    if end_mark(tokens, at):
        return True
    low = tokens.lows[at]
    if tokens.lows[at + 1 : at + 2] == ("times",):
        return True
    return low in PREPOSITIONS or low in ("again", "ourselves", "himself", "herself", "myself", "yesterday", "every")


def _moved(tokens: Tokens, first: int, comma: int, at: int, lead: int, put: str | None = None) -> Hit:
    """The topic goes where the pronoun stands, and the clause begins the sentence."""
    text = tokens.text
    topic = text[tokens.starts[first] : tokens.ends[comma - 1]]
    inside = topic[0].lower() + topic[1:]
    head = tokens.surface(lead)
    new = put if put is not None else (head[0].upper() + head[1:] if tokens.capital(first) else head)
    edits = (
        Edit(Span(tokens.starts[first], tokens.ends[lead]), new),
        Edit(Span(tokens.starts[at], tokens.ends[at]), inside),
    )
    return Hit(Span(tokens.starts[first], tokens.ends[at]), _MESSAGE, (edits,), 0.65)


def _cleft(tokens: Tokens, first: int, comma: int) -> Hit | None:
    """The social plan, it is us who pay it -> We are the ones who pay the social plan."""
    at = comma + 2
    if at + 4 >= len(tokens) or tokens.lows[at] not in _BE:
        return None
    negated = tokens.lows[at + 1] == "not"
    focus = at + 1 + negated
    who = next((n for n in range(focus + 1, min(focus + 8, len(tokens))) if tokens.lows[n] in ("who", "that")), None)
    if who is None or any(tokens.kinds[n] == MARK for n in range(focus, who)):
        return None
    pronoun = _taken_up(tokens, who + 2, comma)
    if pronoun is None:
        return None
    word = tokens.lows[focus]
    if who != focus + 1 or word not in _ONES or tokens.lows[who] != "who":
        return _moved(tokens, first, comma, pronoun, comma + 1)
    be, ones = _ONES[word]
    if tokens.lows[at] == "was":
        be = _PAST.get(be, be[:-2] + "was" if be != "I am" else "I was")
    be = be if tokens.capital(first) or be.startswith("I ") else be[0].lower() + be[1:]
    put = f"{be}{' not' if negated else ''} {ones} who"
    verb = who + 1
    if ones == "the one" and any(tag == "base" for _, tag in verb_readings(tokens.lows[verb])):
        put += f" {inflect_verb(tokens.lows[verb], 'third')}"
        return _moved(tokens, first, comma, pronoun, verb, put)
    return _moved(tokens, first, comma, pronoun, who, put)

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import PREPOSITIONS, TIME_OPENERS, adverbial, end_mark, is_name, is_noun, time_phrase
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES, BEING, HAVE
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Edit, Span

_ARTICLES = frozenset("the a an his her their its several".split())
_UNITS = frozenset("minute hour day night week month year decade".split())
_OPENERS = (PREPOSITIONS | TIME_OPENERS) - {"to", "of", "without", "each", "every", "over", "under", "despite"}
_SET = (
    ("by", "now"),
    ("by", "far"),
    ("by", "then"),
    ("in", "part"),
    ("at", "times"),
    ("at", "best"),
    ("at", "last"),
    ("in", "between"),
    ("last", "named"),
)
"""What stands before an adjective in English too: a by now famous rider."""
_HYPHENED = frozenset(("born", "based", "raised"))
_ENDS = _OPENERS | AUXILIARIES | BEING
_SHORT = frozenset("last next this past inside outside near within through on".split())
"""Openers that are adjectives, nouns or adverbs too, and so need a phrase that cannot be read otherwise."""


@rule(
    "extended-attribute",
    safety=SUGGEST,
    languages=("de", "nl"),
    triggers=("ed ", "en ", "t ", "n ", "d "),
    bad=[
        Example("The [[two years ago closed theatre->theatre closed two years ago]] reopens in May.", "de"),
        Example("The [[by the storm damaged roof->roof damaged by the storm]] will be repaired.", "de"),
        Example("The [[in 1897 founded company->company founded in 1897]] employs 430 people.", "nl"),
        Example("Police questioned the [[on Monday arrested man->man arrested on Monday]].", "nl"),
        Example("A [[in Munich born actor->Munich-born actor]] died.", "de"),
        Example("The [[in 1990 born cellist Ana Vidal->cellist Ana Vidal, born in 1990,]] plays here.", "de"),
        Example("His [[last year published novel->novel published last year]] was a success.", "de"),
        Example("The [[yesterday presented plan->plan presented yesterday]] is too dear.", "nl"),
    ],
    good=[
        Example("The theatre closed two years ago reopens. The in-form striker scored. The on-loan player left.", "de"),
        Example("A by now famous rider won. The last planned match was called off. This past divided season.", "de"),
        Example("The two years that followed changed him. Two days ago closed roads reopened.", "nl"),
        Example("The near frozen river. The inside painted doors. The past forgotten years.", "nl"),
        "The two years ago closed theatre reopens in May.",
    ],
)
def extended_attribute(view: View) -> Iterator[Hit]:
    """A whole phrase before its noun: the two years ago closed theatre.

    German and Dutch put a participle with its time, place or agent between the article and the noun; in English they
    follow the noun.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_ARTICLES):
        if hit := _attribute(tokens, at):
            yield hit


def _attribute(tokens: Tokens, at: int) -> Hit | None:
    """The repair of the attribute behind the article at token `at`."""
    start = at + 1
    verb = _phrase(tokens, start)
    if verb is None or verb + 1 >= len(tokens) or tokens.capital(verb):
        return None
    if not any(tag == "participle" for _, tag in verb_readings(tokens.lows[verb])):
        return None
    end = _nouns(tokens, verb + 1)
    if end is None:
        return None
    text = tokens.text
    nouns = text[tokens.starts[verb + 1] : tokens.ends[end - 1]]
    phrase = text[tokens.starts[start] : tokens.ends[verb - 1]]
    new = f"{nouns} {tokens.surface(verb)} {phrase}"
    first, named = start, end
    while is_name(tokens, named):
        named += 1
    if (
        verb == start + 2
        and tokens.lows[start] == "in"
        and tokens.lows[verb] in _HYPHENED
        and is_name(tokens, start + 1)
    ):
        new = f"{tokens.surface(start + 1)}-{tokens.surface(verb)} {nouns}"
    elif named > end:  # the cellist Ana Vidal, born in 1990,
        if tokens.lows[at] != "the":
            return None
        nouns, end = text[tokens.starts[verb + 1] : tokens.ends[named - 1]], named
        new = f"{nouns}, {tokens.surface(verb)} {phrase}{'' if end_mark(tokens, end) else ','}"
    if tokens.lows[at] in ("a", "an") and article(new) != tokens.lows[at]:
        right = article(new)
        first, new = at, f"{right.capitalize() if tokens.capital(at) else right} {new}"
    edit = Edit(Span(tokens.starts[first], tokens.ends[end - 1]), new)
    last = end + 1 if end < len(tokens) and tokens.lows[end] in BEING | HAVE else end  # nothing else agrees with it
    span = Span(edit.span.start, tokens.ends[last - 1])
    return Hit(span, "English puts the participle and its phrase behind the noun", ((edit,),), 0.86)


def _phrase(tokens: Tokens, at: int) -> int | None:
    """After the adverbials that begin at token `at`: two years ago, by the storm, on Monday in Berlin."""
    if at + 2 >= len(tokens) or tokens.kinds[at] not in (WORD, NUMBER) or tokens.capital(at):
        return None
    place = at
    if tokens.lows[at] == "already" and tokens.lows[at + 1] in _OPENERS:
        place += 1
    for _ in range(3):
        end = _ago(tokens, place) or _adverbial(tokens, place)
        if end is None or end + 1 >= len(tokens):
            break
        place = end
    return place if place > at else None


def _ago(tokens: Tokens, at: int) -> int | None:
    """After two years ago."""
    counted = tokens.kinds[at] == NUMBER or "U" in classes(tokens.lows[at]) or tokens.lows[at] in ("a", "several")
    if not counted and tokens.lows[at] not in ("many", "few", "some"):
        return None
    units = tokens.lows[at + 1 : at + 3]
    return at + 3 if len(units) == 2 and units[0].removesuffix("s") in _UNITS and units[1] == "ago" else None


def _adverbial(tokens: Tokens, at: int) -> int | None:
    low = tokens.lows[at]
    if low not in _OPENERS or tokens.capital(at) or tokens.lows[at : at + 2] in _SET:
        return None
    if low in _SHORT and time_phrase(tokens, at) is None and (low != "on" or tokens.lows[at + 1] not in _ARTICLES):
        return None
    end = time_phrase(tokens, at) or _shortest(tokens, at)
    return end if end and end - at > (1 if low not in ("yesterday", "today") else 0) else None


def _shortest(tokens: Tokens, at: int) -> int | None:
    """After a preposition and its noun phrase, as far as the first noun that a participle follows: by the storm."""
    end = adverbial(tokens, at)
    if end is None:
        return None
    for place in range(at + 2, min(end + 1, len(tokens))):
        participle = any(tag == "participle" for _, tag in verb_readings(tokens.lows[place]))
        if participle and is_noun(tokens, place - 1) and not tokens.capital(place):
            return place
    return end


def _nouns(tokens: Tokens, at: int) -> int | None:
    """After the noun, with its adjectives, that the attribute describes."""
    end = at
    while end < len(tokens) and end < at + 4 and tokens.kinds[end] == WORD and not is_name(tokens, end):
        marks = classes(tokens.lows[end])
        if not set(marks) & set("NJ") or marks[:1] not in ("N", "J") or tokens.lows[end] in _ENDS:
            break
        end += 1
    while end > at and "N" not in classes(tokens.lows[end - 1]):
        end -= 1
    return end if end > at else None

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_NEVER_AFTER = frozenset(
    "and or is as at in on of if it i am are a an e o y to by for the that be was not but un ou".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_EITHER = (
    "historic",
    "hotel",
    "heroic",
    "habitual",
    "horrific",
    "hysteric",
    "hallucin",
    "herb",
    "humble",
    "hereditary",
    "harmonic",
)


@rule(
    "grammar",
    safety=SAFE,
    bad=[
        "They marched in [[a->an]] icy wind.",
        "She adopted [[a->an]] 18-month-old girl and asked for [[an->a]] 3% rise.",
        "The project had [[a->an]] impact, and he got [[a->an]] eight-month sentence.",
        "It was [[an->a]] unique sight in [[a->an]] unusually long day, and he got [[an->a]] two-year sentence.",
        "[[An->A]] train came.",
    ],
    good=[
        "A European summit, a Ukrainian sailor and an Italian one. Plan A European clubs know.",
        "An hour, an MP, an heir, a union, a one-off and a European.",
        "Vitamin A is good. Plan A or B.",
        "An historic hotel; a historic one; an 18-year-old; an FBI agent; an EU law.",
        "“A” is for anger.",
        "A une of its kind. Every link is the a element of its page.",
    ],
)
def article_a_an(view: View) -> Iterator[Hit]:
    """“a” before a vowel sound, or “an” before a consonant sound.

    The machine chose the article before it moved the adjective. Sound decides, not spelling (an hour, a
    union); only ordinary words in lower case are repaired, acronyms and names are not.
    """
    text = view.text
    for found in rx(r"(?<![\w.’'-])([Aa]n?) ([a-z]+)(?![\w’'])").finditer(text):
        given, word = found.group(1), found.group(2)
        if len(word) < 3 or word in _NEVER_AFTER or word.startswith(_EITHER):
            continue
        if word[0] not in "uoeh" and (given.lower() == "a") == (word[0] not in "ai"):
            continue  # the common case, without a look-up
        right = article(word)
        if right == given.lower() or not known(word):
            continue
        kinds = classes(word)
        if not any(kind in kinds for kind in "NJVR") and word not in _NUMBERS:
            continue
        if rx(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ee]very|[Ee]ach) $").search(
            text, max(found.start() - 6, 0), found.start()
        ):
            continue  # the a element: a letter that is spoken of
        said = word.endswith("ed") and rx(r" (?:the|his|her|[A-ZÀ-Þ])").match(text, found.end())
        if _lettered(text, found) or (said and rx(r"[”\"],? $").search(text, found.start() - 3, found.start())):
            continue  # `Plan A enters`; “…”, a assured the captain: a French auxiliary
        degree = word.endswith("ly") and rx(r" ([a-z]+)").match(text, found.end())  # a unusually bright comet
        sure = word in _NUMBERS or any(k in kinds for k in "NJ") or (degree and "J" in classes(degree.group(1)))
        yield _repaired(found, right, word, SAFE if sure else SUGGEST)
    for found in rx(
        r"(?<![\w.’'-])([Aa]n?) ((?:MEP|MP|NGO|FBI|LGBT|MRI|SUV|SMS|HIV|NBA|RAF|UN|EU|US|UK|USB|UFO|USSR)s?)\b"
    ).finditer(text):
        given, word = found.groups()
        right = "a" if word[0] == "U" else "an"
        if given.lower() != right:
            yield _repaired(found, right, word)
    for pattern in (
        r"(?<![\w.’'-])([Aa]n?) (?=(\d{1,3}(?:[.,]\d+)?)(?:-[a-z]|%))",
        rf"(?<![\w.’'-])([Aa]n?) ({_PEOPLES})(?= [a-z])",
    ):
        for found in rx(pattern).finditer(text):
            given, word = found.groups()
            right = article(word)
            if given.lower() != right and not _lettered(text, found):
                yield _repaired(found, right, word)


def _lettered(text: str, found: re.Match[str]) -> bool:
    """Whether `A` names something: Plan A."""
    return found.group(1) == "A" and rx(r"\w $").search(text, max(found.start() - 2, 0), found.start()) is not None


def _repaired(found: re.Match[str], right: str, word: str, safety: Safety = SAFE) -> Hit:
    repair = right.capitalize() if found.group(1)[0] == "A" else right
    return Hit(Span(*found.span(1)), f"“{right}” before the sound of “{word}”", (repair,), 0.96, safety)


_PEOPLES = (
    r"(?:Europe|Ukraini|Ugand|Urugua|Americ|Austr|Itali|Irish|Iraqi|Irani|Israel|Indi|Indones|Afric|Afghan|Asia|Alger"
    r"|Argentin|Armeni|Alban|Egypti|English|Estoni|Ethiopi|Icelandic|Arab|Olympic|Oriental|Anglican|Orthodox|Islam"
    r"|French|German|Spanish|British|Swiss|Belgian|Dutch|Russian|Portuguese|Polish|Turkish|Chinese|Japanese)[a-z]*"
)
"""Peoples and their adjectives, which have a capital and are no names."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.lands import LANDS
from mtcheck.rules import SAFE, rule
from mtcheck.text import Edit, Span

_TWO = frozenset(
    ("North Korea", "South Korea", "South Africa", "North Africa", "West Africa", "East Africa", "Great Britain",
     "Saudi Arabia", "New Zealand", "Northern Ireland", "Eastern Europe", "Western Europe", "Central Europe",
     "South America", "North America", "Latin America", "Central America", "Central Asia")
)  # fmt: skip
_GOES_ON = AUXILIARIES | frozenset(
    "to by against towards than but nor because while no not never itself last yesterday today tonight since".split()
)
"""What follows a name that is complete; a noun (the Libya debate) or a clause about it (the France that) does not."""
_MODIFIES = frozenset("based led born backed made owned held bound".split())
"""Of a name before a noun, without its hyphen: the New Zealand based firm."""
_ENDS = ',.;:!?)”"’»\n'


@rule(
    "article-before-country",
    safety=SAFE,
    triggers=("the ", "The "),
    bad=[
        "The talks between [[the ->]]Serbia and [[the ->]]Kosovo failed.",
        "[[The ->]]Russia threatens to leave, and [[the ->]]South Korea has protested.",
        "He returned to [[the ->]]Estonia, then to [[the ->]]Brittany.",
    ],
    good=[
        "The Libya debate was easy for the France team, and the Iraq and Afghanistan wars were not.",
        "The France that he knew, the Germany of the thirties and the Spain in which she grew up are gone.",
        "The Ukraine, the Netherlands and the United Kingdom have an article. The Russia-China border is long.",
        "The Canada.ca team has moved.",
    ],
)
def article_before_country(view: View) -> Iterator[Hit]:
    """The article that French gives to countries: « entre la Serbie et le Kosovo ».

    English has none unless something follows that tells one of several apart (the Germany of the thirties), or the
    name only stands before a noun (the Libya debate).
    """
    text = view.text
    for found in rx(r"\b[Tt]he (?=[A-Z])").finditer(text):
        end = _land(text, found.end())
        if end and complete(text, end):
            cut = Span(*found.span())
            message = "a country has no article in English"
            yield Hit(Span(found.start(), end), message, ((Edit(cut, ""),),), 0.95)


def _land(text: str, at: int) -> int:
    """Where the name of a land that begins at `at` ends; 0 where there is none."""
    name = rx(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?![\w’-]|'\w{2})").match(text, at)
    if name is None:
        return 0
    first, _, second = name.group().partition(" ")
    if name.group() in _TWO:
        return name.end()
    if second or first not in LANDS:
        return 0
    return name.end()


def complete(text: str, at: int) -> bool:
    """Whether nothing that belongs to the name follows it."""
    if at >= len(text) or text[at] in _ENDS:
        return text[at : at + 2] not in ("’s", "'s") and not text[at + 1 : at + 2].isalnum()  # Canada.ca
    word = rx(r" ([A-Za-z]+)\b(?![’'-])").match(text, at)
    if word is None:
        return False
    low = word.group(1)
    if low in ("and", "or"):
        return _beside(text, word.end())
    if low in ("in", "for"):
        return not rx(r" (?:which|whom|what)\b").match(text, word.end())
    kinds = classes(low)
    if low in _MODIFIES:
        return False
    verb = kinds[:1] == "V" and any(tag in ("past", "third") for _, tag in verb_readings(low))
    return low in _GOES_ON or verb or kinds in ("R", "V") or kinds[:1] == "M"


def _beside(text: str, at: int) -> bool:
    """What stands after `and`: a determiner, or another name that is complete itself."""
    if rx(r" (?:the|a|an|its|his|her|their|this|those|that|some|other|others|many|all|several|not|then|even) ").match(
        text, at
    ):
        return True
    name = rx(r" (?:[A-Z][\w’-]+ ?)+").match(text, at)
    return name is not None and complete(text, name.end() - (text[name.end() - 1] == " "))

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import singular
from mtcheck.analysis.lexicon import classes, frequency
from mtcheck.analysis.nearby import end_of, start_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_BEFORE = (
    "a|an|any|every|each|some|several|many|more|few|no|these|those|his|her|their|its|our|two|three|four|five|six"
    "|seven|eight"
    "|nine|ten|new|old|further|other|first|second|last|next|small|large|big|high|good|young|great|whole"
)
_COMMONEST = 8
"""Frequency from which a word in small letters is common: one that is mostly a name is rarer."""
_KEPT = frozenset(
    "god lord sir lady king queen prince princess pope bishop father mother dad mum minister president"
    " chancellor senator"
    " governor mayor democrat republican liberal conservative green labour labor tory social left right union"
    " state states"
    " parliament congress senate house court council cabinet government ministry party league cup world"
    " championship open"
    " masters series grand prix bank street road square bridge church cathedral university college school institute"
    " museum theatre theater opera festival north south east west internet web net bible earth sun moon mars"
    " jupiter may"
    " march august polish christian catholic muslim jew jewish protestant german french english american european oscar"
    " emmy grammy tory labour covid coronavirus facebook twitter google apple amazon ford general major captain doctor"
    " professor saint street act law treaty article chapter section page figure table room gate group class grade type"
    " model phase stage category level zone area unit district region county city town province republic kingdom"
    " army navy air force guard police brexit capitol commons lords times post guardian sun mirror star mail echo"
    " journal herald tribune independent observer spectator economist nature science variety time fortune life people"
    " turkey china japan iran jack bill mark frank rob will grace hope faith rose lily daisy summer autumn committee"
    " constitution budget order industry landmark assembly commission bar board company".split()
)
"""Nouns that names, offices and bodies are made of: their capitals may be meant."""


@rule(
    "noun-capital",
    safety=SUGGEST,
    languages=("de",),
    bad=[
        Example("The council announced a [[Reform->reform]] of the tax.", "de"),
        Example("The driver lost his [[Licence->licence]] after an [[Accident->accident]] on the motorway.", "de"),
        Example("The brigade came with 40 [[Vehicles->vehicles]] and found no [[Victims->victims]].", "de"),
    ],
    good=[
        Example("She is a Democrat, a Christian and a Minister; he met a Senator of the Green Party.", "de"),
        Example("A New Beginning was his first Symphony in D. He wrote a Requiem.", "de"),
        Example("A Reform Bill and a Peace Prize were announced.", "de"),
        Example("Three Tenors sang with The Strangers.", "de"),
        "The council announced a Reform of the tax.",
    ],
)
def noun_capital(view: View) -> Iterator[Hit]:
    """A common noun that kept its German capital: announced a Reform of the tax.

    Only singular and plural nouns that English uses daily in small letters, after a word that goes before common
    nouns (a, several, his, 40), alone in their capital. Offices and bodies may have a capital in English.
    """
    text = view.text
    pattern = (
        rf"(?<=[a-z,] )(?:{_BEFORE}|(?<!the )(?!(?:1[89]|20)\d\d )\d{{2,5}}) ([A-Z][a-z]{{3,}})(?="
        r" (?:[a-z(]|\d)|[.,;:!?)]|$)(?! (?:of the [A-Z]|de |van |von ))"
    )
    for found in rx(pattern).finditer(text):
        low = found.group(1).lower()
        if low in _KEPT or singular(low) in _KEPT or classes(low)[:1] != "N" or frequency(low) < _COMMONEST:
            continue
        line = text[start_of(text, found.start(), "\n") : end_of(text, found.end(), "\n")]
        if _title_case(line):
            continue
        yield Hit(Span(*found.span(1)), "English writes common nouns small", (low,), 0.82)


def _title_case(line: str) -> bool:
    """Whether most words of a line have a capital: a headline."""
    words = rx(r"[^\W\d_]{4,}").findall(line)
    capitals: int = sum(word[0].isupper() for word in words)
    return capitals * 2 > len(words) + 2

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.marks import hidden, masked
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.lands import NATIONALITIES
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

_SMALL = {
    "french": "fries fry window windows door doors bread press toast kiss kisses kissing bean beans horn braid dressing"
    " bulldog",
    "english": "muffin muffins",
    "dutch": "oven door uncle courage",
    "irish": "coffee",
    "german": "shepherd measles",
    "spanish": "flu fly",
    "indian": "ink summer file",
    "chinese": "whispers wall",
    "brazilian": "wax nut nuts",
    "japanese": "knotweed",
    "american": "football",
    "russian": "roulette doll",
}
"""Words before which the adjective no longer means the country, and is often written small."""


@rule(
    "lowercase-nationality",
    safety=SAFE,
    bad=[
        "The [[french->French]] government met a [[german->German]] minister.",
        "He spoke [[italian->Italian]] to the [[ukrainian->Ukrainian]] coach.",
        "The [[united nations security council->United Nations Security Council]] met in the [[united states->United"
        " States]].",
        "The [[franco-german->Franco-German]] plan pleases [[european->European]] farmers.",
    ],
    good=[
        "They ate french fries behind the french windows, with a german shepherd and dutch courage.",
        "See www.example.com/french and the file german.txt, then write to spanish@example.com.",
        "French and German farmers met. The polish of the table is gone.",
    ],
)
def lowercase_nationality(view: View) -> Iterator[Hit]:
    """An adjective or a language of a country in small letters, as French writes them: « le gouvernement français ».

    Words that no longer mean the country (french fries, dutch courage) are left alone.
    """
    text = view.text
    yield from _bodies(view)
    parts = {part for word in view.words if "-" in word for part in word.split("-")}
    if NATIONALITIES.isdisjoint(view.words) and NATIONALITIES.isdisjoint(parts):
        return
    holes = masked(text)
    for found in rx(r"(?<![\w@./#’'-])(?:(?:franco|anglo|euro)-)?([a-z]{4,11})(?![\w@/’'_]|\.\w|-\w)").finditer(text):
        if found.group(1) not in NATIONALITIES:
            continue
        after = rx(r" ([a-z]+)").match(text, found.end())
        if after is not None and after.group(1) in _SMALL.get(found.group(1), "").split():
            continue
        if hidden(holes, *found.span()):
            continue
        new = "-".join(part.capitalize() for part in found.group().split("-"))
        yield Hit(Span(*found.span()), "nationalities and languages have a capital in English", (new,), 0.96)


_BODIES = (
    "united nations security council", "united nations general assembly", "united nations", "united states",
    "united kingdom", "united arab emirates", "european union", "european commission", "european parliament",
    "european central bank", "world health organization", "world health organisation", "world trade organization",
    "world bank", "international monetary fund", "saudi arabia", "north korea", "south korea", "south africa",
    "ivory coast", "burkina faso", "sri lanka", "new zealand", "middle east", "red cross", "doctors without borders",
)  # fmt: skip
"""Names of several words that are nothing else when they stand small; `white house` may be any white house."""


def _bodies(view: View) -> Iterator[Hit]:
    """the united nations security council."""
    text = view.text
    if text.islower():
        return
    joined = "|".join(_BODIES)
    for found in matches(rf"(?<![\w@./#’'-])({joined})(?![\w@/’'_-]|\.\w)", text, [name[:9] for name in _BODIES]):
        new = " ".join(word.capitalize() if word != "without" else word for word in found.group().split())
        yield Hit(Span(*found.span()), "English writes names with capitals", (new,), 0.95)

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import PREPOSITIONS, end_mark
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_THINGS = frozenset(
    "statue sculpture bust plaque medal cross bell door gate roof bridge table chair vase ring bracelet necklace box"
    " mask figure figurine relief fountain chest spoon bowl plate dish candlestick tray ceiling floor beam fence bench"
    " altar tomb column pillar staircase sofa armchair jacket coat dress shirt scarf curtain carpet cabin hut chalet"
    " house wall tower pipe boat canoe toy doll spire cup pot jar tile stove key sword helmet armour shield crown"
    " coffin pedestal obelisk chandelier lantern footbridge pier wheel wheels crucifix head hand foot leaf sphere"
    " bag belt boot shoe glove".split()
)
_MATERIALS = {
    **{m: m for m in
       "bronze marble oak stone granite gold silver copper brass iron steel glass plaster clay terracotta limestone"
       " concrete ivory jade porcelain leather silk cotton velvet linen crystal slate zinc tin pine ebony wax cardboard"
       " paper plastic ceramic alabaster walnut bamboo wicker straw brick cashmere denim aluminium sandstone".split()},
    "wood": "wooden", "wool": "woollen", "wooden": "wooden", "golden": "golden", "woollen": "woollen",
}  # fmt: skip
_BEFORE = frozenset("a an the this that his her its their one two three four several these those each every".split())


@rule(
    "material-last",
    safety=SUGGEST,
    bad=[
        "[[A bust marble->A marble bust]] of the poet was stolen.",
        "They found [[a chest oak->an oak chest]] in the cellar. The [[doors bronze->bronze doors]] are closed.",
        "She wears a [[scarf silk->silk scarf]].",
    ],
    good=[
        "The statue bronze casters made was sold. The house stone walls hide is old.",
        "A gold medal and a table of oak were sold. He painted the door gold.",
        "The roof slate was stolen. They made the statue gold.",
    ],
)
def material_last(view: View) -> Iterator[Hit]:
    """What a thing is made of behind it: a sculpture bronze of the poet.

    French « en bronze » follows its noun; English has the material before it. Only where the phrase is over behind
    the material, and nobody paints the door gold.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_MATERIALS):
        noun = at - 1
        if noun < 1 or tokens.capital(at) or at + 1 >= len(tokens):
            continue
        low = tokens.lows[noun]
        thing = low in _THINGS or (low.endswith("s") and low[:-1] in _THINGS)
        start = noun
        if start > 1 and tokens.lows[start - 1] not in _BEFORE and classes(tokens.lows[start - 1])[:1] in ("J", "U"):
            start -= 1
        if not thing or tokens.lows[start - 1] not in _BEFORE:
            continue
        definite = tokens.lows[start - 1] not in ("a", "an") and not low.endswith("s")
        if not _over(tokens, at + 1) or (definite and tokens.lows[at + 1] != "of"):
            continue
        if _painted(tokens, start - 1):
            continue
        first = _MATERIALS[tokens.lows[at]]
        span = Span(tokens.starts[noun], tokens.ends[at])
        put = f"{first} {tokens.surface(noun)}"
        before = tokens.surface(start - 1)
        if start == noun and before.lower() in ("a", "an"):
            right = article(first)
            span = Span(tokens.starts[start - 1], span.end)
            put = f"{right.capitalize() if before[0].isupper() else right} {put}"
        yield Hit(span, "English has the material before the thing", ((Edit(span, put),),), 0.78)


def _over(tokens: Tokens, at: int) -> bool:
    low = tokens.lows[at]
    return end_mark(tokens, at) or low in PREPOSITIONS or low in AUXILIARIES or low in ("and", "that", "which")


def _painted(tokens: Tokens, at: int) -> bool:
    """Whether a verb before the thing may say what it becomes: painted the door gold."""
    return any(
        tokens.lows[number].startswith(("paint", "ma", "turn", "dye", "colour", "color", "plat", "cover", "spray"))
        for number in range(max(0, at - 3), at)
    )

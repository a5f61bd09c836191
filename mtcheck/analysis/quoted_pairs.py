"""tokens of a quoted noun and two adjectives behind its mark -> both before the noun, inside the marks."""

from __future__ import annotations

from mtcheck.analysis.inflect import article
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import end_mark
from mtcheck.analysis.tokens import Tokens
from mtcheck.finding import Hit
from mtcheck.text import Edit, Span


def two_behind(tokens: Tokens, first: int, last: int, at: int) -> Hit | None:
    """a “disaster” ecological and human -> an “ecological and human disaster”."""
    second = at + 2
    if tokens.lows[at + 1 : second] != ("and",) or second >= len(tokens) or classes(tokens.lows[second])[:1] != "J":
        return None
    if not end_mark(tokens, second + 1):
        return None
    words, close = tokens.text[tokens.starts[at] : tokens.ends[second]], last + 1
    edits = [
        Edit(Span(tokens.starts[last], tokens.starts[last]), f"{words} "),
        Edit(Span(tokens.ends[close], tokens.ends[second]), ""),
    ]
    before = first - 1 if last == first + 1 else last - 1
    if tokens.lows[before] in ("a", "an") and article(words) != tokens.lows[before]:
        edits.insert(0, Edit(Span(tokens.starts[before], tokens.ends[before]), article(words)))
    hull = Span(edits[0].span.start, tokens.ends[second])
    return Hit(hull, "the adjectives go before the noun", (tuple(edits),), 0.75)

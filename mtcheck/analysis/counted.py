"""a match whose noun is replaced by one that has a single number -> the form to put, and edits that agree with it.

French counts what English does not (« des violences »), and has one where English has several (« la suppression de
postes », job cuts): the article before the noun and the verb behind it follow.
"""

from __future__ import annotations

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens
from mtcheck.lang.auxiliaries import TO_PLURAL, TO_SINGULAR
from mtcheck.text import Edit, Span

_MANY = frozenset(
    "several many few various numerous different these those both two three four five six seven eight nine ten eleven"
    " twelve twenty".split()
)
_TO_ONE = {"these": "this", "those": "that", "many": "much", "few": "little"}
_TO_MANY = {"this": "these", "that": "those", "much": "many", "little": "few"}
_DETERMINERS = frozenset("the this that these those his her its their our my your some any all no such a an".split())
_OPENERS = frozenset("that when because while as if although though but since where whether".split())
_ENDS = frozenset(
    "that which who whom whose what and or but when because as where if while although though he she they we i you it"
    " there".split()
)
_REACH = 7
"""Words between a noun and its verb."""


def many(tokens: Tokens, first: int) -> bool:
    """Whether the noun phrase that ends before or at token `first` is counted: two, several, these."""
    left = _left(tokens, first)
    return left >= 0 and (tokens.lows[left] in _MANY or (tokens.kinds[left] == NUMBER and tokens.lows[left] != "1"))


def agreeing(tokens: Tokens, first: int, last: int, plural: bool) -> list[Edit]:
    """The edits around the tokens `first` to `last` (excluded), which become a plural or a singular: no `a` before
    them, `is` or `are` behind them."""
    left = _left(tokens, first)
    low = tokens.lows[left] if left >= 0 else ""
    edits = _determiner(tokens, left, first, plural) if left >= 0 else []
    opening = left - 1 if low in _DETERMINERS else left
    if opening >= 0 and not tokens.starts_sentence(opening + 1) and tokens.lows[opening] not in _OPENERS:
        return edits
    at = last
    turned = TO_PLURAL if plural else TO_SINGULAR
    while at < min(len(tokens), last + _REACH) and tokens.kinds[at] in (WORD, NUMBER) and tokens.lows[at] not in _ENDS:
        if tokens.lows[at] in turned:
            return [*edits, Edit(Span(tokens.starts[at], tokens.ends[at]), turned[tokens.lows[at]])]
        at += 1
    return edits


def _determiner(tokens: Tokens, left: int, first: int, plural: bool) -> list[Edit]:
    """No `a` before what is not counted or is several; `these` becomes `this`, or the other way round."""
    low, start = tokens.lows[left], tokens.starts[left]
    if low in ("a", "an"):
        then = tokens.starts[left + 1]
        if tokens.capital(left) and left + 1 < first:
            return [Edit(Span(start, then + 1), tokens.text[then].upper())]
        return [Edit(Span(start, then), "")]
    new = (_TO_MANY if plural else _TO_ONE).get(low)
    if new is None:
        return []
    return [Edit(Span(start, tokens.ends[left]), new.capitalize() if tokens.capital(left) else new)]


def _left(tokens: Tokens, first: int) -> int:
    """The token before the adjectives before `first`."""
    at = first - 1
    while at >= 0 and first - at < 4 and tokens.kinds[at] == WORD and "J" in classes(tokens.lows[at]):
        if tokens.lows[at] in _MANY | _DETERMINERS:
            break
        at -= 1
    return at

"""edits -> the capital and the article that they want at their edges: where a sentence begins, behind `a` and `an`."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.analysis.inflect import article
from mtcheck.analysis.lexicon import known
from mtcheck.analysis.patterns import Spans
from mtcheck.analysis.tokens import WORD, Tokens
from mtcheck.text import Edit, Span


def one_capital(text: str, start: int, edits: Sequence[Edit], opens: bool) -> bool:
    """Whether several small words stand for one with a capital: the Rectorate -> the local education authority."""
    if opens or not edits or edits[0].span.start != start:
        return False
    return " " not in edits[0].span.of(text).strip() and " " in edits[0].new.strip() and edits[0].new.islower()


def capitalised(tokens: Tokens, spans: Spans, edits: list[Edit]) -> list[Edit]:
    """The edits with a capital where the match began with one and its first word is new or gone."""
    text, at = tokens.text, spans[0][0]
    start = tokens.starts[at]
    if not edits or edits[0].span.start != start or not text[start].isupper():
        return edits
    foreign = "-" not in tokens.lows[at] and not known(tokens.lows[at])
    if foreign and not _opens(tokens, at) and not _named(tokens, spans[-1][1]):
        return edits  # the Landrat: a German noun’s capital is not English
    first = edits[0]
    if first.new.strip():
        new = first.new[0].upper() + first.new[1:]
        return [Edit(first.span, new), *edits[1:]]
    end = first.span.end
    following = text[end : end + 1]
    if following.islower():
        return [Edit(Span(first.span.start, end + 1), following.upper()), *edits[1:]]
    return edits


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether token `at` begins a sentence or a quotation."""
    return at == 0 or tokens.starts_sentence(at) or tokens.kinds[at - 1] != WORD


def _named(tokens: Tokens, at: int) -> bool:
    """Whether a name follows: Bürgermeister Uwe Brandt."""
    return at < len(tokens) and tokens.kinds[at] == WORD and tokens.capital(at)


def articles(text: str, edits: list[Edit]) -> list[Edit]:
    """What happens to an `a` or `an` that stands directly before a changed word."""
    extra = []
    for edit in edits:
        start = edit.span.start
        before = text[max(start - 12, 0) : start].rstrip(" \u00a0“\"‘'«")
        word = before.rpartition(" ")[2].rpartition("\n")[2]
        bare = word.lstrip("“\"‘'«(")
        if bare.lower() not in ("a", "an") or before == text[max(start - 12, 0) : start]:
            continue
        after = edit.new.strip() or text[edit.span.end : edit.span.end + 30].lstrip()
        right = article(after)
        if right == bare.lower():
            continue
        place = max(start - 12, 0) + len(before) - len(bare)
        extra.append(Edit(Span(place, place + len(bare)), right.capitalize() if bare[0].isupper() else right))
    return extra

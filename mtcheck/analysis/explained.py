"""a text and a place in it -> whether the text says itself what stands there: the conseil municipal, or town council.

Who explains a word means it: a foreign word or a name of an office is then no slip of a translator.
"""

from __future__ import annotations

from mtcheck.analysis.regex import rx
from mtcheck.text import Span

_BEHIND = (
    r"[”’\"]?(?:, (?:or|meaning|i\.e\.|that is|literally|in other words),? (?:the |an? )?[“‘]?(?!(?:at|even|else)\b)"
    r"[a-z][^,.;:()]{2,40}[,.;)]"
    r"|,? (?:as|which) [^,.;]{3,60} (?:is|are|was|were) (?:[a-z]+ )?(?:known|called)\b"
    r"|,? \((?:or |literally |meaning |i\.e\. |the |an? )?[“‘]?(?!(?:of|in|at|from|near|by|who|which|see|on|with)\b)"
    r"[a-z][^()\d]{2,50}\))"
)
_AHEAD = (
    r"\b(?:known (?:[a-z]+ )?(?:in France |in French )?as|so-called|what the (?:French|locals) call"
    r"|the (?:French|local) (?:word|term|name)(?: for [a-z ]{3,30})?(?: is)?,?) (?:the |an? )?[“‘\"]?$"
)
_REACH = 60
"""Characters before the place that are read."""


def explained(text: str, span: Span) -> bool:
    """Whether a gloss stands behind `span`, or words that introduce a term before it."""
    return bool(rx(_BEHIND).match(text, span.end) or rx(_AHEAD).search(text[max(span.start - _REACH, 0) : span.start]))

"""What a rule sees: one document's plain text, and everything worth knowing of it, on first use.

A rule that asks for nothing costs nothing. All offsets are code points of `View.text`.
"""

from __future__ import annotations

import re
from functools import cached_property

from mtcheck.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


class View:
    """A document's text with its lazy analyses."""

    def __init__(self, text: str, source_language: str = "fr"):
        self.text = text
        self.source_language = source_language

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Every line that is not blank, without its line break."""
        return tuple(Span(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every distinct word of the text in lower case: what a rule looks up before it does any work."""
        return frozenset(word.lower() for word in set(_WORD.findall(self.text)))

"""What a rule sees: one document's plain text, and everything worth knowing of it, on first use.

A rule that asks for nothing costs nothing. All offsets are code points of `View.text`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from mtcheck.analysis.layout import split_quotations, unwrapped
from mtcheck.analysis.quotations import Quotations, read_quotations
from mtcheck.analysis.quote_repairs import QuoteRepair, repairs
from mtcheck.analysis.quote_style import Style, style_of
from mtcheck.analysis.regex import expect, rx
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.analysis.bitext import Bitext
    from mtcheck.analysis.people import People
    from mtcheck.analysis.terms import Term

_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"


class View:
    """A document's text with its lazy analyses.

    In `text` the line breaks of hard-wrapped paragraphs read as spaces; offsets are those of the document.
    """

    def __init__(
        self,
        text: str,
        source_language: str = "fr",
        beside: Callable[[], Bitext] | None = None,
        terms: Sequence[Term] = (),
    ):
        self.text = expect(unwrapped(text))
        self.source_language = source_language
        self._beside = beside
        """Aligns the text with its source, when a rule first asks for it."""
        self.terms = terms
        """What the team has agreed to call things."""

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Every line that is not blank, without its line break: in running text, a paragraph."""
        return tuple(Span(*m.span()) for m in rx(r"(?m)^[^\S\n]*\S[^\n]*").finditer(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every distinct word of the text in lower case: what a rule looks up before it does any work."""
        return frozenset(word.lower() for word in set(rx(_WORD).findall(self.text)))

    @cached_property
    def soft_breaks(self) -> frozenset[int]:
        """Line breaks that cut a quotation from its marks or its attribution."""
        return split_quotations(self.text)

    @cached_property
    def quotations(self) -> Quotations:
        """The role of every quotation mark."""
        return read_quotations(self.text, self.soft_breaks)

    @cached_property
    def style(self) -> Style:
        """How this document writes quotations."""
        return style_of(self.text, self.quotations)

    @cached_property
    def quote_repairs(self) -> dict[str, list[QuoteRepair]]:
        """The repairs of quotation marks by kind."""
        found: dict[str, list[QuoteRepair]] = {}
        for repair in repairs(self.text, self.quotations, self.soft_breaks):
            found.setdefault(repair.kind, []).append(repair)
        return found

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The inside of every paired outer quotation."""
        roles = self.quotations.roles
        return tuple(
            Span(roles[role.partner].mark.at + 1, role.mark.at)
            for role in roles
            if role.role == "close" and role.partner >= 0 and role.depth == 0
        )

    @cached_property
    def alignment(self) -> Bitext | None:
        """The text beside what was given as its source, whether or not it is that; None without one."""
        return self._beside() if self._beside is not None else None

    @property
    def bitext(self) -> Bitext | None:
        """The text beside its source; None where there is no source, or one that proves nothing."""
        return self.alignment if self.alignment is not None and self.alignment.usable else None

    @cached_property
    def people(self) -> People:
        """The people of the text, their mentions and what proves their gender."""
        from mtcheck.analysis.people import read_people  # its tables are large, and few rules ask
        from mtcheck.analysis.tokens import tokens_of

        return read_people(tokens_of(self.text), self.quoted)

"""Marks, spaces, capitals, numbers: what any English text must get right."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety

NOT_FRENCH = ("es", "it", "pt", "de", "nl")
"""The source languages that write dates, hours and numbers otherwise than French."""
OPENS = r"(?:(?<![^\n])|(?<=[.!?”] )|(?<=“))"
"""Where a paragraph, a sentence or a quotation begins, as a pattern."""
QUOTE_TRIGGERS = ("“", "”", "„", "«", "»", '"', "‘", "’", "'", "‹")


def quote_hits(view: View, kind: str, message: str) -> Iterator[Hit]:
    """The quotation engine's repairs of one kind; where its reading is not sure, only suggested."""
    for repair in view.quote_repairs.get(kind, ()):
        safety = Safety.SAFE if repair.sure else Safety.SUGGEST
        yield Hit(repair.span, message, (repair.new,), 0.99 if repair.sure else 0.6, safety)

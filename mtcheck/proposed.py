"""a document's findings -> the same with those that models propose: the stage between detect and resolve.

What models do stands in `mtcheck.models`; only what a proposal needs of the document itself is here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mtcheck.analysis.bitext import Bitext
from mtcheck.apply import apply
from mtcheck.detect import ignored
from mtcheck.finding import Finding
from mtcheck.models.propose import Task
from mtcheck.text import Document, Edit

Propose = Callable[[Task], tuple[Finding, ...]]
"""What models make of a document's findings."""


def proposed(
    document: Document,
    found: tuple[Finding, ...],
    propose: Propose,
    rules: Callable[[Document], tuple[Finding, ...]],
    language: str,
    bitext: Bitext | None,
) -> tuple[Finding, ...]:
    """`found` and what models add to it. `rules` says what the rules find in a document."""

    def verdict(edits: Sequence[Edit]) -> tuple[Finding, ...]:
        return rules(apply(document, edits))

    def possible(edit: Edit) -> bool:
        try:
            document.codec.encode(edit.new)
        except UnicodeEncodeError:
            return False
        return document.text.to_raw(edit.span) is not None

    made = propose(Task(document.text.plain, language, found, bitext, possible, verdict))
    return tuple(finding for finding in made if not ignored(finding, document.ignores))

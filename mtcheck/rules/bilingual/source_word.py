"""Words that the very source word they translate shows to be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.bitext import Passage
from mtcheck.analysis.packs import hits
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.rules.bilingual.source_sense import part_of_name
from mtcheck.text import Span

_FAR = 0.25
"""Share of the passage that a word may have moved where no link is known."""


@rule(
    "source-word",
    safety=SUGGEST,
    bad=[
        Example(
            "The lawyer asks for the [[release->acquittal]] of his client.",
            "fr",
            "L’avocat demande la relaxe de son client.",
        ),
    ],
    good=[
        Example(
            "The lawyer asks for the release of his client.",
            "fr",
            "L’avocat demande la libération de son client.",
        ),
    ],
)
def source_word(view: View) -> Iterator[Hit]:
    """The source word that is linked to this one means something else.

    The words of the two texts are linked one by one; a small bilingual lexicon says what the source word is often
    taken for and what it means in the news. Nothing is said where another source word is linked.
    """
    bitext = view.bitext
    if bitext is None:
        return
    from mtcheck.align.links import links

    def linked(passage: Passage, span: Span, first: int, last: int) -> bool | None:
        words = links(bitext, passage, view.text)
        mine = [at for at, word in enumerate(words.target) if span.start <= word.span.start < span.end]
        if any(words.back[at] in range(first, last) for at in mine):
            return True
        free = [at for at in mine if words.back[at] < 0]
        if not free or any(words.there[at] >= 0 for at in range(first, last)):
            return False
        near = abs(free[0] / len(words.target) - first / len(words.source)) <= _FAR
        return None if near else False

    tokens = tokens_of(view.text)
    for hit in hits(view, "source-word", linked):
        if not hit.repairs or part_of_name(view, tokens, hit):
            continue
        new = hit.repairs[0]
        put = new if isinstance(new, str) else " ".join(edit.new.strip() for edit in new)
        said = hit.evidence.text if hit.evidence else ""
        yield hit._replace(message=f"“{said}” is here “{put}”", confidence=0.9, entry="")

"""A source that is not this text's source."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import FLAG, Example, rule
from mtcheck.text import Span


@rule(
    "source-mismatch",
    safety=FLAG,
    bad=[
        Example(
            "[[The lighthouse keeper retires in May.]] His boat is for sale, and the harbour is quiet.",
            "fr",
            "La fabrique de chocolat rouvre lundi. Quarante ouvriers y travaillent, et la recette reste secrète.",
        ),
        Example("[[The lighthouse keeper retires in May.]]", "fr", "The lighthouse keeper retires in May."),
    ],
    good=[
        Example(
            "The lighthouse keeper retires in May. His boat is for sale, and the harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau est à vendre, et le port est calme.",
        ),
    ],
)
def source_mismatch(view: View) -> Iterator[Hit]:
    """The text that was given as the source is another article, is empty, is the translation itself, or fits in part.

    Said once, for the whole text. Where the source is none at all, nothing is compared with it; where it fits in part,
    single sentences still prove repairs, but nothing is called missing or added.
    """
    alignment = view.alignment
    if alignment is None or (alignment.usable and alignment.complete) or not view.lines:
        return
    line = view.lines[0]
    stop = view.text.find(". ", line.start, line.end)
    yield Hit(Span(line.start, stop + 1 if stop > 0 else line.end), alignment.message, (), 0.9)

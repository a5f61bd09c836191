"""Sentences that were left in the source's language."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.analysis.witness import source_words
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import FLAG, Example, rule

_LEAST = 4
"""Words from which a sentence is one: two names in a row are the same in every language."""
_SHARE = 0.8
"""Share of the words that stand in the source sentence too."""


@rule(
    "untranslated-sentence",
    safety=FLAG,
    bad=[
        Example(
            "The lighthouse is for sale. [[Le port est calme depuis hier soir.]]",
            "fr",
            "Le phare est à vendre. Le port est calme depuis hier soir.",
        ),
    ],
    good=[
        Example("The lighthouse is for sale.", "fr", "Le phare est à vendre."),
        Example(
            "The lighthouse is for sale. Claire Vauquelin, Port-Lannec.",
            "fr",
            "Le phare est à vendre. Claire Vauquelin, Port-Lannec.",
        ),
    ],
)
def untranslated_sentence(view: View) -> Iterator[Hit]:
    """A sentence stands as it stood in the source: its words are the source’s, and some of them are small letters.

    Names, titles and lines of a table are the same in both languages and are not reported.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for passage in bitext.passages:
        if not passage.paired:
            continue
        said, here = passage.source.of(bitext.source), passage.target.of(view.text)
        theirs = {word for word, *_ in source_words(said)}
        ours = source_words(here)
        small = [word for word, start, _ in ours if here[start].islower()]
        if len(small) >= _LEAST and len(ours) >= _LEAST:
            same = sum(word in theirs for word in small)
            if same >= _SHARE * len(small):
                yield Hit(passage.target, "this sentence was not translated", (), 0.9,
                          evidence=Evidence(passage.source, said))  # fmt: skip

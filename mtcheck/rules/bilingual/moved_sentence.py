"""Sentences that stand elsewhere than in the source."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import FLAG, Example, rule

_TRUST = 0.5


@rule(
    "moved-sentence",
    safety=FLAG,
    bad=[
        Example(
            "[[Forty workers came to the meeting on Friday morning.]] The lighthouse keeper retires in May. His red"
            " boat has been for sale since last autumn. The harbour is quiet, and the fishermen repair their nets. The"
            " baker opens his shop at six, and the school begins at eight.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau rouge est à vendre depuis l’automne dernier. Le"
            " port est calme, et les pêcheurs réparent leurs filets. Le boulanger ouvre sa boutique à six heures, et"
            " l’école commence à huit heures. Quarante ouvriers sont venus à la réunion vendredi matin.",
        ),
    ],
    good=[
        Example(
            "The lighthouse keeper retires in May. His red boat has been for sale since last autumn.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau rouge est à vendre depuis l’automne dernier.",
        ),
    ],
)
def moved_sentence(view: View) -> Iterator[Hit]:
    """A sentence stands in another place than in the source: columns or boxes of a page were read out of order."""
    bitext = view.bitext
    for passage in bitext.passages if bitext else ():
        if bitext and passage.moved and passage.paired and passage.score >= _TRUST:
            evidence = Evidence(passage.source, passage.source.of(bitext.source))
            yield Hit(passage.target, "the source has this sentence elsewhere", (), round(passage.score, 2),
                      evidence=evidence)  # fmt: skip

"""Words and abbreviations that the translation left in French."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "untranslated",
    safety=SUGGEST,
    bad=[
        "The lock keepers, [[lors de->during]] their congress, asked for boots.",
        "The carpenter lives in [[an HLM->a council flat]] by the canal.",
        "The [[riverains->residents]] of the quay complained.",
    ],
    good=[
        "The communiqué called the coup d’état a fait accompli.",
        "The Collège de France and the lycée Voltaire are closed.",
        "The gendarmes of the commune met at the crèche.",
        "The conseil municipal, or town council, met in the old orangerie.",
    ],
)
def untranslated(view: View) -> Iterator[Hit]:
    """A word or an abbreviation was left in the source language: lors de, riverains, an HLM, the SMIC.

    Slang, small words at the edge of a bold passage and the names of French arrangements come through as they are.
    Words that English has taken over (communiqué, coup d’état, gendarme, commune, crèche) are not reported, nor
    is a French word that belongs to a name or stands beside other French words: half a title is no better,
    nor what the text itself explains: the conseil municipal, or town council.
    """
    yield from hits(view, "untranslated")

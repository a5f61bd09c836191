"""Roundabout names of persons and places that English readers do not know."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "periphrasis",
    safety=SUGGEST,
    bad=[
        "The [[tenant of Matignon->prime minister]] received the mayors of the coast.",
    ],
    good=[
        "The tenant of the flat complained about the noise.",
    ],
)
def periphrasis(view: View) -> Iterator[Hit]:
    """A person or a place is called by a roundabout name that only readers of the source language know.

    French news avoids repeating a name: « le locataire de Bercy » is the finance minister, « l’Hexagone » is France,
    « la Dame de fer » of Paris is the Eiffel Tower. Word for word such names puzzle the reader. The entry gives the
    plain name. What English says too (the head of state, the City of Light) is left alone.
    """
    yield from hits(view, "periphrasis")

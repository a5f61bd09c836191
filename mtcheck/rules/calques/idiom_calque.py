"""Idioms and news formulas that were translated word for word."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "idiom-calque",
    safety=SUGGEST,
    bad=[
        "The ferry company [[throws the sponge->throws in the towel]] after four winters at a loss.",
        "The hauliers began a [[snail operation->go-slow]] on the ring road.",
    ],
    good=[
        "She squeezed the sponge and threw it into the bucket.",
        "The snail is a pest of gardens.",
    ],
)
def idiom_calque(view: View) -> Iterator[Hit]:
    """An idiom or a formula of the press was translated word for word.

    « Jeter l’éponge » is to throw in the towel; « au micro de RTL » is on RTL; « une opération escargot » is a
    go-slow. The words of such a phrase mean nothing by themselves, so a translator who takes them one by one
    writes what no reader understands. Each entry knows one phrase in the shapes that machines give it. Where the
    words can also be meant (a real sponge, a film set, an engine’s turbo), the sentence must show that they are not.
    """
    yield from hits(view, "idiom-calque")

"""French institutions and offices translated part by part."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.packs import hits
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule


@rule(
    "institution-calque",
    safety=SUGGEST,
    bad=[
        "The minister left the [[hemicycle->chamber]] before the vote.",
        "The LFI [[deputies->MPs]] walked out.",
        "The [[correctional->criminal]] court fined the butcher.",
    ],
    good=[
        "The Italian Chamber of Deputies met at noon.",
        "The deputy mayor and the sheriff’s deputy sat in the front row.",
        "The prefect and the gendarmes closed the pass.",
        "The Keeper of the Seals, as the justice minister is formally known, arrived late.",
    ],
)
def institution_calque(view: View) -> Iterator[Hit]:
    """An office, a court or an institution was translated part by part.

    « Un député » is an MP, « l’hémicycle » the chamber, « le garde des sceaux » the justice minister, « le tribunal
    correctionnel » the criminal court, « le parquet » the prosecutor’s office. Only frames that show the French
    institution speak: a deputy mayor, a sheriff’s deputy, the lower house of another country and an oak parquet
    stay, and so do the French names that English papers use (prefect, gendarmes, Élysée, Matignon) and what the text
    explains.
    """
    yield from hits(view, "institution-calque")

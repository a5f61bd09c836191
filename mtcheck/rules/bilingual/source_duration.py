"""`Since` before a length of time, for « depuis »."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.5
_UNIT = r"(?:years|months|weeks|days|hours|minutes|decades|centuries|generations)"
_SINCE = (
    rf"\b([Ss]ince) (?:(?:about|around|over|nearly|almost|more than|less than|at least|already|barely|some|only) )?"
    rf"(?:(?:\w+(?:-\w+)?|\d+) (?:long )?{_UNIT}|an? (?:year|month|week|decade|century|generation|hour))\b"
    r"(?! (?:ago|earlier|before|of|after|later|back)\b)"
)
_DEPUIS = (
    r"\b[Dd]epuis (?:(?:environ|plus d’|plus de|près de|presque|au moins|déjà|bientôt|quelque|à peine|moins de) ?)?"
    r"(?:[\w-]+ ){1,3}?(ans?|années?|mois|semaines?|jours?|heures?|minutes|décennies?|siècles?|générations?)\b"
)


@rule(
    "source-duration",
    safety=SUGGEST,
    triggers=("since", "Since"),
    bad=[
        Example(
            "It is a lottery, says Maud Terrisse, a midwife [[since->for]] twenty-two years.",
            "fr",
            "C’est une loterie, dit Maud Terrisse, sage-femme depuis vingt-deux ans.",
        ),
        Example(
            "[[Since->For]] more than three weeks, the pier has been closed.",
            "fr",
            "Depuis plus de trois semaines, la jetée est fermée.",
        ),
        Example("The well has been dry [[since->for]] a month.", "fr", "Le puits est à sec depuis un mois."),
    ],
    good=[
        Example("He has lived here since 1998.", "fr", "Il vit ici depuis 1998."),
        Example("It is the best crop since the war years.", "fr", "C’est la meilleure récolte depuis la guerre."),
        Example("It has been closed since two years ago.", "fr", "C’est fermé depuis deux ans."),
        Example("It has been closed since the last week of May.", "fr", "C’est fermé depuis la fin de mai."),
    ],
)  # fmt: skip
def source_duration(view: View) -> Iterator[Hit]:
    """« depuis » before a length of time is `for`; `since` wants a point in time."""
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    for found in rx(_SINCE).finditer(view.text):
        passage = bitext.trusted_at(found.start(), _TRUST)
        if passage is None:
            continue
        if rx(r"[Ss]ince (?:the|his|her|its|their|these|those|this|that|last|my|our)\b").match(found.group()):
            continue
        there = rx(_DEPUIS).search(bitext.source, passage.source.start, passage.source.end)
        if there:
            new = "For" if found.group(1)[0] == "S" else "for"
            evidence = Evidence(Span(*there.span()), there.group())
            yield Hit(Span(*found.span(1)), "a length of time goes with “for”", (new,), 0.92, evidence=evidence)

"""Days of the week and months that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.lang import calendar, en
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.8
"""Score of a passage from which its dates have to agree."""


@rule(
    "date-mismatch",
    safety=SUGGEST,
    triggers=(*en.WEEKDAYS, *en.MONTHS),
    bad=[
        Example("The lighthouse closes on [[Saturday->Friday]].", "fr", "Le phare ferme vendredi."),
        Example("The vote is on 3 [[June->July]] 2024.", "fr", "Le vote aura lieu le 3 juillet 2024."),
        Example("On [[Tuesday->Monday]] the school opens.", "de", "Am Montag öffnet die Schule."),
    ],
    good=[
        Example("The lighthouse closes on Friday.", "fr", "Le phare ferme vendredi."),
        Example("The lighthouse closes on Friday.", "fr", "Le phare ferme demain."),
        Example("He may sell it in July.", "fr", "Il le vendra peut-être en juillet."),
        Example("It closes from Friday to Monday.", "fr", "Il ferme de vendredi à lundi."),
    ],
)
def date_mismatch(view: View) -> Iterator[Hit]:
    """A weekday or month of which the source sentence says another.

    Compared only between sentences that translate each other, and only where exactly one day or month of each side is
    left over: a day that the translator added for the reader’s sake is no mistake.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for passage in bitext.trusted(_TRUST):
        for kind in (_days, _months):
            if hit := _other(view.text, bitext, passage, kind("en"), kind(bitext.language)):
                yield hit


def _other(
    text: str, bitext: Bitext, passage: Passage, ours: Mapping[str, str], theirs: Mapping[str, str]
) -> Hit | None:
    """The day or month that only the target has, where the source has one that the target has not."""
    here = _found(text, passage.target, ours)
    if not here or not theirs:
        return None
    said = _found(bitext.source, passage.source, theirs)
    strange = [each for each in here if each[1] not in {name for _, name in said}]
    missing = [each for each in said if each[1] not in {name for _, name in here}]
    if len(strange) != 1 or len(missing) != 1:
        return None
    there, new = missing[0]
    evidence = Evidence(there, there.of(bitext.source))
    return Hit(strange[0][0], f"the source has “{evidence.text}”", (new,), 0.85, evidence=evidence)


def _found(text: str, inside: Span, names: Mapping[str, str]) -> list[tuple[Span, str]]:
    """Where the words of `names` stand, and what each is in English."""
    words = rx(r"[^\W\d_]+(?:-[^\W\d_]+)?").finditer(text, inside.start, inside.end)
    return [(Span(*word.span()), names[word.group()]) for word in words if word.group() in names]


def _days(language: str) -> dict[str, str]:
    if language == "fr":
        return _named(calendar.FRENCH_DAYS, en.WEEKDAYS)
    return _named(" ".join(en.WEEKDAYS) if language == "en" else calendar.WEEKDAYS.get(language, ""), en.WEEKDAYS)


def _months(language: str) -> dict[str, str]:
    if language == "fr":
        return _named(calendar.FRENCH_MONTHS, en.MONTHS)
    return _named(" ".join(en.MONTHS) if language == "en" else calendar.MONTHS.get(language, ""), en.MONTHS)


def _named(theirs: str, ours: tuple[str, ...]) -> dict[str, str]:
    """Their names and ours; at the start of a sentence they may have a capital."""
    pairs = dict(zip(theirs.split(), ours, strict=False))
    return pairs | {name.capitalize(): own for name, own in pairs.items()}

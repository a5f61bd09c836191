"""Numbers that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.quantities import TIME, Quantity, quantities
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.8
"""Score of a passage from which its numbers have to agree."""


@rule(
    "number-mismatch",
    safety=SUGGEST,
    bad=[
        Example("The region has [[18,000->80,000]] beehives.", "fr", "La région compte 80 000 ruches."),
        Example("It cost [[3 million->3 billion]] euros.", "fr", "Cela a coûté 3 milliards d’euros."),
        Example("Of [[12]] schools, [[7]] are closed.", "fr", "Sur 14 écoles, 9 sont fermées."),
    ],
    good=[
        Example("The region has 80,000 beehives.", "fr", "La région compte 80 000 ruches."),
        Example("It cost 1.5 billion euros.", "fr", "Cela a coûté un milliard et demi d’euros."),
        Example("Seventy people came at 8:30 p.m.", "fr", "Soixante-dix personnes sont venues à 20 h 30."),
        Example("About fifteen people came.", "fr", "Une quinzaine de personnes sont venues."),
        Example("The 92 schools of the town are closed.", "fr", "Toutes les écoles de la ville sont fermées."),
        Example("She lives in the 19th arrondissement.", "fr", "Elle habite dans le XIXe arrondissement."),
    ],
)
def number_mismatch(view: View) -> Iterator[Hit]:
    """A number in digits whose value the source sentence does not have.

    Values are compared, not letters: 1,5 million and 1.5 million, soixante-dix and 70, 20 h 30 and 8:30 p.m., milliard
    and billion are the same. Where exactly one number of each side is left over, the source’s is offered.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for passage in bitext.trusted(_TRUST):
        yield from _compared(view.text, bitext, passage)


def _compared(text: str, bitext: Bitext, passage: Passage) -> Iterator[Hit]:
    here, said = passage.target.of(text), passage.source.of(bitext.source)
    ours = quantities(here, "en")
    if not any(quantity.digits for quantity in ours):
        return
    theirs = quantities(said, bitext.language)
    strange = [one for one in ours if one.digits and not _loose(one, here) and not _among(one, theirs, said)]
    missing = [one for one in theirs if one.digits and not _loose(one, said) and not _among(one, ours, here)]
    if not strange or not missing:
        return  # a number that only one side has was added or left out for a reader’s sake more often than by mistake
    for quantity in strange:
        span = Span(passage.target.start + quantity.span.start, passage.target.start + quantity.span.end)
        if len(strange) == len(missing) == 1 and missing[0].kind == quantity.kind:
            there = Span(passage.source.start + missing[0].span.start, passage.source.start + missing[0].span.end)
            evidence = Evidence(there, there.of(bitext.source))
            new = _written(missing[0], "," in span.of(text))
            yield Hit(span, f"the source has “{evidence.text}”", (new,) if new else (), 0.85, evidence=evidence)
        else:
            yield Hit(span, "the source sentence has no such number", (), 0.7)


def _loose(quantity: Quantity, text: str) -> bool:
    """Whether the number is part of a score, an ordinal, a decade or a compound: 5:3, 19th, 1970s, 12-pack, 8es."""
    after = text[quantity.span.end : quantity.span.end + 2]
    before = text[max(quantity.span.start - 1, 0) : quantity.span.start]
    return (
        before in (":", "-", "–", "/")
        or after[:1] in (":", "-", "–", "/", "s", "e")
        or after in ("th", "st", "nd", "rd")
    )


def _among(quantity: Quantity, others: Sequence[Quantity], said: str) -> bool:
    """Whether the other side says the same value, in whatever way."""
    for other in others:
        if other.kind != quantity.kind:
            # 20 h is `20 hours` and `8 p.m.`; a number can be a time
            hours = (other if other.kind == TIME else quantity).value / 60
            if hours in (quantity.value, other.value):
                return True
            continue
        half_day = quantity.kind == TIME and (other.value - quantity.value) % 720 == 0
        if half_day or abs(other.value - quantity.value) <= 1e-6 * max(other.value, 1):
            return True
    digits = f"{quantity.value:g}" if quantity.value < 1e6 else ""
    return bool(digits) and digits in "".join(filter(str.isdigit, said))


def _written(quantity: Quantity, grouped: bool) -> str:
    """The source’s number as English writes it; nothing where its form is open. `grouped`: 1,200, not 1200."""
    value = quantity.value
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale and value / scale < 1000:
            return f"{value / scale:g} {word}"
    if quantity.kind == TIME:
        return ""
    return f"{value:,.0f}" if value == int(value) and value >= (1000 if grouped else 10000) else f"{value:g}"

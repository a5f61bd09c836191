"""Attributions inside a quotation that the source has there."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.incises import Incise, incises
from mtcheck.align.links import Links, links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.en import SUBJECT_PRONOUNS
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Edit, Span

_TRUST = 0.6
_BACK = 2
"""Words that may stand between the comma and the first word of the attribution that is linked."""


@rule(
    "source-incise",
    safety=SUGGEST,
    bad=[
        Example(
            "“He could be deceived,[[->”]] sums up Paul Sénéchal, who defends a collector. [[->“]]A leg had to be sawn"
            " off.” The armchair was returned.",
            "fr",
            "« On pouvait le tromper, résume Paul Sénéchal, qui défend un collectionneur. Il a fallu scier un pied. »"
            " Le fauteuil a été rendu.",
        ),
    ],
    good=[
        Example(
            "“He could be deceived,” sums up Paul Sénéchal. “A leg had to be sawn off.”",
            "fr",
            "« On pouvait le tromper, résume Paul Sénéchal. Il a fallu scier un pied. »",
        ),
        Example(
            "“He could be deceived, that is the law. A leg had to be sawn off.”",
            "fr",
            "« On pouvait le tromper, dit la loi. Il a fallu scier un pied. »",
        ),
    ],
)
def source_incise(view: View) -> Iterator[Hit]:
    """The source goes on inside its guillemets after an attribution; English closes its marks and opens them again.

    « A, résume le maire. B. » is “A,” sums up the mayor. “B.” The words of the attribution are linked to the English
    ones, so that a long one, with a relative clause or an apposition, is known to its end. Whatever mark is there
    already is left alone.
    """
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    for incise in incises(bitext.source):
        passage = next((each for each in bitext.passages if _holds(each, incise)), None)
        if passage is not None and passage.paired and passage.score >= _TRUST:
            place = _place(links(bitext, passage, view.text), view.text, passage, incise)
            if place and (hit := _hit(view, bitext, incise, *place)):
                yield hit


def _holds(passage: Passage, incise: Incise) -> bool:
    return passage.source.start <= incise.span.start and incise.span.end <= passage.source.end


def _place(linked: Links, text: str, passage: Passage, incise: Incise) -> tuple[int, int] | None:
    """(the comma before the attribution, where the quotation goes on) in the target."""
    own = [at for at, word in enumerate(linked.source) if incise.span.start <= word.span.start < incise.span.end]
    there = sorted(linked.there[at] for at in own if linked.there[at] >= 0)
    if len(there) < 2:
        return None
    comma = text.rfind(",", passage.target.start, linked.target[there[0]].span.start)
    if comma < 0 or len(text[comma : linked.target[there[0]].span.start].split()) - 1 > _BACK:
        return None
    word = rx(r", ([^\W\d_]+)").match(text, comma)
    if word is None or not (word.group(1) in SUBJECT_PRONOUNS or {*classes(word.group(1))} & {"V", "M"}):
        return None  # it reads as a statement: that is the law
    last = linked.target[there[-1]].span.end
    if incise.ends:
        stop = rx(r"\.(?= [\w“]|$)").search(text, last, passage.target.end)
        return (comma, stop.end() + 1) if stop else None
    after = rx(r", (?=[a-z])").match(text, last)
    return (comma, after.end()) if after else None


def _hit(view: View, bitext: Bitext, incise: Incise, comma: int, again: int) -> Hit | None:
    """The marks that are wanting on both sides of the attribution, inside a quotation that is open before it."""
    text = view.text
    doubles = [role for role in view.quotations.roles if role.mark.double]
    before = [role for role in doubles if role.mark.at < comma]
    after = [role for role in doubles if role.mark.at >= comma]
    if not before or before[-1].role not in ("open", "again") or "\n" in text[before[-1].mark.at : again]:
        return None
    if not after or after[0].mark.at < again or "\n" in text[comma : after[0].mark.at] or again >= len(text):
        return None
    opening, closing = ("“", "”") if view.style.curly else ('"', '"')
    inside = view.style.comma_inside is not False
    edits = (Edit(Span(comma + inside, comma + inside), closing), Edit(Span(again, again), opening))
    said = incise.span.of(bitext.source)
    message = "the source has the attribution inside the quotation"
    return Hit(Span(comma, again), message, (edits,), 0.88, evidence=Evidence(incise.span, said))

"""Web and e-mail addresses that differ from the source's."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.bitext import Bitext
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>«»“”\"()]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])(?<![\w-]\.)[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|de|es|it|pt|nl|be|ch|info|gouv\.fr)\b(?:/[^\s<>«»“”\"()]*[\w/])?"
)


@rule(
    "address-mismatch",
    safety=SUGGEST,
    triggers=(".", "@", "www"),
    bad=[
        Example(
            "Write to [[mairie@port-lannec.com->mairie@port-lannec.fr]] before Friday.",
            "fr",
            "Écrivez à mairie@port-lannec.fr avant vendredi.",
        ),
        Example("See [[www.lighthouse.fr->www.phare.fr]] for more.", "fr", "Voir www.phare.fr pour en savoir plus."),
    ],
    good=[
        Example(
            "Write to mairie@port-lannec.fr before Friday evening, says the mayor.",
            "fr",
            "Écrivez à mairie@port-lannec.fr avant vendredi soir, dit le maire.",
        ),
        Example(
            "Write to the town hall before Friday evening, says the mayor.",
            "fr",
            "Écrivez à la mairie (mairie@port-lannec.fr) avant vendredi soir, dit le maire.",
        ),
    ],
)
def address_mismatch(view: View) -> Iterator[Hit]:
    """A web or e-mail address that the source sentence writes otherwise: machines translate the words in them.

    Reported where both sides have the same number of addresses, and some differ.
    """
    bitext = view.bitext
    for passage in bitext.passages if bitext else ():
        if bitext and passage.paired:
            yield from _compared(view, bitext, passage.source, passage.target)


def _compared(view: View, bitext: Bitext, there: Span, here: Span) -> Iterator[Hit]:
    ours = list(rx(_ADDRESS).finditer(here.of(view.text)))
    if not ours:
        return
    theirs = list(rx(_ADDRESS).finditer(there.of(bitext.source)))
    if len(ours) != len(theirs) or {m.group() for m in ours} == {m.group() for m in theirs}:
        return
    for one, other in zip(ours, theirs, strict=True):
        if one.group() != other.group():
            span = Span(here.start + one.start(), here.start + one.end())
            evidence = Evidence(Span(there.start + other.start(), there.start + other.end()), other.group())
            yield Hit(span, "the source has another address", (other.group(),), 0.9, evidence=evidence)

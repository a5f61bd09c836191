"""A question that became a statement, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.8
_CLOSERS = "”’\"'»)] \u00a0\u202f\n"


@rule(
    "end-mark-mismatch",
    safety=SUGGEST,
    bad=[
        Example("Will the lighthouse be sold[[.->?]]", "fr", "Le phare sera-t-il vendu ?"),
        Example("The lighthouse will be sold[[?->.]]", "fr", "Le phare sera vendu."),
    ],
    good=[
        Example("Will the lighthouse be sold?", "fr", "Le phare sera-t-il vendu ?"),
        Example("The lighthouse will be sold!", "fr", "Le phare sera vendu."),
        Example("Nobody knows whether it will be sold.", "fr", "Sera-t-il vendu ? Nul ne le sait."),
    ],
)
def end_mark_mismatch(view: View) -> Iterator[Hit]:
    """A sentence ends as a question where the source’s does not, or does not where the source’s does.

    Compared only between single sentences that translate each other. Exclamation marks are left to the translator.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for passage in bitext.trusted(_TRUST):
        said, here = passage.source.of(bitext.source), passage.target.of(view.text)
        theirs, ours = said.rstrip(_CLOSERS), here.rstrip(_CLOSERS)
        if not theirs or not ours or {said.count("?"), here.count("?")} != {0, 1}:
            continue
        if theirs[-1] in "?." and ours[-1] in "?." and theirs[-1] != ours[-1]:
            at = passage.target.start + len(ours) - 1
            there = Span(passage.source.start + len(theirs) - 1, passage.source.start + len(theirs))
            message = "the source asks" if theirs[-1] == "?" else "the source does not ask"
            yield Hit(Span(at, at + 1), message, (theirs[-1],), 0.85, evidence=Evidence(there, theirs[-1]))

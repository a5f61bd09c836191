from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.attribution import clause_after
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits
from mtcheck.text import Span


@rule(
    "quote-line-split",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“[[\n\n->]]We will pay[[\n\n->]]”[[\n\n->]], promised the insurer.",
        "“The lake is rising by two centimetres”[[\n\n->]], said the observatory.",
        "“The lake is rising by two centimetres”,[[\n\n-> ]]said the observatory.",
        "The baker explains: “[[\n->]]I get up at two.”",
    ],
    good=["“We will pay.”\n\nHe promised it twice.", "“We began with eleven.\n\n“Now we are sixty,” he said."],
)
def quote_line_split(view: View) -> Iterator[Hit]:
    """A quotation mark or the comma of an attribution on a line of its own.

    The page set its quotations in blocks, and each block became a paragraph.
    """
    yield from quote_hits(view, "quote-line-split", _MESSAGE)
    for found in rx(r"(?<=: “)([ \t]*\n\s*)(?=[A-ZÀ-Þ][^\n“”]*”)").finditer(view.text):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.97, SAFE)
    for found in rx(r"[”\"],([ \t]*\n\s*)(?=[a-z])").finditer(view.text):
        clause = clause_after(view.text, found.end(1))
        if clause is not None and clause.kind in ("pronoun", "verb", "noun") and clause.closed:
            yield Hit(Span(*found.span(1)), _MESSAGE, (" ",), 0.97, SAFE)


_MESSAGE = "a line break cuts the quotation from its mark or attribution"

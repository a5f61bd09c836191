from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import quote_hits


@rule(
    "quote-mixed-glyphs",
    safety=SAFE,
    triggers=('"', "'"),
    bad=['Every firm has a few [["->“]]mega” users.', 'He called it “a bad joke[["->”]] and left.'],
    good=['He called it "a bad joke" and left.', "He called it “a bad joke” and left.", 'The “6" pipe” was cut.'],
)
def quote_mixed_glyphs(view: View) -> Iterator[Hit]:
    """A quotation that opens with a curly mark and closes with a straight one, or the reverse.

    One half was typed by the machine, the other by the site. The straight one is curled; a document
    that writes straight marks throughout is left alone.
    """
    yield from quote_hits(view, "quote-mixed-glyphs", "a straight mark is paired with a curly one")

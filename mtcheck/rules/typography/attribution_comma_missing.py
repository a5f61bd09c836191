from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits


@rule(
    "attribution-comma-missing",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“We say goodbye to the old trees”[[->,]] the governor commented.",
        "“We never asked for a tunnel here”[[->,]] he said.",
    ],
    good=[
        "She said “no comment” three times.",
        "“Sorry” is not enough.",
        "The book “A Year in the Snow” she wrote in 1990 is out of print.",
        "“Who will pay for the new roof?” asked the priest.",
    ],
)
def attribution_comma_missing(view: View) -> Iterator[Hit]:
    """No comma between a quoted sentence and the clause that says who spoke.

    French writes « … » explique X without one. Only a whole quoted sentence followed by a plain
    attribution is repaired; the comma goes where this document puts it.
    """
    yield from quote_hits(view, "attribution-comma-missing", "a comma is missing before the attribution")

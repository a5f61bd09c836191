from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
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
        "“We never asked for a tunnel here”[[->,]] the farmers’ spokesman said.",
    ],
    good=[
        "She said “no comment” three times.",
        "“Sorry” is not enough.",
        "The book “A Year in the Snow” she wrote in 1990 is out of print.",
        "“Who will pay for the new roof?” asked the priest.",
        '"We never asked for it here" he said. "It was a bad idea" she said. "They will see it soon" he added.'
        ' "It is late for that now" she said.',
    ],
)
def attribution_comma_missing(view: View) -> Iterator[Hit]:
    """No comma between a quoted sentence and the clause that says who spoke.

    French writes « … » explique X without one. Only a whole quoted sentence followed by a plain
    attribution is repaired; the comma goes where this document puts it. A text with straight marks that
    leaves the comma out nearly everywhere, and has no other fault in its marks, is taken to mean it.
    """
    if not _habit(view):
        yield from quote_hits(view, _NAME, "a comma is missing before the attribution")


_NAME = "attribution-comma-missing"
_FEW = 3


def _habit(view: View) -> bool:
    """Whether the document writes `"…" he said` by choice."""
    missing = view.quote_repairs.get(_NAME, ())
    if len(missing) <= _FEW or view.style.curly or len(view.quote_repairs) > 1:
        return False
    return len(missing) > 2 * len(rx(r",\"(?= [a-zA-Z])|\",(?= [a-zA-Z])").findall(view.text))

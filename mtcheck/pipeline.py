"""START HERE. The whole way of a text, on one screen:

    read -> analyse -> align (with a source) -> detect -> weigh -> resolve -> apply / report

`examine` is all of it for one document: what is wrong, the text with the safe repairs, and the text
with the best suggestion of every finding. It never writes; `apply.write` does.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from mtcheck.analysis.parts import WHOLE
from mtcheck.analysis.view import View
from mtcheck.apply import apply
from mtcheck.detect import Crash, Known, detect
from mtcheck.finding import Finding, Safety
from mtcheck.resolve import resolve
from mtcheck.rules import Rule
from mtcheck.text import Document, Text

PASSES = 5
"""Repairs can make room for others (a stop that moved, then the capital after it); more never helped."""


Look = Callable[[Document, Safety], tuple[Finding, ...]]
"""Finds in a document, with those of the chosen rules that claim at least that."""


class Examined:
    """What one document's run found; the texts that follow from it are made on first use.

    `findings` carry plain-text offsets into `document.text`. `crashed` grows while texts are settled (a
    rule may crash only on a repaired text): read it through `crashes`. `source_confidence` is 1 where the
    language was given, 0 where French was only assumed.
    """

    def __init__(
        self,
        document: Document,
        findings: tuple[Finding, ...],
        source_language: str,
        source_confidence: float,
        look: Look,
        crashed: list[Crash],
        source: Document | None = None,
    ):
        self.document = document
        self.findings = findings
        self.source_language = source_language
        self.source_confidence = source_confidence
        self.look = look
        self.crashed = crashed
        self.source = source
        """Where the findings' evidence stands: the source's own file, or the bilingual document itself."""

    @property
    def source_text(self) -> Text | None:
        """The text that evidence offsets are of."""
        return self.source.text if self.source is not None else self.document.source

    @cached_property
    def settled(self) -> tuple[Document, int]:
        """The document with every safe repair, and how many were made."""
        return _settle(self.document, self.findings, self.look, Safety.SAFE)

    @cached_property
    def settled_suggested(self) -> tuple[Document, int]:
        """The document with the best suggestion of every finding, and how many were made."""
        return _settle(self.document, self.findings, self.look, Safety.SUGGEST)

    @property
    def fixed(self) -> Document:
        """Every safe repair is made; examining it again changes nothing more."""
        return self.settled[0]

    @property
    def proposed(self) -> Document:
        """Every best suggestion is made; examining it again changes nothing more."""
        return self.settled_suggested[0]

    @property
    def crashes(self) -> tuple[Crash, ...]:
        return tuple(dict.fromkeys(self.crashed))


def examine(
    document: Document, rules: Sequence[Rule], source_language: str | None = None, source: Document | None = None
) -> Examined:
    """Runs `rules` over `document`; repairs are made in memory, when the result is asked for them.

    `source` is the text that the document was translated from; a bilingual document has its own. Without
    `source_language`, the language is that of the source's words, or it is judged by the traces it left.
    """
    crashed: list[Crash] = []
    confidence = 1.0
    if source_language is None and source is not None:
        from mtcheck.align.trust import language_of

        source_language = language_of([source.text.plain], "fr")
    if source_language is None:
        from mtcheck.analysis.provenance import source_language as judged

        source_language, confidence, *_ = judged(View(document.text.plain[:WHOLE]))
    language = source_language

    known: Known = {}

    def look(at: Document, least: Safety) -> tuple[Finding, ...]:
        return detect(at, [rule for rule in rules if rule.safety >= least], language, crashed, source, known)

    return Examined(document, look(document, Safety.FLAG), language, confidence, look, crashed, source)


def _settle(
    document: Document,
    findings: tuple[Finding, ...],
    look: Look,
    least: Safety,
) -> tuple[Document, int]:
    """Repairs pass after pass until nothing changes; a text seen before ends an oscillation."""
    seen = {document.raw}
    made = 0
    for _ in range(PASSES):
        chosen = resolve(findings, least)
        if not chosen:
            break
        after = apply(document, [edit for _, suggestion in chosen for edit in suggestion.edits])
        if after.raw in seen:
            break
        seen.add(after.raw)
        made += len(chosen)
        document = after
        findings = look(document, least)
    return document, made

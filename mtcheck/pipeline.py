"""START HERE. The whole way of a text, on one screen:

    read -> analyse -> align (with a source) -> detect -> weigh -> resolve -> apply / report

`examine` is all of it for one document: what is wrong, the text with the safe repairs, and the text
with the best suggestion of every finding. It never writes; `writing.write` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mtcheck.analysis.parts import WHOLE
from mtcheck.analysis.view import View
from mtcheck.detect import Crash, Known, beside, detect
from mtcheck.finding import Finding, Safety
from mtcheck.rules import Rule
from mtcheck.settle import Look, Settled, Silent, heard, settle
from mtcheck.text import Document, Text
from mtcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mtcheck.analysis.bitext import Bitext
    from mtcheck.analysis.terms import Term
    from mtcheck.proposed import Propose


class Found(NamedTuple):
    """What looking at a document once came to."""

    findings: tuple[Finding, ...]
    source_language: str
    source_confidence: float


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
        silent: Silent | None = None,
    ):
        self.document = document
        self.findings, self.silenced = heard(document, findings, silent)
        self.source_language = source_language
        self.source_confidence = source_confidence
        self.look = look
        self.silent = silent
        self.crashed = crashed
        self.source = source
        """Where the findings' evidence stands: the source's own file, or the bilingual document itself."""

    def __getstate__(self) -> dict[str, Any]:
        """What another process can be sent: all that was made so far. Texts that were not cannot be made there."""
        return {**self.__dict__, "look": _looked, "silent": None}

    @property
    def source_text(self) -> Text | None:
        """The text that evidence offsets are of."""
        return self.source.text if self.source is not None else self.document.source

    @property
    def bitext(self) -> Bitext | None:
        """The document beside its source; None where there is no source, or one that proves nothing."""
        aligned = beside(self.document, self.source, self.source_language)
        found = aligned() if aligned is not None else None
        return found if found is not None and found.usable else None

    @cached_property
    def settled(self) -> Settled:
        """The document with every safe repair."""
        return settle(self.document, self.findings, self.silenced, self.look, self.silent, Safety.SAFE)

    @cached_property
    def settled_suggested(self) -> Settled:
        """The document with the best suggestion of every finding."""
        return settle(self.document, self.findings, self.silenced, self.look, self.silent, Safety.SUGGEST)

    @property
    def fixed(self) -> Document:
        """Every safe repair is made; examining it again changes nothing more."""
        return self.settled.document

    @property
    def proposed(self) -> Document:
        """Every best suggestion is made; examining it again changes nothing more."""
        return self.settled_suggested.document

    @property
    def crashes(self) -> tuple[Crash, ...]:
        return tuple(dict.fromkeys(self.crashed))


def _looked(document: Document, least: Safety) -> tuple[Finding, ...]:
    raise RuntimeError("this document was examined in another process, where its texts had to be made")


def examine(
    document: Document,
    rules: Sequence[Rule],
    source_language: str | None = None,
    source: Document | None = None,
    silent: Silent | None = None,
    terms: Sequence[Term] = (),
    propose: Propose | None = None,
    found: Found | None = None,
) -> Examined:
    """Runs `rules` over `document`; repairs are made in memory, when the result is asked for them.

    `source` is the text that the document was translated from; a bilingual document has its own. Without
    `source_language`, the language is that of the source's words, or it is judged by the traces it left.
    Findings that are `silent` are neither reported nor repaired. `terms` are what the team has agreed to call things.
    What an earlier run `found` in this document with the same rules and options is not looked for again.
    """
    crashed: list[Crash] = []
    confidence = 1.0
    original = source.text if source is not None else document.source
    if source_language is None and source is None:
        source_language = document.source_language
    if source_language is None and original is not None:
        from mtcheck.analysis.languages import language_of

        source_language = language_of([original.plain], "fr")
        if source_language == "en":  # no source of anything: the traces tell what this was translated from
            source_language = None
            if source is None:  # the file's own pairs are English beside English
                document = document._replace(source=None, units=())
    if source_language is None and found is not None:
        _, source_language, confidence = found
    if source_language is None:
        from mtcheck.analysis.provenance import source_language as judged

        source_language, confidence, *_ = judged(View(document.text.plain[:WHOLE]))
    language = source_language

    known: Known = {}

    def look(at: Document, least: Safety) -> tuple[Finding, ...]:
        found = detect(at, [rule for rule in rules if rule.safety >= least], language, crashed, source, known, terms)
        if propose is None or least > Safety.SUGGEST:
            return found
        from mtcheck.proposed import proposed

        aligned = beside(at, source, language)
        bitext = aligned() if aligned is not None else None
        return proposed(at, found, propose, again, language, bitext)

    def again(after: Document) -> tuple[Finding, ...]:
        return detect(after, rules, language, [], source, known, terms)

    findings = found.findings if found is not None else look(document, Safety.FLAG)
    return Examined(document, findings, language, confidence, look, crashed, source, silent)

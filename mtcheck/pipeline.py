"""START HERE. The whole way of a text, on one screen:

    read -> analyse -> align (with a source) -> detect -> weigh -> resolve -> apply / report

`examine` is all of it for one document: what is wrong, the text with the safe repairs, and the text
with the best suggestion of every finding. It never writes; `apply.write` does.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.analysis.view import View
from mtcheck.apply import apply
from mtcheck.finding import Finding, Safety, Suggestion, finding_of
from mtcheck.resolve import resolve
from mtcheck.rules import Rule
from mtcheck.text import Document, Edit, Ignore, Span, Text

if TYPE_CHECKING:
    from mtcheck.analysis.bitext import Bitext
    from mtcheck.models.propose import Task

    Propose = Callable[[Task], tuple[Finding, ...]]
    """What models make of a document's findings."""

PASSES = 5
"""Repairs can make room for others (a stop that moved, then the capital after it); more never helped."""


class Crash(NamedTuple):
    """A rule that raised on a document: a bug of ours, reported by name while all others go on."""

    rule: str
    error: str


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
    document: Document,
    rules: Sequence[Rule],
    source_language: str | None = None,
    source: Document | None = None,
    propose: "Propose | None" = None,
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

        source_language, confidence, *_ = judged(View(document.text.plain))
    language = source_language

    def look(at: Document, least: Safety) -> tuple[Finding, ...]:
        beside = _beside(at, source, language)
        found = detect(at, [rule for rule in rules if rule.safety >= least], language, crashed, beside=beside)
        if propose is None or least > Safety.SUGGEST:
            return found
        return _proposed(at, found, propose, rules, language, beside)

    return Examined(document, look(document, Safety.FLAG), language, confidence, look, crashed, source)


def detect(
    document: Document,
    rules: Iterable[Rule],
    source_language: str,
    crashes: list[Crash],
    source: Document | None = None,
    beside: "Callable[[], Bitext] | None" = None,
) -> tuple[Finding, ...]:
    """All findings in `document`, in the order of the text; a rule that raises is noted in `crashes`."""
    text = document.text.plain
    view = View(text, source_language, beside or _beside(document, source, source_language))
    found: dict[tuple[Span, str], Finding] = {}
    for rule in rules:
        if not rule.applies(text) or (rule.bilingual and view.alignment is None):
            continue
        try:
            for hit in rule.check(view):
                finding = _possible(finding_of(hit, rule.name, rule.safety, text), document)
                found.setdefault((finding.span, finding.rule), finding)
        except Exception as error:  # a broken rule must not lose the work of the others
            crashes.append(Crash(rule.name, f"{type(error).__name__}: {error}"))
    kept: Iterable[Finding] = (finding for finding in found.values() if not _ignored(finding, document.ignores))
    if view.bitext is not None:
        from mtcheck.weigh import weigh

        kept = weigh(kept, view.bitext)
    return tuple(sorted(kept, key=lambda finding: finding.order))


def _proposed(
    document: Document,
    found: tuple[Finding, ...],
    propose: "Propose",
    rules: Sequence[Rule],
    language: str,
    beside: "Callable[[], Bitext] | None",
) -> tuple[Finding, ...]:
    """The findings with those that models propose; what a model's edits make the rules say is asked of the rules."""
    from mtcheck.models.propose import Task

    def verdict(edits: Sequence[Edit]) -> tuple[Finding, ...]:
        return detect(apply(document, edits), rules, language, [])

    def possible(edit: Edit) -> bool:
        try:
            document.codec.encode(edit.new)
        except UnicodeEncodeError:
            return False
        return document.text.to_raw(edit.span) is not None

    bitext = beside() if beside is not None else None
    proposed = propose(Task(document.text.plain, language, found, bitext, possible, verdict))
    return tuple(finding for finding in proposed if not _ignored(finding, document.ignores))


def _beside(document: Document, source: Document | None, language: str) -> "Callable[[], Bitext] | None":
    """What aligns the document with its source when a rule asks; None where there is no source."""
    if source is not None:

        def aligned() -> "Bitext":
            from mtcheck.align.beside import beside

            return beside(source.text.plain, document.text.plain, language)

        return cache(aligned)
    if document.source is not None:
        text, units = document.source, document.units

        def read() -> "Bitext":
            from mtcheck.analysis.bitext import Bitext, Passage

            return Bitext(text.plain, language, [Passage(unit.source, unit.target, 1.0) for unit in units])

        return cache(read)
    return None


def _possible(finding: Finding, document: Document) -> Finding:
    """The finding without the suggestions that would cut through markup."""
    suggestions = tuple(s for s in finding.suggestions if _editable(s, document))
    if suggestions == finding.suggestions:
        return finding
    return finding._replace(suggestions=suggestions, safety=finding.safety if suggestions else Safety.FLAG)


def _editable(suggestion: Suggestion, document: Document) -> bool:
    return all(document.text.to_raw(edit.span) is not None for edit in suggestion.edits)


def _ignored(finding: Finding, ignores: Iterable[Ignore]) -> bool:
    return any(
        ignore.span.start <= finding.span.start
        and finding.span.end <= ignore.span.end
        and (not ignore.rules or finding.rule in ignore.rules or finding.rule.partition(":")[0] in ignore.rules)
        and ignore.quote in (None, finding.text)
        for ignore in ignores
    )


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

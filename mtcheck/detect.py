"""a document and rules -> findings, in the order of the text.

A long text is looked at part by part; a part that was looked at before, in this run, is not looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache

from mtcheck.analysis.parts import Part, parts, whole
from mtcheck.analysis.view import View
from mtcheck.apply import raw_edit
from mtcheck.cleared import FIRST, Cleared
from mtcheck.finding import Finding, Safety, Suggestion, finding_of
from mtcheck.rules import Rule
from mtcheck.text import Document, Ignore, Span
from mtcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtcheck.analysis.bitext import Bitext
    from mtcheck.analysis.terms import Term


class Crash(NamedTuple):
    """A rule that raised on a document: a bug of ours, reported by name while all others go on."""

    rule: str
    error: str


class Spoken(NamedTuple):
    """What rules said of one part of a text: which were asked, where it began, and their findings there."""

    asked: frozenset[str]
    start: int
    findings: tuple[tuple[str, Finding], ...]
    """With the name of the rule, which is not yet that of an entry."""


Known = dict[tuple[bytes, int, int], Spoken]
"""What is known of the parts of a run's texts, by their characters: most stay as they are when repairs are made."""


def detect(
    document: Document,
    rules: Iterable[Rule],
    source_language: str,
    crashes: list[Crash],
    source: Document | None = None,
    known: Known | None = None,
    terms: Sequence[Term] = (),
) -> tuple[Finding, ...]:
    """All findings in `document`, in the order of the text; a rule that raises is noted in `crashes`.

    `known` is kept by the caller from one look at a text to the next one, after repairs.
    """
    text = document.text.plain
    aligned = beside(document, source, source_language)
    chosen = tuple(rules)
    names = frozenset(rule.name for rule in chosen)
    several = tuple(parts(text)) if aligned is None else tuple(whole(text))
    first = FIRST if document.source is None else ()  # units are counted in the text as it is
    found: dict[tuple[Span, str], Finding] = {}

    def view_of(shown: str) -> View:
        return View(shown, source_language, beside(document, source, source_language, shown), terms)

    for part in several:
        seen = part.seen.of(text)
        key = _key(part, seen) if len(several) > 1 else None
        spoken = known.get(key) if known is not None and key is not None else None
        if spoken is None or not names <= spoken.asked:
            spoken = Spoken(names, part.seen.start, tuple(_said(view_of, part, seen, chosen, first, crashes)))
            if known is not None and key is not None:
                known[key] = spoken
        for name, finding in spoken.findings:
            if name in names:
                moved = finding.shifted(part.seen.start - spoken.start)
                found.setdefault((moved.span, moved.rule), _possible(moved, document))
    kept: Iterable[Finding] = (finding for finding in found.values() if not ignored(finding, document.ignores))
    bitext = aligned() if aligned is not None else None
    if bitext is not None and bitext.usable:
        from mtcheck.weigh import weigh

        kept = weigh(kept, text, bitext)
    return tuple(sorted(kept, key=lambda finding: finding.order))


def _key(part: Part, seen: str) -> tuple[bytes, int, int]:
    from hashlib import blake2b  # slow to load, and a short text has one part

    digest = blake2b(seen.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return digest, part.own.start - part.seen.start, part.own.end - part.seen.start


def _said(
    view_of: Callable[[str], View],
    part: Part,
    seen: str,
    rules: Sequence[Rule],
    ahead: Container[str],
    crashes: list[Crash],
) -> Iterator[tuple[str, Finding]]:
    """What each rule says of a part, where it is the part's to say, counted from the beginning of the text.

    The rules that are not `ahead` see it as the repairs of those leave it.
    """
    view = view_of(seen)
    first = list(_heard(view, seen, [rule for rule in rules if rule.name in ahead], crashes))
    cleared = Cleared(seen, [finding for _, finding in first])
    if cleared.text != seen:
        view = view_of(cleared.text)
    rest = _heard(view, cleared.text, [rule for rule in rules if rule.name not in ahead], crashes)
    for name, finding in (*first, *((name, cleared.back(finding)) for name, finding in rest)):
        if finding is not None and part.owns(finding.span.start):
            yield name, finding.shifted(part.seen.start)


def _heard(view: View, text: str, rules: Sequence[Rule], crashes: list[Crash]) -> Iterator[tuple[str, Finding]]:
    """What each rule says of `text`, which is in view."""
    for rule in rules:
        if not rule.applies(text) or (rule.bilingual and view.alignment is None):
            continue
        try:
            for hit in rule.check(view):
                yield rule.name, finding_of(hit, rule.name, rule.safety, text)
        except Exception as error:  # a broken rule must not lose the work of the others
            crashes.append(Crash(rule.name, f"{type(error).__name__}: {error}"))


def beside(
    document: Document, source: Document | None, language: str, shown: str | None = None
) -> Callable[[], Bitext] | None:
    """What aligns the document with its source when a rule asks; None where there is no source.

    `shown` is the text that the rules see where it is not the document's own.
    """
    if source is not None:
        target = shown if shown is not None else document.text.plain

        def aligned() -> Bitext:
            return _aligned(source.text.plain, target, language)

        return aligned
    if document.source is not None:
        text, units = document.source, document.units

        def read() -> Bitext:
            from mtcheck.analysis.bitext import Bitext, Passage

            return Bitext(text.plain, language, [Passage(unit.source, unit.target, 1.0) for unit in units])

        return read
    return None


@lru_cache(maxsize=2)
def _aligned(source: str, target: str, language: str) -> Bitext:
    """Kept, since the rules ask for it and then the report does."""
    from mtcheck.align.beside import beside

    return beside(source, target, language)


def _possible(finding: Finding, document: Document) -> Finding:
    """The finding without the suggestions that would cut through markup."""
    suggestions = tuple(s for s in finding.suggestions if _editable(s, document))
    if suggestions == finding.suggestions:
        return finding
    return finding._replace(suggestions=suggestions, safety=finding.safety if suggestions else Safety.FLAG)


def _editable(suggestion: Suggestion, document: Document) -> bool:
    return all(raw_edit(document, edit) is not None for edit in suggestion.edits)


def ignored(finding: Finding, ignores: Iterable[Ignore]) -> bool:
    """Whether somebody wished not to be told of it."""
    return any(
        ignore.span.start <= finding.span.start
        and finding.span.end <= ignore.span.end
        and (not ignore.rules or finding.rule in ignore.rules or finding.rule.partition(":")[0] in ignore.rules)
        and ignore.quote in (None, finding.text)
        for ignore in ignores
    )

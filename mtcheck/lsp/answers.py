"""Examined -> what an editor is told of it: diagnostics, code actions, hovers, in the protocol's types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from lsprotocol import types

from mtcheck.analysis.languages import name_of
from mtcheck.apply import raw_edits
from mtcheck.errors import MtcheckError
from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.lsp.places import Lines
from mtcheck.pipeline import Examined
from mtcheck.report.machine import serious
from mtcheck.report.pages import page
from mtcheck.report.visible import one_line, visible
from mtcheck.text import Edit, Span

SOURCE = "mtcheck"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.mtcheck"
"""Editors run all `source.fixAll` on saving where they are told to; this one can be named alone."""
_LONGEST = 60
"""Characters of a replacement in a menu."""


def diagnostics(examined: Examined, lines: Lines) -> list[types.Diagnostic]:
    """One for each finding."""
    return [diagnostic(finding, examined, lines) for finding in examined.findings]


def diagnostic(finding: Finding, examined: Examined, lines: Lines) -> types.Diagnostic:
    """The finding where it stands; what offers a repair is a warning, anything else information, as in all reports."""
    severity = types.DiagnosticSeverity
    return types.Diagnostic(
        lines.range(_raw(finding, examined)),
        visible(finding.message),
        severity.Warning if serious(finding) else severity.Information,
        code=finding.rule,
        source=SOURCE,
        related_information=_related(finding, examined),
    )


def trouble(error: MtcheckError) -> types.Diagnostic:
    """What stopped the examination, at the top of the document."""
    start = types.Position(0, 0)
    return types.Diagnostic(
        types.Range(start, start), visible(str(error)), types.DiagnosticSeverity.Error, source=SOURCE
    )


def actions(
    examined: Examined, lines: Lines, span: Span, uri: str, version: int | None, only: Sequence[str] | None
) -> Iterator[types.CodeAction]:
    """A quick fix for every suggestion of the findings that `span` touches, and one action for all safe repairs."""
    if _wanted(types.CodeActionKind.QuickFix.value, only):
        for finding in examined.findings:
            if _meets(_raw(finding, examined), span):
                yield from _fixes(finding, examined, lines, uri, version)
    if _wanted(FIX_ALL, only):
        edits = changes(examined.document.raw, examined.fixed.raw, lines)
        if edits:
            title = f"mtcheck: make all safe repairs ({examined.settled.made})"
            yield types.CodeAction(title, FIX_ALL, edit=_edit(uri, version, edits))


def _fixes(
    finding: Finding, examined: Examined, lines: Lines, uri: str, version: int | None
) -> Iterator[types.CodeAction]:
    document = examined.document
    for rank, suggestion in enumerate(finding.suggestions):
        edits = raw_edits(document, suggestion.edits)
        if len(edits) == len(suggestion.edits):  # else it would cut through markup
            yield types.CodeAction(
                _title(suggestion, document.text.plain),
                types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(finding, examined, lines)],
                is_preferred=rank == 0 and finding.safety is Safety.SAFE,
                edit=_edit(uri, version, [_text_edit(edit, lines) for edit in edits]),
            )


def changes(before: str, after: str, lines: Lines) -> list[types.TextEdit]:
    """What makes `after` of `before`, by lines, so that the cursor and the folds of the others stay."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    return [
        _text_edit(Edit(Span(starts[a], starts[b]), "".join(new[c:d])), lines)
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]


def hover(examined: Examined, lines: Lines, at: int) -> types.Hover | None:
    """The pages of the rules that speak at raw offset `at`, and the source beside it where there is one."""
    found = [finding for finding in examined.findings if _meets(_raw(finding, examined), Span(at, at))]
    if not found:
        return None
    parts = [part for finding in found for part in _page(finding)]
    parts += _source(examined, found[0].span)
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(parts)), lines.range(_raw(found[0], examined))
    )


def _page(finding: Finding) -> Iterator[str]:
    about = page(finding)
    yield f"**{escaped(about.name)}** · {finding.safety.label}"
    yield escaped(visible(finding.message))
    yield from (escaped(paragraph) for paragraph in about.text.split("\n\n") if paragraph != finding.message)


def _source(examined: Examined, span: Span) -> Iterator[str]:
    """The source sentences of which `span` is the translation."""
    bitext = examined.bitext
    if bitext is None:
        return
    sentences = [passage.source.of(bitext.source) for passage in bitext.within(span) if passage.paired]
    if not sentences and (passage := bitext.at(span.start)) is not None:
        sentences = [passage.source.of(bitext.source)]
    if any(sentences):
        yield "---"
        yield f"{name_of(bitext.language)}: {escaped(one_line(' '.join(sentences)))}"


def escaped(text: str) -> str:
    """`text` as Markdown that shows it as it is: what it quotes is not markup."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]<>#|&" else letter for letter in text)


def _related(finding: Finding, examined: Examined) -> list[types.DiagnosticRelatedInformation] | None:
    """The source words that prove the finding, in the source's own file."""
    text, source = examined.source_text, examined.source
    if finding.evidence is None or text is None or source is None or source.codec.pack is not None:
        return None
    place = Lines(source.raw).range(text.to_raw_nearest(finding.evidence.span))
    uri = Path(source.path).absolute().as_uri()
    return [types.DiagnosticRelatedInformation(types.Location(uri, place), one_line(finding.evidence.text))]


def _raw(finding: Finding, examined: Examined) -> Span:
    return examined.document.text.to_raw_nearest(finding.span)


def _meets(one: Span, other: Span) -> bool:
    """Whether they share a character or meet: a cursor just behind a word is at the word."""
    return one.start <= other.end and other.start <= one.end


def _title(suggestion: Suggestion, plain: str) -> str:
    old, new = (one_line(text) for text in (suggestion.span.of(plain), suggestion.text))
    return f"Replace “{_short(old)}” with “{_short(new)}”" if new else f"Remove “{_short(old)}”"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _text_edit(edit: Edit, lines: Lines) -> types.TextEdit:
    return types.TextEdit(lines.range(edit.span), edit.new)


def _edit(uri: str, version: int | None, edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
    """The edits, bound to the version of the document that they were made for where the editor knows versions."""
    if version is None:
        return types.WorkspaceEdit(changes={uri: list(edits)})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether an editor that asks for the kinds `only` (all, where it is None) wants this one too."""
    return only is None or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)

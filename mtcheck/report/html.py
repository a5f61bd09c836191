"""Examined -> one HTML file: the texts as an editor's proof, to read, print, decide on and export the decisions from.

Everything is in the file: it loads nothing, and its content security policy allows only its own style and script, by
their hashes. Every character of a text goes through `escaped` or, for the script, through JSON without `<`. Without
JavaScript it is still the whole proof, to read and print.
"""

from __future__ import annotations

import html
import json
import os
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any

from mtcheck.decisions import VERSION, folder_of, name_below
from mtcheck.finding import Suggestion
from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.report.content import Counts, number, percent, shown
from mtcheck.report.proof import Mark, Note, Paragraph, Proof, before_and_after, evidence_in, proof, within
from mtcheck.report.visible import escaped as inert
from mtcheck.report.visible import visible
from mtcheck.signature import signature
from mtcheck.text import Edit, splice


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """The whole page at once: its first lines count what is in all files."""
    proofs = [proof(examined) for examined in results]
    counts = Counts()
    for one in proofs:
        counts = counts.plus(one.examined)
    parts = {name: _asset(name) for name in ("proof.css", "proof.js")}
    page = Template(_asset("page.html")).substitute(
        policy=_policy(parts["proof.css"], parts["proof.js"]),
        title=escaped(_title(proofs)),
        style=parts["proof.css"],
        script=parts["proof.js"],
        summary=escaped(_summary(counts, len(proofs))),
        contents=_contents(proofs),
        rules=_rules(proofs),
        articles="".join(_article(one, index, len(proofs) > 1) for index, one in enumerate(proofs)),
        signature=escaped(signature(manner.rules, manner.models)),
        data=_json(_data(proofs)),
    )
    yield page.encode("utf-8", "backslashreplace")


def escaped(text: str) -> str:
    """`text` for an element or an attribute in quotation marks; what would act on the page is shown."""
    return html.escape(visible(text))


def _asset(name: str) -> str:
    return (files("mtcheck.data") / "proof" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    hashes = (b64encode(sha256(part.encode()).digest()).decode() for part in (style, script))
    allowed = "; ".join(
        f"{kind} 'sha256-{value}'" for kind, value in zip(("style-src", "script-src"), hashes, strict=True)
    )
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _json(data: Any) -> str:
    """JSON that can stand in a script element: nothing in it can end the element, begin a comment or turn a line."""
    said = inert(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for letter in "<>&":
        said = said.replace(letter, f"\\u{ord(letter):04x}")
    return said


def _title(proofs: list[Proof]) -> str:
    if len(proofs) == 1:
        return f"Proof of {proofs[0].examined.document.path}"
    return f"Proof of {number(len(proofs), 'file')}"


def _summary(counts: Counts, count: int) -> str:
    return f"{counts} in {number(count, 'file')}." if sum(counts) else f"Nothing found in {number(count, 'file')}."


def _contents(proofs: list[Proof]) -> str:
    """Where each file is, when there are several."""
    if len(proofs) < 2:
        return ""
    lines = "".join(
        f'<li><a href="#file-{index}">{escaped(one.examined.document.path)}</a>'
        f" <span>{escaped(str(Counts().plus(one.examined)) or 'nothing found')}</span></li>"
        for index, one in enumerate(proofs)
    )
    return f'<nav class="contents" aria-label="Files"><ol>{lines}</ol></nav>'


def _rules(proofs: list[Proof]) -> str:
    """The rules that spoke, as choices of the filter."""
    counts: dict[str, int] = {}
    for one in proofs:
        for note in one.notes:
            counts[note.finding.rule] = counts.get(note.finding.rule, 0) + 1
    return "".join(
        f'<option value="{escaped(name)}">{escaped(name)} ({count})</option>' for name, count in sorted(counts.items())
    )


def _article(one: Proof, index: int, several: bool) -> str:
    path = escaped(one.examined.document.path)
    counts = escaped(str(Counts().plus(one.examined)) or "nothing found")
    beside = " beside" if one.bitext is not None else ""
    slug = f'<header class="slug"><h2 id="name-{index}">{path}</h2><p>{counts}</p></header>' if several else ""
    label = f"name-{index}" if several else "title"
    rows = "".join(_row(one, paragraph, index) for paragraph in _noted(one))
    return f'<article id="file-{index}" class="proof{beside}" aria-labelledby="{label}">{slug}{rows}</article>\n'


Row = tuple[Paragraph, list[int]]
"""A paragraph and the notes that are set beside it: each beside its first mark."""


def _noted(one: Proof) -> Iterator[Row]:
    seen: set[int] = set()
    for paragraph in one.paragraphs:
        own: list[int] = []
        for part in paragraph.parts:
            if isinstance(part, Mark):
                own += (note for note in part.notes if note not in seen)
                seen.update(part.notes)
        yield paragraph, own


def _row(one: Proof, row: Row, index: int) -> str:
    paragraph, notes = row
    words = "".join(_words(one, part, index) if isinstance(part, Mark) else escaped(part) for part in paragraph.parts)
    source = margin = ""
    if one.bitext is not None:
        sentences = " ".join(
            f'<span class="sentence" data-at="{passage.source.start}">{escaped(passage.source.of(one.bitext.source))}'
            "</span>"
            for passage in paragraph.passages
        )
        source = f'<p class="source" lang="{escaped(one.bitext.language)}">{sentences}</p>'
    if notes:
        margin = f'<ol class="notes">{"".join(_note(one, number, index) for number in notes)}</ol>'
    return f'<section class="row">{source}<p class="text">{words}</p>{margin}</section>'


def _words(one: Proof, mark: Mark, index: int) -> str:
    """A mark as it first stands in the text; the script sets it anew with every decision."""
    old = mark.span.of(one.text)
    edits: list[Edit] = []
    for note in (one.notes[which] for which in mark.notes):
        if note.wins:
            edits += within(mark, note.finding.suggestions[0])
    new = splice(old, edits) if edits else None
    numbers = ",".join(str(which + 1) for which in mark.notes)
    bare = old.rstrip(" ")  # the note's number stands before the space after the words
    tail = old[len(bare) :] if bare else ""
    if tail:
        old, new = bare, new if new is None else new.rstrip(" ")
    return (
        f'<a class="mark {_claim(one, mark)}" id="mark-{index}-{one.marks.index(mark)}"'
        f' href="#note-{index}-{mark.notes[0]}"><span class="words">{_changed(old, new)}</span>'
        f'<sup aria-label="note {numbers}">{numbers}</sup></a>{tail}'
    )


def _claim(one: Proof, mark: Mark) -> str:
    return max(one.notes[number].finding.safety for number in mark.notes).label


def _changed(old: str, new: str | None) -> str:
    """Old and new words with their roles; what is only flagged is marked."""
    if new is None:
        return f"<mark>{html.escape(shown(old))}</mark>"
    blank = not (old + new).strip()
    removed = f"<del>{html.escape(shown(old, blank))}</del>" if old else ""
    added = f"<ins>{html.escape(shown(new, blank))}</ins>" if new else ""
    return removed + added


def _note(one: Proof, index: int, file: int) -> str:
    note = one.notes[index]
    finding, name = note.finding, f"{file}-{index}"
    accept = _button("accept", "Accept") if finding.suggestions else ""
    reject = _button("reject", "Reject" if finding.suggestions else "Dismiss")
    return (
        f'<li class="note {finding.safety.label}" id="note-{name}" value="{index + 1}" tabindex="-1"'
        f' aria-labelledby="rule-{name} said-{name}">'
        f'<p class="head"><span class="number">{index + 1}</span> <span class="rule" id="rule-{name}">'
        f'{escaped(finding.rule)}</span> <span class="claim">{finding.safety.label} {percent(finding.confidence)}'
        f"</span></p>"
        f'<p class="said" id="said-{name}">{escaped(finding.message)}</p>'
        f"{_choices(one, note, name)}{_source(one, note)}"
        f'<p class="verdict" role="group" aria-label="Decide on note {index + 1}">{accept}{reject}'
        f'<span class="place">line {note.line}</span></p></li>'
    )


def _button(name: str, word: str) -> str:
    return f'<button type="button" class="{name}" aria-pressed="false"><span class="word">{word}</span></button>'


def _choices(one: Proof, note: Note, name: str) -> str:
    """Before and after, word by word, for every suggestion; where there are several, one is chosen."""
    suggestions = note.finding.suggestions
    if not suggestions:
        return ""
    if len(suggestions) == 1:
        return f'<p class="change">{_before_and_after(one, suggestions[0])}</p>'
    choices = "".join(
        f'<li><label><input type="radio" name="choice-{name}" value="{rank}"{"" if rank else " checked"}>'
        f" <span>{_before_and_after(one, suggestion)}</span></label></li>"
        for rank, suggestion in enumerate(suggestions)
    )
    return f'<ul class="change" aria-label="Suggestions">{choices}</ul>'


def _before_and_after(one: Proof, suggestion: Suggestion) -> str:
    return ' <span class="gap">…</span> '.join(
        _changed(old, new) for old, new in before_and_after(one.examined.document.text.plain, suggestion)
    )


def _source(one: Proof, note: Note) -> str:
    """The source sentence with the words that prove the finding; the words alone where nothing is aligned."""
    evidence = note.finding.evidence
    if note.passage is None or one.bitext is None:
        return f'<p class="proves"><mark>{escaped(evidence.text)}</mark></p>' if evidence is not None else ""
    sentence = note.passage.source.of(one.bitext.source)
    span = evidence_in(note.passage.source, evidence)
    if span is None:
        said = escaped(sentence)
    else:
        said = (
            f"{escaped(sentence[: span.start])}<mark>{escaped(span.of(sentence))}</mark>{escaped(sentence[span.end :])}"
        )
    proves = " proves" if span is not None else ""
    return f'<blockquote class="sentence{proves}" lang="{escaped(one.bitext.language)}">{said}</blockquote>'


def _data(proofs: list[Proof]) -> dict[str, Any]:
    """What the script needs: the decisions' frame, and for each mark its old words and the edits of its findings."""
    documents = [one.examined.document for one in proofs]
    sources = [one.examined.source.path for one in proofs if one.examined.source is not None]
    folder = folder_of([document.path for document in documents] + sources) if documents else os.getcwd()  # noqa: PTH109
    return {"version": VERSION, "folder": folder, "files": [_file(one, folder) for one in proofs]}


def _file(one: Proof, folder: str) -> dict[str, Any]:
    examined = one.examined
    return {
        "path": name_below(folder, examined.document.path),
        "from": examined.source_language,
        "format": examined.document.format,
        "encoding": examined.document.codec.encoding,
        "source": name_below(folder, examined.source.path) if examined.source is not None else None,
        "notes": [_decidable(note) for note in one.notes],
        "marks": [_mark(one, mark) for mark in one.marks],
    }


def _decidable(note: Note) -> dict[str, Any]:
    finding = note.finding
    return {
        "fingerprint": note.fingerprint,
        "occurrence": note.occurrence,
        "rule": finding.rule,
        "text": finding.text,
        "safety": finding.safety.label,
        "confidence": finding.confidence,
        "wins": note.wins,
        "puts": [suggestion.text for suggestion in finding.suggestions],
        "at": note.passage.source.start if note.passage is not None else None,
    }


def _mark(one: Proof, mark: Mark) -> dict[str, Any]:
    edits = {
        number: [
            [(edit.span.start, edit.span.end, edit.new) for edit in within(mark, suggestion)]
            for suggestion in one.notes[number].finding.suggestions
        ]
        for number in mark.notes
    }
    return {"old": mark.span.of(one.text), "edits": edits}

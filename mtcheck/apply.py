"""edits -> a new document, read back and compared.

Edits splice the raw characters; nothing is re-serialised. What lies outside an edit is the same
byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mtcheck.errors import Foreign, InputProblem, NotRepairable
from mtcheck.formats import read, written
from mtcheck.formats.ignores import EVERYWHERE
from mtcheck.text import Document, Edit, splice


def apply(document: Document, edits: Sequence[Edit]) -> Document:
    """`document` with plain-text `edits` made.

    Raises:
        NotRepairable: reading the result back does not give the text that was meant.
        InputProblem: the file's encoding lacks a character that a repair needs.
    """
    if not edits:
        return document
    moved = raw_edits(document, edits)
    after = rewritten(document, splice(document.raw, moved))
    meant = splice(document.text.plain, edits)
    if after.text.plain != meant and len(moved) == len(edits):
        raise _not_as_meant(document)
    if document.format == "rst" and after.outside != document.outside:
        raise _not_as_meant(document)  # a letter before `:role:` makes text of the mark-up, and reads the same
    return after


def rewritten(document: Document, raw: str) -> Document:
    """`document` with other characters in the file, read as it was. Raises as `apply` does."""
    try:
        data = document.codec.encode(raw)
    except UnicodeEncodeError as error:
        lacking = error.object[error.start]
        raise InputProblem(
            f"{document.path}: a repair needs {lacking} (U+{ord(lacking):04X}), which {error.encoding} does not have",
            "convert the file to UTF-8, or leave the rule out (--ignore RULE); the file is unchanged",
        ) from None
    try:
        after = read(data, document.path, format=document.format, encoding=document.codec.encoding)
    except (Foreign, InputProblem):
        raise _not_as_meant(document) from None
    # comments in the file were read again with it; wishes from elsewhere have to be carried over
    return after._replace(ignores=after.ignores + tuple(i for i in document.ignores if i.span == EVERYWHERE))


def raw_edits(document: Document, edits: Iterable[Edit]) -> list[Edit]:
    """The same edits on the raw text, line breaks written as this file writes them.

    An edit that would cut through markup has no raw place and is left out.
    """
    return [placed for edit in edits if (placed := raw_edit(document, edit)) is not None]


def raw_edit(document: Document, edit: Edit) -> Edit | None:
    """One plain-text edit on the raw text, written as the format writes it; None where that cannot be done."""
    place = document.text.place(edit.span)
    if place is None:
        return None
    span, style = place
    old, own = edit.span.of(document.text.plain), span.of(document.raw)
    if old != own and old and old in edit.new:  # an entity or an escape that stays is left as it is written
        head, _, tail = edit.new.partition(old)
        around = [written(part, style, document) for part in (head, tail)]
        return Edit(span, own.join(part for part in around if part is not None)) if None not in around else None
    new = written(edit.new, style, document)
    return Edit(span, new) if new is not None else None


def _not_as_meant(document: Document) -> NotRepairable:
    return NotRepairable(f"{document.path}: a repair would not read back as meant", "please report this text")

"""edits -> a new document, read back and compared; and the only place that writes files.

Edits splice the raw characters; nothing is re-serialised. What lies outside an edit is the same
byte for byte.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

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
    if document.format == "rst" and _outside(after) != _outside(document):
        raise _not_as_meant(document)  # a letter before `:role:` makes text of the mark-up, and reads the same
    return after


def _outside(document: Document) -> str:
    """What no edit may change: the raw characters that are no text, or frozen text."""
    parts, at = [], 0
    for piece in document.text.pieces:
        if not piece.frozen:
            parts.append(document.raw[at : piece.raw.start])
            at = piece.raw.end
    return "".join((*parts, document.raw[at:]))


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


def write(path: Path, before: bytes, after: bytes) -> None:
    """Replaces the file's bytes, whole or not at all; its mode is kept and a link is followed.

    `before` is what was read: a file that someone changed meanwhile is left alone.

    Raises:
        InputProblem: the file changed, or cannot be written.
    """
    target = path.resolve()
    try:
        # a pipe that took the file's place would be read for ever
        if not stat.S_ISREG(target.stat().st_mode) or target.read_bytes() != before:
            raise InputProblem(f"{path}: changed while mtcheck was reading it", "run mtcheck again")
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "read-only")
        replace_file(target, after)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(f"{path}: cannot be written ({reason})", "the file is unchanged") from error


def replace_file(path: Path, data: bytes) -> None:
    """Makes `data` the file's content, whole or not at all; its mode is kept.

    A reader sees the old file or the new one, never a part. What is not a regular file (a pipe, a
    terminal) is written to directly. Raises OSError.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write what `path` is to become, whole or not at all, as `replace_file` does."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as there:
            yield there
        return
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    import tempfile  # slow to load, and most runs write nothing

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".mtcheck")
    try:
        with os.fdopen(handle, "wb") as temporary:
            yield temporary
            temporary.flush()
            os.fsync(temporary.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

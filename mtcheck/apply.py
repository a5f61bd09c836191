"""edits -> a new document, read back and compared; and the only place that writes files.

Edits splice the raw characters; nothing is re-serialised. What lies outside an edit is the same
byte for byte.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from mtcheck.errors import InputProblem
from mtcheck.formats import read
from mtcheck.text import Document, Edit, splice


def apply(document: Document, edits: Sequence[Edit]) -> Document:
    """`document` with plain-text `edits` made.

    Raises:
        InputProblem: reading the result back does not give the text that was meant.
    """
    if not edits:
        return document
    raw_edits = [raw for edit in edits if (raw := _raw_edit(document, edit)) is not None]
    raw = splice(document.raw, raw_edits)
    after = read(document.codec.encode(raw), document.path, format=document.format, encoding=document.codec.encoding)
    meant = splice(document.text.plain, edits)
    if after.text.plain != meant and len(raw_edits) == len(edits):
        raise InputProblem(f"{document.path}: a repair would not read back as meant", "please report this text")
    return after


def _raw_edit(document: Document, edit: Edit) -> Edit | None:
    span = document.text.to_raw(edit.span)
    return None if span is None else Edit(span, edit.new.replace("\n", document.codec.newline))


def write(path: Path, before: bytes, after: bytes) -> None:
    """Replaces the file's bytes, whole or not at all; its mode is kept and a link is followed.

    `before` is what was read: a file that someone changed meanwhile is left alone.

    Raises:
        InputProblem: the file changed, or cannot be written.
    """
    target = path.resolve()
    try:
        if target.read_bytes() != before:
            raise InputProblem(f"{path}: changed while mtcheck was reading it", "run mtcheck again")
        mode = stat.S_IMODE(target.stat().st_mode)
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "read-only")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".mtcheck")
        try:
            with os.fdopen(handle, "wb") as temporary:
                temporary.write(after)
                temporary.flush()
                os.fsync(temporary.fileno())
            os.chmod(name, mode)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(f"{path}: cannot be written ({reason})", "the file is unchanged") from error

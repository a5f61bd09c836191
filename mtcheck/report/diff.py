"""Examined -> a unified diff that `patch -p1` and `git apply` accept.

Only "\\n" ends a line here, as in both programs: a carriage return is part of the line and stays.
The diff is in the encoding of the file that it changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.text import Document

CONTEXT = 3
"""Unchanged lines around a change, as `diff -u` gives them."""

Block = tuple[int, int, int, int]
"""Lines i1..i2 of the old text become lines j1..j2 of the new."""


def render(results: Iterable[Examined], manner: Manner) -> Iterator[bytes]:
    """One file's hunks at a time; nothing for a file that stays as it is."""
    for examined in results:
        after = examined.proposed if manner.suggested else examined.fixed
        if after.raw != examined.document.raw:
            yield unified(examined.document, after)


def unified(before: Document, after: Document) -> bytes:
    """The diff between two states of one file."""
    if before.codec.pack is not None:
        return _told(before, after)
    old, new = _lines(before), _lines(after)
    name = _name(before.path)
    out = [f"--- a/{name}\n+++ b/{name}\n".encode()]
    for hunk in _hunks(_blocks(old, new)):
        out += _hunk(hunk, old, new)
    return b"".join(out)


def _told(before: Document, after: Document) -> bytes:
    """What becomes of an archive's text, in lines that `patch` and `git apply` pass over: no diff can change it."""
    name = _name(before.path).strip()
    text = unified(before.readable, after.readable)
    lines = b"".join(b"# " + line for line in text.splitlines(keepends=True)[2:])
    return f"Binary files a/{name} and b/{name} differ\n".encode() + lines


def _lines(document: Document) -> list[bytes]:
    """Lines as they stand in the file; UTF-16, which neither program reads, is shown as UTF-8."""
    data = document.raw.encode() if document.codec.encoding.startswith("utf-16") else document.encode()
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _name(path: str) -> str:
    """The path below the current folder where it is there: `patch` refuses names that begin with a slash."""
    if PurePath(path).is_absolute():
        near = os.path.relpath(path)
        path = path.lstrip("/") if near.startswith("..") else near
    path = PurePath(path).as_posix()
    return path + "\t" if " " in path else path  # without the tab, the name would end at the space


def _blocks(old: Sequence[bytes], new: Sequence[bytes]) -> list[Block]:
    """What changed, in order. Repairs seldom add or take away a line: then no search is needed."""
    if len(old) == len(new):
        return [(i, i + 1, i, i + 1) for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]


def _hunks(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks whose context would meet, together."""
    hunk: list[Block] = []
    for block in blocks:
        if hunk and block[0] - hunk[-1][1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _hunk(blocks: Sequence[Block], old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[bytes]:
    first, last = blocks[0], blocks[-1]
    before = min(CONTEXT, first[0])
    after = min(CONTEXT, len(old) - last[1])
    old_range = _range(first[0] - before, last[1] + after)
    new_range = _range(first[2] - before, last[3] + after)
    yield f"@@ -{old_range} +{new_range} @@\n".encode()
    at = first[0] - before
    for i1, i2, j1, j2 in blocks:
        yield from (_line(b" ", line) for line in old[at:i1])
        yield from (_line(b"-", line) for line in old[i1:i2])
        yield from (_line(b"+", line) for line in new[j1:j2])
        at = i2
    yield from (_line(b" ", line) for line in old[at : at + after])


def _range(start: int, stop: int) -> str:
    """`line,count` from 1; an empty range names the line before it."""
    count = stop - start
    return str(start + 1) if count == 1 else f"{start + 1 if count else start},{count}"


def _line(mark: bytes, line: bytes) -> bytes:
    return mark + line if line.endswith(b"\n") else mark + line + b"\n\\ No newline at end of file\n"

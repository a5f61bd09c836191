"""Examined -> a unified diff that `patch -p1` and `git apply` accept.

Only "\\n" ends a line here, as in both programs: a carriage return is part of the line and stays.
The diff is in the encoding of the file that it changes.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mtcheck.pipeline import Examined
from mtcheck.report import Manner
from mtcheck.text import Document

CONTEXT = 3
"""Unchanged lines around a change, as `diff -u` gives them."""

LONG = 2000
"""Lines up to which the shortest diff is looked for, in a time that grows with their square."""
NEAR = 24
"""Lines changed, added and taken away together that are looked through before lines that stand once are."""

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
    out = [f"--- {_quoted('a/' + name)}\n+++ {_quoted('b/' + name)}\n".encode()]
    for hunk in _hunks(_blocks(old, new)):
        out += _hunk(hunk, old, new)
    return b"".join(out)


def _told(before: Document, after: Document) -> bytes:
    """What becomes of an archive's text, in lines that `patch` and `git apply` pass over: no diff can change it."""
    name = _name(before.path).strip()
    text = unified(before.readable, after.readable)
    lines = b"".join(b"# " + line for line in text.splitlines(keepends=True)[2:])
    return f"Binary files {_quoted('a/' + name)} and {_quoted('b/' + name)} differ\n".encode() + lines


def _lines(document: Document) -> list[bytes]:
    """Lines as they stand in the file; UTF-16, which neither program reads, is shown as UTF-8."""
    data = document.raw.encode() if document.codec.encoding.startswith("utf-16") else document.encode()
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _name(path: str) -> str:
    """The path below the current folder where it is there: `patch` refuses names that begin with a slash."""
    if os.path.isabs(path):  # noqa: PTH117
        near = os.path.relpath(path)
        path = path.lstrip("/") if near.startswith("..") else near
    if os.sep != "/" or path.startswith("./") or "//" in path or "/." in path:
        from pathlib import PurePath  # slow to load

        path = PurePath(path).as_posix()
    return path + "\t" if " " in path else path  # without the tab, the name would end at the space


def _quoted(name: str) -> str:
    """A name as git and `patch` write one with control characters, quotation marks or stray bytes: as a C string."""
    plain = name.removesuffix("\t")
    if not any(letter < " " or letter in '"\\\x7f' or "\x80" <= letter <= "\x9f" for letter in plain):
        try:
            plain.encode()
            return name
        except UnicodeEncodeError:
            pass
    ascii_only = "".join(
        chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}"
        for byte in os.fsencode(plain.replace("\\", "\\\\").replace('"', '\\"'))
    )
    return f'"{ascii_only}"'


def _blocks(old: Sequence[bytes], new: Sequence[bytes]) -> list[Block]:
    """What changed, in order. Repairs seldom add or take away a line: then no search is needed."""
    if len(old) == len(new):
        return [(i, i + 1, i, i + 1) for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    quick = _blocks_of_long(old, new)
    if len(old) > LONG or _cost(quick) == _least(old, new):
        return quick
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]


def _cost(blocks: Iterable[Block]) -> int:
    """How many lines go and come."""
    return sum(i2 - i1 + j2 - j1 for i1, i2, j1, j2 in blocks)


def _least(old: Sequence[bytes], new: Sequence[bytes]) -> int:
    """The lines that one text has and the other has not: no diff is shorter, and most are no longer."""
    before, after = Counter(old), Counter(new)
    return sum(((before - after) + (after - before)).values())


def _blocks_of_long(old: Sequence[bytes], new: Sequence[bytes]) -> list[Block]:
    """What changed, in one pass: repairs change, add or take away a few lines at a time, and move none."""
    blocks: list[Block] = []
    lone = _lone(old, new)
    i = j = 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        to_i, to_j = _together(old, new, i, j) or next(
            ((at, lone[old[at]]) for at in range(i, len(old)) if lone.get(old[at], -1) >= j), (len(old), len(new))
        )
        blocks += _apart((i, to_i, j, to_j), old, new)
        i, j = to_i, to_j
    if i < len(old) or j < len(new):
        blocks.append((i, len(old), j, len(new)))
    return blocks


def _together(old: Sequence[bytes], new: Sequence[bytes], i: int, j: int) -> tuple[int, int] | None:
    """The nearest place behind i and j from which the texts agree for two lines, or to their ends."""
    for steps in range(1, NEAR):
        for on in range(steps + 1):
            a, b = i + on, j + steps - on
            if old[a : a + 2] == new[b : b + 2] and (a < len(old)) == (b < len(new)):
                return min(a, len(old)), min(b, len(new))
    return None


def _apart(block: Block, old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Block]:
    """A block without the lines that are the same, counted from its beginning."""
    i1, i2, j1, j2 = block
    if i2 - i1 != j2 - j1:
        least = min(i2 - i1, j2 - j1)
        same = [on for on in range(least) if old[i1 + on] == new[j1 + on]]
        begun = 0
        for on in same:  # lines that stand where they stood cut the block
            if on > begun:
                yield i1 + begun, i1 + on, j1 + begun, j1 + on
            begun = on + 1
        yield i1 + begun, i2, j1 + begun, j2
        return
    for on in range(i2 - i1):
        if old[i1 + on] != new[j1 + on]:
            yield i1 + on, i1 + on + 1, j1 + on, j1 + on + 1


def _lone(old: Sequence[bytes], new: Sequence[bytes]) -> dict[bytes, int]:
    """Every line that stands once in either text, with its place in the new one."""
    once = {line for line, times in Counter(old).items() if times == 1}
    twice = {line for line, times in Counter(new).items() if times > 1}
    return {line: at for at, line in enumerate(new) if line in once and line not in twice}


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

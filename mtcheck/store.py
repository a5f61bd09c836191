"""what earlier runs worked out -> one file of many small parts, of which only those that are asked for are read.

The file is a cache: it is told by a tag what made it, every part by a checksum what it was. Whatever is missing,
damaged, somebody else's or of another make is left alone, and made again by whoever asked for it.
"""

from __future__ import annotations

import _imp
import marshal
import os
import sys

TYPE_CHECKING = False  # this module is the first, and loads hardly any other
if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from mmap import mmap
    from typing import Any

_LENGTHS = 16
"""Bytes at the beginning: the checksum of the list of parts, then its length."""


class Store:
    """The parts of a file, by key. Each has a note, which is read with the list, and bytes, which are not."""

    def __init__(self, parts: dict[Any, tuple[Any, int, int, bytes]], data: bytes | mmap, start: int):
        self._parts = parts
        self._data = data
        self._start = start

    def note(self, key: Hashable) -> Any:
        """The note of a part; None where there is no such part."""
        part = self._parts.get(key)
        return part[0] if part is not None else None

    def part(self, key: Hashable, check: bool = True) -> memoryview | None:
        """The bytes of a part, where they lie; None where there is none, or it is not what it was (with `check`)."""
        if key not in self._parts:
            return None
        _, first, last, checked = self._parts[key]
        content = memoryview(self._data)[self._start + first : self._start + last]
        return content if not check or sum_of(content) == checked else None

    def all(self) -> dict[Any, tuple[Any, bytes | memoryview]]:
        """Every part that is what it was, with its note."""
        parts = ((key, self.note(key), self.part(key)) for key in self._parts if key != _ALL)
        return {key: (note, content) for key, note, content in parts if content is not None}


_ALL = ""
"""Stands in the list for what ends with the file."""
NONE = Store({}, b"", 0)


def sum_of(data: bytes | memoryview) -> bytes:
    """Eight bytes that change with any change of `data`: those by which Python can tell its compiled modules."""
    checked: bytes = _imp.source_hash(1, data)
    return checked


def read(path: str, tag: str) -> Store:
    """The store in a file; one without parts where the file is not ours, not whole or of another make."""
    try:
        data = _mapped(path)
        size = int.from_bytes(data[8:_LENGTHS], "little")
        listed = data[_LENGTHS : _LENGTHS + size]
        if data[:8] != sum_of(listed):
            return NONE
        made, parts = marshal.loads(listed)
    except (OSError, ValueError, EOFError, TypeError):
        return NONE
    whole = made == tag and isinstance(parts, dict) and len(data) == _LENGTHS + size + parts.get(_ALL, (0, 0, 0))[2]
    return Store(parts, data, _LENGTHS + size) if whole else NONE


def _mapped(path: str) -> bytes | mmap:
    """The file's bytes. Raises OSError, also for a file that somebody else wrote."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        owner = os.fstat(file.fileno()).st_uid
        if hasattr(os, "geteuid") and owner not in (0, os.geteuid(), os.stat(__file__).st_uid):  # noqa: PTH116
            raise PermissionError(13, "somebody else's")
        if sys.platform == "win32":  # where a file that is mapped cannot be replaced
            return file.read()
        from mmap import ACCESS_READ, mmap

        return mmap(file.fileno(), 0, access=ACCESS_READ)


def write(path: str, tag: str, parts: Mapping[Any, tuple[Any, bytes | memoryview]]) -> bool:
    """Writes a store, whole or not at all; whether it could."""
    listed: dict[Any, tuple[Any, int, int, bytes]] = {}
    at = 0
    for key, (note, content) in parts.items():
        listed[key] = note, at, at + len(content), sum_of(content)
        at += len(content)
    listed[_ALL] = None, at, at, b""
    head = marshal.dumps((tag, listed))
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb") as file:  # noqa: PTH123
            file.write(sum_of(head) + len(head).to_bytes(_LENGTHS - 8, "little") + head)
            file.writelines(content for _, content in parts.values())
        os.replace(temporary, path)  # noqa: PTH105
    except (OSError, ValueError):
        return False
    else:
        return True
    finally:  # an interrupt, too, leaves no part behind
        if os.path.exists(temporary):  # noqa: PTH110
            os.remove(temporary)  # noqa: PTH107

"""a name -> the bytes of a compiled file here, read without `pathlib`, which takes longer to load than most of them."""

from __future__ import annotations

import os

from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

HERE = os.path.dirname(__file__)  # noqa: PTH120


def contents(*parts: str) -> bytes:
    """The file's bytes. Raises OSError."""
    with open(os.path.join(HERE, *parts), "rb") as file:  # noqa: PTH118, PTH123
        return file.read()


def mapped(*parts: str) -> mmap | bytes:
    """The same, of which only what is looked at is read. Raises OSError."""
    from mmap import ACCESS_READ, mmap

    with open(os.path.join(HERE, *parts), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
        try:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):  # a file system that cannot, or an empty file
            return file.read()

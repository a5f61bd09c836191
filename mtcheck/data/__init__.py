"""a name -> the bytes of a compiled file here, read without `pathlib`, which takes longer to load than most of them."""

import os

HERE = os.path.dirname(__file__)  # noqa: PTH120


def contents(*parts: str) -> bytes:
    """The file's bytes. Raises OSError."""
    with open(os.path.join(HERE, *parts), "rb") as file:  # noqa: PTH118, PTH123
        return file.read()


def names(*parts: str) -> list[str]:
    """What is in a folder, sorted; nothing for one that is not there."""
    try:
        return sorted(os.listdir(os.path.join(HERE, *parts)))  # noqa: PTH118, PTH208
    except (FileNotFoundError, NotADirectoryError):
        return []

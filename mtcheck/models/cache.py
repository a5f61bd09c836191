"""Sentence vectors on disk, so that no sentence is encoded twice by the same model.

A folder for each model (its hash), in it `.npy` files of (key, vector) rows; a key is the hash of a sentence.
A file is named by the hash of its keys and written whole, so that runs side by side cannot spoil each other's.
Nothing in it is a pickle: numpy reads it with `allow_pickle=False`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

FILES = 32
"""Files of a model from which on they are put together as one."""
MOST = 1 << 30
"""Bytes a model's folder may take; beyond, its files are thrown away, oldest first."""


class Vectors:
    """What one model's folder holds; read on first use, added to by `of`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._rows: dict[bytes, Any] | None = None

    def of(self, sentences: Sequence[str], encode: Callable[[list[str]], Any]) -> Any:
        """The vectors of `sentences`, shape (sentences, dimensions); `encode` is asked for those that are not here."""
        import numpy as np

        rows = self._read()
        keys = [hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).digest()[:16] for sentence in sentences]
        missing = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if key not in rows}
        if missing:
            made = np.asarray(encode(list(missing.values())), dtype=np.float32)
            new = dict(zip(missing, made, strict=True))
            rows.update(new)
            self._write(new)
        return np.stack([rows[key] for key in keys]) if keys else np.zeros((0, 0), dtype=np.float32)

    def _read(self) -> dict[bytes, Any]:
        if self._rows is None:
            self._rows = {}
            for path in self._files():
                self._rows.update(_rows(path))
        return self._rows

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.npy"))

    def _write(self, new: dict[bytes, Any]) -> None:
        """Adds a file; a cache that cannot be written is no reason to stop."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            before = self._files()
            if len(before) >= FILES:
                new = self._read()
            _save(self.folder, new)
            if len(before) >= FILES:
                for path in before:
                    path.unlink(missing_ok=True)
            self._shrink()

    def _shrink(self) -> None:
        files = sorted(self._files(), key=lambda path: path.stat().st_mtime)
        while len(files) > 1 and sum(path.stat().st_size for path in files) > MOST:
            files.pop(0).unlink(missing_ok=True)


def _rows(path: Path) -> dict[bytes, Any]:
    """The rows of one file; a file that cannot be read is thrown away, for it can be made again."""
    import numpy as np

    try:
        table = np.load(path, allow_pickle=False)
        return {bytes(key): vector for key, vector in zip(table["key"], table["vector"], strict=True)}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, IndexError, EOFError):
        path.unlink(missing_ok=True)
        return {}


def _save(folder: Path, rows: dict[bytes, Any]) -> None:
    import numpy as np

    width = len(next(iter(rows.values())))
    table = np.empty(len(rows), dtype=[("key", "V16"), ("vector", "<f4", (width,))])
    table["key"] = [np.void(key) for key in rows]
    table["vector"] = list(rows.values())
    name = hashlib.sha256(b"".join(sorted(rows))).hexdigest()[:32]
    temporary = folder / f".{name}.{os.getpid()}"
    try:
        with temporary.open("wb") as stream:
            np.save(stream, table, allow_pickle=False)
        temporary.replace(folder / f"{name}.npy")
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

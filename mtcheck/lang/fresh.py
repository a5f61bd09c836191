"""files -> whether what was made of them is still what they make, so that a change of one pack compiles one language.

`data/packs/.made` (which git ignores) holds, for each compiled file, the digest of what it was made of and its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

_Made = dict[str, tuple[str, str]]


class Fresh:
    """What is known of the files that were made before; `path` is where it is kept."""

    def __init__(self, path: Path):
        self.path = path
        try:
            self._made: _Made = {name: (of, own) for name, (of, own) in json.loads(path.read_text("utf-8")).items()}
        except (OSError, ValueError):
            self._made = {}

    def holds(self, target: Path, of: str) -> bool:
        """Whether `target` is as it was made, of what has the digest `of`."""
        return target.exists() and self._made.get(target.name) == (of, digest([target]))

    def note(self, target: Path, of: str) -> None:
        """`target` was made of what had the digest `of` before it was read."""
        self._made[target.name] = (of, digest([target]))
        self.path.write_text(json.dumps(self._made, indent=1), "utf-8")


def digest(paths: Iterable[Path]) -> str:
    """Of the names and the contents of files, in any order."""
    whole = sha256()
    for path in sorted(paths):
        whole.update(f"{path.name} {path.stat().st_size}\n".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()

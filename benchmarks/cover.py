"""What `make coverage` measured -> trust.json, by part of the program; fails where the tests take too few branches.

python -m benchmarks.cover .coverage.json

coverage.py's own gate (`fail_under`) counts lines and branches together, and lines are the easier half.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePath
from typing import NamedTuple

from benchmarks.trust import keep

LEAST = 95.0
"""Per cent of all branches."""


class Count(NamedTuple):
    """Lines and branches of some files: how many there are, and how many some test takes."""

    lines: int = 0
    lines_taken: int = 0
    branches: int = 0
    branches_taken: int = 0

    def plus(self, said: dict[str, int]) -> Count:
        names = ("num_statements", "covered_lines", "num_branches", "covered_branches")
        return Count(*(own + said[name] for own, name in zip(self, names, strict=True)))

    @property
    def shares(self) -> dict[str, float]:
        """Per cent, to a tenth."""
        return {
            "lines": round(100 * self.lines_taken / self.lines, 1),
            "branches": round(100 * self.branches_taken / self.branches, 1) if self.branches else 100.0,
        }


def main(report: str) -> int:
    parts: dict[str, Count] = {}
    whole = Count()
    for name, file in json.loads(Path(report).read_text("utf-8"))["files"].items():
        _, *folders, _ = PurePath(name).parts
        part = folders[0] if folders else "mtcheck"
        parts[part] = parts.get(part, Count()).plus(file["summary"])
        whole = whole.plus(file["summary"])
    keep("coverage", whole.shares | {"parts": {part: count.shares for part, count in sorted(parts.items())}})
    of = whole.shares
    print(f"{of['branches']} % of {whole.branches:,} branches, {of['lines']} % of {whole.lines:,} lines")
    return int(100 * whole.branches_taken < LEAST * whole.branches)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""raw offset -> line and column, both from 1, as editors count them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable


def places(raw: str) -> Callable[[int], tuple[int, int]]:
    """A function that says line and column (in code points) of an offset in `raw`."""
    starts = [0]
    at = raw.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = raw.find("\n", at + 1)

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return place

"""What kind of edit a model proposes -> how likely it is right, as it was measured.

`calibration.json` is made by `python -m corpora.calibrate` on post-edited news: of all edits of that kind that
passed the guards, how many brought the sentence nearer to what a person made of it. The measured proposals are the
differences between two translations, the hardest case; a model that was trained to correct does better.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, dict[str, list[int]]]:
    table: dict[str, dict[str, list[int]]] = json.loads(
        (Path(__file__).parent / "calibration.json").read_text("utf-8")
    )["kinds"]
    return table


def confidence(kind: str, with_source: bool) -> float:
    """From 0 to 1: the share that was right, drawn to a half where little was seen (Laplace)."""
    right, seen = _table()["source" if with_source else "alone"].get(kind, [0, 0])
    return round((right + 1) / (seen + 2), 2)

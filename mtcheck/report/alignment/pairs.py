"""Aligned -> a line `[0, 1]:[0]` for each pair, as Vecalign writes them and its scorer reads them."""

from __future__ import annotations

from mtcheck.report import Manner
from mtcheck.report.alignment import Aligned


def render(aligned: Aligned, manner: Manner) -> bytes:
    """Sentence numbers from 0; a side without sentences is `[]`."""
    return "".join(f"{list(pair.source)}:{list(pair.target)}\n" for pair in aligned.whole.pairs).encode()

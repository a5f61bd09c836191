"""whole texts -> vectors, and how near each of many texts is to one: which of them may be its source.

A text's vector is the sum of its words' vectors, each weighted by the logarithm of how often it stands there.
Of 2,500 to 3,000 French news documents of 5 or 15 sentences the right one is the nearest to its English
translation in every case, after what all have in common is taken off (raw counts: 0.98 to 0.996).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtcheck.align.encoder import embedded, fold

if TYPE_CHECKING:
    from mtcheck.align.sides import Floats

BEGINNING = 50_000
"""Characters that are looked at: enough to know a text by."""
COMMON = 10
"""Texts that must be seen before half of what all have in common is taken off."""


def document_vector(text: str) -> Floats:
    """Shape (d,); all zeros for a text without words."""
    import numpy as np

    counts = Counter(fold(text[:BEGINNING]))
    weights = np.log1p(np.array(list(counts.values()), dtype=np.float32))
    out: Floats = weights @ embedded().vectors(counts)
    return out


def nearness(target: Floats, candidates: Sequence[Floats]) -> list[float]:
    """The cosine of each candidate's vector with the target's, between -1 and 1."""
    import numpy as np

    if not candidates:
        return []
    rows = _unit(np.stack([*candidates, target]))
    common = rows[:-1].sum(axis=0) / (len(candidates) + COMMON)
    rows = _unit(rows - common)
    return [round(float(value), 4) for value in rows[:-1] @ rows[-1]]


def _unit(rows: Floats) -> Floats:
    import numpy as np

    out: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return out

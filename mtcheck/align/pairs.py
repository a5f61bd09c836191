"""The nouns of an alignment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that translate each other; a side without sentences means left out or added.

    `source` and `target` are ascending sentence numbers from 0. `score` from 0 to 1 says how far to trust
    the pair (for a left-out sentence: how sure it is that it has no counterpart). `moved` marks a pair that
    stands out of order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    moved: bool = False

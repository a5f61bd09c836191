"""The nouns of an alignment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that translate each other; a side without sentences means left out or added.

    `source` and `target` are ascending sentence numbers from 0. `score` from 0 to 1 is the probability of
    this very pair among all ways to align the texts: how far to trust it, or how sure it is that a
    left-out sentence has no counterpart. `moved` marks a pair that stands out of order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    moved: bool = False


class Verdict(Enum):
    """What a document's alignment as a whole is worth."""

    GOOD = "good"
    """The target translates the source."""
    PARTIAL = "partial"
    """It does in part: single pairs can be trusted by their score, absence cannot."""
    UNRELATED = "unrelated"
    """The texts do not translate each other."""
    SAME = "same"
    """The source is in the target's language: a copy, not an original."""
    EMPTY = "empty"
    """One of the texts has no words."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs of two texts, and how far to trust them as a whole.

    `trust` is the share of both texts' letters that stand in pairs, each by its score: near 1 for a
    translation, under 0.2 for texts that have nothing in common.
    """

    pairs: tuple[Pair, ...]
    trust: float
    verdict: Verdict
    language: str
    """The source's language as its words show it; the stated one where they say nothing."""
    message: str
    """One line for a person; empty where all is well."""

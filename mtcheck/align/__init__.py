"""Which sentences of two texts translate each other.

    for pair in align(french, english, "fr"):
        print(pair.source, pair.target, pair.score)

Sentences become words and vectors (`sides`, `encoder`), a first way through both texts is found by the
vectors alone (`coarse`), which teaches a lexicon (`lexicon`); inside a band around the way every bead of up
to 4 to 4 sentences is judged by all evidence (`costs`), and the best way wins (`dynamic`).
"""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.align.costs import Weights
from mtcheck.align.encoder import Encoder
from mtcheck.align.pairs import Pair

__all__ = ["Encoder", "Pair", "Weights", "align"]


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_language: str = "fr",
    target_language: str = "en",
    encoder: Encoder | None = None,
) -> tuple[Pair, ...]:
    """Aligns two texts given as sentences; every sentence of both is in exactly one pair.

    Args:
        source, target: The sentences; empty ones are allowed and stay alone.
        source_language, target_language: Two-letter codes; any languages the encoder knows.
        encoder: Sentence vectors to use beside the embedded ones; see `encoder.Encoder`.

    Returns:
        Pairs in the order of the target; a left-out source sentence stands where it would have stood.
    """
    from mtcheck.align.whole import aligned

    return aligned(source, target, encoder)

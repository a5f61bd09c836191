"""Which sentences of two texts translate each other.

    for pair in align(french, english, "fr"):
        print(pair.source, pair.target, pair.score)

    whole = compare(french, english, "fr")     # the pairs, and whether the texts belong together at all
    whole.trust, whole.verdict, whole.message

Sentences become words and vectors (`sides`, `encoder`); a first way through both texts is found by the
vectors alone (`coarse`), which teaches a lexicon (`lexicon`); inside a band around the way every bead of up
to 4 to 4 sentences is judged by all evidence (`costs`, `gains`), the best way wins (`dynamic`), what was
left out on both sides is compared once more (`moved`), and the whole is judged (`trust`).
"""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.align.encoder import Encoder
from mtcheck.align.pairs import Alignment, Pair, Verdict

__all__ = ["Alignment", "Encoder", "Pair", "Verdict", "align", "compare"]


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_language: str = "fr",
    target_language: str = "en",
    encoder: Encoder | None = None,
) -> tuple[Pair, ...]:
    """Aligns two texts given as sentences; every sentence of both is in exactly one pair.

    Args:
        source, target: The sentences, with or without the white space around them; empty ones stay alone.
        source_language, target_language: Two-letter codes; they decide nothing but the verdict of `compare`.
        encoder: Sentence vectors to use instead of the embedded ones.

    Returns:
        Pairs in the order of the target; a left-out source sentence stands where it would have stood.
    """
    return compare(source, target, source_language, target_language, encoder).pairs


def compare(
    source: Sequence[str],
    target: Sequence[str],
    source_language: str = "fr",
    target_language: str = "en",
    encoder: Encoder | None = None,
    paragraphs: tuple[Sequence[int], Sequence[int]] | None = None,
) -> Alignment:
    """As `align`, with a judgement of the whole.

    Args:
        paragraphs: For each source and each target sentence the number of its paragraph. Paragraphs that
            begin together are a hint, never a wall.

    Raises:
        ValueError: a list of paragraph numbers is not as long as its sentences, or the encoder returns
            another number of vectors than it was given sentences.
    """
    from mtcheck.align.trust import judged
    from mtcheck.align.whole import aligned

    pairs = aligned(source, target, encoder, paragraphs)
    return judged(pairs, source, target, (source_language, target_language))

"""A negation that was lost or added."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.view import View
from mtcheck.analysis.witness import source_words
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.negations import CLEAR, NEGATIONS, NOT_NEGATED
from mtcheck.rules import FLAG, Example, rule
from mtcheck.text import Span

_TRUST = 0.8
_LONG = 25
"""Words of a sentence from which there are too many ways to say no."""
_PREFIXES = ("un", "in", "im", "dis", "mis", "non")


@rule(
    "negation-mismatch",
    safety=FLAG,
    bad=[
        Example("[[The mayor wants to sell the lighthouse.]]", "fr", "Le maire ne veut pas vendre le phare."),
        Example("[[The mayor does not want to sell the lighthouse.]]", "fr", "Le maire veut vendre le phare."),
    ],
    good=[
        Example("The mayor does not want to sell the lighthouse.", "fr", "Le maire ne veut pas vendre le phare."),
        Example("The mayor refuses to sell the lighthouse.", "fr", "Le maire ne veut pas vendre le phare."),
        Example("The mayor only wants to sell the lighthouse.", "fr", "Le maire ne veut que vendre le phare."),
        Example("It is unlikely that he will sell it.", "fr", "Il n’est pas probable qu’il le vende."),
    ],
)
def negation_mismatch(view: View) -> Iterator[Hit]:
    """One side of a sentence says no, and the other has no word that could.

    Flagged only in short sentences, and only where not even a verb or prefix of refusal (refuse, lack, unlikely)
    stands on the other side. « Ne … que » (only) and the ne after avant que are no negations.
    """
    bitext = view.bitext
    if bitext is None or bitext.language not in NEGATIONS:
        return
    for passage in bitext.trusted(_TRUST):
        said, here = passage.source.of(bitext.source), passage.target.of(view.text)
        theirs, ours = [word for word, *_ in source_words(said)], [word for word, *_ in source_words(here)]
        if max(len(theirs), len(ours)) > _LONG:
            continue
        evidence = Evidence(passage.source, said)
        if _denies(theirs, bitext.language) and not _hints(ours, "en"):
            yield Hit(_trimmed(passage.target, here), "the source sentence says no", (), 0.7, evidence=evidence)
        elif _denies(ours, "en") and not _hints(theirs, bitext.language):
            yield Hit(_trimmed(passage.target, here), "the source sentence does not say no", (), 0.7, evidence=evidence)


def _denies(words: list[str], language: str) -> bool:
    """Whether a clear negation stands among `words`, and nothing that takes it back."""
    clear = not CLEAR[language].isdisjoint(words)
    if language == "fr":
        return clear and not NEGATIONS["fr"].isdisjoint(words) and NOT_NEGATED.isdisjoint(words)
    return clear


def _hints(words: list[str], language: str) -> bool:
    """Whether anything among `words` could carry a no."""
    if not (NEGATIONS[language] | CLEAR[language]).isdisjoint(words):
        return True
    if language == "fr" and not NOT_NEGATED.isdisjoint(words):
        return True
    return any((word.startswith(_PREFIXES) and len(word) > 5) or word.endswith("less") for word in words)


def _trimmed(span: Span, text: str) -> Span:
    return Span(span.start, span.start + len(text.rstrip()))

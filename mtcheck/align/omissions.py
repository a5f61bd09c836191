"""a Bitext -> the source sentences that are missing, and the target sentences that were added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.analysis.bitext import Bitext, Passage

SURE = 0.6
"""Score from which a sentence without counterpart is believed to have none."""
ADDED = 0.8
"""The same for a sentence of the target: one side’s sentence in two looks much like one that was added."""
WORDS = 3
"""Words that a sentence must have: a lone name or number is a caption or a crumb of the page."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_FURNITURE = re.compile(
    r"\W*(?:(?:à )?(?:lire|voir|écouter|regarder)(?: aussi)?\b|lire (?:la suite|également)|publicité|crédits?\b"
    r"|photos?\b|©|publié le|mis(?:e)? (?:à jour|en ligne)|article réservé|abonnez|partager|newsletter|inscrivez"
    r"|suivez|(?:la )?rédaction\b"
    r"|leer (?:también|más)|lea también|leggi anche|foto\b|fotos?:|leia (?:também|mais)|lesen sie|lees ook|siehe auch"
    r"|avec (?:afp|reuters)|source\s*:)",
    re.IGNORECASE,
)
"""How page furniture of a source begins: nobody misses it."""


def omitted(bitext: Bitext) -> Iterator[Passage]:
    """Source passages without a target, in the order of the target; page furniture is left out."""
    for passage in bitext.passages:
        if passage.target.start == passage.target.end and passage.score >= SURE:
            said = passage.source.of(bitext.source)
            if len(_WORD.findall(said)) >= WORDS and not _FURNITURE.match(said):
                yield passage


def added(bitext: Bitext, target: str) -> Iterator[Passage]:
    """Target passages without a source, in their order."""
    for passage in bitext.passages:
        if passage.source.start == passage.source.end and passage.score >= ADDED:
            said = passage.target.of(target)
            if len(_WORD.findall(said)) >= WORDS:
                yield passage

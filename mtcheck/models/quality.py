"""aligned passages and findings -> how good a translation looks without a reference, from 0 to 100.

Five signs of each pair (likeness of the vectors, length, numbers, names, what the rules find) are weighed together;
the weights were fitted to the share of words that a person kept when post-editing (`python -m corpora.calibrate`), and
are the same for every document, so that scores of different documents can be compared. They say how much of the text
a post-editor would keep, as far as it can be seen from outside; a wrong word that fits is not seen.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtcheck.align.encoder import Encoder, embedded, fold
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.models.kinds import numbers
from mtcheck.models.words import WORD
from mtcheck.text import Span

SIGNS = ("likeness", "length", "numbers", "names", "findings")
MOST = 3.0
"""Log of the ratio of lengths beyond which a pair is no longer worse."""


class Judged(NamedTuple):
    """One passage with its score. An unpaired one, left out or added, has none of the signs and scores 0."""

    passage: Passage
    score: float
    signs: tuple[float, ...]


class Quality(NamedTuple):
    """A document's score and its passages'."""

    score: float
    """Mean over the passages, each by its length."""
    passages: tuple[Judged, ...]
    message: str
    """What the alignment says of the texts; empty where all is well."""


def quality(bitext: Bitext, text: str, findings: Sequence[Span], encoder: Encoder | None = None) -> Quality:
    """Judges `text` beside its source.

    Args:
        findings: Where the rules found something, in `text`.
        encoder: Another encoder than the embedded one. Its scores compare only among themselves.
    """
    paired = [passage for passage in bitext.passages if passage.paired]
    pairs = [(passage.source.of(bitext.source), passage.target.of(text)) for passage in paired]
    near = likeness(pairs, encoder)
    judged: dict[Passage, Judged] = {}
    for passage, (source, target), cosine in zip(paired, pairs, near, strict=True):
        found = sum(passage.target.start <= span.start < passage.target.end for span in findings)
        signs = signs_of(source, target, cosine, found)
        judged[passage] = Judged(passage, score_of(signs), signs)
    passages = tuple(judged.get(passage) or Judged(passage, 0.0, ()) for passage in bitext.passages)
    return Quality(_mean(passages), passages, bitext.message)


def likeness(pairs: Sequence[tuple[str, str]], encoder: Encoder | None = None) -> list[float]:
    """The cosine of the two sides of each pair."""
    import numpy as np

    if not pairs:
        return []
    own = encoder if encoder is not None else embedded()
    sides = [np.asarray(own.encode([pair[side] for pair in pairs]), dtype=np.float32) for side in (0, 1)]
    units = [side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in sides]
    return [float(value) for value in (units[0] * units[1]).sum(axis=1)]


def signs_of(source: str, target: str, cosine: float, findings: int) -> tuple[float, ...]:
    """The SIGNS of one pair: likeness up, all others 0 where nothing is wrong."""
    words = max(len(target.split()), 1)
    ratio = abs(math.log((len(target) + 5) / (len(source) + 5)))
    return (cosine, min(ratio, MOST), _unmatched(source, target), _missing(source, target), findings / words)


def score_of(signs: Sequence[float]) -> float:
    """From 0 to 100: the weighed sum of the signs."""
    first, *weights = _weights()
    value = first + sum(weight * sign for weight, sign in zip(weights, signs, strict=True))
    return round(100 * min(max(value, 0.0), 1.0), 2)


@cache
def _weights() -> tuple[float, ...]:
    return tuple(json.loads((Path(__file__).parent / "calibration.json").read_text("utf-8"))["quality"]["weights"])


def _unmatched(source: str, target: str) -> float:
    """The share of numbers in digits that stand on one side only."""
    ours, theirs = (Counter({n: c for n, c in numbers(text).items() if n[0].isdigit()}) for text in (source, target))
    whole = ours.total() + theirs.total()
    return ((ours - theirs) + (theirs - ours)).total() / whole if whole else 0.0


def _missing(source: str, target: str) -> float:
    """The share of the source's names that the target has in no form: a name keeps at least its first four letters."""
    there = {word[:4] for word in fold(target)}
    names = [
        "".join(fold(match.group()))
        for match in re.finditer(WORD, source)
        if match.start() and match.group()[0].isupper() and len(match.group()) > 3
    ]
    return sum(name[:4] not in there for name in names) / len(names) if names else 0.0


def _mean(passages: Sequence[Judged]) -> float:
    sizes = [max(p.passage.target.end - p.passage.target.start, p.passage.source.end - p.passage.source.start)
             for p in passages]  # fmt: skip
    whole = sum(sizes)
    return round(sum(p.score * size for p, size in zip(passages, sizes, strict=True)) / whole, 2) if whole else 0.0

"""Held-out retrieval accuracy of the encoder that ships, and what it was trained on.

    python retrieval.py PARALLEL_FOLDER

For each language up to 1,000 held-out pairs with English of the training sources, and up to 3,000 news lines
of a source that is not trained on: the share of sentences whose translation is the nearest of all, both ways.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import numpy as np
from pairs import LANGUAGES, LICENCES, PairOf, held_out, read

from mtcheck.align.encoder import embedded

HELD_OUT = 1000
NEWS = 3000
UNSEEN = frozenset({"wmt-newstest-2008-2011"})
SEED = 20


def sample_of(rows: list[PairOf], most: int) -> list[tuple[str, str]]:
    """Up to `most` pairs, no sentence twice on either side."""
    random.Random(SEED).shuffle(rows)
    seen: set[str] = set()
    chosen = []
    for pair in rows:
        if not seen & set(pair.texts) and len(chosen) < most:
            seen.update(pair.texts)
            chosen.append(pair.texts)
    return chosen


def accuracy(pairs: list[tuple[str, str]]) -> str:
    """Foreign to English and back."""
    one, other = (embedded().encode([pair[side] for pair in pairs]) for side in (0, 1))
    near = one @ other.T
    right = np.arange(len(pairs))
    return f"{(near.argmax(1) == right).mean():.3f} {(near.argmax(0) == right).mean():.3f} of {len(pairs)}"


def main() -> None:
    """Reads the arguments and prints Markdown rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parallel", type=Path)
    folder = parser.parse_args().parallel
    pairs = list(read(folder))
    unseen = list(read(folder, UNSEEN))
    for language in LANGUAGES:
        test = [pair for pair in pairs if pair.languages[0] == language and held_out(pair.texts[1])]
        news = [pair for pair in unseen if pair.languages[0] == language]
        cells = accuracy(sample_of(test, HELD_OUT)), accuracy(sample_of(news, NEWS)) if news else "none"
        print(f"| {language} | {cells[0]} | {cells[1]} |", flush=True)
    counts = Counter((pair.source, pair.languages[0]) for pair in pairs if not held_out(pair.texts[1]))
    for source, licence in LICENCES.items():
        cells = " | ".join(str(counts[source, language] or "") for language in LANGUAGES)
        print(f"| {source} | {licence} | {cells} |")


if __name__ == "__main__":
    main()

"""parallel text files -> pairs to train and to test the encoder on: which sources, which split, which order.

Every input is `LL-en.tsv.xz` with lines `source-name TAB LL-sentence TAB English sentence`. Only sources whose
licence lets a trained weight be shipped are read; the rest of the files is skipped and counted.
"""

from __future__ import annotations

import hashlib
import lzma
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("fr", "es", "de", "it", "pt", "nl")
"""Each is read against English; pairs among themselves come from equal English sentences."""

LICENCES = {
    "tatoeba": "CC BY 2.0 FR",
    "debian-webwml": "MIT / Open Publication Licence",
    "php-docs": "CC BY 3.0",
    "python-docs": "PSF-2.0 / CC0",
    "opensource-guide": "CC BY 4.0",
    "tldr-pages": "CC BY 4.0",
    "laws-canada": "Reproduction of Federal Law Order (free, with due diligence for accuracy)",
    "digital-canada-ca": "Open Government Licence - Canada",
    "blogue-canada-ca": "Open Government Licence - Canada",
    "mozilla-www-l10n": "MPL-2.0",
    "nextstrain-sitreps": "CC BY 4.0",
    "african-storybook": "CC BY 4.0",
}
"""The sources that may go into a weight that ships, by the licence their publisher states."""

HELD_OUT = 50
"""One English sentence in this many is held out, with all its translations: no paraphrase leaks into training."""


@dataclass(frozen=True, slots=True)
class PairOf:
    """Two sentences that translate each other, with their languages and the source they came from."""

    languages: tuple[str, str]
    source: str
    texts: tuple[str, str]


def held_out(english: str) -> bool:
    """Whether a pair with this English side belongs to the test half, in every language alike."""
    digest = hashlib.blake2b(english.casefold().strip().encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % HELD_OUT == 0


def read(folder: Path, sources: frozenset[str] = frozenset(LICENCES)) -> Iterator[PairOf]:
    """All pairs with English of the given sources, in the order of the files.

    Raises:
        FileNotFoundError: a language's file is missing.
        ValueError: a line has not exactly three fields.
    """
    for language in LANGUAGES:
        with lzma.open(folder / f"{language}-en.tsv.xz", "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                source, foreign, english = line.rstrip("\n").split("\t")
                if source in sources:
                    yield PairOf((language, "en"), source, (foreign, english))


def pivoted(pairs: list[PairOf]) -> Iterator[PairOf]:
    """Pairs of two foreign languages whose English side is the same (German-French from two Debian pages).

    One sentence of each language for an English sentence, so that frequent phrases do not multiply.
    """
    by_english: dict[str, dict[str, PairOf]] = defaultdict(dict)
    for pair in pairs:
        by_english[pair.texts[1]].setdefault(pair.languages[0], pair)
    for translations in by_english.values():
        ordered = [translations[language] for language in LANGUAGES if language in translations]
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 :]:
                languages = (one.languages[0], other.languages[0])
                yield PairOf(languages, one.source, (one.texts[0], other.texts[0]))


def split(folder: Path) -> tuple[list[PairOf], list[PairOf]]:
    """(training pairs with the pivoted ones, held-out pairs with English)."""
    train: list[PairOf] = []
    test: list[PairOf] = []
    for pair in read(folder):
        (test if held_out(pair.texts[1]) else train).append(pair)
    return [*train, *pivoted(train)], test

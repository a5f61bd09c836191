"""words -> the language they are in, by its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mtcheck.analysis.abbreviations import LANGUAGES, function_words

PROOF = 12
"""Function words that a language must show before it is believed against the stated one."""
_NAMES = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")


def name_of(language: str) -> str:
    """A language code's English name; the code itself where we have none."""
    return _NAMES.get(language, language)


def language_of(sentences: Sequence[str], stated: str) -> str:
    """The language whose function words are most frequent; `stated` where no other is clearly ahead."""
    counts: Counter[str] = Counter()
    for sentence in sentences[:400]:
        counts.update(word.lower().replace("'", "’") for word in _WORD.findall(sentence))
    hits = {language: sum(counts[word] for word in function_words(language)) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: (hits[language], language == stated))
    # related languages share many function words: the winner needs a clear lead
    return best if hits[best] >= PROOF and hits[best] > 1.25 * hits.get(stated, 0) else stated

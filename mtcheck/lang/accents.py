"""a word -> the same letters without their accents."""

from __future__ import annotations

from functools import lru_cache


def without_accents(word: str) -> str:
    """`élysée` -> `elysee`; letters that are none of another with a mark (ø, ß) stay."""
    if word.isascii():
        return word
    import unicodedata  # slow to load, and most words have no accent

    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def ascii_letters(word: str) -> str:
    """`L’Élysée` -> `lelysee`: in small letters, and without what ASCII lacks. For comparing names."""
    return without_accents(word.lower()).encode("ascii", "ignore").decode()

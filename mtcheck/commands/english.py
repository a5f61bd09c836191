"""a document -> whether it is English at all: an original that lies beside its translation is not to be repaired."""

from __future__ import annotations

from mtcheck.errors import Foreign
from mtcheck.files import STANDARD_INPUT
from mtcheck.text import Document

_BEGINNING = 6000
"""Characters that are looked at."""
_TOO_FEW = 30
"""Words, of which no language can be told."""
_COMMONEST = frozenset(("the", "and", "to", "that", "with", "for"))
_ENGLISH = 0.05
"""Share of these words from which a text is English for certain. English has 0.12 and more, other languages 0.01."""


def require_english(document: Document) -> None:
    """Raises Foreign for a text in another language, and for a catalogue with such translations, whatever it declares.

    What comes from standard input is taken for what it is given as: something has to come out.
    """
    plain = document.text.plain[:_BEGINNING]
    words = plain.lower().split()
    if (len(words) < _TOO_FEW and document.source is None) or document.path == STANDARD_INPUT:
        return
    if sum(word in _COMMONEST for word in words) >= _ENGLISH * len(words):
        return
    from mtcheck.analysis.languages import language_of, name_of

    language = language_of([plain], "en")
    if language != "en":
        what = "its translations read" if document.source is not None else "it reads"
        raise Foreign(f"{document.path}: passed over, {what} like {name_of(language)}", "only English can be checked")

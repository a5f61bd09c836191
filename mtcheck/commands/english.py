"""a catalogue -> whether its translations are English at all."""

from __future__ import annotations

from mtcheck.errors import Foreign
from mtcheck.text import Document


def require_english(document: Document) -> None:
    """Raises Foreign for a catalogue whose translations are in another language, whatever it declares or leaves out."""
    if document.source is None:
        return
    from mtcheck.align.trust import language_of

    language = language_of([document.text.plain], "en")
    if language != "en":
        raise Foreign(
            f"{document.path}: passed over, its translations read like {language}", "only English can be checked"
        )

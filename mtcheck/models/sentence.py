"""The nouns of model work: a sentence that is given to a model, and what a model can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from mtcheck.models.generation import Answer, Step
from mtcheck.text import Span


class Sentence(NamedTuple):
    """A sentence of the text, with what is known of it."""

    text: str
    span: Span = Span(0, 0)
    """Where it stands in the document's plain text."""
    source: str = ""
    """What it translates; empty where that is not known."""
    language: str = "fr"
    """The source's."""
    notes: tuple[str, ...] = ()
    """What the rules say of it."""


class Writer(Protocol):
    """A model that writes a sentence anew."""

    signature: str

    def write(self, sentences: Sequence[Sentence], step: Step) -> list[Answer]:
        """For each sentence what the model would have in its place."""

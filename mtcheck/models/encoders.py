"""A model's name -> sentence vectors, through sentence-transformers, kept on disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mtcheck.errors import ModelProblem
from mtcheck.models.cache import Vectors
from mtcheck.models.device import chosen, numbers, out_of_memory, told
from mtcheck.models.libraries import library, require
from mtcheck.models.place import Place, cache_folder, digest, locate, require_safetensors

BATCH = 64
"""Sentences at once, at first; halved where memory runs out."""


class SentenceEncoder:
    """`encode(sentences)` -> float32 unit vectors of shape (sentences, dimensions).

    The model itself is loaded when the first sentence comes that is not in the cache.
    """

    def __init__(self, place: Place, device: str):
        self.place = place
        self.device = device
        self.prompt = place.row.prefix if place.row and place.row.kind == "encoder" else ""
        self._hash = digest(place.path)
        self._vectors = Vectors(cache_folder() / "vectors" / self._hash[:32])
        self._model: Any = None

    @property
    def signature(self) -> str:
        """Name and hash, for reports."""
        return self.place.signature

    def encode(self, sentences: Sequence[str]) -> Any:
        """Sentences -> vectors; the same sentences give the same vectors.

        Raises:
            ModelProblem: the model cannot be loaded, or memory runs out.
        """
        return self._vectors.of(sentences, self._made)

    def _made(self, sentences: list[str]) -> Any:
        size = BATCH
        with told(self.place.name, self.device):
            if self._model is None:
                self.device = chosen(self.device)
                self._model = _model(self.place, self.device)
            while True:
                try:
                    return self._model.encode(
                        sentences,
                        prompt=self.prompt or None,
                        batch_size=size,
                        show_progress_bar=False,
                        normalize_embeddings=True,
                    )
                except Exception as error:
                    if size == 1 or not out_of_memory(error):
                        raise
                size //= 2


def load(name: str, device: str = "auto") -> SentenceEncoder:
    """The encoder called `name`; see `mtcheck.models.encoder`."""
    require("sentence_transformers")
    place = locate(name)
    if not (place.path / "modules.json").is_file():
        raise ModelProblem(
            f"{name}: not a sentence encoder (no modules.json in it): `mtcheck models list` says which models are"
        )
    require_safetensors(place)
    return SentenceEncoder(place, device)


def _model(place: Place, device: str) -> Any:
    made = library("sentence_transformers").SentenceTransformer(
        str(place.path),
        device=device,
        local_files_only=True,
        trust_remote_code=False,
        model_kwargs={"use_safetensors": True, "dtype": numbers(device)},
    )
    return made.eval()

"""words -> vectors: the multilingual static encoder that ships with mtcheck, read with numpy alone.

A sentence's vector is the mean of its pieces' vectors (sentence-transformers' StaticEmbedding). The pieces
come from a WordPiece vocabulary over lower-cased text without accents, cut exactly as the `tokenizers`
library cuts with BertNormalizer and BertPreTokenizer (a test compares the two). The weights, where they come
from and what they reach: mtcheck/data/encoder/README.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

_LONGEST = 100
"""WordPiece gives longer words up as unknown; so did the training."""


class Encoder(Protocol):
    """Anything that turns sentences into vectors: the embedded encoder or a sentence-transformers model."""

    def encode(self, sentences: Sequence[str]) -> Any:
        """An array of shape (sentences, dimensions); rows need not have unit length."""


class _Fold(dict[int, str]):
    """Code point -> what the normaliser makes of it: nothing, a space, itself set apart, or its small form."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if char in "\t\n\r":
            new = " "
        elif (category[0] == "C" and category != "Cn") or code in (0, 0xFFFD) or category == "Mn":
            new = ""
        elif char.isspace():
            new = " "
        elif category[0] == "P" or (code < 128 and char in "$+<=>^`|~") or _ideograph(code):
            new = f" {char} "
        else:
            new = char.lower()
        self[code] = new
        return new


_FOLD = _Fold()


def _ideograph(code: int) -> bool:
    """The CJK blocks that BERT sets apart (google-research/bert, tokenization.py)."""
    blocks = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))
    return any(first <= code <= last for first, last in blocks)


def fold(text: str) -> list[str]:
    """The words and marks of `text`, in small letters, without accents: `L’Élysée` -> l ’ elysee."""
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
    return text.translate(_FOLD).split()


class StaticEncoder:
    """The embedded encoder: `vocabulary[i]` has the vector `scales[i] * numbers[i]`.

    Args:
        vocabulary: Pieces in the order of their numbers; a piece that continues a word begins with `##`.
        numbers: int8 of shape (pieces, dimensions), or uint8 of shape (pieces, dimensions / 2) with two
            4-bit numbers in a byte (the even dimension in the low half, each stored plus 8).
        scales: float16 of shape (pieces,).
    """

    def __init__(self, vocabulary: Sequence[str], numbers: NDArray[Any], scales: NDArray[Any]):
        self.vocabulary = vocabulary
        self._numbers, self._scales = numbers, scales
        self._index = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
        self._most = max(map(len, vocabulary), default=0)  # with the ## of a piece: never too short
        self._pieces: dict[str, tuple[int, ...]] = {}

    @property
    def dimensions(self) -> int:
        width = int(self._numbers.shape[1])
        return width * 2 if self._numbers.dtype.name == "uint8" else width

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of the longest pieces from left to right; number 0 is the unknown."""
        known = self._pieces.get(word)
        if known is None:
            known = self._pieces[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        whole = self._index.get(word)
        if whole is not None:
            return (whole,)
        if len(word) > _LONGEST:
            return (0,)
        found, start = [], 0
        while start < len(word):
            for end in range(min(len(word), start + self._most), start, -1):
                piece = self._index.get("##" + word[start:end] if start else word[:end])
                if piece is not None:
                    break
            else:
                return (0,)
            found.append(piece)
            start = end
        return tuple(found)

    def tokens(self, text: str) -> list[int]:
        """All piece numbers of a text, as the `tokenizers` library gives them."""
        return [piece for word in fold(text) for piece in self.pieces(word)]

    def rows(self, pieces: NDArray[Any]) -> Floats:
        """The vectors of these pieces: shape (pieces, dimensions)."""
        import numpy as np

        numbers = self._numbers[pieces]
        if numbers.dtype.name == "uint8":
            wide = np.empty((len(numbers), self.dimensions), dtype=np.float32)
            wide[:, 0::2] = numbers & 15
            wide[:, 1::2] = numbers >> 4
            wide -= 8
        else:
            wide = numbers.astype(np.float32)
        wide *= self._scales[pieces].astype(np.float32)[:, None]
        return wide

    def vectors(self, words: Iterable[str]) -> Floats:
        """The sum of each word's piece vectors: shape (words, dimensions)."""
        import numpy as np

        cut = [self.pieces(word) for word in words]
        if not cut:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        sizes = np.array([len(pieces) for pieces in cut])
        starts = np.cumsum(sizes) - sizes
        flat = np.array([piece for pieces in cut for piece in pieces], dtype=np.int64)
        out = self.rows(flat[starts])
        for further in range(1, int(sizes.max())):
            # few words have so many pieces; all of them at once is quicker than word by word
            longer = np.flatnonzero(sizes > further)
            out[longer] += self.rows(flat[starts[longer] + further])
        return out

    def encode(self, sentences: Sequence[str]) -> Floats:
        """Unit vectors of shape (sentences, dimensions); a sentence without words is all zeros."""
        import numpy as np

        out = np.zeros((len(sentences), self.dimensions), dtype=np.float32)
        for at, sentence in enumerate(sentences):
            pieces = np.array(self.tokens(sentence), dtype=np.int64)
            if len(pieces):
                mean = self.rows(pieces).mean(axis=0)
                out[at] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return out


@lru_cache(maxsize=1)
def embedded() -> StaticEncoder:
    """The encoder in mtcheck/data/encoder, read once (about 20 ms)."""
    folder = files("mtcheck.data") / "encoder"
    vocabulary = (folder / "vocabulary.txt").read_bytes().decode("utf-8").split("\n")
    return StaticEncoder(vocabulary, _array(folder / "vectors.npy"), _array(folder / "scales.npy"))


def _array(path: Any) -> NDArray[Any]:
    """An array file, read as it is needed where it is a plain file."""
    import io

    import numpy as np

    if isinstance(path, Path):
        mapped: NDArray[Any] = np.load(path, mmap_mode="r")
        return mapped
    whole: NDArray[Any] = np.load(io.BytesIO(path.read_bytes()))
    return whole

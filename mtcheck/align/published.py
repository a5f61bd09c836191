"""the embedded encoder -> a folder that sentence-transformers loads.

    python -m mtcheck.align.published FOLDER
    SentenceTransformer("FOLDER").encode(["Guten Morgen.", "Good morning."])

Writes the tokeniser as the `tokenizers` library stores it and the weights as float32 safetensors; needs
numpy alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from mtcheck.align.encoder import embedded


def publish(folder: Path) -> None:
    """Writes the model into `folder`, which is made where it is missing.

    Raises:
        OSError: the folder cannot be written.
    """
    import numpy as np

    encoder = embedded()
    folder.mkdir(parents=True, exist_ok=True)
    rows = encoder.rows(np.arange(len(encoder.vocabulary)))
    tensor = {"dtype": "F32", "shape": list(rows.shape), "data_offsets": [0, rows.nbytes]}
    header = json.dumps({"embedding.weight": tensor, "__metadata__": {"format": "pt"}}).encode()
    header += b" " * (-len(header) % 8)  # the format asks for data at a multiple of 8
    weights = len(header).to_bytes(8, "little") + header + rows.astype("<f4").tobytes()
    (folder / "model.safetensors").write_bytes(weights)
    modules = [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"}]
    _write(folder / "modules.json", modules)
    _write(folder / "config_sentence_transformers.json", {"prompts": {}, "similarity_fn_name": "cosine"})
    _write(folder / "tokenizer.json", _tokenizer(encoder.vocabulary))


def _tokenizer(vocabulary: Sequence[str]) -> dict[str, object]:
    normalizer = {
        "type": "BertNormalizer",
        "clean_text": True,
        "handle_chinese_chars": True,
        "strip_accents": True,
        "lowercase": True,
    }
    model = {
        "type": "WordPiece",
        "unk_token": "[UNK]",
        "continuing_subword_prefix": "##",
        "max_input_chars_per_word": 100,
        "vocab": {piece: number for number, piece in enumerate(vocabulary)},
    }
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": normalizer,
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": None,
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": model,
    }


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    publish(Path(sys.argv[1]))

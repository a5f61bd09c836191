"""pairs -> scores of a COMET model that needs no reference (CometKiwi), through Unbabel's own library.

An extra of its own, for the library holds transformers below 5 and numpy below 2. COMET's checkpoints are pickles:
one is opened only after torch's restricted unpickler (`weights_only=True`) has read all of it, so that nothing in it
can run.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mtcheck.errors import ModelProblem
from mtcheck.models.device import chosen, told
from mtcheck.models.libraries import library
from mtcheck.models.place import Place, hub_name

BATCH = 16


def judged_by(name: str, pairs: Sequence[tuple[str, str]], device: str = "auto") -> tuple[list[float], str]:
    """(a score for each (source, translation), higher is better; the model's name and hash).

    Raises:
        ModelProblem: the library or the model is missing, or its checkpoint holds more than weights.
    """
    comet = library("comet")
    place = _place(name)
    checkpoint = _checkpoint(place)
    device = chosen(device)
    with told(name, device), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # lightning's advice on workers and hardware
        model = comet.load_from_checkpoint(str(checkpoint), local_files_only=True)
        data = [{"src": source, "mt": target} for source, target in pairs]
        made: Any = model.predict(data, batch_size=BATCH, gpus=int(device != "cpu"), progress_bar=False)
    return [float(value) for value in made["scores"]], place.signature


def _place(name: str) -> Place:
    """The folder of a COMET model: hparams.yaml, and checkpoints/model.ckpt below it."""
    path = Path(name).expanduser()
    if path.is_dir():
        return Place(name, path)
    from mtcheck.models.known import find

    row = find(name)
    repo, revision = hub_name(name, row)
    hub = library("huggingface_hub")
    try:
        found = hub.snapshot_download(repo, revision=revision, local_files_only=True)
    except (OSError, ValueError):
        raise ModelProblem(
            f"the model {name} is not on this machine: hf download {repo}, or give the folder it is in"
        ) from None
    return Place(name, Path(found), row)


def _checkpoint(place: Place) -> Path:
    """The model's checkpoint, once it is known to hold nothing but weights and plain values."""
    found = sorted((place.path / "checkpoints").glob("*.ckpt"))
    if not found or not (place.path / "hparams.yaml").is_file():
        raise ModelProblem(f"{place.name}: no COMET model (hparams.yaml and checkpoints/*.ckpt) in {place.path}")
    require_plain(place.name, found[0])
    return found[0]


def require_plain(name: str, file: Path) -> None:
    """Reads a pickle with torch's restricted unpickler, which refuses all that could run.

    Raises:
        ModelProblem: there is something else in it than tensors and plain values.
    """
    torch = library("torch")
    try:
        torch.load(file, map_location="cpu", weights_only=True)
    except Exception as error:
        why = " ".join(str(error).split())[:120]
        raise ModelProblem(f"{name}: {file.name} holds more than weights, and is not opened ({why})") from None

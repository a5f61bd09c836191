"""A model's name -> the folder on this machine that holds it. Nothing is downloaded here (`pull` does that).

A name is a folder, a short name of known.toml, or a name on the hub (`owner/name`, `owner/name@revision`).
"""

from __future__ import annotations

import hashlib
import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from mtcheck.errors import ModelProblem
from mtcheck.models.known import Known, find, known
from mtcheck.models.libraries import library

PATTERNS = ("*.safetensors", "*.json", "*.txt", "*.model", "*.spm", "*.jinja", "*.yaml")
"""What is taken from the hub, and looked for in its cache: weights as safetensors, settings, vocabularies."""
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
_HASH = re.compile(r"[0-9a-f]{64}\Z")


class Place(NamedTuple):
    """Where a model lies."""

    name: str
    """As it was asked for."""
    path: Path
    row: Known | None = None
    """What known.toml says of it."""

    @property
    def signature(self) -> str:
        """`LaBSE@3f1c09a2b4d5`: the name without its folders, and the hash of what is in it."""
        short = self.row.name if self.row else Path(self.name.rstrip("/")).name
        return f"{short}@{digest(self.path)[:12]}"


def cache_folder() -> Path:
    """Where mtcheck keeps vectors and converted models: $MTCHECK_CACHE, else mtcheck in the user's cache folder."""
    own = os.environ.get("MTCHECK_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mtcheck"


def locate(name: str) -> Place:
    """Where the model called `name` lies on this machine.

    Raises:
        ModelProblem: it does not, or only in part; the message says what to type.
    """
    path = Path(name).expanduser()
    if path.is_dir():
        return Place(name, path)
    if name.startswith((".", "/", "~")):
        raise ModelProblem(f"{name}: no such folder; a model is a folder or a name (mtcheck models list)")
    row = find(name.partition("@")[0])
    here = _packaged(row) if row else None
    if here is None:
        repo, revision = hub_name(name, row)
        here = converted(repo) if converted(repo).is_dir() else _cached(name, repo, revision)
    return Place(name, here, row)


def hub_name(name: str, row: Known | None) -> tuple[str, str | None]:
    """(name on the hub, revision or None) of a short or long name.

    Raises:
        ModelProblem: it is neither.
    """
    head, _, revision = name.partition("@")
    if row is not None:
        return row.id, revision or row.revision or None
    if "/" not in head:
        from difflib import get_close_matches

        names = {row.name.lower(): row.name for row in known()}
        near = get_close_matches(head.lower(), names, n=1)
        meant = (
            f"did you mean {names[near[0]]}?" if near else "give a folder, owner/name, or one of `mtcheck models list`"
        )
        raise ModelProblem(f"no model is called {head}: {meant}")
    return head, revision or None


def converted(repo: str) -> Path:
    """Where `pull --convert` puts a model."""
    return cache_folder() / "models" / repo.replace("/", "--")


def is_here(row: Known) -> bool:
    """Whether a known model can be loaded on this machine."""
    try:
        locate(row.name)
    except ModelProblem:
        return False
    return True


def _packaged(row: Known) -> Path | None:
    """The folder of a Python package that ships the model, found without importing it."""
    if not row.folder:
        return None
    module, _, folder = row.folder.partition("/")
    spec = find_spec(module)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(place) / folder).is_dir():
            return path
    return None


def _cached(name: str, repo: str, revision: str | None) -> Path:
    hub = library("huggingface_hub")
    errors = library("huggingface_hub.errors")
    try:
        return Path(
            hub.snapshot_download(repo, revision=revision, local_files_only=True, allow_patterns=list(PATTERNS))
        )
    except errors.HFValidationError:
        raise ModelProblem(f"{name}: no folder, and no name that a hub can have") from None
    except getattr(errors, "IncompleteSnapshotError", ()):
        raise ModelProblem(f"the model {name} is only partly on this machine: mtcheck models pull {name}") from None
    except (errors.LocalEntryNotFoundError, OSError):
        raise ModelProblem(f"the model {name} is not on this machine: mtcheck models pull {name}") from None


def require_safetensors(place: Place) -> None:
    """Refuses weights that only a pickle holds: opening one may run anything its maker liked.

    Raises:
        ModelProblem: a folder of the model has a pickle and no safetensors, or there are no weights at all.
    """
    safe = {path.parent for path in place.path.rglob("*.safetensors")}
    unsafe = {path.parent for pattern in PICKLES for path in place.path.rglob(pattern)}
    for folder in sorted(unsafe - safe):
        pickle = next(path.name for pattern in PICKLES for path in folder.glob(pattern))
        raise ModelProblem(
            f"{place.name}: its weights are a pickle ({pickle}), which is not loaded: "
            f"mtcheck models pull {place.name} --convert"
        )
    if not safe:
        raise ModelProblem(f"{place.name}: no weights (*.safetensors) in {place.path}: mtcheck models list")


def digest(path: Path) -> str:
    """SHA-256 over the model's settings, vocabularies and weights, in hexadecimal.

    The hub's cache names a large file by its own hash, which is used instead of reading it again.
    """
    whole = hashlib.sha256()
    for file in sorted(file for pattern in PATTERNS for file in path.rglob(pattern)):
        whole.update(file.relative_to(path).as_posix().encode())
        blob = file.resolve().name
        whole.update(bytes.fromhex(blob) if file.is_symlink() and _HASH.match(blob) else _file_digest(file))
    return whole.hexdigest()


def _file_digest(file: Path) -> bytes:
    own = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            own.update(chunk)
    return own.digest()

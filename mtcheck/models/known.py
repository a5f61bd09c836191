"""known.toml -> what mtcheck knows of models by a short name. Any other model works without standing here."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

KINDS = {
    "encoder": "sentence vectors: --encoder",
    "corrector": "corrects a sentence: --model",
    "translator": "translates the source once more: --model, with --source",
    "chat": "repairs a sentence when asked: --model",
    "scorer": "chooses among suggestions: --model",
    "comet": "judges a translation without a reference: score --comet",
}
"""What a model is for, and where its name goes."""


class Known(NamedTuple):
    """One row of known.toml."""

    name: str
    id: str
    """Its name on the hub."""
    kind: str
    licence: str
    size: str
    """To download, about."""
    use: str
    commercial: bool = True
    """False where the licence forbids commercial use."""
    revision: str = ""
    """The hub's revision that holds safetensors weights, where the main one does not."""
    prefix: str = ""
    """What its input begins with: an instruction, or what an encoder wants."""
    package: str = ""
    """A Python package that ships the same weights."""
    folder: str = ""
    """Where in that package, as `module/folder`."""


@cache
def known() -> tuple[Known, ...]:
    """Every row, in the order of the file."""
    rows = tomllib.loads((Path(__file__).parent / "known.toml").read_text("utf-8"))["model"]
    return tuple(Known(**row) for row in rows)


def find(name: str) -> Known | None:
    """The row whose short name or hub name is `name`, capitals or not."""
    wanted = name.lower()
    return next((row for row in known() if wanted in (row.name.lower(), row.id.lower())), None)

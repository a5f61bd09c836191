"""The name of a library -> the library, imported on call; what is missing is told in one line.

Imported by name, so that neither mypy nor a reader has to know these libraries' types: all of them are used in
a few adapters only.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from mtcheck.errors import ModelProblem

EXTRAS = {"sacrebleu": "score", "comet": "comet"}
"""Which extra brings a library; the others come with `models`."""

QUIET = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""What the libraries read when they are first imported: no network, no bars of their own, no advice."""


def library(name: str) -> Any:
    """The module called `name`, which may be a submodule.

    Raises:
        ModelProblem: it is not installed, or cannot be imported.
    """
    for key, value in QUIET.items():
        os.environ.setdefault(key, value)
    require(name)
    own = name.partition(".")[0]
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        raise ModelProblem(f"{own} is not installed whole ({error.name} is missing): {_remedy(own)}") from None
    except (ImportError, OSError, RuntimeError) as error:
        first = str(error).strip().partition("\n")[0]
        raise ModelProblem(f"{own} cannot be imported ({first}): {_remedy(own)}") from error
    if own == "transformers":
        _hush(module)
    return module


def require(name: str) -> None:
    """Raises ModelProblem where a library is not installed; it is not imported, which may take seconds."""
    own = name.partition(".")[0]
    try:
        there = own in sys.modules or find_spec(own) is not None
    except ValueError:
        there = False
    if not there:
        raise ModelProblem(f"{own} is not installed: {_remedy(own)}")


def _remedy(own: str) -> str:
    return f"pip install 'mtcheck[{EXTRAS.get(own, 'models')}]'"


def _hush(transformers: Any) -> None:
    """transformers prints advice and bars on standard error, where our own messages stand."""
    logging = getattr(getattr(transformers, "utils", None), "logging", None)
    if logging is not None:
        logging.set_verbosity_error()
        logging.disable_progress_bar()

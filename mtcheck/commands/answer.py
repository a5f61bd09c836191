"""What a run asks of one file, and what it gets: values that can be sent from one process to another."""

from __future__ import annotations

from collections.abc import Callable

from mtcheck.errors import MtcheckError
from mtcheck.pipeline import Examined
from mtcheck.typed import NamedTuple

Prepare = Callable[[Examined], object]


class Answer(NamedTuple):
    """What one file came to: it was examined, or something was wrong with it; and what the curious are told of it."""

    path: str
    examined: Examined | None
    error: MtcheckError | None
    said: tuple[str, ...]

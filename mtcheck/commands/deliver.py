"""Bytes -> where they were asked to go: standard output, or a file that is replaced whole or not at all."""

from __future__ import annotations

import os
import sys

from mtcheck.errors import InputProblem


def deliver(data: bytes, output: str | None) -> None:
    """Writes `data` to the file `output`, or to standard output.

    Raises:
        InputProblem: the file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        from pathlib import Path

        from mtcheck.writing import replace_file

        replace_file(Path(output), data)
    except OSError as error:
        raise InputProblem(f"{output}: cannot be written ({error.strerror})") from error


def in_colour(no_color: bool, output: str | None) -> bool:
    """Whether a report may use colour: it goes to a terminal that can, and nobody minds (no-color.org)."""
    return (
        not no_color
        and not output
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )

"""bytes -> a file that holds them, whole or not at all: the only place that writes to people's files."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from mtcheck.errors import InputProblem


def write(path: Path, before: bytes, after: bytes) -> None:
    """Replaces the file's bytes, whole or not at all; its mode is kept and a link is followed.

    `before` is what was read: a file that someone changed meanwhile is left alone.

    Raises:
        InputProblem: the file changed, or cannot be written.
    """
    target = path.resolve()
    try:
        # a pipe that took the file's place would be read for ever
        if not stat.S_ISREG(target.stat().st_mode) or target.read_bytes() != before:
            raise InputProblem(f"{path}: changed while mtcheck was reading it", "run mtcheck again")
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "read-only")
        replace_file(target, after)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputProblem(f"{path}: cannot be written ({reason})", "the file is unchanged") from error


def replace_file(path: Path, data: bytes) -> None:
    """Makes `data` the file's content, as `refill_file` does."""
    refill_file(path, lambda file: file.write(data))


def refill_file(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Makes what `fill` writes the file's content, whole or not at all; its mode is kept.

    A reader sees the old file or the new one, never a part. What is not a regular file (a pipe, a
    terminal) is written to directly. Raises OSError.
    """
    if path.exists() and not path.is_file():  # before links are followed: /dev/stdout may lead to no path at all
        with path.open("wb") as there:
            fill(there)
        return
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    # the name is known before the file is there: an interrupt that falls between the two leaves no file behind
    beside = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.mtcheck")
    try:
        with open(beside, "xb", opener=_private) as temporary:
            fill(temporary)
            temporary.flush()
            os.fsync(temporary.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    """Opens a file for its owner alone: what is written may be less public than its folder."""
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

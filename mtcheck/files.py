"""What a person names on the command line -> the files to read, and their bytes.

A folder stands for the files in it that have a reader; git is asked what it ignores. A file that is
named is always read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence

from mtcheck.errors import InputProblem
from mtcheck.formats import SUFFIXES, suffix_of

STANDARD_INPUT = "-"

Chosen = Callable[[str], bool]


def found(path: str, excluded: Chosen, included: Chosen) -> Sequence[str]:
    """`path` itself, or the readable files below it, sorted: those whose suffix says so, and those `included`.

    Raises:
        InputProblem: there is nothing there, or nothing in it that mtcheck reads.
    """
    if path == STANDARD_INPUT:
        return [path]
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
    except OSError as error:
        raise _unreachable(path, error) from error
    if not is_folder:
        return [path]
    below = sorted(name for name in _below(path) if (_readable(name) or included(name)) and not excluded(name))
    if not below:
        known = " ".join(sorted(SUFFIXES))
        raise InputProblem(
            f"{path}: no file in this folder can be read", f"what is read there: {known}; name other files"
        )
    return below


def _readable(name: str) -> bool:
    return suffix_of(name) in SUFFIXES


def contents(path: str) -> bytes:
    """The bytes of a regular file.

    Raises:
        InputProblem: it is a pipe or a device, or may not be read.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            raise InputProblem(f"{path}: not a regular file", "use - to read standard input")
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError as error:
        raise _unreachable(path, error) from error


def _unreachable(path: str, error: OSError) -> InputProblem:
    if not isinstance(error, FileNotFoundError):
        return InputProblem(f"{path}: cannot be read ({error.strerror})", "check its permissions")
    from difflib import get_close_matches
    from pathlib import Path

    missing = Path(path)
    try:
        near = get_close_matches(missing.name, [entry.name for entry in missing.parent.iterdir()], n=1)
    except OSError:
        near = []
    meant = missing.with_name(near[0]) if near else None
    return InputProblem(f"{path}: no such file or folder", f"did you mean {meant}?" if meant else "")


def _below(folder: str) -> Iterator[str]:
    """Every file below `folder` that is not hidden, and that git does not ignore."""
    from pathlib import Path, PurePath

    tracked = _git_files(folder)
    if tracked is None:
        yield from _walk(folder)
        return
    for name in tracked:
        path = Path(folder, name)
        if not any(part.startswith(".") for part in PurePath(name).parts) and path.is_file():
            yield str(path)


def _git_files(folder: str) -> list[str] | None:
    """What `git` knows or would add below `folder`; None outside a checkout, or without git."""
    import subprocess

    # a checkout's own configuration may name a program that watches its files; it is a stranger's, and not run
    asked = ["-c", "core.fsmonitor=false", "-C", folder]
    command = ["git", *asked, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        answer = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return sorted({os.fsdecode(name) for name in answer.split(b"\0") if name})


def _walk(folder: str) -> Iterator[str]:
    from pathlib import Path

    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(at, name)
            if not name.startswith(".") and path.is_file():
                yield str(path)

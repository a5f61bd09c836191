"""What a person decided on findings <-> the JSON that a report exports, `review` keeps and `apply` carries out.

A decision names its finding by fingerprint, not by place, so that it still applies to a file that moved lines.
Version 1; what is added later never changes what is there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from mtcheck.errors import InputProblem

VERSION = 1
ACCEPT, REJECT, EDIT, IGNORE = "accept", "reject", "edit", "ignore"
VERDICTS = (ACCEPT, REJECT, EDIT, IGNORE)


class Decision(NamedTuple):
    """What is to become of one finding."""

    fingerprint: str
    occurrence: int
    """Which of the equal findings of its file it is, from 1."""
    rule: str
    text: str
    """The marked characters, for messages."""
    verdict: str
    put: str = ""
    """The suggestion that was accepted, as its whole text; or, edited, what is to stand in place of the mark."""


class Decided(NamedTuple):
    """The decisions on one file, and how it was read when they were made."""

    path: str
    """Below `Decisions.folder`, with slashes."""
    decisions: tuple[Decision, ...]
    source_language: str | None = None
    format: str | None = None
    encoding: str | None = None
    source: str | None = None
    """The text that it was translated from, below the same folder."""


class Decisions(NamedTuple):
    folder: str
    """What all paths are below of."""
    files: tuple[Decided, ...]


def dumps(decisions: Decisions) -> str:
    """The JSON of a whole file."""
    files = [
        {
            "path": file.path,
            "from": file.source_language,
            "format": file.format,
            "encoding": file.encoding,
            "source": file.source,
            "decisions": [decision._asdict() for decision in file.decisions],
        }
        for file in decisions.files
    ]
    whole = {"mtcheck": "decisions", "version": VERSION, "folder": decisions.folder, "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def loads(text: str, name: str) -> Decisions:
    """Reads a file's JSON; `name` is what messages call it.

    Raises:
        InputProblem: it is not JSON, not decisions, of a later version, or a path in it leaves the folder.
    """
    try:
        whole = json.loads(text)
    except ValueError as error:
        raise InputProblem(f"{name}: not JSON: {error}", "export the decisions again") from None
    if not isinstance(whole, dict) or whole.get("mtcheck") != "decisions":
        raise InputProblem(f"{name}: these are not decisions", "the HTML report exports them: --format html -o FILE")
    if whole.get("version") != VERSION:
        raise InputProblem(f"{name}: decisions of version {whole.get('version')!r}", f"this mtcheck reads {VERSION}")
    try:
        folder = _string(whole, "folder")
        return Decisions(folder, tuple(_file(file, name) for file in whole["files"]))
    except (KeyError, TypeError, ValueError) as error:
        raise InputProblem(f"{name}: broken decisions: {error}", "export them again") from None


def _file(entry: dict[str, Any], name: str) -> Decided:
    path, source = _string(entry, "path"), _optional(entry, "source")
    for one in (path, source):
        if one is not None:
            _require_below(one, name)
    decisions = tuple(_decision(decision) for decision in entry["decisions"])
    return Decided(
        path, decisions, _optional(entry, "from"), _optional(entry, "format"), _optional(entry, "encoding"), source
    )


def _decision(entry: dict[str, Any]) -> Decision:
    occurrence, verdict = entry["occurrence"], _string(entry, "verdict")
    if type(occurrence) is not int or occurrence < 1:
        raise ValueError(f"occurrence {occurrence!r}")
    if verdict not in VERDICTS:
        raise ValueError(f"verdict {verdict!r}, known: {', '.join(VERDICTS)}")
    fingerprint, rule, text = (_string(entry, key) for key in ("fingerprint", "rule", "text"))
    return Decision(
        fingerprint, occurrence, rule, text, verdict, _string(entry, "put") if verdict in (ACCEPT, EDIT) else ""
    )


def _string(entry: dict[str, Any], key: str) -> str:
    if not isinstance(entry[key], str):
        raise ValueError(f"{key} is no string")
    return str(entry[key])


def _optional(entry: dict[str, Any], key: str) -> str | None:
    return None if entry.get(key) is None else _string(entry, key)


def _require_below(path: str, name: str) -> None:
    """Raises InputProblem for a path that leaves its folder by its own words; links are looked at when it is read."""
    pure = PurePosixPath(path)
    outside = not pure.parts or pure.is_absolute() or ".." in pure.parts or PureWindowsPath(path).drive
    if outside or "\\" in path or "\0" in path:
        raise InputProblem(f"{name}: {path!r} is not a path below the folder", "mtcheck changes no file outside it")


def folder_of(paths: Iterable[str]) -> str:
    """The folder to name: the current one where all `paths` are below it, else the nearest that holds them all."""
    here = str(Path.cwd())
    folders = {os.path.dirname(os.path.abspath(path)) for path in paths}  # noqa: PTH100, PTH120 - links are kept
    if all(folder == here or folder.startswith(here.rstrip(os.sep) + os.sep) for folder in folders):
        return here
    return os.path.commonpath(folders)


def name_below(folder: str, path: str) -> str:
    """How decisions name the file at `path`."""
    return Path(os.path.relpath(os.path.abspath(path), folder)).as_posix()  # noqa: PTH100


def below(folder: Path, path: str) -> Path:
    """The file at `path` in `folder`, its links followed.

    Raises:
        InputProblem: a link leads out of the folder.
    """
    _require_below(path, "decisions")
    whole = folder / path
    if not whole.resolve().is_relative_to(folder.resolve()):
        raise InputProblem(f"{whole}: a link leads out of {folder}", "mtcheck changes no file outside it")
    return whole

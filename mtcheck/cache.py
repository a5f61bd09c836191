"""what was found in a text -> kept in a file, and recalled when the same text is looked at in the same way.

An entry is JSON, named by a digest of all that the result follows from: the text, its source, the rules and options,
and the program itself. Entries are replaced whole, so that two runs can share a folder; one that cannot be read is
found anew. Nothing here can make a run fail.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from mtcheck.apply import rewritten
from mtcheck.errors import MtcheckError
from mtcheck.finding import Evidence, Finding, Safety, Suggestion
from mtcheck.pipeline import Examined, Found
from mtcheck.settle import Settled
from mtcheck.text import Document, Edit, Span

UNUSED = 30 * 86400
"""Seconds after which an entry that nobody asked for is thrown away."""
_SETTLED = ("settled", "settled_suggested")
_PRUNED = "pruned"
"""Its time says when old entries were last looked for."""
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of mtcheck, which makes them again when they are gone.\n"
"""Backup programs leave out a folder with this CACHEDIR.TAG (bford.info/cachedir)."""


class Recalled(NamedTuple):
    """What an entry says of a document."""

    found: Found
    settled: dict[str, Settled]
    """By the attribute of Examined that it was."""


def key(document: Document, source: Document | None, options: Iterable[object]) -> str:
    """The name of an entry. `options` are all else that a result depends on, with a repr that says all of it."""
    digest = blake2b(program().encode(), digest_size=16)
    for part in (_said_of(document), _said_of(source) if source is not None else "", *map(repr, options)):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def _said_of(document: Document) -> str:
    codec = (document.codec.encoding, document.codec.bom, document.codec.newline, document.codec.pack is None)
    return f"{document.format} {codec} {document.ignores} {document.raw}"


@cache
def program() -> str:
    """A digest of this program's files and of what it stands on: a version alone does not know that a rule changed."""
    from importlib.metadata import version

    digest = blake2b(digest_size=16)
    package = Path(__file__).parent
    for path in sorted(_files(package)):
        digest.update(f"{path.relative_to(package)}\0".encode() + path.read_bytes())
    libraries = [f"{name} {version(name)}" for name in ("ftfy", "markdown-it-py", "numpy")]
    return " ".join((digest.hexdigest(), platform.python_version(), sys.platform, *libraries))


def _files(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(at, name) for name in names)


def made(examined: Examined) -> set[str]:
    """Which texts of a document were made so far, by their attribute."""
    return {attribute for attribute in _SETTLED if attribute in vars(examined)}


def recall(folder: Path, name: str, document: Document) -> Recalled | None:
    """What is kept under `name`; None where nothing is, or nothing that can be read."""
    path = _place(folder, name)
    try:
        entry = json.loads(path.read_bytes())
        found = Found(tuple(map(_finding, entry["findings"])), str(entry["from"]), float(entry["sure"]))
        settled = {name: _settled(entry[name], document) for name in _SETTLED if name in entry}
        if time.time() - path.stat().st_mtime > UNUSED / 30:
            os.utime(path)
    except (OSError, ValueError, LookupError, TypeError, MtcheckError):
        return None
    return Recalled(found, settled)


def keep(folder: Path, name: str, examined: Examined) -> None:
    """Keeps what is known of an examined document. Where a rule crashed, nothing is kept."""
    if examined.crashes:
        return
    findings = sorted((*examined.findings, *examined.silenced), key=lambda finding: finding.order)
    entry: dict[str, Any] = {
        "findings": findings,
        "from": examined.source_language,
        "sure": examined.source_confidence,
    }
    for attribute in made(examined):
        settled: Settled = getattr(examined, attribute)
        raw = settled.document.raw
        entry[attribute] = (None if raw == examined.document.raw else raw, settled.made, settled.silenced)
    path = _place(folder, name)
    try:
        if not path.parent.exists():
            _begin(folder)
            path.parent.mkdir(exist_ok=True)
        _put(path, json.dumps(entry).encode())
    except OSError:  # a folder that cannot be written to, or a full disk: the next run finds it all anew
        return


def prune(folder: Path) -> None:
    """Throws away what nobody asked for in a long time; looks at most once a day."""
    stamp = folder / _PRUNED
    now = time.time()
    try:
        if now - stamp.stat().st_mtime < UNUSED / 30:
            return
    except OSError:
        if not folder.is_dir():
            return
    try:
        stamp.touch()
        for path in folder.glob("??/*"):
            if now - path.stat().st_mtime > UNUSED:
                path.unlink(missing_ok=True)
    except OSError:
        return


def _place(folder: Path, name: str) -> Path:
    return folder / name[:2] / f"{name[2:]}.json"


def _begin(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG), (_PRUNED, "")):
        if not (folder / name).exists():
            _put(folder / name, text.encode())


def _put(path: Path, data: bytes) -> None:
    """Makes `data` the file's content at once, for whoever reads it meanwhile; after a power cut it may be lost."""
    own = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        own.write_bytes(data)
        own.replace(path)
    except BaseException:
        own.unlink(missing_ok=True)
        raise


def _settled(entry: Sequence[Any], document: Document) -> Settled:
    raw, made, silenced = entry
    after = document if raw is None else rewritten(document, str(raw))
    return Settled(after, int(made), tuple(map(_finding, silenced)))


def _finding(entry: Sequence[Any]) -> Finding:
    rule, safety, confidence, message, span, text, suggestions, evidence = entry
    return Finding(
        rule,
        Safety(safety),
        confidence,
        message,
        Span(*span),
        text,
        tuple(map(_suggestion, suggestions)),
        Evidence(Span(*evidence[0]), evidence[1]) if evidence is not None else None,
    )


def _suggestion(entry: Sequence[Any]) -> Suggestion:
    edits, confidence, span, text = entry
    return Suggestion(tuple(Edit(Span(*place), new) for place, new in edits), confidence, Span(*span), text)

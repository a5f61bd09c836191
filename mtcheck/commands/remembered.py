"""Which baseline holds for a file, what it silences, and what is added to it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mtcheck.baseline import KNOWN, NAME, Silence, add, entries, read, silence
from mtcheck.config import Config
from mtcheck.decisions import name_below
from mtcheck.finding import Finding
from mtcheck.identity import fingerprints
from mtcheck.text import Document


def place_of(config: Config) -> Path:
    """The baseline that a configuration names; without one, NAME beside it, or in the current folder."""
    return config.baseline_path or (Path(config.path).parent if config.path else Path.cwd()) / NAME


def hint(path: Path, config: Config) -> str:
    """What to write into the configuration for fix and check to read the baseline; empty where it is there."""
    configured = config.baseline_path
    if configured is not None and configured.resolve() == path.resolve():
        return ""
    home = Path(config.path).parent if config.path else Path.cwd()
    name = Path(os.path.relpath(path, home)).as_posix()
    return f'baseline = "{name}" in [tool.mtcheck] makes fix and check silent on them'


def silent(path: Path) -> Silence:
    """What a baseline silences."""
    return silence(read(path))


def remember(path: Path, document: Document, findings: Iterable[Finding], verdict: str) -> int:
    """Adds findings of a document to a baseline; returns how many entries it has then."""
    return add(path, entries(document, findings, verdict, name_below(str(path.parent), document.path)))


def know_again(path: Path, document: Document, silenced: Iterable[Finding]) -> None:
    """Adds what a baseline silenced before repairs in the same sentences, so that it stays silent after them."""
    text = document.text.plain
    still = [finding for finding in silenced if finding.span.of(text) == finding.text]
    prints = {entry.fingerprint for entry in read(path)}
    new = [f for f, own in zip(still, fingerprints(text, still), strict=True) if own not in prints]
    if new:
        remember(path, document, new, KNOWN)

"""A file of findings to hear no more of: those that were there before (`known`), and those a person rejected.

JSON lines, so that it can be committed, read in a review and merged: one entry a line, sorted by file, and known by
its fingerprint alone. The path, the words and the sentence are there for whoever reads the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from mtcheck.errors import InputProblem, UsageProblem
from mtcheck.finding import Finding
from mtcheck.identity import Sentences, fingerprint, fingerprints
from mtcheck.text import Document
from mtcheck.writing import replace_file

NAME = "mtcheck-baseline.jsonl"
"""What it is called where no configuration says."""
VERSION = 1
KNOWN, REJECTED = "known", "rejected"
SHOWN = 80
"""Letters of the sentence and of the marked words that an entry shows."""


class Entry(NamedTuple):
    """One finding. The fields are the keys of a line, in this order; lines are sorted by them."""

    path: str
    """Below the baseline's folder, with slashes; where it was last seen."""
    rule: str
    text: str
    sentence: str
    verdict: str
    fingerprint: str


@dataclass(frozen=True)
class Silence:
    """Which findings are silent (a `settle.Silent`): those with these fingerprints."""

    prints: frozenset[str]

    def __call__(self, text: str, findings: Sequence[Finding]) -> Sequence[bool]:
        return [one in self.prints for one in fingerprints(text, findings)]


def entries(document: Document, findings: Iterable[Finding], verdict: str, path: str) -> list[Entry]:
    """What a baseline remembers of `findings`, which were found in `document`."""
    around = Sentences(document.text.plain)
    return [
        Entry(
            path,
            finding.rule,
            _short(finding.text),
            _short(around.at(finding.span).of(around.text)),
            verdict,
            fingerprint(finding, around),
        )
        for finding in findings
    ]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline.

    Raises:
        UsageProblem: there is none, or a line of it is not an entry (a merge that was left open).
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise UsageProblem(f"{path}: no such baseline", "`mtcheck baseline PATH` makes it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(f"{path}: cannot be read ({error})", "a baseline is a text file in UTF-8") from None
    found = (_entry(line, number, path) for number, line in enumerate(lines, 1))
    return tuple(entry for entry in found if entry is not None)


def _entry(line: str, number: int, path: Path) -> Entry | None:
    """A line's entry; None for the first line, which says what the file is."""
    try:
        entry = json.loads(line)
        if "mtcheck" not in entry:
            return Entry(**{key: str(entry[key]) for key in Entry._fields})
    except (ValueError, TypeError, KeyError):
        raise UsageProblem(
            f"{path}: line {number} is not an entry of a baseline: {line[:60]}",
            "mend the line or take it out; each can be taken out by itself",
        ) from None
    _require_version(entry, path)
    return None


def _require_version(head: dict[str, Any], path: Path) -> None:
    if head.get("version") != VERSION:
        raise UsageProblem(f"{path}: a baseline of version {head.get('version')!r}", f"this mtcheck reads {VERSION}")


def write(path: Path, kept: Iterable[Entry]) -> int:
    """Writes a baseline, sorted, each fingerprint once; returns how many entries it has.

    Raises:
        InputProblem: the file cannot be written.
    """
    once: dict[str, Entry] = {}
    for entry in kept:
        before = once.get(entry.fingerprint)
        # what a person rejected stays so, whatever else is known of it
        if before is None or before.verdict != REJECTED or entry.verdict == REJECTED:
            once[entry.fingerprint] = entry
    head = json.dumps({"mtcheck": "baseline", "version": VERSION})
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(once.values())]
    try:
        replace_file(path, "".join(f"{line}\n" for line in (head, *lines)).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise InputProblem(f"{path}: cannot be written ({error.strerror or error})", "the file is unchanged") from None
    return len(once)


def add(path: Path, more: Sequence[Entry]) -> int:
    """Adds entries to a baseline, which is made where it is not there; returns how many it has then."""
    return write(path, (*(read(path) if path.exists() else ()), *more))


def silence(known: Iterable[Entry]) -> Silence:
    """What tells the findings that a baseline knows from new ones."""
    return Silence(frozenset(entry.fingerprint for entry in known))

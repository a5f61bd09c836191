"""`mtcheck baseline`: accepts what is found today, so that only what is new is reported from then on."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mtcheck.baseline import KNOWN, Entry, entries, read, write
from mtcheck.commands.examine import Run
from mtcheck.commands.remembered import hint, place_of
from mtcheck.commands.report import CLEAN, FAILED
from mtcheck.commands.request import Request
from mtcheck.config import Config, config_for
from mtcheck.decisions import name_below


def baseline(request: Request, prune: bool) -> int:
    """Runs the command; returns the exit status."""
    config = config_for(request.paths[0])
    path = Path(request.output) if request.output else place_of(config)
    before = read(path) if path.exists() or prune else ()
    run = Run(request._replace(all_findings=True))
    found: list[Entry] = []
    seen: set[str] = set()
    folder = os.path.abspath(path.parent)  # noqa: PTH100 - links are kept
    for examined in run.results(lambda examined: None):
        name = name_below(folder, examined.document.path)
        seen.add(name)
        found += entries(examined.document, examined.findings, KNOWN, name)
    kept = _still(before, found, seen, Path(folder)) if prune else (*before, *found)
    count = write(path, kept)
    if not request.quiet:
        _tell(path, prune, len(before), count, config)
    return FAILED if run.failed else CLEAN


def _still(before: tuple[Entry, ...], found: list[Entry], seen: set[str], folder: Path) -> list[Entry]:
    """The entries that are found today, and those of files that were not looked at."""
    prints = {entry.fingerprint for entry in found}
    return [
        entry
        for entry in before
        if entry.fingerprint in prints or (entry.path not in seen and (folder / entry.path).exists())
    ]


def _tell(path: Path, prune: bool, before: int, count: int, config: Config) -> None:
    change = f"{before - count} taken out" if prune else f"{count - before} added"
    click.echo(f"{os.path.relpath(path)}: {change}, {count} in all")
    if said := hint(path, config):
        click.echo(said)

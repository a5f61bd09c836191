"""`mtcheck profile`: folders -> what goes wrong in each feed, and the lines that come back in it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mtcheck.commands.deliver import deliver
from mtcheck.commands.examine import Run
from mtcheck.commands.report import CLEAN, FAILED
from mtcheck.commands.request import Request
from mtcheck.errors import UsageProblem
from mtcheck.pipeline import Examined
from mtcheck.profile import Feed, Profile, feed_of
from mtcheck.report.profiles import as_json, as_pack, as_text


def profile(request: Request, depth: int, least: int, residue: str | None) -> int:
    """Runs the command; returns the exit status.

    Raises:
        UsageProblem: the file for residue is there already.
        InputProblem: a report cannot be written.
    """
    if residue is not None and os.path.lexists(residue):
        raise UsageProblem(f"--residue {residue}: it is there already", "choose another name, or delete it first")
    run = Run(request)
    feeds: dict[str, Feed] = {}
    for examined in run.results(_nothing):
        path = examined.document.path
        root = max((root for root in request.paths if Path(path).is_relative_to(root)), key=len, default="")
        name = feed_of(path, root, depth)
        feeds.setdefault(name, Feed(name)).add(examined.document, examined.findings)
    profiles = sorted((feed.profile(least) for feed in feeds.values()), key=lambda one: (-one.files, one.feed))
    deliver((as_json if request.format == "json" else as_text)(profiles), request.output)
    if residue is not None:
        _keep(residue, profiles, request.quiet)
    return FAILED if run.failed else CLEAN


def _nothing(examined: Examined) -> None:
    """Of a file only its findings are asked."""


def _keep(path: str, profiles: list[Profile], quiet: bool) -> None:
    count = len({line.text for one in profiles for line in one.lines})
    if not count:
        said = f"no line comes back: {path} was not written"
    else:
        deliver(as_pack(profiles).encode("utf-8", "surrogateescape"), path)
        name = Path(path).name
        said = f'{path}: {count:,} line{"s" * (count > 1)}; read them, then set rules = ["{name}"] in mtcheck.toml'
    if not quiet:
        click.echo(said, err=True)

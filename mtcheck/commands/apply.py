"""`mtcheck apply`: carries out the decisions that an HTML report or an unfinished review exported."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from mtcheck.apply import apply as applied
from mtcheck.baseline import REJECTED
from mtcheck.commands.remembered import hint, place_of, remember
from mtcheck.commands.report import CLEAN, FAILED
from mtcheck.config import config_for
from mtcheck.decisions import Decided, Decisions, below, loads
from mtcheck.errors import InputProblem, MtcheckError
from mtcheck.files import STANDARD_INPUT, contents
from mtcheck.finding import Finding
from mtcheck.formats import read
from mtcheck.formats.ignores import SIDE_SUFFIX
from mtcheck.outcome import Outcome, outcome
from mtcheck.pipeline import Examined, examine
from mtcheck.report.content import number
from mtcheck.report.diff import unified
from mtcheck.report.visible import one_line
from mtcheck.rules import load
from mtcheck.text import Document, carried
from mtcheck.writing import replace_file, write


class Plan(NamedTuple):
    """What is to become of one file."""

    before: Document
    after: Document
    outcome: Outcome

    @property
    def changed(self) -> bool:
        return self.after.raw != self.before.raw


def apply(name: str, writing: bool, folder: str | None, quiet: bool = False) -> int:
    """Runs the command; returns the exit status. All files are read and repaired in memory before one is written."""
    decisions = _decisions(name)
    plans, problems = planned(decisions, _folder(decisions, folder, name))
    for problem in problems:
        click.echo(f"mtcheck: {problem}", err=True)
    failed = carry_out(plans, quiet) if writing else _show(plans, quiet)
    refused = sum(len(plan.outcome.refused) for plan in plans)
    return FAILED if problems or failed or refused else CLEAN


def _decisions(name: str) -> Decisions:
    data = sys.stdin.buffer.read() if name == STANDARD_INPUT else contents(name)
    try:
        return loads(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise InputProblem(f"{name}: not UTF-8", "export the decisions again") from None


def _folder(decisions: Decisions, given: str | None, name: str) -> Path:
    folder = Path(given if given is not None else decisions.folder)
    if not folder.is_dir():
        raise InputProblem(f"{name}: there is no folder {folder} here", "--folder DIR says where the files are")
    return folder


def planned(decisions: Decisions, folder: Path) -> tuple[list[Plan], list[MtcheckError]]:
    """What each file becomes; a file that cannot be read or repaired is a problem, and the others go on."""
    tried = [_plan(file, folder) for file in decisions.files]
    return [one for one in tried if isinstance(one, Plan)], [one for one in tried if isinstance(one, MtcheckError)]


def _plan(file: Decided, folder: Path) -> Plan | MtcheckError:
    try:
        examined = _examined(file, folder)
        result = outcome(examined, file.decisions)
        return Plan(examined.document, applied(examined.document, result.edits), result)
    except MtcheckError as error:
        return error


def _examined(file: Decided, folder: Path) -> Examined:
    """The file as the report saw it, with those rules alone that something was decided on."""
    names = {decision.rule.partition(":")[0] for decision in file.decisions}
    rules = [rule for rule in load() if rule.selected_by(names)]
    document = _read(below(folder, file.path), file.format, file.encoding)
    source = _read(below(folder, file.source), None, None, source=True) if file.source is not None else None
    return examine(document, rules, file.source_language, source)


def _read(path: Path, format: str | None, encoding: str | None, source: bool = False) -> Document:
    shown = os.path.relpath(path)
    name = str(path) if shown.startswith("..") else shown
    return read(contents(str(path)), name, format=format, encoding=encoding, source=source)


def _show(plans: Sequence[Plan], quiet: bool) -> bool:
    for plan in plans:
        if plan.changed and not quiet:
            sys.stdout.buffer.write(unified(plan.before, plan.after))
    sys.stdout.buffer.flush()
    _tell_refused(plans)
    if not quiet:
        made, files = sum(plan.outcome.made for plan in plans), sum(plan.changed for plan in plans)
        rejected = sum(len(plan.outcome.rejected) for plan in plans)
        said = f"{number(made, 'repair')} in {number(files, 'file')}, {rejected} rejected"
        click.echo(f"{said}; nothing was written: --write does it", err=True)
    return False


def carry_out(plans: Sequence[Plan], quiet: bool) -> bool:
    """Writes the files and remembers what was rejected; returns whether one of them could not be written."""
    failed, made, files, rejected = False, 0, 0, 0
    for plan in plans:
        try:
            if plan.changed:
                write(Path(plan.before.path), plan.before.encode(), plan.after.encode())
            rejected += _remember(plan)
            _ignore(plan)
        except MtcheckError as error:
            click.echo(f"mtcheck: {error}", err=True)
            failed = True
            continue
        made += plan.outcome.made
        files += plan.changed
    _tell_refused(plans)
    if not quiet:
        said = f"; {number(rejected, 'rejection')} remembered" if rejected else ""
        click.echo(f"{number(made, 'repair')} in {number(files, 'file')}{said}")
        if rejected:
            _tell_where(plans)
    return failed


def _remember(plan: Plan) -> int:
    """Rejected findings are remembered as they stand after the repairs around them."""
    edits, text = plan.outcome.edits, plan.after.text.plain
    moved = [finding._replace(span=carried(finding.span, edits)) for finding in plan.outcome.rejected]
    still: list[Finding] = [finding for finding in moved if finding.span.of(text) == finding.text]
    if still:
        remember(place_of(config_for(plan.before.path)), plan.after, still, REJECTED)
    return len(still)


def _ignore(plan: Plan) -> None:
    """Adds the rules that are to be ignored to the file beside the text."""
    if not plan.outcome.ignored:
        return
    path = Path(plan.before.path + SIDE_SUFFIX)
    before = path.read_text("utf-8") if path.exists() else ""
    new = [rule for rule in plan.outcome.ignored if rule not in before.splitlines()]
    gap = "\n" if before and not before.endswith("\n") else ""
    try:
        replace_file(path, (before + gap + "".join(f"{rule}\n" for rule in new)).encode())
    except OSError as error:
        raise InputProblem(f"{path}: cannot be written ({error.strerror or error})", "the file is unchanged") from None


def _tell_where(plans: Sequence[Plan]) -> None:
    """The baselines that no configuration names yet."""
    configs = {config.path: config for plan in plans if (config := config_for(plan.before.path))}
    for config in configs.values():
        if said := hint(place_of(config), config):
            click.echo(said)


def _tell_refused(plans: Sequence[Plan]) -> None:
    for plan in plans:
        for decision, why in plan.outcome.refused:
            what = f"{decision.rule} “{one_line(decision.text)[:60]}”"
            click.echo(f"mtcheck: {plan.before.path}: refused: {what}: {why}", err=True)

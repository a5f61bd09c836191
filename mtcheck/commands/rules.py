"""`mtcheck rules`: what there is, as a table or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from mtcheck.commands.examine import rules_of
from mtcheck.config import config_for
from mtcheck.report.pages import summary
from mtcheck.rules import Rule
from mtcheck.selection import require_known, selected


def rules(format: str, select: tuple[str, ...]) -> None:
    """Prints the rules that `select` names, or all: mtcheck's, and the project's own.

    Raises:
        UsageProblem: a name selects nothing.
    """
    all_rules = rules_of(config_for("_"))
    require_known(select, all_rules, "--select")
    chosen = selected(all_rules, select, ())
    if format == "json":
        import json

        entries = [
            {"name": rule.name, "folder": rule.folder, "safety": rule.safety.label, "summary": summary(rule)}
            for rule in chosen
        ]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
    else:
        click.echo(table(chosen))


def table(rules: Sequence[Rule]) -> str:
    """One line for each rule, by folder; on a terminal cut to its width."""
    width = 10**6
    if sys.stdout.isatty():
        import shutil

        width = max(shutil.get_terminal_size().columns, 60)
    names = max((len(rule.name) for rule in rules), default=0)
    folders = max((len(rule.folder) for rule in rules), default=0)
    lines = []
    for rule in sorted(rules, key=lambda rule: (rule.folder, rule.name)):
        line = f"{rule.name:<{names}}  {rule.folder:<{folders}}  {rule.safety.label:<7}  {summary(rule)}"
        lines.append(line if len(line) <= width else line[: width - 1] + "…")
    return "\n".join(lines)

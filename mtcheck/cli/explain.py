"""`mtcheck explain`: its arguments and options."""

from __future__ import annotations

import os

import click


def _complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from mtcheck.rules import load

    return [rule.name for rule in load() if rule.name.startswith(incomplete)]


@click.command()
@click.argument("rule", required=False, shell_complete=_complete_rules)
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal.")
def explain(rule: str | None, no_color: bool) -> None:
    """Say what a rule reports, why machines make the mistake, and what it leaves alone."""
    from mtcheck.commands.explain import explain

    explain(rule, colour=False if no_color or os.environ.get("NO_COLOR") else None)

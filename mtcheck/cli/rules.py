"""`mtcheck rules`: its arguments and options."""

from __future__ import annotations

import click

from mtcheck.cli.options import complete_names, names


@click.command()
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--select", multiple=True, callback=names, metavar="NAMES", shell_complete=complete_names,
              help="These rules, families or folders only.")  # fmt: skip
def rules(format: str, select: tuple[str, ...]) -> None:
    """List all rules: name, folder, safety and what each is about."""
    from mtcheck.commands.rules import rules

    rules(format, select)

"""`mtcheck check`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import REPORTS, cache_of, examined, many


@click.command()
@examined
@many
@click.option(
    "--format", type=click.Choice(["text", "lines", *REPORTS]), help="[default: text on a terminal, else lines]"
)
def check(cache: str | None, no_cache: bool, **options: Any) -> None:
    """Report what is wrong and repair nothing; exit with 1 when something is found.

    Piped, every finding is one line: path:line:column: rule [safety] message.
    """
    from mtcheck.commands.check import check
    from mtcheck.commands.request import Request

    raise click.exceptions.Exit(check(Request(repairs=False, cache=cache_of(cache, no_cache), **options)))

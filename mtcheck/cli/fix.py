"""`mtcheck fix`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import REPORTS, cache_of, examined, many, proposing


@click.command()
@examined
@many
@proposing
@click.option("--ref", metavar="FILE", type=click.Path(readable=False),
              help="A correct version of PATH: shows what the repairs gain (BLEU, chrF, TER).")  # fmt: skip
@click.option("--write", is_flag=True, help="Make the safe repairs in the files.")
@click.option("--suggested", is_flag=True, help="Take the best suggestion of every other finding too.")
@click.option(
    "--format", type=click.Choice(["text", "diff", *REPORTS]), help="[default: text on a terminal, else diff]"
)
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 when there was something to repair.")
def fix(cache: str | None, no_cache: bool, **options: Any) -> None:
    """Show what would be repaired; with --write, repair it.

    PATH is a file, a folder (every file in it that can be read, without what git ignores) or - for
    standard input; with --write, - prints the repaired text.
    """
    from mtcheck.commands.fix import fix
    from mtcheck.commands.request import Request

    raise click.exceptions.Exit(fix(Request(repairs=True, cache=cache_of(cache, no_cache), **options)))

"""`mtcheck apply`: its arguments and options."""

from __future__ import annotations

import click


@click.command()
@click.argument("decisions", type=click.Path(readable=False), metavar="DECISIONS")
@click.option("--write", is_flag=True, help="Make the accepted repairs in the files, and remember the rejected ones.")
@click.option("--folder", type=click.Path(file_okay=False), metavar="DIR",
              help="Where the files are.  [default: the folder that the decisions name]")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def apply(decisions: str, write: bool, folder: str | None, quiet: bool) -> None:
    """Show what the decisions of an HTML report would change, as a diff; with --write, change it.

    DECISIONS is the file that the report exports, or - for standard input. A decision whose sentence has changed is
    refused and told; no file outside the folder is read or written.
    """
    from mtcheck.commands.apply import apply

    raise click.exceptions.Exit(apply(decisions, write, folder, quiet))

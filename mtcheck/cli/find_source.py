"""`mtcheck find-source`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click


@click.command("find-source")
@click.argument("target", type=click.Path(readable=False))
@click.argument("candidates", nargs=-1, required=True, type=click.Path(readable=False), metavar="CANDIDATES...")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--most", type=click.IntRange(1), default=5, show_default=True, metavar="N",
              help="Align the N nearest candidates, and list them.")  # fmt: skip
@click.option("--encoding", metavar="NAME", help="Encoding of the files.  [default: utf-8]")
def find_source(**options: Any) -> None:
    """Rank CANDIDATES, files or folders, by how far TARGET translates them.

    Every candidate is compared as a whole; the nearest are aligned sentence by sentence. TARGET may be - for
    standard input. The exit status is 1 when none of them is its source.
    """
    from mtcheck.commands.find_source import Request, find_source

    raise click.exceptions.Exit(find_source(Request(**options)))

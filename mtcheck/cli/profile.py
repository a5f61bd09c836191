"""`mtcheck profile`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import cache_of, examined, many


@click.command()
@examined
@many
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--depth",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    metavar="N",
    help="A feed is the files below the same N folders of PATH.",
)
@click.option(
    "--least",
    type=click.IntRange(2),
    default=3,
    show_default=True,
    metavar="N",
    help="A line comes back when N files of a feed have it, and one in twenty.",
)
@click.option(
    "--residue",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write the lines that come back as an own pack, to be read and then used.",
)
def profile(
    depth: int, least: int, residue: str | None, cache: str | None, no_cache: bool, **options: Any
) -> None:  # fmt: skip
    """Show what goes wrong in each feed below PATH, in how many files, and which lines come back in them.

    One site is written by one machine and scraped by one program: its defects repeat themselves. Nothing is repaired.
    """
    from mtcheck.commands.profile import profile
    from mtcheck.commands.request import Request

    request = Request(repairs=False, cache=cache_of(cache, no_cache), **options)
    raise click.exceptions.Exit(profile(request, depth, least, residue))

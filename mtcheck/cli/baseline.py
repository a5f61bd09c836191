"""`mtcheck baseline`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import examined


@click.command()
@examined
@click.option("--prune", is_flag=True, help="Accept nothing; take out what is no longer found in PATH.")
def baseline(prune: bool, **options: Any) -> None:
    """Accept what is found today, so that fix and check report only what is new.

    The file is the one that the configuration names (baseline = "FILE"), or -o FILE, or mtcheck-baseline.jsonl.
    """
    from mtcheck.commands.baseline import baseline
    from mtcheck.commands.request import Request

    raise click.exceptions.Exit(baseline(Request(repairs=False, **options), prune))

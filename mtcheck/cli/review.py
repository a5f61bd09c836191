"""`mtcheck review`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import examined


@click.command()
@examined
def review(**options: Any) -> None:
    """Decide on one finding after another, with single keys; ? shows them.

    Files are written at the end, or on quitting, and only when asked. What was decided is kept in
    .mtcheck-review.json until then, so that the next review goes on where this one stopped.
    """
    from mtcheck.commands.request import Request
    from mtcheck.commands.review import review

    raise click.exceptions.Exit(review(Request(repairs=True, **options)))

"""`mtcheck lsp`: serves an editor."""

from __future__ import annotations

import click

from mtcheck.errors import UsageProblem


@click.command()
def lsp() -> None:
    """Answer an editor on standard input and output, by the Language Server Protocol.

    An editor starts this, not a person; docs/editors.md says how.
    """
    try:
        from mtcheck.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageProblem("an editor's server needs pygls", 'install it: pip install "mtcheck[lsp]"') from None
    serve()

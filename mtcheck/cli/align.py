"""`mtcheck align`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import language


@click.command()
@click.argument("source", type=click.Path(readable=False))
@click.argument("target", type=click.Path(readable=False))
@click.option("--format", type=click.Choice(["text", "tsv", "json", "tmx", "pairs", "html"]),
              help="[default: by the suffix of -o, text on a terminal, else tsv]")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", type=click.Path(readable=False), help="Write it here.")
@click.option("--lines", is_flag=True, help="Each line is a sentence already; an empty line counts as one.")
@click.option("--from", "source_language", metavar="LANG", callback=language,
              help="Language of SOURCE.  [default: judged]")  # fmt: skip
@click.option("--to", "target_language", metavar="LANG", callback=language,
              help="Language of TARGET.  [default: judged]")  # fmt: skip
@click.option("--encoder", metavar="NAME", help="Compare sentences with this sentence-transformers model "
              "(LaBSE, ...) instead of the embedded encoder.")  # fmt: skip
@click.option("--encoding", metavar="NAME", help="Encoding of both files.  [default: utf-8]")
@click.option("--input-format", metavar="NAME", help="Read both files as this: plain, markdown, ...  "
              "[default: by suffix]")  # fmt: skip
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal (as NO_COLOR=1).")
def align(**options: Any) -> None:
    """Show which sentences of SOURCE and TARGET translate each other; one of them may be - for standard input.

    Sentences left out, added or moved are marked; each pair has a score from 0 to 1 that says how far to trust it.
    The exit status is 1 when the texts do not belong together.
    """
    from mtcheck.commands.align import Request, align

    raise click.exceptions.Exit(align(Request(**options)))

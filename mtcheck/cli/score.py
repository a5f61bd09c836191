"""`mtcheck score`: its arguments and options."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.options import language

FILE = click.Path(readable=False)


@click.command()
@click.argument("path", type=FILE)
@click.option("--ref", metavar="FILE", type=FILE, help="A correct translation: BLEU, chrF and TER, as sacrebleu's.")
@click.option("--before", metavar="FILE", type=FILE, help="The text before its repairs: shows what they gain.")
@click.option("--source", metavar="FILE", type=FILE, help="The text it was translated from: quality by itself.")
@click.option(
    "--from", "source_language", metavar="LANG", callback=language, help="Language of the source.  [default: judged]"
)
@click.option("--encoder", metavar="NAME", help="Sentence encoder for --source.  [default: the embedded one]")
@click.option("--comet", metavar="NAME", help="A COMET model without reference, for --source (mtcheck[comet]).")
@click.option("--device", metavar="NAME", default="auto", show_default=True, help="Where models run: auto, cpu, cuda.")
@click.option("--align", is_flag=True, help="Align sentences even where the files have as many lines.")
@click.option("--encoding", metavar="NAME", help="Encoding of the files.  [default: utf-8]")
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("-v", "--verbose", is_flag=True, help="Show every passage, not only the five worst.")
def score(**options: Any) -> None:
    """Measure a translation.

    \b
    mtcheck score fixed.txt --ref gold.txt                     BLEU, chrF, TER with 95 % intervals
    mtcheck score fixed.txt --ref gold.txt --before rough.txt  and whether the repairs help
    mtcheck score rough.txt --source original.fr.txt           without a reference, from 0 to 100
    """
    from mtcheck.commands.score import Wanted, score

    score(Wanted(**options))

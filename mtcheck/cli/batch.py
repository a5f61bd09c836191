"""`mtcheck batch`: its arguments and options."""

from __future__ import annotations

import click

from mtcheck.cli.options import complete_names, language, names


@click.command()
@click.argument("input", type=click.Path(readable=False), metavar="INPUT")
@click.argument("output", type=click.Path(readable=False), metavar="OUTPUT")
@click.option("--text", default="text", show_default=True, metavar="COLUMN", help="The English text.")
@click.option("--source", default="", metavar="COLUMN", help="The text that it was translated from.")
@click.option("--id", default="", metavar="COLUMN", help="What messages call a row.  [default: its number]")
@click.option("--lang", default="", metavar="COLUMN", help="The language that it was translated from.")
@click.option("--from", "source_language", metavar="LANG", callback=language,
              help="That language, for all rows without one.  [default: judged, else fr]")  # fmt: skip
@click.option("--suggested", is_flag=True, help="Add the text with the best suggestion of every finding, too.")
@click.option("--select", multiple=True, callback=names, metavar="NAMES", shell_complete=complete_names,
              help="Run these rules, families or folders only; comma-separated, repeatable.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=names, metavar="NAMES", shell_complete=complete_names,
              help="Leave these rules, families or folders out.")  # fmt: skip
@click.option("--input-format", default="plain", show_default=True, metavar="NAME",
              help="Read every text as this: plain, markdown, html.")  # fmt: skip
@click.option("--prefix", default="", metavar="NAME", help="Put this before the names of the columns that are added.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=1, metavar="N",
              help="Work in N processes; 0 for one on every core.  [default: 1]")  # fmt: skip
@click.option("--engine", type=click.Choice(["local", "ray", "spark"]), default="local", show_default=True,
              help="What hands out the work.")  # fmt: skip
@click.option("--address", default="", metavar="URL", help="The Ray cluster or the Spark master.  [default: one that "
              "is started here]")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on from what a run that was stopped had finished.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def batch(
    input: str,
    output: str,
    text: str,
    source: str,
    id: str,
    lang: str,
    source_language: str | None,
    suggested: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    input_format: str,
    prefix: str,
    jobs: int,
    engine: str,
    address: str,
    resume: bool,
    quiet: bool,
) -> None:
    """Repair a corpus: a row of INPUT for each text, the same rows with added columns in OUTPUT.

    Both are .jsonl or .parquet. Added are fixed, findings, scores and error, and proposed with --suggested. A row
    that cannot be read is kept, with the reason in error, and the exit status is then 3. OUTPUT is written whole or
    not at all.
    """
    from mtcheck.batch.rows import Options
    from mtcheck.commands.batch import Request, batch

    options = Options(text, source, id, lang, source_language, select, ignore, input_format, suggested, prefix)
    raise click.exceptions.Exit(batch(Request(input, output, options, engine, address, jobs, resume, quiet)))

"""`mtcheck rules`, `mtcheck rules test`: their arguments and options."""

from __future__ import annotations

import click

from mtcheck.cli.options import complete_names, names


@click.group(invoke_without_command=True)
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--select", multiple=True, callback=names, metavar="NAMES", shell_complete=complete_names,
              help="These rules, families or folders only.")  # fmt: skip
@click.pass_context
def rules(ctx: click.Context, format: str, select: tuple[str, ...]) -> None:
    """List all rules: name, folder, safety and what each is about.

    `mtcheck rules test` runs the examples of a project's own rules.
    """
    if ctx.invoked_subcommand is not None:
        return
    from mtcheck.commands.rules import rules

    rules(format, select)


@rules.command()
@click.argument("files", nargs=-1, metavar="[FILES]...")
def test(files: tuple[str, ...]) -> None:
    """Run the examples of FILES of rules (.toml, .py), or of all that the configuration here names.

    The exit status is 1 when a rule does not do what its examples say.
    """
    from mtcheck.commands.try_rules import try_rules

    raise click.exceptions.Exit(try_rules(files))

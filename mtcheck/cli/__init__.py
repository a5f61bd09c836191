"""The command line. Only its shape is here, a module for each command; what a command does loads when it runs.

cli/fix.py    -> the arguments and options of `mtcheck fix`
commands/     -> what it does with them
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from mtcheck.failure import status_of

COMMANDS = {
    "fix": "Show what would be repaired; with --write, repair it",
    "check": "Report what is wrong, for scripts and CI",
    "review": "Decide on one finding after another",
    "align": "Show which sentences of two texts translate each other",
    "find-source": "Find the text that another was translated from",
    "batch": "Repair a corpus, a row for each text",
    "apply": "Carry out the decisions that an HTML report exported",
    "baseline": "Accept what is found today; report only what is new",
    "profile": "Show what goes wrong in each feed, and the lines that come back",
    "explain": "Say what a rule does, and why",
    "rules": "List all rules",
    "score": "Measure a translation, or what its repairs gain",
    "lsp": "Serve an editor: diagnostics and quick fixes",
    "models": "List and download models",
}
"""Every command and what the help says of it, in its order of the help. `find-source` is `find_source.py` here."""

EXIT_CODES = """\b
Exit codes:
  0  nothing to report
  1  something was found (check), or repaired (fix --exit-non-zero-on-fix)
  2  the command line or the configuration is wrong
  3  a file could not be processed; the others were
"""


class Commands(click.Group):
    """The commands, imported by name, with our errors shown as one message and the exit status they carry."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            if near and self.get_command(ctx, args[0]) is None:
                raise click.UsageError(f"{error.message} Did you mean {near[0]}?", ctx) from None
            raise

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (Exception, KeyboardInterrupt) as error:
            status = status_of(error)
            if status is None:
                raise
            ctx.exit(status)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from mtcheck.rules import load
        from mtcheck.signature import fingerprint, signature

        click.echo(signature(fingerprint(load())))
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show version and rule set."
)
def cli() -> None:
    """Finds and repairs the glitches that machine translation leaves in English text.

    \b
    mtcheck fix article.txt                         shows what would be repaired
    mtcheck fix --write article.txt                 makes the safe repairs
    mtcheck fix article.txt --source article.fr.txt with the original as a witness
    """

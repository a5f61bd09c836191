"""The command line. Only its shape is here: what a command does loads when it runs."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from mtcheck.errors import MtcheckError

Command = TypeVar("Command", bound=Callable[..., Any])

EXIT_CODES = """\b
Exit codes:
  0  nothing to report
  1  something was found (check), or repaired (fix --exit-non-zero-on-fix)
  2  the command line or the configuration is wrong
  3  a file could not be processed; the others were
"""


class Commands(click.Group):
    """The commands, with our errors shown as one message and the exit status they carry."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MtcheckError as error:
            click.echo(f"mtcheck: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("mtcheck: interrupted", err=True)
            ctx.exit(130)
        except OSError as error:
            if error.errno != errno.EPIPE:
                raise
            # who read our output has seen enough; Python would complain again when it flushes at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(3)


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
    mtcheck fix article.txt                  shows what would be repaired
    mtcheck fix --write article.txt          makes the safe repairs
    mtcheck check articles/                  reports, for scripts and CI
    mtcheck explain quote-close-fused        says what a rule does, and why
    """


def _names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """`--select a,b --select c` as one tuple."""
    return tuple(name.strip() for part in value for name in part.split(",") if name.strip())


def _complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from mtcheck.rules import load
    from mtcheck.selection import known_names

    head, comma, last = incomplete.rpartition(",")
    return [head + comma + name for name in sorted(known_names(load())) if name.startswith(last)]


def _shared(command: Command) -> Command:
    """The arguments and options that `fix` and `check` have in common."""
    for decorate in reversed(
        (
            click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False), metavar="PATH..."),
            click.option("--select", multiple=True, callback=_names, metavar="NAMES", shell_complete=_complete_names,
                         help="Run these rules, families or folders only; comma-separated, repeatable."),
            click.option("--ignore", multiple=True, callback=_names, metavar="NAMES", shell_complete=_complete_names,
                         help="Leave these rules, families or folders out."),
            click.option("--from", "source_language", metavar="LANG", callback=_language,
                         help="Language that the text was translated from.  [default: fr]"),
            click.option("--encoding", metavar="NAME", help="Encoding of the files.  [default: utf-8]"),
            click.option("--input-format", metavar="NAME", help="Read every file as this: plain, markdown, ...  "
                         "[default: by suffix]"),
            click.option("--stdin-filename", metavar="PATH", help="Name to report and to find the configuration by, "
                         "for standard input (-)."),
            click.option("-o", "--output", metavar="FILE", type=click.Path(readable=False),
                         help="Write the report here."),
            click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
            click.option("-v", "--verbose", is_flag=True, help="Print more: other readings, the configuration."),
            click.option("--no-color", is_flag=True, help="No colour, also on a terminal (as NO_COLOR=1)."),
        )
    ):  # fmt: skip
        command = decorate(command)
    return command


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not (value.isascii() and value.isalpha() and value.islower() and len(value) in (2, 3)):
        raise click.BadParameter(f"{value!r} is not a language code such as fr or de")
    return value


@cli.command()
@_shared
@click.option("--write", is_flag=True, help="Make the safe repairs in the files.")
@click.option("--suggested", is_flag=True, help="Take the best suggestion of every other finding too.")
@click.option("--format", type=click.Choice(["text", "diff", "json"]), help="[default: text on a terminal, else diff]")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 when there was something to repair.")
def fix(**options: Any) -> None:
    """Show what would be repaired; with --write, repair it.

    PATH is a file, a folder (every file in it that can be read, without what git ignores) or - for
    standard input; with --write, - prints the repaired text.
    """
    from mtcheck.commands.fix import fix
    from mtcheck.commands.request import Request

    raise click.exceptions.Exit(fix(Request(repairs=True, **options)))


@cli.command()
@_shared
@click.option(
    "--format", type=click.Choice(["text", "lines", "json"]), help="[default: text on a terminal, else lines]"
)
def check(**options: Any) -> None:
    """Report what is wrong and repair nothing; exit with 1 when something is found.

    Piped, every finding is one line: path:line:column: rule [safety] message.
    """
    from mtcheck.commands.check import check
    from mtcheck.commands.request import Request

    raise click.exceptions.Exit(check(Request(repairs=False, **options)))


def _complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from mtcheck.rules import load

    return [rule.name for rule in load() if rule.name.startswith(incomplete)]


@cli.command()
@click.argument("rule", required=False, shell_complete=_complete_rules)
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal.")
def explain(rule: str | None, no_color: bool) -> None:
    """Say what a rule reports, why machines make the mistake, and what it leaves alone."""
    from mtcheck.commands.explain import explain

    explain(rule, colour=False if no_color or os.environ.get("NO_COLOR") else None)


@cli.command()
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--select", multiple=True, callback=_names, metavar="NAMES", shell_complete=_complete_names,
              help="These rules, families or folders only.")  # fmt: skip
def rules(format: str, select: tuple[str, ...]) -> None:
    """List all rules: name, folder, safety and what each is about."""
    from mtcheck.commands.rules import rules

    rules(format, select)

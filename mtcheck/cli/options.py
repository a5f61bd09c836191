"""Arguments and options that several commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

REPORTS = ("html", "json", "sarif", "github", "junit", "rdjson")
"""Formats that every report can have: a page to decide on, and those for other programs."""

Command = TypeVar("Command", bound=Callable[..., Any])


def names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """`--select a,b --select c` as one tuple."""
    return tuple(name.strip() for part in value for name in part.split(",") if name.strip())


def complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The rules, families and folders that a `--select` being typed can go on with."""
    from mtcheck.rules import load
    from mtcheck.selection import known_names

    head, comma, last = incomplete.rpartition(",")
    return [head + comma + name for name in sorted(known_names(load())) if name.startswith(last)]


def language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A two- or three-letter language code, or BadParameter."""
    if value is not None and not (value.isascii() and value.isalpha() and value.islower() and len(value) in (2, 3)):
        raise click.BadParameter(f"{value!r} is not a language code such as fr or de")
    return value


def examined(command: Command) -> Command:
    """What every command that examines files takes: the paths, which rules, how to read, where the report goes."""
    for decorate in reversed(
        (
            click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False), metavar="PATH..."),
            click.option("--source", metavar="FILE", type=click.Path(readable=False),
                         help="The text that PATH was translated from: it proves repairs and shows what is missing. "
                         "A pattern finds it for many: '{dir}/{stem}.fr{suffix}'."),
            click.option("--select", multiple=True, callback=names, metavar="NAMES", shell_complete=complete_names,
                         help="Run these rules, families or folders only; comma-separated, repeatable."),
            click.option("--ignore", multiple=True, callback=names, metavar="NAMES", shell_complete=complete_names,
                         help="Leave these rules, families or folders out."),
            click.option("--from", "source_language", metavar="LANG", callback=language,
                         help="Language that the text was translated from.  [default: judged, else fr]"),
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


def many(command: Command) -> Command:
    """What a command takes that can examine many files."""
    for decorate in reversed(
        (
            click.option("-j", "--jobs", type=click.IntRange(0), default=1, metavar="N",
                         help="Examine files in N processes; 0 for one on every core.  [default: 1]"),
            click.option("--cache", metavar="DIR", type=click.Path(file_okay=False),
                         help="Keep results in this folder, and look only at what changed since."),
            click.option("--no-cache", is_flag=True, help="Keep no results, whatever the configuration says."),
        )
    ):  # fmt: skip
        command = decorate(command)
    return command


def cache_of(cache: str | None, no_cache: bool) -> str | None:
    """The folder that --cache and --no-cache name: None where neither was given, empty for none at all."""
    return "" if no_cache else cache


def proposing(command: Command) -> Command:
    """What a command takes that lets models propose repairs."""
    command = click.option("--device", metavar="NAME", default="auto", show_default=True,
                           help="Where models run: auto, cpu, cuda, cuda:1, mps.")(command)  # fmt: skip
    return click.option("--model", multiple=True, metavar="NAME",
                        help="Let a model propose repairs too, as suggestions; repeatable (mtcheck models list).",
                        )(command)  # fmt: skip

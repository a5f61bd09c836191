"""`mtcheck models`: its subcommands, arguments and options."""

from __future__ import annotations

import click


def complete_models(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The known models that a name being typed can go on with."""
    from mtcheck.models.known import known

    return [row.name for row in known() if row.name.lower().startswith(incomplete.lower())]


@click.group()
def models() -> None:
    """Models that can be used beside the rules: what is known, what is here. Needs mtcheck[models] to run one."""


@models.command("list")
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True)
def listed(format: str) -> None:
    """List known models: size, use, licence, and which are on this machine."""
    from mtcheck.commands.models import listed

    listed(format)


@models.command()
@click.argument("name", shell_complete=complete_models)
@click.option("--convert", is_flag=True, help="Take a pickle where there are no safetensors, and keep it as such.")
def pull(name: str, convert: bool) -> None:
    """Download a model: a name of the list, or owner/name (owner/name@revision) on the hub.

    The only command that asks the network; every other one works with what is here.
    """
    from mtcheck.commands.models import pulled

    pulled(name, convert)

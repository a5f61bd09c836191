"""Aligned -> both texts side by side, wrapped to the width; what has no counterpart or moved is said.

Numbers are those of the sentences, from 1; colour repeats what the words say and adds nothing.
"""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mtcheck.align import Pair
from mtcheck.report import Manner
from mtcheck.report.alignment import Aligned, kind, summary

NARROWEST = 40
"""Columns under which nothing can stand side by side."""
WIDEST = 180
UNSURE = 0.5
"""A score below it is shown as doubtful."""
_STYLES = {"left out": "yellow", "added": "yellow", "moved": "cyan", "": ""}


def render(aligned: Aligned, manner: Manner) -> bytes:
    """A row for each pair, then the summary; ANSI colours where `manner` wants them."""
    out = StringIO()
    console = Console(
        file=out,
        width=min(max(manner.width, NARROWEST), WIDEST),
        force_terminal=manner.colour,
        color_system="standard" if manner.colour else None,
        legacy_windows=False,
        highlight=False,
    )
    console.print(_table(aligned))
    console.print(Text(summary(aligned), "bold"))
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    return "\n".join(lines).encode("utf-8", "backslashreplace")


def _table(aligned: Aligned) -> Table:
    table = Table(box=None, expand=True, padding=(0, 1, 1, 0), pad_edge=False, header_style="bold")
    for name in aligned.names:
        table.add_column(justify="right", style="dim", no_wrap=True)
        table.add_column(Text(name), ratio=1, overflow="fold")
    table.add_column("score", justify="right", no_wrap=True)
    for pair in aligned.whole.pairs:
        ours, theirs = aligned.texts(pair)
        named = kind(pair)
        style = _STYLES[named]
        table.add_row(
            _numbers(pair.source),
            Text(ours, style) if pair.source else Text(f"({named})", style),
            _numbers(pair.target),
            Text(theirs, style) if pair.target else Text(f"({named})", style),
            _score(pair, named),
        )
    return table


def _numbers(side: tuple[int, ...]) -> str:
    """`3`, `3-5`, or every number where one is left out between them."""
    if not side:
        return ""
    first, last = side[0] + 1, side[-1] + 1
    if len(side) == 1:
        return str(first)
    return f"{first}-{last}" if len(side) == last - first + 1 else ",".join(str(number + 1) for number in side)


def _score(pair: Pair, named: str) -> Text:
    style = "red" if pair.score < UNSURE else "dim"
    return Text(f"{'moved ' if named == 'moved' else ''}{pair.score:.2f}", style)

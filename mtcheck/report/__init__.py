"""Examined documents -> bytes for a reader: a person, `patch`, or a program.

Every report is `render(results, manner) -> chunks`. It draws the results one at a time, so that a long
run shows its first file at once; chunks are bytes, since a diff is in the encoding of the file it changes.
"""

from collections.abc import Callable, Iterable, Iterator

from mtcheck.pipeline import Examined
from mtcheck.typed import NamedTuple


class Manner(NamedTuple):
    """How a report is to look."""

    repairs: bool = True
    """The report is of `fix`: it may say how to write the repairs."""
    suggested: bool = False
    """Suggestions are to be made as well."""
    colour: bool = False
    width: int = 100
    """Columns of the terminal."""
    verbose: bool = False
    rules: str = ""
    """What the signature says of the rules that ran."""
    models: str = ""
    """And of the models."""


Render = Callable[[Iterable[Examined], Manner], Iterator[bytes]]


FORMATS = {
    "text": "plain",
    "terminal": "terminal",
    "diff": "diff",
    "json": "json",
    "lines": "lines",
    "html": "html",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
    "rdjson": "rdjson",
}
"""Name of a format -> module here. `terminal` is what `text` becomes there, `lines` what `check` prints when piped."""


def renderer(format: str) -> Render:
    """The report called `format`; its module is imported here and not before."""
    render: Render = __import__(f"{__name__}.{FORMATS[format]}", fromlist=("render",)).render
    return render

"""Two aligned texts -> bytes: for a person at a terminal, a spreadsheet, a translation memory, a program.

Every output is one module with `render(aligned, manner) -> bytes`; it is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from mtcheck.align import Alignment, Pair
from mtcheck.report import Manner

FORMATS = ("text", "tsv", "json", "tmx", "pairs", "html")
"""Each is a module here."""
SUFFIXES = {
    ".txt": "text",
    ".tsv": "tsv",
    ".json": "json",
    ".tmx": "tmx",
    ".pairs": "pairs",
    ".align": "pairs",
    ".html": "html",
    ".htm": "html",
}
"""What the name of an output file asks for."""


class Aligned(NamedTuple):
    """Two texts as sentences, and which translate each other."""

    source: Sequence[str]
    target: Sequence[str]
    whole: Alignment
    languages: tuple[str, str]
    """Two-letter codes of source and target."""
    names: tuple[str, str]
    """What the files are called."""

    def texts(self, pair: Pair) -> tuple[str, str]:
        """Both sides of a pair, each as one string; empty where the side has no sentence."""
        return (
            " ".join(self.source[number] for number in pair.source),
            " ".join(self.target[number] for number in pair.target),
        )


def kind(pair: Pair) -> str:
    """What a reader has to know of a pair: `left out`, `added`, `moved`, or nothing."""
    if not pair.target:
        return "left out"
    if not pair.source:
        return "added"
    return "moved" if pair.moved else ""


def summary(aligned: Aligned) -> str:
    """`24 pairs, 1 left out, 2 added, trust 0.93`."""
    kinds = [kind(pair) for pair in aligned.whole.pairs]
    whole = sum(name in ("", "moved") for name in kinds)
    said = [f"{whole:,} pair{'' if whole == 1 else 's'}"]
    said += [f"{kinds.count(name):,} {name}" for name in ("left out", "added", "moved") if name in kinds]
    return ", ".join([*said, f"trust {aligned.whole.trust:.2f}"])


def renderer(format: str) -> Callable[[Aligned, Manner], bytes]:
    """The output called `format`."""
    render: Callable[[Aligned, Manner], bytes] = import_module(f"{__name__}.{format}").render
    return render

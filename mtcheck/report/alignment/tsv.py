"""Aligned -> tab-separated values with a header line, for spreadsheets and shell tools.

Sentence numbers count from 0, with commas; `kind` is `left out`, `added`, `moved` or empty. A tab or a line
break inside a sentence becomes a space: there is no quoting to undo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.report import Manner
from mtcheck.report.alignment import Aligned, kind

COLUMNS = ("source", "target", "score", "kind", "source text", "target text")


def render(aligned: Aligned, manner: Manner) -> bytes:
    """The header, then a line for each pair, in UTF-8."""
    return "".join("\t".join(row) + "\n" for row in _rows(aligned)).encode("utf-8", "backslashreplace")


def _rows(aligned: Aligned) -> Iterator[Sequence[str]]:
    yield COLUMNS
    for pair in aligned.whole.pairs:
        numbers = (",".join(map(str, side)) for side in (pair.source, pair.target))
        texts = (" ".join(text.split()) for text in aligned.texts(pair))
        yield (*numbers, f"{pair.score:.3f}", kind(pair), *texts)

"""Plain text: all of it is translatable; a line break written CR LF reads as one character."""

from __future__ import annotations

from mtcheck.text import Piece, Span, Text


def read(raw: str) -> Text:
    """The whole of `raw`, with every `\\r\\n` a piece of its own that reads `\\n`."""
    pieces = []
    at = 0
    while (found := raw.find("\r\n", at)) >= 0:
        if found > at:
            pieces.append(Piece(raw[at:found], Span(at, found)))
        pieces.append(Piece("\n", Span(found, found + 2)))
        at = found + 2
    if at < len(raw):
        pieces.append(Piece(raw[at:], Span(at, len(raw))))
    return Text(pieces)

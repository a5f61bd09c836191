"""A translated string -> pieces without what a program puts in it: placeholders, tags, entities, addresses.

For strings that stand in PO, XLIFF, JSON, YAML and tables. A placeholder reads as one frozen character; tags are gaps;
a string that is a small program (ICU plural and select) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.formats.inline import PLACEHOLDER
from mtcheck.formats.reader import Block
from mtcheck.text import Piece, Span, Text

_MARKS = re.compile(
    r"""
    (?P<tag></?[A-Za-z][\w.:-]*(?:\s[^<>]*)?/?>|<!--.{0,500}?-->)
  | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<code>
        [$\#%]?\{\{?[^{}\n]{0,200}\}\}?
      | (?<!\d)%(?:\d+\$|\([^()\s]{1,80}\))?[-+0\#]*(?:\d+|\*)?(?:\.\d+)?(?:hh?|ll?|[Lqjzt])?[a-zA-Z@]\b
      | %% | %[A-Z][A-Z0-9_]{2,}% | \$t\([^()\n]{0,200}\)
    )
  | (?P<url>(?:https?://|www\.)[^\s<>"“”«»]+[\w/] | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,64}\w)
    """,
    re.VERBOSE,
)
_PROGRAM = re.compile(r"\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_HINT = re.compile(r"[<&{%@/$]|www\.")


def protected(block: Block) -> Block:
    """The pieces of a string with what must not be touched frozen or taken out; nothing for a small program."""
    value = "".join(piece.plain for piece in block)
    if not _HINT.search(value):
        return block
    if _PROGRAM.search(value):
        return ()
    return list(_carved(block, value))


def _carved(block: Block, value: str) -> Iterator[Piece]:
    text = Text(block)
    at = 0
    for match in _MARKS.finditer(value):
        yield from cut(block, Span(at, match.start()))
        at = match.end()
        if match.lastgroup == "tag":
            continue
        raw = text.to_raw_nearest(Span(*match.span()))
        plain = PLACEHOLDER
        if match.lastgroup == "entity":
            from html import unescape

            plain = unescape(match[0])
        yield Piece(plain, raw, frozen=True)
    yield from cut(block, Span(at, len(value)))


def cut(block: Sequence[Piece], span: Span) -> Iterator[Piece]:
    """The part of a block at `span` of its plain text; a piece that is no copy of the raw text is kept whole."""
    at = 0
    for piece in block:
        end = at + len(piece.plain)
        start, stop = max(at, span.start), min(end, span.end)
        if start < stop:
            if start == at and stop == end:
                yield piece
            elif piece.verbatim:
                raw = Span(piece.raw.start + start - at, piece.raw.start + stop - at)
                yield piece._replace(plain=piece.plain[start - at : stop - at], raw=raw)
            else:
                yield piece._replace(plain=piece.plain[start - at : stop - at], frozen=True)
        at = end


def escaped(raw: str, span: Span, escape: re.Pattern[str], decode: dict[str, str], style: str = "") -> Iterator[Piece]:
    """A stretch of raw text with escapes: what `escape` matches and `decode` knows is one character of its own."""
    at = span.start
    for match in escape.finditer(raw, *span):
        plain = decode.get(match[0])
        if plain is None:
            continue
        if at < match.start():
            yield Piece(raw[at : match.start()], Span(at, match.start()), style=style)
        yield Piece(plain, Span(*match.span()), frozen=len(plain) == len(match[0]) > 1, style=style)
        at = match.end()
    if at < span.end:
        yield Piece(raw[at : span.end], Span(at, span.end), style=style)

"""What a reader gives and what it raises; and the ways to put its blocks together.

A block is the pieces of one paragraph, one string or one segment. Blocks are a blank line apart, and no edit
crosses from one into the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtcheck.text import Piece, Span, Text, Unit
from mtcheck.typed import NamedTuple

Block = Sequence[Piece]


class Bilingual(NamedTuple):
    """What a reader of a bilingual file gives: both texts, and which parts the file puts side by side."""

    text: Text
    source: Text
    units: tuple[Unit, ...]
    source_language: str | None = None
    """As the file states it: fr, es, ..."""


class Malformed(Exception):
    """The file is not what its format asks for, at this raw offset. `formats.read` adds the path and the line."""

    def __init__(self, offset: int, message: str, hint: str):
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


class OtherLanguage(Exception):
    """The file declares that its text is in a language other than English. `hint` says where it is declared."""

    def __init__(self, language: str, hint: str):
        super().__init__(language)
        self.language = language
        self.hint = hint


def is_english(tag: str) -> bool:
    """Whether a language tag (BCP 47, or POSIX `en_GB.UTF-8`) is of English."""
    return primary(tag) == "en"


def primary(tag: str) -> str:
    """The language of a tag, without country, script and encoding: `fr` for `fr-FR` and `fr_CA`."""
    return tag.replace("_", "-").replace(".", "-").partition("-")[0].strip().lower()


def trimmed(block: Block) -> Block:
    """The block without the white space at both ends."""
    pieces = list(block)
    while pieces and not (left := pieces[0].plain.lstrip(" \t\r\n\f")):
        del pieces[0]
    while pieces and not (right := pieces[-1].plain.rstrip(" \t\r\n\f")):
        del pieces[-1]
    if not pieces:
        return ()
    if len(left) < len(pieces[0].plain) and pieces[0].verbatim:
        head = pieces[0]
        pieces[0] = head._replace(plain=left, raw=Span(head.raw.end - len(left), head.raw.end))
        right = pieces[-1].plain.rstrip(" \t\r\n\f")
    if len(right) < len(pieces[-1].plain) and pieces[-1].verbatim:
        tail = pieces[-1]
        pieces[-1] = tail._replace(plain=right, raw=Span(tail.raw.start, tail.raw.start + len(right)))
    return pieces


def joined(blocks: Iterable[Block]) -> Text:
    """The blocks that have words, as one text."""
    return Text([piece for _, pieces in _placed(blocks) for piece in pieces])


def paired(pairs: Iterable[tuple[Block, Block]], language: str | None = None) -> Bilingual:
    """Segments (source, target) as two texts and their units; the same source object may come several times in a row.

    A pair whose target has no words is left out: nothing in it could be repaired. One whose source has none is no
    unit: that it was added is not said.
    """
    kept = [(source, trimmed(target)) for source, target in pairs if _wordy(target)]
    sources: list[Block] = []
    for source, _ in kept:
        if not sources or source is not sources[-1]:
            sources.append(source)
    left = {id(block): span for block, span in zip(sources, _spans(map(trimmed, sources)), strict=True)}
    right = _spans(target for _, target in kept)
    units = [Unit(left[id(source)], span) for (source, _), span in zip(kept, right, strict=True) if _wordy(source)]
    return Bilingual(_all(target for _, target in kept), _all(map(trimmed, sources)), tuple(units), language)


def _wordy(block: Block) -> bool:
    return any(any(map(str.isalpha, piece.plain)) for piece in block)


def _placed(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Piece]]]:
    """Every block with words, and its pieces with the break before it."""
    before: Piece | None = None
    for block in blocks:
        own = trimmed(block) if _wordy(block) else ()
        if own:
            gap = [_break(before, own[0])] if before is not None else []
            yield own, [*gap, *own]
            before = own[-1]


def _break(before: Piece, after: Piece) -> Piece:
    return Piece("\n\n", Span(before.raw.end, max(before.raw.end, after.raw.start)), frozen=True)


def _all(blocks: Iterable[Block]) -> Text:
    """All blocks, also empty ones, so that spans counted over them hold."""
    out: list[Piece] = []
    first = True
    for block in blocks:
        if not first:
            at = out[-1].raw.end if out else 0
            out.append(Piece("\n\n", Span(at, max(at, block[0].raw.start if block else at)), frozen=True))
        out += block
        first = False
    return Text(out)


def _spans(blocks: Iterable[Block]) -> list[Span]:
    spans, at = [], 0
    for block in blocks:
        size = sum(len(piece.plain) for piece in block)
        spans.append(Span(at, at + size))
        at += size + 2
    return spans

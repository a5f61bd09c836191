"""Plain text that remembers where it came from.

bytes are decoded once (`formats`), rules see `Text.plain`, edits are made on the raw text.
This module imports nothing of ours: everything else is built on it.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from mtcheck.typed import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points: `start` is in it, `end` is not."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same characters in a text that has `by` more before them."""
        return Span(self.start + by, self.end + by)

    def touches(self, other: "Span") -> bool:
        """Whether two edits at these spans would compete for the same characters.

        Two insertions at one point compete; a replacement and its neighbour do not.
        """
        # an insertion competes with what it stands strictly inside of, and with its like
        return self == other or (self.start < other.end and other.start < self.end)


class Edit(NamedTuple):
    """These characters become `new`. An empty span inserts, an empty `new` deletes."""

    span: Span
    new: str

    def minimised(self, text: str) -> "Edit":
        """The same change without the characters that both ends share (after ERRANT's Edit.minimise)."""
        old, new, start = self.span.of(text), self.new, self.span.start
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        old, new, start = old[head:], new[head:], start + head
        while old and new and old[-1] == new[-1]:
            old, new = old[:-1], new[:-1]
        return Edit(Span(start, start + len(old)), new)


def splice(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made; they must not overlap.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.span.start < at or edit.span.end > len(text):
            raise ValueError(f"edit {edit} overlaps another or lies outside the text")
        parts += text[at : edit.span.start], edit.new
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def carried(span: Span, edits: Iterable[Edit]) -> Span:
    """Where `span` stands after `edits` were made in its text; what was inserted at its ends is outside."""
    sorted_edits = sorted(edits)
    start = _carried(span.start, sorted_edits)
    return Span(start, max(start, _carried(span.end, [e for e in sorted_edits if e.span.start < span.end])))


def _carried(offset: int, edits: Sequence[Edit]) -> int:
    shift = 0
    for edit in edits:
        if edit.span.end <= offset:
            shift += len(edit.new) - (edit.span.end - edit.span.start)
        elif edit.span.start < offset:  # it replaces the characters on both sides
            return edit.span.start + shift + len(edit.new)
        else:
            break
    return offset + shift


class Piece(NamedTuple):
    """A run of plain text and the raw characters it stands for.

    A verbatim piece can be edited anywhere inside; any other piece (a decoded entity, a line
    break written as CR LF, a placeholder for code) only as a whole, and a frozen one never.
    """

    plain: str
    raw: Span
    frozen: bool = False
    style: str = ""
    """How this place writes its characters (quoted, plain, a CDATA section): what the format's writer goes by."""

    @property
    def verbatim(self) -> bool:
        return not self.frozen and len(self.plain) == self.raw.end - self.raw.start


class Text:
    """Plain text for the rules, made of pieces in the order of the file."""

    def __init__(self, pieces: Sequence[Piece]):
        self.pieces = tuple(pieces)
        self.plain = "".join(piece.plain for piece in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.plain)
        return starts

    def to_raw(self, span: Span) -> Span | None:
        """The raw characters behind `span`, or None where an edit there would cut or cross markup."""
        place = self.place(span)
        return place[0] if place is not None else None

    def place(self, span: Span) -> tuple[Span, str] | None:
        """The raw characters behind `span` and their style, or None where an edit would cut or cross markup."""
        if not self.pieces:
            return None
        if span.start == span.end:
            return self._point(span.start)
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, span.end - 1) - 1
        for before, after in zip(self.pieces[first:last], self.pieces[first + 1 : last + 1], strict=True):
            if before.raw.end != after.raw.start:
                return None
        if any(piece.frozen for piece in self.pieces[first : last + 1]):
            return None
        head, tail = self.pieces[first], self.pieces[last]
        skip = span.start - self._starts[first]
        keep = span.end - self._starts[last]
        if (skip and not head.verbatim) or (keep != len(tail.plain) and not tail.verbatim):
            return None
        start = head.raw.start + skip
        end = tail.raw.start + keep if tail.verbatim else tail.raw.end
        return Span(start, end), head.style

    def _point(self, at: int) -> tuple[Span, str] | None:
        """Where an insertion at plain offset `at` goes: beside the verbatim text it belongs to."""
        index = bisect_right(self._starts, at) - 1
        piece = self.pieces[index]
        skip = at - self._starts[index]
        if skip == 0 and (piece.frozen or not piece.verbatim) and index:
            before = self.pieces[index - 1]
            return None if before.frozen else (Span(before.raw.end, before.raw.end), before.style)
        if piece.frozen or (skip not in (0, len(piece.plain)) and not piece.verbatim):
            return None
        point = piece.raw.end if skip == len(piece.plain) else piece.raw.start + skip
        return Span(point, point), piece.style

    def to_raw_nearest(self, span: Span) -> Span:
        """A raw span to show for `span`, also where no edit could be made."""
        exact = self.to_raw(span)
        if exact is not None or not self.pieces:
            return exact or Span(0, 0)
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, max(span.end - 1, span.start)) - 1, first)
        head, tail = self.pieces[first], self.pieces[last]
        start = head.raw.start + (span.start - self._starts[first] if head.verbatim else 0)
        end = tail.raw.start + (span.end - self._starts[last]) if tail.verbatim else tail.raw.end
        return Span(start, max(start, end))


class Codec(NamedTuple):
    """How a file's bytes became characters, so that the way back gives the same bytes."""

    encoding: str = "utf-8"
    bom: bytes = b""
    newline: str = "\n"
    pack: Callable[[str], bytes] | None = None
    """Puts the characters back into the archive that they came from (DOCX)."""

    def encode(self, raw: str) -> bytes:
        """The bytes of `raw`. Raises UnicodeEncodeError where the encoding has no such character."""
        if self.pack is not None:
            return self.pack(raw)
        return self.bom + raw.encode(self.encoding)


class Ignore(NamedTuple):
    """A reader's wish: findings of `rules` (all, where empty) inside the plain span are not reported.

    `quote` limits it to findings whose marked text is exactly that.
    """

    span: Span
    rules: tuple[str, ...] = ()
    quote: str | None = None


class Unit(NamedTuple):
    """A segment of a bilingual file: plain spans in the document's `source` and in its `text`."""

    source: Span
    target: Span


class Document(NamedTuple):
    """One file: its raw characters, and the text in it that a translator would have written."""

    path: str
    raw: str
    text: Text
    codec: Codec = Codec()
    format: str = "plain"
    ignores: tuple[Ignore, ...] = ()
    source: Text | None = None
    """The other language's text of a bilingual file (PO, XLIFF, TMX); its pieces are raw spans of the same file."""
    units: tuple[Unit, ...] = ()
    """Which parts of `source` and `text` the file itself puts side by side, in the order of `text`."""
    source_language: str | None = None
    """The language of `source`, where the file says it."""

    @property
    def readable(self) -> "Document":
        """What reports show and count places in: the file itself, or the text of one that people never see raw."""
        if self.codec.pack is None:
            return self
        plain = self.text.plain
        return self._replace(raw=plain, text=Text([Piece(plain, Span(0, len(plain)))]), codec=Codec(), format="plain")

    @property
    def outside(self) -> str:
        """What no edit may change: the raw characters that are no text, or frozen text."""
        parts, at = [], 0
        for piece in self.text.pieces:
            if not piece.frozen:
                parts.append(self.raw[at : piece.raw.start])
                at = piece.raw.end
        return "".join((*parts, self.raw[at:]))

    def encode(self) -> bytes:
        return self.codec.encode(self.raw)

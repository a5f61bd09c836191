"""DOCX -> the paragraphs of the document, its notes, headers and footers; and back into the same archive.

The raw text is the XML of those parts, each after its name. A repair changes characters inside `w:t` elements and
nothing else; every other member of the archive keeps its bytes. Text boxes, field results, deleted text and formulas
are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from mtcheck.errors import InputProblem
from mtcheck.formats.inline import PLACEHOLDER
from mtcheck.formats.markup import CLOSE, LONE, OPEN, TEXT, Token, attributes, text_pieces, write
from mtcheck.formats.reader import Block, Malformed, joined
from mtcheck.formats.xml import local, parsed
from mtcheck.text import Codec, Piece, Span, Text

if TYPE_CHECKING:
    from zipfile import ZipFile

_PARTS = re.compile(r"word/(?:(document\d*)|(footnotes|endnotes)|((?:header|footer)\d*))\.xml")
_SEPARATOR, _MARKER = "\x1e", "\x1f"
"""Neither can stand in XML. The separator frames a part's name; the marker stands in a `w:t` that was edited and
that does not yet say that its outer spaces count."""
_EDITED = re.compile(rf"(<(?:\w+:)?t)((?:\s[^<>]*)?>)([^<>]*{_MARKER}[^<>]*)(?=<)")
LARGEST = 200_000_000
"""Bytes of XML that are unpacked: more is a bomb, or no document that people read."""
DENSEST = 1000
"""Unpacked bytes for each packed one: the limit of what deflate can do is 1032."""
BARE = "bare"
"""Style of a `w:t` whose outer spaces do not count."""

_SAVE = "open it in a word processor and save it"

_PASSED_OVER = frozenset(
    "rPr pPr tblPr trPr tcPr sectPr sdtPr sdtEndPr instrText delText delInstrText del moveFrom rt rPrChange pPrChange"
    " footnoteRef endnoteRef fldData".split()
)
_OBJECTS = frozenset("drawing pict object AlternateContent oMath oMathPara sym fldSimple".split())
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def unpack(data: bytes, path: str) -> tuple[str, Codec]:
    """The XML of the parts with text.

    Raises:
        InputProblem: not a DOCX file, a broken or encrypted one, or one that unpacks to more than anybody wrote.
    """
    from io import BytesIO
    from zipfile import ZipFile

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputProblem(f"{path}: an old Word file, or one with a password", "save it as .docx without a password")
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = sorted((name for name in archive.namelist() if _PARTS.fullmatch(name)), key=_order)
            _require_sane(archive, names)
            parts = [(name, archive.read(name).decode()) for name in names]
    except Malformed as error:
        raise InputProblem(f"{path}: {error.message}", error.hint) from None
    except UnicodeDecodeError:
        raise InputProblem(f"{path}: its text is not in UTF-8", _SAVE) from None
    except Exception as error:  # zipfile, zlib and struct raise whatever comes first in a broken archive
        raise InputProblem(f"{path}: not a whole DOCX file ({error})", _SAVE) from None
    raw = "".join(f"{_SEPARATOR}{name}{_SEPARATOR}{part}" for name, part in parts)
    if raw.count(_SEPARATOR) != 2 * len(parts) or _MARKER in raw:
        raise InputProblem(f"{path}: holds characters that XML does not allow", _SAVE)
    return raw, Codec(pack=partial(_packed, data, raw, path))


def read(raw: str) -> Text:
    """The paragraphs, a blank line apart.

    Raises:
        Malformed: a part is not well-formed XML, or declares entities.
    """
    return joined(block for name, span in _parts(raw) for block in _paragraphs(raw, name, span))


def write_run(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a `w:t`."""
    escaped = write(new, "", codec)
    return escaped if escaped is None or style != BARE else _MARKER + escaped


def _order(name: str) -> tuple[int, str]:
    match = _PARTS.fullmatch(name)
    assert match is not None
    return (match.lastindex or 0, name)


def _require_sane(archive: ZipFile, names: list[str]) -> None:
    """Raises Malformed for what is no document, or a trap."""
    everything = archive.infolist()
    if not any(name.startswith("word/document") for name in names):
        raise Malformed(
            0, "not a Word document (it has no word/document.xml)", "only .docx can be read, no other archive"
        )
    if len({info.filename for info in everything}) < len(everything):
        raise Malformed(0, "two members of the archive have one name", _SAVE)
    if any(info.flag_bits & 1 for info in everything):
        raise Malformed(0, "the archive is encrypted", "save it without a password")
    if sum(info.file_size for info in everything) > 5 * LARGEST:
        raise Malformed(0, f"unpacks to more than {5 * LARGEST // 1_000_000} MB", "it looks like a trap")
    own = [archive.getinfo(name) for name in names]
    if sum(info.file_size for info in own) > LARGEST or any(
        info.file_size > DENSEST * max(info.compress_size, 1) for info in own
    ):
        raise Malformed(
            0, f"unpacks to more than {LARGEST // 1_000_000} MB, or is packed too densely", "it looks like a trap"
        )


def _packed(data: bytes, before: str, path: str, raw: str) -> bytes:
    """The archive with the parts that `raw` changes; the same bytes where it changes none."""
    if raw == before:
        return data
    old = {name: span.of(before) for name, span in _parts(before)}
    new = {name: _EDITED.sub(_spaced, span.of(raw)).replace(_MARKER, "") for name, span in _parts(raw)}
    changed = {name: part for name, part in new.items() if part != old[name]}
    try:
        return _rebuilt(data, changed)
    except Malformed as error:
        raise InputProblem(f"{path}: {error.message}", error.hint) from None
    except Exception as error:  # a member that is no text, and that nobody has looked at before, is broken
        raise InputProblem(f"{path}: not a whole DOCX file ({error})", _SAVE) from None


def _rebuilt(data: bytes, changed: dict[str, str]) -> bytes:
    """The archive with some members changed; all others have the same name, date, place and content."""
    from io import BytesIO
    from zipfile import ZipFile

    out = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(out, "w") as result:
        if any(name.startswith("_xmlsignatures/") for name in archive.namelist()):
            raise Malformed(0, "is signed, and a repair would break its signature", "the file is unchanged")
        result.comment = archive.comment
        for info in archive.infolist():
            content = changed[info.filename].encode() if info.filename in changed else archive.read(info)
            result.writestr(info, content, info.compress_type)
    return out.getvalue()


def _spaced(edited: re.Match[str]) -> str:
    """A `w:t` whose outer spaces count, where it has any."""
    opening, rest, text = edited[1], edited[2], edited[3].replace(_MARKER, "")
    return f'{opening} xml:space="preserve"{rest}{text}' if text != text.strip() else opening + rest + text


def _parts(raw: str) -> Iterator[tuple[str, Span]]:
    """The name and the XML of each part."""
    at = 0
    while at < len(raw):
        middle = raw.index(_SEPARATOR, at + 1)
        end = raw.find(_SEPARATOR, middle + 1)
        end = len(raw) if end < 0 else end
        yield raw[at + 1 : middle], Span(middle + 1, end)
        at = end


def _tokens(raw: str, name: str, span: Span) -> Iterator[Token]:
    try:
        found = parsed(span.of(raw))
    except Malformed as error:
        raise Malformed(span.start + error.offset, f"{name}: {error.message}", error.hint) from None
    for token in found:
        yield token._replace(span=Span(token.span.start + span.start, token.span.end + span.start))


def _paragraphs(raw: str, name: str, span: Span) -> Iterator[Block]:
    """The words of each paragraph; what stands inside an object, a text box among them, is passed over."""
    block: list[Piece] = []
    passing, depth = "", 0
    text: str | None = None  # the style of the w:t that is open
    fields: list[bool] = []  # of each field that is open, whether its result has begun
    for token in _tokens(raw, name, span):
        tag = local(token)
        if passing:
            depth += (token.kind == OPEN) - (token.kind == CLOSE) if tag == passing else 0
            passing = passing if depth else ""
        elif token.kind == TEXT and text is not None and all(fields):
            pieces = list(text_pieces(raw, token.span, html=False)) if text != BARE else _bare(raw, token.span)
            block += [piece._replace(style=text, frozen=piece.frozen or bool(fields)) for piece in pieces]
        elif token.kind == CLOSE:
            text = None if tag == "t" else text
            if tag == "p":
                yield block
                block = []
        elif token.kind in (OPEN, LONE):
            if tag in _OBJECTS:
                block.append(Piece(PLACEHOLDER, token.span, frozen=True))
            elif tag in _CHARACTERS:
                block.append(Piece(_CHARACTERS[tag], token.span, frozen=True))
            elif tag == "fldChar":
                _field(fields, attributes(raw, token))
            elif tag == "t" and token.kind == OPEN:
                text = "" if attributes(raw, token).get("xml:space") == "preserve" else BARE
            if token.kind == OPEN and (tag in _PASSED_OVER or tag in _OBJECTS):
                passing, depth = tag, 1


def _field(fields: list[bool], stated: dict[str, str]) -> None:
    kind = next((value for name, value in stated.items() if name.endswith("fldchartype")), "")
    if kind == "begin":
        fields.append(False)
    elif fields and kind == "separate":
        fields[-1] = True
    elif fields and kind == "end":
        fields.pop()


def _bare(raw: str, span: Span) -> list[Piece]:
    """The text of a `w:t` without the outer spaces, which do not count there."""
    text = span.of(raw)
    inner = text.strip(" \t\r\n")
    start = span.start + len(text) - len(text.lstrip(" \t\r\n"))
    return list(text_pieces(raw, Span(start, start + len(inner)), html=False)) if inner else []

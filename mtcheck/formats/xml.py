"""raw XML -> its tokens, after expat found it well formed; entities of its own are refused, none is ever fetched."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from mtcheck.formats.markup import CDATA, CDATA_STYLE, CLOSE, COMMENT, OPEN, Token, attributes, tokens
from mtcheck.formats.reader import Malformed
from mtcheck.text import Piece, Span

DEPTH = 1000
"""Elements inside each other: no document has as many, and expat would go on for ever."""


def parsed(raw: str) -> list[Token]:
    """The tokens of a document.

    Raises:
        Malformed: it is not well formed, nested without measure, or declares entities.
    """
    require_sound(raw)
    return list(tokens(raw, html=False))


def require_sound(raw: str) -> None:
    """Raises Malformed for XML that is broken or dangerous."""
    data = raw.encode("utf-8", "surrogatepass")
    parser = expat.ParserCreate("utf-8")  # overrides what the file declares: these are our bytes
    depth = 0

    def place() -> int:
        return len(data[: max(parser.ErrorByteIndex, 0)].decode("utf-8", "ignore"))

    def declared(*_: object) -> None:
        raise Malformed(
            place(), "declares an entity of its own", "write the characters themselves; entities are not expanded"
        )

    def opened(name: str, _: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise Malformed(
                place(), f"more than {DEPTH} elements inside each other", "no document of this kind has as many"
            )

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.EntityDeclHandler = declared
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        said = expat.errors.messages.get(error.code, expat.ErrorString(error.code))
        raise Malformed(place(), f"not well-formed XML ({said})", "mend it there; nothing was changed") from None


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each comment ends, and what it says."""
    for token in tokens(raw, html=False):
        if token.kind == COMMENT:
            yield token.span.end, raw[token.span.start + 4 : token.span.end - 3].strip()


def local(token: Token) -> str:
    """A tag's name without its prefix."""
    return token.name.rpartition(":")[2]


def values(raw: str, token: Token) -> dict[str, str]:
    """A tag's attributes, names in lower case (`xml:lang`, `target-language`, `trglang`)."""
    return attributes(raw, token)


def cdata(raw: str, token: Token) -> Iterator[Piece]:
    """The text of a CDATA section."""
    assert token.kind == CDATA
    inside = Span(token.span.start + 9, token.span.end - 3)
    if inside.start < inside.end:
        yield Piece(inside.of(raw), inside, style=CDATA_STYLE)


def skip(found: list[Token], at: int) -> int:
    """The index after the element that opens at `at`."""
    if found[at].kind != OPEN:
        return at + 1
    depth = 0
    for index in range(at, len(found)):
        depth += (found[index].kind == OPEN) - (found[index].kind == CLOSE)
        if not depth:
            return index + 1
    return len(found)

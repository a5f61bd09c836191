"""raw HTML or XML -> its tokens with their places; and text in it -> pieces, and back.

The scanner only says where things are. XML is judged by expat first (`xml.py`), so that its tokens are whole; in
HTML, what is opened and never closed is an error, since a browser would take the rest of the file for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

from mtcheck.formats.reader import Malformed
from mtcheck.text import Codec, Piece, Span

TEXT, OPEN, CLOSE, LONE, COMMENT, CDATA, CODE, OTHER = (
    "text",
    "open",
    "close",
    "lone",
    "comment",
    "cdata",
    "code",
    "other",
)
"""Kinds of tokens. LONE is `<a/>`, CODE a template's `{{ }}`, OTHER a declaration or an instruction."""
CDATA_STYLE = "cdata"

_NEXT = re.compile(r"<(?:!--|!\[CDATA\[|[!?/%A-Za-z_:\u0080-\U0010ffff])|\{[{%#]")
_NAME = re.compile(r"</?([^\s/>]+)")
_UP_TO_VALUE = re.compile(r"[^>=]*(?:>|=\s*[\"']?)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_PIECES = re.compile(r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[ \t\r\n\f]{2,}|[\t\r\n\f]")
_SPACES = ("\u00a0", "\u202f", "\u2009", "\u00ad", "\u200b")
"""What stands as a reference and is no letter; other characters without a shape stay the reference that they are."""
_XML_ENTITIES = frozenset(("&amp;", "&lt;", "&gt;", "&quot;", "&apos;"))
_RAW = frozenset("script style xmp iframe noembed noframes plaintext textarea title".split())
"""HTML elements whose content holds no tags."""
_TEMPLATES = {"{{": ("}}", CODE), "{%": ("%}", OTHER), "{#": ("#}", COMMENT), "<%": ("%>", CODE)}
_LONGEST = 4000
"""Characters of a template's expression: what is opened and goes on for longer was only a brace."""


class Token(NamedTuple):
    """A stretch of the file. `name` is the tag's, in lower case where the file is HTML."""

    kind: str
    span: Span
    name: str = ""


def tokens(raw: str, html: bool) -> Iterator[Token]:
    """All of the file, in order and without holes.

    Raises:
        Malformed: a comment, a tag or a script is never closed (HTML).
    """
    at = text = 0
    ends: dict[str, int] = {}
    while found := _NEXT.search(raw, at):
        start = found.start()
        token = _template(raw, start, found[0], ends) if html and found[0] in _TEMPLATES else None
        token = token or _token(raw, start, found[0], html)
        if token is None:
            at = found.end()
            continue
        if text < start:
            yield Token(TEXT, Span(text, start))
        yield token
        at = text = token.span.end
        if html and token.kind == OPEN and token.name in _RAW:
            at = text = _raw_end(raw, token)
            if token.span.end < text:
                kind = TEXT if token.name == "title" else OTHER
                yield Token(kind, Span(token.span.end, text))
    if text < len(raw):
        yield Token(TEXT, Span(text, len(raw)))


def _template(raw: str, start: int, opening: str, ends: dict[str, int]) -> Token | None:
    """A template's expression; `ends` holds the next place of each closing mark, so that none is looked for twice."""
    closing, kind = _TEMPLATES[opening]
    end = ends.get(closing, 0)
    if 0 <= end < start + 2:
        end = ends[closing] = raw.find(closing, start + 2)
    return Token(kind, Span(start, end + 2)) if 0 <= end <= start + _LONGEST else None


def _token(raw: str, start: int, opening: str, html: bool) -> Token | None:
    """What begins at `start`; None where it is only a character."""
    if opening in _TEMPLATES:
        return None
    if opening == "<!--":
        return Token(COMMENT, Span(start, _comment_end(raw, start, html)))
    if opening == "<![CDATA[":
        return Token(CDATA, Span(start, _closed(raw, start, "]]>", start)))
    if opening == "<!":
        end = _declaration_end(raw, start) if not html else _closed(raw, start, ">", start)
        return Token(OTHER, Span(start, end))
    if opening == "<?":
        closing = "?>" if not html or raw.startswith(("<?php", "<?="), start) else ">"
        return Token(OTHER, Span(start, _closed(raw, start, closing, start)))
    return _tag(raw, start, html)


def _tag(raw: str, start: int, html: bool) -> Token | None:
    named = _NAME.match(raw, start)
    if named is None or (html and not raw[named.start(1)].isascii()):
        return None
    end = _tag_end(raw, named.end())
    if end < 0:
        raise Malformed(start, f"the tag <{named[1][:40]} is never closed", "close it with >")
    kind = CLOSE if raw[start + 1] == "/" else LONE if raw[end - 2] == "/" else OPEN
    return Token(kind, Span(start, end), named[1].lower() if html else named[1])


def _tag_end(raw: str, at: int) -> int:
    """The end of the tag whose name ends at `at`, -1 where the file ends first; a quoted value may hold >."""
    while found := _UP_TO_VALUE.match(raw, at):
        at = found.end()
        if raw[at - 1] == ">":
            return at
        if raw[at - 1] in "\"'":
            at = raw.find(raw[at - 1], at) + 1
            if not at:
                return -1
    return -1


def _closed(raw: str, start: int, closing: str, at: int) -> int:
    end = raw.find(closing, at)
    if end < 0:
        raise Malformed(start, f"what {raw[start : start + 10]!r} begins is never closed", f"close it with {closing}")
    return end + len(closing)


def _comment_end(raw: str, start: int, html: bool) -> int:
    if html and raw.startswith(("<!-->", "<!--->"), start):
        return raw.index(">", start) + 1
    return _closed(raw, start, "-->", start + 4)


def _declaration_end(raw: str, start: int) -> int:
    """The end of a DOCTYPE, whose internal subset may hold more declarations."""
    bracket = re.compile(r"[^>\[]*").match(raw, start)
    assert bracket is not None
    if raw[bracket.end() : bracket.end() + 1] != "[":
        return _closed(raw, start, ">", bracket.end())
    return _closed(raw, start, ">", _closed(raw, start, "]", bracket.end()))


def _raw_end(raw: str, token: Token) -> int:
    closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(raw, token.span.end)
    if closing is None:
        if token.name == "plaintext":
            return len(raw)
        raise Malformed(token.span.start, f"<{token.name}> is never closed", f"close it with </{token.name}>")
    return closing.start()


def attributes(raw: str, token: Token) -> dict[str, str]:
    """A tag's attributes, names in lower case, the first of each name."""
    named = _NAME.match(raw, token.span.start)
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(raw, named.end() if named else token.span.start, token.span.end - 1):
        found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
    return found


def text_pieces(raw: str, span: Span, html: bool) -> Iterator[Piece]:
    """A stretch of text: entities decoded, line breaks with their indentation as one space."""
    at = span.start
    for match in _PIECES.finditer(raw, *span):
        own = Span(*match.span())
        plain = _decoded(match[0], html) if match[0][0] == "&" else " "
        if plain is None or not match[0].strip(" "):  # several spaces are what they are
            continue
        if at < own.start:
            yield Piece(raw[at : own.start], Span(at, own.start))
        yield Piece(plain, own, frozen=len(plain) == own.end - own.start > 1)
        at = own.end
    if at < span.end:
        yield Piece(raw[at : span.end], Span(at, span.end))


def _decoded(entity: str, html: bool) -> str | None:
    """The characters that an entity stands for; None where it is none, or cannot be kept apart from markup."""
    if entity[1] == "#":
        plain = unescape(entity)
        return plain if plain in _SPACES or (plain.isprintable() and plain not in ("", "\ufffd")) else None
    if html:
        return html5.get(entity[1:])
    return unescape(entity) if entity in _XML_ENTITIES else None


def write(new: str, style: str, codec: Codec) -> str | None:
    """New text in HTML or XML; what the encoding lacks becomes a reference. A line break has no place there."""
    if "\n" in new or "\r" in new:
        return None
    if style == CDATA_STYLE:
        return None if "]" in new or ">" in new else new
    escaped = new.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.encode(codec.encoding, "xmlcharrefreplace").decode(codec.encoding)

"""JSON -> its string values that are prose; keys, names and addresses are left alone.

One pass over the tokens with a stack of our own, so that nesting costs nothing and every error has its place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mtcheck.formats.catalogue import Entry, chosen
from mtcheck.formats.reader import Block, Malformed, OtherLanguage, is_english, joined, primary
from mtcheck.formats.strings import protected
from mtcheck.text import Codec, Piece, Span, Text

_TOKEN = re.compile(
    r"(?P<string>\"[^\"\\\x00-\x1f]*(?:\\(?:[\"\\/bfnrt]|u[0-9a-fA-F]{4})[^\"\\\x00-\x1f]*)*\")"
    r"|(?P<atom>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)"
    r"|(?P<mark>[{}\[\],:])"
)
_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_SHORT = {r"\"": '"', r"\\": "\\", r"\/": "/", r"\b": "\b", r"\f": "\f", r"\n": "\n", r"\r": "\r", r"\t": "\t"}
_ENCODE = {ord(plain): raw for raw, plain in _SHORT.items() if plain != "/"}
ASCII = "ascii"
"""Style of a file that writes everything beyond ASCII as an escape."""

VALUE, FIRST_VALUE, KEY, FIRST_KEY, COLON, NEXT, END = (
    "value",
    "value or ]",
    "key",
    "key or }",
    ":",
    ", or the end",
    "end",
)


class Level(NamedTuple):
    """An object or a list that is open, and the key it is the value of."""

    closing: str
    keys: tuple[str, ...]


def read(raw: str) -> Text:
    """The prose among the string values.

    Raises:
        Malformed: not JSON.
        OtherLanguage: it says that it is in a language other than English.
    """
    entries, tops = _scanned(raw)
    for entry in entries:
        if entry.keys in (("@@locale",), ("@locale",)):
            language = "".join(piece.plain for piece in entry.block)
            if not is_english(language):
                raise OtherLanguage(primary(language), "as its @@locale says")
    return joined(protected(block) for block in chosen(entries, tops))


def write(new: str, style: str, codec: Codec) -> str:
    """New characters between quotation marks."""
    out = new.translate(_ENCODE)
    if style == ASCII and not out.isascii():
        units = out.encode("utf-16-be")
        codes = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
        out = "".join(chr(code) if code < 128 else f"\\u{code:04x}" for code in codes)
    return out


def _scanned(raw: str) -> tuple[list[Entry], list[str]]:
    """Every string value, and the outermost keys that hold an object."""
    style = ASCII if raw.isascii() and "\\u" in raw else ""
    entries: list[Entry] = []
    tops: list[str] = []
    stack: list[Level] = []
    keys: tuple[str, ...] = ()  # of the value that comes next
    expected = VALUE
    at = _after_space(raw, 0)
    while at < len(raw):
        token = _TOKEN.match(raw, at)
        if token is None or expected == END:
            raise _wrong(raw, at, expected)
        said, at = token[0], _after_space(raw, token.end())
        if said in ("}", "]"):
            if not stack or stack[-1].closing != said or expected not in (NEXT, FIRST_KEY, FIRST_VALUE):
                raise _wrong(raw, token.start(), expected)
            stack.pop()
            expected = NEXT if stack else END
        elif said == ",":
            if expected != NEXT:
                raise _wrong(raw, token.start(), expected)
            expected = KEY if stack[-1].closing == "}" else VALUE
        elif said == ":":
            if expected != COLON:
                raise _wrong(raw, token.start(), expected)
            expected = VALUE
        elif expected in (KEY, FIRST_KEY):
            if not token["string"]:
                raise _wrong(raw, token.start(), expected)
            keys = (*stack[-1].keys, said[1:-1])
            expected = COLON
        elif expected in (VALUE, FIRST_VALUE):
            keys = keys if stack and stack[-1].closing == "}" else stack[-1].keys if stack else ()
            if said in ("{", "["):
                if said == "{" and len(stack) == 1 and stack[0].closing == "}":
                    tops.append(keys[-1])
                stack.append(Level("}" if said == "{" else "]", keys[:50]))
                expected = FIRST_KEY if said == "{" else FIRST_VALUE
                continue
            if token["string"]:
                entries.append(Entry(keys, _block(raw, Span(token.start() + 1, token.end() - 1), style)))
            expected = NEXT if stack else END
        else:
            raise _wrong(raw, token.start(), expected)
    if expected != END:
        raise Malformed(len(raw), f"not JSON: it ends where {expected} should stand", "the file may have been cut off")
    return entries, tops


def _after_space(raw: str, at: int) -> int:
    space = _SPACE.match(raw, at)
    assert space is not None
    return space.end()


def _wrong(raw: str, at: int, expected: str) -> Malformed:
    if raw[at] == '"' and expected in (VALUE, FIRST_VALUE, KEY, FIRST_KEY):
        return Malformed(
            at, "not JSON: a string is not closed, or has a bad escape or a bare line break in it", "mend it there"
        )
    return Malformed(at, f"not JSON: {raw[at : at + 12]!r} stands where {expected} should", "mend it there")


def _block(raw: str, span: Span, style: str) -> Block:
    pieces = []
    at = span.start
    for match in _ESCAPE.finditer(raw, *span):
        if at < match.start():
            pieces.append(Piece(raw[at : match.start()], Span(at, match.start()), style=style))
        plain = _decoded(match[0])
        pieces.append(Piece(plain, Span(*match.span()), frozen=plain == "\ufffd", style=style))
        at = match.end()
    if at < span.end:
        pieces.append(Piece(raw[at : span.end], Span(at, span.end), style=style))
    return pieces


def _decoded(escape: str) -> str:
    """One character; a lone surrogate is none."""
    if escape[1] != "u":
        return _SHORT[escape]
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")

"""JSON -> its string values that are prose; keys, names and addresses are left alone.

The standard library says whether it is JSON, our scan where the strings stand.
"""

from __future__ import annotations

import json
import re

from mtcheck.formats.catalogue import Entry, chosen
from mtcheck.formats.reader import Block, Malformed, OtherLanguage, is_english, joined, primary
from mtcheck.formats.strings import protected
from mtcheck.text import Codec, Piece, Span, Text

_TOKEN = re.compile(r"[\"{}\[\]](?:(?<=\")([^\"\\]*(?:\\.[^\"\\]*)*)\"([ \t\r\n]*:)?)?")
"""A string (a key where a colon follows) or a bracket, in what is known to be JSON."""
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_SHORT = {r"\"": '"', r"\\": "\\", r"\/": "/", r"\b": "\b", r"\f": "\f", r"\n": "\n", r"\r": "\r", r"\t": "\t"}
_ENCODE = {ord(plain): raw for raw, plain in _SHORT.items() if plain != "/"}
ASCII = "ascii"
"""Style of a file that writes everything beyond ASCII as an escape."""


def read(raw: str) -> Text:
    """The prose among the string values.

    Raises:
        Malformed: not JSON.
        OtherLanguage: it says that it is in a language other than English.
    """
    return _read(raw, english=True)


def read_source(raw: str) -> Text:
    """The same of a text in any language."""
    return _read(raw, english=False)


def _read(raw: str, english: bool) -> Text:
    _require_sound(raw)
    entries, tops = _scanned(raw)
    for entry in entries:
        if entry.keys in (("@@locale",), ("@locale",)):
            language = "".join(piece.plain for piece in entry.block)
            if english and not is_english(language):
                raise OtherLanguage(primary(language), "as its @@locale says")
    return joined(protected(block) for block in chosen(entries, tops, english))


def write(new: str, style: str, codec: Codec) -> str:
    """New characters between quotation marks."""
    out = new.translate(_ENCODE)
    if style == ASCII and not out.isascii():
        units = out.encode("utf-16-be")
        codes = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
        out = "".join(chr(code) if code < 128 else f"\\u{code:04x}" for code in codes)
    return out


def _require_sound(raw: str) -> None:
    """Raises Malformed for what is not JSON, or nested without measure."""
    try:
        json.loads(raw, parse_int=str, parse_float=str, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Malformed(error.pos, f"not JSON ({error.msg})", "mend it there; nothing was changed") from None
    except RecursionError:
        raise Malformed(0, "too many objects and lists inside each other", "no file of texts has as many") from None
    except ValueError as error:
        raise Malformed(0, f"not JSON ({error})", "mend it; nothing was changed") from None


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _scanned(raw: str) -> tuple[list[Entry], list[str]]:
    """Every string value, and the outermost keys that hold an object."""
    style = ASCII if raw.isascii() and "\\u" in raw else ""
    entries: list[Entry] = []
    tops: list[str] = []
    above: list[tuple[str, ...]] = [()]  # the keys of each object and list that is open
    keys: tuple[str, ...] = ()  # of the value that comes next
    for token in _TOKEN.finditer(raw):
        if token[2]:
            keys = (*above[-1][:50], token[1])
        elif token[1] is not None:
            entries.append(Entry(keys, _block(raw, Span(*token.span(1)), style)))
        elif token[0] in "{[":
            if token[0] == "{" and len(above) == 2 and keys:
                tops.append(keys[-1])
            above.append(keys)
        else:
            above.pop()
            keys = above[-1]
    return entries, tops


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

"""bytes -> characters, and the Codec that gives the same bytes back.

A byte order mark decides; then the encoding that a person named; then UTF-8, where the bytes are that; then what
the file declares of itself (XML, HTML, PO). Nothing is guessed beyond that.
"""

from __future__ import annotations

import codecs

from mtcheck.errors import InputProblem, UsageProblem
from mtcheck.text import Codec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
_XML = rb"""\A\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']"""
_DECLARATIONS = {
    "html": (_XML, rb"""(?i)<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})"""),
    "xliff": (_XML,),
    "tmx": (_XML,),
    "po": (rb"(?i)Content-Type:[^\"]*?charset=([\w.:-]{1,40})",),
}
"""Format -> where in the first bytes it declares an encoding."""
_TEXTUAL = r"ascii|iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gb\w+|hz|big5\w*|shift_jis\w*|euc_\w+|johab|tis-620|utf-8"
"""Encodings that a file is believed to be in when it says so; Python has others, which are none or carry escapes."""
_HEAD = 4096
"""Bytes in which a declaration has to stand."""
_BROWSERS = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
}
"""What these names mean in HTML (WHATWG Encoding, 4.2)."""


def decode(data: bytes, path: str, format: str, encoding: str | None) -> tuple[str, Codec]:
    """The characters of a file.

    Raises:
        InputProblem: the bytes are not text, or not in the encoding that holds for them.
        UsageProblem: no encoding is called `encoding`.
    """
    bom, name = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))
    body = data[len(bom) :]
    name = name or _named(encoding, body) or _own(body, format)
    if not name.startswith(_WIDE) and b"\0" in body[:8192]:
        wide = _without_mark(body)
        if wide:
            raise InputProblem(f"{path}: looks like {wide[:6]} without a byte order mark", f"say --encoding {wide}")
        raise InputProblem(f"{path}: looks like a binary file (it holds a NUL byte)", "only text can be checked")
    try:
        raw = body.decode(name)
        same = raw.encode(name) == body
    except LookupError:
        raise UsageProblem(f"no such encoding: {name}", "try utf-8, windows-1252 or utf-16") from None
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise InputProblem(
            f"{path}: line {line}: byte {error.start + len(bom)} (0x{body[error.start]:02x}) is not {name} text",
            _remedy(body, name),
        ) from None
    except (UnicodeError, ValueError):
        same = False
    if not same:
        raise InputProblem(f"{path}: {name} does not give back the same bytes", "convert the file to UTF-8")
    crlf = raw.count("\r\n")
    newline = "\r\n" if crlf > raw.count("\n") - crlf else "\n"
    return raw, Codec(name, bom, newline)


def _named(encoding: str | None, body: bytes) -> str:
    """The encoding that was asked for; of UTF-16 and UTF-32 without a mark, the byte order that is there."""
    name = (encoding or "").lower().replace("_", "-")
    if name in _WIDE:
        found = _without_mark(body)
        return found if found.startswith(name) else f"{name}-le"
    return encoding or ""


def _without_mark(body: bytes) -> str:
    """`utf-16-le` or `-be` where every other byte of the beginning is mostly NUL, else nothing."""
    head = body[:2048]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(body) % 2 or max(even, odd) < 0.4 * len(head) / 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be" if even > odd else ""


def _own(body: bytes, format: str) -> str:
    """UTF-8 where the bytes say so themselves; what is declared where they say nothing, or something else."""
    declared = _declared(body[:_HEAD], format)
    if not declared or declared.lower() in ("utf-8", "utf8", "charset"):  # CHARSET stands in PO templates
        return "utf-8"
    if not body.isascii():
        try:
            body.decode()
        except UnicodeDecodeError:
            return declared
        return "utf-8"
    return declared


def _declared(head: bytes, format: str) -> str:
    if format not in _DECLARATIONS:
        return ""
    import re  # slow to load, and plain text declares nothing

    for pattern in _DECLARATIONS[format]:
        if found := re.search(pattern, head):
            name = found[1].decode()
            name = _BROWSERS.get(name.lower(), name) if format == "html" else name
            try:
                known = codecs.lookup(name).name
            except LookupError:
                return ""
            return name if re.fullmatch(_TEXTUAL, known) else ""
    return ""


def _remedy(body: bytes, name: str) -> str:
    if name.lower() not in ("utf-8", "utf8"):
        return "name the encoding (--encoding windows-1252) or convert the file to UTF-8"
    import re

    letters = len(re.findall(rb"[\xc3\xc2\xe2][\x80-\xbf]", body))
    if letters > 2:
        return "the rest of the file is UTF-8: mend these bytes, or have the whole file converted"
    return "name the encoding (--encoding windows-1252) or convert the file to UTF-8"

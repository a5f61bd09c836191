"""gettext PO -> its msgstr strings beside their msgid: a bilingual file.

Fuzzy and obsolete entries and the header are left alone, and a catalogue whose Language is not English is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.formats.reader import Bilingual, Block, Malformed, OtherLanguage, is_english, paired, primary
from mtcheck.formats.strings import escaped, protected
from mtcheck.text import Codec, Span

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_STRING = re.compile(
    r"[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*)?\"((?:[^\"\\\r\n]|\\.)*)\"[ \t]*\r?\n?"
)
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_DECODE = {r"\n": "\n", r"\t": "\t", r"\"": '"', r"\\": "\\", r"\r": "\r"}
_ENCODE = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
_COMMENT = re.compile(r"^#[ .][ \t]*(mtcheck:[^\r\n]*)", re.MULTILINE)


class Entry(NamedTuple):
    """One message: its strings by keyword, `msgstr[1]` and the like included, each a run of raw spans."""

    strings: dict[str, list[Span]]
    fuzzy: bool


def read(raw: str) -> Bilingual:
    """The translated strings beside what they translate.

    Raises:
        Malformed: a line is none that PO has.
        OtherLanguage: the header's Language is not English.
    """
    entries = list(_entries(raw))
    header = _header(raw, entries)
    language = header.get("language", "")
    if language and not is_english(language):
        raise OtherLanguage(primary(language), "if it is English, correct Language in its header")
    source = primary(header.get("x-source-language", ""))
    return paired((pair for entry in entries for pair in _pairs(raw, entry)), source or None)


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each comment to us ends, and what it says."""
    for match in _COMMENT.finditer(raw):
        yield match.end(), match[1].strip()


def write(new: str, style: str, codec: Codec) -> str:
    """New characters between quotation marks."""
    return new.translate(_ENCODE)


def _entries(raw: str) -> Iterator[Entry]:
    strings: dict[str, list[Span]] = {}
    fuzzy, keyword, at = False, "", 0
    while at < len(raw):
        line = _LINE.match(raw, at)
        assert line is not None
        start, at = at, line.end()
        body = line[0].strip()
        if not body or body.startswith("#"):
            if body.startswith("#") and _complete(strings):
                yield Entry(strings, fuzzy)
                strings, fuzzy, keyword = {}, False, ""
            if body.startswith("#,") and "fuzzy" in body:
                fuzzy = True
            continue
        found = _STRING.fullmatch(line[0])
        if found is None:
            raise Malformed(start, _complaint(body), 'a line is KEYWORD "text", "more text" or # comment')
        if found[1]:
            if found[1] in ("msgctxt", "msgid") and _complete(strings):
                yield Entry(strings, fuzzy)
                strings, fuzzy = {}, False
            keyword = found[1]
            if keyword in strings or (keyword.startswith("msgstr") and "msgid" not in strings):
                raise Malformed(start, f"{keyword} out of place", "an entry is msgid and then msgstr")
            strings[keyword] = []
        elif not keyword:
            raise Malformed(start, "a string without a keyword", "begin the entry with msgid")
        offset = start
        strings[keyword].append(Span(offset + found.start(3), offset + found.end(3)))
    if strings and not _complete(strings):
        raise Malformed(len(raw), "the last entry has no msgstr", "the file may have been cut off")
    if strings:
        yield Entry(strings, fuzzy)


def _complete(strings: dict[str, list[Span]]) -> bool:
    return any(keyword.startswith("msgstr") for keyword in strings)


def _complaint(body: str) -> str:
    if body.count('"') % 2:
        return "a string is not closed"
    return f"{body[:30]!r} means nothing in a PO file"


def _header(raw: str, entries: list[Entry]) -> dict[str, str]:
    """The fields of the entry whose msgid is empty, names in lower case."""
    for entry in entries:
        if "msgctxt" not in entry.strings and not any(span.of(raw) for span in entry.strings.get("msgid", [])):
            lines = "".join(span.of(raw) for span in entry.strings.get("msgstr", [])).split(r"\n")
            return {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return {}


def _pairs(raw: str, entry: Entry) -> Iterator[tuple[Block, Block]]:
    if entry.fuzzy or not any(span.of(raw) for span in entry.strings["msgid"]):
        return
    single = _block(raw, entry.strings["msgid"])
    plural = _block(raw, entry.strings["msgid_plural"]) if "msgid_plural" in entry.strings else single
    for keyword, spans in entry.strings.items():
        if keyword.startswith("msgstr"):
            yield (single if keyword in ("msgstr", "msgstr[0]") else plural), _block(raw, spans)


def _block(raw: str, spans: list[Span]) -> Block:
    return protected([piece for span in spans for piece in escaped(raw, span, _ESCAPE, _DECODE)])

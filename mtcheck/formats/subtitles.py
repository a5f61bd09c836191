"""SRT and WebVTT -> what the cues say, a sentence that goes on in the next line or cue in one piece.

Numbers, times, settings, notes and styles are left alone. A line break inside a cue reads as a space, and no edit
touches it: how a cue is laid out is the subtitler's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.formats.reader import Block, Malformed, joined
from mtcheck.formats.strings import escaped
from mtcheck.text import Codec, Piece, Span, Text

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_MARK = re.compile(r"</?[A-Za-z0-9][^<>\r\n]*>|\{\\[^{}\r\n]*\}|\{[A-Za-z]:[^{}\r\n]*\}")
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm);")
_DECODE = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "\u200e", "&rlm;": "\u200f"}
_SPEAKER = re.compile(r"[-–—♪\[(]|<v[ .]|>>")
"""How a line begins that does not go on with the one before."""
_COMMENT = re.compile(r"^NOTE[ \t]+(mtcheck:[^\r\n]*)|^NOTE[ \t]*\r?\n(mtcheck:[^\r\n]*)", re.MULTILINE)


class Cue(NamedTuple):
    """The lines of one cue that hold text."""

    lines: tuple[Span, ...]


def read_srt(raw: str) -> Text:
    """What an SRT file says.

    Raises:
        Malformed: it has a line with an arrow that is no pair of times, or no cue at all.
    """
    return joined(_blocks(raw, _cues(raw), vtt=False))


def read_vtt(raw: str) -> Text:
    """What a WebVTT file says.

    Raises:
        Malformed: it does not begin with WEBVTT, or has a line with an arrow that is no pair of times.
    """
    if not re.match(r"WEBVTT(?:[ \t\r\n]|\Z)", raw):
        raise Malformed(0, "does not begin with WEBVTT", "a WebVTT file has that word in its first line")
    return joined(_blocks(raw, _cues(raw), vtt=True))


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each NOTE to us ends, and what it says."""
    for match in _COMMENT.finditer(raw):
        yield match.end(), (match[1] or match[2]).strip()


def write_srt(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a cue."""
    return None if "\n" in new or "<" in new or "-->" in new else new


def write_vtt(new: str, style: str, codec: Codec) -> str | None:
    """New characters in a cue, where some are written as entities."""
    return None if "\n" in new else new.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cues(raw: str) -> list[Cue]:
    cues: list[Cue] = []
    lines: list[Span] | None = None  # None outside a cue
    at = 0
    while at < len(raw):
        found = _LINE.match(raw, at)
        assert found is not None
        start, at = at, found.end()
        body = found[0].rstrip("\r\n")
        if "-->" in body:
            if not _TIMES.fullmatch(body):
                raise Malformed(
                    start, f"{body.strip()[:40]!r} is no pair of times", "write 00:00:01,000 --> 00:00:02,500"
                )
            if lines:
                cues.append(Cue(tuple(lines)))
            lines = []
        elif not body.strip():
            if lines:
                cues.append(Cue(tuple(lines)))
            lines = None
        elif lines is not None:
            left = len(body) - len(body.lstrip())
            lines.append(Span(start + left, start + len(body.rstrip())))
    if lines:
        cues.append(Cue(tuple(lines)))
    if not cues and raw.strip() and "-->" not in raw and not raw.startswith("WEBVTT"):
        raise Malformed(0, "no cue found", "a cue is a line of times, 00:00:01,000 --> 00:00:02,500, and its text")
    return cues


def _blocks(raw: str, cues: list[Cue], vtt: bool) -> Iterator[Block]:
    block: list[Piece] = []
    for cue in cues:
        if block and not _goes_on("".join(piece.plain for piece in block), cue.lines[0].of(raw)):
            yield block
            block = []
        for number, line in enumerate(cue.lines):
            if block:
                apart = number and _SPEAKER.match(raw, line.start)
                block.append(Piece("\n" if apart else " ", Span(block[-1].raw.end, line.start), frozen=True))
            block += _pieces(raw, line, vtt) or [Piece("", line, frozen=True)]
    if block:
        yield block


def _goes_on(before: str, after: str) -> bool:
    """Whether a cue goes on with the sentence of the one before."""
    if _SPEAKER.match(after):
        return False
    first = next((character for character in _MARK.sub("", after) if character.isalnum()), "")
    return not before.rstrip().endswith((".", "!", "?", "…", "”", '"', "»", ":", ")", "]", "♪")) and (
        first.islower() or before.rstrip().endswith(",")
    )


def _pieces(raw: str, line: Span, vtt: bool) -> list[Piece]:
    out: list[Piece] = []
    at = line.start
    for mark in [*_MARK.finditer(raw, *line), None]:
        stop = mark.start() if mark else line.end
        out += escaped(raw, Span(at, stop), _ENTITY, _DECODE if vtt else {})
        at = mark.end() if mark else stop
    return out

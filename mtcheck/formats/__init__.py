"""bytes -> Document. One format per module, found by the file's suffix.

A reader is `read(raw) -> Text`: the translatable characters as pieces that know their raw place.
Reading then encoding gives back the same bytes, for every input that is accepted.
"""

from __future__ import annotations

import codecs
from importlib import import_module
from pathlib import PurePath
from typing import Any

from mtcheck.errors import InputProblem, UsageProblem
from mtcheck.formats.ignores import from_comments
from mtcheck.text import Codec, Document, Ignore, Text

READERS = {"plain": "plain:read", "markdown": "markdown:read", "mdx": "markdown:read_mdx"}
"""Format -> module here and its reader; the module is imported when a file needs it."""
COMMENTS = {"markdown": "markdown:comments", "mdx": "markdown:comments"}
"""Format -> what finds the comments in it, where it has any: `comments(raw)` yields their ends and texts."""
SUFFIXES = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown", ".mdx": "mdx"}

MARKUP = frozenset(
    ".html .htm .xhtml .xml .svg .po .pot .xlf .xliff .tmx .csv .tsv .json .jsonl .yaml .yml .toml .srt .vtt .rst .adoc"
    " .tex .docx .odt .pdf .rtf .py .js .ts .css".split()
)
"""Suffixes of files that are not plain text: read as such, their markup would be taken for prose."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def format_of(path: str) -> str:
    """The format that a file's suffix names; anything else is plain text."""
    return SUFFIXES.get(PurePath(path).suffix.lower(), "plain")


def read(data: bytes, path: str = "-", *, format: str | None = None, encoding: str | None = None) -> Document:
    """Decodes `data` and picks out its translatable text.

    Raises:
        InputProblem: the bytes are not text, or not in the encoding that was named (UTF-8 by default).
        UsageProblem: no such format or encoding.
    """
    raw, codec = _decode(data, path, encoding)
    name = format or format_of(path)
    if format is None and (suffix := PurePath(path).suffix.lower()) in MARKUP - SUFFIXES.keys():
        raise InputProblem(
            f"{path}: {suffix} files cannot be read yet", "--input-format plain takes all of it for prose"
        )
    if name not in READERS:
        raise UsageProblem(f"no such format: {name}", f"known formats: {', '.join(READERS)}")
    text = _member(READERS[name])(raw)
    return Document(path, raw, text, codec, name, _ignores(raw, text, name, path))


def _member(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(f"{__name__}.{module}"), name)


def _ignores(raw: str, text: Text, name: str, path: str) -> tuple[Ignore, ...]:
    """What the comments in a file ask for."""
    if name not in COMMENTS or "mtcheck:" not in raw:
        return ()
    return from_comments(_member(COMMENTS[name])(raw), raw, text, path)


def _decode(data: bytes, path: str, encoding: str | None) -> tuple[str, Codec]:
    bom, name = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", encoding or "utf-8"))
    body = data[len(bom) :]
    if not name.startswith("utf-16") and b"\0" in body[:8192]:
        raise InputProblem(f"{path}: looks like a binary file (it holds a NUL byte)", "only text can be checked")
    try:
        raw = body.decode(name)
    except LookupError:
        raise UsageProblem(f"no such encoding: {name}", "try utf-8, windows-1252 or utf-16") from None
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise InputProblem(
            f"{path}: line {line}: byte {error.start + len(bom)} (0x{body[error.start]:02x}) is not {name} text",
            "name the encoding (--encoding windows-1252) or convert the file to UTF-8",
        ) from None
    if raw.encode(name) != body:
        raise InputProblem(f"{path}: {name} does not give back the same bytes", "convert the file to UTF-8")
    crlf = raw.count("\r\n")
    newline = "\r\n" if crlf > raw.count("\n") - crlf else "\n"
    return raw, Codec(name, bom, newline)

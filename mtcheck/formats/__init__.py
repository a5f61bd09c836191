"""bytes -> Document. One format per module, found by the file's suffix.

A reader is `read(raw) -> Text`: the translatable characters as pieces that know their raw place. A reader of
bilingual files gives a `reader.Bilingual`. Reading then encoding gives back the same bytes, for every input that is
accepted.
"""

from __future__ import annotations

import os

from mtcheck.errors import Foreign, InputProblem, UsageProblem
from mtcheck.formats.ignores import from_comments
from mtcheck.text import Codec, Document, Ignore, Text
from mtcheck.typed import Any

READERS = {
    "plain": "plain:read",
    "markdown": "markdown:read",
    "mdx": "markdown:read_mdx",
    "html": "html:read",
    "po": "po:read",
    "xliff": "segments:read_xliff",
    "tmx": "segments:read_tmx",
    "csv": "table:read_csv",
    "tsv": "table:read_tsv",
    "json": "json:read",
    "yaml": "yaml:read",
    "srt": "subtitles:read_srt",
    "vtt": "subtitles:read_vtt",
    "docx": "docx:read",
    "rst": "rst:read",
    "asciidoc": "asciidoc:read",
}
"""Format -> module here and its reader; the module is imported when a file needs it."""
SOURCES = {"html": "html:read_source", "json": "json:read_source", "yaml": "yaml:read_source"}
"""Format -> its reader for a text in whatever language, where the other one asks for English."""
COMMENTS = {
    "markdown": "markdown:comments",
    "mdx": "markdown:comments",
    "html": "html:comments",
    "po": "po:comments",
    "xliff": "xml:comments",
    "tmx": "xml:comments",
    "yaml": "yaml:comments",
    "vtt": "subtitles:comments",
    "rst": "rst:comments",
    "asciidoc": "asciidoc:comments",
}
"""Format -> what finds the comments in it, where it has any: `comments(raw)` yields their ends and texts."""
WRITERS = {
    "html": "markup:write",
    "po": "po:write",
    "xliff": "markup:write",
    "tmx": "markup:write",
    "csv": "table:write",
    "tsv": "table:write",
    "json": "json:write",
    "yaml": "yaml:write",
    "srt": "subtitles:write_srt",
    "vtt": "subtitles:write_vtt",
    "docx": "docx:write_run",
    "rst": "rst:write",
    "asciidoc": "asciidoc:write",
}
"""Format -> how new characters are written in it: `write(new, style, codec)`, None where they cannot stand there."""
UNPACKERS = {"docx": "docx:unpack"}
"""Format -> what makes characters of an archive's bytes: `unpack(data, path)` gives them and their codec."""
SUFFIXES = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".po": "po",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".tmx": "tmx",
    ".srt": "srt",
    ".vtt": "vtt",
    ".docx": "docx",
    ".rst": "rst",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
}
"""What a folder stands for."""
NAMED_SUFFIXES = {".json": "json", ".arb": "json", ".yaml": "yaml", ".yml": "yaml", ".csv": "csv", ".tsv": "tsv"}
"""Suffixes of files that are read only when they are named, or included in the configuration."""

_EXTRA = {"yaml": "PyYAML"}
"""Modules of the extra `formats`, and what they come with."""

MARKUP = frozenset(
    ".xml .svg .pot .jsonl .toml .tex .odt .pdf .rtf .doc .pptx .xlsx .epub .ipynb .py .js .ts .css".split()
)
"""Suffixes of files that are not plain text: read as such, their markup would be taken for prose."""


def suffix_of(path: str) -> str:
    """`.txt` of `Article.TXT`; empty for a name without one."""
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122
    return suffix if suffix != "." else ""


def format_of(path: str) -> str:
    """The format that a file's suffix names; anything else is plain text."""
    suffix = suffix_of(path)
    return SUFFIXES.get(suffix) or NAMED_SUFFIXES.get(suffix, "plain")


def read(
    data: bytes, path: str = "-", *, format: str | None = None, encoding: str | None = None, source: bool = False
) -> Document:
    """Decodes `data` and picks out its translatable text; that of a `source` may be in any language.

    Raises:
        InputProblem: the bytes are not text, not in the encoding that holds for them, or not in the format.
        UsageProblem: no such format or encoding.
        Foreign: the file declares a language other than English.
    """
    name = format or format_of(path)
    if format is None and name == "plain" and (suffix := suffix_of(path)) in MARKUP:
        raise InputProblem(
            f"{path}: {suffix} files cannot be read yet", "--input-format plain takes all of it for prose"
        )
    if name not in READERS:
        raise UsageProblem(f"no such format: {name}", f"known formats: {', '.join(READERS)}")
    raw, codec = _characters(data, path, name, encoding)
    return _document(raw, codec, path, name, SOURCES.get(name, READERS[name]) if source else READERS[name])


def written(new: str, style: str, document: Document) -> str | None:
    """`new` as the document's format writes it at a place of this style; None where it cannot stand there."""
    if document.format in WRITERS:
        answer: str | None = _member(WRITERS[document.format])(new, style, document.codec)
        return answer
    return new.replace("\n", document.codec.newline)


def _characters(data: bytes, path: str, name: str, encoding: str | None) -> tuple[str, Codec]:
    if name in UNPACKERS:
        found: tuple[str, Codec] = _member(UNPACKERS[name])(data, path)
        return found
    from mtcheck.formats.decoding import decode

    return decode(data, path, name, encoding)


def _document(raw: str, codec: Codec, path: str, name: str, reader: str) -> Document:
    from mtcheck.formats.reader import Malformed, OtherLanguage

    try:
        found = _member(reader)(raw)
        if isinstance(found, Text):
            return Document(path, raw, found, codec, name, _ignores(raw, found, name, path))
        ignores = _ignores(raw, found.text, name, path)
        if not found.units or found.source_language == "en":  # nothing to compare with
            return Document(path, raw, found.text, codec, name, ignores)
        return Document(path, raw, found.text, codec, name, ignores, found.source, found.units, found.source_language)
    except Malformed as error:
        place = f"line {raw.count(chr(10), 0, error.offset) + 1}: " if codec.pack is None else ""
        raise InputProblem(f"{path}: {place}{error.message}", error.hint) from None
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise InputProblem(
            f"{path}: {name} files need {_EXTRA[error.name]}", 'install it: pip install "mtcheck[formats]"'
        ) from None
    except OtherLanguage as other:
        raise Foreign(f"{path}: passed over, its language is {other.language}", other.hint) from None


def _member(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(__import__(f"{__name__}.{module}", fromlist=(name,)), name)


def _ignores(raw: str, text: Text, name: str, path: str) -> tuple[Ignore, ...]:
    """What the comments in a file ask for."""
    if name not in COMMENTS or "mtcheck:" not in raw:
        return ()
    return from_comments(_member(COMMENTS[name])(raw), raw, text, path)

"""a document -> the document it was translated from: named on the command line, in its front matter, or by a pattern.

What a person names must be there; what a pattern of the configuration would find need not be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from mtcheck.commands.request import Request
from mtcheck.config import Config, config_for
from mtcheck.errors import Foreign, InputProblem, UsageProblem
from mtcheck.files import STANDARD_INPUT, contents
from mtcheck.formats import SUFFIXES, read
from mtcheck.formats.front_matter import source_named
from mtcheck.sources import is_pattern, placed, require_parts
from mtcheck.text import Document


def require_source(source: str, request: Request, paths: Sequence[str]) -> None:
    """Raises UsageProblem for a --source that cannot be meant, before anything is examined."""
    if not is_pattern(source):
        if len(paths) > 1:
            raise UsageProblem(
                f"--source {source}: one file is not the source of {len(paths):,} texts",
                "a pattern finds each one's own: --source '{dir}/{stem}.fr{suffix}'",
            )
        return
    require_parts(source, "--source")
    for path in paths:
        name = _name(request, path)
        if name == STANDARD_INPUT:
            raise UsageProblem(
                "--source: a pattern needs a path", "--stdin-filename says what standard input is called"
            )
        there = placed(source, name, Path())
        if not there.exists():
            raise UsageProblem(f"--source {source}: {there} is not there, for {name}")


def source_of(request: Request, document: Document, config: Config, tell: Callable[[str], None]) -> Document | None:
    """The source of `document`; None where nothing names one. `tell` gets what only the curious want to know.

    Raises:
        UsageProblem: what --source names cannot be read.
        InputProblem: what the front matter names, or a pattern found, cannot be read.
    """
    settings = config.settings_for(document.path)
    encoding = request.encoding or settings.encoding
    if request.source is not None:
        pattern = request.source
        path = placed(pattern, document.path, Path()) if is_pattern(pattern) else Path(pattern)
        try:
            return read(contents(str(path)), str(path), encoding=encoding, source=True)
        except (Foreign, InputProblem) as error:
            raise UsageProblem(f"--source {error.message}", error.hint) from None
    named = _in_front_matter(document)
    if named is not None:
        try:
            return read(contents(str(named)), str(named), encoding=encoding, source=True)
        except (Foreign, InputProblem) as error:
            raise InputProblem(
                f"{document.path}: its front matter names a source: {error.message}", error.hint
            ) from None
    found = by_pattern(config, document.path)
    if found is None:
        return None
    if not found.exists():
        tell(f"{document.path}: no source at {found}")
        return None
    tell(f"{document.path}: its source is {found}")
    return read(contents(str(found)), str(found), encoding=encoding, source=True)


def by_pattern(config: Config, path: str) -> Path | None:
    """Where the configuration's pattern puts the source of the text at `path`; None without one, or for the text."""
    pattern = config.settings_for(path).source if path != STANDARD_INPUT else None
    if pattern is None:
        return None
    there = placed(pattern, path, Path(config.path).parent)
    return there if there.resolve() != Path(path).resolve() else None


def without_sources(paths: Sequence[str], request: Request) -> list[str]:
    """The files of a folder without those that are the source of another: they are not translations."""
    places = set()
    for path in paths:
        if request.source is not None and is_pattern(request.source):
            places.add(placed(request.source, path, Path()).resolve())
        elif (there := by_pattern(config_for(path), path)) is not None:
            places.add(there.resolve())
    return [path for path in paths if Path(path).resolve() not in places] if places else list(paths)


def _in_front_matter(document: Document) -> Path | None:
    """The file that `source:` names. An address or an agency's name (`source: Reuters`) is none."""
    value = source_named(document.raw) if document.format in ("markdown", "mdx") else None
    if value is None or document.path == STANDARD_INPUT or "://" in value or value.startswith("www."):
        return None
    there = Path(document.path).parent / value
    return there if there.is_file() or PurePath(value).suffix.lower() in SUFFIXES else None


def _name(request: Request, path: str) -> str:
    return request.stdin_filename or path if path == STANDARD_INPUT else path

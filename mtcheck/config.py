"""pyproject.toml or mtcheck.toml -> Settings: what a project asks for, so that nobody has to type it.

The nearest file at or above the text's folder counts, and no other. What the command line says goes
before. A key that means nothing is an error: a setting that does nothing is worse than none.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from functools import cache

from mtcheck.errors import UsageProblem
from mtcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import re
    from pathlib import Path


class Settings(NamedTuple):
    """What holds for one file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    source_language: str | None = None
    encoding: str | None = None
    source: str | None = None
    """Where the source text of a file lies: a pattern (see `sources`), from the configuration's folder."""


class Config(NamedTuple):
    """One configuration file; without one, all defaults."""

    path: str = ""
    settings: Settings = Settings()
    suggested: bool = False
    exclude: tuple[str, ...] = ()
    """Globs of files that a folder does not stand for."""
    per_file: tuple[tuple[tuple[str, ...], Settings], ...] = ()
    baseline: str = ""
    """The file of findings to be silent on, from the configuration's folder."""
    include: tuple[str, ...] = ()
    """Globs of files that a folder stands for though their suffix does not say so (JSON, YAML, CSV, TSV)."""
    glossary: tuple[str, ...] = ()
    """Files of terms (CSV, TSV, TBX), from the configuration's folder."""
    kept: tuple[str, ...] = ()
    """Names of the source that are not translated."""
    cache: str = ""
    """Folder of results that are kept from one run to the next, from the configuration's folder; empty for none."""
    model: str = ""
    """A model that proposes repairs, as `--model`."""
    rules: tuple[str, ...] = ()
    """The project's own rules: files from the configuration's folder, or what an installed package offers."""

    @property
    def folder(self) -> Path:
        from pathlib import Path  # slow to load, and most runs have no configuration

        return Path(self.path).parent

    @property
    def baseline_path(self) -> Path | None:
        return self.folder / self.baseline if self.baseline else None

    def settings_for(self, path: str) -> Settings:
        """What holds for the file at `path`: `ignore` adds up, anything else is replaced by the later entry."""
        settings = self.settings
        for globs, own in self.per_file:
            if self.matches(path, globs):
                settings = Settings(
                    own.select or settings.select,
                    settings.ignore + own.ignore,
                    own.source_language or settings.source_language,
                    own.encoding or settings.encoding,
                    own.source or settings.source,
                )
        return settings

    def excludes(self, path: str) -> bool:
        return bool(self.exclude) and self.matches(path, self.exclude)

    def includes(self, path: str) -> bool:
        return bool(self.include) and self.matches(path, self.include)

    def matches(self, path: str, globs: Sequence[str]) -> bool:
        """Whether a glob, read from the configuration's folder, fits `path` or a folder above it."""
        from pathlib import Path

        below = Path(_folder(path), Path(path).name).relative_to(self.folder).as_posix()
        return any(_regex(glob).fullmatch(below) for glob in globs)


def config_for(path: str) -> Config:
    """The configuration that holds for the file at `path`.

    Raises:
        UsageProblem: the file is not TOML, or has a key or value that means nothing.
    """
    return _nearest(_folder(path))


def forget() -> None:
    """Lets the next `config_for` read the files again: an editor's session outlives their changes."""
    _resolved.cache_clear()
    _own.cache_clear()


def _folder(path: str) -> str:
    """The folder that the file at `path` is in, without links: a link to a folder is that folder."""
    return _resolved(os.path.join(os.getcwd(), os.path.dirname(path)))  # noqa: PTH109, PTH118, PTH120


@cache
def _resolved(folder: str) -> str:
    try:
        return os.path.realpath(folder)
    except OSError:  # too long a name, a loop of links: there is nothing there to be followed
        return folder


def _nearest(folder: str) -> Config:
    """The first configuration at `folder` or above it; however deep it lies, nothing calls itself."""
    while (own := _own(folder)) is None:
        folder, below = os.path.dirname(folder), folder  # noqa: PTH120
        if folder == below:
            return Config()
    return own


@cache
def _own(folder: str) -> Config | None:
    """The configuration that lies in `folder` itself."""
    for name in ("mtcheck.toml", "pyproject.toml"):
        path = os.path.join(folder, name)  # noqa: PTH118
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                data = file.read()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                continue  # there is no such folder; whoever reads the text says so
            raise UsageProblem(f"{path}: cannot be read ({error.strerror})", "check its permissions") from error
        if name == "mtcheck.toml" or _speaks_of_us(data):
            table = _parsed(path, data)
            own = table if name == "mtcheck.toml" else table.get("tool", {}).get("mtcheck")
            if own is not None:
                return _config(path, own)
    return None


def _speaks_of_us(data: bytes) -> bool:
    """Whether a pyproject.toml can hold a [tool.mtcheck]: parsing one that does not costs more than a small text."""
    return b"mtcheck" in data and any(_may_be_ours(line) for line in data.split(b"\n") if b"tool" in line)


def _may_be_ours(line: bytes) -> bool:
    """`[tool.mtcheck]` and what else can lead there, however it is spaced and quoted."""
    bare = line.translate(None, b" \t\r\"'")
    return bare.lstrip(b"[").startswith((b"tool.mtcheck", b"tool]")) or bare.startswith((b"tool.", b"tool="))


def _parsed(path: str, data: bytes) -> dict[str, Any]:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(data.decode())
    except UnicodeDecodeError:
        raise UsageProblem(f"{path}: not UTF-8", "TOML files are written in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageProblem(f"{path}: not TOML: {error}", "") from None


_KEYS: Mapping[str, type] = {
    "select": list,
    "ignore": list,
    "from": str,
    "encoding": str,
    "source": str,
    "suggested": bool,
    "model": str,
    "rules": list,
    "exclude": list,
    "include": list,
    "baseline": str,
    "cache": str,
    "glossary": list,
    "do-not-translate": list,
    "per-file": list,
}
_PER_FILE_KEYS: Mapping[str, type] = {
    "paths": list,
    "select": list,
    "ignore": list,
    "from": str,
    "encoding": str,
    "source": str,
}
_KINDS = {list: "a list of strings", str: "a string", bool: "true or false"}


def _config(path: str, table: Any) -> Config:
    _require(path, "", table, _KEYS)
    overrides = []
    for number, entry in enumerate(table.get("per-file", []), 1):
        place = f"per-file entry {number}: "
        _require(path, place, entry, _PER_FILE_KEYS)
        if not entry.get("paths"):
            raise UsageProblem(f"{path}: {place}no paths", 'say which files it is for: paths = ["drafts/**"]')
        overrides.append((tuple(entry["paths"]), _settings(entry)))
    return Config(
        path,
        _settings(table),
        table.get("suggested", False),
        tuple(table.get("exclude", ())),
        tuple(overrides),
        table.get("baseline", ""),
        tuple(table.get("include", ())),
        tuple(table.get("glossary", ())),
        tuple(table.get("do-not-translate", ())),
        table.get("cache", ""),
        table.get("model", ""),
        tuple(table.get("rules", ())),
    )


def _settings(table: Mapping[str, Any]) -> Settings:
    return Settings(
        tuple(table.get("select", ())),
        tuple(table.get("ignore", ())),
        table.get("from"),
        table.get("encoding"),
        table.get("source"),
    )


def _require(path: str, place: str, table: Any, keys: Mapping[str, type]) -> None:
    """Raises UsageProblem for the first key that is unknown or has a value of the wrong kind."""
    if not isinstance(table, dict):
        raise UsageProblem(f"{path}: {place}must be a table", "")
    for key, value in table.items():
        if key not in keys:
            from difflib import get_close_matches

            near = get_close_matches(key, keys, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known keys: {', '.join(keys)}"
            raise UsageProblem(f"{path}: {place}no such key: {key}", hint)
        strings = key != "per-file"
        if not isinstance(value, keys[key]) or (
            strings and isinstance(value, list) and not all(isinstance(item, str) for item in value)
        ):
            kind = _KINDS[keys[key]] if strings else "an array of tables ([[per-file]])"
            raise UsageProblem(f"{path}: {place}{key} must be {kind}", "")
        if key == "source" and isinstance(value, str):
            from mtcheck.sources import require_parts

            require_parts(value, f"{path}: {place}source")


@cache
def _regex(glob: str) -> re.Pattern[str]:
    """A glob as .gitignore reads it: `**` any folders, `*` within a name; without a slash it fits at any depth."""
    import re

    pattern = glob.strip("/")
    anchored = "/" in pattern
    wild = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    body = "".join(wild.get(part, re.escape(part)) for part in parts)
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?", re.DOTALL)

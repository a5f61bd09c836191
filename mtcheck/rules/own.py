"""a user's files -> rules: packs in TOML (docs/own-rules.md), Python modules, or what an installed package offers.

Python runs only where a configuration names it, and an installed package's rules count only where it is named too.
Own rules stand in the folder `own` and never under a name that mtcheck uses.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from mtcheck.analysis.packs import spoken_by
from mtcheck.analysis.view import View
from mtcheck.errors import UsageProblem
from mtcheck.finding import Hit, Safety
from mtcheck.lang.packs import Pack, list_names, read_source
from mtcheck.rules import OWN, Definition, Example, Rule, defined, load

if TYPE_CHECKING:
    from mtcheck.rules.own_lines import Residue

ENTRY_POINTS = "mtcheck.rules"
"""The group in which a package names the modules that define its rules."""
_KEYS = {"family", "language", "entry", "residue"}


def own_rules(names: Sequence[str], folder: Path, where: str) -> tuple[Rule, ...]:
    """The rules of all `names`: files from `folder`, or entry points. `where` says who named them.

    Raises:
        UsageProblem: a file is missing or wrong, or a rule has a name that is taken.
    """
    rules: dict[str, Rule] = {}
    for name in names:
        for rule in _of(name, folder, where):
            if rule.name in rules or rule.name in _taken():
                raise UsageProblem(f"{where}: {name}: another rule is called {rule.name!r}", "choose another name")
            rules[rule.name] = rule
    return tuple(rules.values())


@cache
def _taken() -> frozenset[str]:
    return frozenset(rule.name for rule in load())


def _of(name: str, folder: Path, where: str) -> tuple[Rule, ...]:
    suffix = Path(name).suffix
    if suffix not in (".toml", ".py"):
        if "/" in name or "." in name:
            raise UsageProblem(f"{where}: rules are in .toml or .py files, not {name}", "")
        return _offered(name, where)
    path = folder / name
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise UsageProblem(
            f"{where}: {path} cannot be read ({error.strerror})", f"rules are found from {folder}"
        ) from None
    return _pack(path, changed) if suffix == ".toml" else _module(path, changed)


@cache
def _pack(path: Path, changed: int) -> tuple[Rule, ...]:
    """The one rule that a pack is: a family of entries and lines, with all their examples."""
    from mtcheck.analysis.entries import compile_pack
    from mtcheck.analysis.minilanguage import PackError
    from mtcheck.rules.own_lines import examples_of, residue_of

    try:
        data = read_source(path)
        language = _require_pack(data)
        pack = Pack(compile_pack(OWN, data, list_names()).encode())
        residue = residue_of(data["residue"]) if "residue" in data else None
    except PackError as error:
        raise UsageProblem(
            f"{path}: {error}", "docs/own-rules.md and docs/packs.md say how packs are written"
        ) from None
    except ValueError as error:  # TOML's own, and that of UTF-8
        raise UsageProblem(f"{path}: not TOML: {error}") from None
    family = data.get("family", path.stem)
    entries: list[dict[str, Any]] = data.get("entry", [])
    page = "\n\n".join([f"Own entries from {path.name}.", *(f"{entry['name']}: {entry['why']}" for entry in entries)])
    bad, good = (tuple(_examples(entries, kind, language)) for kind in ("bad", "good"))
    claims = [_safety(entry) for entry in entries]
    if residue is not None:
        more = examples_of(data["residue"])
        bad, good = bad + more[0], good + more[1]
        claims.append(residue.safety)
    check = partial(_speak, language, pack, residue)
    return (Rule(family, OWN, max(claims), Definition(check, page, bad, good)),)


def _speak(language: str, pack: Pack, residue: Residue | None, view: View) -> Iterator[Hit]:
    if language not in ("any", view.source_language):
        return
    yield from spoken_by(view, pack)
    if residue is not None:
        from mtcheck.rules.own_lines import speak

        yield from speak(residue, view)


def _require_pack(data: dict[str, Any]) -> str:
    """The language of a pack that has the right shape. Raises PackError."""
    from mtcheck.analysis.minilanguage import PackError

    if unknown := data.keys() - _KEYS:
        raise PackError(f"unknown key {', '.join(sorted(unknown))}; known are {', '.join(sorted(_KEYS))}")
    entries = data.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise PackError("an entry is written [[entry]]")
    if not entries and "residue" not in data:
        raise PackError("it has no [[entry]] and no [residue]")
    names = [entry.get("name") for entry in entries]
    for number, entry in enumerate(entries, 1):
        for key in ("name", "find", "why"):
            if not isinstance(entry.get(key), str) or not entry[key].strip():
                raise PackError(f"{entry.get('name') or f'entry {number}'}: it needs a {key}")
        for key in ("bad", "good", "put"):
            strings = entry.get(key, [])
            if not isinstance(strings, list) or not all(isinstance(text, str) for text in strings):
                raise PackError(f"{entry['name']}: {key} must be a list of strings")
        if entry.get("safety", "suggest") not in ("safe", "suggest", "flag"):
            raise PackError(f"{entry['name']}: safety must be safe, suggest or flag")
        if names.count(entry["name"]) > 1:
            raise PackError(f"two entries are named {entry['name']}")
    language, family = data.get("language", "any"), data.get("family", "x")
    if not isinstance(language, str) or not isinstance(family, str) or not family:
        raise PackError("language and family must be strings")
    return language


def _safety(entry: dict[str, Any]) -> Safety:
    return Safety.called(entry.get("safety", "suggest" if entry.get("put") else "flag"))


def _examples(entries: Sequence[dict[str, Any]], kind: str, language: str) -> Iterator[Example]:
    """An entry's example can have its source before it: `source => text`."""
    for entry in entries:
        for example in entry[kind]:
            source, arrow, text = example.rpartition(" => ")
            yield Example(text, "fr" if language == "any" else language, source if arrow else "")


@cache
def _module(path: Path, changed: int) -> tuple[Rule, ...]:
    """The rules that a Python file defines."""

    def run() -> None:
        spec = importlib.util.spec_from_file_location(f"mtcheck_own_{path.stem}_{abs(hash(path)):x}", path)
        assert spec is not None and spec.loader is not None  # the suffix is .py
        module: ModuleType = importlib.util.module_from_spec(spec)
        sys.modules[module.__name__] = module
        spec.loader.exec_module(module)

    return _defined_by(run, str(path))


@cache
def _offered(name: str, where: str) -> tuple[Rule, ...]:
    """The rules of an installed package."""
    from importlib.metadata import entry_points

    for point in entry_points(group=ENTRY_POINTS):
        if point.name == name:
            return _defined_by(partial(_fresh, point.module), f"{name} ({point.module})")
    known = ", ".join(sorted(point.name for point in entry_points(group=ENTRY_POINTS)))
    hint = f"installed are: {known}" if known else "a file of rules has the suffix .toml or .py"
    raise UsageProblem(f"{where}: no installed package offers rules called {name!r}", hint)


def _fresh(name: str) -> None:
    """Imports a module, also where someone imported it before: its rules are made by running it."""
    if name in sys.modules:
        importlib.reload(sys.modules[name])
    else:
        importlib.import_module(name)


def _defined_by(run: Callable[[], None], what: str) -> tuple[Rule, ...]:
    """The rules that come into being while `run` runs; they are not kept among mtcheck's own."""
    before = dict(defined)
    try:
        run()
    except (Exception, SystemExit) as error:  # whatever a user's module raises is the user's to see
        kind = type(error).__name__
        raise UsageProblem(f"{what}: cannot be loaded ({kind}: {error})", _line(error, what)) from None
    finally:
        new = tuple(rule for name, rule in defined.items() if name not in before and rule.folder == OWN)
        for rule in new:
            del defined[rule.name]
    if not new:
        raise UsageProblem(f"{what}: it defines no rule", "a rule is a function under @rule(...) of mtcheck.rules")
    return new


def _line(error: BaseException, path: str) -> str:
    """Where in the file it happened."""
    if isinstance(error, SyntaxError) and error.lineno:
        return f"line {error.lineno}"
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return f"line {line}" if line else ""

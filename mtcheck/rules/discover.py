"""rule files -> index.py: `python -m mtcheck.rules.discover` after adding, renaming or re-triggering a rule.

A module that fails to import, a rule without examples or a name used twice stops the program, so that no
rule is ever off in silence.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from pathlib import Path
from pkgutil import iter_modules
from textwrap import fill
from zlib import crc32

from mtcheck import rules
from mtcheck.rules import Rule, defined

INDEX = Path(__file__).with_name("index.py")


def discover() -> tuple[Rule, ...]:
    """Imports every module below the package; returns every rule, by name."""
    for folder in sorted(Path(path) for path in rules.__path__):
        for package in iter_modules([str(folder)]):
            if package.ispkg:
                _import_below([str(folder / package.name)], f"{rules.__name__}.{package.name}")
    return tuple(defined[name] for name in sorted(defined))


def _import_below(path: Iterable[str], package: str) -> None:
    importlib.import_module(package)
    for module in iter_modules(path):
        importlib.import_module(f"{package}.{module.name}")


def fingerprint(found: Iterable[Rule]) -> str:
    """Eight hex digits that change with any claim, page or example of a rule."""
    total = 0
    for rule in found:
        made = rule.definition
        texts = (example.text for example in (*made.bad, *made.good))
        total = crc32("\0".join((rule.name, rule.safety.label, made.page, *texts)).encode(), total)
    return f"{total:08x}"


def _packed(names: Iterable[str]) -> list[str]:
    """The names, as many on a line as it holds."""
    return fill(" ".join(f"{name!r}," for name in names), 120, initial_indent="    ", subsequent_indent="    ",
                break_long_words=False, break_on_hyphens=False).split("\n")  # fmt: skip


def index() -> str:
    """The text of index.py."""
    rows = [
        f"    ({rule.name!r}, {rule.folder!r}, {int(rule.safety)}, {rule.definition.check.__module__!r},"
        f" {rule.triggers!r}, {rule.languages!r}),"
        for rule in discover()
    ]
    files = _packed(rules._files(os.path.dirname(rules.__file__)))  # noqa: PTH120
    return "\n".join(
        (
            '"""Every rule: name, folder, safety, module, triggers, languages.',
            "",
            "`python -m mtcheck.rules.discover` writes it.",
            '"""',
            "",
            "# fmt: off",
            "# ruff: noqa: E501",
            f'FINGERPRINT = "{fingerprint(discover())}"',
            "FILES = (",
            *files,
            ")",
            "RULES: tuple[tuple[str, str, int, str, tuple[str, ...], tuple[str, ...]], ...] = (",
            *rows,
            ")",
            "",
        )
    )


if __name__ == "__main__":
    INDEX.write_text("FILES = ()\nRULES = ()\n", "utf-8") if not INDEX.exists() else None
    INDEX.write_text(index(), "utf-8")

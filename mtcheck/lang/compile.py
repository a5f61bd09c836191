"""packs that people write (`lang/<language>/<family>.toml`) -> packs that the program reads (`data/packs`).

An entry of a shared folder (`lang/romance`) is compiled into the packs of each of its languages.

    python -m mtcheck.lang.compile

Run by whoever changed a pack; a test compares the result with what is committed. `docs/packs.md` is the
guide to the mini-language; `analysis/minilanguage.py` reads it, `analysis/patterns.py` says what comes out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from mtcheck.analysis.entries import compile_pack
from mtcheck.analysis.minilanguage import PART, PackError, forms_of
from mtcheck.analysis.witness import stems_of
from mtcheck.lang import packs, shared

LISTS = Path(__file__).parent / "lists.toml"


def main() -> int:
    """Writes what changed; a pack with an error is named and left as it was, and the others go on."""
    failed = 0
    for path, make in jobs():
        try:
            content = make()
        except (PackError, ValueError) as error:
            sys.stderr.write(f"{path.parent.name}/{path.stem}.toml: {error}\n")
            failed = 1
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            sys.stdout.write(f"{path.parent.name}/{path.name}\n")
    return failed


def jobs() -> Iterator[tuple[Path, Callable[[], str]]]:
    """Every compiled file and what makes its content."""
    lists = read_lists()
    yield (
        packs.COMPILED / "lists.txt",
        lambda: "".join(f"{name} {' '.join(words)}\n" for name, words in sorted(lists.items())),
    )
    for folder, _, path in packs.sources():
        suffix = f".{folder}.pack" if folder in shared.SHARED else ".pack"
        for language in shared.languages(folder):
            target = packs.COMPILED / language / f"{path.stem}{suffix}"
            yield target, partial(_compile_file, folder, path, language, lists)
    for language in sorted({folder for folder, _, _ in packs.sources()} - {"any", *shared.SHARED}):
        yield packs.COMPILED / language / "witnesses.txt", partial(_witnesses, language)


def _witnesses(language: str) -> str:
    """A line for each entry whose source words can be looked for: `false-friend:assume-decision`, a tab, the stems."""
    lines = []
    for folder, family, path in packs.sources():
        if language not in shared.languages(folder):
            continue
        for entry in shared.entries(folder, path, language):
            stems = stems_of(entry.get("source", ""))
            if stems and "witness" not in entry:
                lines.append(f"{family}:{entry['name']}\t{' '.join('|'.join(word) for word in stems)}\n")
    return "".join(lines)


def _compile_file(folder: str, path: Path, language: str, lists: dict[str, list[str]]) -> str:
    return compile_pack({"entry": shared.entries(folder, path, language)}, lists)


def compiled() -> dict[Path, str]:
    """Every compiled file with its content. Raises PackError where a pack has an error."""
    return {path: make() for path, make in jobs()}


def read_lists() -> dict[str, list[str]]:
    """The shared word lists with all forms of their lemmas."""
    lists: dict[str, list[str]] = {}
    for name, patterns in packs.read_source(LISTS).items():
        words: set[str] = set()
        for part in PART.findall(patterns):
            words.update(forms_of(part[1:-1])[1] if part.startswith("<") else [part.lower().replace("’", "'")])
        lists[name] = sorted(words)
    return lists


if __name__ == "__main__":
    sys.exit(main())

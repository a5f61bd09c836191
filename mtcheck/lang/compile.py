"""packs that people write (`lang/<language>/<family>.toml`) -> packs that the program reads (`data/packs`).

An entry of a shared folder (`lang/romance`) is compiled into the packs of each of its languages.

    python -m mtcheck.lang.compile

What was made of the same files before is not made again. Run by whoever changed a pack; a test compares the result
with what is committed. `docs/packs.md` is the guide to the mini-language; `analysis/minilanguage.py` reads it,
`analysis/patterns.py` says what comes out.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from mtcheck.analysis.entries import compile_entries, joined
from mtcheck.analysis.minilanguage import PART, PackError, forms_of
from mtcheck.analysis.senses import compile_senses
from mtcheck.analysis.witness import stems_of
from mtcheck.data import HERE
from mtcheck.lang import packs, shared
from mtcheck.lang.accents import without_accents
from mtcheck.lang.fresh import Fresh, digest
from mtcheck.writing import replace_file

_ASIDE = frozenset("le la les l un une des se s el los las una".split())
_ENGLISH = ("english.txt", "inflections.txt")
COMPILED = Path(HERE, "packs")
PACKAGE = Path(__file__).parent.parent
SIGNS = Path(HERE, "signs.txt")
LISTS = Path(__file__).parent / "lists.toml"


def main() -> int:
    """Writes what changed; a pack with an error is named, its language is left as it was, and the others go on."""
    failed = 0
    fresh = Fresh(COMPILED / ".made")
    for path, make in jobs():
        of = digest(parts(path))
        if fresh.holds(path, of):
            continue
        try:
            content = make()
        except (PackError, ValueError) as error:
            sys.stderr.write(f"{error}\n")
            failed = 1
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            replace_file(path, content.encode())  # moved into place: who has the old one mapped keeps reading it
            sys.stdout.write(f"{path.name}\n")
        fresh.note(path, of)
    of = digest(PACKAGE.rglob("*.py"))
    if not failed and not fresh.holds(SIGNS, of):
        # it reads the packs, and must have used no pattern but the rules' own
        subprocess.run([sys.executable, "-m", "mtcheck.lang.signs"], check=True)
        fresh.note(SIGNS, of)
    return failed


def parts(path: Path) -> list[Path]:
    """The files that a compiled file is made of: packs, the French ones that some are like, and code."""
    code = [*PACKAGE.glob("lang/*.py"), *PACKAGE.glob("analysis/*.py"), *(Path(HERE, name) for name in _ENGLISH)]
    language = path.name.partition(".")[0]
    used = [source for folder, _, source in packs.sources() if {language, "fr"} & set(shared.languages(folder))]
    return [LISTS, *code, *used, *packs.lexicons(language)]


def letter(source: str) -> str:
    """The file of a large family in which an entry stands: the first letter of its source words, or `0-9`.

    Raises ValueError where there is no word.
    """
    words = re.findall(r"[a-z0-9]+", without_accents(source.lower().replace("œ", "oe").replace("æ", "ae")))
    first = next((word for word in words if word not in _ASIDE), words[0] if words else "")
    if not first:
        raise ValueError(f"{source!r} has no word")
    return first[0] if first[0].isalpha() else "0-9"


def jobs() -> Iterator[tuple[Path, Callable[[], str]]]:
    """Every compiled file and what makes its content."""
    lists = read_lists()
    yield (
        COMPILED / "lists.txt",
        lambda: "".join(f"{name} {' '.join(words)}\n" for name, words in sorted(lists.items())),
    )
    languages = sorted({language for folder, _, _ in packs.sources() for language in shared.languages(folder)})
    for language in languages:
        yield COMPILED / f"{language}.pack", partial(_compile_language, language, lists)
    for language in languages:
        if language != "any":
            yield COMPILED / f"{language}.witnesses.txt", partial(_witnesses, language)


def _witnesses(language: str) -> str:
    """A line for each entry whose source words can be looked for: `false-friend:assume-decision`, a tab, the stems."""
    lines = []
    for folder, family, path in packs.sources():
        if language not in shared.languages(folder):
            continue
        for entry in shared.entries(folder, family, path, language):
            stems = stems_of(entry.get("source", ""))
            if stems and "witness" not in entry:
                lines.append(f"{family}:{entry['name']}\t{' '.join('|'.join(word) for word in stems)}\n")
    return "".join(lines)


def _compile_language(language: str, lists: dict[str, list[str]]) -> str:
    """All packs of a language, by family. Raises PackError, with a line for each file that has an error."""
    families, errors = [], []
    serving = [source for source in packs.sources() if language in shared.languages(source[0])]
    for folder, family, path in sorted(serving, key=lambda source: (source[1], source[2].name, source[0])):
        try:
            families.append((family, compile_entries({"entry": shared.entries(folder, family, path, language)}, lists)))
        except (PackError, ValueError) as error:  # noqa: PERF203
            errors.append(f"{folder}/{path.name}: {error}")
    for path in packs.lexicons(language):
        try:
            families.append((path.stem, compile_senses(path.read_text(encoding="utf-8"), set(lists))))
        except PackError as error:  # noqa: PERF203
            errors.append(f"{language}/{path.name}: {error}")
    if errors:
        raise PackError("\n".join(errors))
    return joined(families)


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

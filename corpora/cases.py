"""Gold cases and articles -> values. `text` is what a machine left, `fixed` what a careful editor made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
OWN = tuple(sorted((HERE / "gold").glob("*.jsonl")))
BESIDE = tuple(sorted((HERE / "gold" / "beside").glob("*.jsonl")))
"""Cases that are judged beside their source; each has one."""
ARTICLES = tuple(sorted(path.parent for path in (HERE / "articles").glob("*/article.txt")))


@dataclass(frozen=True, slots=True)
class Case:
    """One text with its correction. `references` are all accepted results, the first is the preferred one."""

    id: str
    kind: str
    language: str
    text: str
    references: tuple[str, ...]
    auto: bool
    """Whether a tool can repair it safely: without the source text where the case has none, else with it."""
    source: str = ""
    """The text that it was translated from, where there is one."""

    @property
    def clean(self) -> bool:
        return self.kind == "clean"


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one JSON-lines file.

    Raises:
        ValueError: a line lacks a key; the message names file and line.
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            references = (row["fixed"], *row.get("alt", ()))
            language = row.get("lang", "fr")
            yield Case(
                row["id"],
                row["class"],
                "fr" if language == "en" else language,
                row["text"],
                references,
                row["auto"],
                row.get("source", ""),
            )
        except (KeyError, json.JSONDecodeError) as error:
            raise ValueError(f"{path}:{number}: not a gold case ({error})") from error


def read_article(folder: Path) -> Case:
    """A whole article of `corpora/articles` as one case."""
    text = (folder / "article.txt").read_text("utf-8")
    gold = (folder / "article.gold.txt").read_text("utf-8")
    source = (folder / "article.fr.txt").read_text("utf-8")
    return Case(folder.name, "article", "fr", text, (gold,), False, source)


def read_articles(folder: Path) -> Iterator[Case]:
    """The articles of a folder of NAME.txt, NAME.gold.txt and NAME.fr.txt."""
    for gold in sorted(folder.glob("*.gold.txt")):
        name = gold.name.removesuffix(".gold.txt")
        text, source = (folder / f"{name}.txt").read_text("utf-8"), (folder / f"{name}.fr.txt").read_text("utf-8")
        yield Case(name, "article", "fr", text, (gold.read_text("utf-8"),), False, source)

"""one document's texts -> what mtcheck has to say of them: the pure function that every engine runs.

What is wrong with a row is part of its result: a corpus of a million rows is not stopped by one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from mtcheck.errors import InputProblem, MtcheckError
from mtcheck.finding import Safety
from mtcheck.formats import read
from mtcheck.pipeline import Examined, examine
from mtcheck.report.json import findings
from mtcheck.rules import Rule, load
from mtcheck.selection import selected
from mtcheck.text import Document

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Options(NamedTuple):
    """What holds for every row."""

    text: str = "text"
    """The column of the English text."""
    source: str = ""
    """The column of the text that it was translated from; empty for none."""
    id: str = ""
    """The column that names a row in messages; empty for its number."""
    lang: str = ""
    """The column of the language that the text was translated from; empty for none."""
    source_language: str | None = None
    """The language of all rows that have none of their own."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "plain"
    """How the texts are read: plain, markdown, html."""
    suggested: bool = False
    """The text with the best suggestion of every finding is wanted too."""
    prefix: str = ""
    """Stands before the names of the columns that are added."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read."""
        return tuple(name for name in (self.text, self.source, self.id, self.lang) if name)

    @property
    def added(self) -> tuple[str, ...]:
        """The columns that are added, in order."""
        names = ("fixed", *(("proposed",) if self.suggested else ()), "findings", "scores", "error")
        return tuple(self.prefix + name for name in names)


class Scores(NamedTuple):
    """How a document did. The names are those of the output."""

    words: int
    findings: int
    safe: int
    suggest: int
    flag: int
    findings_per_1000_words: float


class Told(NamedTuple):
    """A row's result. Where the row is bad, `error` says why and the rest is None."""

    fixed: str | None = None
    proposed: str | None = None
    """None where it was not asked for."""
    findings: list[dict[str, Any]] | None = None
    """The objects of the JSON report."""
    scores: Scores | None = None
    error: str | None = None

    def named(self, options: Options) -> dict[str, Any]:
        """The columns that are added to the row."""
        scores = self.scores._asdict() if self.scores is not None else None
        values = (self.fixed, *((self.proposed,) if options.suggested else ()), self.findings, scores, self.error)
        return dict(zip(options.added, values, strict=True))


def told(rows: Sequence[dict[str, Any]], options: Options) -> list[Told]:
    """The result of every row, in order. A row has the columns that `options` name, and may have others."""
    return [_told(row, options) for row in rows]


def _told(row: dict[str, Any], options: Options) -> Told:
    try:
        examined = _examined(row, options)
        fixed = _characters(examined.fixed)
        proposed = _characters(examined.proposed) if options.suggested else None
        found = findings(examined)
        crashes = [f"the rule {crash.rule} crashed ({crash.error})" for crash in examined.crashes]
        return Told(fixed, proposed, found, scored(examined), "; ".join(crashes) or None)
    except MtcheckError as error:
        return Told(error=error.message)
    except Exception as error:  # a bug of ours in one row must not cost the others
        return Told(error=f"mtcheck failed here ({type(error).__name__}: {error})")


def scored(examined: Examined) -> Scores:
    """Counts of an examined document. A word is a run of letters and digits, with its apostrophes."""
    words = sum(1 for _ in _WORD.finditer(examined.document.text.plain))
    claims = [finding.safety for finding in examined.findings]
    safe, suggest, flag = (claims.count(claim) for claim in (Safety.SAFE, Safety.SUGGEST, Safety.FLAG))
    count = len(claims)
    return Scores(words, count, safe, suggest, flag, round(1000 * count / words, 3) if words else 0.0)


def _examined(row: dict[str, Any], options: Options) -> Examined:
    if options.text not in row:
        raise InputProblem(f"no column {options.text}")
    text = _string(row, options.text)
    if text is None:
        raise InputProblem(f"the column {options.text} is empty")
    source = _string(row, options.source) if options.source else None
    language = (_string(row, options.lang) if options.lang else None) or options.source_language
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise InputProblem(f"the column {options.lang}: {language!r} is not a language code such as fr or de")
    original = _document(source, options.source, "plain") if source else None
    document = _document(text, options.text, options.format)
    return examine(document, _rules(options.select, options.ignore), language, original)


def _string(row: dict[str, Any], column: str) -> str | None:
    value = row.get(column)
    if value is not None and not isinstance(value, str):
        raise InputProblem(f"the column {column} is {_KINDS.get(type(value), 'something else')}, not text")
    return value


_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", bytes: "bytes"}


def _document(text: str, column: str, format: str) -> Document:
    try:
        return read(text.encode(), f"the column {column}", format=format, encoding="utf-8")
    except UnicodeEncodeError:
        raise InputProblem(f"the column {column} has half a character (a lone surrogate)") from None


def _characters(document: Document) -> str:
    return document.encode().decode()


@cache
def _rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    return selected(load(), select, ignore)

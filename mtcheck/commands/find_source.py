"""`mtcheck find-source`: one text and many others -> which of them it was translated from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtcheck.align import Verdict, compare
from mtcheck.align.beside import Sentences, split
from mtcheck.align.nearest import BEGINNING, document_vector, nearness
from mtcheck.analysis.languages import language_of
from mtcheck.commands.deliver import deliver
from mtcheck.config import config_for
from mtcheck.errors import InputProblem
from mtcheck.files import STANDARD_INPUT, contents, found
from mtcheck.formats import read
from mtcheck.progress import Progress
from mtcheck.report.candidates import Candidate, Ranking, as_json, as_text

FOUND, NONE, FAILED = 0, 1, 3
PAIRED = 0.5
"""Score from which a pair counts as covered."""


class Request(NamedTuple):
    """The command line, read."""

    target: str
    candidates: tuple[str, ...]
    format: str = "text"
    most: int = 5
    encoding: str | None = None


class Search:
    """One run over many candidates: what goes wrong with one is told, and the others go on."""

    def __init__(self, request: Request):
        self.request = request
        self.failed = False

    def ranking(self) -> Ranking:
        """The best candidates, best first."""
        target = self._text(self.request.target)
        language = language_of([target[:BEGINNING]], "en")
        split_target = split(target, language)
        vectors = {path: document_vector(text) for path, text in self._texts(language)}
        near = nearness(document_vector(target), list(vectors.values()))
        best = sorted(zip(vectors, near, strict=True), key=lambda item: (-item[1], item[0]))[: self.request.most]
        # read again: thousands of texts are not kept
        ranked = [_candidate(path, self._text(path), value, split_target, language) for path, value in best]
        ranked.sort(key=lambda candidate: (-candidate.trust, -candidate.similarity, candidate.path))
        return Ranking(self.request.target, len(vectors), tuple(ranked))

    def _texts(self, language: str) -> Iterator[tuple[str, str]]:
        """Path and text of every candidate that is not in the target's language."""
        paths = self._paths()
        progress = Progress(len(paths))
        for path in paths:
            progress.step(path)
            try:
                text = self._text(path)
            except InputProblem as error:
                progress.clear()
                self._problem(error)
                continue
            if language_of([text[:BEGINNING]], "") != language:
                yield path, text
        progress.clear()

    def _paths(self) -> list[str]:
        """The candidates' files, each once, without the target itself."""
        paths: dict[Path, str] = {}
        for named in self.request.candidates:
            try:
                files = found(
                    named, lambda name: config_for(name).excludes(name), lambda name: config_for(name).includes(name)
                )
            except InputProblem as error:
                self._problem(error)
                continue
            for path in files:
                paths.setdefault(Path(path).resolve(), path)
        paths.pop(Path(self.request.target).resolve(), None)
        return list(paths.values())

    def _text(self, path: str) -> str:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else contents(path)
        encoding = self.request.encoding or config_for(path).settings_for(path).encoding
        return read(data, path, encoding=encoding, source=True).text.plain

    def _problem(self, error: InputProblem) -> None:
        self.failed = True
        print(f"mtcheck: {error}", file=sys.stderr)  # noqa: T201


def find_source(request: Request) -> int:
    """Runs the command; returns the exit status.

    Raises:
        InputProblem: the target cannot be read.
    """
    search = Search(request)
    ranking = search.ranking()
    deliver((as_json if request.format == "json" else as_text)(ranking), None)
    if not ranking.fits:
        print(f"mtcheck: {request.target}: none of {ranking.examined:,} candidates is its source", file=sys.stderr)  # noqa: T201
    return FAILED if search.failed else FOUND if ranking.fits else NONE


def _candidate(path: str, text: str, similarity: float, target: Sentences, language: str) -> Candidate:
    """The candidate aligned with the target."""
    own = language_of([text[:BEGINNING]], "fr")
    source = split(text, own)
    whole = compare(source.texts, target.texts, own, language, paragraphs=(source.paragraphs, target.paragraphs))
    sizes = [sum(map(str.isalnum, sentence)) for sentence in target.texts]
    covered = sum(
        sizes[number] for pair in whole.pairs if pair.source and pair.score >= PAIRED for number in pair.target
    )
    share = covered / max(sum(sizes), 1) if whole.verdict is not Verdict.EMPTY else 0.0
    return Candidate(path, whole.trust, round(share, 3), whole.language, whole.verdict, similarity)

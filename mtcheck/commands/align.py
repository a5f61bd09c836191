"""`mtcheck align`: two files -> their sentences, aligned, in the form that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from mtcheck.align import Encoder, Verdict, compare
from mtcheck.align.beside import split
from mtcheck.analysis.languages import language_of
from mtcheck.commands.deliver import deliver, in_colour
from mtcheck.config import Settings, config_for
from mtcheck.errors import UsageProblem
from mtcheck.files import STANDARD_INPUT, contents
from mtcheck.formats import read
from mtcheck.report import Manner
from mtcheck.report.alignment import SUFFIXES, Aligned, renderer

ALIGNED, STRANGE = 0, 1


class Request(NamedTuple):
    """The command line, read; None where it is to be judged."""

    source: str
    target: str
    format: str | None = None
    output: str | None = None
    lines: bool = False
    source_language: str | None = None
    target_language: str | None = None
    encoder: str | None = None
    encoding: str | None = None
    input_format: str | None = None
    no_color: bool = False


def align(request: Request) -> int:
    """Runs the command; returns the exit status.

    Raises:
        UsageProblem: both sides are standard input, or there is no such format, encoding or encoder.
        InputProblem: a file cannot be read or written.
    """
    if request.source == request.target == STANDARD_INPUT:
        raise UsageProblem("SOURCE and TARGET cannot both be standard input", "name a file for one of them")
    format, manner = _manner(request)
    aligned = _aligned(request)
    if aligned.whole.message:
        print(f"mtcheck: {aligned.whole.message}", file=sys.stderr)  # noqa: T201
    deliver(renderer(format)(aligned, manner), request.output)
    return ALIGNED if aligned.whole.verdict in (Verdict.GOOD, Verdict.PARTIAL) else STRANGE


def encoder_called(name: str | None) -> Encoder | None:
    """The sentence-transformers model of that name; None for none.

    Raises:
        MtcheckError: the library or the model is not on this machine.
    """
    if name is None:
        return None
    from mtcheck.models import encoder

    return encoder(name)


def _aligned(request: Request) -> Aligned:
    settings = _settings(request)
    texts = [_text(path, request, settings) for path in (request.source, request.target)]
    stated = request.source_language or settings.source_language or "fr", request.target_language or "en"
    languages = (
        request.source_language or language_of(texts[:1], stated[0]),
        request.target_language or language_of(texts[1:], stated[1]),
    )
    encoder = encoder_called(request.encoder)
    source, target, paragraphs = _sentences(texts, languages, request.lines)
    whole = compare(source, target, *_said(languages, stated), encoder, paragraphs)
    return Aligned(source, target, whole, languages, (request.source, request.target))


def _sentences(
    texts: Sequence[str], languages: tuple[str, str], lines: bool
) -> tuple[Sequence[str], Sequence[str], tuple[Sequence[int], Sequence[int]] | None]:
    """Both texts' sentences, and their paragraphs where these are known."""
    if lines:
        left, right = (text.removesuffix("\n").split("\n") if text else [] for text in texts)
        return left, right, None
    one, other = (split(text, language) for text, language in zip(texts, languages, strict=True))
    return one.texts, other.texts, (one.paragraphs, other.paragraphs)


def _said(languages: tuple[str, str], stated: tuple[str, str]) -> tuple[str, str]:
    """The languages to hold the texts to: what was only judged is no claim, but two texts of one language are odd."""
    return stated if languages[0] == languages[1] else languages


def _settings(request: Request) -> Settings:
    """What a project's configuration says of the target, or of the source where the target is standard input."""
    path = request.target if request.target != STANDARD_INPUT else request.source
    return config_for(path).settings_for(path)


def _text(path: str, request: Request, settings: Settings) -> str:
    """The prose of a file; with --lines the whole of it, so that line numbers are those of the file."""
    data = sys.stdin.buffer.read() if path == STANDARD_INPUT else contents(path)
    format = "plain" if request.lines else request.input_format
    encoding = request.encoding or settings.encoding
    return read(data, path, format=format, encoding=encoding, source=True).text.plain


def _manner(request: Request) -> tuple[str, Manner]:
    """The format: what was asked for, else what suits the place it goes to; and how it is to look."""
    terminal = sys.stdout.isatty() and not request.output
    format = request.format or ("text" if terminal else "tsv")
    if request.output and not request.format:
        suffix = PurePath(request.output).suffix.lower()
        if suffix not in SUFFIXES:
            raise UsageProblem(
                f"-o {request.output}: its suffix names no format", f"--format, or one of {' '.join(SUFFIXES)}"
            )
        format = SUFFIXES[suffix]
    manner = Manner(colour=in_colour(request.no_color, request.output))
    if terminal:
        import shutil

        manner = manner._replace(width=shutil.get_terminal_size().columns)
    return format, manner

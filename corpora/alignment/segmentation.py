"""Measures sentence borders: lines that are one sentence each -> joined into paragraphs, and F1 of the cuts.

    python segmentation.py LANGUAGE=FILE... [--sources NAME...]

A FILE is `LL TAB en` or `source-name TAB LL TAB en`, as everywhere here; LANGUAGE `en` reads its last column.
Some lines hold two sentences: that costs every segmenter the same. Of sentencex, blingfire and pysbd those that
are installed are measured beside ours.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from documents import lines

from mtcheck.analysis.sentences import cuts

Segmenter = Callable[[str, str], Sequence[int]]
MOST = 6000
"""Lines of a language."""


def paragraphs(sentences: list[str], language: str) -> Iterator[list[str]]:
    """Runs of 3 to 8 lines; headlines and crumbs, which end in no stop, are left out."""
    draw = random.Random(language)
    whole = [line.strip() for line in sentences if len(line) > 15 and line.strip()[-1:] in tuple(".!?…»”\"'")]
    at = 0
    while at < len(whole) - 8:
        size = draw.randint(3, 8)
        yield whole[at : at + size]
        at += size


def starts(text: str, found: Sequence[str]) -> list[int]:
    """Where the sentences that a library returned begin in the text."""
    at, out = 0, []
    for sentence in filter(None, map(str.strip, found)):
        place = text.find(sentence, at)
        if place >= 0:
            out.append(place)
            at = place + len(sentence)
    return [place for place in out if place]


def segmenters() -> dict[str, Segmenter]:
    """Ours, and every library that is here."""
    found: dict[str, Segmenter] = {"ours": cuts}
    for name in ("sentencex", "blingfire", "pysbd"):
        try:
            module = import_module(name)
        except ImportError:
            continue
        calls: dict[str, Callable[[str, str], Sequence[str]]] = {
            "sentencex": lambda text, language, module=module: module.segment(language, text),
            "blingfire": lambda text, language, module=module: module.text_to_sentences(text).split("\n"),
            "pysbd": lambda text, language, module=module: module.Segmenter(language=language).segment(text),
        }
        found[name] = lambda text, language, call=calls[name]: starts(text, call(text, language))
    return found


def measured(segment: Segmenter, sentences: list[str], language: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the borders."""
    right = given = wanted = 0
    for paragraph in paragraphs(sentences, language):
        text, gold, at = " ".join(paragraph), set(), 0
        for sentence in paragraph[:-1]:
            at += len(sentence) + 1
            gold.add(at)
        got = set(segment(text, language))
        right, given, wanted = right + len(gold & got), given + len(got), wanted + len(gold)
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Reads the arguments and prints a line for each language and segmenter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", metavar="LANGUAGE=FILE")
    parser.add_argument("--sources", nargs="*", help="of files that name their sources, read these")
    options = parser.parse_args()
    for named in options.files:
        language, _, path = named.partition("=")
        rows = lines(Path(path), frozenset(options.sources) if options.sources else None)[:MOST]
        sentences = [row[1] if language == "en" else row[0] for row in rows]
        for name, segment in segmenters().items():
            try:
                figures = measured(segment, sentences, language)
            except ValueError:
                continue  # pysbd has no Portuguese
            print(language, f"{name:10}", *(f"{figure:.3f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()

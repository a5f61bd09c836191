"""`mtcheck score`: a translation against a reference, against its source, or before and after its repairs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from mtcheck.errors import InputProblem, UsageProblem
from mtcheck.files import contents
from mtcheck.formats import read
from mtcheck.models.metrics import Score, compared, scores
from mtcheck.models.segments import Segments, segments
from mtcheck.pipeline import examine
from mtcheck.rules import load
from mtcheck.text import Document

if TYPE_CHECKING:
    from mtcheck.models.quality import Quality

SURE = 0.05
"""p below which a difference is called significant."""
SHOWN = 60
"""Letters of a sentence that are shown."""


class Wanted(NamedTuple):
    """What was asked of `score`."""

    path: str
    ref: str | None = None
    before: str | None = None
    source: str | None = None
    source_language: str | None = None
    encoder: str | None = None
    comet: str | None = None
    device: str = "auto"
    align: bool = False
    encoding: str | None = None
    format: str = "table"
    verbose: bool = False


def score(wanted: Wanted) -> None:
    """Prints the scores.

    Raises:
        UsageProblem: there is nothing to score against.
        InputProblem, ModelProblem: a file, a library or a model cannot be used.
    """
    if wanted.ref is None and wanted.source is None:
        raise UsageProblem("score: nothing to score against", "give --ref FILE, --source FILE, or both")
    if wanted.ref is None and wanted.before is not None:
        raise UsageProblem("score: --before needs a reference", "add --ref FILE")
    document = _document(wanted.path, wanted.encoding)
    said: dict[str, Any] = {"path": wanted.path}
    if wanted.ref is not None:
        said |= _against_reference(document, wanted)
    if wanted.source is not None:
        said |= _against_source(document, wanted)
    if wanted.format == "json":
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(table(said, wanted.verbose)))


def _document(path: str, encoding: str | None) -> Document:
    document = read(contents(path), path, encoding=encoding)
    if not document.text.plain.strip():
        raise InputProblem(f"{path}: there is no text in it to score")
    return document


def _against_reference(document: Document, wanted: Wanted) -> dict[str, Any]:
    reference = _document(wanted.ref or "", wanted.encoding).text.plain
    versions = [document.text.plain]
    if wanted.before is not None:
        versions.insert(0, _document(wanted.before, wanted.encoding).text.plain)
    return gain(segments(reference, versions, wanted.align))


def gain(lines: Segments) -> dict[str, Any]:
    """The scores of one version, or of a version beside the one before it, as values for JSON."""
    said: dict[str, Any] = {"segments": len(lines.reference), "aligned": lines.aligned}
    if len(lines.versions) == 1:
        return said | {"scores": [_entry(each) for each in scores(lines.versions[0], lines.reference)]}
    before, after = compared(lines.versions, lines.reference)
    entries = [_entry(new) | {"before": _entry(old)} for old, new in zip(before, after, strict=True)]
    return said | {"scores": entries}


def _entry(each: Score) -> dict[str, Any]:
    said: dict[str, Any] = {"name": each.name, "score": each.value, "signature": each.signature}
    if each.interval is not None:
        said |= {"confidence_mean": each.mean, "confidence_var": each.interval}
    return said if each.p is None else said | {"p_value": each.p}


def _against_source(document: Document, wanted: Wanted) -> dict[str, Any]:
    """The score without a reference, by passage and as a whole."""
    from mtcheck.align.beside import beside
    from mtcheck.models.quality import quality

    source = _document(wanted.source or "", wanted.encoding)
    examined = examine(document, load(), wanted.source_language, source)
    text = document.text.plain
    bitext = beside(source.text.plain, text, examined.source_language)
    encoder = None
    if wanted.encoder is not None:
        from mtcheck.models import encoder as named

        encoder = named(wanted.encoder, wanted.device)
    judged = quality(bitext, text, [finding.span for finding in examined.findings], encoder)
    said: dict[str, Any] = {
        "quality": {
            "score": judged.score,
            "encoder": getattr(encoder, "signature", "embedded"),
            "alignment": judged.message,
            "passages": [_passage(each, bitext.source, text) for each in judged.passages],
        }
    }
    if wanted.comet is not None:
        said["comet"] = _comet(judged, bitext.source, text, wanted)
    return said


def _passage(each: Any, source: str, text: str) -> dict[str, Any]:
    from mtcheck.models.quality import SIGNS

    passage = each.passage
    return {
        "score": each.score,
        "source": passage.source.of(source),
        "target": passage.target.of(text),
        "span": {"start": passage.target.start, "end": passage.target.end},
        "signs": {name: round(sign, 4) for name, sign in zip(SIGNS, each.signs, strict=False)},
    }


def _comet(judged: Quality, source: str, text: str, wanted: Wanted) -> dict[str, Any]:
    from mtcheck.models.comet import judged_by

    passages = [each.passage for each in judged.passages if each.passage.paired]
    pairs = [(passage.source.of(source), passage.target.of(text)) for passage in passages]
    found, signature = judged_by(wanted.comet or "", pairs, wanted.device)
    return {"model": signature, "score": sum(found) / len(found) if found else None, "passages": found}


def table(said: dict[str, Any], verbose: bool = False) -> Iterator[str]:
    """The values as lines for a person."""
    if "scores" in said:
        how = "aligned by sentence" if said["aligned"] else "line by line"
        yield f"{said['segments']} segments, {how}"
        yield from _score_lines(said["scores"])
    if "quality" in said:
        yield from _quality_lines(said["quality"], verbose)
    if "comet" in said and said["comet"]["score"] is not None:
        yield f"{'COMET':<8} {said['comet']['score']:8.4f}  {said['comet']['model']}"


def _score_lines(entries: Sequence[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        interval = f" ± {entry['confidence_var']:.2f}" if "confidence_var" in entry else ""
        line = f"{entry['name']:<6} {entry['score']:7.2f}{interval}"
        if "before" in entry:
            was = entry["before"]["score"]
            line += f"  before {was:.2f} ({entry['score'] - was:+.2f}, p = {entry['p_value']:.3f}, {_verdict(entry)})"
        yield line
    for entry in entries:
        yield f"  {entry['name']}|{entry['signature']}"


def _verdict(entry: dict[str, Any]) -> str:
    """Whether the difference helps, and whether it can be trusted."""
    step = entry["score"] - entry["before"]["score"]
    if not step:
        return "no difference"
    better = (step < 0) == (entry["name"] == "TER")
    return ("better" if better else "worse") if entry["p_value"] < SURE else "not significant"


def _quality_lines(said: dict[str, Any], verbose: bool) -> Iterator[str]:
    passages = said["passages"]
    yield f"quality {said['score']:6.2f} of 100, {len(passages)} passages, encoder {said['encoder']}"
    if said["alignment"]:
        yield f"  {said['alignment']}"
    for passage in passages if verbose else sorted(passages, key=lambda each: each["score"])[:5]:
        yield f"  {passage['score']:6.2f}  {_short(passage['target']) or '(nothing)'}  |  {_short(passage['source'])}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"

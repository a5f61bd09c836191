"""The JSON report, version 1: exact, and enough to make the repairs from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mtcheck.formats import read
from mtcheck.pipeline import examine
from mtcheck.report import Manner
from mtcheck.report.json import render
from mtcheck.rules import load

SCHEMA = Path(__file__).parent.parent / "docs" / "report.schema.json"
ROUGH = "One.\r\n\r\nThe mayor was there. “We are leaving”he said to“everybody”.\r\n"


def report(*files: tuple[bytes, str]) -> dict:
    results = [examine(read(data, path), load()) for data, path in files]
    return json.loads(b"".join(render(results, Manner(rules="1:0"))))


def test_shape() -> None:
    whole = report((ROUGH.encode(), "a.txt"), (b"", "b.txt"))
    assert list(whole) == ["version", "signature", "files"]
    assert whole["version"] == 1
    assert whole["signature"].startswith("mtcheck ")
    file, empty = whole["files"]
    keys = ["path", "language", "source_language", "source_language_confidence", "fixed", "proposed", "findings"]
    assert list(file) == keys
    assert (file["path"], file["language"], file["source_language"]) == ("a.txt", "en", "fr")
    finding = file["findings"][0]
    assert list(finding) == ["rule", "safety", "confidence", "message", "span", "text", "suggestions", "source"]
    assert list(finding["span"]) == ["start", "end", "line", "column"]
    assert finding["span"]["line"] == 3
    assert finding["source"] is None
    assert set(finding["suggestions"][0]) >= {"text", "confidence"}
    assert empty["findings"] == []


def test_every_report_fits_the_schema_and_the_schema_describes_all_of_it() -> None:
    folder = Path(__file__).parent.parent / "corpora" / "articles" / "strait-lighthouse"
    source = read((folder / "article.fr.txt").read_bytes(), "article.fr.txt", source=True)
    results = [
        examine(read((folder / "article.txt").read_bytes(), "article.txt"), load(), "fr", source),
        examine(read(ROUGH.encode(), "a.md"), load()),
        examine(read(b"", "b.txt"), load()),
    ]
    whole = json.loads(b"".join(render(results, Manner(rules="1:0"))))
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(whole)
    strict = json.loads(
        SCHEMA.read_text("utf-8").replace('"type": "object"', '"type": "object", "additionalProperties": false')
    )
    Draft202012Validator(strict).validate(whole)
    assert any(finding["source"] for finding in whole["files"][0]["findings"])
    for missing in ("rule", "span", "suggestions"):
        del whole["files"][0]["findings"][0][missing]
        assert not Draft202012Validator(schema).is_valid(whole)


def test_no_files() -> None:
    assert report()["files"] == []


@pytest.mark.parametrize("head", ["", "\N{GRINNING FACE} ", "\ufeff"])
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_suggestions_make_the_repairs(path: str, head: str) -> None:
    """Offsets are code points of the decoded file without its byte order mark, as decoders skip it."""
    data = (head + ROUGH).encode()
    raw = data.decode("utf-8-sig")
    file = report((data, path))["files"][0]
    assert len(file["findings"]) >= 2
    text = raw
    for finding in reversed(file["findings"]):
        span = finding["span"]
        assert raw[span["start"] : span["end"]] == finding["text"]
        before = raw[: span["start"]]
        assert (span["line"], span["column"]) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
        best = finding["suggestions"][0]
        where = best.get("span", span)
        text = text[: where["start"]] + best["text"] + text[where["end"] :]
    assert text == file["fixed"] == file["proposed"]


def test_offsets_reach_through_markup() -> None:
    file = report(("&eacute;t&eacute; **“We are leaving”he said**.\n".encode(), "a.md"))["files"][0]
    (finding,) = file["findings"]
    assert finding["span"]["start"] == "&eacute;t&eacute; **“We are leaving”he said**.".index("”")

"""Reports for other programs: valid where there is a schema, exact places, and nothing in a text that acts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from mtcheck.cli import cli
from mtcheck.detect import Crash
from mtcheck.finding import Evidence, Finding, Safety, finding_of
from mtcheck.finding import Hit as RuleHit
from mtcheck.formats import read
from mtcheck.identity import fingerprints, occurrences
from mtcheck.pipeline import Examined, examine
from mtcheck.report import Manner, renderer
from mtcheck.rules import load
from mtcheck.text import Edit, Span

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
ROUGH = "Été \N{GRINNING FACE}.\r\n\r\nThe mayor was there. “We are leaving”he said to“everybody” at 80 000 people.\r\n"
HOSTILE = "\x1b[31m</script>]]>%0A::error::x\N{RIGHT-TO-LEFT OVERRIDE}, “Go”he said to“\x07all”, <b>&amp;\n"
HOSTILE_PATH = 'a"<&>,:%\n::error::b.txt'


def report(format: str, *results: Examined) -> str:
    return b"".join(renderer(format)(results, Manner())).decode()


def rough(text: str = ROUGH, path: str = "a.txt") -> Examined:
    return examine(read(text.encode(), path), load())


def sarif(*results: Examined) -> dict:
    log = json.loads(report("sarif", *results))
    errors = [error.message for error in Draft7Validator(SCHEMA).iter_errors(log)]
    assert not errors
    return log["runs"][0]


def by_hand(path: str = "a.txt") -> Examined:
    """A finding with evidence, two suggestions and edits that lie apart, and a flag."""
    text = "He said yes.\nIt rained.\n"
    source = read(b"Il a dit non.\n", "a.fr.txt")
    document = read(text.encode(), path)
    repairs = ("no", (Edit(Span(3, 7), "refused"), Edit(Span(8, 11), "it")))
    hit = RuleHit(Span(8, 11), "the source says no", repairs, 0.9, Safety.SUGGEST, Evidence(Span(9, 12), "non"))
    flag = finding_of(RuleHit(Span(13, 15), "who?", (), 0.5), "added", Safety.FLAG, text)
    findings = (finding_of(hit, "negation", Safety.SUGGEST, text), flag)
    return Examined(document, findings, "fr", 1.0, lambda at, least: (), [], source)


@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_sarif_is_valid_and_its_fixes_make_the_repairs(head: str) -> None:
    examined = rough(head + ROUGH)
    run = sarif(examined)
    assert len(run["results"]) == len(examined.findings) >= 3
    replacements = []
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert ROUGH[start : start + region["charLength"]] == region["snippet"]["text"]
        before = ROUGH[:start]
        assert region["startLine"] == before.count("\n") + 1
        assert region["startColumn"] == len(before) - before.rfind("\n")
        replacements += result["fixes"][0]["artifactChanges"][0]["replacements"]
    text = ROUGH
    for change in sorted(replacements, key=lambda change: -change["deletedRegion"]["charOffset"]):
        at, length = change["deletedRegion"]["charOffset"], change["deletedRegion"]["charLength"]
        text = text[:at] + change["insertedContent"]["text"] + text[at + length :]
    assert text == examined.fixed.raw


def test_sarif_has_help_evidence_and_failures() -> None:
    examined = by_hand("dir with space/ä.txt")
    examined.crashed.append(Crash("drop-cap", "ValueError: x"))
    run = sarif(examined, rough())
    proven, flag, *_ = run["results"]
    related = proven["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"] == "a.fr.txt"
    assert related["region"]["snippet"]["text"] == "non"
    assert len(proven["fixes"]) == 2
    assert len(proven["fixes"][1]["artifactChanges"][0]["replacements"]) == 2
    assert (flag["level"], "fixes" in flag) == ("note", False)
    assert proven["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "dir%20with%20space/%C3%A4.txt"
    assert run["invocations"][0]["executionSuccessful"] is False
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert "French puts its attribution" in rules["quote-close-fused"]["help"]["text"]


def test_sarif_of_nothing() -> None:
    assert sarif()["results"] == []


def test_github_annotations_have_exact_places() -> None:
    first = report("github", rough()).splitlines()[0]
    line = ROUGH.split("\r\n")[2]
    column = line.index("”he") + 1
    assert first == (
        f"::warning file=a.txt,line=3,endLine=3,col={column},endColumn={column + 1},"
        "title=quote-close-fused [safe]::the closing quotation mark is fused to the next word%0A“”” → “,” ”"
    )
    assert "::notice file=a.txt,line=2,endLine=2,col=1,endColumn=3,title=added [flag]::who?" in report(
        "github", by_hand()
    )


def test_junit_counts_and_names() -> None:
    root = ElementTree.fromstring(report("junit", rough(), rough("Clean.\n", "b.txt")))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["a.txt", "b.txt"]
    assert int(root.get("tests", 0)) == sum(len(suite.findall("testcase")) for suite in suites)
    failures = root.findall(".//failure")
    assert int(root.get("failures", 0)) == len(failures) == len(rough().findings)
    assert failures[0].get("type") == "quote-close-fused [safe]"
    assert "now: ,” " in (failures[0].text or "")
    assert "source: non" in report("junit", by_hand())


def test_rdjson_columns_are_bytes_and_suggestions_make_the_repairs() -> None:
    text = ROUGH.replace("\r\n", "\n")
    examined = rough(text)
    lines = text.encode().split(b"\n")
    for said in reversed(json.loads(report("rdjson", examined))["diagnostics"]):
        suggestion = said["suggestions"][0]
        start, end = suggestion["range"]["start"], suggestion["range"]["end"]
        assert start["line"] == end["line"]
        row = lines[start["line"] - 1]
        lines[start["line"] - 1] = row[: start["column"] - 1] + suggestion["text"].encode() + row[end["column"] - 1 :]
    assert b"\n".join(lines).decode() == examined.fixed.raw


def test_rdjson_names_the_source() -> None:
    proven, flag = json.loads(report("rdjson", by_hand()))["diagnostics"]
    assert proven["message"] == "the source says no (source: “non”)"
    assert [one["text"] for one in proven["suggestions"]] == ["no", "refused it"]
    assert (flag["severity"], flag["suggestions"]) == ("INFO", [])


ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")


@pytest.mark.parametrize("format", ["text", "terminal", "lines", "github", "junit"])
def test_nothing_in_a_text_acts(format: str) -> None:
    examined = rough(HOSTILE, HOSTILE_PATH)
    assert len(examined.findings) >= 2
    out = report(format, examined)
    if format == "terminal":
        out = re.sub("\x1b\\[[0-9;]*m", "", out)  # our own colours
        assert "[31m" in out  # and not the text's
    assert not ACTING.search(out)


def test_a_text_cannot_give_the_runner_commands() -> None:
    hostile = Finding("r", Safety.FLAG, 0.5, "100%\n::error file=x::y\r", Span(0, 1), "x")
    examined = Examined(read(b"x", HOSTILE_PATH), (hostile,), "fr", 1.0, lambda at, least: (), [])
    (line,) = report("github", examined).splitlines()
    assert line.startswith('::notice file=a"<&>%2C%3A%25%0A%3A%3Aerror%3A%3Ab.txt,line=1,')
    assert line.endswith("::100%25 ::error file=x::y")


@pytest.mark.parametrize("format", ["sarif", "junit", "rdjson"])
def test_hostile_text_stays_text(format: str) -> None:
    out = report(format, rough(HOSTILE, HOSTILE_PATH))
    if format == "junit":
        case = ElementTree.fromstring(out).find("testsuite")
        assert case is not None
        assert case.get("name") == HOSTILE_PATH
    else:
        assert json.loads(out)
    if format == "sarif":
        sarif(rough(HOSTILE, HOSTILE_PATH))


@pytest.mark.parametrize(
    ("name", "start"), [("r.sarif", '{\n "$schema"'), ("r.xml", "<?xml"), ("r.json", '{\n  "version"')]
)
def test_output_names_its_format(name: str, start: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ROUGH, "utf-8")
    out = tmp_path / name
    assert CliRunner().invoke(cli, ["check", str(tmp_path / "a.txt"), "-o", str(out)]).exit_code == 1
    assert out.read_text("utf-8").startswith(start)


@pytest.mark.parametrize("format", ["sarif", "github", "junit", "rdjson"])
@pytest.mark.parametrize("command", ["fix", "check"])
def test_both_commands_have_them(command: str, format: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ROUGH, "utf-8")
    result = CliRunner().invoke(cli, [command, "--format", format, str(tmp_path / "a.txt")])
    assert result.exit_code == (command == "check")
    assert "quote-close-fused" in result.stdout


def prints(text: str) -> dict[str, str]:
    """Fingerprint -> marked text."""
    document = read(text.encode(), "a.txt")
    found = examine(document, load()).findings
    return dict(zip(fingerprints(document.text.plain, found), (f.text for f in found), strict=True))


def test_fingerprints_outlive_moves_and_other_repairs() -> None:
    before = prints("The mayor was there. “We are leaving”he said to“everybody”. Fine.\n")
    moved = prints("Another title\n\nThe mayor left.\nFine. “We are leaving”he said to“everybody”. He came.\n")
    assert before.keys() <= moved.keys()
    half = prints("The mayor was there. “We are leaving,” he said to“everybody”. Fine.\n")
    assert half.keys() < before.keys()
    assert not before.keys() & prints("The mayor was there. “We are staying”he said to“everybody”. Fine.\n").keys()


def test_fingerprints_tell_places_in_a_sentence_apart() -> None:
    assert len(prints("He said“yes” and“no” and“maybe”.\n")) == 3
    assert occurrences(("a", "b", "a")) == (1, 1, 2)


def test_github_takes_no_columns_over_several_lines() -> None:
    text = "The keeper of the lamp stays on\n\nThe keeper of the lamp stays on\n\nThe lamp was lit.\n"
    (line,) = report("github", rough(text)).splitlines()
    assert "line=1,endLine=3,title=duplicate" in line

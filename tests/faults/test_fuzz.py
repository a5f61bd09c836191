"""Whatever characters come: every stage ends, in order, with no crash, and a report never acts on a terminal or page.

Run longer with MTCHECK_FUZZ=5000 (examples for each test; 25 in CI).
"""

from __future__ import annotations

import json
import os
import re
import time
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mtcheck.align import align
from mtcheck.apply import apply
from mtcheck.errors import Foreign, InputProblem
from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.formats import READERS, read
from mtcheck.pipeline import Examined, examine
from mtcheck.report import FORMATS, Manner, renderer
from mtcheck.resolve import resolve
from mtcheck.rules import load
from mtcheck.text import Edit, Span

EXAMPLES = int(os.environ.get("MTCHECK_FUZZ", "25"))
fuzz = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))

ACTING = [chr(code) for code in (0x1B, 0x07, 0x08, 0x9B, 0x7F, 0x202A, 0x202E, 0x2066, 0x2069, 0x200E, 0x61C)]
"""What a terminal or a page obeys."""
ODD = [
    *ACTING,
    "\u200b",
    "\u200c",
    "\u200d",
    "\ufeff",
    "\u2060",
    "\u00ad",
    "\ufe0f",
    "\u0301",
    "\u0327",
    "\u20dd",
    "🙂",
    "👩‍👩‍👧",
    "🇫🇷",
    "灯台",
    "منارة",
    "מגדלור",
    "маяк",
    "φάρος",
    "दीपस्तंभ",
    "ประภาคาร",
    "\u2028",
    "\x85",
    "\r",
    "\r\n",
    "\U0010ffff",
    "\ud800"[:0],
    "ﬁ",
    "İ",
    "ß",
    "ǆ",
    "\x1b]0;title\x07",
    "\x1b[31m",
    "\x1b[2J",
]
PROSE = [
    '"',
    "“",
    "”",
    "«",
    "»",
    "‘",
    "’",
    "'",
    ",",
    ".",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\u00a0",
    "\u202f",
    "he said",
    "The mayor",
    "“We stay”he added.",
    "to“suspend” the",
    "80 000 euros",
    "Monday February 7",
    "Mr Dupont",
    "&quot;",
    "Ã©",
    "it is",
    "n’t",
    " ;",
    " !",
    "he has",
    "in 2020",
    "Read also:",
    "(",
    ")",
    "[",
    "<b>",
    "</b>",
    "*",
    "_",
    "`",
    "#",
    "- ",
    "|",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PROSE), st.sampled_from(ODD), st.text(max_size=6)), max_size=40).map("".join)
RULES = load()


def examined(text: str, format: str = "plain") -> Examined | None:
    """The text examined; None where it is refused."""
    try:
        document = read(text.encode("utf-8", "ignore"), "a.txt", format=format)
    except (InputProblem, Foreign) as problem:
        assert str(problem)
        return None
    found = examine(document, RULES, "fr")
    assert found.crashes == ()
    return found


@fuzz
@given(TEXTS)
@example("“" * 500)
@example('"a' * 500)
@example("“a” b ”" * 200)
def test_rules_and_repairs_hold(text: str) -> None:
    found = examined(text)
    if found is None:
        return
    for finding in found.findings:
        assert finding.text == finding.span.of(found.document.text.plain)
    for after in (found.fixed, found.proposed):
        assert read(after.encode(), "a.txt", format="plain").raw == after.raw
    assert found.crashes == ()
    again = examine(found.fixed, RULES, "fr")
    assert again.fixed.raw == found.fixed.raw, "repairing a second time changes nothing more"


@fuzz
@given(TEXTS, st.sampled_from(sorted(READERS)))
def test_every_reader_keeps_every_byte_or_refuses(text: str, format: str) -> None:
    data = text.encode("utf-8", "ignore")
    try:
        document = read(data, "a", format=format)
    except (InputProblem, Foreign) as problem:
        assert str(problem)
        return
    assert document.encode() == data


ROUGH = "“We stay”he added. \x1b[31m80 000 euros\x1b[0m"


@settings(fuzz, max_examples=2 * EXAMPLES)
@example("The mayor said7灯台\u202e“We stay”he added.\u2066", "sarif")
@example("The mayor said7灯台\u202e“We stay”he added.\u2066", "rdjson")
@example("The mayor said7灯台\u202e“We stay”he added.\u2066", "html")
@given(
    TEXTS.map(lambda text: text + "“We stay”he added. \x1b[31m80 000 euros\x1b[0m"), st.sampled_from(sorted(FORMATS))
)
def test_reports_show_and_never_act(text: str, format: str) -> None:
    found = examined(text)
    if found is None:
        return
    out = b"".join(renderer(format)([found], Manner(suggested=True))).decode("utf-8", "surrogateescape")
    if format == "terminal":  # its own colours
        out = re.sub(r"\x1b\[[\d;]*m", "", out)
    if format != "diff":  # a diff is for `patch`, and gives back every byte
        assert [letter for letter in ACTING if letter in out] == []
    if format in ("json", "sarif", "rdjson"):
        json.loads(out)
    if format == "junit":
        ET.fromstring(out)


def finding(span: Span, new: str, safety: Safety, confidence: float, rule: str) -> Finding:
    """One that would put `new` in a place."""
    return Finding(rule, safety, confidence, "", span, "", (Suggestion((Edit(span, new),), confidence, span, new),))


FINDINGS = st.builds(
    lambda start, size, *rest: finding(Span(start, start + size), *rest),
    st.integers(0, 40),
    st.integers(0, 6),
    st.text("ab “”,", max_size=4),
    st.sampled_from([Safety.SAFE, Safety.SUGGEST]),
    st.floats(0, 1),
    st.sampled_from(["a", "b", "c"]),
)


@settings(fuzz, max_examples=4 * EXAMPLES)
@given(st.text("ab “”,.\n", min_size=46, max_size=60), st.lists(FINDINGS, max_size=20), st.randoms())
def test_chosen_repairs_never_overlap_and_do_not_depend_on_the_order(
    text: str, found: list[Finding], dice: object
) -> None:
    chosen = resolve(found, Safety.SUGGEST)
    edits: list[Edit] = sorted(edit for _, suggestion in chosen for edit in suggestion.edits)
    assert all(one.span.end <= other.span.start for one, other in pairwise(edits))
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert [pair[1].edits for pair in resolve(shuffled, Safety.SUGGEST)] == [pair[1].edits for pair in chosen]
    document = read(text.encode(), "a.txt", format="plain")
    apply(document, edits)


@fuzz
@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
def test_the_aligner_puts_every_sentence_in_one_pair(source: list[str], target: list[str]) -> None:
    pairs = align(source, target)
    assert sorted(n for pair in pairs for n in pair.source) == list(range(len(source)))
    assert sorted(n for pair in pairs for n in pair.target) == list(range(len(target)))


LONG = {
    "one quotation mark": '"',
    "opening marks": "“",
    "stops": ".",
    "fused quotations": "“a”b ",
    "one word": "a",
    "blanks": " ",
    "blank lines": "\n",
    "commas": "a, ",
    "capitals": "Aa ",
    "no-break spaces": "\u00a0",
    "figures": "80 000 ",
    "combining marks": "e\u0301\u0327",
    "emoji": "👩‍👩‍👧",
    "brackets": "([",
    "sentences": "“We stay”he added. ",
}


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG.keys())
def test_long_monotonous_texts_do_not_hang(unit: str, patience: int) -> None:
    size = int(os.environ.get("MTCHECK_LONG", "20000"))
    text = unit * (size // len(unit))
    start = time.process_time()
    found = examined(text)
    assert found is not None
    _ = found.fixed
    for format in ("lines", "json"):
        b"".join(renderer(format)([found], Manner()))
    # 4 s where nothing else runs; beside another process on the same core, half as much again
    assert time.process_time() - start < 10 * max(size / 20_000, 1) * patience

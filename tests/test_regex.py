"""Patterns: their code is kept between runs and never trusted; what they require of a text is read off them."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpora.cases import OWN, read_cases
from mtcheck import store
from mtcheck.analysis import codes, regex
from mtcheck.analysis.openings import code_of
from mtcheck.analysis.parts import WHOLE
from mtcheck.analysis.regex import Regex, matches, rx
from mtcheck.analysis.view import View
from mtcheck.lang import signs
from mtcheck.rules import load

ROOT = Path(__file__).parent.parent


STEP = 1 if "MTCHECK_PATTERNS" in os.environ else 8
"""Of the gold cases one of so many is read by every pattern; MTCHECK_PATTERNS=1 reads all, in ten minutes."""


def texts(step: int = 1) -> str:
    """The gold texts, or one of so many, as one long text."""
    cases = [case for path in OWN for case in read_cases(path)][::step]
    return "\n\n".join(text for case in cases for text in (case.text, *case.references[:1]))


@pytest.fixture(scope="module")
def used() -> list[Regex]:
    """Every pattern that the rules use on the gold texts."""
    text = texts()[:WHOLE]
    view = View(text)
    for rule in load():
        if not rule.bilingual:
            list(rule.check(view))
    return [found for found in regex.made() if found.signs]


def test_what_a_pattern_requires_loses_no_match(used: list[Regex]) -> None:
    text = texts(STEP)
    assert len(used) > 60
    for found in used:
        plain = re.compile(found.expression, found.flags)
        assert [m.span() for m in found.finditer(text)] == [m.span() for m in plain.finditer(text)], found.expression


@pytest.mark.usefixtures("used")
def test_where_a_match_can_begin_loses_none() -> None:
    text = texts(STEP)
    compiler = sys.modules["re._compiler" if sys.version_info >= (3, 11) else "sre_compile"]
    quicker = 0
    for made in regex.made():
        plain = re.compile(made.expression, made.flags)
        assert [m.span() for m in made.pattern.finditer(text)] == [m.span() for m in plain.finditer(text)], (
            made.expression
        )
        parsed = codes.parser().parse(made.expression, made.flags)
        quicker += code_of(parsed, made.flags) != compiler._code(parsed, made.flags)
    assert quicker > 150


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\b(?:cat|dog)s", "cats, dogs, hotdogs"),
        (r"(?<!x)(?:a?b|[c-e])", "xab ab b xc d"),
        (r"(?=c)\w", "abc"),
        (r"(?:a|)b|c", "ab b c"),
        (r"(?<![a-z])(?i:é)t", "Ét ét tét"),
        (r"(?m)^(?:- )?[A-Z]", "- A\nB\nc"),
        (r"\b[^\W\d]", "a 1b"),
        (r"(?<=a)(?:)", "aba"),
        (r"(a)?(?(1)b|c)", "ab c b"),
    ],
)
def test_a_pattern_is_found_as_before(expression: str, text: str) -> None:
    made, plain = Regex(expression, 0).pattern, re.compile(expression)
    assert [m.span() for m in made.finditer(text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize(
    ("expression", "signs"),
    [
        (r"\bcat(?:s|ty)? food\b", {"cat food", "cats food", "catty food"}),
        (r"(?<=[a-z]) ,(?= [A-Z])", {" ,"}),
        (r"[Tt]hey (?:is|was)", {"They is", "They was", "they is", "they was"}),
        (r"x?y+zq", {"yzq"}),
        (r"(?i)remains to know", set()),
        (r"(?:a|\d)+", set()),
        (r"(?!-)[a-z]+(?=-t-he\b)", {"-t-he"}),
    ],
)
def test_signs(expression: str, signs: set[str]) -> None:
    assert set(rx(expression).signs) == signs


_LINES = st.lists(st.sampled_from(["They is", " ,A", "a ,", "x-t-he", "cats food", "", " ", "is", "9 ,B"]), max_size=60)


@given(
    _LINES, st.sampled_from([r"(?<=[a-z]) ,\n?(?=[A-Z])?", r"[Tt]hey (?:is|was)$", r"\s,\s*[A-Z]?", r"[^a]-t-he\n*"])
)
@example(["They is", "", "They is"] * 50, r"[Tt]hey (?:is|was)$")
def test_only_lines_with_a_sign_are_read_and_none_is_missed(lines: list[str], expression: str) -> None:
    text = "\n".join(["filler " * 80, *lines, ""])
    assert [m.span() for m in rx(expression).finditer(text)] == [m.span() for m in re.finditer(expression, text)]


def test_signs_that_are_given_and_hints_lose_no_match() -> None:
    text = texts()
    stopped = r"(?<![\w.])([a-z]{4,})\.(?=[a-z]{3})"
    wanted = [m.span() for m in re.finditer(stopped, text)]
    assert [m.span() for m in matches(stopped, text, ".")] == wanted
    assert [m.span() for m in rx(stopped).near(r"\.(?=[a-z])", text)] == wanted


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of kept patterns that only this test has."""
    path = tmp_path / "__pycache__" / "patterns.bin"
    monkeypatch.setattr(codes, "places", lambda: [str(path), str(tmp_path / "cache" / "patterns.bin")])
    monkeypatch.setattr(codes, "_fresh", {})
    codes.kept.cache_clear()
    yield path
    codes.kept.cache_clear()


def fresh(expression: str) -> Regex:
    """The pattern as another run would make it."""
    codes.kept.cache_clear()
    codes._fresh.clear()
    return rx.__wrapped__(expression)


EXPRESSION = r"(?P<one>too)\s(?P<two>quick)"


def keep() -> None:
    _ = fresh(EXPRESSION).pattern
    codes._keep()


def test_a_kept_pattern_is_the_same(kept: Path) -> None:
    keep()
    again = fresh(EXPRESSION)
    assert codes.kept().part((EXPRESSION, 0))
    assert [m.groupdict() for m in again.finditer("too quick")] == [{"one": "too", "two": "quick"}]
    assert again.signs == tuple(sorted(again.signs)) != ()


@pytest.mark.parametrize("spoil", ["cut", "list", "code", "empty", "text", "foreign", "wrong code"])
def test_a_file_that_does_not_fit_is_not_used(kept: Path, spoil: str) -> None:
    keep()
    data = kept.read_bytes()
    wrong = marshal.dumps((0, b"\xff\xff\xff\xff" * 3, 2, {}, (None, None, None)))
    if spoil in ("foreign", "wrong code"):
        tag = codes.TAG if spoil == "wrong code" else "cpython-20-1-1"
        store.write(str(kept), tag, {(EXPRESSION, 0): ((("too",), 0), wrong)})
    else:
        flipped = {"list": 40, "code": len(data) - 10}.get(spoil, 0)
        spoilt = {"cut": data[:60], "empty": b"", "text": b"nothing of ours"}
        kept.write_bytes(spoilt.get(spoil, data[:flipped] + bytes([data[flipped] ^ 1]) + data[flipped + 1 :]))
    again = fresh(EXPRESSION)
    assert [m.group() for m in again.finditer("go too quick")] == ["too quick"]
    if spoil not in ("wrong code", "code"):
        assert not codes.kept().all()


def test_a_folder_that_cannot_be_written_is_no_matter(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = kept.parent.parent / "file"
    blocked.write_text("a file where the folder should be", "utf-8")
    inside, other = str(blocked / "__pycache__" / "patterns.bin"), kept.with_name("other.bin")
    monkeypatch.setattr(codes, "places", lambda: [inside])
    keep()
    assert fresh(EXPRESSION).search("too quick")
    assert blocked.read_text("utf-8") == "a file where the folder should be"
    monkeypatch.setattr(codes, "places", lambda: [inside, str(other)])
    keep()
    codes.kept.cache_clear()
    assert other.exists() and codes.kept().part((EXPRESSION, 0))


def test_what_compiled_is_kept_wherever_that_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    beside, cached = map(Path, codes.places())
    assert beside.parent.name == "__pycache__" and beside.name == cached.name
    assert cached.parent == tmp_path / "mtcheck"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")  # which the standard says to ignore
    assert len(codes.places()) == 1


def test_what_is_shipped_of_patterns_is_up_to_date() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "from mtcheck.lang.signs import content; print(content(), end='')"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == signs.TARGET.read_text("ascii"), "run python -m mtcheck.lang.compile"


def test_what_is_shipped_holds_for_nearly_every_pattern() -> None:
    """Of the patterns that the rules use on the gold texts, in a process where no test has made others."""
    text = texts()[:WHOLE]
    made = subprocess.run([sys.executable, "-c", _USED], input=text, capture_output=True, check=True, text=True)
    used, missing = map(int, made.stdout.split())
    assert used > 120 and missing <= used / 50, made.stderr


_USED = """
import sys
from mtcheck.analysis import codes, regex
from mtcheck.analysis.view import View
from mtcheck.rules import load
view = View(sys.stdin.read())
for rule in load():
    if not rule.bilingual:
        list(rule.check(view))
used = [found for found in regex.made() if found.signs]
missing = [made.expression for made in used if codes.key_of(made.expression, made.flags) not in codes._shipped()]
print(len(used), len(missing))
print(*missing, sep="\\n", file=sys.stderr)
"""


@pytest.mark.usefixtures("used")
def test_a_pattern_of_which_a_text_has_no_sign_is_not_compiled(kept: Path) -> None:
    known = next(made for made in regex.made() if made.signs and codes.key_of(made.expression, 0) in codes._shipped())
    again = fresh(known.expression)
    assert again.signs == known.signs
    assert again.search("9 " * 300) is None and not list(again.finditer("9 " * 300))
    assert not any(row[1] for row in codes._fresh.values())


def test_a_run_without_kept_patterns_says_the_same(tmp_path: Path) -> None:
    article = ROOT / "corpora" / "articles" / "strait-lighthouse" / "article.txt"
    command = [sys.executable, "-m", "mtcheck", "check", str(article)]
    with_file = subprocess.run(command, capture_output=True, check=False)
    without = subprocess.run([sys.executable, "-B", "-c", _WITHOUT, str(article)], capture_output=True, check=False)
    assert with_file.stdout == without.stdout != b""


_WITHOUT = """
import sys
from mtcheck.analysis import codes
codes.places = lambda: ["/nowhere/at/all"]
codes._SIGNS = "/nowhere/either"
from mtcheck.__main__ import main
sys.argv = ["mtcheck", "check", sys.argv[1]]
main()
"""

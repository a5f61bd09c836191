"""What a reader wants left alone stays, in all passes; a wish that names nothing is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import mtcheck

ROUGH = "“We are leaving”he said."
OTHER = "The union wants to“suspend the sale” of the port."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines_found(name: str, text: str) -> list[int]:
    Path(name).write_text(text, "utf-8")
    result = mtcheck("check", name)
    assert result.exit_code in (0, 1), result.output
    return [int(line.split(":")[1]) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("", [3, 5]),
        ("<!-- mtcheck: off -->", []),
        ("<!-- mtcheck: ignore -->", [5]),
        ("<!-- mtcheck: ignore quote-close-fused -->", [5]),
        ("<!-- mtcheck: ignore drop-cap, quote-close-fused -->", [5]),
        ("<!-- mtcheck: ignore drop-cap -->", [3, 5]),
        ("<!-- mtcheck: ignore-file -->", []),
        ("<!-- mtcheck: ignore-file drop-cap -->", [3, 5]),
        ("    <!-- mtcheck: off -->", [3, 5]),  # code that shows a comment is no comment
        ("<!-- unrelated -->", [3, 5]),
    ],
)
def test_comments_in_markdown(wish: str, found: list[int]) -> None:
    assert lines_found("a.md", f"{wish}\n\n{ROUGH}\n\n{OTHER}\n") == found


def test_off_and_on() -> None:
    text = f"{ROUGH}\n\n<!-- mtcheck: off -->\n\nThen {ROUGH}\n\n<!-- mtcheck: on -->\n\n{OTHER}\n"
    assert lines_found("a.md", text) == [1, 9]


def test_what_is_ignored_is_not_repaired_in_later_passes_either() -> None:
    text = f"{OTHER}\n\n<!-- mtcheck: ignore -->\n{ROUGH}\n"
    Path("a.md").write_text(text, "utf-8")
    mtcheck("fix", "--write", "a.md")
    assert Path("a.md").read_text("utf-8") == text.replace("to“", "to “")


@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        ("", [1, 3]),
        ("# nothing\n\n", [1, 3]),
        ("quote-close-fused\n", [3]),
        ("drop-cap\n", [1, 3]),
        ("*: ”\n", [3]),
        ("quote-close-fused: ”\n", [3]),
        ("quote-close-fused: nowhere\n", [1, 3]),
    ],
)
def test_side_file(wishes: str, found: list[int]) -> None:
    assert lines_found("a.txt", f"{ROUGH}\n\n{OTHER}\n") == [1, 3]
    Path("a.txt.mtcheckignore").write_text(wishes, "utf-8")
    assert lines_found("a.txt", f"{ROUGH}\n\n{OTHER}\n") == found


def test_side_file_holds_while_repairing() -> None:
    Path("a.txt").write_text(f"{ROUGH}\n\n{OTHER}\n", "utf-8")
    Path("a.txt.mtcheckignore").write_text("*: ”\n", "utf-8")
    mtcheck("fix", "--write", "a.txt")
    assert Path("a.txt").read_text("utf-8") == f"{ROUGH}\n\n{OTHER.replace('to“', 'to “')}\n"


@pytest.mark.parametrize(
    ("name", "text", "beside", "problem"),
    [
        ("a.txt", "x", "nonsense\n", "an ignore: no rule, family or folder is called 'nonsense'"),
        ("a.txt", "x", "quote-close-fusd: y\n", "did you mean quote-close-fused?"),
        ("a.md", "<!-- mtcheck: ignore nonsense -->\n\nx", "", "called 'nonsense'"),
        ("a.md", "x\n\n<!-- mtcheck: of -->", "", "a.md: line 3: mtcheck cannot do 'of'"),
    ],
)
def test_wishes_that_mean_nothing_are_errors(name: str, text: str, beside: str, problem: str) -> None:
    Path(name).write_text(text, "utf-8")
    if beside:
        Path(name + ".mtcheckignore").write_text(beside, "utf-8")
    result = mtcheck("check", name)
    assert result.exit_code in (2, 3)
    assert problem in result.stderr


def test_a_side_file_that_is_no_text_costs_the_file_and_says_so() -> None:
    Path("a.txt").write_text(ROUGH, "utf-8")
    Path("a.txt.mtcheckignore").write_bytes(b"\xff\xfe\xff")
    result = mtcheck("fix", "--write", "a.txt")
    assert result.exit_code == 3
    assert "a.txt.mtcheckignore: cannot be read" in result.stderr
    assert Path("a.txt").read_text("utf-8") == ROUGH

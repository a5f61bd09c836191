"""Plain command lines are read without Click, and mean what Click would make of them."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest

from mtcheck import plainly
from mtcheck.cli import cli
from mtcheck.commands.request import Request


def by_click(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Request:
    """The request that Click makes of the same arguments."""
    import mtcheck.commands.check
    import mtcheck.commands.fix

    asked: list[Request] = []

    def note(request: Request) -> int:
        asked.append(request)
        return 0

    monkeypatch.setattr(mtcheck.commands.fix, "fix", note)
    monkeypatch.setattr(mtcheck.commands.check, "check", note)
    cli.main(arguments, standalone_mode=False)
    (request,) = asked
    return request


_WORDS = ["a.txt", "-", "dir/", "--write", "--suggested", "-q", "--quiet", "-v", "--no-color", "--exit-non-zero-on-fix"]


@pytest.mark.parametrize("command", ["fix", "check"])
def test_the_same_as_click(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    for words in (order for chosen in combinations(_WORDS, 3) for order in permutations(chosen)):
        request = plainly.read([command, *words])
        if request is not None:
            assert request == by_click([command, *words], monkeypatch)
            compared += 1
    assert compared > 100


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["fix"], ["check", "-q"], ["rules"], ["fix", "--help"], ["fix", "-qv", "a.txt"], ["fix", "--", "a.txt"],
        ["fix", "--format", "json", "a.txt"], ["fix", "--format=json", "a.txt"], ["check", "--write", "a.txt"],
        ["fix", "a.txt", "--source", "b.txt"], ["--version"], ["fix", ""], ["fix", "--wrte", "a.txt"],
    ],
)  # fmt: skip
def test_click_reads_the_rest(arguments: list[str]) -> None:
    assert plainly.read(arguments) is None


def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "mtcheck", *arguments], capture_output=True, text=True, **more)


def test_errors_look_the_same_either_way(tmp_path: Path) -> None:
    for name in ("nothing.txt", "-"):
        plain = run("fix", "--write", name, str(tmp_path / "b.txt"))
        clicked = run("fix", "--write", "--input-format", "plain", name, str(tmp_path / "b.txt"))
        assert (plain.returncode, plain.stderr) == (clicked.returncode, clicked.stderr)
        assert plain.returncode in (2, 3)


ROOT = Path(__file__).parent.parent
SLOW = set(
    "click inspect dataclasses difflib hashlib typing re enum pathlib json contextlib importlib warnings zlib".split()
)
"""Modules that take a millisecond or more to load, and that repairing a plain text does without."""


@pytest.mark.usefixtures("unmeasured")
def test_nothing_slow_is_loaded() -> None:
    article = ROOT / "corpora" / "articles" / "strait-lighthouse" / "article.txt"
    code = (
        "import sys; sys.argv = ['mtcheck', 'fix', sys.argv[1]]\n"
        "from mtcheck.__main__ import run\n"
        "try: run()\n"
        "finally: print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    for _ in range(2):  # the first run may have to compile patterns
        done = subprocess.run([sys.executable, "-c", code, str(article)], capture_output=True, text=True, check=True)
    assert "+“A lighthouse is not a street lamp.” Received on Tuesday" in done.stdout
    assert not SLOW & set(done.stderr.split())


def test_the_process_ends_with_its_status_and_all_it_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Yes”he said.\n" * 4000, "utf-8")
    assert run("check", str(tmp_path / "a.txt")).stdout.count("\n") >= 4000
    assert run("check", str(tmp_path / "a.txt")).returncode == 1
    assert run("check", "--quiet", str(tmp_path / "b.txt")).returncode == 3
    with Path("/dev/full").open("w") if Path("/dev/full").exists() else (tmp_path / "out").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "mtcheck", "check", str(tmp_path / "a.txt")], stdout=full)
    assert done.returncode == (3 if Path("/dev/full").exists() else 1)

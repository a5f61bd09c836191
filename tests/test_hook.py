"""The hooks, run by the real pre-commit on a real commit; nothing is fetched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROUGH = "The mayor was there. “We are leaving”he said.\n"
FIXED = "The mayor was there. “We are leaving,” he said.\n"
FILES = {
    "a.txt": "{}",
    "a.md": "# Title\n\n{}",
    "a.html": "<p>{}</p>\n",
    "a.po": 'msgid "« Nous partons », a-t-il dit."\nmsgstr "{}"\n',
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n{}",
}
"""A file of each kind that a repository of articles has; the text goes between the braces."""


def hooks() -> dict[str, dict[str, str]]:
    """What .pre-commit-hooks.yaml offers; it is simple enough to be read without a YAML library."""
    found: dict[str, dict[str, str]] = {}
    for block in (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").split("- id: ")[1:]:
        name, _, rest = block.partition("\n")
        found[name] = dict(re.findall(r"^  (\w+): (.+)$", rest, re.MULTILINE))
    return found


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty git repository where the mtcheck of this environment is on the path, and no proxy leads out."""
    binaries = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", f"{binaries}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "A")
    git(folder, "config", "user.email", "a@example.com")
    return folder


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *args], cwd=folder, check=False, capture_output=True, text=True)


def install(folder: Path, hook: str) -> None:
    """Sets the hook up as a local one: language `python` would build an environment, for which pip asks the network."""
    offered = hooks()[hook]
    assert offered["language"] == "python"
    (folder / ".pre-commit-config.yaml").write_text(
        "repos:\n- repo: local\n  hooks:\n"
        f"  - id: {hook}\n    name: {offered['name']}\n    language: system\n"
        f"    entry: {offered['entry']}\n    files: {offered['files']}\n",
        "utf-8",
    )
    done = subprocess.run(["pre-commit", "install"], cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    git(folder, "add", ".pre-commit-config.yaml")


def commit(folder: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    (folder / name).write_text(text, "utf-8")
    git(folder, "add", name)
    return git(folder, "commit", "-m", "x")


def test_fix_refuses_the_commit_and_repairs_the_files(repository: Path) -> None:
    install(repository, "mtcheck-fix")
    for name, frame in FILES.items():
        (repository / name).write_text(frame.format(ROUGH.strip()), "utf-8")
    git(repository, "add", ".")
    refused = git(repository, "commit", "-m", "x")
    assert refused.returncode == 1
    for name, frame in FILES.items():
        assert f"fixed {name} (1 repair)" in refused.stderr
        assert (repository / name).read_text("utf-8") == frame.format(FIXED.strip())
    git(repository, "add", ".")
    accepted = git(repository, "commit", "-m", "x")
    assert accepted.returncode == 0, accepted.stderr


def test_check_refuses_the_commit_and_says_why(repository: Path) -> None:
    install(repository, "mtcheck")
    refused = commit(repository, "a.txt", ROUGH)
    assert refused.returncode == 1
    assert "a.txt:1:37: quote-close-fused [safe]" in refused.stderr
    assert (repository / "a.txt").read_text("utf-8") == ROUGH


@pytest.mark.parametrize("hook", ["mtcheck", "mtcheck-fix"])
def test_clean_files_and_other_files_pass(repository: Path, hook: str) -> None:
    install(repository, hook)
    assert commit(repository, "a.txt", FIXED).returncode == 0
    french = 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "He left."\nmsgstr "« Il part »dit-il"\n'
    assert commit(repository, "fr.po", french).returncode == 0
    assert commit(repository, "code.py", f'"""{ROUGH}"""\n').returncode == 0

"""The documentation site: it builds without a warning, and what its pages show is what the program says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from click.testing import CliRunner

from mtcheck.cli import cli
from mtcheck.config import _KEYS, _PER_FILE_KEYS, forget
from mtcheck.decisions import Decisions, dumps
from mtcheck.rules import load

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ARTICLE = ROOT / "corpora" / "articles" / "strait-lighthouse"
NETWORK = ("models pull", "--model", "--engine")
"""Commands that would download or start something: tests/models and tests/engines have them with what is there."""
COPIES = {
    "article.txt": "article.txt",
    "rough.txt": "article.txt",
    "fixed.txt": "article.txt",
    "gold.txt": "article.gold.txt",
    "article.fr.txt": "article.fr.txt",
    "originals/lighthouse.txt": "article.fr.txt",
}
ROUGH = "He said“yes”. She assumed her choices.\n\nThe port has 21 boats.\n"
CATALOGUE = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Elle assume ses choix."\nmsgstr "She assumes her choices."\n'


def calls() -> list[tuple[str, list[str]]]:
    """(page, the commands in it one after another), with what is shown of their output."""
    found = []
    for page in sorted(DOCS.glob("*.md")):
        blocks = re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
        if any("$ mtcheck " in block for block in blocks):
            found.append((page.name, [line for block in blocks for line in block.splitlines()]))
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    forget()
    for name in ("articles", "originals"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ROUGH, "utf-8")
    for name, there in COPIES.items():
        (tmp_path / name).write_bytes((ARTICLE / there).read_bytes())
    (tmp_path / "corpus.fr").write_text("Le phare est fermé.\nIl pleut.\n", "utf-8")
    (tmp_path / "corpus.en").write_text("The lighthouse is closed.\nIt is raining.\n", "utf-8")
    for name in ("docs/en", "locale/en/LC_MESSAGES"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "docs" / "en" / "start.md").write_text(f"# Harbour\n\n{ROUGH}", "utf-8")
    (tmp_path / "locale" / "en" / "LC_MESSAGES" / "app.po").write_text(CATALOGUE, "utf-8")
    row = {"text": ROUGH, "body": ROUGH, "original": "Il a dit oui.", "url": "a", "language": "fr"}
    (tmp_path / "articles.jsonl").write_text(json.dumps(row), "utf-8")
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([row]), tmp_path / "articles.parquet")
    for name in ("mtcheck-decisions.json", ".mtcheck-review.json"):
        (tmp_path / name).write_text(dumps(Decisions(".", ())), "utf-8")
    own = (DOCS / "own-rules.md").read_text("utf-8")
    for name, kind in (("house.toml", "toml"), ("house_rules.py", "python")):
        (block,) = re.findall(rf"```{kind}\n(# {name}\n.*?)```", own, re.DOTALL)
        (tmp_path / name).write_text(block, "utf-8")
    return tmp_path


@pytest.mark.parametrize(("page", "lines"), calls(), ids=[page for page, _ in calls()])
def test_commands_run_and_say_what_is_shown(here: Path, page: str, lines: list[str]) -> None:
    if page == "own-rules.md":
        (here / "mtcheck.toml").write_text('rules = ["house.toml", "house_rules.py"]\n', "utf-8")
    said = ""
    for line in lines:
        if not line.startswith("$ "):
            assert page != "tutorial.md" or line in said  # other pages show texts that are not here
        elif line.startswith("$ mtcheck ") and not any(word in line for word in NETWORK):
            words = re.sub(r"\s+#.*", "", line).split()[2:]
            forget()
            result = CliRunner().invoke(cli, words)
            said = result.output
            # 1: something was found; a review needs a terminal: tests/test_review.py has one
            assert result.exit_code in ((2,) if words[0] == "review" else (0, 1)), (line, said)
            assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_python_of_the_page_runs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / "python.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 2
    rough = (here / "article.txt").read_text("utf-8")
    for block in blocks:
        exec(compile(block, "python.md", "exec"), {})
    said = capsys.readouterr().out
    assert "quote-close-fused safe" in said
    assert said.endswith("(0, 1) (0,) 1.0\n") or said.splitlines()[-1].startswith(("[", "("))
    assert (here / "article.txt").read_text("utf-8") != rough


def test_the_glossary_of_the_page_works(here: Path) -> None:
    page = (DOCS / "glossary.md").read_text("utf-8")
    (here / "mtcheck.toml").write_text(block_of(page, "toml"), "utf-8")
    (here / "terms.csv").write_text(block_of(page, "csv"), "utf-8")
    source, marked = block_of(page, "text").splitlines()
    (here / "a.fr.txt").write_text(source + "\n", "utf-8")
    (here / "a.txt").write_text(re.sub(r"\[-(.*?)-\]\{\+.*?\+\}", r"\1", marked) + "\n", "utf-8")
    assert CliRunner().invoke(cli, ["fix", "--write", "--suggested", "a.txt"]).exit_code == 0
    wanted = re.sub(r"\[-.*?-\]\{\+(.*?)\+\}", r"\1", marked)
    assert (here / "a.txt").read_text("utf-8") == wanted + "\n"


def test_the_residue_of_the_page_goes(here: Path) -> None:
    page = (DOCS / "feeds.md").read_text("utf-8")
    pack, config = (block.partition("\n") for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL))
    for name, _, content in (pack, config):
        (here / name.removeprefix("# ")).write_text(content, "utf-8")
    lines = ["The bridge is blue.", "Our photographer this week: A. Vidal"]
    lines += ["The mill is sold.", "Edition number 7 of our paper"]
    (here / "a.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    assert CliRunner().invoke(cli, ["fix", "--write", "--suggested", "a.txt"]).exit_code == 0
    assert (here / "a.txt").read_text("utf-8") == "The bridge is blue.\n\nThe mill is sold.\n"


def test_a_page_of_a_site_finds_its_original(here: Path) -> None:
    """docs/websites.md: a page finds its original by the configuration."""
    page = (DOCS / "websites.md").read_text("utf-8")
    (here / "mtcheck.toml").write_text(block_of(page, "toml"), "utf-8")
    for language, text in (
        ("fr", "Elle assume ses choix. Il pleut.\n"),
        ("en", "She assumes her choices. It is raining.\n"),
    ):
        (here / "docs" / language / "guide").mkdir(parents=True)
        (here / "docs" / language / "guide" / "start.md").write_text(text, "utf-8")
    result = CliRunner().invoke(cli, ["check", "--format", "json", "docs/en/guide"])
    (file,) = json.loads(result.stdout)["files"]
    assert file["path"].endswith("docs/en/guide/start.md")
    assert any(finding["source"] for finding in file["findings"])


def block_of(page: str, kind: str) -> str:
    """The first block of its kind."""
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0]


def test_every_key_of_the_configuration_is_described_and_no_other() -> None:
    general, _, some = (DOCS / "configuration.md").read_text("utf-8").partition("## For some files")
    kinds = {str: "string", list: "list", bool: "true, false"}
    for text, keys in ((general, _KEYS), (some, _PER_FILE_KEYS)):
        described = dict(re.findall(r"^\| `([\w-]+)` \| ([\w, ]+) \|", text, re.MULTILINE))
        assert described == {key: "tables" if key == "per-file" else kinds[kind] for key, kind in keys.items()}


def test_the_site_builds_without_a_warning_and_has_every_rule(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    catalogue = (tmp_path / "site" / "rules" / "index.html").read_text("utf-8")
    for rule in load():
        assert f'id="{rule.name}"' in catalogue
    start = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "fonts.googleapis" not in start
    for page in DOCS.glob("*.md"):
        assert (tmp_path / "site" / page.stem / "index.html").exists()

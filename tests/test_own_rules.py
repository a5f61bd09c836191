"""Own rules: found through the configuration or entry points, tried by their examples, refused with a clear word."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from mtcheck.rules import defined, load
from tests.command import mtcheck as run

PAGE = (Path(__file__).parent.parent / "docs" / "own-rules.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
PACK = next(block for kind, block in BLOCKS if kind == "toml" and "[[entry]]" in block)
PYTHON = next(block for kind, block in BLOCKS if kind == "python")
CONFIG = next(block for kind, block in BLOCKS if kind == "toml")
CALLS = [
    line.removeprefix("$ mtcheck ").partition("#")[0].split()
    for kind, block in BLOCKS
    if kind == "console"
    for line in block.splitlines()
]
TEXT = "They met in the premises of the newspaper. It was 25 C outside. The citizens of the town came.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtcheck.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "house.toml").write_text(PACK, "utf-8")
    (tmp_path / "house_rules.py").write_text(PYTHON, "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_command_of_the_page_runs(call: list[str]) -> None:
    result = run(*call)
    assert result.exit_code == (1 if call[0] == "check" else 0), result.output


def test_the_examples_of_the_page_are_as_they_say() -> None:
    assert run("rules", "test").stdout == "2 rules, 7 examples: all as they say\n"


def test_own_rules_speak_beside_the_others() -> None:
    found = json.loads(run("check", "--format", "json", "articles").stdout)["files"][0]["findings"]
    said = {one["rule"]: (one["safety"], one["text"]) for one in found}
    assert said["house:premises"] == ("suggest", "the premises of the newspaper")
    assert said["house:no-citizen"] == ("flag", "citizens of the town")
    assert said["temperature"] == ("suggest", "25 C")
    result = run("fix", "--write", "--suggested", "articles")
    assert result.exit_code == 0, result.output
    assert (
        Path("articles/a.txt").read_text("utf-8")
        == "They met in our offices. It was 25 °C outside. The citizens of the town came.\n"
    )


def test_they_can_be_selected_ignored_and_listed() -> None:
    assert "temperature" in run("check", "--select", "temperature", "articles").stdout
    assert "house:" not in run("check", "--ignore", "house", "articles/a.txt").stdout
    assert "temperature" not in run("check", "--ignore", "own", "articles").stdout
    listed = json.loads(run("rules", "--format", "json").stdout)
    assert {rule["name"] for rule in listed if rule["folder"] == "own"} == {"house", "temperature"}
    assert "Repairs" in run("explain", "house:premises").stdout
    (Path("articles") / "a.txt.mtcheckignore").write_text("temperature\n", "utf-8")
    assert "temperature" not in run("check", "articles").stdout


def test_without_the_configuration_nothing_of_them_is_left(here: Path) -> None:
    assert run("check", "articles").exit_code == 1
    (here / "mtcheck.toml").write_text("", "utf-8")
    assert "house" not in run("check", "articles").output
    assert run("check", "--select", "temperature", "articles").exit_code == 2
    assert "temperature" not in defined
    assert "temperature" not in {rule.name for rule in load()}


def test_a_pack_of_one_language_is_silent_in_texts_from_another(here: Path) -> None:
    (here / "house.toml").write_text(PACK.replace('language = "any"', 'language = "fr"'), "utf-8")
    assert "house:premises" in run("check", "--from", "fr", "articles").stdout
    assert "house:premises" not in run("check", "--from", "es", "articles").stdout


def test_safe_is_what_the_entry_claims(here: Path) -> None:
    (here / "house.toml").write_text(PACK.replace('put = ["our', 'safety = "safe"\nput = ["our', 1), "utf-8")
    assert run("fix", "--write", "articles").exit_code == 0
    assert Path("articles/a.txt").read_text("utf-8") == TEXT.replace("the premises of the newspaper", "our offices")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("house.toml", "newspaper->our offices", "newspaper->the office", "makes another text of it"),
        ("house.toml", "premises of the bakery", "premises of the newspaper", "speaks in a good text"),
        ("house.toml", "[[citizens of the town]] voted", "[[people]] voted", "is silent on “people”"),
        ("house_rules.py", "Platform 25 C is", "It was 25 C and is", "speaks in a good text, of “25 C”"),
        ("house_rules.py", "for found", "raise KeyError('x')\n    for found", "crashed (KeyError"),
        ("house_rules.py", "[[25 C->25 °C]]", "25 C", "without [[marks]]"),
        ("house_rules.py", "[[25 C->25 °C]]", "[[25 C->25 °C]]. It was 19 C", "speaks where nothing is marked"),
    ],
)
def test_wrong_examples_are_told(here: Path, file: str, old: str, new: str, said: str) -> None:
    text = (here / file).read_text("utf-8")
    assert old in text
    (here / file).write_text(text.replace(old, new), "utf-8")
    result = run("rules", "test", file)
    assert result.exit_code == 1, result.output
    assert said in result.stdout
    assert "wrong" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("house.toml", "[[entry", "not TOML"),
        ("house.toml", "entry = 3", "an entry is written [[entry]]"),
        ("house.toml", "language = 3\n" + PACK.replace("language", "#", 1), "language and family must be strings"),
        ("house.toml", "", "it has no [[entry]] and no [residue]"),
        ("house.toml", PACK.replace("why =", "because =", 1), "premises: it needs a why"),
        ("house.toml", PACK.replace("find = \"the", "find = \"(the", 1), "premises: "),
        ("house.toml", PACK.replace("no-citizen", "premises"), "two entries are named premises"),
        ("house.toml", PACK.replace("language", "langauge", 1), "unknown key langauge"),
        ("house.toml", 'family = "drop-cap"\n' + PACK, "another rule is called 'drop-cap'"),
        ("house.toml", 'family = "temperature"\n' + PACK, "another rule is called 'temperature'"),
        ("house.toml", PACK.replace("put =", "safety = \"sure\"\nput =", 1), "safety must be"),
        ("house.toml", PACK.replace('put = ["our offices"]', 'put = "our offices"', 1), "put must be a list"),
        ("house_rules.py", "x = 1\n", "it defines no rule"),
        ("house_rules.py", "x = 1\nthis is not Python\n", "line 2"),
        ("house_rules.py", "\n\nraise ValueError('no')\n", "cannot be loaded (ValueError: no)\n  line 3"),
        ("house_rules.py", PYTHON.replace('"temperature",', '"drop-cap",'), "drop-cap"),
        ("mtcheck.toml", 'rules = ["home.toml"]', "home.toml cannot be read"),
        ("mtcheck.toml", 'rules = ["house.yaml"]', "rules are in .toml or .py files"),
        ("mtcheck.toml", 'rules = ["acme-style"]', "no installed package offers rules called 'acme-style'"),
        ("mtcheck.toml", "rules = 3", "rules must be a list of strings"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_runs(here: Path, file: str, content: str, said: str) -> None:
    (here / file).write_text(content, "utf-8")
    result = run("check", "articles")
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert str(here) in result.stderr  # the file that is to be mended
    assert result.stdout == ""


def test_a_package_offers_rules_that_count_where_they_are_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = here / "site"
    (site / "acme_style-1.dist-info").mkdir(parents=True)
    (site / "acme_style-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-style\nVersion: 1\n")
    (site / "acme_style-1.dist-info" / "entry_points.txt").write_text("[mtcheck.rules]\nacme = acme_style_rules\n")
    (site / "acme_style_rules.py").write_text(PYTHON.replace("temperature", "acme-degrees", 1), "utf-8")
    monkeypatch.syspath_prepend(str(site))
    (here / "mtcheck.toml").write_text("", "utf-8")
    assert "acme-degrees" not in run("check", "articles").stdout
    (here / "mtcheck.toml").write_text('rules = ["acme"]\n', "utf-8")
    assert "acme-degrees" in run("check", "articles").stdout
    assert run("rules", "test").exit_code == 0
    sys.modules.pop("acme_style_rules", None)


def test_no_own_rules_no_test() -> None:
    Path("mtcheck.toml").write_text("", "utf-8")
    result = run("rules", "test")
    assert result.exit_code == 2
    assert "no own rules are configured here" in result.stderr

"""What goes wrong in each feed, the lines that come back in it, and the own pack they become."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command import mtcheck as run

BODY = (
    "The mayor closed the harbour on Monday.",
    "The school will be rebuilt before the winter.",
    "The farmers blocked the bridge for two days.",
    "The singer has left the band for good.",
)
FOOT = "Follow the Gazette on every channel"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number, body in enumerate(BODY):
        text = f"Edition number {number + 1} of our paper\n\n{body}\n\n“It is over”he said.\n\n{FOOT}\n"
        write(f"feeds/gazette/{number}/a.txt", text)
        write(f"feeds/courier/{number}.txt", f"{body} It rained.\n")
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def feeds(*arguments: str) -> dict[str, dict[str, object]]:
    result = run("profile", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert report["version"] == 1
    return {feed["feed"]: feed for feed in report["feeds"]}


def test_each_feed_has_its_own_defects_and_lines() -> None:
    found = feeds("feeds")
    assert list(found) == ["feeds/courier", "feeds/gazette"]
    gazette = found["feeds/gazette"]
    assert (gazette["files"], gazette["files_with_findings"], gazette["findings"]) == (4, 4, 4)
    assert gazette["defects"] == [{"rule": "quote-close-fused", "files": 4, "findings": 4}]
    assert gazette["styles"] == {"curly marks": 4}
    assert gazette["lines"] == [
        {"text": "Edition number # of our paper", "files": 4, "where": "top"},
        {"text": FOOT, "files": 4, "where": "end"},
        {"text": "“It is over”he said.", "files": 4, "where": "top"},
    ]
    assert (found["feeds/courier"]["defects"], found["feeds/courier"]["lines"]) == ([], [])


def test_the_depth_says_what_a_feed_is_and_least_when_a_line_comes_back() -> None:
    assert set(feeds("feeds", "--depth", "0")) == {"feeds"}
    assert len(feeds("feeds", "--depth", "2")) == 5
    assert set(feeds("feeds/gazette", "feeds/courier/0.txt")) == {
        "feeds/courier/0.txt", *(f"feeds/gazette/{number}" for number in range(4))
    }  # fmt: skip
    assert feeds("feeds", "--least", "5")["feeds/gazette"]["lines"] == []


def test_one_file_in_twenty_has_a_line_that_comes_back() -> None:
    for number in range(80):
        write(f"many/{number}.txt", f"The harbour has {'a' * (number + 1)} boats.\n" + "Our own page\n" * (number < 4))
    assert feeds("many")["many"]["lines"] == [{"text": "Our own page", "files": 4, "where": "top"}]
    write("many/80.txt", "x\n" * 9)
    for number in range(81, 100):
        write(f"many/{number}.txt", f"The harbour has {'b' * number} ships.\n")
    assert feeds("many")["many"]["lines"] == []


def test_residue_that_a_rule_knows_is_not_proposed_again() -> None:
    for number, body in enumerate(BODY):
        write(f"known/{number}.txt", f"{body}\n\nShare on Facebook\n\nShare on Twitter\n")
    found = feeds("known")["known"]
    assert found["defects"] == [{"rule": "residue", "files": 4, "findings": 4}]
    assert found["lines"] == []


def test_the_page_for_a_person() -> None:
    result = run("profile", "feeds")
    assert result.stdout.startswith("feeds/courier: 4 files, 39 words, 0.0 findings per 1,000 words, in 0 files\n")
    assert "      4         4  quote-close-fused\n" in result.stdout
    assert f"      4  end     {FOOT}\n" in result.stdout


def test_its_pack_works_once_a_person_has_read_it() -> None:
    made = run("profile", "feeds", "--residue", "gazette.toml")
    assert made.exit_code == 0
    assert 'gazette.toml: 3 lines; read them, then set rules = ["gazette.toml"]' in made.stderr
    pack = Path("gazette.toml")
    kept = [line for line in pack.read_text("utf-8").splitlines() if "It is over" not in line]
    assert len(kept) == len(pack.read_text("utf-8").splitlines()) - 1
    pack.write_text("\n".join(kept).replace('"suggest"', '"safe"'), "utf-8")
    write("mtcheck.toml", 'rules = ["gazette.toml"]\n')
    assert run("rules", "test").stdout == "1 rule, 4 examples: all as they say\n"
    assert run("fix", "--write", "feeds").exit_code == 0
    assert Path("feeds/gazette/2/a.txt").read_text("utf-8") == f"{BODY[2]}\n\n“It is over,” he said.\n"


def test_an_existing_file_is_not_written_over() -> None:
    write("gazette.toml", "mine\n")
    result = run("profile", "feeds", "--residue", "gazette.toml")
    assert result.exit_code == 2
    assert "it is there already" in result.output
    assert Path("gazette.toml").read_text("utf-8") == "mine\n"


def test_nothing_comes_back_and_nothing_is_written() -> None:
    result = run("profile", "feeds/courier", "--residue", "courier.toml")
    assert (result.exit_code, "courier.toml was not written" in result.stderr) == (0, True)
    assert not Path("courier.toml").exists()


def test_processes_give_the_same_profile() -> None:
    assert run("profile", "feeds", "-j", "2").stdout == run("profile", "feeds").stdout


def test_wildcards_and_numbers_in_lines_of_residue() -> None:
    write("own.toml", '[residue]\nlines = ["Photo: * for the Gazette", "# readers *", "Read * on page # of * today"]\n')
    write("mtcheck.toml", 'rules = ["own.toml"]\n')
    kept = "Photo: A. Vidal for the Courier\n\n12 reader wrote.\n\nA photo: it was for the Gazette\n"
    kept += "\nRead it on page one of the paper today\n\nRead it of old on page 3 today\n"
    kept += f"\nPhoto: {'A. Vidal, ' * 60} for the Gazette\n"
    write(
        "a.txt",
        f"Photo: A. Vidal for the Gazette\n\n{kept}\n1 200 readers like this\n\nRead on on page 3 of it today\n",
    )
    assert run("rules", "test").exit_code == 0
    assert run("fix", "--write", "--suggested", "--select", "own", "a.txt").exit_code == 0
    assert Path("a.txt").read_text("utf-8") == kept


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[residue]\nlines = ["* # *"]', "a line needs a word"),
        ('[residue]\nlines = []', "needs lines"),
        ('[residue]\nlines = ["a"]\nsafety = "flag"', "safety must be safe or suggest"),
        ('[residue]\nline = ["a"]', "has the keys lines and safety"),
        ('residue = 3', "has the keys"),
    ],
)  # fmt: skip
def test_wrong_residue_is_told(table: str, said: str) -> None:
    write("own.toml", table + "\n")
    result = run("rules", "test", "own.toml")
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_original_beside_its_translation_is_left_alone() -> None:
    original = "« Le port est fermé », a dit la maire à tous les habitants du village et de la région.\n" * 3
    write("pair/a.fr.txt", original)
    write("pair/a.txt", "“The port is closed”said the mayor to all the inhabitants of the village.\n")
    result = run("fix", "--write", "pair")
    assert result.exit_code == 0
    assert "a.fr.txt: passed over, it reads like French" in result.stderr
    assert Path("pair/a.fr.txt").read_text("utf-8") == original
    assert Path("pair/a.txt").read_text("utf-8").startswith("“The port is closed,” said")


def test_a_long_list_is_cut_and_says_where_all_of_it_is() -> None:
    feet = "\n\n".join(f"Our {word} page" for word in [f"{a}{b}y" for a in "bcdfghlm" for b in "aeiou"])
    for number, body in enumerate(BODY):
        write(f"long/{number}.txt", f"{body}\n\n{feet}\n")
    shown = run("profile", "long").stdout
    assert len(feeds("long")["long"]["lines"]) == 40
    assert re.search(r"and \d+ more lines \(--format json has all\)", shown)


def test_styles_of_quotation_are_counted() -> None:
    write("styled/1.txt", "“The port is closed,” she said. “It will open,” he said.\n")
    write("styled/2.txt", "‘The port is closed’, she said. ‘It will open’, he said.\n")
    write("styled/3.txt", "Nothing is quoted here.\n")
    styles = feeds("styled")["styled"]["styles"]
    assert styles == {"curly marks": 2, "comma inside": 1, "comma outside": 1, "single outer marks": 1}

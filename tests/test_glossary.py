"""Term lists: what is read from each form, what is wrong with a bad one, and what the command line makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mtcheck.analysis.terms import Term
from mtcheck.cli import cli
from mtcheck.errors import InputProblem
from mtcheck.glossary import load

TBX_2 = """<?xml version="1.0"?><martif type="TBX"><text><body><termEntry><langSet xml:lang="fr"><tig><term>grande
échelle</term></tig></langSet><langSet xml:lang="en-GB"><tig><term>aerial ladder</term></tig></langSet></termEntry>
</body></text></martif>"""
TBX_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry><langSec xml:lang="fr"><termSec>
<term>R&amp;D</term></termSec></langSec><langSec xml:lang="en"><termSec><term>R&amp;D unit</term></termSec><termSec>
<term>research unit</term></termSec></langSec></conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize(
    ("name", "text", "terms"),
    [
        ("a.csv", "source,target\ngrande échelle,aerial ladder\n", [("grande échelle", ("aerial ladder",))]),
        ("a.csv", "préfet;prefect|state prefect\n", [("préfet", ("prefect", "state prefect"))]),
        ("a.tsv", "fr\ten\n# offices\n\npréfet\tprefect\n", [("préfet", ("prefect",))]),
        ("a.tbx", TBX_2.replace("grande\n", "grande "), [("grande échelle", ("aerial ladder",))]),
        ("a.tbx", TBX_3, [("R&D", ("R&D unit", "research unit"))]),
    ],
)
def test_what_is_read(tmp_path: Path, name: str, text: str, terms: list[tuple[str, tuple[str, ...]]]) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert load(path) == tuple(Term(*term) for term in terms)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"a,b\nlonely\n", "a.csv:2: not a term and its English"),
        ("a.csv", b"\xff\xfe\xff", "not UTF-8"),
        ("a.tbx", b"<tbx><text>\n</tbx>", "a.tbx:2: not well-formed XML"),
        ("a.tbx", b'<!DOCTYPE x [<!ENTITY e "boom">]><x>&e;</x>', "declares an entity"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputProblem, match="a\\.") as caught:
        load(path)
    assert said in str(caught.value)


def test_the_configuration_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("terms.csv").write_text("grande échelle,aerial ladder\n", "utf-8")
    Path("mtcheck.toml").write_text('glossary = ["terms.csv"]\ndo-not-translate = ["La Brigade des îles"]\n', "utf-8")
    Path("a.txt").write_text("The firefighters left The Brigade of the Islands with two big ladders.\n", "utf-8")
    Path("a.fr.txt").write_text("Les pompiers ont quitté La Brigade des îles avec deux grandes échelles.\n", "utf-8")
    command = ["fix", "--write", "--suggested", "--select", "glossary", "--source", "a.fr.txt", "a.txt"]
    assert CliRunner().invoke(cli, command).exit_code == 0
    assert Path("a.txt").read_text("utf-8") == "The firefighters left La Brigade des îles with two aerial ladders.\n"


def test_a_glossary_that_is_not_there_is_an_error_of_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mtcheck.toml").write_text('glossary = ["terms.csv"]\n', "utf-8")
    Path("a.txt").write_text("Clean.\n", "utf-8")
    result = CliRunner().invoke(cli, ["check", "a.txt"])
    assert result.exit_code == 2
    assert "terms.csv: cannot be read" in result.output

"""`mtcheck align` and `mtcheck find-source`: what they print, what they write, how they end."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from ast import literal_eval
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command import mtcheck, put

FRENCH = """Le maire a inauguré la nouvelle bibliothèque samedi matin. Plus de 300 habitants ont assisté à la cérémonie.

« C’est un grand jour pour notre ville », a-t-il déclaré. Le bâtiment a coûté 12 millions d’euros.

L’opposition critique le prix de l’ouvrage. Elle demande une enquête sur les dépenses & les <travaux>.
"""
ENGLISH = """The mayor opened the new library on Saturday morning. More than 300 residents attended the ceremony.

“This is a great day for our town,” he said. Read also: ten walks by the sea.

The opposition criticises the price of the building. It demands an investigation into the spending & the <works>.
"""
OTHER = """The striker scored twice in the second half. Rain is expected along the coast tonight.

Shares in the bank fell by four percent. Doctors warn of a shortage of vaccines. The train was cancelled.
"""
PAIRS = [[[0], [0]], [[1], [1]], [[2], [2]], [[3], []], [[], [3]], [[4], [4]], [[5], [5]]]
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    put("a.fr.txt", FRENCH)
    put("a.txt", ENGLISH)
    return tmp_path


def test_json_has_pairs_and_sentences() -> None:
    result = mtcheck("align", "a.fr.txt", "a.txt", "--format", "json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    pairs = [[pair["source"], pair["target"]] for pair in data["pairs"]]
    assert sorted(map(str, pairs)) == sorted(map(str, PAIRS))
    assert all(0 <= pair["score"] <= 1 and pair["moved"] is False for pair in data["pairs"])
    assert data["source"][2] == "« C’est un grand jour pour notre ville », a-t-il déclaré."
    assert data["target"][3] == "Read also: ten walks by the sea."
    assert (data["source_language"], data["target_language"], data["verdict"]) == ("fr", "en", "good")
    assert data["trust"] > 0.55


def test_pairs_are_lines_that_vecalign_reads() -> None:
    lines = mtcheck("align", "a.fr.txt", "a.txt", "--format", "pairs").stdout.splitlines()
    assert sorted(str([literal_eval(side) for side in line.split(":")]) for line in lines) == sorted(map(str, PAIRS))


def test_tsv_has_a_header_and_six_fields() -> None:
    rows = [line.split("\t") for line in mtcheck("align", "a.fr.txt", "a.txt").stdout.splitlines()]
    assert rows[0] == ["source", "target", "score", "kind", "source text", "target text"]
    assert {len(row) for row in rows} == {6}
    kinds = {row[3]: row for row in rows}
    assert kinds["left out"][4] == "Le bâtiment a coûté 12 millions d’euros."
    assert kinds["added"][5] == "Read also: ten walks by the sea."


def test_tmx_is_what_the_standard_asks_for() -> None:
    root = ElementTree.fromstring(mtcheck("align", "a.fr.txt", "a.txt", "--format", "tmx").stdout_bytes)
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    header, body = root
    wanted = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert wanted == set(header.attrib)
    assert header.attrib["srclang"] == "fr"
    assert len(body) == 5  # what has no counterpart is no unit
    for unit in body:
        assert [child.tag for child in unit] == ["prop", "tuv", "tuv"]
        assert [tuv.attrib[f"{XML}lang"] for tuv in unit.iter("tuv")] == ["fr", "en"]
        assert all(len(tuv) == 1 and tuv[0].tag == "seg" and tuv[0].text for tuv in unit.iter("tuv"))
    assert body[-1][2][0].text == "It demands an investigation into the spending & the <works>."


def test_tmx_of_control_characters_can_be_read() -> None:
    put("b.fr.txt", "Bonjour\x0b\x01 le monde.\n")
    put("b.txt", "Hello\x0b\x02 world.\n")
    root = ElementTree.fromstring(mtcheck("align", "b.fr.txt", "b.txt", "--format", "tmx").stdout_bytes)
    assert [seg.text for seg in root.iter("seg")] == ["Bonjour le monde.", "Hello world."]


def test_html_is_one_escaped_page() -> None:
    page = mtcheck("align", "a.fr.txt", "a.txt", "--format", "html").stdout

    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []
            self.seen: set[str] = set()
            self.text = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not {"src", "href"} & {name for name, _ in attrs}  # nothing is fetched
            self.seen.add(tag)
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

        def handle_data(self, data: str) -> None:
            self.text += data

    tags = Tags()
    tags.feed(page)
    assert not tags.open
    assert "travaux" not in tags.seen
    assert "les dépenses & les <travaux>." in tags.text
    assert "left out" in tags.text


def test_text_stands_side_by_side() -> None:
    lines = mtcheck("align", "a.fr.txt", "a.txt", "--format", "text").stdout.splitlines()
    assert "a.fr.txt" in lines[0]
    assert "a.txt" in lines[0]
    assert all(len(line) <= 100 for line in lines)
    row = next(line for line in lines if "Le bâtiment" in line)
    assert "(left out)" in row
    assert "4" in row
    assert lines[-1].startswith("5 pairs, 1 left out, 1 added, trust 0.")
    assert "\x1b" not in "".join(lines)


def test_on_a_terminal_it_fits_the_width_and_has_colour() -> None:
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 64, 0, 0))
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("COLUMNS", None)
    command = [sys.executable, "-m", "mtcheck", "align", "a.fr.txt", "a.txt"]
    done = subprocess.run(command, stdout=follower, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(follower)
    out = b""
    try:
        while chunk := os.read(leader, 65536):
            out += chunk
    except OSError:  # Linux says so at the end
        pass
    os.close(leader)
    assert done.returncode == 0
    plain = re.sub(rb"\x1b\[[0-9;]*m", b"", out).decode()
    assert plain != out.decode()
    assert max(map(len, plain.splitlines())) <= 64
    assert "(left out)" in plain


def test_lines_keep_their_numbers() -> None:
    put("l.fr", "Le chat dort.\n\nM. Dupont est arrivé. Il est tard.\n")
    put("l.en", "The cat is asleep.\r\n\r\nMr Dupont has arrived. It is late.\r\n")
    data = json.loads(mtcheck("align", "--lines", "l.fr", "l.en", "--format", "json").stdout)
    assert data["source"] == ["Le chat dort.", "", "M. Dupont est arrivé. Il est tard."]
    assert data["target"] == ["The cat is asleep.", "", "Mr Dupont has arrived. It is late."]
    pairs = [(pair["source"], pair["target"]) for pair in data["pairs"]]
    assert ([0], [0]) in pairs
    assert ([2], [2]) in pairs
    assert sorted(number for pair in pairs for number in pair[0]) == [0, 1, 2]


def test_one_side_may_be_standard_input() -> None:
    result = mtcheck("align", "-", "a.txt", "--format", "pairs", text=FRENCH)
    assert result.stdout == mtcheck("align", "a.fr.txt", "a.txt", "--format", "pairs").stdout
    result = mtcheck("align", "-", "-", text=FRENCH)
    assert result.exit_code == 2
    assert "cannot both be standard input" in result.stderr


def test_markdown_is_read_as_markdown() -> None:
    put("m.fr.md", "# Le maire\n\nIl a *inauguré* la [bibliothèque](http://exemple.fr) samedi.\n\n```\ncode\n```\n")
    put("m.md", "# The mayor\n\nHe *opened* the [library](http://example.org) on Saturday.\n\n```\ncode\n```\n")
    data = json.loads(mtcheck("align", "m.fr.md", "m.md", "--format", "json").stdout)
    assert data["source"] == ["Le maire", "Il a inauguré la bibliothèque samedi."]
    assert data["target"] == ["The mayor", "He opened the library on Saturday."]


def test_the_suffix_of_the_output_decides() -> None:
    result = mtcheck("align", "a.fr.txt", "a.txt", "-o", "out.tmx")
    assert (result.exit_code, result.stdout) == (0, "")
    assert b"<tmx" in Path("out.tmx").read_bytes()
    result = mtcheck("align", "a.fr.txt", "a.txt", "-o", "out.xyz")
    assert result.exit_code == 2
    assert "its suffix names no format" in result.stderr
    assert not Path("out.xyz").exists()
    assert mtcheck("align", "a.fr.txt", "a.txt", "-o", "out.xyz", "--format", "pairs").exit_code == 0
    assert mtcheck("align", "a.fr.txt", "a.txt", "-o", "no/such/folder.tsv").exit_code == 3


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (FRENCH, OTHER, "do not translate each other"),
        (FRENCH, "", "the target text has no words"),
        (" \n", ENGLISH, "the source text has no words"),
        (ENGLISH, ENGLISH, "the source text is the target text itself"),
        (ENGLISH.replace("The", "This").replace("on", "in"), ENGLISH, "both texts are in English"),
    ],
)
def test_texts_that_do_not_belong_together_are_named(source: str, target: str, said: str) -> None:
    put("s.txt", source)
    put("t.txt", target)
    result = mtcheck("align", "s.txt", "t.txt", "--format", "json")
    assert result.exit_code == 1
    assert said in result.stderr
    assert said in json.loads(result.stdout)["message"]


def test_what_cannot_be_read_is_named() -> None:
    result = mtcheck("align", "nope.txt", "a.txt")
    assert result.exit_code == 3
    assert "nope.txt: no such file" in result.stderr
    assert mtcheck("align", "a.fr.txt", "a.txt", "--encoding", "nope").exit_code == 2
    assert mtcheck("align", "a.fr.txt", "a.txt", "--from", "French").exit_code == 2
    put("b.txt", b"caf\xe9")
    assert mtcheck("align", "a.fr.txt", "b.txt").exit_code == 3


def test_an_encoder_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import types

    from mtcheck.align.encoder import embedded

    asked = []
    models = types.ModuleType("mtcheck.models")
    models.encoder = lambda name: asked.append(name) or embedded()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "mtcheck.models", models)
    result = mtcheck("align", "--encoder", "LaBSE", "a.fr.txt", "a.txt", "--format", "pairs")
    assert asked == ["LaBSE"]
    assert result.stdout == mtcheck("align", "a.fr.txt", "a.txt", "--format", "pairs").stdout


def test_find_source_ranks_the_right_one_first() -> None:
    put("pool/one.txt", FRENCH)
    put("pool/two.txt", "Il a plu toute la nuit sur la côte. Les trains sont en retard. La grève continue demain.\n")
    put("pool/copy.txt", ENGLISH)
    result = mtcheck("find-source", "a.txt", "pool", "--format", "json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert data["examined"] == 2  # the English copy is no candidate
    assert [Path(one["path"]).name for one in data["candidates"]] == ["one.txt", "two.txt"]
    best = data["candidates"][0]
    assert (best["verdict"], best["language"]) == ("good", "fr")
    assert best["trust"] > 0.55
    assert 0.6 < best["covered"] < 1
    text = mtcheck("find-source", "-", "pool", text=ENGLISH)
    assert text.exit_code == 0
    assert text.stdout.splitlines()[1].split()[-3:] == ["French", "good", "pool/one.txt"]


def test_find_source_says_when_none_fits() -> None:
    put("b.fr.txt", "Il a plu toute la nuit sur la côte. Les trains sont en retard. La grève continue demain.\n")
    result = mtcheck("find-source", "a.txt", "b.fr.txt")
    assert result.exit_code == 1
    assert "none of 1 candidates is its source" in result.stderr
    assert mtcheck("find-source", "a.txt", "a.txt").exit_code == 1
    assert mtcheck("find-source", "nope.txt", "b.fr.txt").exit_code == 3
    result = mtcheck("find-source", "a.txt", "a.fr.txt", "nope.txt")
    assert result.exit_code == 3
    assert "nope.txt" in result.stderr
    assert "a.fr.txt" in result.stdout


def test_sentences_that_were_joined_are_numbered_from_to() -> None:
    put(
        "b.fr.txt",
        "Le maire a inauguré la bibliothèque samedi. Il a remercié les 300 habitants de Lyon. Il pleuvait.\n",
    )
    put("b.txt", "The mayor opened the library on Saturday and thanked the 300 residents of Lyon. It was raining.\n")
    assert json.loads(mtcheck("align", "b.fr.txt", "b.txt", "--format", "json").stdout)["pairs"][0]["source"] == [0, 1]
    row = next(
        line
        for line in mtcheck("align", "b.fr.txt", "b.txt", "--format", "text").stdout.splitlines()
        if "inauguré" in line
    )
    assert row.split()[0] == "1-2"


def test_a_warning_and_kinds_of_pairs_reach_html_and_tmx() -> None:
    put("b.txt", OTHER)
    warned = mtcheck("align", "a.fr.txt", "b.txt", "--format", "html")
    assert '<p class="message">' in warned.stdout


def test_a_candidate_that_cannot_be_read_does_not_stop_the_search() -> None:
    put("pool/one.txt", FRENCH)
    put("pool/bad.txt", b"caf\xe9 \x00")
    result = mtcheck("find-source", "a.txt", "pool")
    assert result.exit_code == 3
    assert "pool/bad.txt" in result.stderr
    assert "pool/one.txt" in result.stdout

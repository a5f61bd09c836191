"""The HTML report as a file: it loads nothing, nothing in a text becomes markup, and its colours can be read."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtcheck.cli import cli
from mtcheck.decisions import folder_of, name_below
from mtcheck.finding import Evidence, Finding, Safety, finding_of
from mtcheck.finding import Hit as RuleHit
from mtcheck.formats import read
from mtcheck.pipeline import Examined, examine
from mtcheck.report import Manner, renderer
from mtcheck.rules import load
from mtcheck.text import Span

ARTICLES = Path(__file__).parent.parent / "corpora" / "articles"
HOSTILE = (
    "</script><script>alert(1)</script> \"'><img src=x onerror=alert(2)> “Go”he said to“<b>all</b>”.\n\n"
    "A \N{RIGHT-TO-LEFT OVERRIDE}txet\N{POP DIRECTIONAL FORMATTING} and <!--“Yes”he left\x1b[31m &lt;!-- ]]> &amp;\n"
)


class Page(HTMLParser):
    """Elements with their attributes, the text, and what stands in style and script."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._in = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = tag if tag in self.raw else ""

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.raw[self._in].append(data)
        else:
            self.text += data


def written(*results: Examined) -> str:
    return b"".join(renderer("html")(results, Manner(rules="1:0"))).decode()


def examined(text: str, path: str = "a.txt", source: str | None = None) -> Examined:
    beside = read(source.encode(), "a.fr.txt") if source is not None else None
    return examine(read(text.encode(), path), load(), "fr", beside)


def lighthouse() -> Examined:
    folder = ARTICLES / "strait-lighthouse"
    source = (folder / "article.fr.txt").read_text("utf-8")
    return examined((folder / "article.txt").read_text("utf-8"), "article.txt", source)


def test_it_loads_nothing_and_allows_only_its_own_style_and_script() -> None:
    page = Page(written(lighthouse()))
    assert not [tag for tag, given in page.elements if {"src", "style", "srcset", "action"} & given.keys()]
    assert not [tag for tag, given in page.elements if any(name.startswith("on") for name in given)]
    assert all((given["href"] or "").startswith("#") for _, given in page.elements if "href" in given)
    assert {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "base"} == set()
    style, (data, script) = page.raw["style"][0], page.raw["script"]
    assert "url(" not in style
    assert "@import" not in style
    policy = next(given["content"] for tag, given in page.elements if given.get("http-equiv"))
    assert policy is not None
    for kind, part in (("style-src", style), ("script-src", script)):
        assert f"{kind} 'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert json.loads(data)["version"] == 1


def test_every_finding_is_marked_and_noted_beside_its_source() -> None:
    result = lighthouse()
    page = Page(written(result))
    notes = [given for tag, given in page.elements if (given.get("class") or "").startswith("note ")]
    assert len(notes) == len(result.findings)
    ids = [given["id"] for _, given in page.elements if "id" in given]
    assert len(ids) == len(set(ids))
    links = {given["href"] for tag, given in page.elements if (given.get("class") or "").startswith("mark ")}
    assert {(link or "")[1:] for link in links} <= set(ids)
    assert "« Un phare, ce n’est pas un lampadaire. »" in page.text.replace("\N{NO-BREAK SPACE}", " ")
    sentences = [given for tag, given in page.elements if tag == "blockquote"]
    assert sentences
    assert all(given["lang"] == "fr" for given in sentences)


def test_the_words_between_the_marks_are_the_article() -> None:
    """Taking the additions and the notes away gives the text back."""
    result = lighthouse()
    source = written(result)
    paragraphs = re.findall(r'<p class="text">(.*?)</p>', source)
    bare = [re.sub(r"<(ins|sup)\b.*?</\1>|<[^>]+>", "", paragraph) for paragraph in paragraphs]
    old = [line for line in result.document.text.plain.split("\n") if line]
    *whole, last = (Page(line).text for line in bare)
    assert whole == old[: len(whole)]
    assert last.replace("↵", "\n") == "\n\n".join(old[len(whole) :])


@pytest.mark.parametrize("path", ["a.txt", "a.md", '"><script>alert(3)</script>.txt'])
def test_hostile_text_stays_text(path: str) -> None:
    result = examined(HOSTILE, path)
    assert len(result.findings) >= 2
    source = written(result)
    page = Page(source)
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert not {"img", "b"} & {tag for tag, _ in page.elements}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", source)
    if path == "a.txt":
        assert "</script><script>alert(1)</script>" in page.text
        assert "‹U+202E›txet‹U+202C›" in page.text
        assert "␛[31m" in page.text
    data = json.loads(page.raw["script"][0])
    assert [note["text"] for note in data["files"][0]["notes"]] == [finding.text for finding in result.findings]


def test_words_that_a_repair_changes_turn_no_line_in_the_data_either() -> None:
    source = written(examined("The mayor said7灯台\u202e“We stay”he added.\n", "a.txt"))
    assert "\\u202e" in source
    assert "\u202e" not in source


def by_hand() -> Examined:
    text = "The mayor said yes. It rained."
    source = read(b"Le maire a dit <non>. Il pleuvait.", "a.fr.txt")
    proven = RuleHit(
        Span(15, 18), "“non” is no", ("no", "<never>"), 0.9, Safety.SUGGEST, Evidence(Span(15, 20), "<non>")
    )
    flag = finding_of(RuleHit(Span(20, 22), "who?", (), 0.5), "added", Safety.FLAG, text)
    findings = (finding_of(proven, "negation", Safety.SUGGEST, text), flag)
    return Examined(read(text.encode(), "a.txt"), findings, "fr", 1.0, lambda at, least: (), [], source)


def test_choices_and_evidence() -> None:
    source = written(by_hand())
    assert source.count('type="radio"') == 2
    assert "<ins>&lt;never&gt;." in source
    assert "<mark>&lt;non&gt;</mark>" in source
    flag = source[source.index('class="note flag"') :]
    assert "Dismiss" in flag
    assert 'class="accept"' not in flag


def test_several_files_have_contents() -> None:
    page = Page(written(examined("He said“yes”.\n", "a.txt"), examined("Clean.\n", "b/c.md")))
    assert "nothing found" in page.text
    assert [given["href"] for tag, given in page.elements if tag == "a" and not given.get("class")] == [
        "#file-0",
        "#file-1",
    ]


def test_no_files() -> None:
    assert "Nothing found in 0 files." in Page(written()).text


def test_decisions_name_a_folder_that_holds_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    here = str(tmp_path / "here")
    assert folder_of(["a.txt", "sub/b.txt"]) == here
    assert folder_of(["a.txt", "../c.txt"]) == str(tmp_path)
    assert name_below(str(tmp_path), "a.txt") == "here/a.txt"
    assert name_below(here, str(tmp_path / "here" / "x" / "a.txt")) == "x/a.txt"


@pytest.mark.parametrize("command", ["fix", "check"])
def test_the_commands_write_it(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He said“yes”.\n", "utf-8")
    out = tmp_path / "report.html"
    result = CliRunner().invoke(cli, [command, str(tmp_path / "a.txt"), "-o", str(out)])
    assert result.exit_code == (command == "check")
    assert out.read_text("utf-8").startswith("<!doctype html>")


# contrast, as WCAG 2.2 defines it (1.4.3, AA)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


STYLE = (files("mtcheck.data") / "proof" / "proof.css").read_text("utf-8")
SCHEMES = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in STYLE.split(":root {")[1:3]]


@pytest.mark.parametrize("colours", SCHEMES, ids=["light", "dark"])
def test_colours_can_be_read(colours: dict[str, str]) -> None:
    for ink in ("ink", "quiet", "out", "in", "doubt", "ask"):
        for ground in ("paper", "sheet", "now"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert contrast(colours["ink"], colours["proof"]) >= 4.5


def test_a_rule_that_is_not_ours_has_a_page() -> None:
    from mtcheck.report.pages import page

    assert page(Finding("mine:x", Safety.FLAG, 0.5, "why", Span(0, 1), "x")).summary == "why"


def test_a_pack_entry_has_its_own_reason_and_the_page_of_its_family() -> None:
    from mtcheck.report.pages import page

    found = page(Finding("false-friend:assume-decision", Safety.SUGGEST, 0.5, "why", Span(0, 1), "x"))
    assert (found.name, found.folder, found.summary) == ("false-friend:assume-decision", "calques", "why")
    assert found.text.startswith("why")
    assert "« Assumer une décision »" in found.text

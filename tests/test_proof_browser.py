"""The HTML report in a real Chromium: it loads, filters, is decided on with keys and fingers, and exports what applies.

Needs the dependency group `browser` and a Chromium: the system's, or the one that MTCHECK_CHROMIUM names.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mtcheck.baseline import REJECTED, read
from mtcheck.cli import cli

sync = pytest.importorskip("playwright.sync_api", reason="pip install --group browser")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = os.environ.get("MTCHECK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: apt-get install chromium, or MTCHECK_CHROMIUM"
)

ARTICLES = Path(__file__).parent.parent / "corpora" / "articles"
HOSTILE = (
    "</script><script>window.caught = 1</script> <img src=x onerror='window.caught = 2'> “Go”he said to“<b>all</b>”.\n"
    "\n"
    "A \N{RIGHT-TO-LEFT OVERRIDE}txet “Yes”he left\x1b[31m.\n"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync.sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium has none for root
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo article with its source, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("article.txt", "article.fr.txt"):
        shutil.copy(ARTICLES / "strait-lighthouse" / name, tmp_path)
    return tmp_path


def report(*arguments: str) -> Path:
    out = Path("report.html").absolute()
    assert CliRunner().invoke(cli, ["check", *arguments, "-o", str(out)]).exit_code == 1
    return out


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Opens a report; a script error, or anything that it loads beside itself, fails the test."""
    wrong: list[str] = []
    contexts = []

    def loaded(address: str) -> None:
        if not address.startswith(("file:", "blob:")):
            wrong.append(address)

    def opens(path: Path, **manner: Any) -> Any:
        manner = {"viewport": {"width": 1440, "height": 1000}, "reduced_motion": "reduce", **manner}
        context = chromium.new_context(**manner)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "blob:")) else None,
        )
        page.goto(path.as_uri())
        return page

    yield opens
    for context in contexts:
        context.close()
    assert not wrong


def keys(page: Any, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def decided(page: Any) -> str:
    return str(page.inner_text("#progress"))


def exported(page: Any, to: Path) -> dict[str, Any]:
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(to)
    whole: dict[str, Any] = json.loads(to.read_text("utf-8"))
    return whole


def count(page: Any) -> int:
    return int(page.locator(".note").count())


def shown(page: Any) -> int:
    return int(page.locator(".note:visible").count())


def test_filters(here: Path, opened: Any) -> None:
    page = opened(report("article.txt", "--source", "article.fr.txt"))
    every = shown(page)
    keys(page, "f")
    page.select_option("select[name=rule]", "number-format")
    assert shown(page) == int(page.inner_text("select[name=rule] option:checked").split("(")[1].rstrip(")")) > 1
    assert set(page.locator(".note:visible .rule").all_inner_texts()) == {"number-format"}
    assert page.locator(".mark:not(.off)").count() == shown(page)
    page.click("#show-all")
    assert shown(page) == every
    page.uncheck("input[value=safe]")
    suggestions = shown(page)
    assert 0 < suggestions < every
    page.check("input[value=safe]")
    page.uncheck("input[value=suggest]")
    page.uncheck("input[value=flag]")
    assert shown(page) == every - suggestions
    page.click("#show-all")
    page.locator("input[name=confidence]").fill("95")
    assert page.inner_text("output") == "95%"
    sure = [float(claim.split()[1].rstrip("%")) for claim in page.locator(".note:visible .claim").all_inner_texts()]
    assert 0 < len(sure) < every
    assert min(sure) >= 95
    page.click("#show-all")
    page.locator("h1").click()
    keys(page, "j", "a")
    page.select_option("select[name=state]", "accept")
    assert shown(page) == 1


def test_keys_decide_and_undo(here: Path, opened: Any) -> None:
    page = opened(report("article.txt"))
    every = count(page)
    assert decided(page) == f"0 of {every} decided."
    assert page.is_disabled("#export")
    keys(page, "j", "a", "r")
    assert decided(page) == f"2 of {count(page)} decided."
    assert page.locator("#note-0-0 .accept").get_attribute("aria-pressed") == "true"
    assert page.locator("#mark-0-0 del").count() == 0
    assert page.inner_text("#mark-0-0 ins") == "lamp,” assures"
    assert page.locator("#note-0-1 .reject").get_attribute("aria-pressed") == "true"
    assert page.inner_text("#mark-0-1 .words") == "his"
    assert page.locator("#note-0-2[aria-current=true]").count() == 1
    assert page.evaluate("document.activeElement.id") == "note-0-2"
    keys(page, "k", "k", "k")
    assert page.locator(f"#note-0-{every - 1}[aria-current=true]").count() == 1
    keys(page, "u", "u", "u")
    assert decided(page) == f"0 of {every} decided."
    assert page.inner_text("#mark-0-1 .words") == "hisher"
    keys(page, "?")
    assert page.is_visible("#help")
    keys(page, "a", "Escape")
    assert not page.is_visible("#help")
    assert decided(page) == f"0 of {every} decided."
    keys(page, "?")
    page.uncheck("#keys")
    keys(page, "Escape", "a")
    assert decided(page) == f"0 of {every} decided."


def test_decisions_are_exported_and_applied(here: Path, opened: Any) -> None:
    page = opened(report("article.txt", "--source", "article.fr.txt"))
    before = Path("article.txt").read_text("utf-8")
    keys(page, "j", "a", "r")
    seen: set[str | None] = set()
    while page.locator(".note:not(.accept, .reject)").count():
        now = page.locator(".note.now")
        name = now.get_attribute("id")
        # a flag has nothing to accept; a note that comes again lost its words to another
        keys(page, "r" if name in seen or "flag" in (now.get_attribute("class") or "") else "a")
        seen.add(name)
    every, rejected = count(page), page.locator(".note.reject").count()
    assert decided(page) == f"{every} of {every} decided."
    whole = exported(page, here / "d.json")
    assert (whole["folder"], whole["files"][0]["path"]) == (str(here), "article.txt")
    Path("article.txt").write_text("A line that came later.\n\n" + before, "utf-8")
    result = CliRunner().invoke(cli, ["apply", "d.json", "--write"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{every - rejected} repairs in 1 file; " in result.stdout
    after = Path("article.txt").read_text("utf-8")
    assert page.inner_text(".mark.reject .words >> nth=0") in after
    assert {entry.verdict for entry in read(Path("mtcheck-baseline.jsonl"))} == {REJECTED}
    # what the page showed is what was written
    words = page.evaluate(
        "[...document.querySelectorAll('.text')].map((p) => { const c = p.cloneNode(true);"
        " c.querySelectorAll('sup, del').forEach((e) => e.remove()); return c.textContent.trim(); })"
    )
    assert [re.sub(" +", " ", line) for line in words] == [line.strip() for line in after.split("\n") if line][1:]


def test_decisions_outlast_a_reload(here: Path, opened: Any) -> None:
    path = report("article.txt")
    page = opened(path)
    keys(page, "j", "a", "r")
    decisions = f"2 of {count(page)} decided."
    assert decided(page) == decisions
    for _ in range(20):  # the browser hands what is kept to another process, and a machine may be busy
        page.reload()
        if decided(page) == decisions:
            break
        page.wait_for_timeout(100)
    assert decided(page) == decisions
    assert page.locator("#mark-0-0.accept").count() == 1


def test_findings_of_the_same_words(here: Path, opened: Any) -> None:
    """Two repairs share the mark `money”has `: what stands there follows each decision."""
    page = opened(report("article.txt"))
    mark = page.locator(".mark", has=page.locator("sup", has_text="7,8"))
    assert mark.locator("ins").inner_text() == "money,”"
    page.click("#note-0-7 .reject")
    assert mark.locator("ins").inner_text() == "money,” has"
    page.click("#note-0-6 .accept")
    assert mark.locator("ins").inner_text() == "money,” has"
    page.click("#note-0-7 .accept")
    assert mark.locator("del").count() == 0
    assert mark.locator("ins").inner_text() == "money,”"


def test_a_choice_among_suggestions(here: Path, opened: Any) -> None:
    Path("a.txt").write_text("The minister assumes his decision.\n", "utf-8")
    page = opened(report("a.txt"))
    note = page.locator(".note", has=page.locator("input[type=radio]")).first
    choices = note.locator("input[type=radio]")
    assert choices.count() > 1
    note.locator(".number").click()
    keys(page, "2", "a")
    put = exported(page, here / "d.json")["files"][0]["decisions"][0]["put"]
    words = page.inner_text(".mark.accept ins")
    assert put in words
    assert choices.nth(1).is_checked()
    assert CliRunner().invoke(cli, ["apply", "d.json", "--write"]).exit_code == 0
    assert put in Path("a.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["a.txt", "<img src=x onerror='window.caught=3'>.txt"])
def test_hostile_text_stays_text(name: str, here: Path, opened: Any) -> None:
    Path(name).write_text(HOSTILE, "utf-8")
    page = opened(report(name))
    keys(page, "j", "a", "u", "r", "j", "a", "k", "a")
    assert page.evaluate("window.caught") is None
    assert page.locator("script").count() == 2
    assert page.locator("main img, main b").count() == 0
    text = page.inner_text("main")
    assert "</script><script>window.caught = 1</script>" in text
    assert "‹U+202E›txet" in text
    assert page.title() == f"Proof of {name}"
    assert exported(page, here / "d.json")["files"][0]["path"] == name


def test_a_phone_has_its_own_buttons(here: Path, opened: Any) -> None:
    page = opened(
        report("article.txt", "--source", "article.fr.txt"), viewport={"width": 390, "height": 844}, has_touch=True
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.tap("#thumb-next")
    page.tap("#thumb-accept")
    page.tap("#thumb-reject")
    assert decided(page) == f"2 of {count(page)} decided."
    assert page.is_visible("#note-0-2 blockquote")
    assert not page.is_visible(".source")


def test_without_a_script_it_is_still_the_proof(here: Path, opened: Any) -> None:
    page = opened(report("article.txt"), java_script_enabled=False)
    assert page.is_visible("#note-0-0 .said")
    assert not page.is_visible("#export")
    assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1000), ("light", 390)])
def test_axe_finds_nothing(scheme: str, width: int, here: Path, opened: Any) -> None:
    """WCAG A and AA and best practices, as axe-core checks them."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install --group browser")
    Path("b.txt").write_text("The minister assumes his decision. Nothing else.\n", "utf-8")
    path = report(*("article.txt", "b.txt") if width == 390 else ("article.txt", "--source", "article.fr.txt"))
    page = opened(path, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    keys(page, "j", "a", "r", "a", "f")
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    keys(page, "Escape")
    page.locator("h1").click()
    keys(page, "?")
    assert axe.Axe().run(page).response["violations"] == []


def test_it_prints(here: Path, opened: Any) -> None:
    page = opened(report("article.txt", "--source", "article.fr.txt"))
    page.emulate_media(media="print")
    assert not page.is_visible(".tools")
    assert page.is_visible("#note-0-0 .said")
    assert page.is_visible(".source >> nth=0")
    assert page.pdf().startswith(b"%PDF")

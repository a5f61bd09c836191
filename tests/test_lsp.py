"""`mtcheck lsp` as an editor sees it: a process spoken to over its standard input and output, byte for byte."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from mtcheck.lsp.places import Lines
from mtcheck.text import Span

ROUGH = "Élodie 🎭 promised to“suspend the sale” on Monday.\n\n“We will not turn off the lamp”he added.\n"
FIXED = "Élodie 🎭 promised to “suspend the sale” on Monday.\n\n“We will not turn off the lamp,” he added.\n"


class Editor:
    """A client that knows the protocol and nothing of mtcheck. Positions count UTF-16 units, as it says it does."""

    def __init__(self, folder: Path, capabilities: dict[str, Any] | None = None):
        self.folder = folder
        self.server = subprocess.Popen(
            [sys.executable, "-m", "mtcheck", "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.number = 0
        self.texts: dict[str, str] = {}
        self.logged: list[str] = []
        self.can = self.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=capabilities or {})
        self.tell("initialized")

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.server.stdout is not None
        size = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        assert size, "the server has gone"
        message: dict[str, Any] = json.loads(self.server.stdout.read(size))
        if message.get("method") == "window/logMessage":
            self.logged.append(message["params"]["message"])
        return message

    def tell(self, method: str, **params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while (answer := self.receive()).get("id") != self.number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def found(self) -> dict[str, Any]:
        """The next diagnostics."""
        while (message := self.receive()).get("method") != "textDocument/publishDiagnostics":
            pass
        params: dict[str, Any] = message["params"]
        return params

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        uri = name if ":" in name else (self.folder / name).as_uri()
        self.texts[uri] = text
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def change(self, uri: str, text: str, version: int) -> None:
        self.texts[uri] = text
        self.tell(
            "textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=[{"text": text}]
        )

    def offered(self, uri: str, range: dict[str, Any], **context: Any) -> list[dict[str, Any]]:
        actions: list[dict[str, Any]] = self.ask(
            "textDocument/codeAction", textDocument={"uri": uri}, range=range, context={"diagnostics": [], **context}
        )
        return actions

    def applied(self, uri: str, edits: list[dict[str, Any]]) -> str:
        """The document's text after the edits, found by UTF-16 units."""
        units = self.texts[uri].encode("utf-16-le")

        def at(position: dict[str, int]) -> int:
            line_starts = [0, *(i + 2 for i in range(0, len(units), 2) if units[i : i + 2] == b"\n\0")]
            return line_starts[position["line"]] + 2 * position["character"]

        for edit in sorted(edits, key=lambda edit: -at(edit["range"]["start"])):
            start, end = at(edit["range"]["start"]), at(edit["range"]["end"])
            units = units[:start] + edit["newText"].encode("utf-16-le") + units[end:]
        return units.decode("utf-16-le")

    def close(self) -> int:
        self.ask("shutdown")
        self.tell("exit")
        self.server.communicate(timeout=20)
        return self.server.returncode


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    made = Editor(tmp_path)
    yield made
    assert made.close() == 0


def whole(text: str) -> dict[str, Any]:
    return {"start": {"line": 0, "character": 0}, "end": {"line": text.count("\n"), "character": 0}}


def test_a_session(editor: Editor) -> None:
    assert editor.can["capabilities"]["textDocumentSync"]["change"] == 1
    uri = editor.open("article.txt", ROUGH)
    found = editor.found()
    assert (found["uri"], found["version"]) == (uri, 1)
    first = found["diagnostics"][0]
    assert (first["code"], first["source"], first["severity"]) == ("quote-open-fused", "mtcheck", 2)
    # É is one unit, the masks are two
    assert first["range"] == {"start": {"line": 0, "character": 21}, "end": {"line": 0, "character": 22}}

    fix, *_ = editor.offered(uri, first["range"], only=["quickfix"])
    assert (fix["kind"], fix["isPreferred"]) == ("quickfix", True)
    assert fix["diagnostics"] == [first]
    after = editor.applied(uri, fix["edit"]["changes"][uri])
    assert after == ROUGH.replace("to“", "to “")

    editor.change(uri, after, 2)
    found = editor.found()
    assert found["version"] == 2
    assert "quote-open-fused" not in {one["code"] for one in found["diagnostics"]}

    (every,) = editor.offered(uri, whole(after), only=["source.fixAll"])
    assert every["kind"] == "source.fixAll.mtcheck"
    repaired = editor.applied(uri, every["edit"]["changes"][uri])
    assert repaired == FIXED
    editor.change(uri, repaired, 3)
    assert editor.found()["diagnostics"] == []
    assert editor.offered(uri, whole(repaired)) == []

    editor.tell("textDocument/didClose", textDocument={"uri": uri})
    assert editor.found()["diagnostics"] == []


def test_every_suggestion_is_a_fix_and_a_flag_has_none(editor: Editor) -> None:
    text = "She assumed her political choices until the end.\n"
    uri = editor.open("article.txt", text)
    (one,) = [d for d in editor.found()["diagnostics"] if d["code"].startswith("false-friend:")]
    fixes = editor.offered(uri, one["range"], only=["quickfix"])
    assert len(fixes) >= 2
    assert not any(fix["isPreferred"] for fix in fixes)  # no safe one
    after = {editor.applied(uri, fix["edit"]["changes"][uri]) for fix in fixes}
    assert "She stood by her political choices until the end.\n" in after
    assert len(after) == len(fixes)
    assert editor.offered(uri, whole(text), only=["refactor"]) == []


def test_only_prose_of_markdown_is_looked_at(editor: Editor) -> None:
    uri = editor.open("page.md", "```\nHe said“yes”.\n```\n\nHe *said*“yes”.\n", "markdown")
    assert {one["range"]["start"]["line"] for one in editor.found()["diagnostics"]} == {4}
    (fix,) = [a for a in editor.offered(uri, whole(editor.texts[uri])) if a["kind"] == "source.fixAll.mtcheck"]
    assert editor.applied(uri, fix["edit"]["changes"][uri]) == "```\nHe said“yes”.\n```\n\nHe *said* “yes”.\n"


def test_a_document_that_is_no_file_yet_is_read_by_its_language(editor: Editor) -> None:
    editor.open("untitled:Untitled-1", "```\nHe said“yes”.\n```\n", "markdown")
    assert editor.found()["diagnostics"] == []
    editor.open("untitled:Untitled-2", "He said“yes”.\n")
    assert editor.found()["diagnostics"]


def test_hover_shows_the_page_and_the_source_sentence(tmp_path: Path, editor: Editor) -> None:
    (tmp_path / "mtcheck.toml").write_text('source = "{dir}/{stem}.fr{suffix}"\n', "utf-8")
    (tmp_path / "article.fr.txt").write_text(
        "Le maire a promis de « suspendre la vente » lundi.\n\nLe port compte 12 bateaux de pêche.\n", "utf-8"
    )
    text = "The mayor promised to“suspend the sale” on Monday.\n\nThe port has 21 fishing boats.\n"
    uri = editor.open("article.txt", text)
    found = {one["code"]: one for one in editor.found()["diagnostics"]}
    at = found["quote-open-fused"]["range"]["start"]
    hover = editor.ask("textDocument/hover", textDocument={"uri": uri}, position=at)
    shown = hover["contents"]["value"]
    assert hover["contents"]["kind"] == "markdown"
    assert "**quote-open-fused** · safe" in shown
    assert "French: Le maire a promis de « suspendre la vente » lundi." in shown
    related = found["number-mismatch"]["relatedInformation"][0]["location"]
    assert related["uri"] == (tmp_path / "article.fr.txt").as_uri()
    assert related["range"]["start"] == {"line": 2, "character": 15}
    elsewhere = {"line": 0, "character": 2}
    assert editor.ask("textDocument/hover", textDocument={"uri": uri}, position=elsewhere) is None


def test_a_changed_configuration_counts_at_once(tmp_path: Path, editor: Editor) -> None:
    uri = editor.open("article.txt", "He said“yes”.\n")
    assert editor.found()["diagnostics"]
    (tmp_path / "mtcheck.toml").write_text('ignore = ["quote-open-fused"]\n', "utf-8")
    editor.tell("workspace/didChangeWatchedFiles", changes=[])
    assert editor.found()["diagnostics"] == []
    (tmp_path / "mtcheck.toml").write_text('ignroe = ["quote-open-fused"]\n', "utf-8")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    (told,) = editor.found()["diagnostics"]
    assert "no such key: ignroe" in told["message"]
    assert told["severity"] == 1
    assert editor.offered(uri, whole("")) == []


def test_a_file_that_cannot_be_read_says_so_and_the_session_goes_on(editor: Editor) -> None:
    editor.open("broken.po", 'msgid "a\nmsgstr "b"\n')
    (told,) = editor.found()["diagnostics"]
    assert told["severity"] == 1
    assert "line 1" in told["message"]
    editor.open("code.py", "x = 'said“yes”.'\n")
    assert editor.found()["diagnostics"] == []
    editor.open("article.txt", "He said“yes”.\n")
    assert editor.found()["diagnostics"]


def test_edits_are_bound_to_a_version_where_the_editor_knows_versions(tmp_path: Path) -> None:
    editor = Editor(
        tmp_path,
        {
            "general": {"positionEncodings": ["utf-8", "utf-16"]},
            "workspace": {"workspaceEdit": {"documentChanges": True}},
        },
    )
    assert editor.can["capabilities"]["positionEncoding"] == "utf-8"
    uri = editor.open("article.txt", ROUGH)
    first = editor.found()["diagnostics"][0]
    assert first["range"]["start"] == {"line": 0, "character": len("Élodie 🎭 promised to".encode())}
    (change,) = editor.offered(uri, first["range"], only=["quickfix"])[0]["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    assert editor.close() == 0


def test_without_pygls_the_remedy_is_named(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pygls'] = None; from mtcheck.cli import cli; cli.main(['lsp'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'pip install "mtcheck[lsp]"' in done.stderr


@given(st.text(st.sampled_from("aé“🎭\n\r\u2028\x85\x0c"), max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_positions_come_back(text: str, encoding: str) -> None:
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # inside a line end there is no position
        position = lines.position(offset)
        assert lines.offset(position) == offset
        assert position.line == text[:offset].replace("\r\n", "\n").replace("\r", "\n").count("\n")


def test_positions_beyond_the_end_mean_the_end() -> None:
    lines = Lines("ab\r\ncd")
    assert lines.offset(types.Position(0, 99)) == 2
    assert lines.offset(types.Position(9, 0)) == 6
    assert lines.range(Span(1, 5)) == types.Range(types.Position(0, 1), types.Position(1, 1))


def test_a_catalogue_of_another_language_is_passed_over_and_hover_is_silent_where_nothing_is_known(
    editor: Editor,
) -> None:
    uri = editor.open("fr.po", 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "He left"\nmsgstr "Il est“parti”"\n')
    assert editor.found()["diagnostics"] == []
    assert any("fr.po: passed over" in line for line in editor.logged)
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    assert editor.ask("textDocument/hover", **place) is None

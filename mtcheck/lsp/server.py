"""an editor's requests -> answers, over standard input and output, with pygls.

The editor's text counts, not the file's. The configuration, the source and the baseline are read anew for every
version of a document, so that a change to them needs no restart. A document is sent whole (`Full`): pygls counts
the lines of parts otherwise than the protocol.
"""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from mtcheck import __version__
from mtcheck.commands.examine import Run
from mtcheck.commands.request import Request
from mtcheck.config import forget
from mtcheck.errors import Foreign, InputProblem, MtcheckError
from mtcheck.files import STANDARD_INPUT
from mtcheck.formats import MARKUP, UNPACKERS, format_of
from mtcheck.lsp.answers import FIX_ALL, actions, diagnostics, hover, trouble
from mtcheck.lsp.places import Lines
from mtcheck.pipeline import Examined

DELAY = 0.25
"""Seconds without a keystroke before a text is examined again."""
FORMATS = {
    "markdown": "markdown", "mdx": "mdx", "html": "html", "restructuredtext": "rst", "rst": "rst",
    "asciidoc": "asciidoc", "json": "json", "yaml": "yaml", "po": "po",
}  # fmt: skip
"""What editors call a language -> our format, for documents that are no file yet; any other is plain text."""


class Seen(NamedTuple):
    """A text of a document and what its examination found."""

    text: str
    examined: Examined | None
    problem: MtcheckError | None = None


class Server(LanguageServer):
    """The open documents, each with its last examination."""

    def __init__(self) -> None:
        super().__init__("mtcheck", __version__, types.TextDocumentSyncKind.Full)
        self.seen: dict[str, Seen] = {}

    def see(self, uri: str) -> Seen:
        """The examination of the document as it stands now."""
        document = self.workspace.get_text_document(uri)
        seen = self.seen.get(uri)
        if seen is None or seen.text != document.source:
            seen = self.seen[uri] = self._examined(uri, document.source, document.language_id)
        return seen

    def _examined(self, uri: str, text: str, language: str | None) -> Seen:
        path = to_fs_path(uri) if uri.startswith("file:") else None
        if path is not None and (PurePath(path).suffix.lower() in MARKUP or format_of(path) in UNPACKERS):
            return Seen(text, None)
        format = FORMATS.get(language or "", "plain") if path is None else None
        forget()
        try:
            run = Run(Request((path or STANDARD_INPUT,), repairs=False, input_format=format))
            examined = run.examined_text(path or STANDARD_INPUT, text)
        except Foreign as note:
            self._log(str(note))
            return Seen(text, None)
        except MtcheckError as error:
            return Seen(text, None, error)
        except Exception as error:  # a bug of ours in one text must not end the session
            what = f"{type(error).__name__}: {error}"
            return Seen(text, None, InputProblem(f"mtcheck failed here ({what})", "please report it"))
        for crash in examined.crashes:
            self._log(f"{path}: the rule {crash.rule} crashed ({crash.error})")
        return Seen(text, examined)

    def _log(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))

    def publish(self, uri: str) -> None:
        """Tells the editor what the document's examination found."""
        seen = self.see(uri)
        found = [trouble(seen.problem)] if seen.problem is not None else []
        if seen.examined is not None:
            found = diagnostics(seen.examined, self.lines(seen.text))
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def lines(self, text: str) -> Lines:
        encoding = self.workspace.position_encoding
        return Lines(text, encoding.value if isinstance(encoding, types.PositionEncodingKind) else str(encoding))

    def version_for_edits(self, uri: str) -> int | None:
        """The document's version, for an editor that takes edits bound to one."""
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace is not None else None
        if edits is None or not edits.document_changes:
            return None
        return self.workspace.get_text_document(uri).version


def opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.publish(params.text_document.uri)


async def changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Waits until nobody types any more."""
    uri, version = params.text_document.uri, params.text_document.version
    await asyncio.sleep(DELAY)
    document = server.workspace.text_documents.get(uri)
    if document is not None and document.version == version:
        server.publish(uri)


def saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """What was saved may be the source or the configuration of others."""
    again(server)


def again(server: Server, params: object = None) -> None:
    """Examines all open documents anew: a file beside them changed."""
    server.seen.clear()
    for uri in list(server.workspace.text_documents):
        server.publish(uri)


def closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.seen.pop(uri, None)
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def offered(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    seen = server.see(uri)
    if seen.examined is None:
        return []
    lines = server.lines(seen.text)
    only = params.context.only
    kinds = None if only is None else [getattr(kind, "value", kind) for kind in only]
    return list(actions(seen.examined, lines, lines.span(params.range), uri, server.version_for_edits(uri), kinds))


def explained(server: Server, params: types.HoverParams) -> types.Hover | None:
    seen = server.see(params.text_document.uri)
    if seen.examined is None:
        return None
    lines = server.lines(seen.text)
    return hover(seen.examined, lines, lines.offset(params.position))


def server() -> Server:
    """A server that listens to nothing yet."""
    made = Server()
    made.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    made.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    made.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    made.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(again)
    made.feature(types.TEXT_DOCUMENT_HOVER)(explained)
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))(offered)
    return made


def serve() -> None:
    """Answers the editor on standard input and output until it says goodbye."""
    server().start_io()

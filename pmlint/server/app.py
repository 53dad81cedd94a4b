"""The language server: which request is answered by what."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, uri_scheme

import pmlint
from pmlint.config import CONFIG_NAMES
from pmlint.server.actions import FIX_ALL, Offers
from pmlint.server.diagnostics import diagnostics
from pmlint.server.hovers import hover
from pmlint.server.positions import Positions
from pmlint.server.reviewing import Policy, Reviewed, Reviewer, Snapshot
from pmlint.server.scheduling import PAUSE, Schedule

__all__ = ["Server", "make_server"]

logger = logging.getLogger(__name__)

# A document without a file is known by its language only.
_UNSAVED = {"markdown": "untitled.md", "plaintext": "untitled.txt"}


class Server(LanguageServer):
    """The open documents, their reviews, and what the client has been told."""

    def __init__(self, reviewer: Reviewer) -> None:
        # The client sends whole texts: pygls splits lines where the protocol does not (a form
        # feed, U+2028), so that it would put partial changes in wrong places.
        super().__init__(
            "pmlint", pmlint.__version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.reviewer = reviewer
        self.schedule = Schedule(self.snapshot, reviewer.review, self.publish)
        self._told: set[str] = set()

    def snapshot(self, uri: str) -> Snapshot | None:
        """The document *uri* as it stands; None if it is not open or of no use."""
        # pygls keeps documents by their decoded addresses.
        document = self.workspace.text_documents.get(unquote(uri))
        if document is None:
            return None
        folders = self._folders()
        if uri_scheme(uri) == "untitled" and document.language_id in _UNSAVED:
            folder = folders[0] if folders else Path.cwd()
            path = folder / _UNSAVED[document.language_id]
        elif uri_scheme(uri) == "file" and (file := to_fs_path(uri)) is not None:
            path = Path(file).resolve()
        else:
            return None
        return Snapshot(uri, document.version, document.source, path, folders)

    def _folders(self) -> tuple[Path, ...]:
        uris = [folder.uri for folder in self.workspace.folders.values()]
        if not uris and self.workspace.root_uri:
            uris = [self.workspace.root_uri]
        paths = [to_fs_path(uri) for uri in uris]
        return tuple(Path(path).resolve() for path in paths if path is not None)

    def positions(self, reviewed: Reviewed) -> Positions:
        """The places of a reviewed text in the units agreed on with the client."""
        units = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Positions(reviewed.snapshot.text, units)

    def publish(self, reviewed: Reviewed) -> None:
        """Show what was found, and once what keeps documents from being reviewed."""
        snapshot = reviewed.snapshot
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=snapshot.uri,
                version=snapshot.version,
                diagnostics=diagnostics(reviewed, self.positions(reviewed)),
            )
        )
        if reviewed.error and reviewed.error not in self._told:
            self._told.add(reviewed.error)
            self.tell(reviewed.error)

    def tell(self, message: str) -> None:
        """Show an error to the user."""
        self.window_show_message(
            types.ShowMessageParams(types.MessageType.Error, f"pmlint: {message}")
        )

    def review_all(self) -> None:
        """Review every open document with its configuration read anew."""
        self._told.clear()
        self.reviewer.reload()
        for document in self.workspace.text_documents.values():
            self.schedule.request(document.uri)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 - as in pygls
        """Log what a handler raised; the server goes on."""
        logger.error("%s", error)
        super().report_server_error(error, source)


async def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Ask the client to watch configuration files, if it can."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(f"**/{name}") for name in CONFIG_NAMES]
    )
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    await ls.client_register_capability_async(
        types.RegistrationParams([types.Registration("pmlint-configuration", method, options)])
    )


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.schedule.request(params.text_document.uri)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.schedule.request(params.text_document.uri, PAUSE)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Review at once. Not all clients watch files, so configuration is read anew, too."""
    uri = params.text_document.uri
    if uri.rsplit("/", 1)[-1] in CONFIG_NAMES:
        ls.review_all()
    else:
        ls.reviewer.reload()
        ls.schedule.request(uri)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.schedule.forget(uri)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _configured(ls: Server, _params: object) -> None:
    """A configuration file, or the list of folders, is another."""
    ls.review_all()


def _shutdown(ls: Server, _params: None) -> None:
    ls.schedule.close()


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    reviewed = await ls.schedule.settled(params.text_document.uri)
    if reviewed is None:
        return None
    positions = ls.positions(reviewed)
    offset = positions.offset(params.position)
    return hover(reviewed, positions, offset, _hover_kind(ls.client_capabilities))


def _hover_kind(capabilities: types.ClientCapabilities) -> types.MarkupKind:
    """The first kind of text that the client names; Markdown needs to be named."""
    known = capabilities.text_document.hover if capabilities.text_document else None
    formats = (known.content_format if known else None) or [types.MarkupKind.PlainText]
    return formats[0]


async def _code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    reviewed = await ls.schedule.settled(params.text_document.uri)
    if reviewed is None:
        return []
    positions = ls.positions(reviewed)
    offers = Offers(reviewed, positions, _takes_versions(ls.client_capabilities))
    span = positions.span(params.range)
    return await ls.schedule.in_worker(lambda: offers.actions(ls.reviewer, span, params.context))


def _takes_versions(capabilities: types.ClientCapabilities) -> bool:
    edits = capabilities.workspace.workspace_edit if capabilities.workspace else None
    return bool(edits and edits.document_changes)


_ACTION_KINDS = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL])
_FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (types.INITIALIZED, _initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _saved, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _configured, None),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, _configured, None),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (types.TEXT_DOCUMENT_CODE_ACTION, _code_actions, _ACTION_KINDS),
    (types.SHUTDOWN, _shutdown, None),
)


def make_server(make_policy: Callable[[], Policy]) -> Server:
    """A server whose settings come from *make_policy*, called again when they may be others."""
    server = Server(Reviewer(make_policy))
    for name, handler, options in _FEATURES:
        server.feature(name, options)(handler)
    return server

"""``pmlint server``: reviews for an editor, over standard input and output."""

from __future__ import annotations

import contextlib
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmlint.cli.output import warn
from pmlint.cli.workspace import Workspace, rules_option
from pmlint.registry import all_rules
from pmlint.rule import Rule

if TYPE_CHECKING:
    from pmlint.server.app import Server

__all__ = ["command"]

_EXTRA = {"cattrs", "lsprotocol", "pygls"}


@click.command("server", short_help="Review what is open in an editor (a language server).")
@rules_option
@click.option("--stdio", is_flag=True, hidden=True, help="As always; some editors say it.")
def command(rule_folders: tuple[str, ...], stdio: bool) -> int:  # noqa: ARG001
    """Serve an editor: diagnostics, hover and code actions by the language server protocol.

    Configuration is read as by `pmlint check`. House rules are loaded from the folders of
    --rules only, never because of what stands in the workspace.
    """
    rules = all_rules(map(Path, rule_folders))
    server = _server(rules)
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    if sys.stdin.isatty():
        warn("waiting for an editor on standard input. End with Ctrl-C.")
    protocol = sys.stdout.buffer
    # A house rule that prints would break into the protocol.
    with contextlib.redirect_stdout(sys.stderr):
        server.start_io(sys.stdin.buffer, protocol)
    return 0


def _server(rules: tuple[Rule, ...]) -> Server:
    """The server.

    Raises:
        click.ClickException: the extra that it needs is not installed.
    """
    try:
        from pmlint.server.app import make_server
    except ImportError as error:
        if (error.name or "").split(".")[0] not in _EXTRA:
            raise
        raise click.ClickException(
            f"the language server needs {error.name}, which is not installed. "
            "Install the extra: pip install 'pmlint[lsp]'."
        ) from error
    return make_server(lambda: Workspace(rules))

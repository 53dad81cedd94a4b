"""``pmlint server``: reviews for an editor, over standard input and output."""

from __future__ import annotations

import contextlib
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from pmlint.cli.output import warn
from pmlint.cli.workspace import Workspace, rules_option
from pmlint.config import Settings, find_config
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
    return make_server(lambda: _Policy.fresh(rules))


class _Policy(Struct, frozen=True):
    """Settings as in `check`, but what holds where the server was started holds only there.

    An editor starts one server for folders that have nothing to do with each other.
    """

    configured: Workspace
    bare: Workspace

    @classmethod
    def fresh(cls, rules: tuple[Rule, ...]) -> _Policy:
        """A policy that has read nothing yet."""
        return cls(Workspace(rules), Workspace(rules, isolated=True))

    def settings(self, folder: Path) -> Settings:
        """Settings of the nearest configuration upward of *folder*, else the defaults.

        Raises:
            ConfigError: the configuration that holds there is wrong.
        """
        workspace = self.bare if find_config(folder) is None else self.configured
        return workspace.settings(folder)

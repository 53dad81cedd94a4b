"""``pmlint config``: each setting that holds for a path, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from pmlint.cli.output import say
from pmlint.cli.workspace import (
    Workspace,
    checked_config,
    config_option,
    isolated_option,
    rules_option,
)
from pmlint.config import KEYS, Settings
from pmlint.options import options_in, toml
from pmlint.registry import all_rules

__all__ = ["command"]

_COLUMN = 60
_TABLES = ("severity", "per-file-ignores", "profiles", "options", "aliases")
_UNSET = {
    "select": "all rules but those that are off",
    "fail-on": '"never"',
    "profile": "told from the document",
    "baseline": "none: nothing is known already",
    "as-of": "not given: nothing is overdue",
}


@click.command("config", short_help="Show each setting and where it came from.")
@click.argument("path", required=False, default=".")
@config_option
@isolated_option
@rules_option
def command(
    path: str, config_path: str | None, isolated: bool, rule_folders: tuple[str, ...]
) -> int:
    """Show each setting that holds for PATH (a file or folder; by default here).

    The nearest configuration upward holds alone: it inherits nothing from one further up.
    Patterns and the name of the baseline are seen from its folder.
    """
    place = Path(path)
    if not place.exists():
        raise click.UsageError(f'there is no file or folder "{path}". Check the path.')
    workspace = Workspace(
        all_rules(map(Path, rule_folders)), config=checked_config(config_path), isolated=isolated
    )
    settings = workspace.settings(place if place.is_dir() else place.parent)
    rows = [*_plain_rows(settings), *_table_rows(settings), *_option_rows(settings)]
    say("".join(f"{text:<{_COLUMN}}  # {origin}\n" for text, origin in rows))
    return 0


def _plain_rows(settings: Settings) -> Iterator[tuple[str, str]]:
    for key in KEYS:
        if key in _TABLES:
            continue
        value = settings.value(key)
        shown = toml(value) if value is not None else f"({_UNSET[key]})"
        if key == "fail-on" and value is None:
            shown = _UNSET[key]
        yield f"{key} = {shown}", settings.origin(key)


def _table_rows(settings: Settings) -> Iterator[tuple[str, str]]:
    for key in ("severity", "per-file-ignores", "profiles", "aliases"):
        table: Mapping[str, object] = settings.value(key)
        for name, value in table.items():
            yield f"{key}.{toml(name)} = {toml(value)}", settings.origin(key)


def _option_rows(settings: Settings) -> Iterator[tuple[str, str]]:
    for rule in settings.known_rules:
        for item in options_in(settings.options_of(rule)):
            origin = settings.origin(f"options.{rule.code}.{item.key.replace('-', '_')}")
            yield f"options.{rule.name}.{item.key} = {toml(item.value)}", origin

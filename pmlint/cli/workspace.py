"""Settings for each folder: defaults, its nearest configuration, the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct, field

from pmlint.cli.output import warn
from pmlint.config import (
    ConfigError,
    Layer,
    Settings,
    check_values,
    find_config,
    overlooked_by,
    read_config,
)
from pmlint.formats.terminal import safe
from pmlint.paths import real
from pmlint.registry import RuleSet
from pmlint.rule import Rule
from pmlint.selection import nearest

__all__ = ["Choice", "Workspace", "command_line_layer", "rules_option", "short", "split"]


def split(words: tuple[str, ...]) -> list[str] | None:
    """``PM1,PM2`` as two words; None where the option was not given.

    Raises:
        click.UsageError: it was given without any word.
    """
    listed = [word.strip() for text in words for word in text.split(",") if word.strip()]
    if words and not listed:
        raise click.UsageError("a list of rules is empty. Name a rule, or leave the option out.")
    return listed or None


def command_line_layer(raw: Mapping[str, Any], rules: Sequence[Rule]) -> Layer:
    """The options given (those that are not None) as the weightiest settings.

    Raises:
        ConfigError: a value is wrong.
    """
    given = {key: value for key, value in raw.items() if value is not None}
    values = check_values(given, rules, "--")
    origins = {key: f"--{key}" for key in values}
    if "severity" in given:
        origins["min-severity"] = "--severity"
    return Layer(values, origins, Path())


class Workspace(Struct):
    """All settings of one run. Folders that share a configuration share `Settings`."""

    rules: Sequence[Rule]
    command_line: Layer = field(default_factory=Layer)
    config: Path | None = None
    isolated: bool = False
    quiet: bool = False
    """Whether somebody else has been told already what is odd about a configuration."""
    _by_folder: dict[Path, Settings] = field(default_factory=dict)
    _by_file: dict[Path | None, Settings] = field(default_factory=dict)

    def settings(self, folder: Path) -> Settings:
        """Settings for the documents in *folder*.

        Raises:
            ConfigError: the configuration that holds there is wrong.
        """
        where = real(folder)
        if where not in self._by_folder:
            self._by_folder[where] = self._settings_from(self._file_for(where))
        return self._by_folder[where]

    def _file_for(self, folder: Path) -> Path | None:
        """The given file; else the nearest upward of the document.

        Never that of where we are, which says nothing on documents that lie elsewhere.
        """
        return None if self.isolated else self.config or find_config(folder)

    def _settings_from(self, path: Path | None) -> Settings:
        if path not in self._by_file:
            layers = [self.command_line]
            if path is not None:
                layers.insert(0, read_config(path, self.rules, short(path)))
                self._tell_of_two(path)
            self._by_file[path] = Settings(self.rules, tuple(layers))
        return self._by_file[path]

    def _tell_of_two(self, path: Path) -> None:
        other = None if self.quiet or self.config else overlooked_by(path)
        if other is not None:
            names = f"{safe(short(path))} puts [tool.pmlint] in {safe(short(other))}"
            warn(f"{names} aside. Keep one of them.")


def short(path: Path) -> str:
    """*path* as seen from here, where it is not above."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def checked_config(path: str | None) -> Path | None:
    """The file of ``--config``.

    Raises:
        ConfigError: there is none.
    """
    if path is not None and not Path(path).is_file():
        raise ConfigError(f"--config: there is no file {path}. Check the path.")
    return None if path is None else Path(path)


WORKSPACE_OPTIONS = (
    "rule_folders",
    "select",
    "extend_select",
    "ignore",
    "severity",
    "min_confidence",
    "fail_on",
    "profile",
    "as_of",
    "isolated",
    "config_path",
)
"""The options of the command line that `workspace_of` reads."""


def workspace_of(given: Mapping[str, Any], *, quiet: bool = False) -> Workspace:
    """The workspace that the options *given* ask for; *quiet* if another tells of oddities.

    Raises:
        ConfigError: one of them is wrong.
        pmlint.registry.RuleFileError: a folder of house rules is broken.
        click.UsageError: two of them exclude each other.
    """
    rules = RuleSet(map(Path, given["rule_folders"]))
    if given["rule_folders"]:
        len(rules)  # a broken house rule is told of, whatever is in the cache
    raw = {
        "select": split(given["select"]),
        "extend-select": split(given["extend_select"]),
        "ignore": split(given["ignore"]),
        "severity": given["severity"],
        "min-confidence": given["min_confidence"],
        "fail-on": given["fail_on"],
        "profile": given["profile"],
        "as-of": given["as_of"],
    }
    if given["isolated"] and given["config_path"]:
        raise click.UsageError("--isolated and --config exclude each other. Take one of them.")
    config = checked_config(given["config_path"])
    return Workspace(rules, command_line_layer(raw, rules), config, given["isolated"], quiet)


class Choice(click.Choice[str]):
    """One of several words; an error names the nearest."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """*value* in lower case, or an error with the nearest choice."""
        if str(value).lower() not in self.choices:
            listed = ", ".join(map(str, self.choices))
            near = nearest(str(value), map(str, self.choices))
            self.fail(f'"{value}" is not one of {listed}.{near}', param, ctx)
        return str(value).lower()


rules_option = click.option(
    "--rules",
    "rule_folders",
    metavar="FOLDER",
    multiple=True,
    help="Load house rules from a folder, too. Can be repeated.",
)
config_option = click.option(
    "--config", "config_path", metavar="FILE", help="Use this configuration file."
)
isolated_option = click.option("--isolated", is_flag=True, help="Ignore all configuration files.")

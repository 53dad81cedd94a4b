"""``pmlint.toml``, ``[tool.pmlint]`` and the command line to `Settings`.

Every key is in `KEYS`, with its default and one sentence; what is not there is an
error that names the nearest key. A setting remembers where its value came from.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from pmlint.addresses import path_of
from pmlint.document import Profile, Topic
from pmlint.options import OptionError, convert_options
from pmlint.paths import lies_in, real, tree_around
from pmlint.patterns import Included, PatternError, check_pattern, compile_patterns
from pmlint.rule import Category, Rule, Severity
from pmlint.selection import Selection, matching, nearest, nearest_selector, select
from pmlint.source import SourceError, read_regular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = [
    "KEYS",
    "ConfigError",
    "Key",
    "Layer",
    "Settings",
    "find_config",
    "overlooked_by",
    "read_config",
]

CONFIG_NAMES = ("pmlint.toml", "pyproject.toml")
DEFAULT_INCLUDE = (
    "*.md",
    "*.markdown",
    "*.mdown",
    "*.mkd",
    "*.mdx",
    "*.qmd",
    "*.txt",
    "*.html.md.erb",
)
DEFAULT_EXCLUDE = (
    ".git/",
    ".hg/",
    ".svn/",
    ".tox/",
    ".nox/",
    ".venv/",
    "venv/",
    "node_modules/",
    "__pycache__/",
    ".*_cache/",
    ".pmlint-*",
    "*.egg-info/",
    "site-packages/",
    "CHANGELOG*",
    "CODE_OF_CONDUCT*",
    "CONTRIBUTING*",
    "LICENSE*",
    "requirements*.txt",
    "robots.txt",
)


class ConfigError(Exception):
    """A setting is wrong; the message says which, where, and what to write instead."""


class Key(Struct, frozen=True):
    """One configuration key: its default, and one sentence for users."""

    default: Any
    doc: str


KEYS: Mapping[str, Key] = {
    "select": Key(None, "Rules to run, by code, prefix, name, category or ALL."),
    "extend-select": Key((), "Rules to run besides those selected."),
    "ignore": Key((), "Rules not to run. The more specific selector wins."),
    "per-file-ignores": Key({}, "Rules not to run, by pattern of path; no selection undoes it."),
    "severity": Key({}, "Severity by rule: error, warning or info."),
    "min-severity": Key(Severity.INFO, "Findings below this severity are not shown."),
    "min-confidence": Key(0.0, "Findings below this confidence (0 to 1) are not shown."),
    "fail-on": Key(Severity.ERROR, "Findings from this severity up make the exit status 1."),
    "include": Key(
        DEFAULT_INCLUDE,
        "Patterns, as in .gitignore, of the files that are reviewed in folders, seen from the "
        "configuration's folder; large and small letters are alike. A folder "
        '("incidents/") stands for its Markdown and text files.',
    ),
    "exclude": Key(
        (),
        "Patterns, as in .gitignore, of files and folders that are passed over, seen from the "
        "configuration's folder.",
    ),
    "profile": Key(None, "ordinary, near-miss or security; otherwise told from the document."),
    "profiles": Key(
        {},
        "Profile by pattern of path, seen from the configuration's folder; the last pattern that "
        "matches wins.",
    ),
    "options": Key({}, "Options of a rule, by its name or code."),
    "aliases": Key({}, "Further headings, and the topic that each of them means."),
    "people": Key((), "Names that are a person's."),
    "systems": Key((), "Names that are a system's, however much they look like a person's."),
    "baseline": Key(
        None, "The file of findings that are known already, seen from the configuration's folder."
    ),
    "as-of": Key(None, "The day by which items are overdue."),
}


class Layer(Struct, frozen=True):
    """Values from one place, already checked: a file, or the command line.

    `origins` names the place of each key, such as ``pmlint.toml`` or ``--select``.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    root: Path | None = None

    @property
    def selection(self) -> Selection:
        """What this layer says on the choice of rules."""
        return Selection(
            self.values.get("select"),
            self.values.get("extend-select", ()),
            self.values.get("ignore", ()),
        )


class Settings(Struct, frozen=True, dict=True):
    """All settings for one folder of documents, and where each came from.

    `known_rules` are all that exist, `layers` the places of settings, the weightier
    last. Everything else follows from them.
    """

    known_rules: Sequence[Rule] = ()
    layers: tuple[Layer, ...] = ()

    def value(self, key: str) -> Any:
        """The value of *key*: tables are merged over the layers, others replaced."""
        found = [layer.values[key] for layer in self.layers if key in layer.values]
        if isinstance(KEYS[key].default, Mapping):
            return {name: value for table in found for name, value in table.items()}
        return found[-1] if found else KEYS[key].default

    def origin(self, key: str) -> str:
        """Where the value of *key* came from."""
        found = [layer.origins[key] for layer in self.layers if key in layer.origins]
        return found[-1] if found else "default"

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are run."""
        return select(self.known_rules, [layer.selection for layer in self.layers])

    @cached_property
    def _severities(self) -> dict[str, Severity]:
        """By code; a more specific selector goes before a wider one."""
        table: Mapping[str, Severity] = self.value("severity")
        by_width = sorted(table, key=lambda word: -len(matching(word, self.known_rules)))
        return {code: table[word] for word in by_width for code in matching(word, self.known_rules)}

    @cached_property
    def _options(self) -> dict[str, Any]:
        table: Mapping[str, Mapping[str, Any]] = self.value("options")
        return {
            rule.code: dataclasses.replace(rule.options, **table[rule.code])
            for rule in self.known_rules
            if rule.code in table
        }

    def severity_of(self, rule: Rule) -> Severity | None:
        """The severity that the configuration gives *rule*, if any."""
        return self._severities.get(rule.code)

    def options_of(self, rule: Rule) -> Any:
        """The options to run *rule* with."""
        return self._options.get(rule.code, rule.options)

    def reports(self, rule: Rule) -> bool:
        """Whether findings of *rule* (one of the engine's own) are wanted."""
        return not self.known_rules or rule in self.rules

    def shows(self, severity: Severity, confidence: float) -> bool:
        """Whether a finding is heavy and sure enough to be shown."""
        least: Severity = self.value("min-severity")
        return severity.rank >= least.rank and confidence >= self.value("min-confidence")

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of *severity* makes the exit status 1."""
        least: Severity | None = self.value("fail-on")
        return least is not None and severity.rank >= least.rank

    @property
    def aliases(self) -> Mapping[str, Topic]:
        """Further headings and what they mean."""
        table: Mapping[str, Topic] = self.value("aliases")
        return table

    @property
    def people(self) -> tuple[str, ...]:
        """Names that are a person's."""
        names: tuple[str, ...] = self.value("people")
        return names

    @property
    def systems(self) -> tuple[str, ...]:
        """Names that are a system's."""
        names: tuple[str, ...] = self.value("systems")
        return names

    @property
    def baseline(self) -> Path | None:
        """The file of known findings; a name in a configuration is seen from its folder.

        Raises:
            ConfigError: it lies outside of the repository. A stranger's configuration must not
                name what is read, or written by ``--write-baseline``, elsewhere.
        """
        for layer in reversed(self.layers):
            if "baseline" in layer.values:
                root = layer.root or Path()
                path = root / str(layer.values["baseline"])
                if not lies_in(path, tree_around(root)):
                    raise ConfigError(
                        f"baseline: {path} lies outside of the repository. Name it with --baseline."
                    )
                return path
        return None

    @property
    def as_of(self) -> dt.date | None:
        """The day by which items are overdue."""
        day: dt.date | None = self.value("as-of")
        return day

    @property
    def included(self) -> Included:
        """Which files of folders are reviewed."""
        return Included(self.value("include"), DEFAULT_INCLUDE)

    def profile_of(self, path: str) -> Profile | None:
        """The profile of the document at *path*, None to tell it from the document."""
        for layer, patterns in reversed(self._profile_patterns):
            chosen: list[Profile] = _matching(path, layer, patterns)
            if chosen:
                return chosen[-1]
            if "profile" in layer.values:
                named: Profile = layer.values["profile"]
                return named
        return None

    def ignored_in(self, path: str) -> frozenset[str]:
        """Codes of the rules that are not run on the document at *path*."""
        words: list[tuple[str, ...]] = [
            selectors
            for layer, patterns in self._ignore_patterns
            for selectors in _matching(path, layer, patterns)
        ]
        return frozenset(
            code for each in words for word in each for code in matching(word, self.known_rules)
        )

    @cached_property
    def _profile_patterns(self) -> list[_Patterns]:
        return [_patterns_of(layer, "profiles") for layer in self.layers]

    @cached_property
    def _ignore_patterns(self) -> list[_Patterns]:
        return [_patterns_of(layer, "per-file-ignores") for layer in self.layers]


_Patterns = tuple[Layer, "list[tuple[GitIgnoreSpec, Any]]"]
"""A place of settings, and what its patterns of paths mean."""


def _patterns_of(layer: Layer, key: str) -> _Patterns:
    table: Mapping[str, Any] = layer.values.get(key, {})
    return layer, [(compile_patterns([pattern]), value) for pattern, value in table.items()]


def _matching(path: str, layer: Layer, patterns: Sequence[tuple[GitIgnoreSpec, Any]]) -> list[Any]:
    """What those patterns mean that *path* matches, seen from their file's folder; in order."""
    if not patterns:
        return []
    name = relative(path_of(path), layer.root or Path())
    return [value for spec, value in patterns if spec.match_file(name)]


def relative(path: Path, root: Path) -> str:
    """*path* as seen from *root*, with forward slashes; its own name if outside."""
    try:
        return real(path).relative_to(real(root)).as_posix()
    except ValueError:
        return path.name


def find_config(folder: Path) -> Path | None:
    """The configuration file that holds for *folder*: the nearest upward.

    Raises:
        ConfigError: a file on the way is not TOML, or a link that leaves its repository.
    """
    start = real(folder)
    for parent in (start, *start.parents):
        for name in CONFIG_NAMES:
            path = parent / name
            if _is_ours(path) and (name == "pmlint.toml" or _table(path) is not None):
                return path
    return None


def overlooked_by(path: Path) -> Path | None:
    """The pyproject.toml whose settings a pmlint.toml at *path*, in the same folder, puts aside."""
    other = path.with_name("pyproject.toml")
    if path.name != "pmlint.toml":
        return None
    try:
        return other if _is_ours(other) and _table(other) is not None else None
    except ConfigError:
        return None  # it is not read for anything else either


def _is_ours(path: Path) -> bool:
    """Whether there is such a file, and no link by which a repository names another's."""
    if not os.path.isfile(path):  # noqa: PTH113 - `Path.is_file` raises where it may not look
        return False
    if path.is_symlink() and not lies_in(path, tree_around(path.parent)):
        raise ConfigError(f"{path}: is a link out of the repository. Name its target by --config.")
    return True


def read_config(path: Path, rules: Sequence[Rule], shown: str = "") -> Layer:
    """The values of a configuration file; *shown* is its name in messages.

    Raises:
        ConfigError: the file is not TOML, or a key or value is wrong.
    """
    name = shown or str(path)
    table = _table(path)
    if table is None:
        raise ConfigError(f"{name}: has no [tool.pmlint] table. Add one, or use pmlint.toml.")
    if "tool" in table and path.name != "pyproject.toml":
        raise ConfigError(
            f"{name}: keys stand at the top of this file: take the line [tool.pmlint] away. "
            "It is for pyproject.toml."
        )
    values = check_values(table, rules, f"{name}: ")
    return Layer(values, dict.fromkeys(_origin_keys(values), name), path.parent)


def check_values(
    table: Mapping[str, Any], rules: Sequence[Rule], where: str = ""
) -> dict[str, Any]:
    """A table of raw TOML values as typed ones. *where* begins each message.

    Raises:
        ConfigError: a key or value is wrong; names the nearest that is right.
    """
    values: dict[str, Any] = {}
    for key, raw in table.items():
        if key not in KEYS:
            raise ConfigError(f'{where}unknown key "{key}".{nearest(key, KEYS)}')
        values[key] = _READERS[key](raw, _Place(where, key, rules))
    both = set(values.get("people", ())) & set(values.get("systems", ()))
    if both:
        raise ConfigError(f'{where}"{min(both)}" is in both people and systems. Keep it in one.')
    if isinstance(values.get("severity"), Severity):
        values["min-severity"] = values.pop("severity")
    return values


def _origin_keys(values: Mapping[str, Any]) -> list[str]:
    options = values.get("options", {})
    fields = [f"options.{code}.{name}" for code, table in options.items() for name in table]
    severities = [f"severity.{word}" for word in values.get("severity", ())]
    return [*values, *fields, *severities]


def _table(path: Path) -> Mapping[str, Any] | None:
    """What a TOML file says to pmlint; None for a pyproject.toml that says nothing."""
    from pmlint.toml import loads  # many folders have no file to read

    try:
        content = loads(read_regular(path).decode("utf-8"))
    except (ValueError, RecursionError) as error:  # also of numbers with too many digits
        raise ConfigError(f"{path}: is not valid TOML: {error}. Correct the file.") from error
    except SourceError as error:
        raise ConfigError(f"{path}: {error}") from error
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool", {})
    found = tool.get("pmlint") if isinstance(tool, dict) else None
    if found is not None and not isinstance(found, dict):
        raise ConfigError(f"{path}: tool.pmlint is not a table. Write [tool.pmlint].")
    return found


class _Place(Struct, frozen=True):
    """Where a raw value stands, for messages, and the rules that it may name."""

    where: str
    key: str
    rules: Sequence[Rule]

    def error(self, problem: str) -> ConfigError:
        return ConfigError(f"{self.where}{self.key}: {problem}")

    def under(self, name: str) -> _Place:
        return _Place(self.where, f"{self.key}.{name}", self.rules)


def _words(raw: object, place: _Place) -> tuple[str, ...]:
    if not isinstance(raw, (list, tuple)) or not all(isinstance(word, str) for word in raw):
        raise place.error(f"expected a list of strings, got {_shown(raw)}.")
    return tuple(raw)


def _selectors(raw: object, place: _Place) -> tuple[str, ...]:
    words = _words(raw, place)
    for word in words:
        _known_selector(word, place)
    return words


def _known_selector(word: str, place: _Place) -> frozenset[str]:
    found = matching(word, place.rules)
    if not found and word.lower() not in _CATEGORIES:
        raise place.error(f'unknown rule "{word}".{nearest_selector(word, place.rules)}')
    return found


def _choice(raw: object, choices: Mapping[str, Any], place: _Place) -> Any:
    if not isinstance(raw, str) or raw.lower() not in choices:
        listed = ", ".join(choices)
        near = nearest(raw, choices) if isinstance(raw, str) else ""
        raise place.error(f"expected one of {listed}, got {_shown(raw)}.{near}")
    return choices[raw.lower()]


_CATEGORIES = frozenset(category.value for category in Category)
_SEVERITIES: Mapping[str, Severity] = {severity.value: severity for severity in Severity}
_PROFILES: Mapping[str, Profile] = {profile.value: profile for profile in Profile}
_FAIL_ON: Mapping[str, Severity | None] = {**_SEVERITIES, "never": None}
_TOPICS: Mapping[str, Topic] = {topic.value: topic for topic in Topic}


def _severity(raw: object, place: _Place) -> Any:
    return _choice(raw, _SEVERITIES, place)


def _severities(raw: object, place: _Place) -> Any:
    """A table of severities by rule; one word alone is the least severity shown."""
    if isinstance(raw, str):
        return _severity(raw, place)
    table = _mapping(raw, place)
    for word, value in table.items():
        _known_selector(word, place)
        _severity(value, place.under(word))
    return {word: _SEVERITIES[value.lower()] for word, value in table.items()}


def _fail_on(raw: object, place: _Place) -> Any:
    return _choice(raw, _FAIL_ON, place)


def _profile(raw: object, place: _Place) -> Any:
    return _choice(raw, _PROFILES, place)


def _share(raw: object, place: _Place) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not 0 <= raw <= 1:
        raise place.error(f"expected a number from 0 to 1, got {_shown(raw)}.")
    return float(raw)


def _file_name(raw: object, place: _Place) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise place.error(f"expected the name of a file, got {_shown(raw)}.")
    return raw


def _date(raw: object, place: _Place) -> dt.date:
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    try:
        return dt.date.fromisoformat(raw) if isinstance(raw, str) else _no_date()
    except ValueError as error:
        raise place.error(f"expected a date such as 2026-04-15, got {_shown(raw)}.") from error


def _no_date() -> dt.date:
    raise ValueError("not a date")


def _mapping(raw: object, place: _Place) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise place.error(f"expected a table, got {_shown(raw)}.")
    return raw


def _patterns(raw: object, place: _Place) -> tuple[str, ...]:
    words = _words(raw, place)
    for word in words:
        _check_pattern(word, place)
    return words


def _check_pattern(word: str, place: _Place) -> None:
    try:
        check_pattern(word)
    except PatternError as error:
        raise place.error(f'"{word}": {error}') from error


def _profiles(raw: object, place: _Place) -> dict[str, Profile]:
    table = _mapping(raw, place)
    for pattern in table:
        _check_pattern(pattern, place)
    return {pattern: _profile(value, place.under(pattern)) for pattern, value in table.items()}


def _ignores_by_file(raw: object, place: _Place) -> dict[str, tuple[str, ...]]:
    table = _mapping(raw, place)
    for pattern in table:
        _check_pattern(pattern, place)
    return {pattern: _selectors(value, place.under(pattern)) for pattern, value in table.items()}


def _aliases(raw: object, place: _Place) -> dict[str, Topic]:
    return {
        heading: _choice(_topic_word(value), _TOPICS, place.under(heading))
        for heading, value in _mapping(raw, place).items()
    }


def _topic_word(value: object) -> object:
    """Topics may be written as in a key: ``action-items``."""
    return value.replace("-", " ").replace("_", " ") if isinstance(value, str) else value


def _options(raw: object, place: _Place) -> dict[str, dict[str, Any]]:
    """Options by the code of their rule, checked against the rule's dataclass."""
    by_name = {key: rule for rule in place.rules for key in (rule.code, rule.name)}
    checked: dict[str, dict[str, Any]] = {}
    for word, table in _mapping(raw, place).items():
        inner = place.under(word)
        rule = by_name.get(word) or by_name.get(word.upper()) or by_name.get(word.lower())
        if rule is None:
            raise place.error(f'unknown rule "{word}".{nearest(word, by_name)}')
        try:
            values = convert_options(rule.options, _mapping(table, inner))
        except OptionError as error:
            raise inner.error(str(error)) from error
        checked.setdefault(rule.code, {}).update(values)
    return checked


def _shown(raw: object) -> str:
    return f'"{raw}"' if isinstance(raw, str) else f"{raw!r}"


_READERS: Mapping[str, Callable[[Any, _Place], Any]] = {
    "select": _selectors,
    "extend-select": _selectors,
    "ignore": _selectors,
    "per-file-ignores": _ignores_by_file,
    "severity": _severities,
    "min-severity": _severity,
    "min-confidence": _share,
    "fail-on": _fail_on,
    "include": _patterns,
    "exclude": _patterns,
    "profile": _profile,
    "profiles": _profiles,
    "options": _options,
    "aliases": _aliases,
    "people": _words,
    "systems": _words,
    "baseline": _file_name,
    "as-of": _date,
}

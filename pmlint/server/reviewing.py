"""One review of one text, with the settings that hold where it stands.

Nothing here knows the protocol. A review runs in a worker thread and never raises: what goes
wrong is part of its result.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from pmlint.baseline import BaselineError, read_baseline
from pmlint.classifier import ModelError
from pmlint.config import DEFAULT_EXCLUDE, DEFAULT_INCLUDE, ConfigError, Settings
from pmlint.config import relative as seen_from
from pmlint.engine import Findings, review
from pmlint.fixes import Fixed, fix_all
from pmlint.patterns import Included, compile_patterns
from pmlint.rule import Rule
from pmlint.source import MAX_BYTES, Source, SourceError

__all__ = ["BOM", "Policy", "Reviewed", "Reviewer", "Snapshot"]

logger = logging.getLogger(__name__)

BOM = "\ufeff"
"""Stands before the text in some editors; files are read without it, so offsets are, too."""


class Policy(Protocol):
    """Which settings hold where."""

    def settings(self, folder: Path) -> Settings:
        """Settings for the documents in *folder*.

        Raises:
            ConfigError: the configuration that holds there is wrong.
        """


class Snapshot(Struct, frozen=True):
    """An open document at one moment, with all that is unsaved.

    `path` is where it is, or would be if it were saved. `folders` are those of the workspace.
    """

    uri: str
    version: int | None
    text: str
    path: Path
    folders: tuple[Path, ...] = ()

    @property
    def source(self) -> Source:
        """The text as a file's would be read: without a byte order mark."""
        return Source(str(self.path), self.text.removeprefix(BOM))


class Reviewed(Struct, frozen=True):
    """What was found in `snapshot`. `error` says why there was no review at all.

    `settings` None means that the document is none to be reviewed, or that they are wrong.
    """

    snapshot: Snapshot
    source: Source
    settings: Settings | None = None
    findings: Findings = field(default_factory=Findings)
    error: str = ""

    @property
    def known_rules(self) -> Sequence[Rule]:
        """All rules that exist, selected or not; none where there was no review."""
        return self.settings.known_rules if self.settings else ()


class Reviewer:
    """Reviews texts. One process has one, and the models are loaded once."""

    def __init__(self, make_policy: Callable[[], Policy]) -> None:
        """*make_policy* reads all configuration afresh."""
        self._make_policy = make_policy
        self._policy = make_policy()
        self._settled = False

    def reload(self) -> None:
        """Forget all settings: they are read anew where they are needed."""
        self._policy = self._make_policy()

    def review(self, snapshot: Snapshot) -> Reviewed:
        """What the rules find in *snapshot*; nothing if the configuration passes it over."""
        source = snapshot.source
        try:
            settings = self._policy.settings(snapshot.path.parent)
            if not _in_scope(snapshot, settings):
                return Reviewed(snapshot, source)
            if len(source.text) > MAX_BYTES:
                return Reviewed(snapshot, source, error="the text is too long to be reviewed.")
            found = _found(source, settings.rules, settings)
            self._settle()
            return Reviewed(snapshot, source, settings, found)
        except (ConfigError, ModelError) as error:
            return Reviewed(snapshot, source, error=str(error) if _usual(snapshot) else "")
        except Exception as error:
            logger.exception("the review of %s failed", snapshot.uri)
            message = f"internal error: {type(error).__name__}: {error}. Please report this."
            return Reviewed(snapshot, source, error=message)

    def _settle(self) -> None:
        """Have the collector pass over what the first review has loaded: it stays anyway."""
        if not self._settled:
            self._settled = True
            gc.collect()
            gc.freeze()

    def fixed(self, reviewed: Reviewed) -> Fixed:
        """The text of *reviewed* with every fix made that there is."""
        settings = reviewed.settings
        if settings is None:
            return Fixed(reviewed.source.text, ())
        rules = [rule for rule in settings.rules if rule.fixable]
        return fix_all(reviewed.source, lambda source: _found(source, rules, settings).findings)


def _found(source: Source, rules: Sequence[Rule], settings: Settings) -> Findings:
    """The findings of *rules* that are not in the baseline.

    Raises:
        ConfigError: there is a baseline, and it cannot be read.
    """
    found = review(source, rules, settings)
    path = settings.baseline
    if path is None:
        return found
    try:
        text = Source.from_path(path, str(path)).text
        baseline = read_baseline(text, path.resolve().parent)
    except (OSError, SourceError, BaselineError) as error:
        raise ConfigError(f"{path}: the baseline cannot be read: {error}.") from error
    return baseline.applied(found)


def _in_scope(snapshot: Snapshot, settings: Settings) -> bool:
    """Whether a search of its folder would come to the document."""
    path = snapshot.path
    root = _root(snapshot, settings)
    inner = seen_from(path, root)
    exclude = compile_patterns((*DEFAULT_EXCLUDE, *settings.value("exclude")))
    folders = [f"{folder}/" for folder in Path(inner).parents if folder != Path()]
    excluded = any(exclude.match_file(name) for name in (inner, *folders))
    return not excluded and settings.included.takes(inner)


def _root(snapshot: Snapshot, settings: Settings) -> Path:
    """What patterns are relative to: the configuration's folder, else the workspace's."""
    keys = ("exclude", "include")
    roots = [layer.root for key in keys for layer in settings.layers if key in layer.values]
    around = [folder for folder in snapshot.folders if folder in snapshot.path.parents]
    return _first(roots) or _innermost(around) or snapshot.path.parent


def _first(paths: Iterable[Path | None]) -> Path | None:
    return next((path for path in paths if path is not None), None)


def _innermost(folders: Iterable[Path]) -> Path | None:
    return max(folders, key=lambda folder: len(folder.parts), default=None)


def _usual(snapshot: Snapshot) -> bool:
    """Whether the document is of a kind that pmlint reviews unless told otherwise."""
    return Included(DEFAULT_INCLUDE, DEFAULT_INCLUDE).takes(snapshot.path.name)

"""Which files a review is about: those given, and what folders hold.

Folders are searched as ruff does it: ``.gitignore`` files and the excludes hold,
links to folders are not followed, and a file that is named itself is always taken.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pmlint.cli.workspace import Workspace
from pmlint.config import DEFAULT_EXCLUDE, compile_patterns
from pmlint.engine import Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["Found", "Target", "collect"]

STDIN = "-"


@dataclass(frozen=True)
class Target:
    """A document to review: its name as the user gave it, and where it is.

    `path` None is standard input.
    """

    name: str
    path: Path | None


@dataclass
class Found:
    """Documents in order, each once, and folders that could not be read."""

    targets: list[Target] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def add(self, target: Target) -> None:
        """Take *target*, unless its file is there already."""
        key = STDIN if target.path is None else os.path.realpath(target.path)
        if key not in self._known:
            self._known.add(key)
            self.targets.append(target)


def collect(
    paths: Sequence[str], workspace: Workspace, *, stdin_name: str, force_exclude: bool
) -> Found:
    """What *paths* (files, folders, ``-``) mean, in the order given.

    With *force_exclude* the excludes hold for named files, too. *stdin_name* stands
    for the file that standard input comes from.
    """
    found = Found()
    for name in paths:
        path = Path(stdin_name if name == STDIN else name)
        if name == STDIN:
            if not (force_exclude and excluded(path, workspace)):
                found.add(Target(stdin_name, None))
        elif path.is_dir():
            for target in _Walk(name, workspace, found).targets():
                found.add(target)
        elif not (force_exclude and excluded(path, workspace)):
            found.add(Target(name, path))
    return found


def excluded(path: Path, workspace: Workspace) -> bool:
    """Whether the configuration excludes a file that was named itself, or its folder."""
    patterns = _Patterns.of(path.parent, workspace)
    whole = patterns.root / patterns.relative(path.resolve())
    inside = [parent for parent in whole.parents if patterns.root in parent.parents]
    return patterns.excludes(whole, folder=False) or any(
        patterns.excludes(parent, folder=True) for parent in inside
    )


@dataclass(frozen=True)
class _Patterns:
    """Include and exclude patterns, and the folder that they are relative to."""

    root: Path
    include: GitIgnoreSpec
    exclude: GitIgnoreSpec

    @classmethod
    def of(cls, folder: Path, workspace: Workspace) -> _Patterns:
        settings = workspace.settings(folder)
        roots = [layer.root for layer in settings.layers if layer.origins.get("exclude")]
        roots += [layer.root for layer in settings.layers if layer.origins.get("include")]
        root = roots[0] if roots and roots[0] else folder
        exclude = (*DEFAULT_EXCLUDE, *settings.value("exclude"))
        return cls(root.resolve(), _spec(settings.value("include")), _spec(exclude))

    def relative(self, path: Path) -> str:
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name

    def includes(self, path: Path) -> bool:
        return self.include.match_file(self.relative(path))

    def excludes(self, path: Path, *, folder: bool) -> bool:
        return self.exclude.match_file(self.relative(path) + ("/" if folder else ""))


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return compile_patterns(patterns)


class _Walk:
    """The search of one folder."""

    def __init__(self, name: str, workspace: Workspace, found: Found) -> None:
        self._name = name
        self._root = Path(name).resolve()
        self._workspace = workspace
        self._found = found

    def targets(self) -> Iterator[Target]:
        yield from self._folder(self._root, tuple(_ignores_above(self._root)))

    def _folder(self, folder: Path, ignores: tuple[_Ignore, ...]) -> Iterator[Target]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            message = f"this folder cannot be read: {error.strerror}. Check its permissions."
            self._found.problems.append(Problem(self._shown(folder), message))
            return
        here = (*ignores, *_ignore_file(folder / ".gitignore", folder))
        patterns = self._patterns(folder)
        for entry in entries:
            path = Path(entry.path)
            is_folder = entry.is_dir(follow_symlinks=False)
            if patterns.excludes(path, folder=is_folder) or _ignored(path, is_folder, here):
                continue
            if is_folder:
                yield from self._folder(path, here)
            elif patterns.includes(path) and entry.is_file():
                yield Target(self._shown(path), path)

    def _patterns(self, folder: Path) -> _Patterns:
        patterns = _Patterns.of(folder, self._workspace)
        if patterns.root == folder:  # no configuration: patterns hold from where we began
            return _Patterns(self._root, patterns.include, patterns.exclude)
        return patterns

    def _shown(self, path: Path) -> str:
        """*path* as the user would write it: below the folder that was given."""
        inner = path.relative_to(self._root).as_posix()
        if self._name in (".", "./"):
            return inner
        return self._name if inner == "." else f"{self._name.rstrip('/')}/{inner}"


@dataclass(frozen=True)
class _Ignore:
    """One ``.gitignore`` and the folder that it stands in."""

    folder: Path
    spec: GitIgnoreSpec

    def verdict(self, path: Path, *, is_folder: bool) -> bool | None:
        """True: ignored, False: taken back in, None: nothing said."""
        inner = path.relative_to(self.folder).as_posix()
        return self.spec.check_file(inner + ("/" if is_folder else "")).include


def _ignored(path: Path, is_folder: bool, ignores: tuple[_Ignore, ...]) -> bool:
    """As git decides it: the innermost file that says anything."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _ignores_above(folder: Path) -> Iterator[_Ignore]:
    """What the repository around *folder* ignores, from its root down to *folder*."""
    root = next((path for path in (folder, *folder.parents) if (path / ".git").exists()), None)
    if root is None:
        return
    yield from _ignore_file(root / ".git" / "info" / "exclude", root)
    between = [path for path in folder.parents if path == root or root in path.parents]
    for path in reversed(between):
        yield from _ignore_file(path / ".gitignore", path)


def _ignore_file(path: Path, folder: Path) -> Iterator[_Ignore]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    yield _Ignore(folder, compile_patterns(lines))

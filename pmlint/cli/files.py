"""Which files a review is about: those given, and what folders hold.

Folders are searched as ruff does it: ``.gitignore`` files and the excludes hold,
links to folders are not followed, and a file that is named itself is always taken.
Nor is a link to a file followed that leads to what the search could not have come to:
a stranger's repository must not choose which of our files are quoted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct, field
from msgspec.structs import replace

from pmlint.addresses import folder_of, is_address
from pmlint.cli.output import warn
from pmlint.cli.workspace import Workspace
from pmlint.config import DEFAULT_EXCLUDE
from pmlint.engine import Problem
from pmlint.formats.terminal import safe
from pmlint.paths import lies_in, real, tree_around
from pmlint.patterns import Included, compile_lines, compile_patterns
from pmlint.quarterly import REPORT_HEAD, is_report
from pmlint.source import SourceError, read_regular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = [
    "STDIN",
    "Found",
    "Patterns",
    "Target",
    "Walk",
    "collect",
    "excluded",
    "is_written_report",
]

STDIN = "-"
_DEEPEST = 100  # folders in one another that are searched


class Target(Struct, frozen=True):
    """A document to review: its name as the user gave it, and where it is.

    `path` None is standard input, or what only its address names.
    """

    name: str
    path: Path | None
    address: str = ""

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.path is None and not self.address

    @property
    def folder(self) -> Path:
        """The folder whose configuration holds for it: in a store, that of where we are."""
        return folder_of(self.name) if self.path is None else self.path.parent


class Found(Struct):
    """Documents in order, each once, and folders that could not be read."""

    targets: list[Target] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def add(self, target: Target) -> None:
        """Take *target*, unless its file is there already."""
        key = target.address or STDIN if target.path is None else os.path.realpath(target.path)
        if key not in self._known:
            self._known.add(key)
            self.targets.append(target)


def collect(
    paths: Sequence[str], workspace: Workspace, *, stdin_name: str, force_exclude: bool
) -> Found:
    """What *paths* (files, folders, addresses, ``-``) mean, in the order given.

    With *force_exclude* the configuration's patterns hold for named files, too. *stdin_name* stands
    for the file that standard input comes from.

    Raises:
        click.UsageError: standard input has a name, and is not read.
    """
    if stdin_name != STDIN and STDIN not in paths:
        raise click.UsageError("--stdin-filename names what is read from -. Add - to the paths.")
    found = Found()
    for name in paths:
        if is_address(name):
            from pmlint.cli.addressed import addressed  # it needs this module

            for target in addressed(name, workspace, found, force_exclude=force_exclude):
                found.add(target)
            continue
        path = Path(stdin_name if name == STDIN else name)
        if name == STDIN:
            if not (force_exclude and excluded(path, workspace)):
                found.add(Target(stdin_name, None))
        elif os.path.isdir(path):  # noqa: PTH112 - `Path.is_dir` raises for long names
            for target in Walk(name, path, workspace, found).targets():
                found.add(target)
        elif not (force_exclude and excluded(path, workspace)):
            found.add(Target(name, path))
    return found


def excluded(path: Path, workspace: Workspace) -> bool:
    """Whether the configuration excludes a file that was named itself, or its folder.

    Nor is one wanted that its ``include`` leaves out: then a hook, which names what a commit
    touches, reviews what a search would have come to.
    """
    patterns = Patterns.of(path.parent, workspace)
    whole = patterns.root / patterns.relative(real(path))
    inside = [parent for parent in whole.parents if patterns.root in parent.parents]
    if patterns.narrowed and not patterns.includes(whole):
        return True
    return patterns.excludes(whole, folder=False) or any(
        patterns.excludes(parent, folder=True) for parent in inside
    )


class Patterns(Struct, frozen=True):
    """Include and exclude patterns, and the folder that they are relative to."""

    root: Path
    include: Included
    exclude: GitIgnoreSpec
    narrowed: bool = False
    """Whether the configuration says what is included."""

    @classmethod
    def of(cls, folder: Path, workspace: Workspace) -> Patterns:
        """Those that hold for *folder*."""
        settings = workspace.settings(folder)
        roots = [layer.root for layer in settings.layers if layer.origins.get("exclude")]
        roots += [layer.root for layer in settings.layers if layer.origins.get("include")]
        root = roots[0] if roots and roots[0] else folder
        exclude = (*DEFAULT_EXCLUDE, *settings.value("exclude"))
        narrowed = settings.origin("include") != "default"
        return cls(real(root), settings.included, _spec(exclude), narrowed)

    def relative(self, path: Path) -> str:
        """*path* as seen from `root`; its own name if outside."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name

    def includes(self, path: Path) -> bool:
        """Whether the file *path* is included."""
        return self.includes_name(self.relative(path))

    def excludes(self, path: Path, *, folder: bool) -> bool:
        """Whether *path* is excluded."""
        return self.excludes_name(self.relative(path), folder=folder)

    def includes_name(self, inner: str) -> bool:
        """Whether the file *inner*, as seen from `root` or from an address, is included."""
        return self.include.takes(inner)

    def excludes_name(self, inner: str, *, folder: bool = False) -> bool:
        """Whether *inner*, as seen from `root` or from an address, is excluded."""
        return self.exclude.match_file(inner + ("/" if folder else ""))

    def passes_over_name(self, inner: str) -> bool:
        """Whether the file *inner*, which was named itself, is not wanted."""
        return self.excludes_name(inner) or (self.narrowed and not self.includes_name(inner))


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return compile_patterns(patterns)


class Walk:
    """The search of one folder."""

    def __init__(self, name: str, path: Path, workspace: Workspace, found: Found) -> None:
        self._name = name
        self._root = real(path)
        self._tree = tree_around(self._root)
        self._workspace = workspace
        self._found = found

    def targets(self) -> Iterator[Target]:
        """The files below, by folder and name; without recursion, which deep trees would break."""
        ignores = tuple(_ignores_above(self._root, self._tree))
        levels = [self._entries(self._root, ignores)]
        while levels:
            found = next(levels[-1], None)
            if found is None:
                levels.pop()
            elif isinstance(found, Target):
                yield found
            elif len(levels) < _DEEPEST:
                levels.append(self._entries(found.path, found.ignores))
            else:
                message = f"this folder lies more than {_DEEPEST} deep, so it was not searched."
                self._found.problems.append(Problem(self._shown(found.path), message))

    def _entries(self, folder: Path, ignores: tuple[_Ignore, ...]) -> Iterator[Target | _Folder]:
        """The documents and folders of *folder*, by name."""
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
                yield _Folder(path, here)
            elif patterns.includes(path) and self._is_document(entry):
                yield Target(self._shown(path), path)

    def _is_document(self, entry: os.DirEntry[str]) -> bool:
        """Whether it is a file that a person wrote, and no link that must not be followed.

        Such a link is told of.
        """
        if not os.path.isfile(entry):  # noqa: PTH113 - `entry.is_file` raises for links in a circle
            return False
        if not entry.is_symlink() or self._may_follow(Path(entry.path)):
            return not is_written_report(Path(entry.path))
        name = safe(self._shown(Path(entry.path)))
        warn(f"{name}: this link leads out of what is reviewed, and is passed over.")
        return False

    def _may_follow(self, link: Path) -> bool:
        """Whether a search of the repository could come to the file that *link* leads to."""
        file = real(link)
        if not lies_in(file, self._tree):
            return False
        patterns = self._patterns(file.parent)
        ignores = tuple(_ignores_above(file.parent, self._tree, itself=True))
        inside = [parent for parent in file.parents if self._tree in parent.parents]
        return not any(
            patterns.excludes(path, folder=is_folder)
            or _ignored(path, is_folder, [one for one in ignores if one.folder in path.parents])
            for path, is_folder in [(file, False), *((parent, True) for parent in inside)]
        )

    def _patterns(self, folder: Path) -> Patterns:
        patterns = Patterns.of(folder, self._workspace)
        if patterns.root == folder:  # no configuration: patterns hold from where we began
            return replace(patterns, root=self._root)
        return patterns

    def _shown(self, path: Path) -> str:
        """*path* as the user would write it: below the folder that was given."""
        inner = path.relative_to(self._root).as_posix()
        if self._name in (".", "./"):
            return inner
        return self._name if inner == "." else f"{self._name.rstrip('/')}/{inner}"


def is_written_report(path: Path) -> bool:
    """Whether *path* is what ``pmlint report`` has written, in Markdown or as plain text."""
    try:
        return is_report(read_regular(path, REPORT_HEAD))
    except SourceError:
        return False


class _Folder(Struct, frozen=True):
    """A folder to be searched, and what the ``.gitignore`` files above it say."""

    path: Path
    ignores: tuple[_Ignore, ...]


class _Ignore(Struct, frozen=True):
    """One ``.gitignore`` and the folder that it stands in."""

    folder: Path
    spec: GitIgnoreSpec

    def verdict(self, path: Path, *, is_folder: bool) -> bool | None:
        """True: ignored, False: taken back in, None: nothing said."""
        inner = path.relative_to(self.folder).as_posix()
        return self.spec.check_file(inner + ("/" if is_folder else "")).include


def _ignored(path: Path, is_folder: bool, ignores: Sequence[_Ignore]) -> bool:
    """As git decides it: the innermost file that says anything."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _ignores_above(folder: Path, root: Path, *, itself: bool = False) -> Iterator[_Ignore]:
    """What the repository at *root* ignores, down to *folder*, with its own file if *itself*."""
    yield from _ignore_file(root / ".git" / "info" / "exclude", root)
    above = (folder, *folder.parents) if itself else folder.parents
    for path in reversed([path for path in above if path == root or root in path.parents]):
        yield from _ignore_file(path / ".gitignore", path)


def _ignore_file(path: Path, folder: Path) -> Iterator[_Ignore]:
    """What a file ignores, if it is one: like git, a link is not followed."""
    if path.is_symlink():
        return
    try:
        text = read_regular(path).decode("utf-8", "replace")
    except SourceError:
        return
    yield _Ignore(folder, compile_lines(text.splitlines()))

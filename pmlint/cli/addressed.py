"""Addresses on the command line (``s3://bucket/reviews``, ``file:///a/*/b.md``) to documents.

What holds for folders holds for them: patterns that include and exclude, names in order, each
document once. ``file://`` is searched as a folder is, with ``.gitignore`` and the care for links.
Others are listed folder by folder, so that what is excluded is not listed at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from pmlint.addresses import AddressError, file_system, local_path, scheme_of
from pmlint.cli.files import Found, Patterns, Target, Walk, excluded
from pmlint.cli.workspace import Workspace
from pmlint.engine import Problem
from pmlint.patterns import PatternError, check_pattern, compile_patterns

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["addressed"]

_DEEPEST = 100  # folders in one another that are listed
_MAGIC = "*?["
_ANY_DEPTH = "**"


def addressed(
    name: str, workspace: Workspace, found: Found, *, force_exclude: bool
) -> Iterator[Target]:
    """The documents that the address *name* means; problems are added to *found*.

    Raises:
        click.ClickException: it is no address that can be read here.
    """
    try:
        base, pattern = _split(name)
        glob = _Glob.of(pattern)
        path = local_path(base)
        if path is None:
            yield from _stored(base, glob, workspace, found, force_exclude=force_exclude)
        else:
            yield from _local(base, path, glob, workspace, found, force_exclude=force_exclude)
    except (AddressError, PatternError) as error:
        raise click.ClickException(str(error)) from error


def _split(name: str) -> tuple[str, str]:
    """What an address begins with, and the pattern in it, from the first folder with a star."""
    scheme, mark, rest = name.partition("://")
    parts = rest.split("/")
    first = next((at for at, part in enumerate(parts) if set(part) & set(_MAGIC)), len(parts))
    return f"{scheme}{mark}{'/'.join(parts[:first])}", "/".join(parts[first:])


class _Glob(Struct, frozen=True):
    """A pattern of paths below an address; an empty one takes all.

    As where a shell expands it, a folder that it names means what is in it.
    """

    parts: tuple[str, ...]
    spec: GitIgnoreSpec | None

    @classmethod
    def of(cls, pattern: str) -> _Glob:
        if not pattern:
            return cls((), None)
        try:
            check_pattern(f"/{pattern}")
        except PatternError as error:
            raise PatternError(f"{pattern}: {error}") from error
        return cls(tuple(pattern.split("/")), compile_patterns([f"/{pattern}"]))

    def takes(self, inner: str) -> bool:
        return self.spec is None or self.spec.match_file(inner)

    def may_hold(self, inner: str) -> bool:
        """Whether the folder *inner* can hold something that is taken."""
        for wanted, part in zip(self.parts, inner.split("/"), strict=False):
            if wanted == _ANY_DEPTH:
                break
            if not fnmatchcase(part, wanted):
                return False
        return True


def _local(
    base: str, path: Path, glob: _Glob, workspace: Workspace, found: Found, *, force_exclude: bool
) -> Iterator[Target]:
    if not path.is_dir():
        if not (force_exclude and excluded(path, workspace)):
            yield Target(base, path, f"file://{path.as_posix()}")
        return
    for target in Walk(base, path, workspace, found).targets():
        if target.path and glob.takes(target.name.removeprefix(base).lstrip("/")):
            yield Target(target.name, target.path, f"file://{target.path.as_posix()}")


def _stored(
    base: str, glob: _Glob, workspace: Workspace, found: Found, *, force_exclude: bool
) -> Iterator[Target]:
    system, path = file_system(base)
    patterns = Patterns.of(Path(), workspace)
    try:
        is_folder = bool(glob.parts) or system.isdir(path)
    except Exception as error:
        found.problems.append(Problem(base, _cannot("be looked at", error)))
        return
    if is_folder:
        yield from _Listing(base, path, system, glob, patterns, found).targets()
    elif not (force_exclude and patterns.passes_over_name(path)):
        yield Target(base, None, _address(base, path))


def _address(name: str, path: str) -> str:
    """What *path* is called whoever names it, as ``memory://a`` and ``memory:///a`` are one."""
    return f"{scheme_of(name)}://{path}"


def _cannot(what: str, error: Exception) -> str:
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return f"this address cannot {what}: {words}. Check the address and your rights."


class _Listing(Struct):
    """The search of one folder of a store."""

    base: str
    path: str
    system: Any
    glob: _Glob
    patterns: Patterns
    found: Found

    def targets(self) -> Iterator[Target]:
        """Documents by name, as a folder here is searched."""
        levels = [self._entries("")]
        while levels:
            entry = next(levels[-1], None)
            if entry is None:
                levels.pop()
            elif isinstance(entry, Target):
                yield entry
            elif len(levels) < _DEEPEST:
                levels.append(self._entries(entry))
            else:
                message = f"this folder lies more than {_DEEPEST} deep, so it was not searched."
                self.found.problems.append(Problem(self._name(entry), message))

    def _entries(self, folder: str) -> Iterator[Target | str]:
        """The documents of *folder*, and the names of the folders in it."""
        for name, entry in self._listed(folder):
            inner = f"{folder}/{name}".lstrip("/")
            is_folder = entry["type"] == "directory"
            if self.patterns.excludes_name(inner, folder=is_folder):
                continue
            if is_folder and self.glob.may_hold(inner):
                yield inner
            elif entry["type"] == "file" and self._takes(inner) and not entry.get("islink"):
                yield Target(self._name(inner), None, _address(self.base, self._path(inner)))

    def _takes(self, inner: str) -> bool:
        return self.patterns.includes_name(inner) and self.glob.takes(inner)

    def _listed(self, folder: str) -> Iterable[tuple[str, dict[str, Any]]]:
        path = self._path(folder)
        try:
            entries = self.system.ls(path, detail=True)
            self.system.invalidate_cache(path)  # stores keep listings, and ours may be long
        except Exception as error:
            self.found.problems.append(Problem(self._name(folder), _cannot("be listed", error)))
            return []
        named = [(str(one["name"]).rstrip("/").rpartition("/")[2], one) for one in entries]
        here = path.rstrip("/")
        return sorted(
            # A store may list the folder in itself.
            (pair for pair in named if pair[0] and str(pair[1]["name"]).rstrip("/") != here),
            key=lambda pair: pair[0],
        )

    def _path(self, inner: str) -> str:
        return f"{self.path.rstrip('/')}/{inner}" if inner else self.path

    def _name(self, inner: str) -> str:
        """The address as the user would write it."""
        return f"{self.base.rstrip('/')}/{inner}" if inner else self.base

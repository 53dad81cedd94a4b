"""Where a path really leads: what a stranger's repository names must lie inside of it."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["FromTop", "is_repository", "lies_in", "real", "tree_around"]


def real(path: Path) -> Path:
    """*path* without links; where they lead in a circle, as far as that can be told.

    `Path.resolve` raises for circles, before Python 3.13.
    """
    return Path(os.path.realpath(path))


def is_repository(folder: Path) -> bool:
    """Whether *folder* is the top of a repository."""
    return os.path.lexists(folder / ".git")


def tree_around(folder: Path) -> Path:
    """The repository that *folder* belongs to; *folder* itself if it belongs to none."""
    start = real(folder)
    return next(filter(is_repository, (start, *start.parents)), start)


class FromTop:
    """Names of files as seen from the top of their repository, as a service that shows it has them.

    That is the repository that we are in; of a file outside of it its own. What lies in none, and
    what is no name of a file, keeps its name.
    """

    def __init__(self) -> None:
        self._here = tree_around(Path())
        self._prefixes: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """*name*, which is seen from here, as seen from the top."""
        folder, file = os.path.split(name)
        if folder not in self._prefixes:
            self._prefixes[folder] = self._prefix(folder)
        return f"{self._prefixes[folder]}{file}"

    def _prefix(self, folder: str) -> str:
        """What stands before the name of a file in *folder*."""
        whole = real(Path(folder))
        ours = is_repository(self._here) and lies_in(whole, self._here)
        top = self._here if ours else tree_around(whole)
        if not is_repository(top):
            return os.path.join(folder, "")  # noqa: PTH118 - an empty folder stays empty
        inner = whole.relative_to(top).as_posix()
        return "" if inner == "." else f"{inner}/"


def lies_in(path: Path, tree: Path) -> bool:
    """Whether *path*, with all links followed, is *tree* or something in it."""
    whole, root = real(path), real(tree)
    return root == whole or root in whole.parents

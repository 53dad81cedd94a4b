"""Where a path really leads: what a stranger's repository names must lie inside of it."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["lies_in", "real", "tree_around"]


def real(path: Path) -> Path:
    """*path* without links; where they lead in a circle, as far as that can be told.

    `Path.resolve` raises for circles, before Python 3.13.
    """
    return Path(os.path.realpath(path))


def tree_around(folder: Path) -> Path:
    """The repository that *folder* belongs to; *folder* itself if it belongs to none."""
    start = real(folder)
    return next((one for one in (start, *start.parents) if os.path.lexists(one / ".git")), start)


def lies_in(path: Path, tree: Path) -> bool:
    """Whether *path*, with all links followed, is *tree* or something in it."""
    whole, root = real(path), real(tree)
    return root == whole or root in whole.parents

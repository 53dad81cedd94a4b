"""Where pmlint keeps what the next run can use, and how a file there is replaced.

The folder is the user's, never one of the repository that is linted: what a stranger commits
there must not be believed. (`platformdirs` knows more systems, and takes as long to import as
a review that finds its result here.)
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

__all__ = ["OURS", "cache_folder", "replace_file", "use_no_cache"]

OURS = ("results.", "regexes-", ".regexes-")
"""How the names of the files there begin: the folder may be shared if its user named it."""
_OFF = False
_VARIABLE = "PMLINT_CACHE_DIR"


def use_no_cache() -> None:
    """Neither read nor write anything there in this process."""
    global _OFF
    _OFF = True


def cache_folder() -> Path | None:
    """The folder, which need not exist yet; None if there is to be none.

    ``PMLINT_CACHE_DIR`` names it; set to nothing, it turns the cache off.
    """
    if _OFF:
        return None
    named = os.environ.get(_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    try:
        return _base() / "pmlint"
    except RuntimeError:  # no home folder
        return None


def _base() -> Path:
    """The system's folder for what can be made again."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME")
    return Path(named) if named else Path.home() / ".cache"


def replace_file(path: Path, data: bytes) -> None:
    """Write *data* to *path* at once: who reads meets the old file or the new one, whole.

    Raises:
        OSError: it cannot be written; no part of it is left behind.
    """
    import tempfile  # here, as a run that finds everything in the cache writes nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise

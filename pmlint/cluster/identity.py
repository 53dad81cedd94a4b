"""What pmlint is on this machine, to be compared with what it is on another one."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

import pmlint
from pmlint.classifier import builtin_classifier
from pmlint.registry import builtin_folder

__all__ = ["Identity", "difference", "identity"]

_DATA = {".py", ".txt"}


class Identity(Struct, frozen=True):
    """Versions, and digests of the code and of the models' manifest."""

    version: str
    python: str
    code: str
    models: str


@lru_cache(maxsize=1)
def identity() -> Identity:
    """That of this process. A wheel and a checkout of the same commit have the same one.

    Raises:
        pmlint.classifier.ModelError, pmlint.registry.RuleFileError: the installation is broken.
    """
    total = hashlib.sha256()
    for name, path in sorted(_files()):
        data = path.read_bytes()
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    manifest = repr(sorted(builtin_classifier().manifest.items()))
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    models = hashlib.sha256(manifest.encode()).hexdigest()
    return Identity(pmlint.__version__, python, total.hexdigest(), models)


def _files() -> Iterator[tuple[str, Path]]:
    """The package's code and lists of words, and the rules, by names that all machines share."""
    package = Path(pmlint.__file__).parent
    for path in package.rglob("*"):
        inner = path.relative_to(package)
        if path.suffix in _DATA and inner.parts[0] not in ("rules", "models"):
            yield inner.as_posix(), path
    for path in builtin_folder().glob("*.py"):
        yield f"rules/{path.name}", path


def difference(ours: Identity, theirs: Identity) -> str:
    """What makes findings here and there differ, in words; empty if nothing does."""
    if ours.version != theirs.version:
        return f"it has pmlint {theirs.version}, and this is {ours.version}"
    if ours.models != theirs.models:
        return f"its pmlint {theirs.version} has other models"
    if ours.code != theirs.code:
        return f"its pmlint {theirs.version} has other code or rules"
    if ours.python != theirs.python:
        return f"it runs Python {theirs.python}, and this is {ours.python}"
    return ""

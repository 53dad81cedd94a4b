"""Regular expressions, with their compiled form kept from one run to the next.

Python compiles an expression anew in every process, and compiling all of pmlint's takes longer
than a review. What the compiler makes is a list of numbers: it is stored in the user's cache
folder and handed to the matching engine, which checks it. Wherever that cannot be done, on
another implementation of Python or with a damaged or missing file, expressions are compiled
as ever.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

import pmlint
from pmlint.caching import cache_folder, replace_file

__all__ = ["keep", "regex"]

_LENGTH = 8
_KEPT = "regexes"

Row = tuple[int, int, int, int, dict[str, int]]
"""Flags as compiled, start and end of its numbers, how many groups, their names."""


class _Store:
    """The expressions of this process, and what an earlier one left of them."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], re.Pattern[str]] = {}
        self.fresh = 0
        self._rows: dict[str, Row] | None = None
        self._numbers: memoryview = memoryview(b"")
        self._compile: Callable[..., Any] | None = None

    def stored(self, pattern: str, flags: int) -> re.Pattern[str] | None:
        """The expression as it was kept, if it was."""
        if self._rows is None:
            self._rows = self._load()
        row = self._rows.get(_key(pattern, flags))
        if row is None or self._compile is None:
            return None
        compiled_flags, start, end, groups, names = row
        indices: list[str | None] = [None] * (groups + 1)
        for name, at in names.items():
            indices[at] = name
        try:
            code = self._numbers[start:end].tolist()
            made: re.Pattern[str] = self._compile(
                pattern, compiled_flags, code, groups, names, tuple(indices)
            )
        except (RuntimeError, TypeError, ValueError, OverflowError, IndexError):
            return None
        return made

    def _load(self) -> dict[str, Row]:
        path = _path()
        if path is None:
            return {}
        try:
            data = path.read_bytes()
            size, check = (int.from_bytes(data[at : at + 4], "little") for at in (0, 4))
            if crc32(data[_LENGTH:]) != check:
                return {}
            rows: dict[str, Row] = json.loads(data[_LENGTH : _LENGTH + size])
            self._numbers = memoryview(data)[_LENGTH + size :].cast("I")
            self._compile = import_module("_sre").compile
        except (OSError, ValueError, TypeError, ImportError):
            return {}
        return rows


_STORE = _Store()


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """*pattern* compiled: what `re.compile` gives, mostly sooner.

    Raises:
        re.error: *pattern* is none.
    """
    key = (pattern, int(flags))
    found = _STORE.known.get(key)
    if found is None:
        found = _STORE.stored(*key)
        if found is None:
            found = re.compile(pattern, flags)
            _STORE.fresh += 1
        _STORE.known[key] = found
    return found


def keep() -> None:
    """Store the expressions of this process for the next, if any is not stored yet.

    Nothing is said of a folder that cannot be written: the next run is as slow as this one.
    """
    path = _path()
    if not _STORE.fresh or path is None:
        return
    rows: dict[str, Row] = {}
    numbers = array("I")
    try:
        for pattern, flags in _STORE.known:
            compiled_flags, code, groups, names = _compiled(pattern, flags)
            start = len(numbers)
            numbers.extend(code)
            rows[_key(pattern, flags)] = (compiled_flags, start, len(numbers), groups, names)
        text = json.dumps(rows, separators=(",", ":")).encode("utf-8")
    except (ImportError, AttributeError, TypeError, ValueError, OverflowError):
        return  # another version's compiler: nothing is kept
    text += b" " * (-len(text) % _LENGTH)
    body = text + numbers.tobytes()
    size, check = (value.to_bytes(4, "little") for value in (len(text), crc32(body)))
    try:
        replace_file(path, size + check + body)
    except OSError:
        return
    _STORE.fresh = 0


def _key(pattern: str, flags: int) -> str:
    return f"{flags} {pattern}"


def _compiled(pattern: str, flags: int) -> tuple[int, list[int], int, dict[str, int]]:
    """What the compiler makes of *pattern*: flags, numbers, groups and their names."""
    new = sys.version_info >= (3, 11)
    parser = import_module("re._parser" if new else "sre_parse")
    compiler = import_module("re._compiler" if new else "sre_compile")
    tree = parser.parse(pattern, flags)
    code = compiler._code(tree, flags)
    return flags | tree.state.flags, code, tree.state.groups - 1, dict(tree.state.groupdict)


def _path() -> Path | None:
    """The file for this version of pmlint and of the engine; None where none can be used."""
    folder = cache_folder()
    if folder is None or sys.implementation.name != "cpython" or array("I").itemsize != 4:
        return None
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    return folder / f"{_KEPT}-{pmlint.__version__}-{python}.bin"

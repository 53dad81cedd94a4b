"""Regular expressions, with their compiled form kept from one run to the next.

Python compiles an expression anew in every process, and compiling all of pmlint's takes longer
than a review. What the compiler makes is a list of numbers: it is stored in the user's cache
folder and handed to the matching engine, which checks it, when the expression is first used.
Wherever that cannot be done, on another implementation of Python or with a damaged or missing
file, expressions are compiled as ever.

With it are stored the words without which an expression cannot match. Most sentences hold none
of them, and are not searched.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

import pmlint
from pmlint.caching import cache_folder, replace_file
from pmlint.needles import lowered, needles_of

__all__ = ["Regex", "keep", "regex"]

_LENGTH = 8
_KEPT = "regexes-2"

Row = tuple[int, int, int, int, dict[str, int], "list[str] | None"]
"""Flags as compiled, start and end of its numbers, how many groups, their names, needles."""

_LAST = ("", "")
"""The text that was asked about last, and its lower-case form: rules ask in a row."""


class Regex:
    """An expression with the methods of `re.Pattern`, compiled when one of them is used."""

    def __init__(
        self, pattern: str, make: Callable[[], re.Pattern[str]], needles: list[str] | None
    ) -> None:
        self.pattern = pattern
        self._make = make
        self._needles = needles

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The first match in *text*."""
        return self.compiled.search(text, *bounds) if self._may_match(text) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """All matches in *text*."""
        return self.compiled.finditer(text, *bounds) if self._may_match(text) else iter(())

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The match at the start of *text*."""
        return self.compiled.match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The match of all of *text*."""
        return self.compiled.fullmatch(text, *bounds)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        """The words of all matches in *text*."""
        return self.compiled.findall(text, *bounds)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """*text* in parts, at each match."""
        return self.compiled.split(text, maxsplit)

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """*text* with *repl* in the place of each match."""
        return self.compiled.sub(repl, text, count)

    def needles_in(self, low: str) -> list[str] | None:
        """The words of the `lowered` text *low* one of which any match holds; None if unknown."""
        needles = self._needles
        return None if needles is None else [needle for needle in needles if needle in low]

    def made(self, match: re.Match[str]) -> bool:
        """Whether *match* is one of this expression."""
        return match.re is self.compiled

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as the standard library has it."""
        made = self._make()
        # From now on calls go straight to the engine, but for those that needles can spare.
        direct = ["match", "fullmatch", "findall", "split", "sub"]
        direct += [] if self._needles else ["search", "finditer"]
        self.__dict__.update((name, getattr(made, name)) for name in direct)
        return made

    def _may_match(self, text: str) -> bool:
        global _LAST
        needles = self._needles
        if not needles:
            return True
        last, low = _LAST
        if last is not text:
            low = lowered(text)
            _LAST = text, low
        for needle in needles:  # noqa: SIM110 - `any` takes twice as long
            if needle in low:
                return True
        return False


class _Store:
    """The expressions of this process, and what an earlier one left of them."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], Regex] = {}
        self.fresh = 0
        self._rows: dict[str, Row] | None = None
        self._numbers: memoryview = memoryview(b"")
        self._compile: Callable[..., Any] | None = None

    def regex(self, pattern: str, flags: int) -> Regex:
        """The expression; as it was kept, if it was."""
        if self._rows is None:
            self._rows = self._load()
        row = self._rows.get(_key(pattern, flags))
        if row is None or self._compile is None:
            self.fresh += 1
            made = re.compile(pattern, flags)
            return Regex(pattern, lambda: made, None)
        return Regex(pattern, lambda: self._stored(row, pattern, flags), row[-1])

    def _stored(self, row: Row, pattern: str, flags: int) -> re.Pattern[str]:
        compiled_flags, start, end, groups, names, _ = row
        indices: list[str | None] = [None] * (groups + 1)
        for name, at in names.items():
            indices[at] = name
        try:
            code = self._numbers[start:end].tolist()
            made: re.Pattern[str] = self._compile(  # type: ignore[misc]
                pattern, compiled_flags, code, groups, names, tuple(indices)
            )
        except (RuntimeError, TypeError, ValueError, OverflowError, IndexError):
            self.fresh += 1
            return re.compile(pattern, flags)
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


def regex(pattern: str, flags: int = 0) -> Regex:
    """*pattern* compiled: what `re.compile` gives, mostly sooner.

    Raises:
        re.error: *pattern* is none.
    """
    key = (pattern, int(flags))
    found = _STORE.known.get(key)
    if found is None:
        found = _STORE.known[key] = _STORE.regex(*key)
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
            compiled_flags, code, groups, names, needles = _compiled(pattern, flags)
            start, end = len(numbers), len(numbers) + len(code)
            numbers.extend(code)
            rows[_key(pattern, flags)] = (compiled_flags, start, end, groups, names, needles)
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


def _compiled(
    pattern: str, flags: int
) -> tuple[int, list[int], int, dict[str, int], list[str] | None]:
    """What the compiler makes of *pattern*: flags, numbers, groups, their names; and needles."""
    new = sys.version_info >= (3, 11)
    parser = import_module("re._parser" if new else "sre_parse")
    compiler = import_module("re._compiler" if new else "sre_compile")
    tree = parser.parse(pattern, flags)
    needles = needles_of(list(tree))
    code = compiler._code(tree, flags)
    groups = dict(tree.state.groupdict)
    return flags | tree.state.flags, code, tree.state.groups - 1, groups, needles


def _path() -> Path | None:
    """The file for this version of pmlint and of the engine; None where none can be used."""
    folder = cache_folder()
    if folder is None or sys.implementation.name != "cpython" or array("I").itemsize != 4:
        return None
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    return folder / f"{_KEPT}-{pmlint.__version__}-{python}.bin"

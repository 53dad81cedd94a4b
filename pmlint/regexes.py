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
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from struct import Struct
from struct import error as BadRecord  # noqa: N812
from typing import Any
from zlib import adler32, crc32

import pmlint
from pmlint.caching import cache_folder, replace_file
from pmlint.needles import lowered, needles_of

__all__ = ["Regex", "forget", "keep", "regex"]

_KEPT = "regexes-2"

_RECORD = Struct("<6I")
"""Of one expression in the file: two sums of what it is, where its row starts, how many bytes of
text and of numbers that has, and their sum."""

_MOST_OLD = 2_000  # expressions of the file that this process does not know
_COUNT = 4  # bytes before the records, which say how many there are

Row = tuple[int, int, dict[str, int], "list[str] | None", "list[int]"]
"""Flags as compiled, how many groups, their names, needles, and the engine's numbers."""

_LAST = ("", "")
"""The text that was asked about last, and its lower-case form: rules ask in a row."""


class Regex:
    """An expression with the methods of `re.Pattern`, compiled when one of them is used."""

    def __init__(
        self,
        pattern: str,
        make: Callable[[Row | None], re.Pattern[str]],
        row: Callable[[], Row | None],
    ) -> None:
        self.pattern = pattern
        self._make = make
        self._find = row

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The first match in *text*."""
        return self.compiled.search(text, *bounds) if self.may_match(text) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """All matches in *text*."""
        return self.compiled.finditer(text, *bounds) if self.may_match(text) else iter(())

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
        made = self._make(self._row)
        # From now on calls go straight to the engine, but for those that needles can spare.
        direct = ["match", "fullmatch", "findall", "split", "sub"]
        direct += [] if self._needles else ["search", "finditer"]
        self.__dict__.update((name, getattr(made, name)) for name in direct)
        return made

    @cached_property
    def _row(self) -> Row | None:
        return self._find()

    @cached_property
    def _needles(self) -> list[str] | None:
        return None if self._row is None else self._row[3]

    def may_match(self, text: str) -> bool:
        """False if *text* has none of the words that any match holds."""
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
        self.rows: dict[tuple[str, int], Row] = {}
        """What was compiled afresh and can be kept."""
        self._data = b""

    @cached_property
    def _path(self) -> Path | None:
        return _path()

    @cached_property
    def _records(self) -> dict[tuple[int, int], tuple[int, int, int, int]]:
        """Where the row of each expression is; empty if there is no file, or a damaged one."""
        if self._path is None:
            return {}
        try:
            data = self._path.read_bytes()
            stop = _COUNT + _RECORD.size * int.from_bytes(data[:_COUNT], "little")
            every = _RECORD.iter_unpack(data[_COUNT:stop])
            records = {(one, other): (*row,) for one, other, *row in every}
        except (OSError, ValueError, BadRecord):
            return {}
        self._data = data
        return records

    def regex(self, pattern: str, flags: int) -> Regex:
        """The expression; as it was kept, if it was."""
        record = self._records.get(_key(pattern, flags))
        if record is not None:
            return Regex(
                pattern,
                lambda row: self._compiled(pattern, flags, row),
                lambda: self._row(pattern, *record),
            )
        made = self._fresh(pattern, flags)  # now: who wrote it is told if it is none
        return Regex(pattern, lambda _: made, lambda: self.rows.get((pattern, flags)))

    def bodies(self) -> Iterator[tuple[tuple[int, int], tuple[int, bytes]]]:
        """The rows of the file that are whole, as they are stored."""
        for key, (start, texts, numbers, check) in self._records.items():
            body = self._data[start : start + texts + numbers]
            if crc32(body) == check:
                yield key, (texts, body)

    def _row(self, pattern: str, start: int, texts: int, numbers: int, check: int) -> Row | None:
        """What was stored of *pattern*; None if it was damaged, or is another one's."""
        body = self._data[start : start + texts + numbers]
        if crc32(body) != check:
            return None
        try:
            told, flags, groups, names, needles = json.loads(body[:texts])
            if told != pattern:
                return None
            return (flags, groups, names, needles, [*memoryview(body)[texts:].cast("I")])
        except (ValueError, TypeError):
            return None

    def _compiled(self, pattern: str, flags: int, row: Row | None) -> re.Pattern[str]:
        """*pattern* by what was stored of it, or compiled afresh."""
        made = None if row is None else _by_row(pattern, row)
        return made or self._fresh(pattern, flags)

    def _fresh(self, pattern: str, flags: int) -> re.Pattern[str]:
        """*pattern* compiled now; its row is kept for the next process, if there can be one."""
        if self._path is not None:
            try:
                row = _row_of(pattern, flags)
            except (ImportError, AttributeError, TypeError, ValueError, OverflowError):
                pass  # another version's compiler: nothing is kept
            else:
                if made := _by_row(pattern, row):
                    self.rows[pattern, flags] = row
                    return made
        return re.compile(pattern, flags)


def _by_row(pattern: str, row: Row) -> re.Pattern[str] | None:
    """*pattern* as the engine takes it; None if *row* is not what it takes."""
    flags, groups, names, _, code = row
    indices: list[str | None] = [None] * (groups + 1)
    try:
        for name, at in names.items():
            indices[at] = name
        made: re.Pattern[str] = import_module("_sre").compile(
            pattern, flags, code, groups, names, tuple(indices)
        )
    except (ImportError, RuntimeError, TypeError, ValueError, OverflowError, IndexError):
        return None
    return made


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
    if not _STORE.rows or path is None:
        return
    known = {_key(*each) for each in _STORE.known}
    stored = dict(_STORE.bodies())
    # What other commands need stays, as long as it is not what old versions needed.
    if len(stored.keys() - known) > _MOST_OLD:
        stored = {key: body for key, body in stored.items() if key in known}
    try:
        made = {_key(*each): _body(each[0], row) for each, row in _STORE.rows.items()}
        data = _file(stored | made)
    except (TypeError, ValueError, OverflowError, BadRecord):
        return  # another version's compiler: nothing is kept
    try:
        replace_file(path, data)
    except OSError:
        return
    _STORE.rows.clear()


def forget() -> None:
    """Keep nothing of what this process has compiled so far."""
    _STORE.rows.clear()


def _body(pattern: str, row: Row) -> tuple[int, bytes]:
    """A row as it is stored: how many bytes of it are text, and all of them."""
    *told, code = row
    text = json.dumps([pattern, *told], separators=(",", ":")).encode("utf-8")
    text += b" " * (-len(text) % _COUNT)
    return len(text), text + array("I", code).tobytes()


def _file(rows: Mapping[tuple[int, int], tuple[int, bytes]]) -> bytes:
    records, bodies = bytearray(), bytearray()
    first = _COUNT + _RECORD.size * len(rows)
    for key, (text, body) in rows.items():
        place = (first + len(bodies), text, len(body) - text, crc32(body))
        records += _RECORD.pack(*key, *place)
        bodies += body
    return len(rows).to_bytes(_COUNT, "little") + records + bodies


def _key(pattern: str, flags: int) -> tuple[int, int]:
    """Sums that hardly two expressions share; their rows tell them apart."""
    data = f"{flags} {pattern}".encode("utf-8", "surrogatepass")
    return crc32(data), adler32(data)


def _row_of(pattern: str, flags: int) -> Row:
    """The row of *pattern*, by the standard library's compiler.

    Raises:
        re.error: *pattern* is none.
    """
    new = sys.version_info >= (3, 11)
    parser = import_module("re._parser" if new else "sre_parse")
    compiler = import_module("re._compiler" if new else "sre_compile")
    tree = parser.parse(pattern, flags)
    needles = needles_of(list(tree))
    code = compiler._code(tree, flags)
    groups = dict(tree.state.groupdict)
    return flags | tree.state.flags, tree.state.groups - 1, groups, needles, code


def _path() -> Path | None:
    """The file for this version of pmlint and of the engine; None where none can be used."""
    folder = cache_folder()
    if folder is None or sys.implementation.name != "cpython" or array("I").itemsize != 4:
        return None
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    return folder / f"{_KEPT}-{pmlint.__version__}-{python}.bin"

r"""Bytes to text, and offsets to lines and columns.

Every place in pmlint is an offset into :attr:`Source.text`, counted in code
points. Lines end at ``\n`` only (a ``\r`` before it belongs to the line), so a
line number agrees with what git, editors and GitHub show.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_right
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct

__all__ = ["MAX_BYTES", "Source", "SourceError", "no_such_file", "read_regular"]

MAX_BYTES = 20_000_000
"""Largest input that is reviewed, in bytes; larger files are refused, not cut."""

_LONG_LINE, _NEAR = 4000, 1000  # characters of a line, and what is near on either side
_MAGIC = "*?"
_CONTROL_CUT = 0.02  # more control characters than this share: not a text


class SourceError(Exception):
    """The input cannot be reviewed as text; the message says why and what to do."""


class Source(Struct, frozen=True, dict=True):
    """One document's text under the name that the user gave it."""

    path: str
    text: str

    @classmethod
    def from_bytes(cls, data: bytes, path: str) -> Source:
        """Decode *data* as UTF-8 (or UTF-16 with a byte order mark).

        Raises:
            SourceError: the bytes are not a text, or are more than `MAX_BYTES`.
        """
        if len(data) > MAX_BYTES:
            raise SourceError(
                f"the file has more than {MAX_BYTES:,} bytes. "
                "Split it, or exclude it in the configuration."
            )
        return cls(path, _decode(data))

    @classmethod
    def from_path(cls, path: Path, name: str) -> Source:
        """Read a regular file.

        Raises:
            SourceError: it is missing, unreadable, not a regular file or not a text.
        """
        return cls.from_bytes(read_regular(path), name)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return tuple(starts)

    @property
    def line_count(self) -> int:
        """Number of lines; a text that ends in a newline has an empty last one."""
        return len(self.line_starts)

    def place(self, offset: int) -> tuple[int, int]:
        """The 1-based line and code-point column of *offset*."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_of(self, offset: int) -> int:
        """The 1-based line of *offset*."""
        return bisect_right(self.line_starts, offset)

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Offsets of the 1-based *line* without its line ending."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < self.line_count else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return start, end

    def line(self, line: int) -> str:
        """The text of the 1-based *line* without its line ending."""
        start, end = self.line_bounds(line)
        return self.text[start:end]

    def line_near(self, offset: int) -> tuple[str, int]:
        """The line of *offset* and 1; of a very long one what is near, and its 1-based column.

        A paragraph of half a megabyte may hold hundreds of places.
        """
        start, end = self.line_bounds(self.line_of(offset))
        first, last = start, end
        if end - start > _LONG_LINE:
            first, last = max(start, offset - _NEAR), min(end, offset + _NEAR)
        return self.text[first:last], first - start + 1


def read_regular(path: Path, most: int = MAX_BYTES + 1) -> bytes:
    """The bytes of a regular file, the first *most* of them; one more than `MAX_BYTES` is too many.

    Devices and pipes are never waited for: the kind is asked before the file is opened, as
    opening can have effects, and again after, as the name can mean another file by then.

    Raises:
        SourceError: it is missing, unreadable or not a regular file.
    """
    try:
        _demand_regular(path.stat())
        with open(path, "rb", opener=_open_at_once) as file:
            _demand_regular(os.fstat(file.fileno()))
            return file.read(most)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a name with a NUL is a ValueError
        raise SourceError(no_such_file(path)) from None
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror or error}.") from error


def no_such_file(path: Path) -> str:
    """Why there is nothing to read at *path*, and what to do."""
    with suppress(OSError, ValueError):
        if path.is_symlink():
            return f"no such file: the link leads to {path.readlink()}. Mend or remove it."
    if set(path.as_posix()) & set(_MAGIC):
        return (
            "no such file. pmlint takes no patterns: let the shell expand it (without quotes), "
            "or name the folder; `include` in the configuration says which of its files count."
        )
    return "no such file. Check the path and its spelling."


def _demand_regular(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise SourceError("not a regular file, so it was not read.")


def _open_at_once(name: str, flags: int) -> int:
    """Open without waiting for whoever writes at the other end of a pipe."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16")
    controls = sum(data.count(bytes([code])) for code in (*range(9), *range(14, 27)))
    if controls > _CONTROL_CUT * len(data):
        raise SourceError("this looks like a binary file, so it was not reviewed.")
    return _strict(data, "utf-8-sig")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not valid {encoding.removesuffix('-sig').upper()} (byte {error.start}). "
            "Save the file as UTF-8."
        ) from error

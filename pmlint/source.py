r"""Bytes to text, and offsets to lines and columns.

Every place in pmlint is an offset into :attr:`Source.text`, counted in code
points. Lines end at ``\n`` only (a ``\r`` before it belongs to the line), so a
line number agrees with what git, editors and GitHub show.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

__all__ = ["MAX_BYTES", "Source", "SourceError"]

MAX_BYTES = 20_000_000
"""Largest input that is reviewed, in bytes; larger files are refused, not cut."""

_CONTROL_CUT = 0.02  # more control characters than this share: not a text


class SourceError(Exception):
    """The input cannot be reviewed as text; the message says why and what to do."""


@dataclass(frozen=True)
class Source:
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
                f"the file has {len(data):,} bytes; the limit is {MAX_BYTES:,}. "
                "Split it, or exclude it in the configuration."
            )
        return cls(path, _decode(data))

    @classmethod
    def from_path(cls, path: Path, name: str) -> Source:
        """Read a regular file.

        Raises:
            SourceError: it is missing, unreadable, not a regular file or not a text.
        """
        try:
            if not path.exists():
                raise SourceError("no such file. Check the path and its spelling.")
            if not path.is_file():
                raise SourceError("not a regular file, so it was not read.")
            data = path.read_bytes()
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror or error}.") from error
        return cls.from_bytes(data, name)

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


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16")
    text = _strict(data, "utf-8-sig")
    controls = sum(data.count(bytes([code])) for code in (*range(9), *range(14, 27)))
    if controls > _CONTROL_CUT * len(data):
        raise SourceError("this looks like a binary file, so it was not reviewed.")
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not valid {encoding.removesuffix('-sig').upper()} (byte {error.start}). "
            "Save the file as UTF-8."
        ) from error

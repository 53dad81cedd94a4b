"""Offsets into a text to the lines and columns of a client, and back.

The protocol ends a line at a line feed, a carriage return, or both; pmlint only at a line
feed. Columns are counted in the units that client and server have agreed on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from lsprotocol.types import Position, PositionEncodingKind, Range

from pmlint.document import Span
from pmlint.server.reviewing import BOM

__all__ = ["Positions"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_BASIC = 0xFFFF  # the last character that is one unit in UTF-16


class Positions:
    """The places of one text as a client sees it."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        """*text* as the client sent it; *encoding* is the unit of its columns."""
        self._text = text
        self._encoding = encoding
        self._shift = len(BOM) if text.startswith(BOM) else 0
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> Position:
        """Where *offset* (into the text without its byte order mark) is for the client."""
        at = offset + self._shift
        line = bisect_right(self._starts, at) - 1
        # Between a carriage return and its line feed is no place for the client.
        inside = min(at, self._ends[line])
        before = self._text[self._starts[line] : inside]
        return Position(line, sum(self._units(before)))

    def range(self, span: Span) -> Range:
        """*span* as the client counts it."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset that the client means; a place beyond an end is that end."""
        if position.line >= len(self._starts):
            return len(self._text) - self._shift
        start, end = self._starts[position.line], self._ends[position.line]
        at, column = start, 0
        for units in self._units(self._text[start:end]):
            if column + units > position.character:
                break
            column += units
            at += 1
        return max(0, at - self._shift)

    def span(self, area: Range) -> Span:
        """The offsets of *area*."""
        return Span(self.offset(area.start), self.offset(area.end))

    def _units(self, text: str) -> Iterator[int]:
        """How many units each character of *text* counts."""
        if self._encoding == PositionEncodingKind.Utf32 or text.isascii():
            return iter([1] * len(text))
        if self._encoding == PositionEncodingKind.Utf8:
            return (len(one.encode("utf-8", "surrogatepass")) for one in text)
        return (1 + (ord(one) > _BASIC) for one in text)

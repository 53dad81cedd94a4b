"""Tables written in HTML: where their rows and cells stand.

Only simple ones are read: each cell in one row and one column, no table within another, and the
first row (or, of two columns, the first cell of each row) is a heading. Others stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from pmlint.regexes import regex

__all__ = ["HtmlCell", "HtmlRow", "HtmlTable", "html_tables"]

_TAG = regex(r"<(?P<close>/?)(?P<name>table|tr|td|th|thead)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_SPANS = regex(r"\b(?:row|col)span\s?=", re.IGNORECASE)
_BOLD = regex(r"<(?:b|strong)>[^<>]*</(?:b|strong)>", re.IGNORECASE)
_OF_FORM = 2  # columns: a name and its value


class HtmlCell(Struct, frozen=True):
    """Where the content of a cell stands, and whether it is a heading."""

    start: int
    end: int
    head: bool


class HtmlRow(Struct):
    """A row with its tags."""

    start: int
    end: int
    cells: list[HtmlCell]


class HtmlTable(Struct):
    """A table with its tags, and its rows from above."""

    start: int
    end: int
    rows: list[HtmlRow]


def html_tables(text: str, start: int, end: int) -> Iterator[HtmlTable]:
    """The simple tables that stand in *text* between two places, in order."""
    reader = _Reader(text)
    for match in _TAG.finditer(text, start, end):
        table = reader.take(match)
        if table is not None and _is_headed(table):
            yield table


def _is_headed(table: HtmlTable) -> bool:
    if len(table.rows) < 2:
        return False
    form = all(len(row.cells) == _OF_FORM and row.cells[0].head for row in table.rows)
    return form or all(cell.head for cell in table.rows[0].cells)


class _Reader:
    """Takes the tags of tables one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.table: HtmlTable | None = None
        self.row: HtmlRow | None = None
        self.cell: tuple[int, bool] | None = None
        self.depth = 0
        self.simple = True
        self.in_head = False

    def take(self, tag: re.Match[str]) -> HtmlTable | None:
        """The table that *tag* closes, if it is a simple one."""
        name = tag["name"].lower()
        if name == "table":
            return self._table(tag)
        if self.table is None or self.depth > 1:
            return None
        if name == "thead":
            self.in_head = not tag["close"]
        elif name == "tr":
            self._end_row(tag.end() if tag["close"] else tag.start())
            self.row = None if tag["close"] else HtmlRow(tag.start(), tag.end(), [])
        else:
            self._end_cell(tag.start())
            self.simple &= _SPANS.search(tag["rest"]) is None
            if not tag["close"]:
                self.cell = tag.end(), name == "th" or self.in_head
        return None

    def _table(self, tag: re.Match[str]) -> HtmlTable | None:
        if not tag["close"]:
            self.depth += 1
            if self.depth == 1:
                self.table, self.simple = HtmlTable(tag.start(), tag.end(), []), True
            self.simple &= self.depth == 1
            return None
        self.depth = max(0, self.depth - 1)
        done = self.table
        if self.depth or done is None:
            return None
        self._end_row(tag.start())
        done.end = tag.end()
        self.table = self.row = self.cell = None
        return done if self.simple else None

    def _end_cell(self, at: int) -> None:
        if self.cell is not None and self.row is not None:
            start, head = self.cell
            bold = _BOLD.fullmatch(self.text[start:at].strip()) is not None
            self.row.cells.append(HtmlCell(start, at, head or bold))
        self.cell = None

    def _end_row(self, at: int) -> None:
        self._end_cell(at)
        if self.row is not None and self.table is not None and self.row.cells:
            self.row.end = at
            self.table.rows.append(self.row)
        self.row = None

"""A CSV export to rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from pmlint.quarterly.tickets.layouts import (
    EXPECTED,
    Layout,
    Row,
    TicketsError,
    column_name,
    layout_of,
    shown,
)

__all__ = ["csv_rows"]


def csv_rows(text: str) -> list[Row]:
    """The rows of *text*, whichever of the usual delimiters it has."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise TicketsError(f"line {line} has a NUL character. Export the tickets again.")
    delimiter, layout = _dialect(text)
    with_lines = iter(_records(text, delimiter))
    _, header = next(with_lines)
    names = [column_name(cell) for cell in header]
    last = max(at for at, name in enumerate(names) if _is_read(name, layout))
    rows = []
    for number, (line, cells) in enumerate(with_lines, 2):
        place = f"row {number}" if line == number else f"row {number} (line {line})"
        if cells != header:  # pages put one after another repeat it
            rows.append(Row(place, _cells(place, names, cells, last), layout))
    return rows


def _dialect(text: str) -> tuple[str, Layout]:
    """The delimiter under which the first row is the header of a known tracker, and which."""
    headers = []
    for delimiter in (",", ";", "\t"):
        _, header = next(iter(_records(text, delimiter, limit=1)), (1, []))
        layout = layout_of(map(column_name, header))
        if layout is not None:
            return delimiter, layout
        headers.append(header)
    names = ", ".join(shown(name) for name in max(headers, key=len)[:12])
    raise TicketsError(f"row 1: these columns are of no known tracker: {names}. {EXPECTED}")


_HINT = re.compile(r"\s*\"?sep=.\"?[ \t]*\r?\n", re.IGNORECASE)


def _records(text: str, delimiter: str, limit: int = 0) -> list[tuple[int, list[str]]]:
    """Rows that are not blank, each with its line; without the ``sep=;`` that Excel writes."""
    hint = _HINT.match(text)
    skipped = text.count("\n", 0, hint.end()) if hint else 0
    body = io.StringIO(text[hint.end() :] if hint else text, newline="")
    before = csv.field_size_limit(max(len(text), 1))  # a description may be of any length
    line, records = skipped + 1, []
    try:
        reader = csv.reader(body, delimiter=delimiter, strict=True)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((line, cells))
            if limit and len(records) == limit:
                break
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise TicketsError(
            f"line {line}: the row is no valid CSV ({error}). Look for a quotation mark that is "
            "not closed or not doubled, or export the tickets again."
        ) from error
    finally:
        csv.field_size_limit(before)
    return records


def _is_read(name: str, layout: Layout) -> bool:
    return any(name in aliases for aliases in layout.columns.values())


def _cells(place: str, names: Sequence[str], cells: Sequence[str], last: int) -> dict[str, str]:
    """Cells by column, the first that says something where a column is repeated."""
    if len(cells) <= last or any(cell.strip() for cell in cells[len(names) :]):
        raise TicketsError(
            f"{place}: {len(cells)} fields under {len(names)} columns. Quote fields that hold "
            "delimiters or line breaks, or export the tickets again."
        )
    found: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        found[name] = found.get(name, "") or " ".join(cell.split())
    return found

"""A JSON export, or an answer of a tracker's API, to rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pmlint.quarterly.tickets.layouts import (
    EXPECTED,
    Row,
    TicketsError,
    column_name,
    layout_of,
    shown,
)

__all__ = ["json_rows"]

_WRAPPERS = (
    "issues", "nodes", "edges", "items", "values", "data", "repository", "team", "project",
    "search", "organization", "node",
)  # fmt: skip


def json_rows(text: str) -> list[Row]:
    """The rows of *text*: of one list, of pages, or of a record a line."""
    records = [_flat(record) for value in _values(text) for record in _unwrapped(value)]
    rows = []
    for number, cells in enumerate(records, 1):
        layout = layout_of(cells)
        if layout is None:
            names = ", ".join(shown(name) for name in list(cells)[:12]) or "none"
            raise TicketsError(f"row {number}: no ticket; its fields are {names}. {EXPECTED}")
        rows.append(Row(f"row {number}", cells, layout))
    return rows


def _values(text: str) -> Iterator[Any]:
    """The values of the file: one, or pages and lines that follow one another."""
    decoder = json.JSONDecoder()
    at = len(text) - len(text.lstrip())
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            line = text.count("\n", 0, getattr(error, "pos", at)) + 1
            raise TicketsError(
                f"line {line}: no valid JSON ({error}). Export the tickets again."
            ) from error
        yield value
        at = end + len(text[end:]) - len(text[end:].lstrip())


def _unwrapped(value: Any, depth: int = 12) -> Iterator[Any]:  # noqa: ANN401
    """Tickets in lists, in pages of an API and in answers of GraphQL."""
    if isinstance(value, list) and depth:
        for one in value:
            yield from _unwrapped(one, depth - 1)
        return
    inner: Any = None
    if isinstance(value, dict) and layout_of(_flat(value)) is None:
        held = (value[name] for name in _WRAPPERS if isinstance(value.get(name), (dict, list)))
        inner = next(held, None)
    if inner is None or not depth:
        yield value
    else:
        yield from _unwrapped(inner, depth - 1)


def _flat(value: Any, depth: int = 4) -> dict[str, str]:  # noqa: ANN401
    """Fields by dotted name; ``fields.status.name`` of Jira is its ``status``."""
    found: dict[str, str] = {}
    if not isinstance(value, dict):
        return found
    for key, one in value.items():
        name = column_name(key)
        inner = _flat(one, depth - 1) if depth else {}
        found[name] = found.get(name, "") or inner.get("name", "") or _words(one)
        for below, words in inner.items():
            where = below if name == "fields" else f"{name}.{below}"
            found[where] = found.get(where, "") or words
    return found


def _words(value: Any) -> str:  # noqa: ANN401
    """A scalar as text; a lone half of a surrogate pair, which is no text, is replaced."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    text = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(text.replace("\0", " ").split())

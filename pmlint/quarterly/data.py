"""A `Review` for programs: JSON with a version, and a table of action items."""

from __future__ import annotations

import csv
import datetime as dt
import enum
import io
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

import pmlint
from pmlint.formats.terminal import safe
from pmlint.formats.wire import json_text
from pmlint.quarterly.model import Incident, Item, Review, Share

__all__ = ["SCHEMA", "as_json", "items_as_csv"]

SCHEMA = 1
_COLUMNS = (
    *("file", "line", "item", "type", "status", "status from"),
    *("due", "closed", "ticket", "days overdue", "incident"),
)
_FORMULA = tuple("=+-@＝＋－＠")  # also the wide ones, and after white space: some programs trim


def as_json(review: Review) -> str:
    """All of *review*; owners only where they are to be shown."""
    content = {"schema": SCHEMA, "pmlint": pmlint.__version__, **_value(review, review)}
    return json_text(content)


def _value(value: object, review: Review) -> Any:  # noqa: ANN401 - JSON values of any kind
    if isinstance(value, Struct):
        return _object(value, review)
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _value(inner, review) for key, inner in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_value(inner, review) for inner in value]
    return value


def _object(value: Struct, review: Review) -> dict[str, Any]:
    hidden = {"show_owners"}
    if isinstance(value, Item) and not review.show_owners:
        hidden.add("owner")
    made = {
        name: _value(getattr(value, name), review)
        for name in value.__struct_fields__
        if name not in hidden
    }
    if isinstance(value, Share):
        made["value"] = value.value
    return made


def items_as_csv(review: Review, incidents: tuple[Incident, ...]) -> str:
    """The action items that the review counts, one a row, by file and line.

    These are the ones of documents up to the end of the period, as an item outlives its quarter;
    a column has the day of the incident. *incidents* are all that were read. A
    cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = (*_COLUMNS, "owner") if review.show_owners else _COLUMNS
    writer.writerow(columns)
    for incident in incidents:
        if incident.date is not None and incident.date > review.period.last:
            continue
        for item in incident.items:
            row = [*_row(item, review.as_of), str(incident.date or "")]
            writer.writerow([*row, _inert(item.owner)] if review.show_owners else row)
    return out.getvalue()


def _row(item: Item, as_of: dt.date) -> list[str]:
    late = item.status.value == "open" and item.due is not None and item.due < as_of
    cells = (
        item.quote.path,
        str(item.quote.line),
        item.quote.text,
        item.type.value if item.type else "",
        item.status.value,
        item.status_from,
        str(item.due or ""),
        str(item.closed or ""),
        item.ticket,
        str((as_of - item.due).days) if late and item.due else "",
    )
    return [_inert(cell) for cell in cells]


def _inert(cell: str) -> str:
    text = safe(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text

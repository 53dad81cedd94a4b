"""Which tracker an export is of: it is recognised by its columns, whatever the file is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

__all__ = [
    "DATES",
    "EXPECTED",
    "Layout",
    "Row",
    "TicketsError",
    "column_name",
    "layout_of",
    "shown",
]


class TicketsError(ValueError):
    """A ticket export cannot be read; the message names file and row and says what to do."""


class Layout(Struct, frozen=True):
    """Columns of a tracker's export: `needs` are those, one of each, that tell it apart."""

    tracker: str
    needs: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]

    def fits(self, names: Iterable[str]) -> bool:
        """Whether columns of these *names* are of this tracker."""
        present = frozenset(names)
        return all(present.intersection(names) for names in self.needs)


class Row(Struct, frozen=True):
    """One ticket as exported. `place` says where it stands: ``row 7 (line 12)``."""

    place: str
    cells: Mapping[str, str]
    layout: Layout

    def __getitem__(self, what: str) -> str:
        """The first cell for *what* that says something, or an empty text."""
        cells = (self.cells.get(name, "") for name in self.layout.columns[what])
        return next(filter(None, cells), "")

    def has(self, what: str) -> bool:
        """Whether the export has a column for this, empty or not."""
        return any(name in self.cells for name in self.layout.columns[what])


_JIRA = Layout(
    "Jira",
    (("issuekey", "workitemkey", "key"), ("summary",), ("status", "statuscategory")),
    {
        "key": ("issuekey", "workitemkey", "key"),
        "title": ("summary",),
        "status": ("status",),
        "category": ("statuscategory", "status.statuscategory", "status.statuscategory.key"),
        "reason": ("resolution",),
        "closed": ("resolved", "resolutiondate", "resolutiondatetime"),
        "cancelled": (),
        "changed": ("statuscategorychanged", "statuscategorychangedate"),
        "due": ("duedate", "due", "customfieldduedate"),
        "url": ("url", "issueurl", "link"),
        "repository": (),
    },
)
_LINEAR_COLUMNS = {
    "key": ("identifier", "id"),
    "title": ("title",),
    "status": ("status", "state"),
    "category": ("state.type", "statustype", "status.type"),
    "reason": (),
    "closed": ("completed", "completedat"),
    "cancelled": ("canceled", "canceledat", "cancelled", "cancelledat"),
    "changed": (),
    "due": ("duedate",),
    "url": ("url",),
    "repository": (),
}
_GITHUB_COLUMNS = {
    "key": ("number",),
    "title": ("title",),
    "status": ("state", "status"),
    "category": (),
    "reason": ("statereason",),
    "closed": ("closedat", "mergedat", "pullrequest.mergedat"),
    "cancelled": (),
    "changed": (),
    "due": ("duedate", "milestone.dueon"),
    "url": ("htmlurl", "url"),
    "repository": ("repository.namewithowner", "repository.fullname"),
}
_STATE = ("state", "status")
_LAYOUTS = (
    _JIRA,
    Layout("Linear", (("identifier",), ("title",), _STATE), _LINEAR_COLUMNS),
    Layout("GitHub", (("number",), ("title",), _STATE), _GITHUB_COLUMNS),
    Layout("Linear", (("id",), ("title",), ("status",)), _LINEAR_COLUMNS),
    Layout("GitHub", (("url", "htmlurl"), ("title",), _STATE), _GITHUB_COLUMNS),
)
EXPECTED = (
    "Expected are the columns Summary, Issue key and Status (Jira), ID, Title and Status "
    "(Linear), or number, title and state (GitHub: gh issue list --state all --json "
    "number,title,state,stateReason,closedAt,url)."
)
DATES = ("closed", "cancelled", "changed", "due")
"""What of a row is a date."""


def layout_of(names: Iterable[str]) -> Layout | None:
    """The tracker whose export has these columns; the first that fits is the likeliest."""
    present = frozenset(names)
    return next((layout for layout in _LAYOUTS if layout.fits(present)), None)


def column_name(header: str) -> str:
    """A column's name without case, spaces and signs: ``dueDate``, ``Due Date``, ``due_date``."""
    return ".".join(re.sub(r"[\W_]+", "", part.casefold()) for part in header.split("."))


def shown(words: str) -> str:
    """*words* as a message quotes them, cut where they are long."""
    return repr(words if len(words) <= 40 else words[:40] + "…")

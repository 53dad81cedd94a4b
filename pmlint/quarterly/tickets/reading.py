"""An export of Jira, Linear or GitHub to tickets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pmlint.document import Status
from pmlint.quarterly.model import Ticket
from pmlint.quarterly.tickets.dates import day_first_in, day_of
from pmlint.quarterly.tickets.keys import key_of
from pmlint.quarterly.tickets.layouts import DATES, EXPECTED, Row, TicketsError
from pmlint.quarterly.tickets.records import json_rows
from pmlint.quarterly.tickets.statuses import status_of
from pmlint.quarterly.tickets.tables import csv_rows
from pmlint.source import Source, SourceError

__all__ = ["read_tickets"]


def read_tickets(path: Path) -> tuple[Ticket, ...]:
    """Tickets of an export of Jira, Linear (each CSV or JSON) or GitHub, in its order.

    Dates are those written, whatever their time zone. ``03/04/2026`` is 3 April, unless
    other dates of the file prove that months come first. A ticket that is exported twice
    alike is given once.

    Raises:
        TicketsError: the file, a row or a date cannot be read, or nothing tells the tracker.
    """
    try:
        text = Source.from_path(path, str(path)).text
    except SourceError as error:
        raise TicketsError(f"{path}: {error}") from error
    try:
        return tuple(_distinct(_read(text, path.as_posix())))
    except TicketsError as error:
        raise TicketsError(f"{path}: {error}") from error


def _read(text: str, source: str) -> Iterator[tuple[str, Ticket]]:
    """Each ticket with the place of its row."""
    if not text.strip():
        raise TicketsError(f"the file is empty. Export the tickets again. {EXPECTED}")
    is_json = text.lstrip()[0] in "[{"
    rows = json_rows(text) if is_json else csv_rows(text)
    day_first = day_first_in(rows)
    for row in rows:
        yield row.place, _ticket(row, day_first, source)


def _distinct(found: Iterable[tuple[str, Ticket]]) -> Iterator[Ticket]:
    known: dict[str, Ticket] = {}
    for place, ticket in found:
        other = known.setdefault(ticket.key.casefold(), ticket) if ticket.key else None
        if other is None or other is ticket:
            yield ticket
        elif other != ticket:
            raise TicketsError(
                f"{place}: {ticket.key} stands here again, with other content. "
                "Keep one of the two rows."
            )


def _ticket(row: Row, day_first: bool, source: str) -> Ticket:
    days = {what: day_of(row, what, day_first) for what in DATES}
    due = days.pop("due")
    status = status_of(row, closed=days["closed"], cancelled=days["cancelled"])
    is_closed = status in (Status.DONE, Status.CANCELLED)
    url = row["url"]
    return Ticket(
        key=key_of(row),
        title=row["title"],
        status=status,
        closed=next(filter(None, days.values()), None) if is_closed else None,
        due=due,
        url=url if re.match(r"https?://", url, re.IGNORECASE) else "",
        source=source,
    )

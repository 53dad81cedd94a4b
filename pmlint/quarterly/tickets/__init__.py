"""Exports of Jira, Linear and GitHub issues, and which action item each ticket is.

A tracker's export is recognised by its columns, whatever the file is called. What cannot be
read is refused with the place and the way out; no row is left out in silence. A wrong match
would call work done that is not, so where two readings are possible there is no match, and
the ticket is listed as one of no item.
"""

from __future__ import annotations

from pmlint.quarterly.tickets.layouts import TicketsError
from pmlint.quarterly.tickets.matching import matched
from pmlint.quarterly.tickets.reading import read_tickets

__all__ = ["TicketsError", "matched", "read_tickets"]

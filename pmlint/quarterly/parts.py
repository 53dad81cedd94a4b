"""The parts of the report's page: text, figures and lines, each with the anchor it leads to.

They hold no markup but pictures; the templates say how each part is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from pmlint.formats.summary import count
from pmlint.quarterly.model import Incident, Item, Quote, Share

__all__ = [
    "Block",
    "Cell",
    "Evidence",
    "Fact",
    "Line",
    "Listing",
    "Place",
    "Repeat",
    "Section",
    "Table",
    "Tie",
    "anchor_of",
    "block",
    "day",
    "first_of",
    "linked",
    "percent",
    "portion",
    "row",
]

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


class Line(Struct, frozen=True):
    """A line that a figure rests on. `line` is 0 for a document as a whole.

    `anchor` is that of the document's row on the page, empty where it has none.
    """

    text: str
    path: str
    line: int = 0
    anchor: str = ""
    note: str = ""


class Listing(Struct, frozen=True):
    """Lines of one kind; figures lead to its anchor."""

    anchor: str
    title: str
    lines: tuple[Line, ...]


class Cell(Struct, frozen=True):
    """A cell of a table; `anchor` is where its figure leads to."""

    text: str
    anchor: str = ""


class Table(Struct, frozen=True):
    """A table whose first column heads its rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Evidence(Struct, frozen=True):
    """What can be opened below the figures. `summary` says what is in it."""

    summary: str
    listings: tuple[Listing, ...]
    table: Table | None = None

    @property
    def shown(self) -> tuple[Listing, ...]:
        """The listings that have lines."""
        return tuple(one for one in self.listings if one.lines)


class Fact(Struct, frozen=True):
    """One figure with its name; `note` says how it is counted."""

    name: str
    value: str
    anchor: str = ""
    note: str = ""


class Tie(Struct, frozen=True):
    """Two quoted factors, and the words that both have."""

    first: Line
    second: Line
    words: str


class Repeat(Struct, frozen=True):
    """Incidents that have one condition behind them, oldest first."""

    anchor: str
    title: str
    across: str
    incidents: tuple[Line, ...]
    fixes: tuple[Line, ...]
    ties: tuple[Tie, ...]


class Block(Struct, frozen=True):
    """Figures on one matter. `empty` is said in place of them where there are none."""

    title: str
    facts: tuple[Fact, ...] = ()
    picture: str = ""
    table: Table | None = None
    repeats: tuple[Repeat, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    empty: str = ""


class Section(Struct, frozen=True):
    """A question and its answer in a sentence, then the blocks."""

    anchor: str
    title: str
    answer: str
    blocks: tuple[Block, ...]


class Place(Struct, frozen=True):
    """Where on the page a review stands, and as of when.

    `prefix` goes before every anchor, so that a group's anchors are its own. `documents` has
    the anchors of documents by path.
    """

    prefix: str
    as_of: dt.date
    documents: Mapping[str, str] = field(default_factory=dict)
    show_owners: bool = False

    def anchor(self, name: str) -> str:
        """*name* as an anchor of this review."""
        return f"{self.prefix}{name}"

    def listing(self, name: str, title: str, lines: Iterable[Line]) -> Listing:
        """*lines* under an anchor of this review."""
        return Listing(self.anchor(name), title, tuple(lines))

    def quote(self, quote: Quote, note: str = "") -> Line:
        """Words of a document."""
        return Line(quote.text, quote.path, quote.line, self.documents.get(quote.path, ""), note)

    def document(self, incident: Incident, note: str = "") -> Line:
        """A document as a whole."""
        anchor = self.documents.get(incident.path, "")
        return Line(incident.title, incident.path, 0, anchor, note)

    def item(self, item: Item) -> Line:
        """An action item, with its type, date and ticket."""
        notes = [item.status.value, item.type.value if item.type else "untyped"]
        notes += [f"due {day(item.due)}{self._age(item)}"] if item.due else ["no date"]
        notes += [f"closed {day(item.closed)}"] if item.closed else []
        notes += [f"ticket {item.ticket}"] if item.ticket else []
        notes += ["status from the ticket"] if item.status_from == "ticket" else []
        notes += [f"owner: {item.owner}"] if self.show_owners and item.owner else []
        return self.quote(item.quote, ", ".join(notes))

    def _age(self, item: Item) -> str:
        if item.due is None or item.status.value != "open" or item.due >= self.as_of:
            return ""
        return f", overdue by {count((self.as_of - item.due).days, 'day')}"


def day(date: dt.date | None) -> str:
    """``1 July 2026``, in English on every machine."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else "no date"


def portion(share: Share) -> str:
    """``4 of 6``, or that there is nothing to count."""
    return f"{share.part} of {share.whole}" if share.whole else "nothing to count"


def percent(share: Share) -> str:
    """``67% (4 of 6)``, or that there is nothing to count."""
    return "nothing to count" if share.value is None else f"{share.value:.0%} ({portion(share)})"


def row(name: str, *cells: Cell | str) -> tuple[Cell, ...]:
    """A row of a table under its name."""
    return (Cell(name), *(Cell(cell) if isinstance(cell, str) else cell for cell in cells))


def block(
    title: str,
    told: bool,
    empty: str,
    facts: tuple[Fact, ...] = (),
    *,
    picture: str = "",
    table: Table | None = None,
    repeats: tuple[Repeat, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Block:
    """The block, or what is said in place of it where there is nothing to show."""
    if not told:
        return Block(title, empty=empty)
    return Block(title, facts, picture, table, repeats, evidence)


def anchor_of(listing: Listing) -> str:
    """Where a figure leads to: nowhere if there is no line."""
    return listing.anchor if listing.lines else ""


def first_of(listings: Iterable[Listing]) -> str:
    """The anchor of the first listing that has lines."""
    return next(filter(None, map(anchor_of, listings)), "")


def linked(number: int, listing: Listing) -> Cell:
    """A number that leads to its lines; none leads nowhere."""
    return Cell(str(number), anchor_of(listing) if number else "")

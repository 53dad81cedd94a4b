"""What the review is made of: values that the renderers show and tests count by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from pmlint.document import ActionType, Profile, Status

__all__ = [
    "AGES",
    "ActionFigures",
    "Cluster",
    "DepthFigures",
    "Incident",
    "Item",
    "Link",
    "Period",
    "ProcessFigures",
    "Quote",
    "Review",
    "Share",
    "Ticket",
    "Trend",
    "Unread",
]

AGES = ("0-30", "31-90", "over 90")
"""Days that an item is overdue."""


class Quote(Struct, frozen=True, order=True):
    """Words of a document: what a figure rests on. `line` counts from 1."""

    path: str
    line: int
    text: str


class Share(Struct, frozen=True):
    """A part of a whole, and the words to look at.

    These are the words of the part, or where what is left out says more, of the rest: vague
    items, late reviews, documents that break a rule.
    """

    part: int
    whole: int
    quotes: tuple[Quote, ...] = ()

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None where there is nothing to have a part of."""
        return self.part / self.whole if self.whole else None


class Item(Struct, frozen=True):
    """One action item. `owner` is as written, and shown only where that is asked for.

    `status_from` is ``document`` or ``ticket``; `closed` is the day on which a ticket was
    closed, where one tells.
    """

    quote: Quote
    status: Status
    type: ActionType | None = None
    owner: str = ""
    due: dt.date | None = None
    ticket: str = ""
    specific: bool = True
    status_from: str = "document"
    closed: dt.date | None = None


class Incident(Struct, frozen=True):
    """What one postmortem says, as far as the review asks.

    `date_from` is ``front matter``, ``text``, ``file name``, ``timeline``, ``summary``, ``git`` or
    empty for a document whose date is unknown. `factors` are all contributing factors,
    `systemic` those that are no person's act; `why_depth` is the longest chain of whys, 0 without
    one. `questions` are those of `pmlint.review.questions` that are answered. `findings` counts
    by rule, suppressed ones apart; `wording` quotes the findings of PM1xx to PM3xx.
    """

    path: str
    title: str
    date: dt.date | None
    date_from: str
    profile: Profile
    severity: str
    services: tuple[str, ...]
    team: str
    words: int
    factors: tuple[Quote, ...] = ()
    systemic: tuple[Quote, ...] = ()
    why_depth: int = 0
    questions: frozenset[str] = frozenset()
    signals: tuple[Quote, ...] = ()
    harvested: tuple[Quote, ...] = ()
    items: tuple[Item, ...] = ()
    findings: Mapping[str, int] = field(default_factory=dict)
    wording: tuple[Quote, ...] = ()
    suppressed: int = 0
    known: int = 0
    resolved: dt.datetime | None = None
    reviewed: dt.datetime | None = None


class Unread(Struct, frozen=True):
    """A file that could not be read, or not as a whole, and why."""

    path: str
    reason: str


class Ticket(Struct, frozen=True):
    """One row of a ticket export. `source` names the file."""

    key: str
    title: str
    status: Status
    closed: dt.date | None = None
    due: dt.date | None = None
    url: str = ""
    source: str = ""


class Period(Struct, frozen=True, order=True):
    """Days from `first` to `last`, both of them in; `name` is shown ("2026Q3")."""

    first: dt.date
    last: dt.date
    name: str

    @property
    def is_named(self) -> bool:
        """Whether the name says more than the two days."""
        return self.name != f"{self.first} to {self.last}"

    def __contains__(self, day: dt.date | None) -> bool:
        return day is not None and self.first <= day <= self.last


class DepthFigures(Struct, frozen=True):
    """Are we finding real contributing factors?

    `why_depths` counts documents by the depth of their longest chain; `questions` has a share
    of documents for each of the four; `wording_per_thousand` is findings of PM1xx to PM3xx in
    a thousand words, None without words.
    """

    systemic: Share
    why_depths: Mapping[int, int]
    questions: Mapping[str, Share]
    wording_per_thousand: float | None
    wording: tuple[Quote, ...]
    specific: Share
    harvested: Share
    unharvested: tuple[Quote, ...]


class ActionFigures(Struct, frozen=True):
    """Are action items getting completed?

    `by_status` counts items by the value of their `Status`; unknown is not open. `overdue`
    has the items by the names of `AGES`; `on_time` is the share of dated done items, whose day
    of closing is known, that were closed by their date. `by_type` counts items by type and
    status; `coming` are open items that are due in the next quarter.
    """

    by_status: Mapping[str, int]
    overdue: Mapping[str, tuple[Item, ...]]
    on_time: Share
    by_type: Mapping[str, Mapping[str, int]]
    coming: tuple[Item, ...]
    unmatched: tuple[Ticket, ...]
    items: tuple[Item, ...] = ()
    """All that were counted."""


class Link(Struct, frozen=True):
    """Why two incidents are held for one that came back: `words` that both have.

    `first` and `second` quote the factors that are alike, the earlier one first. `condition` is
    the one that both likely tell of; it is empty where they are nearly one sentence.
    """

    first: Quote
    second: Quote
    words: tuple[str, ...]
    likeness: float
    condition: str = ""


class Cluster(Struct, frozen=True):
    """Incidents with one condition behind them, oldest first, and what links them.

    `open_fixes` are items of an earlier one that were still open when a later one happened.
    """

    paths: tuple[str, ...]
    titles: tuple[str, ...]
    services: tuple[str, ...]
    teams: tuple[str, ...]
    links: tuple[Link, ...]
    open_fixes: tuple[Item, ...] = ()


class ProcessFigures(Struct, frozen=True):
    """How reviews are held: `within_48_hours` of those whose two times are known.

    `compliance` has for each rule the share of documents without a finding of it, `categories`
    for each category. `rising` are services with more incidents than in the period before:
    name, before, now. `fatigue` compares reviews a month with the mean of the four periods
    before.
    """

    within_48_hours: Share
    near_misses: Share
    severities: Mapping[str, int]
    services: Mapping[str, int]
    rising: tuple[tuple[str, int, int], ...]
    compliance: Mapping[str, Share]
    categories: Mapping[str, Share]
    suppressed: int
    known: int
    reviews_a_month: float
    usual_reviews_a_month: float | None


class Trend(Struct, frozen=True):
    """One figure over the periods, oldest first; None where a period has nothing to say."""

    name: str
    unit: str
    values: tuple[float | None, ...]


class Review(Struct, frozen=True):
    """All that is shown. `groups` holds the same figures for each group, if asked for."""

    period: Period
    as_of: dt.date
    periods: tuple[Period, ...]
    incidents: tuple[Incident, ...]
    undated: tuple[Incident, ...]
    unread: tuple[Unread, ...]
    depth: DepthFigures
    actions: ActionFigures
    repeats: tuple[Cluster, ...]
    process: ProcessFigures
    trends: tuple[Trend, ...]
    groups: Mapping[str, Review] = field(default_factory=dict)
    show_owners: bool = False

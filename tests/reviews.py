"""A `Review` made by hand: its numbers are small and differ, so that a page can be searched."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from pmlint.document import ActionType, Profile, Status
from pmlint.quarterly.model import (
    AGES,
    ActionFigures,
    Cluster,
    DepthFigures,
    Incident,
    Item,
    Link,
    Period,
    ProcessFigures,
    Quote,
    Review,
    Share,
    Ticket,
    Trend,
    Unread,
)
from pmlint.review.questions import FACTOR_QUESTIONS

AS_OF = dt.date(2026, 10, 12)
OWNER = "Ottilie Quorn"
PERIODS = tuple(
    Period(dt.date(year, first, 1), dt.date(year, first + 2, last), f"{year}Q{(first + 2) // 3}")
    for year, first, last in (
        (2025, 7, 30),
        (2025, 10, 31),
        (2026, 1, 31),
        (2026, 4, 30),
        (2026, 7, 30),
    )
)


def quoted(path: str, line: int, text: str) -> Quote:
    """A quote, for short."""
    return Quote(path, line, text)


def item(path: str, line: int, text: str, status: Status, due: dt.date | None = None) -> Item:
    """An action item that has an owner and prevents."""
    return Item(quoted(path, line, text), status, ActionType.PREVENT, OWNER, due)


PAY = "postmortems/2026-07-03-payments.md"
SEARCH = "postmortems/2026-08-11-search.md"
NEAR = "postmortems/2026-09-02-near-miss.md"
OLD = "postmortems/2026-05-20-payments.md"
LOST = "postmortems/undated.md"

OVERDUE = item(
    PAY, 41, "Alert when a certificate has 14 days left", Status.OPEN, dt.date(2026, 9, 5)
)
OLD_FIX = item(OLD, 37, "Renew certificates from the pipeline", Status.OPEN, dt.date(2026, 6, 1))
COMING = item(SEARCH, 52, "Load-test the index rebuild", Status.OPEN, dt.date(2026, 11, 15))
IN_TIME = replace(
    item(PAY, 43, "Add a canary to the payment release", Status.DONE, dt.date(2026, 8, 1)),
    closed=dt.date(2026, 7, 28),
    ticket="PAY-12",
    status_from="ticket",
)
TOO_LATE = replace(
    item(SEARCH, 53, "Page on replica lag above 30 s", Status.DONE, dt.date(2026, 8, 20)),
    type=ActionType.DETECT,
    closed=dt.date(2026, 9, 9),
)
VAGUE = Item(quoted(NEAR, 29, "Improve monitoring"), Status.UNKNOWN, specific=False)


def incident(path: str, title: str, day: dt.date | None, **more: object) -> Incident:
    """An incident with little to say but for *more*."""
    plain = Incident(path, title, day, "text", Profile.ORDINARY, "", (), "", 800)
    return replace(plain, **more)


def incidents() -> tuple[Incident, ...]:
    """The three documents of the period."""
    factors = (
        quoted(PAY, 21, "No alert on certificate expiry"),
        quoted(PAY, 22, "The release has no canary"),
    )
    return (
        incident(
            PAY,
            "Payments down for 18 minutes",
            dt.date(2026, 7, 3),
            severity="SEV1",
            services=("payments",),
            team="checkout",
            factors=(*factors, quoted(PAY, 23, "The engineer was in a hurry")),
            systemic=factors,
            why_depth=4,
            questions=frozenset({"risky", "not caught", "slow recovery"}),
            items=(OVERDUE, IN_TIME),
            findings={"PM101": 3, "PM401": 1},
            wording=(quoted(PAY, 23, "The engineer was in a hurry (PM101)"),),
            suppressed=2,
            resolved=dt.datetime(2026, 7, 3, 10, 0),
            reviewed=dt.datetime(2026, 7, 4, 15, 30),
        ),
        incident(
            SEARCH,
            "Search answered from a stale index",
            dt.date(2026, 8, 11),
            severity="SEV3",
            services=("search", "payments"),
            team="search",
            factors=(quoted(SEARCH, 31, "Replica lag is on no dashboard"),),
            systemic=(quoted(SEARCH, 31, "Replica lag is on no dashboard"),),
            questions=frozenset({"risky"}),
            signals=(
                quoted(SEARCH, 18, "We assumed the replica was fresh because the page loaded"),
            ),
            items=(COMING, TOO_LATE),
            known=5,
            resolved=dt.datetime(2026, 8, 11, 9, 0),
            reviewed=dt.datetime(2026, 8, 19, 9, 0),
        ),
        incident(
            NEAR,
            "Expired token caught before the sale",
            dt.date(2026, 9, 2),
            profile=Profile.NEAR_MISS,
            why_depth=2,
            signals=(quoted(NEAR, 12, "The dashboard looked normal"),),
            harvested=(quoted(NEAR, 12, "The dashboard looked normal"),),
            items=(VAGUE,),
        ),
    )


def depth() -> DepthFigures:
    """Figures on factors, each number of its own."""
    told = incidents()
    numbers = dict(zip(FACTOR_QUESTIONS, (19, 7, 13, 11), strict=True))
    return DepthFigures(
        systemic=Share(17, 23, told[0].systemic),
        why_depths={0: 14, 2: 6, 4: 3},
        questions={name: Share(number, 23) for name, number in numbers.items()},
        wording_per_thousand=8.4,
        wording=told[0].wording,
        specific=Share(31, 37, (VAGUE.quote,)),
        harvested=Share(5, 9, told[2].signals),
        unharvested=told[1].signals,
    )


def actions() -> ActionFigures:
    """Figures on items, each number of its own."""
    return ActionFigures(
        by_status={"open": 29, "done": 41, "cancelled": 2, "unknown": 16},
        overdue=dict(zip(AGES, ((), (OVERDUE,), (OLD_FIX,)), strict=True)),
        on_time=Share(26, 34, (TOO_LATE.quote,)),
        by_type={
            "prevent": {"open": 12, "done": 22, "cancelled": 1, "unknown": 8},
            "detect": {"open": 10, "done": 15, "cancelled": 0, "unknown": 0},
            "mitigate": {"open": 0, "done": 4, "cancelled": 0, "unknown": 0},
            "untyped": {"open": 7, "done": 0, "cancelled": 1, "unknown": 8},
        },
        coming=(COMING,),
        unmatched=(
            Ticket(
                "OPS-771",
                "Rotate the signing keys",
                Status.OPEN,
                due=dt.date(2026, 12, 24),
                source="tickets.csv",
            ),
        ),
    )


def process() -> ProcessFigures:
    """Figures on reviews, each number of its own."""
    return ProcessFigures(
        within_48_hours=Share(18, 21, (quoted(SEARCH, 1, "Search answered from a stale index"),)),
        near_misses=Share(4, 23, (quoted(NEAR, 1, "Expired token caught before the sale"),)),
        severities={"SEV1": 1, "SEV3": 20, "not said": 2},
        services={"payments": 44, "search": 27},
        rising=(("payments", 28, 44),),
        compliance={"PM101": Share(22, 25), "PM401": Share(32, 39), "ACME001": Share(33, 35)},
        categories={
            "action-items": Share(36, 40, (quoted(PAY, 1, "Payments down for 18 minutes"),)),
            "blame": Share(38, 42, (quoted(PAY, 1, "Payments down for 18 minutes"),)),
        },
        suppressed=43,
        known=45,
        reviews_a_month=7.7,
        usual_reviews_a_month=6.2,
    )


def repeats() -> tuple[Cluster, ...]:
    """One repeat with an earlier fix that was open, across teams, and one without."""
    return (
        Cluster(
            (OLD, PAY),
            ("Payments down by an expired certificate", "Payments down for 18 minutes"),
            ("payments",),
            ("checkout", "platform"),
            (
                Link(
                    quoted(OLD, 19, "Nothing warns before a certificate runs out"),
                    quoted(PAY, 21, "No alert on certificate expiry"),
                    ("certificate", "warn"),
                    0.83,
                ),
            ),
            (OLD_FIX,),
        ),
        Cluster(
            (SEARCH, NEAR),
            ("Search answered from a stale index", "Expired token caught before the sale"),
            (),
            ("search", "search"),
            (),
        ),
    )


def trends() -> tuple[Trend, ...]:
    """A figure with a gap, and one of each unit."""
    return (
        Trend("incidents", "documents", (46.0, 47.0, 0.0, 48.0, 23.0)),
        Trend("two or more systemic factors", "share", (0.51, None, 0.53, 0.61, 0.74)),
        Trend("wording findings", "per 1,000 words", (12.3, None, 11.4, 9.6, 8.4)),
        Trend("near misses", "share", (None, None, None, None, None)),
    )


def full_review() -> Review:
    """A review with something to show everywhere, and one group that is as large."""
    review = Review(
        period=PERIODS[-1],
        as_of=AS_OF,
        periods=PERIODS,
        incidents=incidents(),
        undated=(incident(LOST, "An outage of an unknown day", None, date_from=""),),
        unread=(Unread("postmortems/broken.md", "is not UTF-8 at byte 512"),),
        depth=depth(),
        actions=actions(),
        repeats=repeats(),
        process=process(),
        trends=trends(),
    )
    return replace(review, groups={"search": review, "checkout": review})


def empty_review() -> Review:
    """A review of nothing."""
    none = Share(0, 0)
    return Review(
        period=PERIODS[-1],
        as_of=AS_OF,
        periods=PERIODS,
        incidents=(),
        undated=(),
        unread=(),
        depth=DepthFigures(
            none, {}, dict.fromkeys(FACTOR_QUESTIONS, none), None, (), none, none, ()
        ),
        actions=ActionFigures({}, dict.fromkeys(AGES, ()), none, {}, (), ()),
        repeats=(),
        process=ProcessFigures(none, none, {}, {}, (), {}, {}, 0, 0, 0.0, None),
        trends=(),
    )

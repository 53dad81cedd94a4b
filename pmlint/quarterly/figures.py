"""Incidents to a `Review`: every figure with the words that it rests on.

A document counts in the period of its incident's day; what is done with action items is told
of all documents up to the end of the period, since an item outlives its quarter. Nothing is
computed by person.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import ActionType, Profile, Status
from pmlint.quarterly.model import (
    AGES,
    ActionFigures,
    Cluster,
    DepthFigures,
    Incident,
    Item,
    Period,
    ProcessFigures,
    Quote,
    Review,
    Share,
    Ticket,
    Trend,
    Unread,
)
from pmlint.quarterly.periods import after, before, months_of
from pmlint.quarterly.repeats import clusters
from pmlint.review.chronology import hours_between
from pmlint.review.questions import FACTOR_QUESTIONS
from pmlint.rule import Rule

__all__ = ["Reading", "review_of"]

_PERIODS_BEFORE = 4
_ENOUGH = 2  # systemic factors
_AGE_LIMITS = (30, 90)
_REVIEW_HOURS = 48
_THOUSAND = 1000
_UNTYPED = "untyped"


class Reading(Struct, frozen=True):
    """All that was read, before it is counted. `rules` are those that were run."""

    incidents: tuple[Incident, ...]
    unread: tuple[Unread, ...] = ()
    unmatched: tuple[Ticket, ...] = ()
    rules: tuple[Rule, ...] = ()


def review_of(
    reading: Reading,
    period: Period,
    as_of: dt.date,
    *,
    group: Callable[[Incident], str] | None = None,
    show_owners: bool = False,
) -> Review:
    """The review of *period*, as things stand on *as_of*.

    *group* gives each incident a group; each one then has figures of its own.
    """
    review = _review(reading, period, as_of, show_owners=show_owners)
    if group is None:
        return review
    names = sorted({group(one) for one in reading.incidents})
    groups = {
        name: _review(_only(reading, group, name), period, as_of, show_owners=show_owners)
        for name in names
    }
    return replace(review, groups=groups)


def _only(reading: Reading, group: Callable[[Incident], str], name: str) -> Reading:
    chosen = tuple(one for one in reading.incidents if group(one) == name)
    return Reading(chosen, rules=reading.rules)


def _review(reading: Reading, period: Period, as_of: dt.date, *, show_owners: bool) -> Review:
    periods = (*before(period, _PERIODS_BEFORE), period)
    now = _within(reading.incidents, period)
    until = tuple(one for one in reading.incidents if one.date is None or one.date <= period.last)
    repeats = tuple(one for one in clusters(until) if any(item.path in one.paths for item in now))
    return Review(
        period=period,
        as_of=as_of,
        periods=periods,
        incidents=now,
        undated=tuple(one for one in reading.incidents if one.date is None),
        unread=reading.unread,
        depth=_depth(now),
        actions=_actions(until, period, as_of, reading.unmatched),
        repeats=_strongest_first(repeats),
        process=_process(reading, periods),
        trends=_trends(reading, periods),
        show_owners=show_owners,
    )


def _within(incidents: Iterable[Incident], period: Period) -> tuple[Incident, ...]:
    chosen = (one for one in incidents if one.date in period)
    return tuple(sorted(chosen, key=lambda one: (one.date or dt.date.max, one.path)))


def _strongest_first(found: Iterable[Cluster]) -> tuple[Cluster, ...]:
    """A repeat whose earlier fix was open says most; then those across teams."""
    return tuple(sorted(found, key=lambda one: (not one.open_fixes, len(one.teams) < 2, one.paths)))


# --- are we finding real contributing factors? ----------------------------------------


def _depth(incidents: Sequence[Incident]) -> DepthFigures:
    deep = [one for one in incidents if len(one.systemic) >= _ENOUGH]
    items = [item for one in incidents for item in one.items]
    specific = [item for item in items if item.specific]
    vague = tuple(item.quote for item in items if not item.specific)
    signals = [signal for one in incidents for signal in one.signals]
    harvested = [signal for one in incidents for signal in one.harvested]
    wording = tuple(quote for one in incidents for quote in one.wording)
    words = sum(one.words for one in incidents)
    return DepthFigures(
        systemic=Share(len(deep), len(incidents), _first_of(deep)),
        why_depths=dict(sorted(Counter(one.why_depth for one in incidents).items())),
        questions={name: _answered(incidents, name) for name in FACTOR_QUESTIONS},
        wording_per_thousand=len(wording) * _THOUSAND / words if words else None,
        wording=wording,
        specific=Share(len(specific), len(items), vague),
        harvested=Share(len(harvested), len(signals), tuple(harvested)),
        unharvested=tuple(signal for signal in signals if signal not in harvested),
    )


def _first_of(incidents: Iterable[Incident]) -> tuple[Quote, ...]:
    return tuple(quote for one in incidents for quote in one.systemic)


def _answered(incidents: Sequence[Incident], question: str) -> Share:
    told = [one for one in incidents if question in one.questions]
    return Share(len(told), len(incidents), tuple(map(_titled, told)))


def _titled(incident: Incident) -> Quote:
    return Quote(incident.path, 1, incident.title)


# --- are action items getting completed? ----------------------------------------------


def _actions(
    incidents: Sequence[Incident], period: Period, as_of: dt.date, unmatched: tuple[Ticket, ...]
) -> ActionFigures:
    items = [item for one in incidents for item in one.items]
    coming = after(period)
    return ActionFigures(
        by_status={status.value: sum(item.status is status for item in items) for status in Status},
        overdue=_overdue(items, as_of),
        on_time=_on_time(items),
        by_type=_by_type(items),
        coming=_by_day(item for item in items if item.status is Status.OPEN and item.due in coming),
        unmatched=unmatched,
        items=tuple(items),
    )


def _overdue(items: Iterable[Item], as_of: dt.date) -> Mapping[str, tuple[Item, ...]]:
    """Open items past their date, by age; unknown is not open."""
    found: dict[str, list[Item]] = {age: [] for age in AGES}
    for item in items:
        if item.status is Status.OPEN and item.due is not None and item.due < as_of:
            days = (as_of - item.due).days
            found[AGES[sum(days > limit for limit in _AGE_LIMITS)]].append(item)
    return {age: _by_day(late) for age, late in found.items()}


def _by_day(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.due or dt.date.max, item.quote)))


def _on_time(items: Iterable[Item]) -> Share:
    known = [
        item
        for item in items
        if item.status is Status.DONE and item.due is not None and item.closed is not None
    ]
    met = [item for item in known if item.closed and item.due and item.closed <= item.due]
    late = tuple(item.quote for item in known if item not in met)
    return Share(len(met), len(known), late)


def _by_type(items: Sequence[Item]) -> Mapping[str, Mapping[str, int]]:
    names = [kind.value for kind in ActionType] + [_UNTYPED]
    table = {name: {status.value: 0 for status in Status} for name in names}
    for item in items:
        table[item.type.value if item.type else _UNTYPED][item.status.value] += 1
    return table


# --- how reviews are held -------------------------------------------------------------


def _process(reading: Reading, periods: Sequence[Period]) -> ProcessFigures:
    period = periods[-1]
    now = _within(reading.incidents, period)
    last = _within(reading.incidents, periods[-2])
    services, earlier = _count_services(now), _count_services(last)
    near = [one for one in now if one.profile is Profile.NEAR_MISS]
    return ProcessFigures(
        within_48_hours=_prompt(now),
        near_misses=Share(len(near), len(now), tuple(map(_titled, near))),
        severities=dict(sorted(Counter(one.severity or "not said" for one in now).items())),
        services=services,
        rising=tuple(
            (name, earlier.get(name, 0), count)
            for name, count in services.items()
            if count > earlier.get(name, 0)
        ),
        compliance={rule.code: _compliance(now, {rule.code}) for rule in reading.rules},
        categories=_categories(now, reading.rules),
        suppressed=sum(one.suppressed for one in now),
        known=sum(one.known for one in now),
        reviews_a_month=len(now) / months_of(period),
        usual_reviews_a_month=_usual(reading.incidents, periods[:-1]),
    )


def _count_services(incidents: Iterable[Incident]) -> dict[str, int]:
    counted = Counter(service for one in incidents for service in one.services)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _prompt(incidents: Iterable[Incident]) -> Share:
    """Reviews within 48 hours of resolution, where both are said, by the measure of PM807."""
    known = [(one, one.resolved, one.reviewed) for one in incidents]
    hours = [(one, hours_between(end, held)) for one, end, held in known if end and held]
    late = tuple(_titled(one) for one, passed in hours if passed > _REVIEW_HOURS)
    return Share(len(hours) - len(late), len(hours), late)


def _categories(incidents: Sequence[Incident], rules: Iterable[Rule]) -> Mapping[str, Share]:
    codes: dict[str, set[str]] = {}
    for rule in rules:
        codes.setdefault(rule.category.value, set()).add(rule.code)
    return {name: _compliance(incidents, found) for name, found in sorted(codes.items())}


def _compliance(incidents: Sequence[Incident], codes: set[str]) -> Share:
    """Documents without a finding of any of *codes*, and those that have one."""
    against = [one for one in incidents if codes & one.findings.keys()]
    return Share(len(incidents) - len(against), len(incidents), tuple(map(_titled, against)))


def _usual(incidents: Iterable[Incident], periods: Sequence[Period]) -> float | None:
    every = tuple(incidents)
    first = min((one.date for one in every if one.date), default=None)
    # Periods before the first document say nothing: the team may not have written any yet.
    told = [period for period in periods if first is not None and period.last >= first]
    if not told:
        return None
    return sum(len(_within(every, one)) / months_of(one) for one in told) / len(told)


# --- trends ---------------------------------------------------------------------------


def _trends(reading: Reading, periods: Sequence[Period]) -> tuple[Trend, ...]:
    columns = [_points(_within(reading.incidents, period)) for period in periods]
    return tuple(
        Trend(name, unit, tuple(column[name] for column in columns)) for name, unit in _TRENDS
    )


_TRENDS = (
    ("incidents", "documents"),
    ("two or more systemic factors", "share"),
    ("wording findings", "per 1,000 words"),
    ("specific action items", "share"),
    ("action items done", "share"),
    ("reviewed within 48 hours", "share"),
    ("near misses", "share"),
)


def _points(incidents: Sequence[Incident]) -> Mapping[str, float | None]:
    if not incidents:
        return {name: 0.0 if name == "incidents" else None for name, _ in _TRENDS}
    depth = _depth(incidents)
    items = [item for one in incidents for item in one.items if item.status is not Status.CANCELLED]
    done = Share(sum(item.status is Status.DONE for item in items), len(items))
    near = Share(sum(one.profile is Profile.NEAR_MISS for one in incidents), len(incidents))
    return {
        "incidents": float(len(incidents)),
        "two or more systemic factors": depth.systemic.value,
        "wording findings": depth.wording_per_thousand,
        "specific action items": depth.specific.value,
        "action items done": done.value,
        "reviewed within 48 hours": _prompt(incidents).value,
        "near misses": near.value,
    }

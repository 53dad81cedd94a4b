"""Periods of a review: quarters, any days from one to another, and those before and after.

Neighbours of a period have its length as people count it: a quarter's are quarters, whole
months' are as many months, and any other days' are as many days.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from pmlint.quarterly.model import Period

__all__ = ["after", "before", "months_of", "quarter_named", "quarter_of", "spanning"]

_QUARTER = re.compile(
    r"\s*(?:(?P<year>(?:19|20)[0-9]{2})-?Q(?P<number>[1-4])"
    r"|Q(?P<number2>[1-4])\s+(?P<year2>(?:19|20)[0-9]{2}))\s*",
    re.IGNORECASE,
)
_DAY = dt.timedelta(days=1)


def quarter_named(name: str) -> Period:
    """The calendar quarter that ``2026Q3``, ``2026-Q3`` or ``Q3 2026`` names.

    Raises:
        ValueError: *name* has another form, or is no quarter from 1900Q1 to 2099Q4.
    """
    match = _QUARTER.fullmatch(name)
    if match is None:
        raise ValueError(f"{name!r} is not a quarter. Write one as 2026Q3, 2026-Q3 or Q3 2026.")
    year, number = match["year"] or match["year2"], match["number"] or match["number2"]
    return _months(int(year) * 12 + 3 * (int(number) - 1), 3)


def quarter_of(day: dt.date) -> Period:
    """The calendar quarter that *day* lies in."""
    month = _index(day)
    return _months(month - month % 3, 3)


def spanning(first: dt.date, last: dt.date) -> Period:
    """The days from *first* to *last*, both in; a whole quarter gets its name.

    Raises:
        ValueError: *last* is before *first*.
    """
    if last < first:
        raise ValueError(f"the period ends on {last}, before it begins on {first}. Swap the two.")
    return Period(first, last, _name(first, last))


def before(period: Period, count: int) -> tuple[Period, ...]:
    """The *count* periods of the same length that end where *period* begins, oldest first.

    Raises:
        ValueError: one of them would begin before the year 1.
    """
    return tuple(_beside(period, -step) for step in range(count, 0, -1))


def after(period: Period) -> Period:
    """The period of the same length that begins where *period* ends.

    Raises:
        ValueError: it would end after the year 9999.
    """
    return _beside(period, 1)


def months_of(period: Period) -> float:
    """How many months *period* has: whole ones count 1, others the share of their days."""
    first, last = _index(period.first), _index(period.last)
    return sum(_share(period, month) for month in range(first, last + 1))


def _share(period: Period, month: int) -> float:
    """Between 0 and 1: the part of a month's days that lie in *period*."""
    start, end = _start(month), _end(month)
    days = min(end, period.last) - max(start, period.first)
    return (days.days + 1) / end.day


def _beside(period: Period, step: int) -> Period:
    """The period that is *step* lengths of *period* later, or earlier if below 0."""
    try:
        return _shifted(period, step)
    except (ValueError, OverflowError) as error:
        where = "before" if step < 0 else "after"
        raise ValueError(f"no calendar has a period {where} {period.name}.") from error


def _shifted(period: Period, step: int) -> Period:
    first, last = _index(period.first), _index(period.last)
    if (period.first, period.last) == (_start(first), _end(last)):
        length = last - first + 1
        return _months(first + step * length, length)
    days = step * (period.last - period.first + _DAY)
    return spanning(period.first + days, period.last + days)


def _months(month: int, count: int) -> Period:
    """*count* whole months from *month* on."""
    return spanning(_start(month), _end(month + count - 1))


def _index(day: dt.date) -> int:
    """The month of *day*, counted from January of the year 0."""
    return day.year * 12 + day.month - 1


def _start(month: int) -> dt.date:
    return dt.date(month // 12, month % 12 + 1, 1)


def _end(month: int) -> dt.date:
    start = _start(month)
    return start.replace(day=monthrange(start.year, start.month)[1])


def _name(first: dt.date, last: dt.date) -> str:
    month = _index(first)
    if month % 3 == 0 and first == _start(month) and last == _end(month + 2):
        return f"{first.year:04}Q{month // 3 % 4 + 1}"
    return f"{first} to {last}"

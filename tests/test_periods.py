"""Quarters and other periods: names, neighbours, lengths."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.quarterly.model import Period
from pmlint.quarterly.periods import (
    after,
    before,
    months_of,
    quarter_named,
    quarter_of,
    spanning,
)

DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2099, 12, 31))
Q3 = Period(dt.date(2026, 7, 1), dt.date(2026, 9, 30), "2026Q3")


@pytest.mark.parametrize(
    "name", ["2026Q3", "2026-Q3", "Q3 2026", "2026q3", "q3  2026", " 2026Q3\n"]
)
def test_a_quarter_is_named_in_three_ways(name: str) -> None:
    assert quarter_named(name) == Q3


@pytest.mark.parametrize(
    "name", ["", "2026", "2026Q5", "2026Q0", "Q3", "Q32026", "26Q3", "2026 Q3", "२०२६Q3", "3000Q1"]
)
def test_another_form_is_refused_with_the_right_one(name: str) -> None:
    with pytest.raises(ValueError, match=r"is not a quarter\. Write one as 2026Q3"):
        quarter_named(name)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2026-01-01", "2026Q1"), ("2024-02-29", "2024Q1"), ("2026-06-30", "2026Q2"),
     ("2026-07-01", "2026Q3"), ("2026-12-31", "2026Q4"), ("9999-12-31", "9999Q4")],
)  # fmt: skip
def test_each_day_has_a_quarter(day: str, name: str) -> None:
    assert quarter_of(dt.date.fromisoformat(day)).name == name


@given(DAYS)
def test_a_quarter_holds_its_day_and_is_found_by_its_name(day: dt.date) -> None:
    quarter = quarter_of(day)
    assert day in quarter
    assert quarter_named(quarter.name) == quarter
    assert months_of(quarter) == 3


def test_days_that_make_a_quarter_are_that_quarter() -> None:
    assert spanning(Q3.first, Q3.last) == Q3
    assert spanning(dt.date(2026, 7, 1), dt.date(2026, 9, 29)).name == "2026-07-01 to 2026-09-29"
    assert spanning(dt.date(2026, 8, 1), dt.date(2026, 10, 31)).name == "2026-08-01 to 2026-10-31"


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="Swap the two"):
        spanning(dt.date(2026, 3, 2), dt.date(2026, 3, 1))
    assert spanning(Q3.first, Q3.first).last == Q3.first


def test_before_a_quarter_are_quarters() -> None:
    names = [period.name for period in before(quarter_named("2026Q2"), 4)]
    assert names == ["2025Q2", "2025Q3", "2025Q4", "2026Q1"]
    assert before(Q3, 0) == ()
    assert after(quarter_named("2026Q4")) == quarter_named("2027Q1")


def test_beside_whole_months_are_whole_months() -> None:
    half = spanning(dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert before(half, 1) == (spanning(dt.date(2025, 7, 1), dt.date(2025, 12, 31)),)
    february = spanning(dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert after(february) == spanning(dt.date(2024, 3, 1), dt.date(2024, 3, 31))


def test_beside_other_days_are_as_many_days() -> None:
    week = spanning(dt.date(2026, 3, 2), dt.date(2026, 3, 8))
    assert [str(period.first) for period in before(week, 2)] == ["2026-02-16", "2026-02-23"]
    assert after(week).last == dt.date(2026, 3, 15)


def test_the_calendar_has_ends() -> None:
    with pytest.raises(ValueError, match="no calendar has a period before 0001Q1"):
        before(quarter_of(dt.date.min), 1)
    with pytest.raises(ValueError, match="no calendar has a period after"):
        after(quarter_of(dt.date.max))
    with pytest.raises(ValueError, match="no calendar has a period before"):
        before(spanning(dt.date(1, 1, 2), dt.date(1, 1, 9)), 1)


def test_months_are_whole_or_the_share_of_their_days() -> None:
    assert months_of(spanning(dt.date(2025, 3, 1), dt.date(2026, 2, 28))) == 12
    middle = spanning(dt.date(2026, 1, 15), dt.date(2026, 2, 14))
    assert months_of(middle) == pytest.approx(17 / 31 + 14 / 28)
    assert months_of(spanning(dt.date(2026, 4, 1), dt.date(2026, 4, 1))) == pytest.approx(1 / 30)


def test_a_month_met_by_chance_changes_no_length() -> None:
    four_weeks = spanning(dt.date(2026, 3, 1), dt.date(2026, 3, 28))
    january, february = before(four_weeks, 2)
    assert (february.first, february.last) == (dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    assert (january.first, january.last) == (dt.date(2026, 1, 4), dt.date(2026, 1, 31))


@given(DAYS, st.integers(0, 800), st.integers(1, 5))
def test_neighbours_touch(first: dt.date, days: int, count: int) -> None:
    period = spanning(first, first + dt.timedelta(days))
    chain = (*before(period, count), period, after(period))
    assert len(chain) == count + 2
    for earlier, later in pairwise(chain):
        assert (later.first - earlier.last).days == 1
        assert months_of(earlier) == pytest.approx(months_of(later), rel=0.2)

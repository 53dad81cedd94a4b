"""What a deadline means, told from the day of the incident."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import Span
from pmlint.reading.deadlines import is_blank, parse_deadline

APRIL = dt.date(2026, 4, 15)  # a Wednesday
NOVEMBER = dt.date(2026, 11, 18)  # a Wednesday

DAYS = [
    ("Q2", APRIL, "2026-06-30"),
    ("Q1", APRIL, "2027-03-31"),  # this year's is over
    ("Q4 2026", APRIL, "2026-12-31"),
    ("Q1 2026", APRIL, "2026-03-31"),
    ("Q4/26", APRIL, "2026-12-31"),
    ("2027 Q1", APRIL, "2027-03-31"),
    ("Q2", dt.date(2026, 6, 30), "2026-06-30"),
    ("EOD", APRIL, "2026-04-15"),
    ("end of the business day", APRIL, "2026-04-15"),
    ("end of week", APRIL, "2026-04-17"),
    ("EOW", dt.date(2026, 4, 17), "2026-04-17"),
    ("EOW", dt.date(2026, 4, 18), "2026-04-24"),
    ("end of next week", APRIL, "2026-04-24"),
    ("EOM", APRIL, "2026-04-30"),
    ("end of next month", APRIL, "2026-05-31"),
    ("end of May", APRIL, "2026-05-31"),
    ("2026-W50", APRIL, "2026-12-11"),
    ("2026 W9", APRIL, "2026-02-27"),
    ("KW 50", APRIL, "2026-12-11"),
    ("wk 26", APRIL, "2026-06-26"),
    ("CW50", NOVEMBER, "2026-12-11"),
    ("week 7", APRIL, "2027-02-19"),  # this year's is over
    ("calendar week 17/2026", APRIL, "2026-04-24"),
    ("week 60", APRIL, "None"),
    ("1 week 2 days", APRIL, "None"),
    ("27.11.", APRIL, "2026-11-27"),
    ("27.11", APRIL, "2026-11-27"),
    ("4.5.", APRIL, "2026-05-04"),
    ("1.28", APRIL, "None"),
    ("end of next month", dt.date(2026, 3, 15), "2026-04-30"),
    ("end of next month", dt.date(2026, 12, 1), "2027-01-31"),
    ("end of month", dt.date(2026, 12, 1), "2026-12-31"),
    ("end of month", dt.date(2028, 2, 1), "2028-02-29"),
    ("EOQ", APRIL, "2026-06-30"),
    ("EOQ", NOVEMBER, "2026-12-31"),
    ("EOQ", dt.date(2026, 3, 1), "2026-03-31"),
    ("EOY", APRIL, "2026-12-31"),
    ("next week", APRIL, "2026-04-29"),
    ("this week", APRIL, "2026-04-22"),
    ("today", APRIL, "2026-04-15"),
    ("Tomorrow", APRIL, "2026-04-16"),
    ("Friday", APRIL, "2026-04-17"),
    ("Wednesday", APRIL, "2026-04-22"),  # the next one
    ("by Monday", APRIL, "2026-04-20"),
    ("next Tuesday", APRIL, "2026-04-21"),
    ("in two weeks", APRIL, "2026-04-29"),
    ("two weeks", APRIL, "2026-04-29"),
    ("within 10 days", APRIL, "2026-04-25"),
    ("1 day", APRIL, "2026-04-16"),
    ("in 2 hours", APRIL, "2026-04-15"),
    ("in a month", APRIL, "2026-05-16"),
    ("in two months", APRIL, "2026-06-16"),
    ("in 3 months", APRIL, "2026-07-17"),
    ("in six months", NOVEMBER, "2027-05-23"),
    ("end of March", APRIL, "2027-03-31"),
    ("April", APRIL, "2026-04-30"),
    ("december", APRIL, "2026-12-31"),
    ("Feb 2027", APRIL, "2027-02-28"),
    ("5/12", APRIL, "2026-05-12"),
    ("15/5", APRIL, "2026-05-15"),
    ("12/12", APRIL, "2026-12-12"),
    ("sprint 12", APRIL, "2026-04-29"),
    ("week 21", APRIL, "2026-05-22"),
    ("KW 3", APRIL, "2027-01-22"),
    ("H1 2026", APRIL, "2026-06-30"),
    ("H2", APRIL, "2026-12-31"),
    ("May 1", APRIL, "2026-05-01"),
    ("Jan 10", dt.date(2026, 12, 20), "2027-01-10"),
    ("from May 1 to May 3", APRIL, "2026-05-03"),
]


@pytest.mark.parametrize(("words", "base", "day"), DAYS)
def test_the_day_that_a_deadline_means(words: str, base: dt.date, day: str) -> None:
    found = parse_deadline(words, Span(3, 9), base, "column")
    assert found is not None
    assert str(found.date) == day
    assert (found.vague, found.text, found.span, found.given_by) == (
        False,
        words,
        Span(3, 9),
        "column",
    )


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        ("ASAP", True),
        ("soon", True),
        ("end of next quarter", True),
        ("with the release", True),
        ("in 30 minutes", False),
        ("release 12", True),  # was "not a date that exists"
        ("in v1.28", True),
        ("with v2", True),
        ("v2.5", True),
        ("1.28", False),
        ("week 54", False),
        ("31 April", False),
        ("2026-02-30", False),
        ("2/30", False),
        ("13/13", False),
    ],
)
def test_deadlines_without_a_day(words: str, vague: bool) -> None:
    found = parse_deadline(words, Span(0, 1), APRIL, "inline")
    assert found is not None
    assert (found.date, found.vague) == (None, vague)


def test_no_deadline_is_beyond_the_calendar() -> None:
    for words in ("in 99999 weeks", "in 99999 months", "in 999999 days"):
        assert parse_deadline(words, Span(0, 1), APRIL, "inline") is not None


@pytest.mark.parametrize("words", ["4/6", "tomorrow", "next month", "in 99999 weeks", "EOW"])
def test_no_anchor_is_too_late_for_a_deadline(words: str) -> None:
    assert parse_deadline(words, Span(0, 1), dt.date.max, "inline") is not None


@pytest.mark.parametrize("words", ["before Season 5", "when someone has spare cycles", "after 2.0"])
def test_upon_what_is_no_day_it_is_vague(words: str) -> None:
    found = parse_deadline(words, Span(0, 1), APRIL, "inline")
    assert found is not None
    assert found.vague
    assert found.date is None


@pytest.mark.parametrize("words", ["", " - ", "n/a", "None", "[ ]", "???"])
def test_a_blank_is_no_deadline(words: str) -> None:
    assert is_blank(words)
    assert parse_deadline(words, Span(0, 1), APRIL, "column") is None


def test_without_a_day_of_the_incident_a_deadline_still_has_one() -> None:
    found = parse_deadline("2026-05-01", Span(0, 1), None, "column")
    assert found is not None
    assert found.date == dt.date(2026, 5, 1)

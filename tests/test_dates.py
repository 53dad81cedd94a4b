"""Dates, times of day and lengths of time, as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.reading.dates import (
    find_clock,
    find_dates,
    find_datetime,
    find_duration,
    numeric_dates_of,
    offset_of,
    read_stamp,
    resolve,
)

CLOCKS = [
    ("at 14:32", 872, "", "14:32"),
    ("14:32:30", 872.5, "", "14:32:30"),
    ("9:05 PM", 1265, "", "9:05 PM"),
    ("9 am", 540, "", "9 am"),
    ("at 7:24p.", 1164, "", "7:24p"),
    ("at 7:24 packets", 444, "", "7:24"),
    ("12 am", 0, "", "12 am"),
    ("12 pm", 720, "", "12 pm"),
    ("12:30 am", 30, "", "12:30 am"),
    ("13:00 pm", 780, "", "13:00 pm"),
    ("8.30 am", 510, "", "8.30 am"),
    ("14.05 UTC", 845, "UTC", "14.05 UTC"),
    ("14h05 CET", 845, "CET", "14h05 CET"),
    ("1430h", 870, "", "1430h"),
    ("at 0932 hrs", 572, "", "0932 hrs"),
    ("1430 UTC", 870, "UTC", "1430 UTC"),
    ("14:32 (CET)", 872, "CET", "14:32 (CET)"),
    ("14:32 UTC+2", 872, "UTC+2", "14:32 UTC+2"),
    ("2026-03-04T14:32:00+02:00", 872, "+02:00", "14:32:00+02:00"),
    ("24:00", 1440, "", "24:00"),
    ("22:XX", None, "", "22:XX"),
    ("took 3h15 until 10:20", 620, "", "10:20"),
    ("v1:30 at 10:20", 620, "", "10:20"),
    ("2.41 s at 10:20", 620, "", "10:20"),
    ("at 9 am, and 10:20", 540, "", "9 am"),
]


@pytest.mark.parametrize(("text", "minute", "zone", "words"), CLOCKS)
def test_times_of_day(text: str, minute: float | None, zone: str, words: str) -> None:
    found = find_clock(text)
    assert found is not None
    assert (found.minute, found.zone, text[found.start : found.end]) == (minute, zone, words)
    assert found.impossible == ""


@pytest.mark.parametrize("text", ["25:10", "24:01", "12:60", "10:00:60"])
def test_times_that_no_clock_shows(text: str) -> None:
    found = find_clock(f"at {text} it")
    assert found is not None
    assert (found.minute, found.impossible) == (None, text)


@pytest.mark.parametrize(
    "text", ["3h15", "2.41 s", "v1:30", "10:00%", "10:00/11:00", "$10:00", "€10:00"]
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert find_clock(f"It was {text}") is None


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [
        ("utc", 0),
        ("PDT", -420),
        ("UTC+2", 120),
        ("GMT-05:30", -330),
        ("+0200", 120),
        # One abbreviation may mean several zones.
        ("CST", None),
        ("BST", None),
        ("ET", None),
        ("CET+1", None),
        ("", 0),
    ],
)
def test_how_far_zones_are_apart(zone: str, minutes: int | None) -> None:
    assert offset_of(zone) == minutes


def test_what_a_twelve_hour_clock_shows() -> None:
    shown = [find_clock(text) for text in ("9:05 PM", "9:05", "09:05")]
    assert [(found.half_day, found.padded) for found in shown if found] == [
        (True, False),
        (False, False),
        (False, True),
    ]


DATES = [
    ("2026-03-04", "2026-03-04", True),
    ("2026/3/4", "2026-03-04", True),
    ("4 March 2026", "2026-03-04", True),
    ("4th of March, 2026", "2026-03-04", True),
    ("4. March", "2024-03-04", False),
    ("4 Mar '26", "2026-03-04", True),
    ("Wed, March 4th, 2026", "2026-03-04", True),
    ("March the 4th", "2024-03-04", False),
    ("Sept. 30", "2024-09-30", False),
    ("3/4/2026", "2026-03-04", True),
    ("3/4/26", "2026-03-04", True),
    ("13/4/2026", "2026-04-13", True),
    ("3.4.2026", "2026-04-03", True),
    ("December 2026", "2026-12-01", True),
    ("2026-02-30", "None", True),
    ("29 February", "2024-02-29", False),
]


@pytest.mark.parametrize(("text", "day", "has_year"), DATES)
def test_dates(text: str, day: str, has_year: bool) -> None:
    (found,) = find_dates(f"On {text} it", 2024)
    assert (str(found.date), found.has_year) == (day, has_year)
    assert found.month_only == (text == "December 2026")
    assert (found.start, found.end) == (3, 3 + len(text))


@pytest.mark.parametrize(
    ("others", "day"),
    [
        ("29/09/2026", dt.date(2026, 10, 3)),
        ("09/29/2026", dt.date(2026, 3, 10)),
        ("29/09/2026 and 09/29/2026", dt.date(2026, 3, 10)),
        ("12/12/2026", dt.date(2026, 3, 10)),
    ],
)
def test_other_dates_prove_which_number_is_the_month(others: str, day: dt.date) -> None:
    with numeric_dates_of(others):
        assert [found.date for found in find_dates("03/10/2026")] == [day]
    assert [found.date for found in find_dates("03/10/2026")] == [dt.date(2026, 3, 10)]


def test_a_year_that_is_not_written_is_the_nearest() -> None:
    def day_of(text: str, anchor: dt.date | None) -> str:
        return str(resolve(next(find_dates(text)), anchor))

    assert day_of("Jan 10", dt.date(2025, 12, 20)) == "2026-01-10"
    assert day_of("Jan 10", dt.date(2026, 12, 20)) == "2027-01-10"
    assert day_of("Dec 30", dt.date(2026, 1, 5)) == "2025-12-30"
    assert day_of("Feb 29", dt.date(2025, 1, 5)) == "2024-02-29"
    assert day_of("Jan 10, 2021", dt.date(2026, 12, 20)) == "2021-01-10"
    assert day_of("Jan 10", None) == "None"


def test_a_moment_is_a_day_with_a_time() -> None:
    day = dt.date(2026, 4, 15)
    assert find_datetime("2026-04-16 at 14:32", day) == dt.datetime(2026, 4, 16, 14, 32)
    assert find_datetime("14:32 on April 16", day) == dt.datetime(2026, 4, 16, 14, 32)
    assert find_datetime("2026-04-16", None) == dt.datetime(2026, 4, 16)
    assert find_datetime("14:32", day) == dt.datetime(2026, 4, 15, 14, 32)
    assert find_datetime("2026-02-30, then 2026-03-01", day) == dt.datetime(2026, 3, 1)
    assert find_datetime("April 16", None) is None
    assert find_datetime("14:32", None) is None
    assert find_datetime("24:00", day) == dt.datetime(2026, 4, 16)
    assert find_datetime("24:00", dt.date.max) is None
    assert find_datetime("in the evening", day) is None


LENGTHS = [
    ("1h 20m", 80),
    ("1 hour and 20 minutes", 80),
    ("2 hours, 5 minutes & 30 seconds", 125.5),
    ("an hour and a half", 90),
    ("one and a half hours", 90),
    ("half an hour", 30),
    ("forty-five minutes", 45),
    ("90 s", 1.5),
    ("2 days", 2880),
    ("1 week", 10080),
    ("1,5 hours", 90),
    ("1.5 h", 90),
    ("ten minutes", 10),
]


@pytest.mark.parametrize(("words", "minutes"), LENGTHS)
def test_lengths_of_time(words: str, minutes: float) -> None:
    text = f"It took {words} in all"
    assert find_duration(text) == (8, 8 + len(words), minutes)


def test_a_length_ends_where_another_number_counts_other_things() -> None:
    assert find_duration("5 min, 3 of them lost") == (0, 5, 5)


@pytest.mark.parametrize(
    ("words", "minutes"), [("1:20", 80), ("01:20:30", 80.5), ("0:05", 5), ("12:30 hours", 750)]
)
def test_lengths_as_a_clock_shows_them(words: str, minutes: float) -> None:
    assert find_duration(words) is None
    assert find_duration(f"~{words}", clocked=True) == (1, 1 + len(words), minutes)


STAMPS = [
    ("14:32 Deploy", "Deploy"),
    ("[14:32] Deploy", "Deploy"),
    ("**14:32** - Deploy", "Deploy"),
    ("~14:32: Deploy", "Deploy"),
    ("about 14:32 Deploy", "Deploy"),
    ("14:32-14:40 Deploy", "Deploy"),
    ("14:32 to 14:40 UTC: Deploy", "Deploy"),
    ("14:32 (approx.): Deploy", "Deploy"),
    ("2026-03-04 14:32 UTC Deploy", "Deploy"),
    ("2026-03-04T14:32:00Z Deploy", "Deploy"),
    ("14:32, March 4th - Deploy", "Deploy"),
    ("Wed 14:32 Deploy", "Deploy"),
    ("Wed, March 4, 2026, 2:32 PM EST: Deploy", "Deploy"),
    ("Day 2, 14:32 Deploy", "Deploy"),
    ("T+5m Deploy", "Deploy"),
    ("T0: Deploy", "Deploy"),
    ("March 4: Deploy", "Deploy"),
    ("14.05 Deploy", "Deploy"),
]


@pytest.mark.parametrize(("text", "words"), STAMPS)
def test_a_stamp_ends_where_the_words_begin(text: str, words: str) -> None:
    stamp = read_stamp(text)
    assert stamp is not None
    assert text[stamp.end :] == words


@pytest.mark.parametrize(
    "text", ["Deploy at 14:32", "3 hosts down", "About a deploy", "On call", ""]
)
def test_words_that_are_no_stamp(text: str) -> None:
    assert read_stamp(text) is None


def test_what_a_stamp_says() -> None:
    stamp = read_stamp("  [2026-03-04 14:32 UTC] Deploy")
    assert stamp is not None
    assert stamp.date is not None
    assert stamp.clock is not None
    assert (stamp.date.date, stamp.clock.minute, stamp.clock.zone, stamp.start, stamp.relative) == (
        dt.date(2026, 3, 4),
        872,
        "UTC",
        3,
        False,
    )
    relative = read_stamp("T+5m: Deploy")
    assert relative is not None
    assert (relative.relative, relative.clock, relative.date) == (True, None, None)


@pytest.mark.parametrize(
    "text", ["Host 10.4.0.12 drained", "Host 10.12.0.99", "10.20.30.40", "10.9.0.0/16", "4.0.72"]
)
def test_addresses_and_versions_are_no_days(text: str) -> None:
    assert list(find_dates(text)) == []


def test_a_dotted_number_in_a_log_is_no_time() -> None:
    assert read_stamp("14.05 Deploy", dotted=False) is None
    assert read_stamp("14:05 Deploy", dotted=False) is not None


@pytest.mark.parametrize(
    ("words", "minute"),
    [("11:30 pm", 1410), ("23:30 pm", 1410), ("12:30 am", 30), ("24:30 pm", None)],
)
def test_halves_of_the_day(words: str, minute: float | None) -> None:
    clock = find_clock(words)
    assert clock is not None
    assert clock.minute == minute

"""Entries of a timeline: when each was, what it says, and what it lacks."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import Document, Entry
from pmlint.reading import read
from pmlint.source import Source


def document(body: str) -> Document:
    text = f"# Outage on 2026-03-04\n\n## Timeline\n\n{body}\n"
    return read(Source("postmortem.md", text))


def entries(body: str) -> tuple[Entry, ...]:
    return document(body).timeline.entries


def told(body: str) -> list[tuple[float | None, str]]:
    return [(entry.minute, entry.text.raw) for entry in entries(body)]


def test_paragraphs_with_times() -> None:
    assert told(
        "Some words first.\n\n14:32 deploy\n\n14:35 alert fires\n\n14:36 page\n\nThe team met\n\n"
        "Later that day: fixed\n\n14:50 all is well\n\nThat is all we know of it.\n\n- a detail\n"
    ) == [
        (872, "deploy"),
        (875, "alert fires"),
        (876, "page"),
        (None, "fixed"),
        (890, "all is well"),
        (None, "a detail"),
    ]
    assert told("14:32 deploy\n\n14:35 alert fires\n\nThe team met\n") == [
        (872, "deploy"),
        (875, "alert fires"),
        (None, "The team met"),
    ]


@pytest.mark.parametrize("day", ["[03-0{} {}]", "0{}.03. {}", "0{}.03 {}", "3/{} {}"])
def test_days_without_a_year_in_numbers_before_a_time(day: str) -> None:
    """An entry of ``[03-26 23:04]`` had no time, and its day was lost."""
    body = f"- {day.format(4, '23:04')} drained\n- {day.format(5, '02:50')} told\n"
    assert [(one.date, one.minute, one.text.raw) for one in entries(body)] == [
        (dt.date(2026, 3, 4), 1384, "drained"),
        (dt.date(2026, 3, 5), 1610, "told"),
    ]


def test_a_line_with_words_for_its_time_among_lines_with_times() -> None:
    found = entries("21:40 dropped\n23:10 asked\nlater that night: restore died\n11:30 open\n")
    assert [(one.time_text, one.vague, one.text.raw) for one in found] == [
        ("21:40", "", "dropped"),
        ("23:10", "", "asked"),
        ("", "later that night", "restore died"),
        ("11:30", "", "open"),
    ]
    assert len(entries("21:40 dropped\n23:10 asked\nlater that night we slept\n")) == 2


def test_headings_with_times() -> None:
    assert told("### 7:24p\n\nIt was slow.\n\n### 7:41p\n\nSeen.\n") == [
        (1164, "It was slow."),
        (1181, "Seen."),
    ]
    body = "### 14:32 Deploy\n\nWe shipped.\n\n### 14:40\n\nAlert fires.\n\n### Later that day\n\nFixed\n"
    assert told(body) == [(872, "Deploy"), (880, "Alert fires."), (None, "Later that day")]
    assert [entry.vague for entry in entries(body)] == ["", "", "Later that day"]


def test_headings_that_are_no_entries() -> None:
    assert told(
        "### 14:00 to 15:00\n\n- 14:32 Deploy\n- 14:35 Alert\n\n### Later\n\n- 16:00 End"
    ) == [
        (872, "Deploy"),
        (875, "Alert"),
        (960, "End"),
    ]
    assert told("### 14:32 Deploy\n\n### Background\n\nIt was slow before.\n") == [(872, "Deploy")]


def test_a_heading_with_a_few_times_below_it_is_an_entry() -> None:
    assert told("### 14:00 Deploy\n\n- a\n- b\n- 14:10 c\n") == [(840, "Deploy")]
    assert told("### 14:00 Deploy\n\n- a\n- 14:10 c\n") == [(None, "a"), (850, "c")]


def test_a_list_among_paragraphs_tells_more_of_them() -> None:
    assert [entry.nested for entry in entries("14:32 a\n\n- b\n- 14:35 c\n")] == [
        False,
        True,
        False,
    ]
    assert [entry.nested for entry in entries("- b\n- 14:35 c\n")] == [False, False]
    second = "14:32 a\n\n## Timeline of the next outage\n\n- b\n- 14:35 c\n"
    assert [entry.nested for entry in entries(second)] == [False, False, False]


def test_a_day_with_other_words_is_no_heading() -> None:
    assert told("March 4, a day later\n\n- 10:00 a\n") == [(600, "a")]
    assert told("March 4: the cache was cold on all hosts\n\n- 10:00 a\n") == [
        (None, "the cache was cold on all hosts"),
        (600, "a"),
    ]


def test_a_time_alone_is_no_entry() -> None:
    assert told("14:32\n\n14:35 a\n") == [(875, "a")]


def test_rows_may_be_short() -> None:
    table = "| A | B | C |\n|---|---|---|\n| x | 14:32 | Deploy of it |\n| y | 14:35 |\n| z |\n"
    assert told(table) == [(872, "Deploy of it")]


def test_a_table_of_times() -> None:
    body = (
        "| When | What |\n|---|---|\n| 2026-03-05 | |\n| 14:32 | Deploy |\n| later | Alert |\n"
        "| 20202-01-16 12:00 | Odd |\n| - | Nothing |\n| 14:40 | |\n"
    )
    found = entries(body)
    assert told(body) == [(872, "Deploy"), (None, "Alert"), (None, "Odd"), (None, "Nothing")]
    assert [entry.date for entry in found] == [dt.date(2026, 3, 5)] * 4
    assert [entry.vague for entry in found] == ["", "later", "", ""]
    assert [entry.impossible for entry in found] == ["", "", "20202-01-16 12:00", ""]
    assert [entry.time_text for entry in found] == ["14:32", "", "", ""]


@pytest.mark.parametrize(
    "header", ["| A | B | C |", "| Phase | Time | Event |", "| | At | |", "| C | UTC | Notes |"]
)
def test_the_columns_of_a_table(header: str) -> None:
    rows = "\n| x | 14:32 | Deploy of it |\n| y | 14:35 | Alert |"
    assert told(f"{header}\n|---|---|---|{rows}") == [(872, "Deploy of it"), (875, "Alert")]


def test_a_table_with_a_column_of_days() -> None:
    body = (
        "| Day | At | Event | Who |\n|---|---|---|---|\n| Jan 20 | 22:40 | first | Ana of the team |\n"
        "| Jan 21 | 00:20 | then | Bo |\n| Jan 22 | - | last | Bo |\n"
    )
    assert told(body) == [(1360, "first"), (1460, "then"), (None, "last")]
    assert [str(entry.date) for entry in entries(body)] == [
        "2026-01-20",
        "2026-01-21",
        "2026-01-22",
    ]


def test_where_the_time_stands() -> None:
    found = document(
        "- at 14:32 deploy\n- later that day: alert\n- nothing known\n- fixed at 14:50\n"
    )
    places = [entry.time for entry in found.timeline.entries]
    assert [place and found.excerpt(place) for place in places] == [
        "14:32",
        "later that day",
        None,
        "14:50",
    ]
    table = document("| When | What |\n|---|---|\n| later | Alert |\n| 14:32 | Deploy |\n")
    assert [place.time and table.excerpt(place.time) for place in table.timeline.entries] == [
        "later",
        "14:32",
    ]


def test_items_whose_time_is_inside() -> None:
    body = (
        "- 14:32 a\n- [graph](http://x.example/g)\n- eventually fixed it\n"
        "- it broke around 14:50 again\n- on March 5 it was over\n"
    )
    assert told(body) == [
        (872, "a"),
        (None, "fixed it"),
        (890, "it broke around 14:50 again"),
        (None, "it was over"),
    ]
    assert entries(body)[3].date == dt.date(2026, 3, 5)


def test_paragraphs_of_one_item() -> None:
    assert told("- 14:32 a\n\n  14:34 b\n\n  more of it\n") == [(872, "a"), (874, "b")]


def test_days_above_the_entries() -> None:
    body = "- 2026-03-04\n  - 10:00 a\n- 2026-03-05\n  - 09:00 b\n    - 08:00 c\n"
    assert told(body) == [(600, "a"), (1980, "b"), (None, "c")]
    assert [entry.nested for entry in entries(body)] == [False, False, True]
    assert told("March 4\n\n- 10:00 a\n- 09:00 b\n\nMarch 5\n\n- 08:00 c") == [
        (600, "a"),
        (540, "b"),
        (1920, "c"),
    ]


SCALES = [
    ("- 10:58 a\n- 12:57 b\n- 1:17 c\n- 2:30 d", [658, 777, 797, 870]),
    ("- 10:58 a\n- 11:57 b\n- 01:17 c", [658, 717, 77]),  # nobody shows 01:17 in the afternoon
    ("- 10:58 a\n- 1:17 c", [658, 77]),
    ("- 12:59 a\n- 1:17 c", [779, 797]),
    ("- 13:10 a\n- 1:17 c", [790, 1517]),
    ("- 12:30 a\n- 0:20 c", [750, 1460]),
    ("- 23:40 a\n- 0:10 b\n- 0:20 c\n- 23:50 d\n- 00:05 e", [1420, 1450, 1460, 2870, 2885]),
    ("- 14:32 a\n- 14:20 b\n- 14:40 c", [872, 860, 880]),
    ("- Mar 4, 14:32 a\n- Mar 5, 10:00 b\n- 9:00 c", [872, 2040, 1980]),
    ("- 23:50 a\n- Mar 5, 00:10 b\n- 00:20 c", [1430, 1450, 1460]),
    ("- 14:50 d\n- 14:40 c\n- 14:35 b\n- 14:32 a", [890, 880, 875, 872]),
    ("- 14:50 d\n- 14:40 c\n- 14:35 b", [890, 880, 875]),
    (
        "- Mar 6, 9:00 d\n- Mar 5, 10:00 c\n- Mar 4, 11:00 b\n- Mar 3, 12:00 a",
        [4860, 3480, 2100, 720],
    ),
    # Near noon, minutes out of order are no sign of a clock of twelve hours, ...
    ("- 12:30 a\n- 12:40 b\n- 12:35 c", [750, 760, 755]),
    ("- 11:20 a\n- 11:10 b\n- 12:40 c\n- 11:00 d", [680, 670, 760, 660]),
    # ... nor are hours beside a time that it does not show.
    ("- 12:40 a\n- 1:10 b\n- 14:59 c", [760, 70, 899]),
    ("- 12:40 a\n- 1:10 b\n- 2:59 c", [760, 790, 899]),
    # Times of several zones are told in the first.
    (
        "- 8:50 a.m. EDT: a\n- 5:58 a.m. PDT: b\n- 13:25 UTC: c\n- 9:40 AM EDT: d",
        [530, 538, 565, 580],
    ),
    ("- 12:55 UTC a\n- 08:50 EDT b\n- 08:59 c", [775, 770, 779]),
    ("- Mar 4, 20:00 EDT a\n- Mar 5, 00:10 UTC b\n- 20:20 EDT c", [1200, 1210, 1220]),
    ("- 10:00:00+02:00 a\n- 08:30Z b", [600, 630]),
    ("a\n\nb\n\nNewest first.\n\n- 00:10 c\n- 23:50 b", [10, 1430]),
    ("All times in reverse order.\n\n- 00:10 c\n- 23:50 b", [1450, 1430]),
]


@pytest.mark.parametrize(("body", "minutes"), SCALES)
def test_all_entries_stand_on_one_scale(body: str, minutes: list[float]) -> None:
    assert [entry.minute for entry in entries(body)] == minutes


@pytest.mark.parametrize(
    ("body", "descending"),
    [
        ("- 14:50 d\n- 14:40 c\n- 14:35 b\n- 14:32 a", True),
        ("- 14:50 d\n- 14:40 c\n- 14:35 b", False),  # two steps may be a slip
        ("- 14:50 d\n- 14:40 c\n- 14:45 x\n- 14:35 b\n- 14:32 a", False),
        ("Latest entries first.\n\n- 14:50 d\n- 14:40 c", True),
        ("- Mar 6 9:00 d\n- Mar 5 10:00 c\n- Mar 4 11:00 b\n- Mar 3 12:00 a", True),
        ("- Mar 3 12:00 d\n- Mar 4 11:00 c\n- Mar 5 10:00 b\n- Mar 6 9:00 a", False),
        ("- 14:32 a\n  - 14:31 x\n  - 14:30 y\n  - 14:29 z\n- 14:35 b", False),
    ],
)
def test_whether_the_newest_comes_first(body: str, descending: bool) -> None:
    assert document(body).timeline.descending is descending


def test_a_second_timeline_starts_anew() -> None:
    body = "- 10:00 a\n- 12:00 b\n\n## Summary\n\nx\n\n## Timeline of the next outage\n\n- 9:00 c\n"
    assert [entry.minute for entry in entries(body)] == [600, 720, 1260]


def test_a_log_is_read_if_there_is_nothing_else() -> None:
    log = "```\n14:32 a\nnot a time\n14.35 b\n14:40\n  14:41 c\n```\n"
    assert told(log) == [(872, "a"), (881, "c")]
    assert all(entry.in_code for entry in entries(log))
    assert told(f"- 14:00 x\n\n{log}") == [(840, "x")]
    found = document(log)
    assert [found.excerpt(entry.text.span()) for entry in found.timeline.entries] == ["a", "c"]


def test_relative_times() -> None:
    # The mark after them was read as the first of the entry's words.
    found = entries("- T+5m: Deploy\n- T0 - Alert\n- T+1h (15:32) End\n")
    assert [entry.text.raw for entry in found] == ["Deploy", "Alert", "End"]
    assert [entry.relative for entry in found] == [True, True, True]
    assert [entry.minute for entry in found] == [None, None, 932]


def test_entries_know_of_zones_and_days() -> None:
    found = entries("- 14:32 UTC a\n- 2026-03-05 14:35 b\n- 14:40 c\n")
    assert [entry.has_zone for entry in found] == [True, False, False]
    assert [entry.dated for entry in found] == [False, True, True]
    assert [str(entry.date) for entry in found] == ["None", "2026-03-05", "2026-03-05"]


@pytest.mark.parametrize(
    ("body", "zone"),
    [
        ("- 14:32 CET a\n- 14:35 b", "14:32 CET"),
        ("Events are in Pacific time.\n\n- 14:32 a", "Pacific time"),
        ("| When (UTC) | What |\n|---|---|\n| 14:32 | a |", "UTC"),
        ("- 14:32 a\n\n## Notes\n\nAll times are EST.", "EST"),
        ("All stamps UTC.\n\n- 14:32 a", "UTC"),
        ("- 14:32 a\n\n## Notes\n\nCopied from chat. All stamps UTC.", "UTC"),
        ("All times are British Summer Time.\n\n- 14:32 a", "British Summer Time"),
        ("All times are Amsterdam time.\n\n- 14:32 a", "times are Amsterdam time"),
        ("- 14:32 a\n\n## Summary\n\nDown from 14:05-14:30 BST.", "BST"),
        ("- 14:32 a\n\n## Summary\n\nDown from 8:50 a.m. to 12:20 p.m. Eastern.", "Eastern"),
        ("- 14:32 a\n\n## Summary\n\nDown from 8:50 a.m. until noon Eastern.", "Eastern"),
        ("- 14:32 a\n\n## Summary\n\nDown at 9 pm Pacific.", "Pacific"),
        ("- 14:32 a\n\n## Summary\n\nIt was the wrong Time. Down at 14:05.", ""),
        ("- 14:32 a\n\n## Lessons\n\nThe log said 14:05 PST.", ""),
        ("- 14:32 a\n\n## Notes\n\nThe EST office was closed.", ""),
        ("- 14:32 a", ""),
    ],
)
def test_the_zone_of_all_times(body: str, zone: str) -> None:
    assert document(body).timeline.zone == zone


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("The sequence of events (Eastern)", "Eastern"),
        ("Timeline, US Pacific", "US Pacific"),
        ("Timeline of the Central switch", ""),
        ("How it went that day (hours of Riga, CET)", "CET"),
    ],
)
def test_the_zone_in_the_heading(heading: str, zone: str) -> None:
    lines = "| When | What |\n|---|---|\n" + "".join(f"| 14:3{n} | a |\n" for n in range(6))
    found = read(
        Source("postmortem.md", f"# T\n\n## {heading}\n\n{lines}\n\nIt went on.\n\nAnd on.\n")
    )
    assert found.timeline.zone == zone
    assert len(found.timeline.entries) == 6


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("All times are GMT.", "GMT"),
        ("(All times in UTC)", "UTC"),
        ("Note: all timestamps are in Pacific time.", "stamps are in Pacific time"),
        ("Time zone: CET", "Time zone"),
        ("UTC", "UTC"),
        ("Times out in all CET markets", ""),
        ("The clock of the EST office stops", ""),
    ],
)
@pytest.mark.parametrize("body", ["- {}\n- 14:32 a\n- 14:35 b", "- 14:32 a\n- 14:35 b\n- *{}*"])
def test_a_line_among_the_entries_may_tell_their_zone(body: str, line: str, zone: str) -> None:
    """It was an entry without a time, and the zone was missing."""
    found = document(body.format(line)).timeline
    assert found.zone == zone
    assert len(found.entries) == (2 if zone else 3)


def test_a_row_among_the_entries_may_tell_their_zone() -> None:
    rows = "| When | What |\n|---|---|\n| | All times are UTC |\n| 14:32 | a |\n"
    assert document(rows).timeline.zone == "UTC"
    assert told(rows) == [(872, "a")]


@pytest.mark.parametrize("words", ["a bit later", "much later", "**Later**"])
def test_words_in_place_of_a_time(words: str) -> None:
    assert [one.vague for one in entries(f"- 14:32 a\n- {words} the queue drains\n")] == [
        "",
        words.strip("*"),
    ]


def test_the_day_of_a_heading_is_that_of_its_first_entry() -> None:
    found = entries("### 2026-03-05\n\n- 23:50 a\n- 00:10 b\n")
    assert [(str(entry.date), entry.minute) for entry in found] == [
        ("2026-03-05", 1430),
        ("2026-03-06", 1450),
    ]

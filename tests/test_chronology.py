"""Helpers of the timeline rules."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import Document
from pmlint.reading import read
from pmlint.review.chronology import (
    clock,
    hours_between,
    is_reported,
    is_speech,
    lead_in,
    moment,
    neighbours,
    show_minutes,
    time_place,
    timeline_span,
)
from pmlint.review.lessons import lesson_groups
from pmlint.review.milestones import Milestone, reached, resolved_at
from pmlint.review.summaries import summaries, summary_sentences, summary_span
from pmlint.source import Source


def document(text: str) -> Document:
    return read(Source("postmortem.md", text))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0.5, "30 seconds"),
        (1, "1 minute"),
        (18, "18 minutes"),
        (119.6, "2 hours"),
        (150, "2 h 30 min"),
        (1440, "24 hours"),
        (4 * 1440 + 60, "4 days"),
    ],
)
def test_lengths_of_time_are_told_in_words(minutes: float, words: str) -> None:
    assert show_minutes(minutes) == words


def test_what_was_found_or_decided_is_an_event() -> None:
    assert is_reported("On-call identified that errors were ")
    assert is_reported("Team decides to wait ")
    assert not is_reported("Checkout fails ")


def test_lead_in_stays_in_the_sentence() -> None:
    prose = "Alert fires. Checkout fails because of x"
    assert lead_in(prose, prose.index("because")) == "Checkout fails "


def test_neighbours_leave_out_sub_bullets_and_untimed_entries() -> None:
    found = document(
        "## Timeline\n\n- 14:32 Deploy\n  - 14:20 built\n- no time\n- 14:35 Alert\n- 14:50 Done\n"
    )
    pairs = [(before.time_text, entry.time_text) for before, entry in neighbours(found)]
    assert pairs == [("14:32", "14:35"), ("14:35", "14:50")]


def test_times_of_a_zone_that_may_be_another_are_not_compared() -> None:
    body = "## Timeline\n\n- 14:00 UTC a\n- 08:10 CST b\n- 14:20 UTC c\n- 14:30 UTC d\n"
    pairs = [(one.text.raw, two.text.raw) for one, two in neighbours(document(body))]
    assert pairs == [("a", "c"), ("c", "d")]


def test_the_timeline_is_placed_by_its_heading() -> None:
    found = document("# Outage\n\n## Timeline\n\n- 14:32 Deploy\n")
    assert found.excerpt(timeline_span(found)) == "Timeline"


def test_all_milestones_of_a_plain_timeline() -> None:
    found = document(
        "## Timeline\n\n- 09:02 Certificate expires\n- 09:10 Alert fires\n- 09:12 On-call joins\n"
        "- 09:20 Certificate renewed\n- 09:21 Logins back to normal\n"
    )
    assert reached(found) == frozenset(Milestone)


@pytest.mark.parametrize(
    ("words", "milestone"),
    [
        ("mail from a partner: half of it is gone", Milestone.DETECTION),
        ("provider raises the quota to 500M", Milestone.MITIGATION),
        ("disk extended", Milestone.MITIGATION),
        ("queue drains", Milestone.END),
        ("everything OK", Milestone.END),
        ("last queued message accepted", Milestone.END),
    ],
)
def test_milestones_in_other_words(words: str, milestone: Milestone) -> None:
    assert milestone in reached(document(f"## Timeline\n\n- 09:10 {words}\n"))


@pytest.mark.parametrize("words", ["support raises a ticket", "last tea", "ok from the vendor"])
def test_words_that_are_no_mitigation_and_no_end(words: str) -> None:
    told = reached(document(f"## Timeline\n\n- 09:10 {words}\n"))
    assert not told & {Milestone.MITIGATION, Milestone.END}


def test_what_was_only_begun_or_confirmed_is_no_end() -> None:
    body = "## Timeline\n\n- 2026-03-11 02:00 {}\n- 03:00 Advisory sent\n"
    for words in ("Ana confirms it", "restore started", "they tried to restore it"):
        assert resolved_at(document(body.format(words))) is None
    assert resolved_at(document(body.format("Confirmed: all back to normal"))) == dt.datetime(
        2026, 3, 11, 2
    )


def test_what_a_field_says_was_detected_at_the_time_of_an_entry() -> None:
    body = "| Detected | 2026-03-11 09:20 |\n|---|---|\n| Team | A |\n\n## Timeline\n\n- {} tea\n"
    assert Milestone.DETECTION in reached(document(body.format("09:20")))
    assert Milestone.DETECTION not in reached(document(body.format("09:30")))


def test_fields_and_tables_are_no_sentences_of_the_summary() -> None:
    found = document(
        "## Summary\n\nLogins failed at 14:32. They came back.\n\n- **Duration:** 18 minutes\n\n"
        "| Severity |\n|---|\n| High. Very high. |\n"
    )
    (summary,) = summaries(found)
    assert [s.text.raw for s in summary_sentences(found, summary)] == [
        "Logins failed at 14:32.",
        "They came back.",
    ]


def test_lessons_are_counted_by_group() -> None:
    found = document(
        "## Lessons learned\n\n- One\n  - with a detail\n- Two\n\n### What went well\n\n"
        "- Three\n\n### Where we got lucky\n\n- N/A\n"
    )
    groups = [(group.section.title, len(group.items)) for group in lesson_groups(found)]
    assert groups == [("Lessons learned", 2), ("What went well", 1)]


MOMENTS = [
    ("- 14:32 Deploy\n", "14:32", "14:32"),
    ("- 2026-04-15 14:32 Deploy\n", "14:32", "2026-04-15 14:32"),
    ("- 25:61 Deploy\n- 14:32 Alert\n", "25:61", "25:61"),
]


@pytest.mark.parametrize(("entries", "time", "whole"), MOMENTS)
def test_a_time_is_told_as_it_was_written(entries: str, time: str, whole: str) -> None:
    entry = document(f"## Timeline\n\n{entries}").timeline.entries[0]
    assert (clock(entry), moment(entry)) == (time, whole)


PLACES = [
    ("- 14:32 Deploy\n", "14:32"),
    ("- later, Deploy\n- 14:32 Alert\n", "later"),
    ("- Deploy of the cart\n- 14:32 Alert\n", "Deploy of the cart"),
]


@pytest.mark.parametrize(("entries", "words"), PLACES)
def test_a_finding_about_a_time_stands_at_the_time(entries: str, words: str) -> None:
    found = document(f"## Timeline\n\n{entries}")
    assert found.excerpt(time_place(found, found.timeline.entries[0])) == words


def test_a_bare_day_stands_for_all_its_hours() -> None:
    day, noon = dt.datetime(2026, 4, 15), dt.datetime(2026, 4, 16, 12)
    assert hours_between(day, noon) == 12
    assert hours_between(day.replace(hour=12), noon) == 24


@pytest.mark.parametrize(
    ("words", "speech"),
    [
        ("AB: it looks like the cart", True),
        ("Ana (on call) says: shall we wait?", True),
        ("I restarted the cart", True),
        ("Checkout fails", False),
    ],
)
def test_a_line_of_chat_is_speech(words: str, speech: bool) -> None:
    entry = document(f"## Timeline\n\n- 14:32 {words}\n").timeline.entries[0]
    assert is_speech(entry) is speech


LESSONS = [
    ("## Lessons learned\n\nRetries hide load.\n\nNone\n", ["Retries hide load."]),
    (
        "## Lessons learned\n\n| Lesson | Who |\n|---|---|\n| Retries hide load. | all |\n| n/a | - |\n",
        ["Retries hide load."],
    ),
    (
        "## Lessons learned\n\n### Retries\n\nThey hide load.\n\n### Queues\n\n### Caches\n\n"
        "They went cold.\n",
        ["Retries", "Caches"],
    ),
    ("## Lessons learned\n\n```\nls\n```\n\nRetries hide load.\n", ["Retries hide load."]),
    ("## Lessons learned\n\n- `ls`\n-\n- N/A\n", ["ls"]),
]


@pytest.mark.parametrize(("text", "lessons"), LESSONS)
def test_a_lesson_is_what_a_reader_counts(text: str, lessons: list[str]) -> None:
    groups = lesson_groups(document(text))
    assert [item.raw for group in groups for item in group.items] == lessons


def test_a_summary_is_placed_by_its_heading() -> None:
    found = document("# Checkout outage, 15 April\n\n## Summary\n\nCarts failed.\n")
    (summary,) = summaries(found)
    assert found.excerpt(summary_span(found, summary)) == "Summary"

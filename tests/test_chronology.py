"""Helpers of the timeline rules."""

from __future__ import annotations

import pytest

from pmlint.document import Document
from pmlint.reading import read
from pmlint.review.chronology import is_reported, lead_in, neighbours, show_minutes, timeline_span
from pmlint.review.lessons import lesson_groups
from pmlint.review.milestones import Milestone, reached
from pmlint.review.summaries import summaries, summary_sentences
from pmlint.source import Source


def document(text: str) -> Document:
    return read(Source("postmortem.md", text))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
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


def test_the_timeline_is_placed_by_its_heading() -> None:
    found = document("# Outage\n\n## Timeline\n\n- 14:32 Deploy\n")
    assert found.excerpt(timeline_span(found)) == "Timeline"


def test_all_milestones_of_a_plain_timeline() -> None:
    found = document(
        "## Timeline\n\n- 09:02 Certificate expires\n- 09:10 Alert fires\n- 09:12 On-call joins\n"
        "- 09:20 Certificate renewed\n- 09:21 Logins back to normal\n"
    )
    assert reached(found) == frozenset(Milestone)


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

"""Parts of a postmortem that are there without a heading of their own."""

from __future__ import annotations

import pytest

from pmlint.document import Topic
from pmlint.reading import read
from pmlint.review.presence import is_present
from pmlint.source import Source

_TIMELINE = "## Timeline\n\n- 10:02 Deploy\n"


def _present(text: str, topic: Topic) -> bool:
    return is_present(read(Source("postmortem.md", text)), topic)


@pytest.mark.parametrize(
    "text",
    [
        "# SEV2: search is down\n\n" + _TIMELINE,
        "# Search is down [P1]\n\n" + _TIMELINE,
        "---\nseverity: high\n---\n\n" + _TIMELINE,
        "Severity: P2\n\n" + _TIMELINE,
        "## Summary\n\nThis high-severity incident hit search.\n",
        "| Severity | SEV1 |\n|---|---|\n| Duration | 20 min |\n",
    ],
)
def test_severity_by_other_means(text: str) -> None:
    assert _present(text, Topic.SEVERITY)


@pytest.mark.parametrize(
    "text",
    [
        "# Search is down\n\n## Summary\n\nReads from S3 failed for P99 of the requests.\n",
        "# Search is down\n\n## Summary\n\nA severe slow-down of the P2P layer.\n",
    ],
)
def test_other_codes_are_no_severity(text: str) -> None:
    assert not _present(text, Topic.SEVERITY)


def test_an_opening_that_tells_the_incident_is_a_summary() -> None:
    text = "# Search\n\nOn 3 May at 10:02 search went down for all users of the web shop, "
    assert _present(text + "as its index was being moved.\n\n" + _TIMELINE, Topic.SUMMARY)


@pytest.mark.parametrize(
    "opening",
    [
        "**TL;DR** Search was late for ten minutes.",
        "> **TL;DR** – Search was late for ten minutes.",
        "> **Summary:** Search was late for ten minutes.",
        "> [!abstract] What happened\n> Search was late for ten minutes.",
        "> [!summary]\n> Search was late for ten minutes.",
        # What it was and how long, with a number of those who saw it, needs no word for failing.
        "Tenants on the shared pool got short answers for 1 h 35 min, from 09:12 to 10:47 UTC on"
        " 13 November. 118 of 340 tenants saw them.",
        "Between 01:10 and 05:35 UTC the bot merged 212 pull requests that nobody had labelled.",
    ],
)
def test_a_summary_needs_no_heading(opening: str) -> None:
    assert _present(f"# Search\n\n{opening}\n\n{_TIMELINE}", Topic.SUMMARY)


@pytest.mark.parametrize(
    "opening",
    [
        "> [!note]\n> Search was late for ten minutes.",
        "> It was late for ten minutes, says a customer.",
        "Between 10:10 and 11:30 we met on Tuesday to talk about what the week before had been like.",
        "We took 3 hours to write all of this up, on Tuesday and on Wednesday, and we hope you like it.",
        "Hello everybody, and thanks to all who helped us write this long report down.",
        "See the ticket.",
        "",
    ],
)
def test_another_opening_is_no_summary(opening: str) -> None:
    assert not _present(f"# Search\n\n{opening}\n\n{_TIMELINE}", Topic.SUMMARY)


def test_a_quotation_further_down_is_no_summary() -> None:
    quoted = "> **Summary:** Search was late.\n"
    assert not _present(f"# Search\n\n{_TIMELINE}\n## Notes\n\n{quoted}", Topic.SUMMARY)


def test_lessons_by_what_went_well() -> None:
    assert _present("## What went well\n\n- The alert fired.\n", Topic.LESSONS)


def test_a_chain_of_whys_counts_as_factors() -> None:
    assert _present("## Five whys\n\n1. A\n2. B\n3. C\n", Topic.FACTORS)


def test_nothing_is_present_in_an_empty_document() -> None:
    wanted = (Topic.TITLE, Topic.SUMMARY, Topic.TIMELINE, Topic.FACTORS, Topic.SEVERITY)
    assert not any(_present("", topic) for topic in wanted)

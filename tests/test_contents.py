"""Parts of a document that are known by what stands in them, and items by how they end."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import ActionItem, Document, HeadingStyle, Status, Text, Topic
from pmlint.reading import read
from pmlint.reading.actions import is_known_owner
from pmlint.reading.tails import lead_of, tail_of
from pmlint.review.milestones import Milestone, reached
from pmlint.source import Source

TIMED = "- 09:50 Ivo posts the list\n- 10:12 flags archived\n- 10:20 deploy\n- 11:40 all back\n"
PROMISED = "- Pin the image (Noor, 20 June)\n- Probe port 443 — Dag — 2 July\n"


def reading(body: str, date: str = "3 May 2026") -> Document:
    return read(Source("postmortem.md", f"# Outage, {date}\n\n{body}"))


def topics(body: str) -> list[Topic]:
    return [section.topic for section in reading(body).sections if section.blocks]


def item(line: str) -> ActionItem:
    (found,) = reading(f"## Action items\n\n- {line}\n").actions
    return found


def told(line: str) -> tuple[str, str, str]:
    """The work, who does it, and by when."""
    found = item(line)
    owner, due = found.owner, found.deadline
    return found.text.raw, owner.text if owner else "", due.text if due else ""


# --- timelines ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading", ["The day in order", "How the evening went", "Context", "Background", "Response"]
)
def test_a_list_of_times_is_a_timeline_under_any_heading(heading: str) -> None:
    document = reading(f"## {heading}\n\n{TIMED}\n## Impact\n\nNone.\n")
    assert len(document.timeline.entries) == 4
    assert [one.text.raw for one in document.timeline.entries][1] == "flags archived"


def test_few_times_and_times_amid_sentences_are_no_timeline() -> None:
    few = "## Background\n\n- 09:50 a list\n- 10:12 flags\n- The rest\n- More\n"
    assert not reading(few).timeline.entries
    prose = "## Background\n\nAt 09:50 a list was posted, at 10:12 and at 10:20 it was used.\n"
    assert not reading(prose).timeline.entries


def test_a_day_with_few_entries_is_told_by_the_day_beside_it() -> None:
    body = (
        f"## The days\n\n### Monday 4 May\n\n{TIMED}\n### Tuesday 5 May\n\n- 08:10 mail is back\n"
    )
    assert len(reading(body).timeline.entries) == 5


def test_a_sentence_that_begins_with_a_time_makes_no_timeline() -> None:
    body = f"## The day in order\n\n{TIMED}\n## Background\n\n11:00 was the hour of the window.\n"
    assert len(reading(body).timeline.entries) == 4


def test_without_a_timeline_one_is_set_apart_from_what_surrounds_it() -> None:
    lines = TIMED.replace("- ", "\n")
    document = reading(f"All mail was late.\n\n{lines}\n\nIt was the relay.\n")
    apart = next(one for one in document.sections if one.topic is Topic.TIMELINE)
    assert len(document.timeline.entries) == 4
    assert (apart.style, apart.heading.raw) == (HeadingStyle.PREAMBLE, "")
    assert [one.index for one in document.sections] == list(range(len(document.sections)))
    before = document.sections[apart.index - 1]
    assert [block.text.raw for block in before.blocks if block.text] == [
        "All mail was late.",
        "It was the relay.",
    ]


def test_a_time_on_a_line_of_its_own_belongs_to_the_next() -> None:
    body = (
        "## Timeline\n\nTue 10 June, 14:00\n: window opens\n\nTue 10 June, 16:40\n: old pair off\n"
    )
    found = reading(body).timeline.entries
    assert [(one.time_text, one.text.raw) for one in found] == [
        ("14:00", "window opens"),
        ("16:40", "old pair off"),
    ]


def test_days_under_what_happened_are_a_timeline() -> None:
    body = (
        "## What happened\n\n### Monday 3 March\n\n- 22:15 The job is moved\n"
        "- 22:40 First run, 0 rows\n- 23:00 Second run\n- 23:55 Handover\n\n"
        "### Tuesday 4 March\n\n- 00:30 Third run, 0 rows\n"
    )
    assert len(reading(body).timeline.entries) == 5
    told = reading("## What happened\n\nAll scores were stale.\n\n### Cost\n\n- 3 euros\n")
    assert not told.timeline.entries


def test_parts_of_a_timeline_are_told_by_bold_lines() -> None:
    body = "## Timeline\n\n**Before**\n\n- 10:05 a\n\n**Incident**\n\n- 13:15 b\n- 13:17 c\n"
    assert [one.time_text for one in reading(body).timeline.entries] == ["10:05", "13:15", "13:17"]


def test_with_a_timeline_no_other_is_set_apart() -> None:
    body = f"## Impact\n\nFour shops:\n\n{TIMED}\n## Timeline\n\n- 09:00 start\n- 10:00 end\n"
    assert len(reading(body).timeline.entries) == 2


def test_a_table_of_moments_needs_no_heading() -> None:
    rows = "".join(f"| Apr 12 {hour}:15 | step {hour} |\n" for hour in ("09", "10", "11", "12"))
    assert len(reading(f"| When | What |\n|---|---|\n{rows}").timeline.entries) == 4


def test_times_of_fewer_marks_stay_in_the_timeline() -> None:
    # "## 13:20" ended the section, and what came after it was no part of the incident.
    body = (
        "## Timeline\n\n### 12:40\n\nThe API is slow.\n\n### 12:55\n\nPaged.\n\n## 13:20\n\nRestart."
        "\n\n## 13:41\n\nOver.\n\n## Impact\n\nNone.\n"
    )
    assert [one.time_text for one in reading(body).timeline.entries] == [
        "12:40",
        "12:55",
        "13:20",
        "13:41",
    ]


def test_what_is_back_has_come_to_its_end() -> None:
    body = "## Timeline\n\n- 09:00 rolled the relay back\n- 10:00 all mail is back\n"
    assert Milestone.END in reached(reading(body))
    assert Milestone.END not in reached(reading(body.replace("all mail is back", "tea")))
    assert Milestone.MITIGATION in reached(reading("## Timeline\n\n- 09:00 rolls the alias back\n"))


def test_zones_of_the_united_states_are_zones() -> None:
    body = "## Timeline\n\nAll times in UC/Pacific\n\n- 09:00 start\n- 10:00 end\n"
    assert reading(body).timeline.zone == "UC/Pacific"
    assert reading(body.replace("UC/", "")).timeline.zone == "times in Pacific"
    for said in ("All times Pacific.", "Times are Eastern.", "All times are US Eastern"):
        assert reading(body.replace("All times in UC/Pacific", said)).timeline.zone, said
    assert not reading(
        body.replace("All times in UC/Pacific", "We flew to Eastern Utah")
    ).timeline.zone


# --- action items -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading", ["Measures", "What changes", "What we're doing about it", "Now what"]
)
def test_other_names_of_action_items(heading: str) -> None:
    assert len(reading(f"## {heading}\n\n- Pin the image\n- Add a probe\n").actions) == 2


@pytest.mark.parametrize("heading", ["Next", "9 Work", "Changes"])
def test_a_vague_heading_over_a_list_holds_the_items_if_nothing_else_does(heading: str) -> None:
    body = f"## {heading}\n\n- Pin the image\n- Add a probe\n"
    assert len(reading(body).actions) == 2
    assert not reading(f"## {heading}\n\nWe sleep.\n").actions
    other = reading(f"{body}\n## Action items\n\n- Rotate the key\n")
    assert [one.text.raw for one in other.actions] == ["Rotate the key"]


def test_without_headings_items_are_known_by_who_and_when() -> None:
    document = reading(f"All mail was late.\n\n{PROMISED}\nThank you.\n")
    assert [one.text.raw for one in document.actions] == ["Pin the image", "Probe port 443"]
    assert not reading("We saw:\n\n- a spike (small)\n- a dip (large)\n").actions


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Pin the base image (Bram, 7 February)", ("Pin the base image", "Bram", "7 February")),
        ("Pin the base image (Fleet team, 28 May)", ("Pin the base image", "Fleet team", "28 May")),
        ("Pin the base image — Katarzyna — 2026-08-22", ("Pin the base image", "Katarzyna", "2026-08-22")),
        ("Pin the base image - Nell - Apr 18", ("Pin the base image", "Nell", "Apr 18")),
        ("Pin the base image. *Yun, by 20 June*", ("Pin the base image.", "Yun", "20 June")),
        ("Pin the base image. Zoltan, 20 Nov.", ("Pin the base image.", "Zoltan", "20 Nov")),
        ("Pin the base image → Noor, 20 June", ("Pin the base image", "Noor", "20 June")),
        ("Pin the base image (me, this week)", ("Pin the base image", "me", "this week")),
        ("Pin the base image — infra, Q3", ("Pin the base image", "infra", "Q3")),
        ("Pin the base image (Monitoring team)", ("Pin the base image", "Monitoring team", "")),
        ("**Ngozi Bright, 8 May:** pin the base image", ("pin the base image", "Ngozi Bright", "8 May")),
    ],
)  # fmt: skip
def test_who_does_it_and_by_when_stand_at_the_end(
    line: str, expected: tuple[str, str, str]
) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Ship the new client (version 5)",
        "Pin the base image (see the runbook)",
        "Lower the limit to 50 — it was 500",
        "Rename the flag (done)",
        "Fix the clock. It was slow.",
        "Pin the image (Phase 2, backlog)",
    ],
)
def test_other_endings_name_nobody(line: str) -> None:
    assert told(line)[1] == ""


def test_a_name_with_a_date_is_known_without_one_elsewhere() -> None:
    body = "## Action items\n\n- Pin the image (Quillon, 20 June)\n- Add a probe (Quillon)\n- Test it (Tentative)\n"
    owners = [one.owner.text if one.owner else "" for one in reading(body).actions]
    assert owners == ["Quillon", "Quillon", ""]


def test_places_of_a_tail_are_those_of_the_text() -> None:
    text = Text("Pin it now (Noor, 20 June)", "Pin it now (Noor, 20 June)", ((0, 0),))
    tail = tail_of(text, is_known_owner)
    assert tail is not None
    assert tail.owner is not None
    assert tail.due is not None
    assert text.raw[: tail.start].rstrip() == "Pin it now"
    assert text.raw[slice(*tail.owner)] == "Noor"
    assert text.raw[slice(*tail.due)] == "20 June"
    assert lead_of(text) is None


def test_a_day_without_a_year_lies_after_the_incident() -> None:
    deadline = item("Pin the base image (Noor, 20 June)").deadline
    assert deadline is not None
    assert deadline.date == dt.date(2026, 6, 20)


def test_a_line_may_begin_with_its_owner_in_bold() -> None:
    body = "## Actions\n\n**Robert** Turn on the alert.\n\n**Natalie** to ask the vendor.\n\n**Note** Nothing.\n"
    found = [(one.text.raw, one.owner.text if one.owner else "") for one in reading(body).actions]
    assert found[:2] == [("Turn on the alert.", "Robert"), ("ask the vendor.", "Natalie")]


def test_several_people_can_head_a_group_of_items() -> None:
    body = "## Actions\n\n**AC/AFC**\n- Pin the image\n\n**Alex & Danny**\n- Add a probe\n"
    assert [one.owner and one.owner.text for one in reading(body).actions] == [
        "AC/AFC",
        "Alex & Danny",
    ]


def test_a_handle_in_code_at_the_end_owns_the_item() -> None:
    assert told("Schedule the clean-up `@malte_j`")[1] == "@malte_j"
    assert told("Use `@Override` in the parser class of the importer")[1] == ""


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Agree on when to call an incident as resolved.", Status.UNKNOWN),
        ("Use the old client until the new one gets fixed.", Status.UNKNOWN),
        ("Raise the limit. Done.", Status.DONE),
        ("Mark each refund before the report step, due May 5 - done", Status.DONE),
        ("Raise the limit, done in grafana", Status.DONE),
        ("Raise the limit — Ana — done today 15/09", Status.DONE),
        ("Raise the limit. Done Saturday by Abel for all three.", Status.DONE),
        ("Raise the limit (Ana, done by Monday)", Status.UNKNOWN),
        ("Raise the limit (Ana, done by May 3)", Status.UNKNOWN),
        ("Raise the limit. DONE in [PR #5](https://example.test/pull/5)", Status.DONE),
        ("Page on a full queue. Discussed but decided not to do.", Status.CANCELLED),
        ("Page on a full queue (won't do)", Status.CANCELLED),
    ],
)
def test_a_mark_of_the_status_stands_for_itself(line: str, status: Status) -> None:
    assert item(line).status is status


def test_bullets_of_an_owner_and_a_day_belong_to_the_item_before() -> None:
    body = "## Actions\n\n- Pin the image\n- Owner: Kofi Anand\n- Due: May 20\n- Add a probe\n"
    first, second = reading(body).actions
    assert (first.owner and first.owner.text, second.owner) == ("Kofi Anand", None)
    assert first.deadline is not None


def test_what_is_said_below_an_item_can_close_it() -> None:
    body = (
        "## Actions\n\n- Use a shared account\n  - This has been done: ops@example.test\n- Pin it\n"
    )
    assert [one.status for one in reading(body).actions] == [Status.DONE, Status.UNKNOWN]


def test_the_cell_of_a_ticket_may_tell_the_state() -> None:
    body = "## Action items\n\n| Action | Bug |\n|---|---|\n| Pin it | LED-3301 **DONE** |\n| Probe | AB-7 |\n"
    first, second = reading(body).actions
    assert (first.ticket, first.status) == ("LED-3301", Status.DONE)
    assert (second.ticket, second.status) == ("AB-7", Status.UNKNOWN)


def test_what_was_done_in_the_incident_is_no_item() -> None:
    body = (
        "## Action items\n\n- [x] Send them again (done during the incident)\n- [x] Pin the image\n"
    )
    assert [item.text.raw for item in reading(body).actions] == ["Pin the image"]


def test_a_review_in_other_words_is_no_meeting() -> None:
    assert (
        reading("**Review:** two approvals came in within a minute.\n").facts.meeting_text is None
    )


def test_a_ticket_that_was_written_is_work_to_do() -> None:
    body = "## Actions\n\n- Created a [ticket](https://example.test/issues/3) to move the limits\n- Moved the limits to code\n"
    found = reading(body).actions
    assert [one.text.raw for one in found] == ["Created a ticket to move the limits"]
    assert found[0].ticket


def test_a_ticket_can_stand_behind_a_reference() -> None:
    body = "## Actions\n\n- Pin it ([issue][pin])\n\n[pin]: https://github.com/a/b/issues/3\n"
    assert reading(body).actions[0].ticket.endswith("/issues/3")


def test_the_word_ticket_in_a_sentence_is_no_field() -> None:
    assert told("Make a ticket: look at all uses of the query")[0].startswith("Make a ticket: look")


def test_what_might_have_been_is_no_item() -> None:
    body = (
        "## Actions\n\n- If we had seen it we could have drained the node\n- Drain nodes by a job\n"
    )
    assert [one.text.raw for one in reading(body).actions] == ["Drain nodes by a job"]


def test_a_line_among_items_is_one_whatever_it_begins_with() -> None:
    lines = ("Add more tests.", "Bug bounty for the parser.", "Move the alarm.", "Add a probe.")
    assert len(reading("## Actions\n\n" + "\n".join(lines) + "\n").actions) == 4


@pytest.mark.parametrize("mark", ["– ", "☐ ", "・", "({}) ", "7.{} ", "AI-{}: ", "{}) "])
def test_items_can_have_marks_that_make_no_list(mark: str) -> None:
    lines = "\n".join(f"{mark.format(at)}Pin image {at}. It moved. Owner: Kofi" for at in (1, 2))
    found = reading(f"## Actions\n\n{lines}\n").actions
    assert [one.text.raw for one in found] == ["Pin image 1. It moved", "Pin image 2. It moved"]
    assert {one.owner.text for one in found if one.owner} == {"Kofi"}


def test_a_line_and_its_owner_are_no_two_sentences() -> None:
    body = "## Actions\n\n**Feed:** stop the build.  *Gethin, 17 May*\n\n**Proxy:** set a limit. *Noor, 1 June*\n"
    assert [one.owner and one.owner.text for one in reading(body).actions] == ["Gethin", "Noor"]


# --- people and sentences ----------------------------------------------------------------


@pytest.mark.parametrize("mark", ["**{}**", "### {}"])
def test_chains_of_whys_have_titles(mark: str) -> None:
    """The second chain was lost to a section of its own, by a word of its title."""
    first, second = mark.format("Problem 1: calls failed"), mark.format("Problem 2: mitigation")
    body = (
        f"## 5 Whys\n\n{first}\n\n1. Why? The pool was full.\n2. Why? It was not reset.\n\n"
        f"{second}\n\n1. Why? Hosts were added first.\n2. Why? The graph said so.\n"
    )
    assert [len(chain.levels) for chain in reading(body).why_chains] == [2, 2]


def test_contributors_are_people_or_what_contributed() -> None:
    told = "## Contributors\n\n- The disk of the relay was full\n- Fatigue and one long night\n"
    assert len(reading(told).factors) == 2
    named = "## Contributors\n\n- Ana Ruiz (search team, on call)\n- @kofi of the relay team\n"
    assert topics(named) == [Topic.PEOPLE]


def test_contributors_under_headings_are_told_of_or_named() -> None:
    told = (
        "## Contributors\n\n### Client library version\n\nThe worker still had an old client.\n\n"
        "### Change review\n\nChange 7 was let through with an empty plan, as the form accepts one.\n"
    )
    found = reading(told)
    assert [one.text.raw for one in found.factors] == ["Client library version", "Change review"]
    assert {one.topic for one in found.sentences[-2:]} == {Topic.FACTORS}
    named = "## Contributors\n\n### Ana Ruiz\n\nWrote the text and led the call of the review.\n"
    assert topics(named) == [Topic.PEOPLE]


def test_a_conclusion_in_numbered_parts_is_the_factors() -> None:
    parts = "### C1: Defaults\n\nOne moved.\n\n### C2: Golden set\n\nIt was skipped.\n"
    body = f"## Trigger\n\nA new default.\n\n## Conclusion\n\n{parts}"
    assert len(reading(body).factors) == 3
    assert len(reading(body.replace("C1: ", "").replace("C2: ", "")).factors) == 1
    assert len(reading(body.replace("Trigger", "Root cause")).factors) == 1


def test_a_conclusion_before_the_action_items_is_the_factors() -> None:
    """There were said to be none."""
    ends = "## Conclusion\n\nNo alert looked at the billing of the group.\n\n"
    items = "## Action items\n\n- Add an alert on the budget (Noor, 20 June)\n"
    assert len(reading(ends + items).factors) == 1
    assert not reading(items + "\n" + ends).factors
    assert not reading(ends + "## Thanks\n\nTo all.\n\n" + items).factors
    assert not reading("## Conclusion\n\n" + items).factors
    other = reading("## Root cause\n\nThe budget was spent.\n\n" + ends + items)
    assert [one.text.raw for one in other.factors] == ["The budget was spent."]


def test_what_broke_is_the_factors_where_nothing_else_is() -> None:
    body = "## What broke\n\n- One prefix was old\n- No alert on it\n"
    assert len(reading(body).factors) == 2
    other = "\n## Root cause\n\nThe prefix was renamed.\n"
    assert [one.text.raw for one in reading(body + other).factors] == ["The prefix was renamed."]


def test_lines_of_a_fishbone_are_kinds_of_factors() -> None:
    lines = "- *Method*\n  - No canary\n  - No plan\n- **People**\n  - Two of five hold the key\n"
    assert [one.text.raw for one in reading(f"## Fishbone\n\n{lines}").factors] == [
        "No canary",
        "No plan",
        "Two of five hold the key",
    ]
    assert len(reading("## Fishbone\n\n- No canary\n- No plan\n").factors) == 2


def test_updates_of_a_status_page_are_a_timeline() -> None:
    body = (
        "## Updates (newest first)\n\n**Resolved** - Jun 5, 2025, 23:10 UTC\nAll is back.\n\n"
        "**Monitoring** - Jun 5, 2025, 20:55 UTC\nA fix is out.\n"
    )
    found = reading(body).timeline
    assert [(one.text.raw, one.minute) for one in found.entries] == [
        ("Resolved", 1390),
        ("Monitoring", 1255),
    ]
    assert found.descending


def test_fields_stand_two_beside_each_other() -> None:
    body = (
        "| **Number** | INC-7 | **Severity** | Sev 1 |\n|---|---|---|---|\n"
        "| **Date** | 28 September 2026 | **Report date** | 30 September 2026 |\n"
        "| **Incident end (UTC)** | 28 September 2026 14:00 | **Author** | Ana |\n"
    )
    found = reading(body).facts
    assert found.severity is not None
    assert found.severity.raw == "Sev 1"
    assert str(found.resolved) == "2026-09-28 14:00:00"
    assert [one.name for one in found.authors] == ["Ana"]


def test_columns_of_a_table_are_no_fields() -> None:
    body = (
        "| Action | Owner | Due | Status |\n|--|--|--|--|\n| Severity page | Ana | May | Sev 1 |\n"
    )
    found = reading(body).facts
    assert (found.severity, found.status, found.authors) == (None, None, ())


def test_fields_follow_each_other_on_one_line() -> None:
    body = (
        "Debrief on Monday 2026-05-04, 30 min, by phone.\n\n"
        "Attendees: Ana Ruiz, Kofi Mensah. Facilitator: Ines Roth.\n"
    )
    found = reading(body).facts
    assert [one.name for one in found.attendees] == ["Ana Ruiz", "Kofi Mensah"]
    assert found.facilitator is not None
    assert found.facilitator.name == "Ines Roth"
    assert found.meeting_minutes == 30
    assert str(found.reviewed) == "2026-05-04 00:00:00"


def test_the_day_of_the_review_is_not_that_of_the_incident() -> None:
    body = "# Search down\n\n| Review | 2026-02-19 |\n|---|---|\n| Area | search |\n\nDown on 2026-02-17.\n"
    found = read(Source("postmortem.md", body))
    assert str(found.facts.incident_date) == "2026-02-17"


def test_initials_in_one_bullet_are_so_many_attendees() -> None:
    assert reading("## Attendees\n\n- RR, EC, PW, WC\n").facts.attendee_count == 4
    assert reading("## Attendees\n\n- Ana Ruiz, SRE\n- Kofi Mensah\n").facts.attendee_count == 2


def test_a_day_before_its_month_ends_no_sentence() -> None:
    body = "## Summary\n\nIt began on Monday 20. January at noon. It ended on 3. February.\n"
    texts = [one.text.raw for one in reading(body).sentences]
    assert texts[-2:] == ["It began on Monday 20. January at noon.", "It ended on 3. February."]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Symptoms", Topic.SUMMARY),
        ("The short version", Topic.SUMMARY),
        ("What has happened", Topic.SUMMARY),
        ("Q: What happened?", Topic.SUMMARY),
        ("1 Abstract", Topic.SUMMARY),
        ("How could this happen?", Topic.FACTORS),
        ("How this could happen", Topic.FACTORS),
        ("How it became possible", Topic.FACTORS),
        ("How was this possible?", Topic.FACTORS),
        ("In two words", Topic.SUMMARY),
        ("In 3 sentences", Topic.SUMMARY),
        ("In two places", Topic.OTHER),
        ("Actions decided", Topic.ACTIONS),
        ("Agreed measures", Topic.ACTIONS),
        ("Why the disk filled", Topic.FACTORS),
        ("What was behind it", Topic.FACTORS),
        ("What we take away from it", Topic.LESSONS),
        ("What we took away", Topic.LESSONS),
        ("Things we take away", Topic.LESSONS),
        ("What Didn't Go So Well?", Topic.WENT_POORLY),
        ("What did not go well", Topic.WENT_POORLY),
        ("Who was hit, and how badly", Topic.IMPACT),
        ("How the morning went", Topic.TIMELINE),
        ("How it unfolded", Topic.TIMELINE),
        ("Play by play", Topic.TIMELINE),
        ("Times", Topic.TIMELINE),
        ("Date and time", Topic.DATE),
        ("Things we now know", Topic.LESSONS),
        ("Actions following review", Topic.ACTIONS),
        ("How are we improving the situation", Topic.ACTIONS),
        ("5 Actions", Topic.ACTIONS),
        ("Progress of event", Topic.TIMELINE),
        ("Class", Topic.SEVERITY),
        ("What we do now", Topic.ACTIONS),
        ("What we do next", Topic.ACTIONS),
        ("What we did next", Topic.DONE),
        ("1️⃣ The short version", Topic.SUMMARY),
        ("② Timeline", Topic.TIMELINE),
        ("What we take with us", Topic.LESSONS),
        ("What we'll take away", Topic.LESSONS),
        ("Course of the morning", Topic.TIMELINE),
        ("How serious", Topic.SEVERITY),
        ("How bad was it?", Topic.SEVERITY),
        ("What it cost us", Topic.IMPACT),
        ("3. Narrative", Topic.SUMMARY),
        ("Account of the night", Topic.SUMMARY),
        ("How they got in", Topic.SUMMARY),
        ("What broke", Topic.FACTORS),
        ("Ishikawa diagram", Topic.FACTORS),
        ("Other things that played a part", Topic.FACTORS),
    ],
)
def test_headings_in_other_words(heading: str, topic: Topic) -> None:
    assert topic in topics(f"## {heading}\n\nThe relay was full, and nobody was told.\n")


@pytest.mark.parametrize(
    "title",
    ["#### Charger amnesia, barn 2", "**Hall 3 at 36 degrees: one valve, two controllers**"],
)
def test_the_first_line_is_the_title_at_any_level(title: str) -> None:
    document = read(Source("postmortem.md", f"{title}\n\nWords.\n\n### Impact\n\nNone.\n"))
    assert document.facts.title is not None
    assert document.facts.title.raw in title


@pytest.mark.parametrize(
    "heading",
    [
        "What changed",
        "Account lockout",
        "What we do",
        "How serious we are",
        "Updates",
        "17 June",
        "52 nodes",
        "What we knew",
        "3.1 Switching date of the fare table",
    ],
)
def test_headings_that_mean_nothing(heading: str) -> None:
    assert topics(f"## {heading}\n\nThe relay was full, and nobody was told.\n") == [Topic.OTHER]

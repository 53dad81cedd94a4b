"""What a document says of its incident and of its review."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import Document, Facts, Profile
from pmlint.reading import read
from pmlint.reading.facts import file_date, labelled, stated_date
from pmlint.source import Source


def document(text: str, path: str = "postmortem.md") -> Document:
    return read(Source(path, text))


def facts(text: str, path: str = "postmortem.md") -> Facts:
    return document(text, path).facts


DURATIONS = [
    ("- Duration: 18 minutes", 18, "18 minutes"),
    ("- Duration: about 1 h 20 min in all", 80, "1 h 20 min"),
    ("- Outage duration: 01:20", 80, "01:20"),
    ("- Downtime: from 08:00 to 10:30", 150, "from 08:00 to 10:30"),
    ("- Downtime: 23:50 - 00:20", 30, "23:50 - 00:20"),
    ("- Duration: TBD\n- Time to resolve: 2 h", 120, "2 h"),
    ("## Summary\n\nLogins failed. The outage lasted for 40 minutes.", 40, "40 minutes"),
    ("## Impact\n\nIt was down for about 2 hours, then well.", 120, "2 hours"),
    ("## Summary\n\nIt lasted until we saw it, and that took 5 min.", None, None),
    ("## Summary\n\nSearch was down for, we think, 40 minutes.", 40, "40 minutes"),
    ("## Notes\n\nIt was down for 40 minutes.", None, None),
    ("## Summary\n\nThe duration of the outage was 1 hour 45 minutes.", 105, "1 hour 45 minutes"),
    ("## Timeline\n\n- 10:00 a\n- 11:00 b\n\n**Duration:** 2 hours", 120, "2 hours"),
    ("## Timeline\n\n- 10:00 a\n- Duration: 2 hours", None, None),
]


@pytest.mark.parametrize(("body", "minutes", "words"), DURATIONS)
def test_how_long_it_took(body: str, minutes: float | None, words: str | None) -> None:
    found = document(f"# Search outage\n\n{body}\n")
    assert found.facts.duration == minutes
    text = found.facts.duration_text
    assert (text and text.raw) == words
    assert (text and found.excerpt(text.span())) == words


INCIDENT_DAYS = [
    ("# Search outage on 2026-03-04\n\n- Started: 2026-03-05\n", "2026-03-05"),
    ("# Search outage on 2026-03-04\n\n- Date: 2026-03-07\n", "2026-03-04"),
    ("# Search outage\n\n- Resolved: 2026-03-05 10:00\n", "2026-03-05"),
    ("# Search outage\n\nIt broke on 2026-03-06. On 2026-03-07 it was well.\n", "2026-03-06"),
    ("# Search outage in March\n", "None"),
    ("---\ndate: 2026-03-08\n---\n\n# Search outage\n", "2026-03-08"),
    ("---\ndate: 2026-03-08T10:00:00\n---\n\n# Search outage\n", "2026-03-08"),
    ('---\ndate: "March 8, 2026"\n---\n\n# Search outage\n', "2026-03-08"),
]


@pytest.mark.parametrize(("text", "day"), INCIDENT_DAYS)
def test_the_day_of_the_incident(text: str, day: str) -> None:
    assert str(facts(text).incident_date) == day


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2100-01-01", "1899-12-31"])
def test_a_year_of_no_incident_is_none(day: str) -> None:
    # Days after 9999-12-31 were asked for, and the document could not be read.
    text = f"---\ndate: {day}\n---\n\n# Search outage\n\n## Action items\n\n- Add a lock (Ana, tomorrow)\n"
    assert facts(text).incident_date is None


def test_first_and_last_years_of_incidents() -> None:
    for day in ("1900-01-01", "2099-12-31"):
        assert str(facts(f"---\ndate: {day}\n---\n\n# Search outage\n").incident_date) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2026-04-15-checkout.md", "2026-04-15"),
        ("a\\20260415.md", "2026-04-15"),
        ("2026-04-15/checkout.md", "None"),
        ("2026-02-30.md", "None"),
        ("120260415.md", "None"),
    ],
)
def test_the_day_in_a_file_name(path: str, day: str) -> None:
    assert str(file_date(path)) == day
    assert str(facts("# Search outage\n\nText.\n", path).incident_date) == day


def test_moments_of_the_incident() -> None:
    found = facts(
        "# Search outage on 2026-03-04\n\n- Started: 14:32 UTC\n- Ended: March 5, 00:10\n"
        "- Review held: TBD\n- Post-mortem meeting: [insert 10:00]\n- Meeting: 2026-03-06 10:00\n"
        "- Published: 2026-03-09\n"
    )
    assert found.started == dt.datetime(2026, 3, 4, 14, 32)
    assert found.resolved == dt.datetime(2026, 3, 5, 0, 10)
    assert found.reviewed == dt.datetime(2026, 3, 6, 10)
    assert found.reviewed_text is not None
    assert found.reviewed_text.raw == "2026-03-06 10:00"
    assert found.published == dt.date(2026, 3, 9)


def test_a_review_that_prose_tells_of() -> None:
    found = document(
        "# Search outage\n\nThe review was held on 2026-03-06 at 10:00, by Ana.\n\n"
        "The meeting took about 45 minutes. It was facilitated by Ana Lee, of support.\n"
    )
    assert found.facts.reviewed == dt.datetime(2026, 3, 6, 10)
    assert found.facts.meeting_minutes == 45
    text = found.facts.meeting_text
    assert text is not None
    assert found.excerpt(text.span()) == "45 minutes"
    assert found.facts.facilitator is not None
    assert found.excerpt(found.facts.facilitator.span) == "Ana Lee"


def test_the_text_of_a_postmortem_is_no_field_of_its_review() -> None:
    told = (
        "This is an account of the afternoon of 5 June 2025, when for two hours most installs"
        " failed, and for almost five hours nobody could publish. We count it as our first of"
        " the year, and we tell it so that others may learn from it.\n"
    )
    found = facts(f"# Search outage\n\n## Postmortem\n\n{told}")
    assert (found.meeting_minutes, found.reviewed) == (None, None)
    found = facts("# Search outage\n\n## Postmortem\n\n5 June 2025, two hours\n")
    assert (found.meeting_minutes, found.reviewed) == (120, dt.datetime(2025, 6, 5))


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Meeting length: 1 h", 60),
        ("Meeting duration: 0:50", 50),
        ("Meeting length: 480 min", 480),
        ("Meeting length: 481 min", None),
        ("Review held: 2026-03-06, 30 minutes", 30),
        ("Review held: 2026-03-06", None),
        ("Review held: [insert 30 minutes]", None),
    ],
)
def test_how_long_the_review_took(line: str, minutes: float | None) -> None:
    assert facts(f"# Search outage\n\n- {line}\n").meeting_minutes == minutes


PEOPLE = [
    ("- Attendees: Ana, Bo and Cy", ["Ana", "Bo", "Cy"], 3),
    ("- Attendees: Ana Lee / Bo & Cy; Di.", ["Ana Lee", "Bo", "Cy", "Di"], 4),
    ("- Attendees: 12 people from support", ["12 people from support"], 12),
    ("- Attendees: ten people", ["ten people"], 10),
    ("- Attendees: seven engineers", ["seven engineers"], 7),
    ("- Attendees: TBD", [], None),
    ("- Attendees: 12, Ana", ["Ana"], 1),
    ("- Attendees: one of nine words is too much for names", [], None),
    ("## Attendees\n\n- Ana Lee, on-call\n- Bo", ["Ana Lee, on-call", "Bo"], 2),
    ("## Attendees\n\nAna, Bo", ["Ana", "Bo"], 2),
    (
        "## Attendees\n\n| Name | Role |\n|---|---|\n| Ana | on-call |\n| Bo | lead |",
        ["Ana", "Bo"],
        2,
    ),
    ("## Attendees\n\n- Ana\n\n## Notes\n\n- Participants: Bo", ["Ana", "Bo"], 2),
]


@pytest.mark.parametrize(("body", "names", "count"), PEOPLE)
def test_who_was_in_the_review(body: str, names: list[str], count: int | None) -> None:
    found = document(f"# Search outage\n\n{body}\n")
    assert [person.name for person in found.facts.attendees] == names
    assert [found.excerpt(person.span) for person in found.facts.attendees] == names
    assert found.facts.attendee_count == count


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Review of 11 October 2025, led by Jorinde Haak (Education).", "Jorinde Haak"),
        ("The post-mortem was chaired by Ana Ruiz.", "Ana Ruiz"),
        ("The restore was led by Jorinde Haak.", None),
        ("Chair of the review: Jorinde Haak", "Jorinde Haak"),
        ("Review chair: Jorinde Haak", "Jorinde Haak"),
        ("Chairperson: Jorinde Haak", "Jorinde Haak"),
    ],
)
def test_who_led_the_review(line: str, name: str | None) -> None:
    found = facts(f"# Search outage\n\n*Severity: major. {line}*\n").facilitator
    assert (found and found.name) == name


def test_roles() -> None:
    found = facts(
        "# Search outage\n\n| Field | Value |\n|---|---|\n| Author | Ana Lee |\n| Facilitated by | Bo |\n"
        "| Incident commander | Cy |\n| Status | final |\n| Status | final |\n| Severity | n/a |\n"
        "| Priority | P1 |\n"
    )
    assert [(person.name, person.role) for person in found.authors] == [("Ana Lee", "author")]
    assert found.facilitator is not None
    assert (found.facilitator.name, found.facilitator.role) == ("Bo", "facilitator")
    assert [(person.name, person.role) for person in found.responders] == [("Cy", "responder")]
    assert [text and text.raw for text in (found.status, found.severity)] == [
        "final",
        "P1",
    ]


def test_labels_are_short_and_outside_timeline_and_actions() -> None:
    found = document(
        "# Search outage\n\n- Impact: all\n- One two three four five: a\n- One two three four five six: b\n\n"
        "| Key one: | v |\n|---|---|\n| a | b | \n\n| x | y | z |\n|---|---|---|\n| p | q | r |\n\n"
        "## Timeline\n\n- Status: c\n\n## Action items\n\n- Status: d\n"
    )
    pairs = [(key, text.raw) for key, text in labelled(found.sections) if key != "search outage"]
    assert pairs == [
        ("one two three four five", "a"),
        ("key one", "v"),
        ("a", "b"),
        ("impact", "all"),
    ]


def test_front_matter_is_asked_last() -> None:
    text = (
        "---\nseverity: SEV3\nfacilitator: Bo\nincident_commander: Cy\nauthors:\n  - Ana\n  - Bo\n"
        "audience: [x]\n---\n\n# Search outage\n\n- Severity: SEV1\n"
    )
    found = document(text)
    assert found.facts.facilitator is not None
    assert found.excerpt(found.facts.facilitator.span) == "Bo"
    assert [found.excerpt(person.span) for person in found.facts.authors] == ["Ana", "Bo"]
    assert [person.name for person in found.facts.responders] == ["Cy"]
    assert found.facts.authors[1].span.start == text.index("- Bo") + 2


TITLES = [
    ("# Search outage\n", "Search outage"),
    ("# Incident title\n\nSearch outage\n", "Search outage"),
    ("# Title\n\n## Search outage\n", "Search outage"),
    ("# Title\n", "Title"),
    ("Event: Search outage\n\n## Summary\n\nIt failed.\n", "Search outage"),
    ("| **Event** | `search_outage` |\n|---|---|\n| Detected | 14:32 |\n", "search_outage"),
    ("---\ntitle: Search outage\n---\n\nText here.\n", "Search outage"),
    ("From: Ana\nSubject: Search outage\n\nText here.\n", "Search outage"),  # a mail had none
    ("From: Ana\nSubject: Mail of May\n\n# Search outage\n\nText here.\n", "Search outage"),
    ("---\nincident: Search outage\n---\n\nText here.\n", "Search outage"),
    ("Text here. More text.\n", None),
    # What stood above the title was taken for it.
    ("Home / Library / PIR-12\n\n# Search outage\n\nText.\n", "Search outage"),
    ("The long story of it\n\n# Search outage\n\n## Summary\n\nText.\n", "Search outage"),
    ("Search outage\n\n# Summary\n\nText.\n\n# What broke\n\nText.\n", "Search outage"),
    (
        "LABELS AND CO\nNO SEARCH IN MAY, 3 MAY 2031\n\nSUMMARY\n\nText.\n",
        "NO SEARCH IN MAY, 3 MAY 2031",
    ),
    ("Search was slow\nWe saw it on 3 May 2031 in May\n\nText.\n", "Search was slow"),
    (
        "Classification: internal\n\nSearch outage, 3 May 2031\n\nText.\n",
        "Search outage, 3 May 2031",
    ),
    ("Severity: SEV2\n\nAll of it, on 3 May 2031, stopped\n\nText.\n", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str | None) -> None:
    found = facts(text).title
    assert (found and found.raw) == title


SEVERITIES = [
    ("# Search outage\n\n| Severity | SEV2 |\n|---|---|\n", "SEV2"),
    (
        "# Search outage\n\n## Severity\n\nSEV2, as one feature was down.\n",
        "SEV2, as one feature was down.",
    ),
    ("# Search outage\n\nIt failed.\n\n## Severity level\n\n- SEV2\n", "SEV2"),
    ("# Search outage\n\n## Severity\n\n## Summary\n\nIt failed.\n", None),
    # Fields beside the level are not the level.
    ("# Search outage\n\n## Severity\n\n- Severity: SEV3\n- Customer-facing: no\n", "SEV3"),
    ("# Search outage\n\n## Severity\n\nData loss: none\n\nSeverity: Major\n", "Major"),
    ("# Search outage\n\n## Severity\n\n- Customer-facing: no\n", None),
    # Rows of a table that lacks its ruler.
    ("# Search outage\n\n| **Owner** | Ana |\n| **Severity** | Sev-2 |\n", "Sev-2"),
    # Lines that open the document, and fields side by side.
    ("# Search outage\n\nSev1 · status: closed · written by Ana\n", "Sev1"),
    ("# Search outage\n\n*By Ana. Advisory 7, severity: critical (9.3).*\n", "severity: critical"),
    ("# Search outage\n\n**Severity:** Major · **Status:** Closed\n", "Major"),
    ("# Search outage\n\nWe logged it as a Sev 2.\n\n## Summary\n\nIt failed.\n", "Sev 2"),
    ("# Search outage\n\nIt was slow.\n\n## Notes\n\nThe last one was a Sev 2.\n", None),
    ("# Search outage\n\n**How bad was it?** It is a Major one.\n", "It is a Major one."),
]


@pytest.mark.parametrize(("text", "severity"), SEVERITIES)
def test_severities_under_a_heading_and_in_a_form(text: str, severity: str | None) -> None:
    found = facts(text).severity
    assert (found and found.raw) == severity


PROFILES = [
    ("# Search outage\n\n- Type: near miss\n", Profile.NEAR_MISS),
    ("# Search outage\n\n## Type\n\nSecurity incident\n", Profile.SECURITY),
    ("# Search outage\n\nKind: data breach\n", Profile.SECURITY),
    ("# Search outage\n\nType of it: data breach\n", Profile.ORDINARY),
    ("---\ntags: [near-miss]\n---\n\n# Search outage\n", Profile.NEAR_MISS),
    ("---\nprofile: Security\n---\n\n# Search outage\n", Profile.SECURITY),
    ("# Search outage, not a security incident\n", Profile.ORDINARY),
    ("# Phishing of support\n", Profile.SECURITY),
    ("# Search outage\n\nIt was a near miss.\n", Profile.ORDINARY),
]


@pytest.mark.parametrize(("text", "profile"), PROFILES)
def test_the_profile_that_a_document_says(text: str, profile: Profile) -> None:
    assert document(text).profile is profile


def test_the_day_that_is_stated() -> None:
    def stated(text: str) -> str:
        return str(stated_date(document(text).sections))

    assert stated("# Search outage on 2026-03-04\n\n- Date: 2026-03-05\n") == "2026-03-04"
    assert stated("# Search outage\n\n- Resolved: 2026-03-06\n- Date: 2026-03-05\n") == "2026-03-05"
    assert stated("# Search outage\n\n- Resolved: 2026-03-06\n") == "2026-03-06"
    assert stated("# Search outage\n\nIt broke on 2026-03-06.\n") == "None"
    assert stated("# Search outage\n\n*6 March 2026*\n") == "2026-03-06"  # the line below is of it
    assert stated("Search outage\nNo page, 6 March 2026\n\nText.\n") == "2026-03-06"
    assert stated("# Search outage\n\n*Wiki, 9 March 2026*\n\n- Date: 2026-03-06\n") == "2026-03-06"
    assert stated("# Search outage\n\nPublished on 2026-03-06\n") == "None"
    assert stated("# Search outage\n\n## Part\n\nNo page, 6 March 2026\n") == "None"


def test_a_date_may_end_a_sentence() -> None:
    # The full stop was taken for one of a version number.
    assert str(facts("# Search outage\n\nIt broke on 29.09.2026.\n").incident_date) == "2026-09-29"
    assert str(facts("# Search outage\n\nIt broke on 29.09.26.\n").incident_date) == "2026-09-29"
    assert facts("# Search outage\n\nIt broke with 7.9.11 of it.\n").incident_date is None
    assert (
        str(facts("# Search outage\n\nIt broke with 29.09.2026.4 of it.\n").incident_date) == "None"
    )


def test_fields_stand_side_by_side() -> None:
    line = "Author: Ana Ruiz · Facilitator: Ines Roth (least involved) · Reviewed: 2026-05-04"
    found = facts(f"# Search outage\n\n{line}\n")
    assert [one.name for one in found.authors] == ["Ana Ruiz"]
    assert found.facilitator is not None
    assert found.facilitator.name == "Ines Roth (least involved)"
    assert str(found.reviewed) == "2026-05-04 00:00:00"


@pytest.mark.parametrize("key", ["title", "a-key", "a-longer-key"])
def test_people_of_the_front_matter_stand_where_they_are_written(key: str) -> None:
    names = ["Ana", "Priya Nair", "Bo"]
    listed = "".join(f"  - {name}\n" for name in names)
    found = document(f"---\n{key}: Search outage\nattendees:\n{listed}---\n\n# Outage\n")
    assert [person.name for person in found.facts.attendees] == names
    assert [found.excerpt(person.span) for person in found.facts.attendees] == names


def test_the_title_tells_the_day_before_other_headings() -> None:
    text = "# Search outage of 2026-04-15\n\n## Review of 2026-05-01\n\nText.\n"
    assert facts(text).incident_date == dt.date(2026, 4, 15)


def test_twenty_people_are_twenty() -> None:
    assert facts("# Outage\n\nAttendees: twenty people\n").attendee_count == 20

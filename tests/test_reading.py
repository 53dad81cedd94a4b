"""The reader: what it makes of the many ways in which people write postmortems."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import ActionType, Document, Profile, Status, Topic
from pmlint.reading import ReadSettings, read
from pmlint.source import Source

MAIN = (Topic.SUMMARY, Topic.TIMELINE, Topic.FACTORS, Topic.ACTIONS, Topic.LESSONS)


def doc(text: str, path: str = "pm.md", **settings: object) -> Document:
    return read(Source(path, text), ReadSettings(**settings))  # type: ignore[arg-type]


STYLES = {
    "hashes": "# {t}\n\n## Summary\n\nA b c.\n\n## Timeline\n\n- 10:00 x\n\n## Contributing factors\n\n- y\n\n"
    "## Action items\n\n- Add z\n\n## Lessons learned\n\n- w\n",
    "underlined": "{t}\n====\n\nSummary\n-------\n\nA b c.\n\nTimeline\n--------\n\n10:00 x\n\nRoot causes\n-----------\n\ny\n\n"
    "Follow-ups\n----------\n\n- Add z\n\nTakeaways\n---------\n\nw\n",
    "bold lines": "**{t}**\n\n**TL;DR**\n\nA b c.\n\n**Chronology:**\n\n10:00 x\n\n**Contributing Factors**\n\ny\n\n"
    "**Next steps**\n\n- Add z\n\n**Lessons**\n\nw\n",
    "bold labels": "# {t}\n\n**Summary**: A b c.\n\n**Timeline**:\n\n- 10:00 x\n\n**Root cause:** y\n\n**Action items:**\n\n- Add z\n\n"
    "**Lessons learned:** w\n",
    "plain labels": "{t}\n\nSummary: A b c.\n\nTimeline:\n10:00 x\n10:05 y\n\nRoot cause:\ny\n\nAction items:\n- Add z\n\nLessons learned:\nw\n",
    "bare lines": "{t}\nIssue Summary\nA b c.\n\nTimeline\n10:00 x\n10:05 y\nRoot Cause\nThe cache was cold.\n"
    "Corrective and Preventative Measures\nAdd z to the cache\n\nLessons Learned\nw\n",
    "emoji and numbers": "# {t}\n\n## 1. :memo: Summary\n\nA.\n\n## 2) 🕒 Timeline (all times UTC)\n\n- 10:00 x\n\n## 3. Why did it happen?\n\ny\n\n"
    "## 4. What are we doing to prevent this from happening again?\n\n- Add z\n\n## 5. What we learned\n\nw\n",
    "item labels": "# {t}\n\n- **Summary**: A b c.\n- **Key events**\n  - 10:00 x\n- **Root cause**: y\n- **Review actions**:\n  - Add z\n"
    "- **Lessons learned**: w\n",
    "a form": "# {t}\n\n| Field | Value |\n|---|---|\n| Summary | A b c. |\n| Timeline | 10:00 x |\n| Contributing factors | y |\n"
    "| Action items | Add z |\n| Lessons learned | w |\n",
    "HTML headings": "<h1>{t}</h1>\n\n<h2>Summary</h2>\n\nA.\n\n<h2>Timeline</h2>\n\n- 10:00 x\n\n<h2>Causes</h2>\n\ny\n\n<h2>Actions</h2>\n\n- Add z\n\n"
    "<h2>Learnings</h2>\n\nw\n",
}


@pytest.mark.parametrize("style", STYLES)
def test_sections_are_found_in_every_style(style: str) -> None:
    document = doc(STYLES[style].replace("{t}", "Search outage on 2026-03-04"))
    assert [topic for topic in MAIN if document.has(topic)] == list(MAIN)
    assert document.facts.title is not None
    assert document.facts.title.raw == "Search outage on 2026-03-04"
    assert [item.text.raw for item in document.actions] in (
        ["Add z"],
        ["Add z to the cache"],
    )


def test_plain_text_is_read_without_markup() -> None:
    document = doc(
        "Login outage 2026-02-01\n\nSummary\n-------\nLogins_failed for *all* users.\n\nTimeline:\n"
        "    09:02 certificate expires\n    09:30 new certificate\n",
        path="pm.txt",
    )
    assert document.has(Topic.SUMMARY)
    assert [s.text.raw for s in document.sentences_of(Topic.SUMMARY)] == [
        "Logins_failed for *all* users."
    ]
    assert [entry.minute for entry in document.timeline.entries] == [542, 570]


def test_aliases_and_front_matter_add_sections() -> None:
    document = doc(
        "---\ntitle: Search outage\nseverity: SEV2\n---\n\n## Was bisher geschah\n\n- 10:00 x\n",
        aliases={"Was bisher geschah": Topic.TIMELINE},
    )
    assert document.has(Topic.SEVERITY)
    assert document.has(Topic.TIMELINE)
    assert document.facts.severity is not None
    assert document.excerpt(document.facts.severity.span()) == "SEV2"


def test_toml_front_matter_and_a_broken_one_never_become_prose() -> None:
    toml = doc('+++\ntitle = "A outage"\n+++\n\nText here.\n')
    assert toml.front_matter == {"title": "A outage"}
    broken = doc("---\ntitle: [unclosed\n---\n\nText here.\n")
    assert broken.front_matter == {}
    assert [s.text.raw for s in broken.sentences] == ["Text here."]


SENTENCES = [
    (
        "We shipped v2.4.1 at 14:35 UTC. It failed.",
        ["We shipped v2.4.1 at 14:35 UTC.", "It failed."],
    ),
    ("Caches, e.g. Redis, were cold. Then hot.", ["Caches, e.g. Redis, were cold.", "Then hot."]),
    ("See [the doc](http://a.b/c.D). Next.", ["See the doc.", "Next."]),
    ("Run `a. B` first. Then wait.", ["Run a. B first.", "Then wait."]),
    ("Mr. Ito and J. Smith met. They agreed!", ["Mr. Ito and J. Smith met.", "They agreed!"]),
    ("Did it work? No. 3 hosts were left.", ["Did it work?", "No. 3 hosts were left."]),
    ("**Bold end.** Next one.", ["Bold end.", "Next one."]),
    ("It took approx. 5 min. to recover.", ["It took approx. 5 min. to recover."]),
    (
        "A wrapped line\ngoes on here. Second\nsentence.",
        ["A wrapped line\ngoes on here.", "Second\nsentence."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text.raw for sentence in doc(text).sentences] == expected


def test_sentences_know_where_they_stand() -> None:
    document = doc("# T\n\nWords here.\n\n- item\n  - inner\n\n| Head |\n|---|\n| cell |\n")
    assert [(s.text.raw, s.in_item, s.in_cell, s.column) for s in document.sentences] == [
        ("Words here.", False, False, ""),
        ("item", True, False, ""),
        ("inner", True, False, ""),
        ("cell", False, True, "head"),
    ]


def test_what_is_not_prose_is_not_a_sentence() -> None:
    document = doc(
        "# T\n\n<!-- Dave did it. -->\n\n> Dave did it.\n\n```\nDave did it.\n```\n\n    kubectl get pods | grep x\n\n"
        "See `Dave did it.` and https://x.example/dave-did-it or [here](http://dave.example).\n"
    )
    said = " ".join(sentence.text.prose for sentence in document.sentences)
    assert "dave" not in said.lower()
    assert "kubectl" not in said


def test_an_unclosed_comment_does_not_hide_the_rest() -> None:
    document = doc("# T\n\n<!-- oops\n\nThe text goes on.\n")
    assert any("goes on" in sentence.text.raw for sentence in document.sentences)
    assert document.notes == (
        "the comment in line 3 is never closed, so what follows is reviewed like other text. "
        'End it with "-->".',
    )


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("---\ntitle: [unclosed\n---\n\nText.\n", "not valid YAML"),
        ("+++\ntitle = \n+++\n\nText.\n", "not valid TOML"),
        ("---\n" + "".join(f"k{n}: v\n" for n in range(201)) + "---\n\nText.\n", "has 201 fields"),
        ("---\n" + "".join(f"k{n}: v\n" for n in range(200)) + "---\n\nText.\n", ""),
        ("---\ntitle: A\n---\n\n<!-- closed -->\n\nText.\n", ""),
        ("Text.\n\n```\n<!-- the code's own\n```\n", ""),
        ("Write `<!--` first.\n", ""),
    ],
)
def test_what_could_not_be_read_as_meant_is_noted(text: str, noted: str) -> None:
    notes = doc(text).notes
    assert [noted in note for note in notes] == ([True] if noted else [])


TIMELINES = [
    ("- 14:32 — a\n- 14:35 — b", [872, 875]),
    ("- 23:50 a\n- 00:10 b", [1430, 1450]),
    ("- 9:58 a\n- 11:57 b\n- 1:17 c", [598, 717, 797]),
    ("| Time (UTC) | Event |\n|--|--|\n| 14:32 | a |\n| 14:35 | b |", [872, 875]),
    (
        "| Date | Time | What |\n|--|--|--|\n| Jan 20 | 22:40 | a |\n| Jan 21 | 00:20 | b |",
        [1360, 1460],
    ),
    ("### 2026-03-04\n\n- 10:00 a\n\n### 2026-03-05\n\n- 09:00 b", [600, 1980]),
    ("### 14:32\n\na\n\n### 14:40 - b\n\nmore", [872, 880]),
    ("14:32 a\n14:35 b\n\n9:05 PM c", [872, 875, 1265]),
    ("1. [14:32] a\n2. (14:35 UTC) b", [872, 875]),
    ("- 2026-03-04T14:32:00Z a\n- 2026-03-04 14:35 b", [872, 875]),
    ("- First detected 2026-03-04 14:32\n- Resolved 2026-03-04 14:50", [872, 890]),
    ("- **14:32**: a\n- `14:35` b\n- ~14:40 c", [872, 875, 880]),
    ("```\n14:32 a\n14:35 b\n```", [872, 875]),
    ("- March 4th, 2:32pm: a\n- March 4th, 3:00 PM: b", [872, 900]),
    ("Newest first.\n\n- 00:10 c\n- 23:50 b\n- 23:40 a", [1450, 1430, 1420]),
]


@pytest.mark.parametrize(("body", "minutes"), TIMELINES)
def test_timeline_minutes(body: str, minutes: list[int]) -> None:
    document = doc(f"# Outage on 2026-03-04\n\n## Timeline\n\n{body}\n")
    assert [entry.minute for entry in document.timeline.entries] == minutes


def test_timeline_entries_know_what_they_lack() -> None:
    document = doc(
        "## Timeline\n\n- 10:00 a\n  - detail of a\n- b happened\n- later that evening: c\n- T+5m d\n- 25:61 e\n"
    )
    entries = document.timeline.entries
    assert [entry.nested for entry in entries] == [False, True, False, False, False, False]
    assert [entry.vague for entry in entries][3] == "later that evening"
    assert entries[4].relative
    assert entries[5].impossible == "25:61"
    assert entries[2].minute is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("## Timeline (all times PST)\n\n- 10:00 a", "PST"),
        ("## Timeline\n\nAll times are in UTC.\n\n- 10:00 a", "UTC"),
        ("## Timeline\n\n| Time (CET) | Event |\n|--|--|\n| 10:00 | a |", "CET"),
        ("All times in UTC.\n\n## Timeline\n\n- 10:00 a", "UTC"),
        ("## Timeline\n\n- 10:00 a", ""),
    ],
)
def test_time_zone(text: str, zone: str) -> None:
    assert doc(text).timeline.zone == zone


def actions(body: str, title: str = "Outage 2026-04-15") -> Document:
    return doc(f"# {title}\n\n## Action items\n\n{body}\n")


OWNED = [
    ("- Add a prompt (owner: Sarah, due: May 1)", "Sarah", dt.date(2026, 5, 1)),
    (
        "- Add a P99 alert with a 500ms threshold, owned by Sarah, due April 25",
        "Sarah",
        dt.date(2026, 4, 25),
    ),
    ("- [ ] @sarah: add a prompt by 2026-05-01", "@sarah", dt.date(2026, 5, 1)),
    ("- Sarah to add a prompt by May 1", "Sarah", dt.date(2026, 5, 1)),
    ("- Add a prompt\n  - Owner: Sarah Lee\n  - Due: 1 May 2026", "Sarah Lee", dt.date(2026, 5, 1)),
    ("- Add a prompt - Sarah, May 1", "Sarah", dt.date(2026, 5, 1)),
    ("1. Add a prompt. Assigned to: Priya. Deadline: 2026-05-01.", "Priya", dt.date(2026, 5, 1)),
    (
        "| Action | Owner | Deadline |\n|--|--|--|\n| Add a prompt | Sarah | May 1 |",
        "Sarah",
        dt.date(2026, 5, 1),
    ),
    (
        "| # | Task | Who | ETA |\n|--|--|--|--|\n| 1 | Add a prompt | S. Lee | in two weeks |",
        "S. Lee",
        dt.date(2026, 4, 29),
    ),
    ("### Due by 1 May 2026\n\n- Add a prompt (Sarah)", "Sarah", dt.date(2026, 5, 1)),
    ("**Sarah**\n\n- Add a prompt by end of Q2", "Sarah", dt.date(2026, 6, 30)),
    ("#### 1) Add a prompt\n\nOwner: Sarah\n\nDue: May 1", "Sarah", dt.date(2026, 5, 1)),
    ("The platform team will add a prompt by May 1.", "The platform team", dt.date(2026, 5, 1)),
    ("- Add a prompt", None, None),
    ("- Add a prompt | Owner: - | Due: -", None, None),
]


@pytest.mark.parametrize(("body", "owner", "date"), OWNED)
def test_owner_and_deadline(body: str, owner: str | None, date: dt.date | None) -> None:
    document = actions(body)
    assert len(document.actions) == 1
    item = document.actions[0]
    assert (item.owner.text if item.owner else None) == owner
    assert (item.deadline.date if item.deadline else None) == date
    for part in (item.owner, item.deadline):
        if part is not None:
            assert document.excerpt(part.span).strip()


def test_deadlines_that_name_no_day() -> None:
    body = "| Action | Due |\n|--|--|\n| Add a | ASAP |\n| Add b | 2026-02-30 |\n| Add c | next quarter |\n| Add d | n/a |"
    found = [item.deadline for item in actions(body).actions]
    assert [d and (d.date, d.vague) for d in found] == [
        (None, True),
        (None, False),
        (None, True),
        None,
    ]


def test_a_year_that_is_not_written_is_the_nearest() -> None:
    december = actions("- Add a prompt by Jan 10", title="Outage 2025-12-20")
    assert december.actions[0].deadline is not None
    assert december.actions[0].deadline.date == dt.date(2026, 1, 10)


def test_status_type_and_ticket() -> None:
    document = actions(
        "- [x] Add a prompt ([OPS-12](https://t.example/browse/OPS-12))\n- ~~Add b~~\n- [Prevent] Add c\n"
        "- Detect: Add d #41\n- [ ] Add e\n"
    )
    items = document.actions
    assert [item.status for item in items] == [
        Status.DONE,
        Status.DONE,
        Status.UNKNOWN,
        Status.UNKNOWN,
        Status.OPEN,
    ]
    assert [item.type for item in items][2:4] == [ActionType.PREVENT, ActionType.DETECT]
    assert items[0].ticket == "OPS-12"
    assert items[3].ticket == "#41"
    assert items[2].text.raw == "Add c"


def test_groups_sub_tasks_and_finished_work() -> None:
    document = actions(
        "1. **Monitoring:**\n   - Add an alert on lag\n   - Add a dashboard\n2. Split the queue\n   - write the schema\n"
        "   - move the consumers\n3. Migrated the node to the larger size\n"
    )
    assert [item.text.raw for item in document.actions] == [
        "Add an alert on lag",
        "Add a dashboard",
        "Split the queue",
    ]
    assert [text.raw for text in document.actions[2].details] == [
        "write the schema",
        "move the consumers",
    ]


def test_headings_name_the_type_of_the_items_below() -> None:
    document = actions("### Prevent\n\n- Add a\n\n### Mitigation\n\n- Add b")
    assert [item.type for item in document.actions] == [ActionType.PREVENT, ActionType.MITIGATE]


def test_facts() -> None:
    document = doc(
        "# Payment outage\n\n- Severity: SEV1\n- Start: 2026-04-15 14:32\n- Resolved: 2026-04-15 14:50 UTC\n- Duration: 18 minutes\n"
        "- Authors: Sarah Lee, @mike\n- Attendees: Sarah, Mike, Priya and Tom\n- Facilitator: Ana\n- Review held: 2026-04-16 10:00\n"
        "- Meeting length: 1 h\n- Incident commander: Mike\n\n## Summary\n\nDown.\n"
    )
    facts = document.facts
    assert facts.severity is not None
    assert facts.severity.raw == "SEV1"
    assert facts.started == dt.datetime(2026, 4, 15, 14, 32)
    assert facts.resolved == dt.datetime(2026, 4, 15, 14, 50)
    assert facts.reviewed == dt.datetime(2026, 4, 16, 10, 0)
    assert facts.duration == 18
    assert facts.meeting_minutes == 60
    assert facts.attendee_count == 4
    assert [person.name for person in facts.authors] == ["Sarah Lee", "@mike"]
    assert facts.facilitator is not None
    assert facts.facilitator.name == "Ana"
    assert [person.name for person in facts.responders] == ["Mike"]


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("# Near-miss: expired certificate caught in staging\n", Profile.NEAR_MISS),
        ("# Security incident: leaked token\n", Profile.SECURITY),
        ("---\nprofile: near-miss\n---\n\n# Cache\n", Profile.NEAR_MISS),
        ("# Cache outage\n", Profile.ORDINARY),
    ],
)
def test_profile(text: str, profile: Profile) -> None:
    assert doc(text).profile is profile


def test_factors_whys_and_lessons() -> None:
    document = doc(
        "## Contributing factors\n\n- No alert on lag\n- The pool was small\n\n### Five whys\n\n1. Why did it fail? The disk was full.\n"
        "2. Why was it full? Logs were kept.\n3. Why? No rotation was set.\n\n## Lessons learned\n\n- Lag hides.\n  - a detail\n- Disks fill.\n"
    )
    assert [factor.text.raw for factor in document.factors] == [
        "No alert on lag",
        "The pool was small",
    ]
    assert [len(chain.levels) for chain in document.why_chains] == [3]
    assert [lesson.raw for lesson in document.lessons] == ["Lag hides.", "Disks fill."]


def test_an_arrow_chain_is_a_chain_of_whys() -> None:
    document = doc(
        '## Contributing factors\n\n"The wrong command ran" → "Why was it possible?" → "Because there is no prompt" → "Because it was never hardened"\n'
    )
    assert [len(chain.levels) for chain in document.why_chains] == [3]


def test_a_word_under_an_empty_heading_is_its_answer() -> None:
    document = doc("# T\n\n## Status\nResolved\n\n## Severity\n\nSEV2\n\n## Summary\n\nText.\n")
    assert not document.has(Topic.RESOLUTION)
    assert document.facts.severity is not None
    assert document.facts.severity.raw == "SEV2"


def test_a_first_line_that_is_a_field_is_no_title() -> None:
    document = doc("Published: 2026-04-17\n\n# Search outage\n\nText.\n")
    assert document.facts.title is not None
    assert document.facts.title.raw == "Search outage"
    assert document.facts.published == dt.date(2026, 4, 17)


def test_other_dates_of_the_document_tell_day_from_month() -> None:
    document = doc(
        "# Outage\n\n## Timeline\n\n### 29-09-2026\n\n- 10:00 a\n\n### 03-10-2026\n\n- 10:00 b\n"
    )
    assert [entry.date for entry in document.timeline.entries] == [
        dt.date(2026, 9, 29),
        dt.date(2026, 10, 3),
    ]


def test_a_placeholder_is_no_fact() -> None:
    document = doc("# T\n\n- Reviewed: [insert date and time of the meeting]\n- Authors: TBD\n")
    assert document.facts.reviewed is None
    assert document.facts.meeting_minutes is None
    assert document.facts.authors == ()


def test_a_table_of_lessons_is_no_form() -> None:
    document = doc(
        "## Lessons learned\n\n| Lesson | Source |\n|---|---|\n| Retries add load | graphs |\n| Caches start cold | logs |\n"
    )
    assert [section.title for section in document.sections[1:]] == ["Lessons learned"]


def test_facts_of_the_front_matter() -> None:
    document = doc(
        "---\ntitle: Search outage\nstarted: 2026-04-15 14:32\nresolved: 2026-04-15 14:50\n"
        "reviewed: 2026-04-16 10:00\nattendees:\n  - Sarah\n  - Mike\nfacilitator: Ana\n---\n\nText.\n"
    )
    facts = document.facts
    assert facts.resolved == dt.datetime(2026, 4, 15, 14, 50)
    assert facts.reviewed == dt.datetime(2026, 4, 16, 10, 0)
    assert [person.name for person in facts.attendees] == ["Sarah", "Mike"]
    assert [document.excerpt(person.span) for person in facts.attendees] == ["Sarah", "Mike"]
    assert facts.facilitator is not None


def test_a_day_that_no_calendar_has_is_impossible() -> None:
    document = doc("## Timeline\n\n- 2026-02-30 10:00 a\n- 10:05 b\n")
    assert [entry.impossible for entry in document.timeline.entries] == ["2026-02-30", ""]


def test_an_item_about_a_state_is_not_finished_work() -> None:
    assert len(actions("- Page when the ledger backup is a day old").actions) == 1


def test_a_bold_sentence_is_prose() -> None:
    document = doc("# T\n\n## Summary\n\n**The root cause was human error.**\n")
    assert [s.text.raw for s in document.sentences] == ["The root cause was human error."]


def test_bold_labels_stand_beside_each_other() -> None:
    document = doc("# T\n\n**Severity:**\n\n**Impact:** All customers.\n")
    severity, impact = document.sections[2:4]
    assert (severity.own_topic, impact.own_topic) == (Topic.SEVERITY, Topic.IMPACT)
    assert impact.parent == severity.parent


def test_a_sentence_with_a_colon_is_no_label() -> None:
    document = doc(
        "# T\n\n## Summary\n\nThe root cause was human error: the wrong host was chosen.\n"
    )
    assert [s.text.raw for s in document.sentences_of(Topic.SUMMARY)] == [
        "The root cause was human error: the wrong host was chosen."
    ]


def test_initials_before_an_item_own_it_and_its_list_is_detail() -> None:
    # The bullets were taken for the items, and the items for lead-ins without an owner.
    text = (
        "# Catalogue API down, 28 January 2021\n\n## Actions\n\n**JP** Have build badges for:\n"
        "- the main build\n- integration tests\n\n**AC** Move the alert into the builds channel\n\n"
        "- Document the reindex in its runbook (Sarah)\n"
    )
    items = read(Source("postmortem.md", text)).actions
    assert [item.text.raw for item in items] == [
        "Have build badges for:",
        "Move the alert into the builds channel",
        "Document the reindex in its runbook",
    ]
    assert [item.owner and item.owner.text for item in items] == ["JP", "AC", "Sarah"]


def test_a_checklist_of_the_document_holds_no_work() -> None:
    # "All headings have an answer" was asked for an owner and a date.
    asked = (
        "- [x] The outage is over\n- [ ] All headings above have an answer\n- [x] Title tidied\n"
    )
    work = "- [ ] Alert on a queue of ten minutes (Sarah)\n- [x] The report runs on a replica\n"
    plan = "- [x] Sections of the runbook merged\n- [ ] Title page shows the status\n"
    assert actions(asked).actions == ()
    assert len(actions(work).actions) == 2
    assert len(actions(plan).actions) == 2


def test_a_table_of_one_known_field_is_a_form() -> None:
    one = doc("# T\n\n| Severity | SEV2 |\n|---|---|\n")
    assert [section.title for section in one.sections][1:] == ["T", "Severity"]
    same = doc("# T\n\n| Impact | all |\n|---|---|\n| Impact | some |\n| Shard | 3 |\n")
    assert [section.title for section in same.sections][1:] == ["T"]

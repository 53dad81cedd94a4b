"""Action items: what is one, whose it is, by when, of which type and how far it is."""

from __future__ import annotations

import pytest

from pmlint.document import ActionItem, ActionType, Document, Status
from pmlint.reading import read
from pmlint.reading.actions import column_kinds
from pmlint.review.work import named
from pmlint.source import Source


def document(body: str) -> Document:
    text = f"# Outage on 2026-04-15\n\n## Action items\n\n{body}\n"
    return read(Source("postmortem.md", text))


def items(body: str) -> tuple[ActionItem, ...]:
    return document(body).actions


def words(body: str) -> list[str]:
    return [item.text.raw for item in items(body)]


OWNERS = [
    ("- Add a prompt with help of @sarah", "@sarah"),
    ("- Talk to @sarah about prompts", None),
    ("- Ask ops/@sarah for prompts", None),
    ("- DevEx will add a prompt", "DevEx"),
    ("- DevEx tools will add a prompt", None),
    ("- MySQL will be upgraded", None),
    ("- Kubernetes will be upgraded", None),
    ("- The search team should add a prompt", "The search team"),
    ("- The cache should be smaller", None),
    ("- Ana Lee will add a prompt", "Ana Lee"),
    ("- Ana should add a prompt", "Ana"),
    ("- @ana to add a prompt", "@ana"),
    ("- [Ana] - Add a prompt", "Ana"),
    ("- Ana: Add a prompt", "Ana"),
    ("- Search: Add a prompt", None),
    ("- JP Add a prompt", "JP"),
    ("- DNS Add a record", None),
    ("- JP the prompt", None),
    ("- Add a prompt (Ana)", "Ana"),
    ("- Add a prompt - Ana Lee", "Ana Lee"),
    ("- Add a prompt (AL)", "AL"),
    ("- Add a prompt (Search team)", "Search team"),
    ("- Add a prompt (Search Team)", "Search Team"),
    ("- Add a prompt (Kafka)", None),
    ("- Add a prompt [@ana, @bo]", "@ana, @bo"),
    ("- Add a prompt (Ana) to the tool", None),
    ("- Add a prompt (Ana), by May 1", "Ana"),
    ("- Add a prompt\n  - @ana and @bo plan it", "@ana and @bo"),
    ("- Add a prompt\n  - Owner: Ana", "Ana"),
    ("- Add a prompt (owner: Ana by May 1)", "Ana"),
    ("- Add a prompt (owner: n/a, assignee: Ana)", "Ana"),
    ("- Add a prompt (owner: Ana, assignee: Bo)", "Ana"),
    ("Ana:\n\n- Add a prompt", "Ana"),  # only a heading of that name was understood
    ("Ana and two others agreed on all of the following items:\n\n- Add a prompt", None),
    ("Prevention:\n\n- Add a prompt", None),
    ("### @ana\n\n- Add a prompt", "@ana"),
    ("### Everyone\n\n- Add a prompt", "Everyone"),
    ("### Ana Lee\n\n- Add a prompt", "Ana Lee"),
    ("### Ana Maria Lee\n\n- Add a prompt", "Ana Maria Lee"),
    ("### AL\n\n- Add a prompt", "AL"),
    ("### SRE\n\n- Add a prompt", "SRE"),
    ("- AL Move the alert", "AL"),
    ("- AL Latency alert for the queue", None),
    ("### UI\n\n- Add a prompt", None),  # was read as somebody's initials
    ("### DNS\n\n- Add a record", None),
    ("### Search\n\n- Add a prompt", None),
    ("- Ana:\n  - Add a prompt", "Ana"),
    ("- Nóva to send the list of domains", "Nóva"),  # had no owner: "nova" is a word
    ("- Nova to send the list of domains", None),
    ("- Chioma-Ada to send the list", None),
    ("- Mieszko to send the list", "Mieszko"),
    ("- Add a prompt (Mieszko)", "Mieszko"),
    ("- Redis to use TLS", None),
    ("- Search team to add a prompt", "Search team"),
    ("- The platform to add a prompt", "The platform"),
    ("- Search to add a prompt", None),
    ("- Zookeeper to use TLS", None),
    ("- Dashboards to show the lag", None),
    # All of these had no owner.
    ("- Add a prompt – Sian Hopkins – 30 October 2026 – CLM-3392", "Sian Hopkins"),
    ("- Add a prompt – Sian Hopkins – 30 October 2026 (CLM-3392)", "Sian Hopkins"),
    ("- Add a prompt · Prevent · Rafael · 2026-05-26", "Rafael"),
    ("- Add a prompt | Camille | 2026-05-22", "Camille"),
    ("- Add a prompt. In charge: Sato, deadline: 24 April 2026. (Prevent)", "Sato"),
    ("- Person in charge: Sato. Add a prompt", "Sato"),
    ("- Mr Adeyinka to add a prompt by 3 May", "Mr Adeyinka"),
    ("- Dr. Amy Okafor: add a prompt", "Dr. Amy Okafor"),
    ("- Mrs Lundqvist will add a prompt by 3 May", "Mrs Lundqvist"),
    ("- Add a prompt (Sister Adeyinka), due 2026-05-12", "Sister Adeyinka"),
    ("- Add a prompt. Hugh Trelawney will have this in place by May 6", "Hugh Trelawney"),
    ("- Add a prompt. Zorana Petkov to do this by 3 May.", "Zorana Petkov"),
    ("- Add a prompt. The storage group owns this.", "The storage group"),
    ("- Add a prompt. Nova will have this in version 3.", None),
    ("- Add a prompt. Python will do this in version 3.", None),
    ("- Add a prompt (Prevent) @quill/registry-team, due 2026-02-28", "@quill/registry-team"),
    ("- Upgrade to @babel/core", None),
    ("- Add a prompt - @bdewit - due 2026-06-30 - NET-512", "@bdewit"),
    # A type that was not read cost the owner, and so did a ticket a name that is a word, too.
    ("- Add a prompt (Detect, Ana Lund, due 16 May 2026, GS-882)", "Ana Lund"),
    ("- Add a prompt (Ana Lund, by\n  2026-05-16)", "Ana Lund"),
    ("- Add a prompt (Bo, Mar 3, [#4410](https://t.example/issues/4410))", "Bo"),
    ("- Add a prompt (Bo, 2026-05-03, #4411)", "Bo"),
    ("- Add a prompt (Bo, #4415)", "Bo"),
    ("- Add a prompt (Kafka, #4415)", None),
    ("- Add a prompt (Tamsin, end of spring break, #4415)", "Tamsin"),
    ("- Add a prompt to it. Ann Lee. 12 June.", "Ann Lee"),
    ('- Add a prompt to the "live" page. 12 June.', None),
    (
        "- Add a prompt @Ola Brandt @June 20, 2026 `prevent` [AB-7](https://t.example)",
        "@Ola Brandt",
    ),
    ("- Add a prompt @Search team `detect`", "@Search team"),
    ("- Add a prompt @June 20, 2026", None),
    ("- Add a prompt [owner:: [[Jonas Weber]]] [due:: 2026-05-01]", "Jonas Weber"),
    ("- Add a prompt (owner: [[Jonas Weber]])", "Jonas Weber"),
    ("- Add a prompt to it | Ann Lee, Bo Roth | 2026-10-01", "Ann Lee, Bo Roth"),
    ("- Add a prompt (Ann Lee, Bo Roth, 2026-10-01)", "Ann Lee, Bo Roth"),
    ("- Add a prompt (Search, Ana Lee, 2026-10-01)", "Ana Lee"),
    ("- Add a prompt to it, see AB-1 (Ana, by 21 May)", "Ana"),
    ("- Ann to add a prompt", "Ann"),
    ("- Max to be raised to 5", None),
    ("- Mark to add a line", None),
    ("- **Ann Lee** — Add a prompt — **2026-10-01**", "Ann Lee"),
    ("- Ops: check disks regularly", "Ops"),
    ("- Ops: disks at 80%", None),
    ("- Add a prompt to it. *Mitigate.* All of us.", "All of us"),
    # Commas alone hid the owner, and so did a ticket of a repository without its owner.
    ("- Add a prompt to it, Oluchi, 30 Oct", "Oluchi"),
    ("- Add a prompt to it, Oluchi, 30 Oct, #714", "Oluchi"),
    ("- Add a prompt to it; 30 Oct; Oluchi; #714", "Oluchi"),
    ("- Add a prompt to it (Prevent), Walt Dreyer, by 2026-05-20, GL-77", "Walt Dreyer"),
    ("- Add a prompt to it, Zorblax, October 30, 2026", "Zorblax"),
    ("- Add a prompt to it, Ann Lee, Bo Roth, 30 Oct 2026", "Ann Lee, Bo Roth"),
    ("- Add a prompt to it, the storage team, end of June", "the storage team"),
    ("- Add a prompt to it (30 Oct, Zorblax)", "Zorblax"),
    ("- Add a prompt to it - Ana Lund - 20 May - tools#71", "Ana Lund"),
    ("- Add a prompt to it, Ana Lund", "Ana Lund"),
    ("- Add a prompt to it; Ana Lund; GL-77", "Ana Lund"),
    ("- Add a prompt to it by 3 May, Ana Lund", "Ana Lund"),
    ("- Add a prompt (owner Ana Lund, due 3 May)", "Ana Lund"),
    ("- Add a prompt to it, owner Zorblax, due 3 May", "Zorblax"),
    ("- Add a prompt to it. Owner is Ana Lund. Due on 3 May.", "Ana Lund"),
    ("- Ana Lund (3 May): add a prompt", "Ana Lund"),
    ("- Importer (v2.1): add a prompt", None),
    ("- Add a prompt to it (owner field)", None),
    ("- Thank Ann Lee, Ana Lund", None),
    ("- Move the copies to Dublin, Ireland", None),
    ("- Send the list to support, the storage team", None),
    ("- Move the copies to Dublin, Ireland, by 20 May", None),
    ("- Cap the load of Redis, Postgres, by 20 May", None),
    ("- Tell support, sales, by 20 May", None),
    ("- Add a prompt to it, with a test, 30 Oct", None),
    ("- Add a prompt to it (Ana Lund, done 14 April)", "Ana Lund"),
    # Everybody and people of one kind were no owner at all.
    ("- everybody: add a prompt", "everybody"),
    ("- Release managers: add a prompt", "Release managers"),
    ("- Add a prompt to it (release managers)", "release managers"),
    ("- Add a prompt to it, release managers, 20 May", "release managers"),
    ("- Ward nurses: sign the sheet", "Ward nurses"),
    ("- The release managers will add a prompt", "The release managers"),
    ("- Everyone will add a prompt", "Everyone"),
    ("- TBD: add a prompt", "TBD"),
    ("- Package managers: add a prompt", None),
    ("- Workers: add a prompt", None),
    ("- Consumer group: set the offset by hand", None),
    ("- Security group to allow port 443", None),
    ("- All developers should be able to merge", None),
    ("- Nurses: prompts at each bed", None),
    ("- A way for nurses to reach us", None),
    ("### Bart Willems\n\n- Add a prompt\n\n### Whoever has time\n", "Bart Willems"),
    ("### Bart Failover\n\n- Add a prompt\n\n### Whoever has time\n", None),
]


@pytest.mark.parametrize(("body", "owner"), OWNERS)
def test_who_owns_an_item(body: str, owner: str | None) -> None:
    found = document(body)
    (item,) = found.actions
    assert (item.owner.text if item.owner else None) == owner
    if item.owner:
        assert found.excerpt(item.owner.span) == owner


@pytest.mark.parametrize(
    ("body", "text", "kind", "ticket"),
    [
        ("- Add a prompt. Owner: @luis, due May 22. *Prevent*", "Add a prompt", "prevent", ""),
        ("- Add a prompt. Owner: Ana. (Detect)", "Add a prompt", "detect", ""),
        (
            "- [AB-7] Add a prompt · Mitigate · Ops · ASAP",
            "[AB-7] Add a prompt",
            "mitigate",
            "AB-7",
        ),
        ("- [AB-7] Add a prompt. Owner: Ana", "[AB-7] Add a prompt", None, "AB-7"),
        ("- Add a prompt - @bdewit - due 2026-06-30 - NET-512", "Add a prompt", None, "NET-512"),
        ("- Add a prompt (Ana, May 1) – AB-7 (Prevent)", "Add a prompt", "prevent", "AB-7"),
        ("- Test the backup and the recovery", "Test the backup and the recovery", None, ""),
        ("- Add a prompt to it, Oluchi, 30 Oct, #714", "Add a prompt to it", None, "#714"),
        (
            "- Add a prompt (Prevent), Walt Dreyer, by 2026-05-20, GL-77",
            "Add a prompt",
            "prevent",
            "GL-77",
        ),
        (
            "- Add a prompt (Prevent; owner: Ana; due 2 May; LAB-4)",
            "Add a prompt",
            "prevent",
            "LAB-4",
        ),
        (
            "- Add a prompt (Detect,\n  @ana, by\n  2026-05-20, AB-7)",
            "Add a prompt",
            "detect",
            "AB-7",
        ),
        (
            "- Add a prompt. *Detect.* Owner: Ana. Due: 2 May. AB-7",
            "Add a prompt",
            "detect",
            "AB-7",
        ),
        ("- Add a prompt to it. Prevent. 2 May, AB-7", "Add a prompt to it.", "prevent", "AB-7"),
        ("- Add a prompt. Owner: Ana, due 2 May, #88, Detect.", "Add a prompt", "detect", "#88"),
        ("- Add a prompt (Ana, 2 May) `prevent`", "Add a prompt", "prevent", ""),
        ("- Add a prompt #prevent @ana", "Add a prompt @ana", "prevent", ""),
        ("- Add a prompt (Prevent), @ana, due 2026-05-20", "Add a prompt", "prevent", ""),
        (
            "- Add a prompt (to all) (Prevent) - Ana Lund, 2 May",
            "Add a prompt (to all)",
            "prevent",
            "",
        ),
        ('- Add a prompt, @ana, ~"type::prevent"', "Add a prompt", "prevent", ""),
        ('- Add a prompt — @search-team, %"18.2"', "Add a prompt", None, ""),
        ("- Cap the load at ~50", "Cap the load at ~50", None, ""),
        ("- Set the mode to `detect`", "Set the mode to detect", None, ""),
        ("- Post the alerts to #detect", "Post the alerts to #detect", None, ""),
        ("- Label it prevent, detect, mitigate", "Label it prevent, detect, mitigate", None, ""),
        ("- Label it Prevent, Detect (Ana, 2 May)", "Label it Prevent, Detect", None, ""),
        ("- Move users of AB-7 (Ana, 2 May)", "Move users of AB-7", None, "AB-7"),
        ("- Add a prompt. Ticket AB-7. Ana Lund", "Add a prompt.", None, "AB-7"),
        ("- Add a prompt (Ana, AB-7). Due: 2 May", "Add a prompt", None, "AB-7"),
        ("- Answer (Prevent) [owner:: [[Ana]]] ⏫ [ticket:: AB-7]", "Answer", "prevent", "AB-7"),
        (
            "- Add a 1% alarm within a day. Owner: Ana. Due: 2 May",
            "Add a 1% alarm within a day",
            None,
            "",
        ),
    ],
)
def test_what_an_item_ends_in(body: str, text: str, kind: str | None, ticket: str) -> None:
    (item,) = document(body).actions
    assert item.text.raw == text
    assert (item.type.value if item.type else None) == kind
    assert item.ticket == ticket


def test_a_line_that_ends_in_an_owner_and_a_day_is_an_item() -> None:
    """Lines without bullets were items only if their verb was known."""
    assert words("Probe the bucket | Ana | 7 May\n\nEncrypt the dump | Bo | 9 May") == [
        "Probe the bucket",
        "Encrypt the dump",
    ]


TAILS = [
    # A word in bold or code behind the day hid day and type.
    (
        "- [ ] a lamp at the gate — @ana, Oct 9, GT-12 **prevent**",
        "@ana",
        "Oct 9",
        ActionType.PREVENT,
    ),
    ("- [ ] a lamp at the gate — @bo — Sep 30 *detect*", "@bo", "Sep 30", ActionType.DETECT),
    ("- a lamp at the gate - @bo, by Oct 9 **Detect**.", "@bo", "Oct 9", ActionType.DETECT),
    ("- [ ] a lamp at the gate — @bo, soon™ `MITIGATE`", "@bo", "soon™", ActionType.MITIGATE),
    ("- [ ] a lamp at the gate — @bo, soon™", "@bo", "soon™", None),
    # Labels of a wiki, and a name of two words behind "@".
    (
        "- [ ] {status:title=Prevent|colour=Red} @Bo Roth put a lamp at the gate – **05 Nov 2026**",
        "@Bo Roth",
        "05 Nov 2026",
        ActionType.PREVENT,
    ),
    ("- @Bo Roth Put a lamp at the gate by 5 May", "@Bo Roth", "5 May", None),
    ("- @Gate team put a lamp at it by 5 May", "@Gate team", "5 May", None),
    ("- @Bo Roth: put a lamp at it by 5 May", "@Bo Roth", "5 May", None),
]


@pytest.mark.parametrize(("body", "owner", "due", "kind"), TAILS)
def test_marks_around_owner_day_and_type(
    body: str, owner: str, due: str, kind: ActionType | None
) -> None:
    (item,) = items(body)
    assert (item.owner and item.owner.text, item.deadline and item.deadline.text) == (owner, due)
    assert item.type is kind
    assert item.text.raw.lower() in (
        "a lamp at the gate",
        "put a lamp at the gate",
        "put a lamp at it",
    )


def test_a_label_of_a_wiki_may_be_the_state() -> None:
    (item,) = items("- {status:colour=Green|title=DONE} put a lamp at the gate")
    assert (item.text.raw, item.status) == ("put a lamp at the gate", Status.DONE)


@pytest.mark.parametrize("text", ["switch the gate from warn to **prevent**", "@Gate needs a lamp"])
def test_words_of_the_work_are_no_marks(text: str) -> None:
    (item,) = items(f"- {text}")
    assert (item.text.raw, item.type) == (text.replace("*", ""), None)


def test_fields_below_a_paragraph_are_its_own() -> None:
    """Half of the paragraphs were no items, and the lines below them belonged to none."""
    told = (
        "**AI-1 Prompt.** Ask first.  \nOwner: Ana  \nDue: 2026-05-01  \nType: Prevent\n\n"
        "**AI-2 Lock.** Page when it is held.  \nOwner: Bo Roth  \nDue: 2026-05-02  \nTicket: AB-7"
    )
    found = items(told)
    assert [item.text.raw for item in found] == ["Ask first", "Page when it is held"]
    assert [item.owner and item.owner.text for item in found] == ["Ana", "Bo Roth"]
    assert [str(item.deadline and item.deadline.date) for item in found] == [
        "2026-05-01",
        "2026-05-02",
    ]
    assert (found[0].type, found[1].ticket) == (ActionType.PREVENT, "AB-7")
    assert words("All of it is in the tracker.\n\nTicket: AB-7") == []
    assert words("We discussed the rest with the group.\n\nOwner: Ana\n\n- Add a lock") == [
        "Add a lock"
    ]
    assert words("The whole group keeps a list.\n\nOwner: Ana\n\n- Add a lock") == ["Add a lock"]
    assert words("Contact: Ana\n\nDate: 5 May 2025") == []
    assert words("All of it is done as follows:\n\nOwner: Ana\n\n- Add a prompt") == [
        "Add a prompt"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "We agreed to stand by\n2026-04-15 10:00 first call",
        "2026-04-15 the renewal was due\n2026-04-16 it was asked for",
    ],
)
def test_a_day_that_begins_a_line_of_its_own_is_no_deadline(lines: str) -> None:
    (section,) = document(lines).sections[-1:]
    assert len(section.blocks) == 2


def test_an_item_that_only_holds_a_list_is_none() -> None:
    assert words("- - Add a prompt\n  - Add a lock\n-\n- Add a check") == [
        "Add a prompt",
        "Add a lock",
        "Add a check",
    ]


@pytest.mark.parametrize(
    ("heading", "explained", "alone"),
    [
        ("Add an alert on lag", 1, 1),
        ("Adding an alert on lag", 1, 1),
        ("1. Lag of the queue", 1, 1),
        ("1. Lag", 1, 1),
        ("Lag of the queue", 1, 0),
        ("Queue lag", 0, 0),
    ],
)
def test_a_heading_can_be_an_item(heading: str, explained: int, alone: int) -> None:
    assert len(items(f"### {heading}\n\nIt pages after 5 minutes.")) == explained
    assert len(items(f"### {heading}\n")) == alone


def test_a_name_beside_names_is_one_too() -> None:
    def owners(*names: str) -> list[str | None]:
        body = "\n\n".join(f"### {name}\n\n- Add a prompt" for name in names)
        return [item.owner.text if item.owner else None for item in items(body)]

    assert owners("Ana", "Priya", "Zorblax") == ["Ana", "Priya", "Zorblax"]
    assert owners("Ana", "Zorblax", "Yix") == ["Ana", None, None]
    assert owners("Ana", "Priya", "Zorblax of the Yix") == ["Ana", "Priya", None]


TEXTS = [
    ("- Add a prompt (owner: Ana, due: May 1)", "Add a prompt"),
    ("- Add a prompt by May 1.", "Add a prompt"),
    ("- Add a prompt by May 1, then another", "Add a prompt by May 1, then another"),
    ("- By May 1 add a prompt", "By May 1 add a prompt"),
    ("- Ana to add a prompt", "add a prompt"),
    ("- The search team should add a prompt", "The search team should add a prompt"),
    ("- [Prevent] Add a prompt", "Add a prompt"),
    ("- Add a prompt (type: prevent)", "Add a prompt"),
    ("- Add a prompt [detection]", "Add a prompt"),
    ("- Add a prompt (Ana, May 1, OPS-12)", "Add a prompt"),
    ("- Owner: Ana; add a prompt", "add a prompt"),
    ("- Add a prompt - @ana", "Add a prompt"),
]


@pytest.mark.parametrize(("body", "text"), TEXTS)
def test_what_is_to_be_done(body: str, text: str) -> None:
    assert words(body) == [text]


DATES = [
    ("- Add a prompt (owner: Ana, due: May 1)", "2026-05-01", "May 1"),
    ("- Add a prompt by May 1", "2026-05-01", "May 1"),
    ("- Add a prompt by hand", None, None),
    ("- Add a prompt before two days are over", None, None),
    ("- Add a prompt within two weeks", "2026-04-29", "within two weeks"),
    ("- Add a prompt (2026-05-01)", "2026-05-01", "2026-05-01"),
    ("- Add a prompt - May 1", "2026-05-01", "May 1"),
    ("- Add a prompt ASAP", "None", "ASAP"),
    ("- Add a prompt as soon as possible, with care", "None", "as soon as possible"),
    ("- Test changes before Friday deploys", None, None),
    ("- Add a prompt before Friday", "2026-04-17", "Friday"),
    ("- Add a prompt within two weeks, due May 1", "2026-05-01", "May 1"),
    ("- Add a prompt\n  - Due: May 1\n  - Due: May 2", "2026-05-01", "May 1"),
    ("Due by May 1:\n\n- Add a prompt", "2026-05-01", "May 1"),
    ("### Due May 1\n\n- Add a prompt (due: May 2)", "2026-05-02", "May 2"),
    (
        "- Add a prompt. Owner: Ana, before the freeze on 2026-05-20",
        "2026-05-20",
        "before the freeze on 2026-05-20",
    ),
    (
        "- Add a prompt (Ana), by the release of tools 2.1 on 8 May",
        "2026-05-08",
        "by the release of tools 2.1 on 8 May",
    ),
    ("- Describe what we did before the migration on 3 May (Ana)", None, None),
    ("- Add a prompt that asks before the deploy on Friday (Ana)", None, None),
    ("In May, we will add a prompt.", "2026-05-31", "In May"),
    ("- Add a prompt, due Dec 12", "2026-12-12", "Dec 12"),  # and not before the incident
    ("- Add a prompt, due 12/12", "2026-12-12", "12/12"),
    ("- Add a prompt, due March 30", "2026-03-30", "March 30"),
    ("- Add a prompt (Ana, by\n  2026-05-16, AB-7)", "2026-05-16", "2026-05-16"),
    ("- Add a prompt to it. Detect. 18 June 2026, AB-7", "2026-06-18", "18 June 2026"),
    ("- Add a prompt. Owner: Ana. Prevent. 14 May 2026, AB-7", "2026-05-14", "14 May 2026"),
    ("- Add a prompt to it. Ongoing.", "None", "Ongoing"),
    ("- Add a prompt to it. Low.", None, None),
    ("- Add a prompt. Owner: Ana. Ongoing.", "None", "Ongoing"),
    ("- Add a prompt 📅 2026-05-09 🔁 every month", "2026-05-09", "📅 2026-05-09"),
    ("- Add a prompt. Owner: Ana, done 14 April", None, None),
    ("- Add a prompt to it (Ana Lund, done 14 April)", None, None),  # was due then
    ("- Add a prompt to it (Ana Lund, done by 14 May)", "2026-05-14", "done by 14 May"),
    ("- Add a prompt to it. Owner is Ana. Deadline is 3 May.", "2026-05-03", "Deadline is 3 May"),
    ("- Ana Lund (3 May): add a prompt", "2026-05-03", "3 May"),
    ("- Add a prompt @June 20, 2026", "2026-06-20", "@June 20, 2026"),
    ("- Add a prompt @2026-06-20", "2026-06-20", "@2026-06-20"),
    ("- Add a prompt 📅 2026-05-09", "2026-05-09", "📅 2026-05-09"),
    ("- Add a prompt ⏳ 2026-05-08 📅 2026-05-09", "2026-05-09", "📅 2026-05-09"),
    ("- Add a prompt ⏳ 2026-05-08", "2026-05-08", "⏳ 2026-05-08"),
    ("- Add a prompt 🛫 2026-05-08", None, None),
    ("- Add a prompt (Tamsin, end of spring break)", "None", "end of spring break"),
]


@pytest.mark.parametrize(("body", "day", "text"), DATES)
def test_when_an_item_is_due(body: str, day: str | None, text: str | None) -> None:
    (item,) = items(body)
    found = item.deadline
    assert (str(found.date), found.text) == (day, text) if found else day is None


COLUMNS = [
    ("| Action | Owner | Team | Due |", "Ana"),
    ("| Action | Assignee | Lead | When |", "Ana"),
    ("| What | Who | Person | Date |", "Ana"),
]


@pytest.mark.parametrize(("header", "owner"), COLUMNS)
def test_the_first_column_of_a_kind_counts(header: str, owner: str) -> None:
    (item,) = items(f"{header}\n|---|---|---|---|\n| Add a prompt | Ana | Search | May 1 |\n")
    assert item.owner is not None
    assert (item.text.raw, item.owner.text, item.in_table) == ("Add a prompt", owner, True)
    assert item.deadline is not None
    assert str(item.deadline.date) == "2026-05-01"


def test_columns_of_a_table() -> None:
    body = (
        "| ID | Task | Type | Status | Ticket | Notes |\n|---|---|---|---|---|---|\n"
        "| 1 | Add a prompt for OPS-7 | Prevent | done | OPS-12 | x |\n"
        "| 2 | Add a lock | Detect | not started | - | y |\n"
        "| 3 | ~~Add a test~~ | Mitigate | open | OPS-13 | z |\n| 4 | - | | | | |\n"
    )
    found = items(body)
    assert [item.text.raw for item in found] == [
        "Add a prompt for OPS-7",
        "Add a lock",
        "Add a test",
    ]
    assert [item.type for item in found] == [
        ActionType.PREVENT,
        ActionType.DETECT,
        ActionType.MITIGATE,
    ]
    assert [item.status for item in found] == [Status.DONE, Status.OPEN, Status.DONE]
    assert [item.ticket for item in found] == ["OPS-12", "", "OPS-13"]


def test_columns_that_no_name_tells() -> None:
    body = "| Nr | X | Y |\n|---|---|---|\n| 100000000000000 | a | Add a prompt |\n| 2 | b | Add a lock |"
    assert words(body) == ["Add a prompt", "Add a lock"]
    assert words("| Nr | # |\n|---|---|\n| 1 | Add a prompt |") == []


STATUSES = [
    ("- [x] Add a prompt", Status.DONE),
    ("- [ ] Add a prompt", Status.OPEN),
    ("- [ ] Add a prompt (status: done)", Status.DONE),
    ("- Add a prompt (status: not done)", Status.OPEN),
    ("- Add a prompt (status: won't do)", Status.CANCELLED),
    ("- Add a prompt (status: whatever)", Status.UNKNOWN),
    ("- Add a prompt\n  - Status: in progress", Status.OPEN),
    ("- ~~Add a prompt~~", Status.DONE),
    ("- Add a prompt (done)", Status.DONE),
    ("- Add a prompt ✅", Status.DONE),
    ("- Add a done prompt", Status.UNKNOWN),
    ("- Add a prompt 📅 2026-05-09 ✅ 2026-05-08", Status.DONE),
    ("- Add a prompt ❌ 2026-05-08", Status.CANCELLED),
    ("- **Done (6 June).** Add a prompt", Status.DONE),
    ("- **Done 6 June.** Add a prompt", Status.DONE),
    ("- Get the prompt done 6 June.", Status.UNKNOWN),
    # What was told to be done on a day was open.
    ("- Add a prompt, rolled out on 12 May", Status.DONE),
    ("- Add a prompt. It went live on 12 May.", Status.DONE),
    ("- Add a prompt; rolled out on 12 May (Ana Lund)", Status.DONE),
    ("- The prompt was written and deployed on 12 May", Status.DONE),
    ("- The prompt is to be deployed on 12 May", Status.UNKNOWN),
    ("- Have the prompt deployed on 12 May", Status.UNKNOWN),
    ("- Go live 12 May", Status.UNKNOWN),
    ("- Page for locks that are never released", Status.UNKNOWN),
]


@pytest.mark.parametrize(("body", "status"), STATUSES)
def test_how_far_an_item_is(body: str, status: Status) -> None:
    assert [item.status for item in items(body)] == [status]


TICKETS = [
    ("- Add a prompt (OPS-12)", "OPS-12"),
    ("- Add a prompt #41", "#41"),
    ("- Add a prompt\n  - Ticket: OPS-12", "OPS-12"),
    ("- Add a prompt\n  - see OPS-12", "OPS-12"),
    ("- Add UTF-8 to OPS-12", "OPS-12"),
    ("- Add a prompt for UTF-8", ""),
    ("- Add a prompt ([it](https://t.example/issues/12))", "https://t.example/issues/12"),
    (
        "Add a prompt, [it](https://t.example/issues/12)\n\nIt is small.",
        "https://t.example/issues/12",
    ),
    ("Add a prompt with care\n\nSee OPS-12.", ""),
    ("- Add a prompt (ticket: n/a)", ""),
    ("- Add a prompt, group/infra#5133", "group/infra#5133"),
    ("- Add a prompt, our-co/infra#5133+", "our-co/infra#5133"),
    ("- Add a prompt for read/write", ""),
    ("- Add a prompt, infra#5133", "infra#5133"),
    ("- Add a prompt, see infra#5133", "infra#5133"),
    ("- Add a prompt (Ana, 2 May) infra!5133", "infra!5133"),
    ("- Add a prompt to worker#12", ""),
    ("- Restart worker#12, Ana Lund, 2 May", ""),
]


@pytest.mark.parametrize(("body", "ticket"), TICKETS)
def test_where_an_item_is_tracked(body: str, ticket: str) -> None:
    assert items(body)[0].ticket == ticket


TYPES = [
    ("- [Prevent] Add a prompt", ActionType.PREVENT),
    ("- Detection - Add a prompt", ActionType.DETECT),
    ("- **Detect.** Add a prompt", ActionType.DETECT),
    ("- Add a prompt (type: mitigate)", ActionType.MITIGATE),
    ("- Add a prompt\n  - Type: detect", ActionType.DETECT),
    ("- Prevent bad prompts", None),
    ("### Corrective actions\n\n- Add a prompt", None),
    ("### Detection of the next such case in time\n\n- Add a prompt", None),
    ("### Detection\n\n- [Prevent] Add a prompt", ActionType.PREVENT),
    ("Detection:\n\n- Add a prompt", ActionType.DETECT),
    ("- **Detection**\n  - Add a prompt", ActionType.DETECT),
]


@pytest.mark.parametrize(("body", "kind"), TYPES)
def test_of_which_type_an_item_is(body: str, kind: ActionType | None) -> None:
    assert [item.type for item in items(body)] == [kind]


def test_headings_that_are_items() -> None:
    assert words("### Add a prompt to deploys\n\nIt asks first.\n") == ["Add a prompt to deploys"]
    assert words("### 1. Prompt\n\nIt asks first.\n") == ["1. Prompt"]
    assert words("### Cache prompt\n\nAdd a prompt to it.\n\nAdd a lock.\n") == [
        "Add a prompt to it.",
        "Add a lock.",
    ]
    assert words("### Add a prompt to deploys\n\n- Owner: Ana\n- Due: May 1\n") == [
        "Add a prompt to deploys"
    ]
    assert words("### Work on the deploys\n\n- Add a prompt\n- Add a lock\n") == [
        "Add a prompt",
        "Add a lock",
    ]
    assert words("### Work on the deploys\n\n#### Add a prompt to it\n\nIt asks.\n") == [
        "Add a prompt to it"
    ]


def test_groups_of_items() -> None:
    assert words("- **Search:**\n  - Add a prompt\n  - Add a lock\n") == [
        "Add a prompt",
        "Add a lock",
    ]
    assert words("- Add a good prompt:\n  - with words\n  - with care\n") == ["Add a good prompt:"]
    assert words("- [ ] Search:\n  - Add a prompt\n") == ["Search:"]
    assert words("- Add a prompt\n  - with words\n") == ["Add a prompt"]
    assert [
        text.raw for text in items("- Add a prompt\n  - with words\n  - Owner: Ana\n")[0].details
    ] == ["with words"]


@pytest.mark.parametrize(
    "body",
    [
        "- None",
        "- No action items, as all is well",
        "- N/A",
        "- Migrated the node",
        "- We have already added a prompt",
        "Nothing is planned.",
        "The following is planned:",
        "Owner: Ana",
        "We would like to know what we should do?",
        "By then we should have added prompts.",
    ],
)
def test_what_is_no_item(body: str) -> None:
    assert words(body) == []


PROSE = [
    (
        "We will add a prompt. It is small. Bo must test it.",
        ["We will add a prompt.", "Bo must test it."],
    ),
    ("Add a prompt\n\nAdd a lock\n\nIt is small.", ["Add a prompt", "Add a lock"]),
    (
        "Search: add a prompt\n\nAdding a lock\n\nBetter prompts",
        ["Search: add a prompt", "Adding a lock", "Better prompts"],
    ),
    ("Some words first.\n\n- Add a prompt", ["Add a prompt"]),
    ("We will add a prompt.\n\n- Add a lock", ["Add a lock"]),
    ("We will add a prompt. You do not need to ask for it.", ["We will add a prompt."]),
    (
        "By the end of May the map will be split. By then we should have known.",
        ["By the end of May the map will be split."],
    ),
    ("We will add a prompt.\n\n— Marisol", ["We will add a prompt."]),
    ("— Add a prompt\n\n— Monitoring", ["Add a prompt", "Monitoring"]),
    ("Migrated the node.", []),
    ("- [ ] Migrated the node", ["Migrated the node"]),
    # A number that no mark ends hid the item.
    ("M1 Cameras at both gates. Responsible: Ana. Deadline: 3 May", ["Cameras at both gates"]),
    (
        "M1 Cameras at both gates, and at the doors. Responsible: Ana. Deadline: 3 May\n"
        "M2 Lamps at both gates, and at all of the doors. Responsible: Bo. Deadline: 4 May",
        ["Cameras at both gates, and at the doors", "Lamps at both gates, and at all of the doors"],
    ),
    ("R2 Add a prompt to it", ["Add a prompt to it"]),
    ("EC2 Add a prompt to it", []),
    ("M1 Cameras were bought", []),
    # Lines that count on from one to the next are items, whatever they say.
    ("M1 Cameras at both gates\nM2 Lamps\nM4 Not one", ["Cameras at both gates", "Lamps"]),
    ("AI 1 Cameras at both gates\n\nAI 2 Lamps", ["Cameras at both gates", "Lamps"]),
    (
        "Action 1: Cameras at the gates. Owner: Bo\nAction 2: Lamps",
        ["Cameras at the gates", "Lamps"],
    ),
    ("#1 Cameras at both gates\n\n#2 Lamps", ["Cameras at both gates", "Lamps"]),
    (
        "[A1] Two cameras, Ana, 3 May\n[A2] Lamps at doors, Bo, 4 May",
        ["Two cameras", "Lamps at doors"],
    ),
    (
        "CA-1 Cameras at both gates, and at all of the doors of the house. Owner: Ana\n"
        "CA-3 Lamps. Owner: Bo",
        ["Cameras at both gates, and at all of the doors of the house", "Lamps"],
    ),
    (
        "- CA-1 Cameras at both gates\n- CA-2: Lamps\n- Add a lock",
        ["Cameras at both gates", "Lamps", "Add a lock"],
    ),
    ("- 1 lamp at the gate\n- 2 lamps at the door", ["1 lamp at the gate", "2 lamps at the door"]),
    ("1 Lamps at the gate\n\n2 Doors at the gate", ["Lamps at the gate", "Doors at the gate"]),
    ("- S3 bucket rules\n- EC2 instances", ["S3 bucket rules", "EC2 instances"]),
    ("3 May Cameras were there\n\n4 May Lamps were there", []),
    ("CAM-31 Cameras\n\nCAM-32 Lamps", []),
    (
        "Phase 1 of two\n\n- Add a lock\n\nPhase 2 of two\n\n- Add a prompt",
        ["Add a lock", "Add a prompt"],
    ),
    # The label stood in the words where owner and day have lines of their own.
    (
        "A1. Page us.\n   Owner: Ana. Due: 3 May\nA2 Buy it.\n   Owner: Bo. Due: 4 May",
        ["Page us.", "Buy it."],
    ),
]


@pytest.mark.parametrize(("body", "expected"), PROSE)
def test_items_in_lines_and_prose(body: str, expected: list[str]) -> None:
    assert words(body) == expected


@pytest.mark.parametrize("head", ["Completed:", "**Done so far**", "### Completed"])
def test_what_stands_below_completed_is_done(head: str) -> None:
    body = f"- Add a key\n\n{head}\n\n- Lease raised to 600 seconds (13 March)\n- Add a lock\n"
    assert [item.status for item in items(body)] == [Status.UNKNOWN, Status.DONE, Status.DONE]


def test_the_place_of_an_item_is_its_first_line() -> None:
    found = document("- Add a prompt\n  that asks first\n  - with words\n- Add a lock\n")
    assert [found.excerpt(item.line) for item in found.actions] == ["Add a prompt", "Add a lock"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Introduce the teams to the rules of the gate", None),
        ("Introduce our squads to it and to the gate", None),
        ("Train the gate team to lock it", None),
        ("Introduce the rules of the gate — head of each shop", "head of each shop"),
        ("Introduce the rules of the gate — gate-team", "gate-team"),
        ("Introduce the rules of the gate — check of all doors", None),
        ("The gate team to lock it", "The gate team"),
        ("Ana to lock it", "Ana"),
    ],
)
def test_who_is_told_what_to_do(line: str, owner: str | None) -> None:
    (item,) = items(f"- {line}")
    assert (item.owner and item.owner.text) == owner


FOREIGN = [
    "Was | Wer | Bis | Art",
    "Mesure | Qui | Échéance | Genre",
    "Action | Champion | Landing | P/D/M",
]


@pytest.mark.parametrize("head", FOREIGN)
@pytest.mark.parametrize("kinds", [("Prevent", "Detection"), ("P", "d")])
def test_columns_under_heads_that_are_not_known(head: str, kinds: tuple[str, str]) -> None:
    """Each row had neither owner nor day."""
    first, second = items(
        f"| {head} |\n|---|---|---|---|\n| Lamp at the gate | Jörg Adler | 12.05.2026 | {kinds[0]} |\n"
        f"| Camera there | Ana | KW 21 | {kinds[1]} |\n"
    )
    assert (first.text.raw, second.text.raw) == ("Lamp at the gate", "Camera there")
    assert (first.owner and first.owner.text, second.owner and second.owner.text) == (
        "Jörg Adler",
        "Ana",
    )
    assert all(item.deadline and item.deadline.date for item in (first, second))
    assert (first.type, second.type) == (ActionType.PREVENT, ActionType.DETECT)


def test_a_few_cells_of_a_column_may_say_something_else() -> None:
    found = items(
        "| Was | Wer | Bis |\n|---|---|---|\n| Lamp at the gate | Jörg | 12.05.2026 |\n"
        "| Camera at the gate | Jan / Thomas | 27.11. |\n| More care at the gate | alle | ab sofort |\n"
    )
    assert [item.owner and item.owner.text for item in found] == ["Jörg", "Jan / Thomas", "alle"]
    assert [bool(item.deadline and item.deadline.date) for item in found] == [True, True, False]


@pytest.mark.parametrize(
    "table",
    [
        "| Action | Reviewer | Created |\n|---|---|---|\n| Add a lamp | Ana | 4 May 2026 |\n",
        "| Action | Impact | Part |\n|---|---|---|\n| Add a lamp | high | Redis |\n",
        "| Action | Effort | Size |\n|---|---|---|\n| Add a lamp | 2 weeks | M |\n| Add | 1.5 | M |\n",
        "| Action | Place |\n|---|---|\n| Add a lamp | Lille |\n| Add one | Paris |\n",
        "| Action | Wer | Bis |\n|---|---|---|\n| Add | | |\n| Add one | | |\n| Buy | Ana | 4 May |\n",
    ],
)
def test_columns_that_are_no_owner_and_no_day(table: str) -> None:
    assert all(
        (item.owner, item.deadline, item.type) == (None, None, None) for item in items(table)
    )


DONE_CELLS = [
    ("n/a **DONE**", "", Status.DONE),
    ("**DONE**", "", Status.DONE),
    ("551 (done)", "551", Status.DONE),
    ("GT-12 **DONE**", "GT-12", Status.DONE),
    ("the one that is done", "the one that is done", Status.UNKNOWN),
    ("551", "551", Status.UNKNOWN),
]


@pytest.mark.parametrize(("cell", "ticket", "status"), DONE_CELLS)
def test_any_column_may_say_that_a_row_is_done(cell: str, ticket: str, status: Status) -> None:
    """The rows were counted as open, and "DONE" was their ticket."""
    table = "| Action | Owner | Due | Bug | Notes |\n|---|---|---|---|---|\n| Add | Ana | 3 May | {} | {} |\n"
    (item,) = items(table.format(cell, ""))
    assert (item.ticket, item.status) == (ticket, status)
    (noted,) = items(table.format("", cell))
    assert (noted.ticket, noted.status) == ("", status)


def test_what_a_cell_says_besides() -> None:
    table = "| Action | Owner | Due | Status |\n|---|---|---|---|\n| Add | Ana **DONE** | 3 May (done) | {} |\n"
    (item,) = items(table.format("open"))
    assert (item.owner and item.owner.text, item.deadline and item.deadline.text) == (
        "Ana",
        "3 May",
    )
    assert item.status is Status.OPEN  # what its column says


def test_letters_are_types_if_all_of_them_are() -> None:
    table = "| Action | Type |\n|---|---|\n| Add a lamp | M |\n| Add one | P |\n"
    assert [item.type for item in items(table)] == [ActionType.MITIGATE, ActionType.PREVENT]
    assert [item.type for item in items(table.replace("| M |", "| T |"))] == [None, None]


def test_columns_are_known_by_the_first_row() -> None:
    table = "| Item | Owner |\n|---|---|\n| Add a prompt | Ana |\n| Status | Due |"
    (block,) = document(table).sections[-1].blocks
    assert column_kinds(block) == {"text", "owner"}


def test_a_title_that_is_cut_behind_a_sentence_ends_in_three_dots() -> None:
    (item,) = items(
        "- Raise the quality of the notes of all day shifts now. Afterwards it is low\n"
    )
    assert named(item) == '"Raise the quality of the notes of all day shifts now..."'

"""Sections: what opens one, what it means, what stands in it and under which other."""

from __future__ import annotations

import pytest

from pmlint.document import BlockKind, Document, Section, Topic
from pmlint.reading import read
from pmlint.reading.headings import is_title_like, normalise, topic_of
from pmlint.source import Source


def document(text: str) -> Document:
    return read(Source("postmortem.md", text))


def shown(section: Section) -> str:
    said = (block.text.raw if block.text else block.kind.value for block in section.blocks)
    return " / ".join(said)


def outline(text: str) -> list[tuple[str, str]]:
    """Each section's heading and content, from the first that has a heading."""
    return [(section.heading.raw, shown(section)) for section in document(text).sections[1:]]


def topics(text: str) -> list[Topic]:
    return [section.topic for section in document(text).sections[1:]]


def test_labels_under_a_title_hold_a_line_each() -> None:
    text = (
        "Search outage\n\nSeverity: SEV2\nStatus: closed\n\nRoot cause: the pool was small.\n\n"
        "It was too small.\n\nTimeline: see below\n\n10:00 a\n10:05 b\n"
    )
    assert outline(text) == [
        ("Search outage", ""),
        ("Severity", "SEV2"),
        ("Status", "closed"),
        ("Root cause", "the pool was small. / It was too small."),
        ("Timeline", "see below / 10:00 a / 10:05 b"),
    ]
    assert topics(text) == [
        Topic.TITLE,
        Topic.SEVERITY,
        Topic.STATUS,
        Topic.FACTORS,
        Topic.TIMELINE,
    ]


def test_a_label_under_a_heading_holds_one_line() -> None:
    assert outline(
        "# T\n\n## Impact\n\nSeverity: SEV2\n\nAll users.\n\nDuration: 5 min\n\nMore.\n"
    ) == [
        ("T", ""),
        ("Impact", "All users. / More."),
        ("Severity", "SEV2"),
        ("Duration", "5 min"),
    ]


def test_labels_in_items() -> None:
    text = "# T\n\n- **Impact**: all users\n- **Root cause**\n  - a\n  - b\n- no label\n- Severity: SEV1\n"
    assert outline(text) == [
        ("T", "list"),
        ("Impact", "all users"),
        ("Root cause", "list"),
        ("Severity", "SEV1"),
    ]
    found = document(text)
    assert [section.parent for section in found.sections[2:]] == [1, 1, 1]
    (kept,) = found.sections[1].blocks
    assert [item.text and item.text.raw for item in kept.children] == ["no label"]


def test_items_of_timelines_and_actions_open_nothing() -> None:
    assert outline("## Action items\n\n- Impact: measure it\n- Detection: add an alert\n") == [
        ("Action items", "list")
    ]
    assert outline("## Timeline\n\n- 10:00 a\n- Impact: all users\n") == [("Timeline", "list")]


def test_a_form_is_a_section_a_row() -> None:
    text = "# T\n\n| Severity | SEV1 |\n|---|---|\n| Impact | all |\n| Other thing | x |\n| Owner | Ana |\n"
    assert outline(text) == [
        ("T", "table"),
        ("Severity", "SEV1"),
        ("Impact", "all"),
        ("Owner", "Ana"),
    ]
    (kept,) = document(text).sections[1].blocks  # was lost, and with it "Incident end"
    assert [cell.words for row in kept.children for cell in row.children] == ["Other thing", "x"]


@pytest.mark.parametrize(
    "table",
    [
        "| What is it | x |\n|---|---|\n| Another | y |",
        "| Severity | SEV1 |\n|---|---|\n| a | b |\n| c | d |",
        "| Severity | Impact | Owner | Date |\n|---|---|---|---|\n| SEV1 | all | Ana | today |",
        "| Impact | b |\n|---|---|\n| Impact | c |\n| d | e |",
    ],
)
def test_other_tables_are_content(table: str) -> None:
    assert outline(f"# T\n\n{table}\n") == [("T", "table")]


def test_tables_of_factors_and_lessons_are_content() -> None:
    form = "| Trigger | Severity |\n|---|---|\n| Impact | all |\n"
    for heading in ("Contributing factors", "Lessons learned", "Timeline", "Action items"):
        assert outline(f"## {heading}\n\n{form}") == [(heading, "table")]


def test_headings_inside_timeline_and_actions_divide_them() -> None:
    text = (
        "# T\n\n## Timeline\n\n### Mitigation\n\n- 10:00 a\n\n## Action items\n\n### Mitigation\n\n"
        "- Add b\n\n### 2) Summary mails\n\n- Add c\n\n### Lessons learned\n\n- d\n\n## Mitigation\n\ne\n"
    )
    assert topics(text) == [
        Topic.TITLE,
        Topic.TIMELINE,
        Topic.TIMELINE,
        Topic.ACTIONS,
        Topic.ACTIONS,
        Topic.ACTIONS,
        Topic.LESSONS,
        Topic.RESOLUTION,
    ]


def test_a_first_heading_is_the_title_unless_it_is_a_bare_topic() -> None:
    title = document("# Root cause of the search outage\n\nText.\n\n# Timeline\n\n- 10:00 a\n")
    assert [s.own_topic for s in title.sections[1:]] == [Topic.TITLE, Topic.TIMELINE]
    bare = document("# Summary\n\nText.\n\n# Root cause of the search outage\n\n- x\n")
    assert [s.own_topic for s in bare.sections[1:]] == [Topic.SUMMARY, Topic.FACTORS]
    second = document("## Search outage\n\nText.\n\n## Cold cache\n\n- x\n")
    assert [s.own_topic for s in second.sections[1:]] == [Topic.TITLE, None]
    third = document("### Search outage\n\nText.\n\n### Cold cache\n\n- x\n")
    assert [s.own_topic for s in third.sections[1:]] == [Topic.TITLE, None]


def test_sections_stand_under_the_heading_above_them() -> None:
    found = document("# T\n\n## A\n\n### B\n\n#### C\n\n### D\n\n## E\n\n# F\n")
    assert [section.parent for section in found.sections] == [None, 0, 1, 2, 3, 2, 1, 0]


def test_bold_runs_before_a_dash_are_labels() -> None:
    assert outline("# T\n\n## Impact\n\n**Severity** - SEV2\n\n**Duration** – 18 minutes\n") == [
        ("T", ""),
        ("Impact", ""),
        ("Severity", "SEV2"),
        ("Duration", "18 minutes"),
    ]


def test_bold_runs_before_a_sentence_are_labels() -> None:
    text = "# T\n\n**TL;DR** Mail was late.\n\n**How bad was it?** Two hours.\n"
    assert outline(text) == [
        ("T", ""),
        ("TL;DR", "Mail was late."),
        ("How bad was it?", "Two hours."),
    ]
    for line in ("**Summary** of it is below.", "**Relay** Mail was late.", "**Lessons** Few."):
        assert len(outline(f"# T\n\n## Notes\n\n{line}\n")) == 2


def test_a_first_sentence_set_apart_by_marks_is_a_label() -> None:
    groups = "*What went well.* It did.\n\n**What did not.** It broke.\n\n*Luck.* It was noon.\n"
    assert [heading for heading, _ in outline(f"# T\n\n## Lessons\n\n{groups}")] == [
        "T",
        "Lessons",
        "What went well",
        "What did not",
        "Luck",
    ]
    for line in ("Luck. It was noon.", "*Logs were there by luck.* Few.", "*Disk.* It was full."):
        assert len(outline(f"# T\n\n## Lessons\n\n{line}\n")) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Sev1 · status: closed",
        "The impact was this: all users",
        "What went wrong here today now: x",
        "Impact.. note. Severity, https://x.example/a",
        "Note: the severity was high",
        "10: the severity",
        "Random: words",
        "The severity of it for all of the users was: x",
    ],
)
def test_lines_that_are_no_labels(line: str) -> None:
    assert outline(f"# T\n\n## Summary\n\n{line}\n") == [("T", ""), ("Summary", line)]


@pytest.mark.parametrize(
    "line",
    [
        "**The root cause was that the pool of hosts was much too small for this load**",
        "**Really.**",
        "**Impact, such as it was!**",
        "**The timeline was wrong.**",
    ],
)
def test_bold_lines_that_are_no_headings(line: str) -> None:
    assert [heading for heading, _ in outline(f"# T\n\n## Notes\n\n{line}\n\nx\n")] == [
        "T",
        "Notes",
    ]


def test_bold_lines_may_hold_a_label_and_its_value() -> None:
    assert outline("# T\n\n**Severity: SEV2**\n\n**Not known: x**\n") == [
        ("T", ""),
        ("Severity", "SEV2"),
        ("Not known: x", ""),
    ]


def test_bold_lines_divide_timeline_and_actions_under_headings() -> None:
    text = "# T\n\n## Action items\n\n**Detection**\n\n- Add a\n\n**Root cause**\n\nb\n"
    assert topics(text) == [Topic.TITLE, Topic.ACTIONS, Topic.ACTIONS, Topic.FACTORS]
    assert topics("**Action items**\n\n- Add a\n\n**Detection**\n\nb\n")[-1] is Topic.DETECTION


def test_labels_stay_where_timeline_and_actions_hold_them() -> None:
    def headings(text: str) -> list[str]:
        return [heading for heading, _ in outline(text)]

    assert headings("## Timeline\n\n10:00 a\n\nTimeline: b\n\nSummary: c\n") == ["Timeline"]
    assert headings("## Action items\n\nAdd a\n\nSummary: c\n") == ["Action items", "Summary"]
    assert headings("## Action items\n\nAdd a\n\nAction items: c\n") == ["Action items"]
    assert headings("Timeline:\n\n10:00 a\n\nLucky: b\n\nSummary: c\n") == ["Timeline", "Summary"]
    assert headings("Action items:\n\nAdd a\n\nLucky: b\n") == ["Action items"]
    assert headings("**Action items:**\n\nAdd a\n\n**Summary:** c\n") == ["Action items", "Summary"]


def test_bare_lines_that_are_headings() -> None:
    text = "# T\n\nTimeline\n\n- 10:00 a\n\nWhat went well:\n\n- b\n\nRoot cause\n\nc\n"
    assert outline(text) == [
        ("T", ""),
        ("Timeline", "list"),
        ("What went well", "list"),
        ("Root cause", "c"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "timeline",
        "Timeline.",
        "Root cause,",
        "Impact on all the users of search",
        "14:32 timeline",
        "The timeline of what had happened before it broke",
    ],
)
def test_bare_lines_that_are_no_headings(line: str) -> None:
    assert outline(f"# T\n\nText.\n\n{line}\n") == [("T", f"Text. / {line}")]


MAIL = (
    "Subject: Labels of 3 March\n\n1. SUMMARY\n\nPrinters stopped.\n\n2. TIMELINE\n\n06:10 It stops\n\n"
    "3. DRIVERS AND SPARE PARTS\n\nText.\n\n4. ROOT CAUSE:\n\nNo test of it.\n"
)
NUMBERED = [
    ("SUMMARY", "Printers stopped."),
    ("TIMELINE", "06:10 It stops"),
    ("DRIVERS AND SPARE PARTS", "Text."),
    ("ROOT CAUSE", "No test of it."),
]


@pytest.mark.parametrize("name", ["postmortem.md", "postmortem.txt"])
def test_numbered_lines_are_the_headings_of_a_mail(name: str) -> None:
    """All of them were items, and every part was missing."""

    def read_as(text: str) -> list[tuple[str, str]]:
        return [(one.heading.raw, shown(one)) for one in read(Source(name, text)).sections[1:]]

    assert read_as(MAIL) == NUMBERED
    assert read_as(MAIL.replace(":\n\n", "\n").replace("E\n\n", "E\n")) == NUMBERED
    lower = MAIL.replace("SUMMARY", "Summary").replace("TIMELINE", "Timeline")
    assert [heading for heading, _ in read_as(lower)] == [
        "Summary",
        "Timeline",
        *(heading for heading, _ in NUMBERED[2:]),
    ]


REPORT = (
    ("Summary", "Printers stopped."),
    ("Chronology", "06:10 It stops"),
    ("Contributing factors", "The disk is small."),
    ("Discussion", "It could be seen."),
    ("Lessons learned", "Disks are small."),
    ("Who read this", "The whole shop."),
)
FORMS = [
    "{n}. {title}\n{line}\n\n",
    "{n}) {title}\n{line}\n\n",
    "{n}. {title}\n{line}\n",
    "{n}. {title}\n\n",
    "{n}. {title}\n",
    "1. {title}\n\n",
    "{n}) {title}\n\n",
    "({n}) {title}\n\n",
    "{n} {title}\n\n",
    "{n}.0 {title}\n\n",
    "{n}. {capitals}\n\n",
    "{n} {capitals}\n\n",
    "{n} {capitals}\n",
    "{n}: {capitals}\n\n",
    "{n} - {capitals}\n\n",
    "{n} – {capitals}:\n\n",
]


@pytest.mark.parametrize("name", ["postmortem.md", "postmortem.txt"])
@pytest.mark.parametrize("form", FORMS)
def test_numbered_headings_of_any_form(form: str, name: str) -> None:
    """Those with a line of "-" below or in lower case were items, those without a mark text."""
    told = "".join(
        form.format(n=at, title=title, capitals=title.upper(), line="-" * 12) + f"{text}\n\n"
        for at, (title, text) in enumerate(REPORT, 1)
    )
    found = read(Source(name, f"Labels of 3 March\n\n{told}")).sections[2:]
    shown_as = [(one.heading.raw.lower(), shown(one).removeprefix("rule / ")) for one in found]
    if form.startswith("1."):  # Markdown counts itself: no number says what "Discussion" is
        assert [title for title, _ in shown_as] == [
            title.lower() for title, _ in REPORT if topic_of(title)
        ]
    else:
        assert shown_as == [(title.lower(), text) for title, text in REPORT]


def test_numbered_headings_that_are_bold_in_plain_text() -> None:
    text = "Labels\n\n**1. SUMMARY**\n\nIt stops.\n\n**2. OTHER THINGS**\n\nA.\n\n**3. LESSONS**\n\nB.\n"
    found = read(Source("postmortem.txt", text)).sections[2:]
    assert [one.heading.raw for one in found] == ["SUMMARY", "OTHER THINGS", "LESSONS"]


@pytest.mark.parametrize("dot", ["", "."])
def test_numbered_headings_within_another(dot: str) -> None:
    text = (
        "Labels of 3 March\n\n1. Summary\nPrinters stopped.\n\n2. Analysis\n\nWe looked at it.\n\n"
        f"2.1{dot} Contributing factors\n\nNo alert existed.\n\n2.2{dot} Other remarks\n\n"
        "Mr Ravel told of another one.\n\n3. Lessons learned\n\nPrinters need an alert.\n\n"
        f"3.1{dot} Printers of the hall\n\nThey are old.\n"
    )
    found = [s.heading.raw for s in read(Source("a.txt", text)).sections]
    assert "Contributing factors" in found
    assert "Other remarks" in found
    assert "Printers of the hall" not in found


def test_a_numbered_list_below_a_numbered_heading_is_its_own() -> None:
    """To Markdown it is one list, as no other line stands between."""
    text = (
        "Labels\n\n1. Summary\n\nIt stops.\n\n2. Contributing factors\n\n1. No alert on it\n"
        "2. Two disks\n3. One of them full\n\n3. Talk\n\nText.\n\n4. Lessons\n\nText.\n"
    )
    found = document(text).sections[2:]
    assert [one.heading.raw for one in found] == [
        "Summary",
        "Contributing factors",
        "Talk",
        "Lessons",
    ]
    (listed,) = found[1].blocks
    assert [item.words for item in listed.children] == [
        "No alert on it",
        "Two disks",
        "One of them full",
    ]


def test_a_line_in_capitals_ends_a_part_that_is_named_in_capitals() -> None:
    """What stood below it was taken for factors."""
    text = (
        "LABEL SHOP\n\nSUMMARY\n\nIt stops.\n\nCONTRIBUTING FACTORS\n\nThe disk is small.\n\n"
        "DISCUSSION\n\nIt could be seen.\n\nTIMELINE\n\nMONDAY 2 MARCH\n\n06:10 It stops\n\n"
        "NIGHT SHIFT\n\n22:10 It works\n\nSEVERITY\n\nSERIOUS\n\nNo data were lost.\n"
    )
    assert outline(text)[1:] == [
        ("SUMMARY", "It stops."),
        ("CONTRIBUTING FACTORS", "The disk is small."),
        ("DISCUSSION", "It could be seen."),
        ("TIMELINE", "MONDAY 2 MARCH / 06:10 It stops / NIGHT SHIFT / 22:10 It works"),
        ("SEVERITY", "SERIOUS / No data were lost."),
    ]
    divided = text.replace("The disk", "MACHINES\n\nThe disk").replace("DISCUSSION", "METHODS")
    assert outline(divided)[2][1].startswith("MACHINES / The disk is small. / METHODS /")


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n1. Summary\n2. Timeline\n3. Root cause\n\nAll of them follow.\n",
        "",
        "# T\n\n1. TIMELINE\n\nText of it.\n",
        "# T\n\n## Summary\n\n1. TIMELINE\n\nOne.\n\n2. ROOT CAUSE\n\nTwo.\n",
        "# T\n\n1. [ ] Timeline\n\nOne.\n\n2. [ ] Root cause\n\nTwo.\n",
        "# T\n\n1. The timeline was late.\n\nOne.\n\n2. The root cause was not.\n\nTwo.\n",
        "# T\n\n- TIMELINE\n\nOne.\n\n- ROOT CAUSE\n\nTwo.\n",
        "# T\n\nAction items:\n\n1. Timeline\n   - a\n2. Root cause\n   - b\n",
        "# T\n\nWe learned two things:\n\n1. Timeline\n\n   One.\n\n2. Root cause\n\n   Two.\n",
    ],
)
def test_numbered_lines_that_are_no_headings(text: str) -> None:
    assert not {"timeline", "root cause"} & {name.lower() for name, _ in outline(text)}


def test_answers_to_a_heading_are_its_content() -> None:
    text = "# T\n\n## Status\n\nResolved\n\n## Severity\n\nResolution\n\n## Impact\n\nText.\n"
    assert outline(text) == [
        ("T", ""),
        ("Status", "Resolved"),
        ("Severity", "Resolution"),
        ("Impact", "Text."),
    ]


def test_titles_without_markup() -> None:
    assert outline("Incident: search outage\n\nText.\n")[0] == ("Incident: search outage", "")
    assert outline("Impact: all users\n\nText.\n") == [("Impact", "all users")]
    assert outline("Timeline\n\n10:00 a\n") == [("Timeline", "10:00 a")]
    assert outline("14:32 Search went down\n\nText.\n") == []
    assert outline("It went down. It was slow\n\nText.\n") == []
    assert outline("---\n\nSearch outage\n\nText.\n") == [("Search outage", "")]
    assert outline("> Quoted.\n\nSearch outage\n\nText.\n") == []


def test_a_title_is_short() -> None:
    assert is_title_like("Search outage of March")
    assert is_title_like(" ".join(["word"] * 18))
    assert not is_title_like(" ".join(["word"] * 19))
    assert is_title_like("w" * 160)
    assert not is_title_like("w" * 161)
    assert not is_title_like("Search was down,")
    assert not is_title_like("")


def test_values_of_the_front_matter_stand_where_they_are_written() -> None:
    text = '---\nseverity: \'SEV2\'\n"Title": "A: b"\nimpact:   all   \nstatus:\nowner: "a\n---\n\n# T\n'
    text = text.replace('owner: "a\n', "")
    found = document(text)
    for section in found.sections[1:4]:
        (block,) = section.blocks
        assert block.text is not None
        assert found.excerpt(block.text.span()) == block.text.raw
        assert found.excerpt(section.heading.span()) == section.heading.raw  # was at the value
    assert outline(text) == [
        ("severity", "SEV2"),
        ("Title", "A: b"),
        ("impact", "all"),
        ("status", ""),
        ("T", ""),
    ]


HEADINGS = [
    ("1. :memo: Summary", "summary"),
    ("2.1) Root cause(s)", "root cause"),
    ("Section 3: Impact [draft]", "impact"),
    ("iv. What we’ve learned?", "what we've learned"),
    ("(all of it)", "all of it"),
    ("**Q&A / notes_here**", "q&a / notes here"),
]


@pytest.mark.parametrize(("words", "plain"), HEADINGS)
def test_headings_are_compared_by_their_words(words: str, plain: str) -> None:
    assert normalise(words) == plain


def test_long_headings_mean_nothing_unless_they_ask() -> None:
    long = "A short timeline of all that we saw that day"
    assert topic_of(long) is None
    assert topic_of(long.removesuffix(" day")) is Topic.TIMELINE
    assert (
        topic_of("What did we do about the root cause of it all on that very day?") is Topic.FACTORS
    )
    assert topic_of("What did we do about the root cause of it all on that very same day?") is None
    assert topic_of("The outline") is Topic.SUMMARY
    assert topic_of("Our outline") is Topic.SUMMARY
    assert topic_of("") is None


def test_html_headings_and_rules() -> None:
    text = "# T\n\n<h2>Impact</h2>\n\na\n\n---\n\nb\n\n<details><summary>Timeline</summary>\n\n- 10:00 a\n\n</details>\n"
    assert [(s.heading.raw, s.level) for s in document(text).sections[1:]] == [
        ("T", 1),
        ("Impact", 2),
        ("Timeline", 4),
    ]
    assert [block.kind for block in document(text).sections[2].blocks][:3] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("What nearly happened", Topic.SUMMARY),
        ("What was happened", Topic.SUMMARY),
        ("What could have happened", Topic.SUMMARY),
        ("How the site went down", Topic.TIMELINE),
        ("What happens now", Topic.ACTIONS),
        ("What happens during a failover", None),
        ("What happened next", None),
    ],
)
def test_what_happened_and_what_happens(heading: str, topic: Topic | None) -> None:
    assert topic_of(heading) is topic

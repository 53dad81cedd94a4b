"""The HTML of the report: its numbers, its links, and that no document can do anything to it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

import pmlint
from pmlint.document import Status
from pmlint.quarterly.charts import TONES, Bar, bars, line
from pmlint.quarterly.html import render
from pmlint.quarterly.model import Quote, Review, Share, Unread
from tests.browser import BROWSERS, Browser, browser_on_path, opened
from tests.reviews import (
    COMING,
    NEAR,
    OLD,
    OWNER,
    PAY,
    SEARCH,
    empty_review,
    full_review,
    incidents,
)

# --- a page that has been read --------------------------------------------------------

VOID = {"meta", "br", "hr", "img", "input", "link"}
Named = dict[str, dict[str, list[str]]]


@dataclass
class Node:
    """An element with its children in order; text is a string."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and those below it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags: str) -> list[Node]:
        """Elements below it with one of *tags*."""
        return [node for node in self.walk() if node.tag in tags]

    def classed(self, name: str) -> list[Node]:
        """Elements of a class."""
        return [one for one in self.walk() if name in one.attributes.get("class", "").split()]

    @property
    def text(self) -> str:
        """What a reader sees, pictures and style apart."""
        if self.tag in ("svg", "style"):
            return ""
        parts = (one if isinstance(one, str) else one.text for one in self.children)
        return " ".join("".join(parts).split())

    def by_id(self, anchor: str) -> Node:
        """The one element of that id."""
        (found,) = [one for one in self.walk() if one.attributes.get("id") == anchor]
        return found


class Reader(HTMLParser):
    """HTML to nodes; an element that is not closed where it should be is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; it may not have an attribute twice."""
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs), f"<{tag}> has an attribute twice"
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a picture that holds nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """The innermost element ends."""
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text of the innermost element."""
        self.open[-1].children.append(data)


def parsed(page: str) -> Node:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


@pytest.fixture(scope="module")
def page() -> Node:
    """The full review without groups."""
    return parsed(render(replace(full_review(), groups={})))


@pytest.fixture(scope="module")
def grouped() -> Node:
    return parsed(render(full_review()))


def tables(part: Node) -> Named:
    """Rows of every table by its caption and the row's name."""
    found: Named = {}
    for table in part.all("table"):
        caption = table.all("caption")[0].text
        assert caption not in found
        rows = table.all("tbody")[0].all("tr")
        found[caption] = {
            row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in rows
        }
    return found


def facts(part: Node) -> dict[str, dict[str, str]]:
    """Figures by the heading of their block and their name."""
    found: dict[str, dict[str, str]] = {}
    for block in part.classed("block"):
        pairs = {
            one.all("dt")[0].text: one.classed("value")[0].text
            for one in block.all("div")
            if one.all("dt")
        }
        if pairs:
            found[block.all("h3", "h4", "h5")[0].text] = pairs
    return found


# --- every number ---------------------------------------------------------------------

FACTS = {
    "Systemic factors": {"Documents with two or more": "74% (17 of 23)"},
    "Wording": {"Wording findings in 1,000 words": "8.4", "Wording findings": "1"},
    "Specific action items": {"Say how to check that they are done": "84% (31 of 37)"},
    "Signals": {"Signals heard": "9", "Harvested": "56% (5 of 9)", "Heard only": "1"},
    "On time": {"Closed by their date": "76% (26 of 34)"},
    "Due in the coming period": {"Open items": "1"},
    "Tickets that match nothing": {"Tickets of no action item": "1"},
    "Time to review": {"Reviewed within 48 hours": "86% (18 of 21)"},
    "Near misses": {"Of all documents": "17% (4 of 23)"},
    "Services": {"Rising": "1"},
    "Findings set aside": {"Suppressed findings": "43", "Known findings": "45"},
    "Reviews a month": {"This period": "7.7", "Usual": "6.2"},
}
TABLES: Named = {
    "Documents by their longest chain of whys": {"no chain": ["14"], "2 whys": ["6"], "4 whys": ["3"]},
    "Documents that answer each question": {
        "Why was the change risky?": ["83% (19 of 23)"],
        "Why was it not caught earlier?": ["30% (7 of 23)"],
        "Why did detection take as long as it did?": ["57% (13 of 23)"],
        "Why did recovery take as long as it did?": ["48% (11 of 23)"],
    },
    "Action items by status": {"open": ["29"], "done": ["41"], "cancelled": ["2"], "unknown": ["16"]},
    "Open items past their date": {"0-30 days": ["0"], "31-90 days": ["1"], "over 90 days": ["1"]},
    "Action items by type and status": {
        "prevent": ["12", "22", "1", "8"],
        "detect": ["10", "15", "0", "0"],
        "mitigate": ["0", "4", "0", "0"],
        "untyped": ["7", "0", "1", "8"],
    },
    "Documents by severity": {"SEV1": ["1"], "SEV3": ["20"], "not said": ["2"]},
    "Documents by service": {"payments": ["44", "up from 28"], "search": ["27", ""]},
    "Documents without a finding, by category": {
        "Action items": ["90% (36 of 40)"],
        "Blame": ["90% (38 of 42)"],
    },
    "Action items: documents without a finding, by rule": {"PM401 vague-action-item": ["82% (32 of 39)"]},
    "Blame: documents without a finding, by rule": {"PM101 blame-named-person": ["88% (22 of 25)"]},
    "House: documents without a finding, by rule": {"ACME001": ["94% (33 of 35)"]},
    "Incidents (documents)": {
        "2025Q3": ["46"], "2025Q4": ["47"], "2026Q1": ["0"], "2026Q2": ["48"], "2026Q3": ["23"],
    },
    "Two or more systemic factors": {
        "2025Q3": ["51%"], "2025Q4": ["no figure"], "2026Q1": ["53%"], "2026Q2": ["61%"], "2026Q3": ["74%"],
    },
    "Wording findings (per 1,000 words)": {
        "2025Q3": ["12.3"], "2025Q4": ["no figure"], "2026Q1": ["11.4"], "2026Q2": ["9.6"], "2026Q3": ["8.4"],
    },
}  # fmt: skip
DOCUMENTS = {
    "Documents of the period, by date": [
        f"3 July 2026 Payments down for 18 minutes {PAY} SEV1 · ordinary · payments · "
        "2 systemic of 3 factors · 4 whys deep · 2 action items · date from text",
        f"11 August 2026 Search answered from a stale index {SEARCH} SEV3 · ordinary · search · "
        "payments · 1 systemic of 1 factor · 2 action items · date from text",
        f"2 September 2026 Expired token caught before the sale {NEAR} severity not said · near-miss · "
        "0 systemic of 0 factors · 2 whys deep · 1 action item · date from text",
    ],
    "Documents without a date": [
        "no date An outage of an unknown day postmortems/undated.md severity not said · ordinary · "
        "0 systemic of 0 factors · 0 action items"
    ],
}


def test_every_figure_is_that_of_the_review(page: Node) -> None:
    assert facts(page) == FACTS


def test_every_table_is_that_of_the_review(page: Node) -> None:
    shown = tables(page)
    told = {name: shown.pop(name) for name in DOCUMENTS}
    assert shown == TABLES
    assert {name: len(rows) for name, rows in told.items()} == {
        name: len(rows) for name, rows in DOCUMENTS.items()
    }
    rows = [
        " ".join(cell.text for cell in row.all("td", "th"))
        for table in page.classed("documents")
        for row in table.all("tbody")[0].all("tr")
    ]
    assert rows == [row for some in DOCUMENTS.values() for row in some]


def test_the_head_says_the_period_and_what_was_read(page: Node) -> None:
    (header,) = page.all("header")
    assert header.text == (
        "Postmortem review 2026Q3 1 July 2026 to 30 September 2026. "
        "Action items as of 12 October 2026. "
        "Read: 3 postmortems of this period, 1 without a date; 1 file could not be read."
    )


def test_the_three_questions_are_answered_in_words(page: Node) -> None:
    (summary,) = page.classed("summary")
    assert [one.text for one in summary.all("li")] == [
        "Are we finding real contributing factors? 17 of 23 postmortems (74%) name at least two "
        "conditions of the system. Least often answered: “Why was it not caught earlier?” (7 of 23).",
        "Are action items getting completed? Of 88 action items, 41 are done and 29 are open, "
        "2 of them past the date. Of 16 the documents do not say where they stand.",
        "Are we seeing repeat incidents? 2 conditions came back, 1 of them across teams. "
        "An earlier fix was still open once.",
    ]


def test_the_parts_stand_in_the_order_of_the_review(page: Node) -> None:
    assert [one.text for one in page.all("h2")] == [
        "In short",
        "1 Are we finding real contributing factors?",
        "2 Are action items getting completed?",
        "3 Are we seeing repeat incidents?",
        "How reviews are held",
        "Trends",
        "What was read",
    ]


LISTED = {
    "systemic": [
        f"“No alert on certificate expiry” {PAY}:21",
        f"“The release has no canary” {PAY}:22",
    ],
    "not-systemic": [
        f"Search answered from a stale index {SEARCH} 1 systemic of 1 factor",
        f"Expired token caught before the sale {NEAR} 0 systemic of 0 factors",
    ],
    "whys-4": [f"Payments down for 18 minutes {PAY}"],
    "question-2": [f"Payments down for 18 minutes {PAY}"],
    "wording": [f"“The engineer was in a hurry (PM101)” {PAY}:23"],
    "vague": [f"“Improve monitoring” {NEAR}:29"],
    "harvested": [f"“The dashboard looked normal” {NEAR}:12"],
    "unharvested": [f"“We assumed the replica was fresh because the page loaded” {SEARCH}:18"],
    "overdue-2": [
        f"“Alert when a certificate has 14 days left” {PAY}:41 open, prevent, "
        "due 5 September 2026, overdue by 37 days"
    ],
    "overdue-3": [
        f"“Renew certificates from the pipeline” {OLD}:37 open, prevent, due 1 June 2026, overdue by 133 days"
    ],
    "on-time": [
        f"“Add a canary to the payment release” {PAY}:43 done, prevent, due 1 August 2026, "
        "closed 28 July 2026, ticket PAY-12, status from the ticket"
    ],
    "late": [
        f"“Page on replica lag above 30 s” {SEARCH}:53 done, detect, due 20 August 2026, closed 9 September 2026"
    ],
    "coming": [f"“Load-test the index rebuild” {SEARCH}:52 open, prevent, due 15 November 2026"],
    "unmatched": ["Rotate the signing keys tickets.csv OPS-771, open, due 24 December 2026"],
    "prompt": [
        f"Payments down for 18 minutes {PAY} resolved 2026-07-03 10:00, reviewed 2026-07-04 15:30",
        f"Search answered from a stale index {SEARCH} resolved 2026-08-11 09:00, reviewed 2026-08-19 09:00",
    ],
    "near-misses": [f"Expired token caught before the sale {NEAR}"],
    "severity-2": [f"Search answered from a stale index {SEARCH}"],
    "service-1": [
        f"Payments down for 18 minutes {PAY}",
        f"Search answered from a stale index {SEARCH}",
    ],
    "category-2": [f"Payments down for 18 minutes {PAY}"],
    "rule-1": [f"Payments down for 18 minutes {PAY} 3 findings"],
    "rule-2": [f"Payments down for 18 minutes {PAY} 1 finding"],
    "suppressed": [f"Payments down for 18 minutes {PAY} 2 findings"],
    "known": [f"Search answered from a stale index {SEARCH} 5 findings"],
}


@pytest.mark.parametrize("anchor", LISTED)
def test_figures_rest_on_quoted_lines_with_their_place(page: Node, anchor: str) -> None:
    assert _with_quotes(page.by_id(anchor)) == LISTED[anchor]


def _with_quotes(part: Node) -> list[str]:
    """Lines with the marks that a browser puts around a quotation."""
    found = []
    for one in part.all("li"):
        words = [f"“{quote.text}”" for quote in one.all("q")]
        source = one.classed("source")[0].text
        found.append(f"{words[0] if words else one.text.removesuffix(source).strip()} {source}")
    return found


def test_numbers_beside_the_lists_count_them(page: Node) -> None:
    for listing in page.classed("listing"):
        for number in listing.classed("number"):
            assert number.text == f"({len(listing.all('li'))})"


def test_an_item_that_the_review_does_not_hold_is_told_of(page: Node) -> None:
    assert "Open; 26 more stand in documents of earlier periods" in page.by_id("status-open").text


def test_a_repeat_with_an_open_fix_comes_first(page: Node) -> None:
    first, second = page.classed("repeat")
    assert first.all("h4")[0].text == "2 incidents: payments"
    assert first.classed("mark")[0].text == "Across 2 teams: checkout, platform"
    assert "Renew certificates from the pipeline" in first.text
    assert "Both say: certificate, warn (likeness 0.83)" in first.text
    assert f"{OLD}:19" in first.text
    assert f"{PAY}:21" in first.text
    assert second.all("h4")[0].text == "2 incidents: no service named"
    assert not second.classed("mark")


# --- links and structure --------------------------------------------------------------


def test_every_link_leads_to_one_place_on_the_page(grouped: Node) -> None:
    ids = [one.attributes["id"] for one in grouped.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    targets = [one.attributes["href"] for one in grouped.walk() if "href" in one.attributes]
    assert targets
    assert {target[:1] for target in targets} == {"#"}
    assert {target[1:] for target in targets} <= set(ids)
    referred = [one.attributes.get("aria-labelledby") for one in grouped.walk()]
    assert {one for one in referred if one} <= set(ids)


def test_every_figure_of_something_leads_to_its_lines(page: Node) -> None:
    bare = {
        one.all("dt")[0].text
        for facts_of in page.classed("facts")
        for one in facts_of.all("div")
        if not one.all("a")
    }
    assert bare == {"Rising", "Usual"}  # the table below says which; documents of other periods
    for name, row, place in (
        ("Action items by status", "done", "#status-done"),
        ("Documents by severity", "SEV3", "#severity-2"),
        ("Wording findings (per 1,000 words)", "2026Q3", "#wording"),
        ("Incidents (documents)", "2026Q3", "#documents"),
    ):
        (table,) = [one for one in page.all("table") if one.all("caption")[0].text == name]
        (cells,) = [one for one in table.all("tr") if one.all("th")[0].text == row]
        assert [one.attributes["href"] for one in cells.all("a")] == [place]


def test_headings_do_not_skip_a_level(grouped: Node) -> None:
    levels = [int(one.tag[1]) for one in grouped.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_has_landmarks_and_a_skip_link(page: Node) -> None:
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    first = page.all("body")[0].all("a")[0]
    assert first.attributes["href"] == "#main"
    assert page.all("html")[0].attributes["lang"] == "en"


def test_every_picture_has_words_and_a_table_beside_it(grouped: Node) -> None:
    pictures = grouped.all("svg")
    assert len(pictures) == 3 * 10
    for one in pictures:
        assert one.attributes["role"] == "img"
        assert len(one.attributes["aria-label"]) > 20
    for one in grouped.classed("figures"):
        assert len(one.all("table")) == 1
    for table in grouped.all("table"):
        assert table.all("caption")[0].text
        assert all(one.attributes.get("scope") in ("col", "row") for one in table.all("th"))


def test_pictures_say_the_same_as_their_tables(page: Node) -> None:
    for one in page.classed("figures"):
        told = " ".join(picture.attributes["aria-label"] for picture in one.all("svg"))
        for cells in one.all("tbody")[0].all("tr") if told else []:
            for cell in cells.all("td"):
                assert re.sub(r"^.*\((.*)\)$", r"\1", cell.text) in told


def test_nothing_is_loaded_and_nothing_runs(grouped: Node) -> None:
    page = render(full_review())
    assert not grouped.all("script", "link", "img", "iframe", "object", "form", "base")
    assert "@import" not in page
    assert re.findall(r"https?://", page) == []
    assert not [name for one in grouped.walk() for name in one.attributes if name.startswith("on")]
    (policy,) = [
        one.attributes["content"] for one in grouped.all("meta") if "http-equiv" in one.attributes
    ]
    assert policy.startswith("default-src 'none';")


def test_the_same_review_gives_the_same_page() -> None:
    assert render(full_review()) == render(full_review())


# --- who and what is left out ---------------------------------------------------------


def test_owners_are_named_only_if_asked_for() -> None:
    assert OWNER not in render(full_review())
    asked = parsed(render(replace(full_review(), groups={}, show_owners=True)))
    assert f"owner: {OWNER}" in asked.by_id("overdue-2").text


def test_groups_stand_by_name_with_figures_of_their_own(grouped: Node) -> None:
    groups = grouped.classed("group")
    assert [one.all("h3")[0].text for one in groups] == ["checkout", "search"]
    for number, group in enumerate(groups, 1):
        shown = facts(group)
        assert shown == FACTS
        assert tables(group) == TABLES
        assert "17 of 23 postmortems (74%)" in group.classed("answer")[0].text
        assert group.by_id(f"group-{number}-systemic")


def test_an_empty_review_says_so() -> None:
    page = parsed(render(empty_review()))
    assert not page.all("table", "svg", "details")
    assert all(one.classed("empty") for one in page.classed("block"))
    text = page.text
    assert "Read: 0 postmortems of this period." in text
    assert "No postmortem of this period was read. So nothing can be said." in text
    assert "No action item was read. So nothing can be said." in text
    assert "No repeat was found among the documents that were read." in text


def test_one_of_a_thing_is_told_in_the_singular() -> None:
    review = empty_review()
    one = Share(1, 1)
    depth = replace(review.depth, systemic=one, questions={"risky": one})
    numbers = {"open": 1, "done": 1, "cancelled": 0, "unknown": 0}
    actions = replace(review.actions, by_status=numbers)
    page = parsed(render(replace(review, depth=depth, actions=actions))).text
    assert "1 of 1 postmortem (100%) names at least two conditions of the system." in page
    assert "Of 2 action items, 1 is done and 1 is open; none of them is past its date." in page


# --- what a document may say ----------------------------------------------------------

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)" x="',
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "]]>",
    "$\\frac{1$",
    "\u202egnp.exe\u2066",
    "a\x00b\x1b[31m",
    "\udc80 lone",
    "עברית ⁧abc",
    "漢字" * 40,
    "w" * 5000,
)


def hostile_review(word: str) -> Review:
    """A review in which every text of a document is *word*."""
    quote = Quote(word, 3, word)
    item = replace(COMING, quote=quote, ticket=word, owner=word)
    one = replace(
        incidents()[0],
        path=word,
        title=word,
        severity=word,
        services=(word,),
        team=word,
        factors=(quote,),
        systemic=(quote,),
        items=(item,),
        wording=(quote,),
        signals=(quote,),
        findings={word: 2},
    )
    full = full_review()
    cluster = replace(
        full.repeats[0],
        paths=(word, word),
        titles=(word, word),
        services=(word,),
        teams=(word, "other"),
        open_fixes=(item,),
        links=(replace(full.repeats[0].links[0], first=quote, second=quote, words=(word,)),),
    )
    ticket = replace(full.actions.unmatched[0], key=word, title=word, source=word, url=word)
    return replace(
        full,
        incidents=(one,),
        undated=(replace(one, path=f"{word}2", date=None),),
        unread=(Unread(word, word),),
        depth=replace(full.depth, wording=(quote,), unharvested=(quote,)),
        actions=replace(full.actions, coming=(item,), unmatched=(ticket,)),
        repeats=(cluster,),
        process=replace(
            full.process,
            severities={word: 1},
            services={word: 1},
            rising=((word, 0, 1),),
            compliance={word: Share(0, 1, (quote,))},
        ),
        groups={word: full},
        show_owners=True,
    )


def shape(page: Node) -> list[tuple[str, tuple[str, ...]]]:
    """Tags and the names of their attributes, pictures apart."""
    drawn = {id(inner) for one in page.all("svg") for inner in one.walk()}
    return [(one.tag, tuple(one.attributes)) for one in page.walk() if id(one) not in drawn]


@pytest.fixture(scope="module")
def harmless() -> Node:
    return parsed(render(hostile_review("harmless")))


@pytest.mark.parametrize("word", HOSTILE, ids=lambda word: ascii(word)[:40])
def test_a_document_can_inject_nothing(word: str, harmless: Node) -> None:
    text = render(hostile_review(word))
    text.encode("utf-8")
    assert not set(text) & set("\u202e\u2066\u2067\x00\x1b")
    page = parsed(text)
    assert shape(page) == shape(harmless)
    drawn = {one.tag for picture in page.all("svg") for one in picture.walk()}
    assert drawn <= {"svg", "g", "path", "text", "use", "defs", "clippath", "rect"}
    targets = [one.attributes["href"] for one in page.walk() if "href" in one.attributes]
    assert all(re.fullmatch(r"#[\w-]+", target) for target in targets)


# --- pictures -------------------------------------------------------------------------


def test_a_picture_is_the_same_each_time_and_keeps_its_text() -> None:
    rows = [Bar("first & <last>", 3, "3 of 4"), Bar("none", 0, "0")]
    drawn = bars("key", "A name", rows)
    assert drawn == bars("key", "A name", rows)
    assert ">first &amp; &lt;last&gt;</text>" in drawn
    assert 'aria-label="A name. first &amp; &lt;last&gt;: 3 of 4; none: 0."' in drawn
    assert "DejaVu" not in drawn
    assert "<metadata" not in drawn


def test_a_picture_has_no_colour_of_its_own() -> None:
    drawn = line("key", "A name", ["2025Q3", "2025Q4"], [(0.5, "50%"), (float("nan"), "no figure")])
    assert re.findall(r"#[0-9a-f]{6}\b", drawn) == []
    assert set(re.findall(r"var\(--chart-(\w+)\)", drawn)) <= set(TONES)
    assert "50%</text>" in drawn


def test_pictures_on_one_page_share_no_id() -> None:
    points = [(0.5, "50%"), (0.7, "70%")]
    ids = [
        set(re.findall(r' id="([^"]+)"', line(key, "A name", ["a", "b"], points)))
        for key in ("one", "two")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


# --- colours --------------------------------------------------------------------------

STYLE = next(
    path
    for root in pmlint.__path__
    if (path := Path(root, "quarterly", "templates", "report.css")).is_file()
).read_text(encoding="utf-8")
SCHEMES = ("light", "dark", "print")


def colours(scheme: str) -> dict[str, str]:
    """The variables of a scheme, with those of the light one below them."""
    blocks = dict(zip(SCHEMES, re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL), strict=True))
    found: dict[str, str] = {}
    for name in ("light", scheme):
        found |= dict(re.findall(r"--([\w-]+): ([^;]+);", blocks[name]))
    return {
        name: found[value[6:-1]] if value.startswith("var(") else value
        for name, value in found.items()
    }


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2.2, between 1 and 21."""
    lights = sorted((luminance(first), luminance(second)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_and_pictures_stand_out_from_the_paper(scheme: str) -> None:
    found = colours(scheme)
    for name in ("ink", "muted", "link", "mark", "chart-ink", "chart-muted"):
        for ground in ("paper", "panel"):
            assert contrast(found[name], found[ground]) >= 4.5, (name, ground)
    for tone in ("main", "good", "open", "late", "off", "unknown"):
        assert contrast(found[f"chart-{tone}"], found["paper"]) >= 3, tone


def test_the_style_defines_each_colour_of_the_pictures() -> None:
    assert {f"chart-{tone}" for tone in TONES} <= colours("dark").keys()


# --- in a browser ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, where there is one; where it is asked for, there has to be one."""
    program = browser_on_path()
    if program is None:
        reason = f"none of {', '.join(BROWSERS)} is on the PATH"
        if os.environ.get("PMLINT_BROWSER_TESTS") == "1":
            pytest.fail(f"PMLINT_BROWSER_TESTS=1 asks for a browser, but {reason}. Install one.")
        pytest.skip(f"needs a browser: {reason}")
    with opened(program, tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(full_review()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    words = " ".join(word for word in HOSTILE if word.isprintable())
    path.write_text(render(hostile_review(words)), encoding="utf-8")
    return path


def load(browser: Browser, path: Path) -> None:
    browser.requests.clear()
    browser.problems.clear()
    browser.open(path)


@pytest.mark.parametrize("name", ["file", "hostile_file"])
def test_no_request_leaves_and_nothing_is_complained_of(
    name: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(name)
    load(browser, path)
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert browser.run("document.querySelectorAll('svg.chart').length") == 3 * 10 - (
        0 if name == "file" else 10
    )
    assert browser.requests == [path.as_uri()]
    assert browser.problems == []


def test_the_policy_forbids_requests(browser: Browser, file: Path) -> None:
    """A picture, a script and a style sheet that are put into the page are never asked for."""
    load(browser, file)
    for tag, attribute in (("img", "src"), ("script", "src"), ("link", "href")):
        browser.run(
            f"(() => {{ const one = document.createElement('{tag}'); one.rel = 'stylesheet';"
            f" one.{attribute} = 'https://example.com/x'; document.head.append(one); }})()"
        )
    browser.run("new Promise(done => setTimeout(done, 200))")
    assert browser.requests == [file.as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("name", ["file", "hostile_file"])
def test_it_fits_the_window(
    name: str, width: int, scheme: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    browser.size(width)
    browser.scheme(scheme)
    load(browser, request.getfixturevalue(name))
    for state in ("false", "true"):
        browser.run(
            f"document.querySelectorAll('details').forEach(one => {{ one.open = {state} }})"
        )
        assert browser.run("document.documentElement.scrollWidth") <= width
    paper = browser.run("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(colours(scheme)["paper"][at : at + 2], 16) for at in (1, 3, 5))
    assert paper == f"rgb({red}, {green}, {blue})"
    fills = browser.run(
        "[...document.querySelectorAll('svg.chart text')].map(one => getComputedStyle(one).fill)"
    )
    assert len(set(fills)) == 2
    assert paper not in fills


def test_text_of_pictures_is_of_a_readable_size_on_a_phone(browser: Browser, file: Path) -> None:
    browser.size(375)
    load(browser, file)
    heights = browser.run(
        "[...document.querySelectorAll('main > section svg.chart text')]"
        ".map(one => one.getBoundingClientRect().height)"
    )
    assert min(height for height in heights if height) >= 11


def test_a_figure_opens_and_shows_its_lines(browser: Browser, file: Path) -> None:
    browser.size(375)
    load(browser, file)
    anchors = browser.run(
        "[...document.querySelectorAll('main a')].map(one => one.getAttribute('href'))"
    )
    for anchor in dict.fromkeys(anchors):
        browser.run(f"document.querySelector('a[href=\"{anchor}\"]').click()")
        browser.wait(
            f"(() => {{ const box = document.querySelector('{anchor}').getBoundingClientRect();"
            " return box.height > 0 && box.top < innerHeight && box.bottom > 0; })()"
        )
    assert browser.run("location.protocol") == "file:"
    assert browser.requests == [file.as_uri()]


def test_it_can_be_used_by_keyboard(browser: Browser, file: Path) -> None:
    load(browser, file)
    browser.key("Tab", 9)
    assert browser.run("document.activeElement.className") == "skip"
    browser.key("Enter", 13)
    browser.wait("document.activeElement.id === 'main'")
    browser.run("document.querySelector('summary').focus()")
    browser.key("Enter", 13)
    browser.wait("document.querySelector('details').open")


def test_paper_shows_the_quoted_lines_in_dark_on_white(browser: Browser, file: Path) -> None:
    browser.size(1000)
    load(browser, file)
    browser.scheme("dark", "print")
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.run("document.querySelector('#systemic').checkVisibility()")
    assert browser.run("getComputedStyle(document.querySelector('nav')).display") == "none"
    browser.scheme("light")


def test_statuses_are_those_of_the_document() -> None:
    from pmlint.quarterly.answers import STATUS_TONES

    assert set(STATUS_TONES) == {status.value for status in Status}

"""Tables in HTML are read like those of Markdown, where they are simple."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import BlockKind, Document
from pmlint.mending import add_column
from pmlint.reading import read
from pmlint.reading.html_tables import html_tables
from pmlint.source import Source

TIMES = (
    "<table>\n<thead><tr><th>Time (UTC)</th><th>Event</th></tr></thead>\n<tbody>\n"
    "<tr><td>14:32</td><td>Deploy of <code>api</code></td></tr>\n"
    '<tr class="late">\n  <td>14:50</td>\n  <td>Halted &amp; back</td>\n</tr>\n</tbody></table>\n'
)
WORK = (
    "<table><tr><td>\n  <b>Action</b>\n</td><td><b>Owner</b></td><td><b>Due</b></td></tr>\n"
    "<tr><td>Add a limit</td><td>Ana Lund</td><td>2026-05-20</td></tr>\n"
    "<TR><TD>Add an alert<TD><TD>2026-05-21</TABLE>\n"
)


def document(body: str) -> Document:
    return read(Source("postmortem.md", f"# Outage on 2026-04-15\n\n{body}"))


def test_a_timeline_in_html_has_entries() -> None:
    found = document(f"## Timeline\n\n{TIMES}")
    told = [(one.time_text, one.text.raw) for one in found.timeline.entries]
    assert told == [("14:32", "Deploy of api"), ("14:50", "Halted & back")]
    assert found.timeline.zone == "UTC"
    places = [found.excerpt(one.text.span()) for one in found.timeline.entries]
    assert places == ["Deploy of <code>api", "Halted &amp; back"]


def test_action_items_in_html_have_owners_and_days() -> None:
    found = document(f"## Action items\n\n{WORK}")
    first, second = found.actions
    assert (first.text.raw, first.owner and first.owner.text) == ("Add a limit", "Ana Lund")
    assert first.owner is not None
    assert found.excerpt(first.owner.span) == "Ana Lund"
    assert (second.text.raw, second.owner) == ("Add an alert", None)
    assert second.deadline is not None
    assert second.deadline.date == dt.date(2026, 5, 21)
    assert add_column(found, second.block, "type", "Type") is None  # that is Markdown's


def test_a_form_in_html_gives_facts() -> None:
    rows = "<tr><th>Severity</th><td>SEV2</td></tr><tr><th>Duration</th><td>20 min</td></tr>"
    facts = document(f"<table>{rows}</table>\n").facts
    assert (facts.severity and facts.severity.raw, facts.duration) == ("SEV2", 20)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>A</th></tr></table>",
        "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>",
        '<table><tr><th colspan="2">A</th></tr><tr><td>C</td><td>D</td></tr></table>',
        "<table><tr><th>A</th></tr><tr><td><table><tr><td>B</td></tr></table></td></tr></table>",
        "<table><tr><th>A</th></tr><tr><td>B</td></tr>",
        "<tr><th>A</th></tr><tr><td>B</td></tr></table>",
        "<td>A</td></table></table>",
    ],
)
def test_other_tables_stay_as_they_are(table: str) -> None:
    assert not list(html_tables(table, 0, len(table)))
    (block,) = document(f"<div>{table}</div>\n").blocks[1:]
    assert block.kind is BlockKind.HTML


def test_a_table_behind_one_that_is_not_simple_is_read() -> None:
    other = '<table><tr><th rowspan="2">A</th></tr><tr><td>C</td></tr></table>'
    text = other + WORK.strip()
    assert [(one.start, one.end) for one in html_tables(text, 0, len(text))] == [
        (len(other), len(text))
    ]


def test_headings_beside_a_table_are_still_read() -> None:
    found = document(f"<div>\n<h2>Timeline</h2>\n{TIMES}<h2>Impact</h2></div>\n")
    kinds = [block.kind for block in found.blocks[1:]]
    assert kinds == [BlockKind.HEADING, BlockKind.TABLE, BlockKind.HEADING]
    assert len(found.timeline.entries) == 2

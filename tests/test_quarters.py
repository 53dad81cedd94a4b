"""The example repository of the report, against what a reader counted by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from pmlint.config import Settings
from pmlint.quarterly.figures import Reading, review_of
from pmlint.quarterly.incidents import incident_of
from pmlint.quarterly.model import Incident, Review, Ticket
from pmlint.quarterly.periods import quarter_named, quarter_of
from pmlint.quarterly.repeats import clusters
from pmlint.quarterly.tickets import matched, read_tickets
from pmlint.registry import builtin_rules
from pmlint.source import Source

ROOT = Path(__file__).parent.parent / "corpus" / "quarters"
AS_OF = dt.date(2026, 10, 5)
TRUTH: dict[str, Any] = json.loads((ROOT / "truth.json").read_text(encoding="utf-8"))
DOCUMENTS = {one["file"]: one for one in TRUTH["documents"]}
# Its head is one line of "Sev: ... | Services: ... | Team: ...", which the reader does not part.
UNTOLD = "logistics/2026-01-30-barcode-vendor.md"
# What is compared here needs no judgement of wording, so no rule that asks the model is run.
SETTINGS = Settings(tuple(rule for rule in builtin_rules() if rule.code == "PM501"))


@lru_cache(maxsize=1)
def read() -> tuple[tuple[Incident, ...], tuple[Incident, ...], tuple[Ticket, ...]]:
    """Incidents as the documents tell them, as the tickets do, and tickets of no item."""
    sources = [Source.from_path(ROOT / name, name) for name in sorted(DOCUMENTS)]
    told = tuple(incident_of(source, SETTINGS) for source in sources)
    tickets = [
        ticket
        for name in ("jira.csv", "linear.csv", "github.json")
        for ticket in read_tickets(ROOT / "tickets" / name)
    ]
    items, unmatched = matched([item for one in told for item in one.items], tickets)
    rest = iter(items)
    known = tuple(replace(one, items=tuple(next(rest) for _ in one.items)) for one in told)
    return told, known, unmatched


@lru_cache(maxsize=1)
def review() -> Review:
    _, known, unmatched = read()
    return review_of(Reading(known, (), unmatched), quarter_named("2026Q3"), AS_OF)


def test_every_repeat_that_a_reader_knows_is_found() -> None:
    """Whole, in one cluster each; a reader who counted four may have passed over some others."""
    found = clusters(read()[1])
    for wanted in TRUTH["repeats"]:
        assert any(set(wanted) <= set(one.paths) for one in found), wanted
    assert len(found) <= 6 * len(TRUTH["repeats"])
    with_open_fix = [one for one in found if one.open_fixes]
    for wanted in TRUTH["repeats"][:2]:
        assert any(set(wanted) <= set(one.paths) for one in with_open_fix), wanted


def test_the_example_is_as_large_as_a_review_needs() -> None:
    on_disk = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/*.md")}
    assert on_disk == DOCUMENTS.keys()
    quarters = Counter(one["quarter"] for one in DOCUMENTS.values())
    assert len(on_disk) >= 40
    assert len(quarters) == 6, "five, and documents without a day"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_says(name: str) -> None:
    truth = DOCUMENTS[name]
    one = next(one for one in read()[0] if one.path == name)
    assert (str(one.date) if one.date else None) == truth["date"]
    assert (quarter_of(one.date).name if one.date else None) == truth["quarter"]
    assert one.date_from == {None: "", "title": "text"}.get(truth["date_from"], truth["date_from"])
    assert one.severity == truth["severity"]
    assert len(one.factors) == truth["factors"]
    assert (one.profile.value == "near-miss") == truth["near_miss"]
    for said, held in ((truth["resolved"], one.resolved), (truth["reviewed"], one.reviewed)):
        assert (str(held.date()) if held else None) == (said[:10] if said else None)
    if name != UNTOLD:
        assert sorted(one.services) == sorted(truth["services"])
        assert one.team == truth["team"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_its_items_say_with_tickets_and_without(name: str) -> None:
    told, known, _ = read()
    one = next(one for one in told if one.path == name)
    found = [
        {
            "type": item.type.value if item.type else None,
            "status": item.status.value,
            "due": str(item.due) if item.due else None,
            "ticket": item.ticket or None,
        }
        for item in one.items
    ]
    truth = DOCUMENTS[name]["items"]
    assert found == [{key: item[key] for key in found[0]} for item in truth]
    with_tickets = next(one for one in known if one.path == name).items
    assert [item.status.value for item in with_tickets] == [
        item["status_with_tickets"] for item in truth
    ]


def test_tickets_of_no_item_are_listed() -> None:
    wanted = ["PAY-380", "LOG-180", "IDN-260", "GRW-140", "fernhill/platform#175"]
    assert [ticket.key for ticket in review().actions.unmatched] == wanted


def test_the_figures_on_items_are_those_of_the_reader() -> None:
    items = [item for one in DOCUMENTS.values() for item in one["items"]]
    actions = review().actions
    assert actions.by_status == {
        name: sum(item["status_with_tickets"] == name for item in items)
        for name in actions.by_status
    }
    late = [
        (AS_OF - dt.date.fromisoformat(item["due"])).days
        for item in items
        if item["status_with_tickets"] == "open" and item["due"] and item["due"] < str(AS_OF)
    ]
    assert [len(found) for found in actions.overdue.values()] == [
        sum(days <= 30 for days in late),
        sum(30 < days <= 90 for days in late),
        sum(days > 90 for days in late),
    ]
    coming = [
        item
        for item in items
        if item["status_with_tickets"] == "open"
        and "2026-10-01" <= (item["due"] or "") <= "2026-12-31"
    ]
    assert len(actions.coming) == len(coming)


def test_documents_by_quarter_are_those_of_the_reader() -> None:
    (trend,) = [one for one in review().trends if one.name == "incidents"]
    wanted = Counter(one["quarter"] for one in DOCUMENTS.values())
    assert trend.values == tuple(float(wanted[period.name]) for period in review().periods)
    assert len(review().undated) == wanted[None]

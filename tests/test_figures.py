"""The figures of the quarterly review, against counts made by hand."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from pmlint.classifier import builtin_classifier
from pmlint.cli import main
from pmlint.cli.new import template
from pmlint.conditions import Conditions
from pmlint.config import Settings
from pmlint.document import ActionType, Profile, Status
from pmlint.quarterly.data import as_json, items_as_csv
from pmlint.quarterly.figures import Reading, review_of
from pmlint.quarterly.incidents import incident_of
from pmlint.quarterly.model import Cluster, Incident, Item, Quote, Review, Share, Unread
from pmlint.quarterly.periods import quarter_named
from pmlint.quarterly.text import markdown, terminal
from pmlint.registry import builtin_rules
from pmlint.source import Source

AS_OF = dt.date(2026, 10, 5)
PERIOD = quarter_named("2026Q3")
RULES = tuple(rule for rule in builtin_rules() if rule.code in ("PM101", "PM401", "PM501"))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def item(text: str, status: Status, **more: Any) -> Item:
    return Item(Quote(more.pop("path", "a.md"), more.pop("line", 9), text), status, **more)


def incident(path: str, date: str | None, **more: Any) -> Incident:
    fields: dict[str, Any] = {
        "title": f"Outage {path}",
        "date": day(date) if date else None,
        "date_from": "text" if date else "",
        "profile": Profile.ORDINARY,
        "severity": "SEV2",
        "services": (),
        "team": "",
        "words": 500,
    }
    return Incident(path=path, **(fields | more))


def quotes(path: str, *texts: str) -> tuple[Quote, ...]:
    return tuple(Quote(path, number, text) for number, text in enumerate(texts, 1))


JULY = incident(
    "a.md",
    "2026-07-01",
    services=("checkout", "basket"),
    team="payments",
    words=1000,
    factors=quotes("a.md", "No limit", "No alert", "Tom forgot"),
    systemic=quotes("a.md", "No limit", "No alert"),
    why_depth=3,
    questions=frozenset({"risky", "slow detection"}),
    signals=quotes("a.md", "We assumed", "We did not know"),
    harvested=quotes("a.md", "We assumed"),
    items=(
        item(
            "Add a limit",
            Status.DONE,
            type=ActionType.PREVENT,
            due=day("2026-08-01"),
            closed=day("2026-08-01"),
        ),
        item(
            "Add an alert",
            Status.OPEN,
            type=ActionType.DETECT,
            due=day("2026-10-04"),
            owner="Sarah",
        ),
        item("Improve", Status.OPEN, specific=False, due=day("2026-08-01")),
    ),
    findings={"PM101": 1, "PM401": 1},
    wording=quotes("a.md", "Tom forgot (PM101)"),
    suppressed=2,
    resolved=dt.datetime(2026, 7, 1, 10),
    reviewed=dt.datetime(2026, 7, 3, 10),
)
SEPTEMBER = incident(
    "b.md",
    "2026-09-30",
    services=("checkout",),
    team="search",
    severity="",
    profile=Profile.NEAR_MISS,
    systemic=quotes("b.md", "One"),
    items=(
        item(
            "Rotate",
            Status.DONE,
            path="b.md",
            type=ActionType.PREVENT,
            due=day("2026-09-01"),
            closed=day("2026-09-02"),
        ),
        item("Drill", Status.UNKNOWN, path="b.md", due=day("2026-09-01")),
        item("Shard", Status.OPEN, path="b.md", due=day("2026-12-31")),
        item("Wait", Status.CANCELLED, path="b.md"),
    ),
    known=3,
    resolved=dt.datetime(2026, 9, 30, 10),
    reviewed=dt.datetime(2026, 10, 4, 10),
)
JUNE = incident(
    "c.md",
    "2026-06-30",
    services=("basket",),
    items=(item("Old", Status.OPEN, path="c.md", due=day("2026-06-30")),),
    resolved=dt.datetime(2026, 6, 30, 10),
)
OCTOBER = incident(
    "d.md", "2026-10-01", items=(item("Later", Status.OPEN, path="d.md", due=day("2026-10-02")),)
)
UNDATED = incident(
    "e.md", None, items=(item("When", Status.OPEN, path="e.md", due=day("2026-01-01")),)
)
READING = Reading(
    (JULY, SEPTEMBER, JUNE, OCTOBER, UNDATED), (Unread("f.md", "not valid UTF-8"),), rules=RULES
)


@pytest.fixture(scope="module")
def review() -> Review:
    return review_of(READING, PERIOD, AS_OF)


def test_documents_count_in_the_quarter_of_their_day(review: Review) -> None:
    assert [one.path for one in review.incidents] == ["a.md", "b.md"]
    assert [one.path for one in review.undated] == ["e.md"]
    assert [one.name for one in review.periods] == [
        "2025Q3",
        "2025Q4",
        "2026Q1",
        "2026Q2",
        "2026Q3",
    ]


def test_depth(review: Review) -> None:
    depth = review.depth
    assert (depth.systemic.part, depth.systemic.whole) == (1, 2)
    assert depth.why_depths == {0: 1, 3: 1}
    assert {name: share.part for name, share in depth.questions.items()} == {
        "risky": 1,
        "not caught": 0,
        "slow detection": 1,
        "slow recovery": 0,
    }
    assert depth.wording_per_thousand == pytest.approx(1 / 1.5)
    assert (depth.specific.part, depth.specific.whole) == (6, 7)
    assert [one.text for one in depth.specific.quotes] == ["Improve"]
    assert (depth.harvested.part, depth.harvested.whole) == (1, 2)
    assert [one.text for one in depth.unharvested] == ["We did not know"]


def test_action_items_are_of_all_documents_until_the_end_of_the_quarter(review: Review) -> None:
    actions = review.actions
    assert actions.by_status == {"open": 5, "done": 2, "cancelled": 1, "unknown": 1}
    late = {age: [one.quote.text for one in items] for age, items in actions.overdue.items()}
    assert late == {"0-30": ["Add an alert"], "31-90": ["Improve"], "over 90": ["When", "Old"]}
    assert (actions.on_time.part, actions.on_time.whole) == (1, 2)
    assert [one.text for one in actions.on_time.quotes] == ["Rotate"]
    assert actions.by_type["prevent"] == {"open": 0, "done": 2, "cancelled": 0, "unknown": 0}
    assert actions.by_type["untyped"] == {"open": 4, "done": 0, "cancelled": 1, "unknown": 1}
    assert [one.quote.text for one in actions.coming] == ["Add an alert", "Shard"]
    assert len(actions.items) == 9


@pytest.mark.parametrize(
    ("due", "age"),
    [
        ("2026-10-05", None),
        ("2026-10-04", "0-30"),
        ("2026-09-05", "0-30"),
        ("2026-09-04", "31-90"),
        ("2026-07-07", "31-90"),
        ("2026-07-06", "over 90"),
    ],
)
def test_the_ages_of_what_is_overdue(due: str, age: str | None) -> None:
    one = replace(JULY, items=(item("x", Status.OPEN, due=day(due)),))
    late = review_of(Reading((one,)), PERIOD, AS_OF).actions.overdue
    assert [name for name, items in late.items() if items] == ([age] if age else [])


def test_process(review: Review) -> None:
    process = review.process
    assert (process.within_48_hours.part, process.within_48_hours.whole) == (1, 2)
    assert [one.path for one in process.within_48_hours.quotes] == ["b.md"]
    assert (process.near_misses.part, process.near_misses.whole) == (1, 2)
    assert process.severities == {"SEV2": 1, "not said": 1}
    assert process.services == {"checkout": 2, "basket": 1}
    assert process.rising == (("checkout", 0, 2),)
    assert {code: (one.part, one.whole) for code, one in process.compliance.items()} == {
        "PM101": (1, 2),
        "PM401": (1, 2),
        "PM501": (2, 2),
    }
    assert process.categories["blame"] == Share(1, 2, (Quote("a.md", 1, "Outage a.md"),))
    assert (process.suppressed, process.known) == (2, 3)
    assert process.reviews_a_month == pytest.approx(2 / 3)
    assert process.usual_reviews_a_month == pytest.approx(1 / 3), (
        "quarters before the first say nothing"
    )


def test_trends(review: Review) -> None:
    trends = {one.name: one.values for one in review.trends}
    assert trends["incidents"] == (0.0, 0.0, 0.0, 1.0, 2.0)
    assert trends["two or more systemic factors"] == (None, None, None, 0.0, 0.5)
    assert trends["action items done"][-1] == pytest.approx(2 / 6)
    assert trends["reviewed within 48 hours"] == (None, None, None, None, 0.5)


def test_groups_have_figures_of_their_own() -> None:
    grouped = review_of(READING, PERIOD, AS_OF, group=lambda one: one.team or "none").groups
    assert list(grouped) == ["none", "payments", "search"]
    assert [one.path for one in grouped["payments"].incidents] == ["a.md"]
    assert grouped["payments"].actions.by_status["open"] == 2
    assert grouped["none"].incidents == ()


def test_nothing_is_a_review_as_well() -> None:
    empty = review_of(Reading(()), PERIOD, AS_OF)
    assert empty.depth.systemic.value is None
    assert empty.process.usual_reviews_a_month is None
    assert "nothing to count" in terminal(empty)
    assert "none found" in markdown(empty)
    assert json.loads(as_json(empty))["incidents"] == []


# --- how it is shown


def test_the_terminal_has_the_figures(review: Review) -> None:
    rows = {
        line.strip().rsplit("  ", 1)[0].strip(): line.rsplit("  ", 1)[-1]
        for line in terminal(review).splitlines()
    }
    assert rows["Two or more systemic factors"] == "1 of 2 (50 %)"
    assert rows["Wording findings per 1,000 words"] == "0.7"
    assert rows["Overdue over 90 days"] == "2"
    assert rows["Items unknown"] == "1"
    assert rows["More of checkout"] == "0 -> 2"
    assert "1 document without a date, in no period: e.md" in terminal(review)
    assert "Not read: f.md: not valid UTF-8" in terminal(review)


@pytest.mark.parametrize("shown", [True, False])
def test_owners_are_named_only_where_that_is_asked_for(shown: bool) -> None:
    review = review_of(READING, PERIOD, AS_OF, show_owners=shown)
    for text in (
        terminal(review),
        markdown(review),
        as_json(review),
        items_as_csv(review, READING.incidents),
    ):
        assert ("Sarah" in text) <= shown
    assert ("Sarah" in as_json(review)) == ("Sarah" in markdown(review)) == shown


def test_markdown_and_csv_carry_no_text_that_acts() -> None:
    hostile = "=HYPERLINK(1) | <script> [x](y) @octocat \x1b[2J\n## x"
    one = replace(JULY, title=hostile, items=(item(hostile, Status.OPEN, due=day("2026-01-01")),))
    review = review_of(Reading((one,)), PERIOD, AS_OF)
    text = markdown(review)
    assert "<script>" not in text
    assert "[x](y)" not in text
    assert "\n## x" not in text
    assert "\x1b" not in terminal(review) + text
    (row,) = list(csv.DictReader(io.StringIO(items_as_csv(review, (one,)))))
    assert row["item"].startswith("'=HYPERLINK")
    assert row["days overdue"] == str((AS_OF - day("2026-01-01")).days)


def test_json_has_a_version_and_every_share_its_value(review: Review) -> None:
    content = json.loads(as_json(review))
    assert content["schema"] == 1
    assert content["depth"]["systemic"] == {
        "part": 1,
        "whole": 2,
        "quotes": [
            {"path": "a.md", "line": 1, "text": "No limit"},
            {"path": "a.md", "line": 2, "text": "No alert"},
        ],
        "value": 0.5,
    }
    assert content["incidents"][0]["items"][0]["due"] == "2026-08-01"


# --- one document

DOCUMENT = """---
services: [checkout, basket]
team: Payments
---

# Checkout outage, 1 July 2026

**Resolved:** 2026-07-01 10:00
**Reviewed:** 2026-07-03 10:00

## Severity

SEV-2: customers could not pay.

## Contributing factors

- The pool had no limit and no alert.
- Retries had no back-off.

## Action items

| Action | Type | Owner | Due | Ticket | Status |
|---|---|---|---|---|---|
| Limit the pool of checkout to 50 | Prevent | Sarah | 2026-08-01 | PAY-1 | Done |
| ~~Page on pool use above 80 %~~ | Detect | Tom | 2026-08-02 | | |
"""
STRUCTURE = Settings(tuple(rule for rule in builtin_rules() if rule.code in ("PM501", "PM602")))


def test_what_a_document_says() -> None:
    one = incident_of(Source("payments/pool.md", DOCUMENT), STRUCTURE)
    assert (one.date, one.date_from) == (day("2026-07-01"), "text")
    assert (one.services, one.team, one.severity) == (("checkout", "basket"), "payments", "SEV2")
    assert one.resolved == dt.datetime(2026, 7, 1, 10)
    assert [quote.line for quote in one.factors] == [17, 18]
    assert [(i.status, i.type, i.due, i.ticket) for i in one.items] == [
        (Status.DONE, ActionType.PREVENT, day("2026-08-01"), "PAY-1"),
        (Status.DONE, ActionType.DETECT, day("2026-08-02"), ""),
    ]
    assert one.findings == {"PM501": 3}


def test_what_is_quoted_of_a_factor_holds_no_half_of_a_mark() -> None:
    text = (
        "# Search down, 2026-07-01\n\n## Contributing factors\n\n"
        "**One power feed.** The second `cable` was missing.\n\n**No probe.** It was planned.\n"
    )
    one = incident_of(Source("a.md", text), STRUCTURE)
    assert [quote.text for quote in one.factors] == [
        "One power feed. The second cable was missing.",
        "No probe. It was planned.",
    ]


# The first entry is of the cause, and not of the day.
DAYS = (
    "## Timeline\n\n- 2024-05-02 09:00 merged\n- 2024-06-06 11:27 paged\n- 2024-06-06 11:40 over\n"
)


@pytest.mark.parametrize(
    ("path", "text", "said", "told_by"),
    [
        (
            "a.md",
            "---\ndate: 2026-02-03\n---\n\n# Outage, 4 May 2026\n",
            "2026-02-03",
            "front matter",
        ),
        ("2026-01-02-a.md", "# Outage, 4 May 2026\n", "2026-05-04", "text"),
        ("2026-01-02-a.md", "# Outage\n", "2026-01-02", "file name"),
        ("a.md", "# Outage\n", None, ""),
        ("a.md", f"# Outage\n\n{DAYS}", "2024-06-06", "timeline"),
        ("2026-01-02-a.md", f"# Outage\n\n{DAYS}", "2026-01-02", "file name"),
        (
            "a.md",
            "# Outage\n\n## Summary\n\nDown on Tuesday 14th May 2024.\n",
            "2024-05-14",
            "summary",
        ),
        ("a.md", "# Outage\n\n## Summary\n\nDown on 3 May 2024, and on 4 May 2024.\n", None, ""),
        ("a.md", "# Outage\n\n## Timeline\n\n- 11:27 paged\n- 11:40 over\n", None, ""),
    ],
)
def test_the_day_and_where_it_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    text: str,
    said: str | None,
    told_by: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    one = incident_of(Source(path, text), STRUCTURE)
    assert (one.date, one.date_from) == (day(said) if said else None, told_by)


# --- the command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "payments").mkdir()
    (tmp_path / "payments" / "pool.md").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "payments" / "bad.md").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "pmlint.toml").write_text('select = ["PM501", "PM602"]\n', encoding="utf-8")
    return tmp_path


def report(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["report", "--as-of", "2026-10-05", *arguments])


def test_report_tells_of_the_last_whole_quarter(folder: Path) -> None:
    result = report()
    assert result.exit_code == 0, result.output
    assert "Postmortems of 2026Q3, 2026-07-01 to 2026-09-30, as of 2026-10-05" in result.stdout
    assert "Not read: payments/bad.md" in result.stdout
    assert report("--strict").exit_code == 2
    assert "Documents" in report("--quarter", "2026Q2", str(folder / "payments")).stdout


@pytest.mark.parametrize("name", ["terminal", "markdown", "json", "html"])
def test_what_cannot_be_read_is_listed_in_the_report_and_told_of(folder: Path, name: str) -> None:
    (folder / "payments" / "binary.md").write_bytes(b"\x00\x01" * 200)
    result = report("--format", name, "--quarter", "2026Q3")
    assert result.exit_code == 0, result.output
    for file in ("payments/bad.md", "payments/binary.md"):
        assert file in result.stdout
    assert "2 documents could not be read; the report lists them." in result.stderr
    assert report("--format", name, "--strict").exit_code == 2


def test_a_document_that_breaks_the_reader_costs_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "payments" / "odd.md").write_text("# Odd\n", encoding="utf-8")

    def broken(source: Source, *rest: Any, **more: Any) -> Incident:
        if source.path.endswith("odd.md"):
            raise RecursionError("too deep")
        return incident_of(source, *rest, **more)

    monkeypatch.setattr("pmlint.quarterly.incidents.incident_of", broken)
    result = report("--format", "json")
    assert result.exit_code == 0, result.output
    content = json.loads(result.stdout)
    unread = {one["path"]: one["reason"] for one in content["unread"]}
    assert unread["payments/odd.md"] == "RecursionError: too deep"
    assert [one["path"] for one in content["incidents"]] == ["payments/pool.md"]


def test_what_factors_tell_of_is_kept_and_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of each run's own: what an earlier test has read is known to this process."""
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(folder / "cache"))
    reader = Conditions.__dict__["_told"]
    asked: list[str] = []

    def told(self: Conditions, texts: Sequence[str]) -> Iterator[Mapping[str, float]]:
        asked.extend(texts)
        return cast("Iterator[Mapping[str, float]]", reader(self, texts))

    monkeypatch.setattr(Conditions, "_told", told)
    factor = "The sluice's permit had run out at noon."
    text = f"# Flood, 4 August 2026\n\n## Contributing factors\n\n- {factor}\n"
    (folder / "payments" / "flood.md").write_text(text, encoding="utf-8")
    runs = []
    for options in ((), (), ("--no-cache",)):
        monkeypatch.setattr(builtin_classifier().conditions, "_known", {})
        asked.clear()
        runs.append((report("--format", "json", *options).stdout, factor in asked))
    assert [found for _, found in runs] == [True, False, True]
    assert len({out for out, _ in runs}) == 1


@pytest.mark.parametrize("kept", ["[]", "[1]", "{}", '[{"a": "b"}]', "nonsense"])
def test_what_is_wrongly_kept_is_read_afresh(
    folder: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    """A store that something else wrote into costs time, and no report."""
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(folder / "cache"))
    first = report("--format", "json").stdout
    with closing(sqlite3.connect(folder / "cache" / "results.sqlite3")) as store, store:
        assert store.execute("SELECT count(*) FROM results").fetchone()[0] == 2
        store.execute("UPDATE results SET found = ?", (kept,))
    monkeypatch.setattr(builtin_classifier().conditions, "_known", {})
    again = report("--format", "json")
    assert again.exit_code == 0, again.output
    assert again.stdout == first


@pytest.mark.parametrize(
    ("on_terminal", "options", "shown"),
    [(True, [], True), (True, ["-q"], False), (False, [], False)],
)
def test_progress_goes_to_a_terminals_standard_error_only(
    folder: Path, on_terminal: bool, options: list[str], shown: bool
) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty() if on_terminal else os.pipe()
    command = [sys.executable, "-m", "pmlint", "report", "--as-of", "2026-10-05", *options]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    told = _all_of(ours)
    assert done.returncode == 0, told
    assert ("Reading" in told and "100%" in told) is shown
    assert b"Reading" not in done.stdout
    assert "1 document could not be read" in told


def _all_of(descriptor: int) -> str:
    """What was written to the other end, which is closed."""
    parts = []
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        try:
            while part := file.read(4096):
                parts.append(part)
        except OSError:
            pass  # how Linux says that a terminal has ended
    return b"".join(parts).decode()


def test_report_writes_files_and_reads_tickets(folder: Path) -> None:
    (folder / "t.csv").write_text(
        "Summary,Issue key,Status\nLimit,PAY-1,In Progress\nOther,PAY-9,Done\n", encoding="utf-8"
    )
    result = report("--format", "json", "-o", "out.json", "--tickets", "t.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    content = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert content["incidents"][0]["items"][0]["status"] == "open"
    assert [one["key"] for one in content["actions"]["unmatched"]] == ["PAY-9"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", "<!DOCTYPE html>"),
        ("x.MD", "# Postmortems of"),
        ("x.json", "{"),
        ("x.csv", "file,line,item"),
        ("x.txt", "Postmortems of"),
        ("x", "<!DOCTYPE html>"),
    ],
)
def test_the_ending_of_a_file_tells_its_format(folder: Path, name: str, begins: str) -> None:
    assert report("-o", name).exit_code == 0
    assert (folder / name).read_text(encoding="utf-8").startswith(begins)
    first = (folder / name).read_text(encoding="utf-8")
    assert report("-o", name).exit_code == 0
    assert (folder / name).read_text(encoding="utf-8") == first, "it reads itself"
    assert report("-o", name, "--format", "json").exit_code == 0
    assert (folder / name).read_text(encoding="utf-8").startswith("{")


def test_no_search_comes_to_a_report(folder: Path) -> None:
    first = report("--format", "json").stdout
    for name in ("payments/q3.md", "payments/q3.txt"):
        assert report("-o", name).exit_code == 0
    assert report("--format", "json").stdout == first
    assert report("payments/pool.md", "payments/q3.md", "--format", "json").stdout == (
        report("payments/pool.md", "--format", "json").stdout
    )
    own = "# Postmortems of 2026\n\nA list of all of them, as of 2026-10-05\n"
    (folder / "payments" / "list.md").write_text(own, encoding="utf-8")
    found = CliRunner().invoke(main, ["check", "payments", "--format", "json", "--select", "PM5"])
    names = {one["path"] for one in json.loads(found.stdout)["findings"]}
    assert "payments/list.md" in names
    assert not any("q3" in name for name in names)
    named = CliRunner().invoke(main, ["check", "payments/q3.md", "--select", "PM501"])
    assert "payments/q3.md" in named.stdout, "what is named is always reviewed"


@pytest.mark.usefixtures("folder")
def test_a_dash_is_standard_output() -> None:
    assert report("-o", "-").stdout.startswith("Postmortems of 2026Q3")
    assert not Path("-").exists()


@pytest.mark.parametrize("arguments", [("-o", "x.html"), ("--format", "html")])
def test_a_missing_extra_is_told_of_before_any_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("pmlint.cli.report.find_spec", dict[str, object]().get)
    monkeypatch.delattr("pmlint.cli.report.collect")
    result = report(*arguments)
    assert result.exit_code == 2
    assert "needs jinja2 and matplotlib" in result.stderr
    assert "pip install 'pmlint[report]'" in result.stderr
    assert not (folder / "x.html").exists()


def test_a_table_of_items_ends_with_the_period(folder: Path) -> None:
    def items(quarter: str) -> list[str]:
        return report("--format", "csv", "--quarter", quarter).stdout.splitlines()[1:]

    assert items("2026Q2") == []
    assert items("2026Q3") == items("2026Q4") != []
    assert all(row.split(",")[-1] == "2026-07-01" for row in items("2026Q3"))
    (folder / "payments" / "lost.md").write_text("## Action items\n\n- Pin it\n", encoding="utf-8")
    assert len(items("2026Q2")) == 1, "of a document without a date"


def test_the_terminal_shows_groups_and_owners() -> None:
    shown = review_of(READING, PERIOD, AS_OF, group=lambda one: one.team, show_owners=True)
    text = terminal(shown)
    for name in shown.groups:
        assert f"{name or 'no group'}: Are action items getting completed?" in text
    assert "Open items and their owners" in text
    assert "Open items and their owners" not in terminal(review_of(READING, PERIOD, AS_OF))


def test_documents_dated_by_git_are_named() -> None:
    """An import of many old documents puts them all in one quarter: that has to be seen."""
    dated = incident("old/b.md", "2026-07-02", date_from="git")
    shown = review_of(Reading((*READING.incidents, dated)), PERIOD, AS_OF)
    for text in (terminal(shown), markdown(shown)):
        said = text[text.index("dated by the commit") :].splitlines()[0]
        assert "old/b.md" in said
        assert "a.md" not in said.replace("old/b.md", "")
    assert "dated by the commit" not in terminal(review_of(READING, PERIOD, AS_OF))


@pytest.mark.usefixtures("folder")
def test_days_are_said_once() -> None:
    days = ("--from", "2026-06-30", "--to", "2026-08-01")
    text = report(*days).stdout
    assert text.startswith("Postmortems of 2026-06-30 to 2026-08-01, as of")
    page = report(*days, "--format", "html").stdout
    assert "<h1>Postmortem review</h1>" in page
    assert "30 June 2026 to 1 August 2026" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--quarter", "soon"), "2026Q3"),
        (("--quarter", "2026Q3", "--from", "2026-01-01"), "exclude each other"),
        (("--from", "yesterday"), "is no day"),
        (("--tickets", "none.csv"), "none.csv"),
        (("-",), "made of files"),
        (("missing",), "missing: no such file"),
        (("payments", "gone.md"), "gone.md: no such file"),
        (("payments/pool.md", "-o", "payments/pool.md"), "would be overwritten"),
        ((".", "-o", "payments/../payments/pool.md"), "would be overwritten"),
        (("--format", "csv", "--group-by", "team"), "--group-by is for figures"),
        (("-o", "x.pdf"), "no report is written as .pdf. Take one of .html, .htm, .md,"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_report_refuses_what_it_cannot_use(arguments: tuple[str, ...], said: str) -> None:
    result = report(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_open_fixes_are_counted_in_words() -> None:
    fix = item("Alert on the age of the queue", Status.OPEN, due=day("2026-07-20"))
    one = Cluster(("a.md", "b.md"), ("First", "Second"), (), ("x", "y"), (), (fix,))
    shown = replace(review_of(READING, PERIOD, AS_OF), repeats=(one,))
    assert "First -> Second (1 earlier fix still open; across teams)" in terminal(shown)
    two = replace(shown, repeats=(replace(one, open_fixes=(fix, fix)),))
    assert "2 earlier fixes still open" in terminal(two)


FIRST_LINES = """# Cart outage

- Date: 2026-08-09
- Severity: TBD
- Service: TBD, cart
- Team: [insert team]

## Contributing factors

- TBD
- [Describe what in the system made this possible]
- The cart had no limit on its queue of jobs

## Action items

| Action | Owner | Due |
|---|---|---|
| TBD | TBD | TBD |
| Add a limit of 500 jobs to the queue of the cart | [insert name] | 2026-09-01 |
"""


def test_what_waits_to_be_filled_in_is_not_counted() -> None:
    for profile in Profile:
        text = template("Cart outage", day("2026-08-09"), profile.value)
        empty = incident_of(Source("a.md", text), Settings(RULES))
        told = (empty.severity, empty.factors, empty.systemic, empty.items, empty.services)
        assert told == ("", (), (), (), ())
        assert empty.questions == frozenset()
    begun = incident_of(Source("b.md", FIRST_LINES), Settings(RULES))
    assert (begun.severity, begun.services, begun.team) == ("", ("cart",), "")
    assert [one.text for one in begun.factors] == ["The cart had no limit on its queue of jobs"]
    (only,) = begun.items
    assert (only.quote.text[:11], only.owner) == ("Add a limit", "")

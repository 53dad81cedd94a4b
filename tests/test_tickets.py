"""Ticket exports as the trackers write them, hostile ones, and which item a ticket is."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.document import Status
from pmlint.quarterly.model import Item, Quote, Ticket
from pmlint.quarterly.tickets import TicketsError, matched, read_tickets

JIRA = """\
Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Resolution,Assignee,Created,Resolved,Due date,Labels,Labels,Labels,Description,Comment,Comment,Status Category,Status Category Changed
Add alert on replication lag,OPS-12,10012,Task,Done,OPS,High,Done,Ana Reyes,14/Mar/26 9:12 AM,20/Mar/26 4:30 PM,31/Mar/26 12:00 AM,postmortem,db,,"Page when lag > 30 s.

See ""runbook"", step 2.",05/Mar/26 11:00 AM;5b10ac;First try failed,,Done,20/Mar/26 4:30 PM
"Limit retries, with jitter",OPS-13,10013,Task,In Progress,OPS,High,,,14/Mar/26 9:15 AM,,,postmortem,,,,,,In Progress,15/Mar/26 1:00 PM
Drop the old queue,OPS-14,10014,Task,Closed,OPS,Low,Won't Do,,14/Mar/26 9:16 AM,02/Apr/26 8:00 AM,,,,,,,,Done,02/Apr/26 8:00 AM
,OPS-15,10015,Task,In production,OPS,Low,,,14/Mar/26 9:16 AM,,,,,,,,,Done,03/Apr/26 8:00 AM
"""
LINEAR = """\
"ID","Team","Title","Description","Status","Estimate","Priority","Project","Creator","Assignee","Labels","Cycle Number","Created","Updated","Started","Triaged","Completed","Canceled","Archived","Due Date","Parent issue"
"ENG-40","Platform","Compare depth priors","Line one
line two","Done","3","High","P","a@x.test","b@x.test","Research","","Fri Oct 02 2026 17:00:00 GMT+0000 (GMT+00:00)","","","","Mon Oct 12 2026 09:00:00 GMT+0000 (GMT+00:00)","","","Thu Oct 15 2026 23:00:00 GMT+0000 (GMT+00:00)",""
"ENG-41","Platform","Shipped under a name of ours","","Live","","","","","","","","2026-09-01T10:00:00.000Z","","","","2026-10-13T23:59:00.000Z","","","2026-09-25",""
"ENG-42","Platform","Dropped under a name of ours","","Parked","","","","","","","","","","","","","2026-10-14T00:10:00.000Z","","",""
"ENG-43","Platform","Not finished","","Soaking","","","","","","","","","","","","","","","",""
"ENG-44","Platform","Nothing said","","","","","","","","","","","","","","","","","",""
"""
GITHUB = [
    {"number": 12, "title": "Add alert", "state": "CLOSED", "stateReason": "COMPLETED",
     "closedAt": "2026-03-20T16:30:00Z", "url": "https://github.com/acme/infra/issues/12",
     "labels": [{"name": "postmortem"}], "milestone": {"title": "Q1", "dueOn": "2026-03-31T00:00:00Z"}},
    {"number": 13, "title": "Limit retries", "state": "CLOSED", "stateReason": "NOT_PLANNED",
     "closedAt": "2026-03-21T16:30:00Z", "url": "https://github.com/acme/infra/issues/13",
     "labels": [], "milestone": None},
    {"number": 14, "title": "Shard it", "state": "OPEN", "stateReason": "", "closedAt": None,
     "url": "https://github.com/acme/infra/issues/14", "labels": [], "milestone": None},
]  # fmt: skip
REST = [
    {"number": 20, "title": "A merge", "state": "closed", "state_reason": None,
     "html_url": "https://github.com/acme/infra/pull/20", "url": "https://api.github.com/repos/acme/infra/issues/20",
     "closed_at": "2026-03-22T10:00:00Z", "pull_request": {"merged_at": "2026-03-22T10:00:00Z"}},
    {"number": 21, "title": "No merge", "state": "closed", "state_reason": None,
     "html_url": "https://github.com/acme/infra/pull/21", "url": "https://api.github.com/repos/acme/infra/issues/21",
     "closed_at": "2026-03-22T10:00:00Z", "pull_request": {"merged_at": None}},
]  # fmt: skip


def read(content: str | bytes, name: str = "export.csv") -> tuple[Ticket, ...]:
    """Tickets of a file with this content."""
    data = content.encode() if isinstance(content, str) else content
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_tickets(path)


def refusal(content: str | bytes) -> str:
    """What the error says after the file's name."""
    with pytest.raises(TicketsError) as caught:
        read(content)
    words = str(caught.value)
    assert "export.csv: " in words
    return words.partition("export.csv: ")[2]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def told(tickets: tuple[Ticket, ...]) -> list[tuple[str, str, str, str]]:
    """Key, status, closing day and due day of each."""
    return [
        (one.key, one.status.value, str(one.closed or ""), str(one.due or "")) for one in tickets
    ]


def test_jira_csv() -> None:
    found = read(JIRA)
    assert told(found) == [
        ("OPS-12", "done", "2026-03-20", "2026-03-31"),
        ("OPS-13", "open", "", ""),
        ("OPS-14", "cancelled", "2026-04-02", ""),
        ("OPS-15", "done", "2026-04-03", ""),
    ]
    assert found[1].title == "Limit retries, with jitter"
    assert found[3].title == ""
    assert found[0].source.endswith("/export.csv")


def test_linear_csv() -> None:
    assert told(read(LINEAR)) == [
        ("ENG-40", "done", "2026-10-12", "2026-10-15"),
        ("ENG-41", "done", "2026-10-13", "2026-09-25"),
        ("ENG-42", "cancelled", "2026-10-14", ""),
        ("ENG-43", "open", "", ""),
        ("ENG-44", "unknown", "", ""),
    ]


def test_github_json() -> None:
    found = read(json.dumps(GITHUB))
    assert told(found) == [
        ("acme/infra#12", "done", "2026-03-20", "2026-03-31"),
        ("acme/infra#13", "cancelled", "2026-03-21", ""),
        ("acme/infra#14", "open", "", ""),
    ]
    assert found[0].url == "https://github.com/acme/infra/issues/12"


def test_github_rest_knows_a_merge() -> None:
    found = read(json.dumps({"total_count": 2, "items": REST}))
    assert [(one.key, one.status) for one in found] == [
        ("acme/infra#20", Status.DONE),
        ("acme/infra#21", Status.CANCELLED),
    ]


def test_github_csv_without_addresses() -> None:
    found = read('number,title,state,closedAt\n"12","Add ""it""","CLOSED","2026-03-20T16:30:00Z"\n')
    assert found == (
        Ticket("#12", 'Add "it"', Status.DONE, day("2026-03-20"), source=found[0].source),
    )


def test_board_of_github_with_a_draft() -> None:
    found = read(
        "Title\tURL\tStatus\nShard\thttps://github.com/acme/infra/issues/14\tIn progress\n"
        "An idea\t\tTodo\n"
    )
    assert told(found) == [("acme/infra#14", "open", "", ""), ("", "open", "", "")]


def test_jira_json() -> None:
    def issue(key: str, status: str, category: str, **fields: object) -> dict[str, Any]:
        name = {"name": status, "statusCategory": {"key": category, "name": category}}
        return {"id": "1", "key": key, "fields": {"summary": "T", "status": name, **fields}}

    page = {
        "startAt": 0,
        "issues": [
            issue("OPS-1", "Verified live", "done", resolution=None, resolutiondate=None),
            issue("OPS-2", "Fertig", "done", resolution={"name": "Won't Fix"},
                  resolutiondate="2026-03-14T23:12:00.000+0100"),
            issue("OPS-3", "Rollout", "indeterminate", duedate="2026-05-01"),
        ],
    }  # fmt: skip
    assert told(read(json.dumps(page))) == [
        ("OPS-1", "done", "", ""),
        ("OPS-2", "cancelled", "2026-03-14", ""),
        ("OPS-3", "open", "", "2026-05-01"),
    ]


def test_linear_json() -> None:
    node = {"id": "u", "identifier": "ENG-1", "number": 1, "title": "T", "dueDate": "2026-05-01",
            "state": {"name": "Live", "type": "completed"}, "completedAt": "2026-04-01T01:00:00.000Z",
            "url": "https://linear.app/acme/issue/ENG-1/t"}  # fmt: skip
    answer = {"data": {"team": {"issues": {"edges": [{"node": node}]}}}}
    (found,) = read(json.dumps(answer))
    assert told((found,)) == [("ENG-1", "done", "2026-04-01", "2026-05-01")]
    assert found.url.endswith("/t")


def test_pages_and_lines_of_json_follow_one_another() -> None:
    first, second, third = (json.dumps(one) for one in GITHUB)
    assert len(read(f"[{first}]\n[{second}, {third}]")) == 3
    assert len(read(f"{first}\n{second}\n{third}\n")) == 3
    assert read("[]") == ()


def test_delimiters_and_encodings() -> None:
    plain = "Issue key,Summary,Status\nOPS-1,Größe,Done\n"
    wanted = read(plain)[0].title
    for text in (plain.replace(",", ";"), plain.replace(",", "\t"), plain.upper().swapcase()):
        assert read(text)[0].key == "OPS-1"
    for data in (
        plain.encode("utf-8-sig"),
        plain.encode("utf-16"),
        ("sep=;\r\n" + plain.replace(",", ";").replace("\n", "\r\n")).encode(),
        plain.replace("\n", "\r").encode(),
        ("\n\n" + plain + "\n,,\n").encode(),
    ):
        assert [ticket.title for ticket in read(data)] == [wanted]


def test_the_first_cell_that_says_something_counts() -> None:
    text = "Issue key,Summary,Status,Due date,Due date\nOPS-1,T,Done,,2026-05-01\n"
    assert read(text)[0].due == day("2026-05-01")


def test_a_header_that_comes_again_and_equal_rows_are_no_tickets() -> None:
    page = "Issue key,Summary,Status\nOPS-1,T,Done\n"
    assert len(read(page + page)) == 1
    words = refusal(page + "OPS-1,T,Open\n")
    assert words.startswith("row 3: OPS-1 stands here again")


@pytest.mark.parametrize(
    ("status", "meant"),
    [
        *((words, Status.DONE) for words in (
            "Done", "CLOSED", "Resolved", "Complete", "completed", "Released", "✅ Done",
            "Closed / Fixed")),
        *((words, Status.CANCELLED) for words in (
            "Cancelled", "canceled", "Won't Do", "Won’t fix", "wontfix", "Duplicate",
            "not planned", "NOT_PLANNED", "Closed as duplicate", "Resolved - Won't Fix")),
        *((words, Status.OPEN) for words in (
            "Open", "To Do", "todo", "Backlog", "In Progress", "In Review", "Reopened",
            "Ready for release", "Waiting on vendor", "Blocked", "Not done", "Not started",
            "Selected for Development")),
        *((words, Status.UNKNOWN) for words in ("", "Soaking", "In production", "Done?!x")),
    ],
)  # fmt: skip
def test_statuses(status: str, meant: Status) -> None:
    (ticket,) = read(f"Issue key,Summary,Status\nOPS-1,T,{status}\n")
    assert ticket.status is meant


def test_a_resolution_counts_where_the_status_is_not_known() -> None:
    head = "Issue key,Summary,Status,Resolution\n"
    rows = {"Soaking,Done": "done", "Soaking,Unresolved": "open", "Soaking,": "open",
            ",Fixed": "done", ",": "unknown", "Reopened,Won't Do": "open",
            "Done,Duplicate": "cancelled"}  # fmt: skip
    for row, meant in rows.items():
        assert read(f"{head}OPS-1,T,{row}\n")[0].status.value == meant, row


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("14/Mar/26 9:12 AM", "2026-03-14"),
        ("05/Mar/26", "2026-03-05"),
        ("14-Mar-2026", "2026-03-14"),
        ("Mar 5, 2026 9:12 AM", "2026-03-05"),
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04T23:30:00.000+0000", "2026-03-04"),
        ("2026-03-04 23:30:00 UTC", "2026-03-04"),
        ("20260304", "2026-03-04"),
        ("2026/3/4", "2026-03-04"),
        ("03/04/2026", "2026-04-03"),
        ("03/04/26 16:14", "2026-04-03"),
        ("3.4.2026", "2026-04-03"),
        ("Thu Mar 05 2026 23:00:00 GMT+0300 (Moscow)", "2026-03-05"),
        ("0001-01-01T00:00:00Z", ""),
    ],
)
def test_dates(words: str, meant: str) -> None:
    (ticket,) = read(f'Issue key,Summary,Status,Due date\nOPS-1,T,Open,"{words}"\n')
    assert str(ticket.due or "") == meant


@pytest.mark.parametrize(
    "words",
    ["soon", "14 Mar", "Mar 2026", "9:12 AM", "2026-02-30", "31/31/2026", "46095", "202631",
     "1773479520000", "Yesterday", "2026-03-04T09:00 GMT+1", "14/Mär/26", "Mar " + "9" * 90,
     "May 99999999999999999999", "1 Mar 26 Mar", "=TODAY()"],
)  # fmt: skip
def test_what_is_no_full_date_is_refused(words: str) -> None:
    said = refusal(f'Issue key,Summary,Status,Due date\nOPS-1,T,Open,"{words}"\n')
    assert said.startswith("row 2: ")
    assert "Export the tickets with dates such as 2026-03-14." in said


def test_other_dates_prove_the_order_of_day_and_month() -> None:
    head = "Issue key,Summary,Status,Resolved,Due date\n"
    american = read(f"{head}OPS-1,T,Done,6/21/2025 16:14,03/04/2026\nOPS-2,T,Done,3.4.2026,\n")
    assert [one.due for one in american] == [day("2026-03-04"), None]
    assert american[1].closed == day("2026-04-03")
    said = refusal(f"{head}OPS-1,T,Done,6/21/2025,\nOPS-2,T,Done,21/6/2025,\n")
    assert said.startswith("row 3 has 21/6/2025, row 2 has 6/21/2025: days and months")


def test_no_closing_day_of_what_is_open_again() -> None:
    (ticket,) = read("Issue key,Summary,Status,Resolved\nOPS-1,T,Reopened,2026-03-04\n")
    assert (ticket.status, ticket.closed) == (Status.OPEN, None)


def test_formulas_are_text_and_addresses_are_of_the_web() -> None:
    text = "number,title,state,url\n1,\"=cmd|'/c calc'!A1\",OPEN,javascript:alert(1)\n"
    (ticket,) = read(text)
    assert (ticket.title, ticket.url) == ("=cmd|'/c calc'!A1", "")
    text = (
        'Issue key,Summary,Status\n"=HYPERLINK(""https://x.test/browse/ops-1"",""ops-1"")",T,Open\n'
    )
    assert read(text)[0].key == "OPS-1"


def test_a_long_description_is_no_obstacle() -> None:
    before = csv.field_size_limit()
    text = f"Issue key,Summary,Status,Description\nOPS-1,T,Open,{'x' * 200_000}\n"
    assert len(read(text)) == 1
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        (b"\xff\xfe\x00\xd8", "not valid UTF-16"),
        (b"Issue key,Summary\xff", "not valid UTF-8"),
        ("a,b,c\n1,2,3\n", "row 1: these columns are of no known tracker: 'a', 'b', 'c'."),
        ("123\tOPEN\tTitle\n", "row 1: these columns are of no known tracker: '123', 'OPEN'"),
        ("Issue key,Summary,Status\nOPS-1,T\n", "row 2: 2 fields under 3 columns"),
        ("Issue key,Summary,Status\nOPS-1,T,Done,x\n", "row 2: 4 fields under 3 columns"),
        ("Issue key,Summary,Status\n,T,Done\n", "row 2: '' is no key of an issue"),
        ('Issue key,Summary,Status\nOPS-1,"T\nU",Done\nx,T,Done\n', "row 3 (line 4): 'x' is no key"),
        ("Issue key,Summary,Status\nO-1,T,Open\nO-2,\"T,Open\n", "line 3: the row is no valid CSV"),
        ('Issue key,Summary,Status\nO-1,"T"x,Open\n', "line 2: the row is no valid CSV"),
        ('"Issue key,Summary', "line 1: the row is no valid CSV"),
        ("Issue key,Summary,Status\nO-1,a title that is long enough\0,Open\n", "line 2 has a NUL character"),
        ("number,title,state\nx,T,OPEN\n", "row 2: 'x' is no number or address"),
        ("number,title,state\n,T,OPEN\n", "row 2: '' is no number or address"),
        ("url,title,state\nhttps://x.test/1,T,OPEN\n", "row 2: 'https://x.test/1' is no number"),
        ("[1]", "row 1: no ticket; its fields are none."),
        ('{"a": {"b": 1}}', "row 1: no ticket; its fields are 'a', 'a.b'."),
        ('[{"number": 1}', "line 1: no valid JSON"),
        ('[\n{"number": 1,}]', "line 2: no valid JSON"),
        ("[" * 100_000, "line 1: no valid JSON"),
        ("[" * 50 + "]" * 50, "row 1: no ticket"),
        ('{"node":' * 50 + "1" + "}" * 50, "row 1: no ticket"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(content: str | bytes, said: str) -> None:
    assert refusal(content).startswith(said)


def test_files_that_are_none(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(TicketsError, match=str(path)):
            read_tickets(path)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ("OPS-1", "#12", "Done", "14/Mar/26 9:12 AM", "31/02/2026", "=1+1", '"', "a\nb", "\0", "\ud800",
         "12 Mar 10000000", "Mar 1 2026 25:61", "1 May 2026 +99:99")
    ),
)  # fmt: skip
HEADERS = {
    "Issue key,Summary,Status,Resolution,Resolved,Due date": 6,
    "ID,Title,Status,Completed,Canceled,Due Date": 6,
    "number,title,state,stateReason,closedAt,url": 6,
}


def survives(content: bytes) -> None:
    """The content is read or refused; nothing else happens."""
    try:
        found = read(content)
    except TicketsError:
        return
    for ticket in found:
        json.dumps([ticket.key, ticket.title]).encode()
        ticket.title.encode()


@settings(deadline=None)
@given(st.sampled_from(sorted(HEADERS)), st.lists(st.lists(CELLS, max_size=7), max_size=4))
def test_any_fields_are_read_or_refused(header: str, rows: list[list[str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, escapechar="\\")
    writer.writerow(header.split(","))
    for row in rows:
        writer.writerow([cell.replace("\0", "") for cell in row])
    survives(out.getvalue().encode("utf-8", "surrogatepass"))
    raw = "\n".join(",".join(row) for row in [[header], *rows])
    survives(raw.encode("utf-8", "replace"))


VALUES = st.recursive(
    st.one_of(CELLS, st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(("key", "fields", "summary", "status", "number", "title", "state",
                             "issues", "nodes", "url", "closedAt", "name", "identifier")),
            inner, max_size=6),
    ),
    max_leaves=20,
)  # fmt: skip


@settings(deadline=None)
@given(VALUES, CELLS, CELLS)
def test_any_values_are_read_or_refused(value: object, state: str, closed: str) -> None:
    survives(json.dumps(value).encode())
    ticket = {"number": 1, "title": value, "state": state, "closedAt": closed, "url": value}
    survives(json.dumps([ticket]).encode())


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    survives(data)
    survives(b"Issue key,Summary,Status\n" + data)


# Which item a ticket is


def item(text: str = "Do the thing", ticket: str = "", **more: Any) -> Item:
    values = {"status": Status.UNKNOWN, **more}
    return Item(quote=Quote("a.md", 1, text), ticket=ticket, **values)


def ticket(key: str, title: str = "", status: Status = Status.DONE, **more: Any) -> Ticket:
    return Ticket(key, title, status, **more)


def pairs(texts: list[str], titles: list[str]) -> list[str]:
    """For each text the title of the ticket that it was matched with, or an empty text."""
    tickets = [
        ticket(f"T-{at}", title, closed=dt.date(2000, 1, 1) + dt.timedelta(at))
        for at, title in enumerate(titles)
    ]
    items, rest = matched([item(text) for text in texts], tickets)
    of_day = {one.closed: one.title for one in tickets}
    found = [of_day[one.closed] if one.closed else "" for one in items]
    assert sorted([*filter(None, found), *(one.title for one in rest)]) == sorted(titles)
    return found


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("OPS-12", "OPS-12"),
        ("ops-12", "OPS-12"),
        ("see [OPS-12](https://acme.atlassian.net/browse/OPS-12)", "OPS-12"),
        ("https://acme.atlassian.net/browse/OPS-12?focusedId=1", "OPS-12"),
        ("https://acme.atlassian.net/jira/boards/1?selectedIssue=OPS-12", "OPS-12"),
        ("https://linear.app/acme-2/issue/ENG-123/fix-ops-12", "ENG-123"),
        ("#123", "acme/infra#123"),
        ("123", "acme/infra#123"),
        ("GH-123", "acme/infra#123"),
        ("infra#123", "acme/infra#123"),
        ("Acme/Infra#123", "acme/infra#123"),
        ("https://github.com/acme/infra/issues/123#issuecomment-9", "acme/infra#123"),
        ("https://github.com/acme/infra/pull/123", "acme/infra#123"),
        ("acme/infra#123", "#123"),
    ],
)
def test_an_item_names_its_ticket(field: str, key: str) -> None:
    others = [ticket("OPS-1"), ticket("OPS-120"), ticket("X/y#7"), ticket("ZZ-12")]
    (found,), rest = matched([item(ticket=field)], [ticket(key), *others])
    assert (found.status, found.status_from) == (Status.DONE, "ticket")
    assert list(rest) == others


@pytest.mark.parametrize(
    "field",
    ["", "-", "OPS-120", "XOPS-12", "other/infra#12", "web#12", "https://x.test/OPS-12",
     "https://github.com/acme/web/issues/12", "12.5", "²"],
)  # fmt: skip
def test_an_item_names_no_ticket(field: str) -> None:
    tickets = [ticket("OPS-12"), ticket("acme/infra#12")]
    (found,), rest = matched([item(ticket=field)], tickets)
    assert found.status is Status.UNKNOWN
    assert list(rest) == tickets


def test_a_repository_in_the_text_names_the_ticket_too() -> None:
    (found,), _ = matched([item("Fix the probe (acme/infra#12)")], [ticket("acme/infra#12")])
    assert found.status is Status.DONE


def test_a_number_in_two_repositories_is_of_neither() -> None:
    tickets = [ticket("acme/infra#12", "Shard the queue"), ticket("acme/web#12")]
    assert matched([item(ticket="#12")], tickets)[1] == tuple(tickets)
    (found,), rest = matched([item("Shard the queue", "#12")], tickets)
    assert (found.status, rest) == (Status.DONE, (tickets[1],))


def test_a_ticket_knows_better_than_the_document_but_not_its_dates() -> None:
    due, closed = day("2026-03-01"), day("2026-02-01")
    own = ticket("OPS-1", status=Status.CANCELLED, due=day("2027-01-01"), closed=closed)
    (found,), _ = matched([item(ticket="OPS-1", status=Status.DONE, due=due)], [own])
    assert (found.status, found.status_from, found.due) == (Status.CANCELLED, "ticket", due)
    gone = item(ticket="OPS-1", status=Status.CANCELLED)
    (found,), _ = matched([gone], [own])
    assert (found.status_from, found.closed, found.due) == ("document", closed, own.due)
    (found,), _ = matched([item(ticket="OPS-1", status=Status.OPEN)], [own])
    assert (found.status, found.status_from) == (Status.CANCELLED, "ticket")
    known = item(ticket="OPS-1", closed=due)
    assert matched([known], [own])[0][0].closed == due


def test_a_ticket_that_knows_no_status_changes_none() -> None:
    (found,), rest = matched(
        [item(ticket="OPS-1", status=Status.OPEN)],
        [ticket("OPS-1", status=Status.UNKNOWN, due=day("2026-05-01"))],
    )
    assert (found.status, found.status_from, found.due) == (
        Status.OPEN,
        "document",
        day("2026-05-01"),
    )
    assert rest == ()


@pytest.mark.parametrize(
    ("statuses", "meant"),
    [("done open", "open"), ("done done", "done"), ("done cancelled", "done"),
     ("cancelled cancelled", "cancelled"), ("done unknown", "unknown")],
)  # fmt: skip
def test_an_item_of_two_tickets_is_done_with_the_last(statuses: str, meant: str) -> None:
    tickets = [
        ticket(f"OPS-{at}", status=Status(name), closed=dt.date(2026, 3, at + 1))
        for at, name in enumerate(statuses.split())
    ]
    (found,), rest = matched([item(ticket="OPS-0, OPS-1")], tickets)
    assert (found.status.value, rest) == (meant, ())
    if statuses == "done done":
        assert found.closed == day("2026-03-02")


def test_several_items_may_name_one_ticket_and_a_later_row_counts() -> None:
    tickets = [ticket("OPS-1", status=Status.OPEN), ticket("OPS-1", status=Status.DONE)]
    found, rest = matched([item(ticket="OPS-1"), item(ticket="ops-1")], tickets)
    assert [one.status for one in found] == [Status.DONE, Status.DONE]
    assert rest == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Add alert on replication lag", "Add alert on replication lag"),
        ("Add an alert on replication lag.", "add alert on  Replication Lag"),
        ("Add alert on replication lag", "Create an alert for the replication lag"),
        ("Add alert on replication lag", "Replication lag alert"),
        ("Add alerts on replication lag", "[Postmortem] INC-42 follow-up: Add alert on replication lag"),
        ("Prevent: rotate the certificates", "Rotate certificate"),
        ("Document the failover of the `orders` database", "Document failover of orders DB"),
        ("Split retries and timeouts", "Splitting retries & timeouts"),
        ("Set up on-call for k8s policies", "Set up oncall for Kubernetes policy"),
        ("Move traffic from EU to US", "Move the traffic from EU to US"),
        ("Don’t page twice", "Don't page twice"),
        ("Rollback", "rollback"),
        ("添加告警", "添加告警。"),
    ],
)  # fmt: skip
def test_one_item_told_twice(text: str, title: str) -> None:
    assert pairs([text], [title]) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Add alert on checkout", "Add alert on billing"),
        ("Add alert on replication lag", "Add alert on replication lag of billing"),
        ("Add alert on replication lag", "Remove alert on replication lag"),
        ("Add alert on replication lag", "Add dashboard on replication lag"),
        ("Limit retries to 3", "Limit retries to 5"),
        ("Alert when lag > 5 s", "Alert when lag < 5 s"),
        ("Alert before the failover", "Alert after the failover"),
        ("Deploy with the flag", "Deploy without the flag"),
        ("Move traffic from EU to US", "Move traffic from US to EU"),
        ("Move reads to the replica and writes to the primary", "Move writes to the replica and reads to the primary"),
        ("Scale up the queue", "Scale down the queue"),
        ("Redirect HTTP traffic", "Redirect HTTPS traffic"),
        ("[eu-1] Add alert on lag", "[eu-2] Add alert on lag"),
        ("Billing: add alert on lag", "Checkout: add alert on lag"),
        ("Add rollback", "Create rollback"),
        ("Page on C++ crashes", "Page on C crashes"),
        ("", ""),
        ("🔥", "🔥🔥"),
        ("दिन", "दान"),
    ],
)  # fmt: skip
def test_items_of_one_frame_are_different(text: str, title: str) -> None:
    assert pairs([text], [title]) == [""]


def test_equal_texts_are_matched_first() -> None:
    texts = ["Create alert on lag of orders", "Add alert on lag of orders"]
    titles = ["Add alert on lag of orders", "Introduce an alert on lag of orders"]
    assert pairs(texts, titles) == [titles[1], titles[0]]


def test_what_could_be_two_is_neither() -> None:
    assert pairs(["Add alert on lag", "Add alert on lag"], ["Add alert on lag"]) == ["", ""]
    assert pairs(["Add alert on lag"], ["Add alert on lag", "Add alert on lag"]) == [""]
    assert pairs(["Add alert on lag"], ["Alert on the lag", "Create alert on lag"]) == [""]


@pytest.mark.parametrize(
    ("field", "key", "is_matched"),
    [
        ("OPS-5", "OPS-9", False),
        ("OPS-5", "WEB-9", True),
        ("OPS-5", "acme/infra#9", True),
        ("#5", "acme/infra#9", False),
        ("#5", "#9", False),
        ("infra#5", "acme/infra#9", False),
        ("acme/web#5", "acme/infra#9", True),
        ("acme/web#5", "#9", False),
        ("my-org/repo#5", "MY-9", True),
        ("https://github.com/acme/infra/pull/5", "acme/infra#9", True),
        ("https://github.com/acme/infra/issues/5", "acme/infra#9", False),
        ("with the team", "OPS-9", True),
        ("OPS-5", "", True),
    ],
)
def test_an_item_of_another_ticket_is_not_this_one(field: str, key: str, is_matched: bool) -> None:
    (found,), rest = matched([item("Add alert on lag", field)], [ticket(key, "Add alert on lag")])
    assert (found.status is Status.DONE) is is_matched
    assert bool(rest) is not is_matched


def test_an_item_of_another_ticket_leaves_this_one_to_its_equal() -> None:
    items = [item("Add alert on lag", "OPS-5"), item("Add alert on lag")]
    found, rest = matched(items, [ticket("OPS-9", "Add alert on lag")])
    assert [one.status for one in found] == [Status.UNKNOWN, Status.DONE]
    assert rest == ()


WORDS = st.sampled_from("queue cache checkout billing search login index gateway".split())


@settings(deadline=None)
@given(WORDS, WORDS, st.sampled_from(("Add alert on {}", "Write a runbook for {} failover", "{}")))
def test_one_word_decides(one: str, other: str, frame: str) -> None:
    found = pairs([frame.format(one)], [frame.format(other)])
    assert bool(found[0]) is (one == other)


TEXTS = st.text(max_size=20)
KEYS = st.one_of(st.sampled_from(("", "OPS-1", "OPS-2", "#1", "a/b#1", "c/b#1")), TEXTS)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, KEYS), max_size=5), st.lists(st.tuples(KEYS, TEXTS), max_size=5))
def test_nothing_is_lost(
    told_items: list[tuple[str, str]], told_tickets: list[tuple[str, str]]
) -> None:
    items = [item(text, key) for text, key in told_items]
    tickets = [ticket(key, title) for key, title in told_tickets]
    found, rest = matched(items, tickets)
    assert [one.quote for one in found] == [one.quote for one in items]
    assert set(rest) <= set(tickets)
    assert (found, rest) == matched(items, tickets)
    if not any(one.status is Status.DONE for one in found):
        assert rest == tuple(tickets)

"""Exports of Jira, Linear and GitHub issues, and which action item each ticket is.

A tracker's export is recognised by its columns, whatever the file is called. What cannot be
read is refused with the place and the way out; no row is left out in silence. A wrong match
would call work done that is not, so where two readings are possible there is no match, and
the ticket is listed as one of no item.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pmlint.document import Status
from pmlint.lexicon import lemma
from pmlint.quarterly.model import Item, Ticket
from pmlint.reading.dates import MONTHS
from pmlint.source import Source, SourceError

__all__ = ["TicketsError", "matched", "read_tickets"]


class TicketsError(ValueError):
    """A ticket export cannot be read; the message names file and row and says what to do."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Columns of a tracker's export: `needs` are those, one of each, that tell it apart."""

    tracker: str
    needs: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]

    def fits(self, names: Iterable[str]) -> bool:
        present = frozenset(names)
        return all(present.intersection(names) for names in self.needs)


@dataclass(frozen=True, slots=True)
class _Row:
    """One ticket as exported. `place` says where it stands: ``row 7 (line 12)``."""

    place: str
    cells: Mapping[str, str]
    layout: _Layout

    def __getitem__(self, what: str) -> str:
        """The first cell for *what* that says something, or an empty text."""
        cells = (self.cells.get(name, "") for name in self.layout.columns[what])
        return next(filter(None, cells), "")

    def has(self, what: str) -> bool:
        """Whether the export has a column for this, empty or not."""
        return any(name in self.cells for name in self.layout.columns[what])


_JIRA = _Layout(
    "Jira",
    (("issuekey", "workitemkey", "key"), ("summary",), ("status", "statuscategory")),
    {
        "key": ("issuekey", "workitemkey", "key"),
        "title": ("summary",),
        "status": ("status",),
        "category": ("statuscategory", "status.statuscategory", "status.statuscategory.key"),
        "reason": ("resolution",),
        "closed": ("resolved", "resolutiondate", "resolutiondatetime"),
        "cancelled": (),
        "changed": ("statuscategorychanged", "statuscategorychangedate"),
        "due": ("duedate", "due", "customfieldduedate"),
        "url": ("url", "issueurl", "link"),
        "repository": (),
    },
)
_LINEAR_COLUMNS = {
    "key": ("identifier", "id"),
    "title": ("title",),
    "status": ("status", "state"),
    "category": ("state.type", "statustype", "status.type"),
    "reason": (),
    "closed": ("completed", "completedat"),
    "cancelled": ("canceled", "canceledat", "cancelled", "cancelledat"),
    "changed": (),
    "due": ("duedate",),
    "url": ("url",),
    "repository": (),
}
_GITHUB_COLUMNS = {
    "key": ("number",),
    "title": ("title",),
    "status": ("state", "status"),
    "category": (),
    "reason": ("statereason",),
    "closed": ("closedat", "mergedat", "pullrequest.mergedat"),
    "cancelled": (),
    "changed": (),
    "due": ("duedate", "milestone.dueon"),
    "url": ("htmlurl", "url"),
    "repository": ("repository.namewithowner", "repository.fullname"),
}
_STATE = ("state", "status")
_LAYOUTS = (
    _JIRA,
    _Layout("Linear", (("identifier",), ("title",), _STATE), _LINEAR_COLUMNS),
    _Layout("GitHub", (("number",), ("title",), _STATE), _GITHUB_COLUMNS),
    _Layout("Linear", (("id",), ("title",), ("status",)), _LINEAR_COLUMNS),
    _Layout("GitHub", (("url", "htmlurl"), ("title",), _STATE), _GITHUB_COLUMNS),
)
_EXPECTED = (
    "Expected are the columns Summary, Issue key and Status (Jira), ID, Title and Status "
    "(Linear), or number, title and state (GitHub: gh issue list --state all --json "
    "number,title,state,stateReason,closedAt,url)."
)
_DATES = ("closed", "cancelled", "changed", "due")


def read_tickets(path: Path) -> tuple[Ticket, ...]:
    """Tickets of an export of Jira, Linear (each CSV or JSON) or GitHub, in its order.

    Dates are those written, whatever their time zone. ``03/04/2026`` is 3 April, unless
    other dates of the file prove that months come first. A ticket that is exported twice
    alike is given once.

    Raises:
        TicketsError: the file, a row or a date cannot be read, or nothing tells the tracker.
    """
    try:
        text = Source.from_path(path, str(path)).text
    except SourceError as error:
        raise TicketsError(f"{path}: {error}") from error
    try:
        return tuple(_distinct(_read(text, path.as_posix())))
    except TicketsError as error:
        raise TicketsError(f"{path}: {error}") from error


def _read(text: str, source: str) -> Iterator[tuple[str, Ticket]]:
    """Each ticket with the place of its row."""
    if not text.strip():
        raise TicketsError(f"the file is empty. Export the tickets again. {_EXPECTED}")
    is_json = text.lstrip()[0] in "[{"
    rows = _json_rows(text) if is_json else _csv_rows(text)
    day_first = _day_first(rows)
    for row in rows:
        yield row.place, _ticket(row, day_first, source)


def _distinct(found: Iterable[tuple[str, Ticket]]) -> Iterator[Ticket]:
    known: dict[str, Ticket] = {}
    for place, ticket in found:
        other = known.setdefault(ticket.key.casefold(), ticket) if ticket.key else None
        if other is None or other is ticket:
            yield ticket
        elif other != ticket:
            raise TicketsError(
                f"{place}: {ticket.key} stands here again, with other content. "
                "Keep one of the two rows."
            )


def _layout_of(names: Iterable[str]) -> _Layout | None:
    present = frozenset(names)
    return next((layout for layout in _LAYOUTS if layout.fits(present)), None)


def _name(header: str) -> str:
    """A column's name without case, spaces and signs: ``dueDate``, ``Due Date``, ``due_date``."""
    return ".".join(re.sub(r"[\W_]+", "", part.casefold()) for part in header.split("."))


def _shown(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:40] + "…")


# CSV


def _csv_rows(text: str) -> list[_Row]:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise TicketsError(f"line {line} has a NUL character. Export the tickets again.")
    delimiter, layout = _dialect(text)
    with_lines = iter(_records(text, delimiter))
    _, header = next(with_lines)
    names = [_name(cell) for cell in header]
    last = max(at for at, name in enumerate(names) if _is_read(name, layout))
    rows = []
    for number, (line, cells) in enumerate(with_lines, 2):
        place = f"row {number}" if line == number else f"row {number} (line {line})"
        if cells != header:  # pages put one after another repeat it
            rows.append(_Row(place, _cells(place, names, cells, last), layout))
    return rows


def _dialect(text: str) -> tuple[str, _Layout]:
    """The delimiter under which the first row is the header of a known tracker, and which."""
    headers = []
    for delimiter in (",", ";", "\t"):
        _, header = next(iter(_records(text, delimiter, limit=1)), (1, []))
        layout = _layout_of(map(_name, header))
        if layout is not None:
            return delimiter, layout
        headers.append(header)
    names = ", ".join(_shown(name) for name in max(headers, key=len)[:12])
    raise TicketsError(f"row 1: these columns are of no known tracker: {names}. {_EXPECTED}")


_HINT = re.compile(r"\s*\"?sep=.\"?[ \t]*\r?\n", re.IGNORECASE)


def _records(text: str, delimiter: str, limit: int = 0) -> list[tuple[int, list[str]]]:
    """Rows that are not blank, each with its line; without the ``sep=;`` that Excel writes."""
    hint = _HINT.match(text)
    skipped = text.count("\n", 0, hint.end()) if hint else 0
    body = io.StringIO(text[hint.end() :] if hint else text, newline="")
    before = csv.field_size_limit(max(len(text), 1))  # a description may be of any length
    line, records = skipped + 1, []
    try:
        reader = csv.reader(body, delimiter=delimiter, strict=True)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((line, cells))
            if limit and len(records) == limit:
                break
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise TicketsError(
            f"line {line}: the row is no valid CSV ({error}). Look for a quotation mark that is "
            "not closed or not doubled, or export the tickets again."
        ) from error
    finally:
        csv.field_size_limit(before)
    return records


def _is_read(name: str, layout: _Layout) -> bool:
    return any(name in aliases for aliases in layout.columns.values())


def _cells(place: str, names: Sequence[str], cells: Sequence[str], last: int) -> dict[str, str]:
    """Cells by column, the first that says something where a column is repeated."""
    if len(cells) <= last or any(cell.strip() for cell in cells[len(names) :]):
        raise TicketsError(
            f"{place}: {len(cells)} fields under {len(names)} columns. Quote fields that hold "
            "delimiters or line breaks, or export the tickets again."
        )
    found: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        found[name] = found.get(name, "") or " ".join(cell.split())
    return found


# JSON

_WRAPPERS = (
    "issues", "nodes", "edges", "items", "values", "data", "repository", "team", "project",
    "search", "organization", "node",
)  # fmt: skip


def _json_rows(text: str) -> list[_Row]:
    records = [_flat(record) for value in _values(text) for record in _unwrapped(value)]
    rows = []
    for number, cells in enumerate(records, 1):
        layout = _layout_of(cells)
        if layout is None:
            names = ", ".join(_shown(name) for name in list(cells)[:12]) or "none"
            raise TicketsError(f"row {number}: no ticket; its fields are {names}. {_EXPECTED}")
        rows.append(_Row(f"row {number}", cells, layout))
    return rows


def _values(text: str) -> Iterator[Any]:
    """The values of the file: one, or pages and lines that follow one another."""
    decoder = json.JSONDecoder()
    at = len(text) - len(text.lstrip())
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            line = text.count("\n", 0, getattr(error, "pos", at)) + 1
            raise TicketsError(
                f"line {line}: no valid JSON ({error}). Export the tickets again."
            ) from error
        yield value
        at = end + len(text[end:]) - len(text[end:].lstrip())


def _unwrapped(value: Any, depth: int = 12) -> Iterator[Any]:  # noqa: ANN401
    """Tickets in lists, in pages of an API and in answers of GraphQL."""
    if isinstance(value, list) and depth:
        for one in value:
            yield from _unwrapped(one, depth - 1)
        return
    inner: Any = None
    if isinstance(value, dict) and _layout_of(_flat(value)) is None:
        held = (value[name] for name in _WRAPPERS if isinstance(value.get(name), (dict, list)))
        inner = next(held, None)
    if inner is None or not depth:
        yield value
    else:
        yield from _unwrapped(inner, depth - 1)


def _flat(value: Any, depth: int = 4) -> dict[str, str]:  # noqa: ANN401
    """Fields by dotted name; ``fields.status.name`` of Jira is its ``status``."""
    found: dict[str, str] = {}
    if not isinstance(value, dict):
        return found
    for key, one in value.items():
        name = _name(key)
        inner = _flat(one, depth - 1) if depth else {}
        found[name] = found.get(name, "") or inner.get("name", "") or _words(one)
        for below, words in inner.items():
            where = below if name == "fields" else f"{name}.{below}"
            found[where] = found.get(where, "") or words
    return found


def _words(value: Any) -> str:  # noqa: ANN401
    """A scalar as text; a lone half of a surrogate pair, which is no text, is replaced."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    text = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(text.replace("\0", " ").split())


# A row's meaning

_KEY = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z][A-Za-z0-9_]*-[0-9]{1,9}(?![A-Za-z0-9_-])")
_ISSUE_URL = re.compile(
    r"https?://[^/\s]+/(?:api/v3/)?(?:repos/)?(?P<repo>[\w.-]+/[\w.-]+)"
    r"/(?P<kind>issues|pulls?)/(?P<number>[0-9]{1,10})\b",
    re.IGNORECASE,
)


def _ticket(row: _Row, day_first: bool, source: str) -> Ticket:
    days = {what: _day(row, what, day_first) for what in _DATES}
    due = days.pop("due")
    status = _status(row, closed=days["closed"], cancelled=days["cancelled"])
    is_closed = status in (Status.DONE, Status.CANCELLED)
    url = row["url"]
    return Ticket(
        key=_key(row),
        title=row["title"],
        status=status,
        closed=next(filter(None, days.values()), None) if is_closed else None,
        due=due,
        url=url if re.match(r"https?://", url, re.IGNORECASE) else "",
        source=source,
    )


def _key(row: _Row) -> str:
    words = row["key"]
    if row.layout.tracker == "GitHub":
        return _number(row)
    match = _KEY.search(words)
    if match is None:
        raise TicketsError(
            f"{row.place}: {_shown(words)} is no key of an issue, such as OPS-12. "
            "Correct it, or remove the row."
        )
    return match[0].upper()


def _number(row: _Row) -> str:
    """``org/repo#12``, or ``#12`` where no address tells the repository."""
    words, url = row["key"], _ISSUE_URL.match(row["url"])
    number = re.fullmatch(r"#?([0-9]{1,10})", words)
    if number is None and (words or url is None):
        if not words and not row["url"] and row["title"] and not row.has("key"):
            return ""  # a draft on a project's board, which has no number yet
        raise TicketsError(
            f"{row.place}: {_shown(words or row['url'])} is no number or address of an issue. "
            "Correct it, or remove the row."
        )
    repository = row["repository"] or (url["repo"] if url else "")
    return f"{repository}#{number[1] if number else url['number'] if url else ''}"


_CLOSING = frozenset(
    "done closed complete completed resolved released fixed merged shipped deployed finished "
    "implemented verified".split()
)
_CANCELLED = re.compile(
    r"(?:as |\bis )?(?:cancell?ed|wont (?:do|fix|be (?:done|fixed))|will not (?:do|fix)|wontfix"
    r"|wontdo|duplicated?|not planned|not doing|not a bug|not an issue|not needed|rejected"
    r"|declined|abandoned|obsolete|invalid|dropped|cannot reproduce)"
)
_OPEN = re.compile(
    r"open(?:ed)?|reopened|unresolved|new|to ?do|doing|backlog|icebox|triage|next|up next|queued"
    r"|(?:un|not )started|started|not done|incomplete|indeterminate|inprogress|wip|planned"
    r"|accepted|assigned|unassigned|scheduled|pending|paused|blocked|on hold|review|testing|qa"
    r"|analysis|investigating|active|ongoing|ready|selected for development"
    r"|(?:in|under) (?:progress|development|review|code review|testing|test|qa|analysis|design)"
    r"|(?:waiting|awaiting|ready|pending|needs|blocked)(?: (?:for|on|by|to))? .+"
)


def _status_of(words: str) -> Status:
    """What a tracker's own word says; a word that is not known says nothing."""
    plain = re.sub(r"[\W_]+", " ", re.sub(r"['’]", "", words.casefold())).strip()
    parts = plain.split()
    if parts and _CLOSING.issuperset(parts):
        return Status.DONE
    while parts and parts[0] in _CLOSING:
        parts.pop(0)
    if _CANCELLED.fullmatch(" ".join(parts)):
        return Status.CANCELLED
    return Status.OPEN if _OPEN.fullmatch(plain) else Status.UNKNOWN


def _status(row: _Row, *, closed: dt.date | None, cancelled: dt.date | None) -> Status:
    """The category or status of the tracker, refined by its reason; else what its dates say.

    A status of the team's own making is open where the tracker has columns for the end of
    work and they are empty.
    """
    category, word, reason = (_status_of(row[what]) for what in ("category", "status", "reason"))
    told = word if category is Status.UNKNOWN else category
    if told is Status.OPEN or (told is Status.UNKNOWN and reason is Status.OPEN):
        return Status.OPEN
    if Status.CANCELLED in (told, word, reason) or _unmerged(row):
        return Status.CANCELLED
    if Status.DONE in (told, reason):
        return Status.DONE
    if closed or cancelled:
        return Status.DONE if closed else Status.CANCELLED
    is_unfinished = row.has("closed") or row.has("reason")
    return Status.OPEN if row["status"] and is_unfinished else Status.UNKNOWN


def _unmerged(row: _Row) -> bool:
    """Whether it is a pull request that was closed without a merge."""
    url = _ISSUE_URL.match(row["url"])
    merged = row.cells.get("mergedat") or row.cells.get("pullrequest.mergedat")
    is_pull = url is not None and url["kind"].lower() != "issues"
    return is_pull and row["status"].casefold() == "closed" and not merged


# Dates

_TIME = (
    r"(?:[T\s]\s*[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[.,][0-9]+)?(?:\s?[AP]\.?M\.?)?"
    r"\s?(?:Z|[A-Z]{3,4}|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_ISO = re.compile(
    r"(?P<y>[0-9]{4})(?:(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})"
    rf"|(?P<m2>[0-9]{{2}})(?P<d2>[0-9]{{2}})){_TIME}",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?P<a>[0-9]{{1,2}})(?P<s>[/.-])(?P<b>[0-9]{{1,2}})(?P=s)"
    rf"(?P<y>[0-9]{{4}}|[0-9]{{2}})(?:,?{_TIME})",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![^\W\d_]){MONTHS}(?![^\W\d_])", re.IGNORECASE)
_NAMED = re.compile(r"(?P<d>[0-9]{1,2})[/ -](?P<m>[^\W\d_]{3,9})[/ -](?P<y>[0-9]{2})(?![0-9])")


def _day_first(rows: Iterable[_Row]) -> bool:
    """Whether ``03/04/2026`` is 3 April: it is, unless the file's other dates prove otherwise."""
    proofs: dict[bool, str] = {}
    for row in rows:
        for match in filter(None, (_NUMERIC.fullmatch(row[what]) for what in _DATES)):
            first, second = int(match["a"]), int(match["b"])
            if match["s"] != "." and (first > 12) != (second > 12):
                proofs.setdefault(first > 12, f"{row.place} has {match[0]}")
    if len(proofs) == 2:
        raise TicketsError(
            f"{proofs[True]}, {proofs[False]}: days and months stand in two orders. "
            "Export the tickets with dates such as 2026-03-14."
        )
    return proofs.get(False) is None


def _day(row: _Row, what: str, day_first: bool) -> dt.date | None:
    words = row[what]
    if not words or words.startswith("0001-01-01"):  # how Go writes that there is none
        return None
    try:
        return _date_of(words, day_first)
    except (ValueError, ArithmeticError, TypeError) as error:
        raise TicketsError(
            f"{row.place}: {_shown(words)} is not a full date that can be read. "
            "Export the tickets with dates such as 2026-03-14."
        ) from error


def _date_of(words: str, day_first: bool) -> dt.date:
    match = _ISO.fullmatch(words)
    if match is not None:
        return dt.date(
            int(match["y"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"])
        )
    match = _NUMERIC.fullmatch(words)
    if match is None:
        return _worded(words)
    year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    day, month = int(match["a"]), int(match["b"])
    if not day_first and match["s"] != ".":
        day, month = month, day
    return dt.date(year, month, day)


def _worded(words: str) -> dt.date:
    """A date with its month in words; one without a year or day is an error, not today's."""
    from dateutil import parser

    if len(words) > 80 or not _MONTH.search(words):
        raise ValueError(words)
    plain = re.sub(r"\s*(?:GMT|UTC)\b.*", "", words)  # the day as written, in its own zone
    plain = _NAMED.sub(r"\g<d> \g<m> 20\g<y>", plain.replace("/", " "), count=1)
    defaults = (dt.datetime(2000, 1, 1), dt.datetime(2004, 2, 2))
    first, second = (
        parser.parse(plain, default=default, dayfirst=True, ignoretz=True).date()
        for default in defaults
    )
    if first != second:
        raise ValueError(words)
    return first


# Which item a ticket is


def matched(
    items: Sequence[Item], tickets: Sequence[Ticket]
) -> tuple[tuple[Item, ...], tuple[Ticket, ...]]:
    """Items as their tickets know them, in their order, and the tickets that match no item.

    A ticket is that of the items that name its key. Items left over are matched by text: the
    ticket's title has the same words, or the same words that carry meaning (`_meaning`), and
    nothing else on either side has them. An item that names another ticket of the same project
    is none of these. Where one key comes twice, the later ticket counts.
    """
    known = {_identity(at, ticket): ticket for at, ticket in enumerate(tickets)}
    pairs = _by_key(items, known)
    for form in (_wording, _meaning):
        taken = {name for names in pairs.values() for name in names}
        left = {name: ticket for name, ticket in known.items() if name not in taken}
        pairs.update(_by_text(items, left, pairs, form))
    told = [_told(item, [known[one] for one in pairs.get(at, ())]) for at, item in enumerate(items)]
    taken = {name for names in pairs.values() for name in names}
    unmatched = (ticket for at, ticket in enumerate(tickets) if _identity(at, ticket) not in taken)
    return tuple(told), tuple(unmatched)


def _identity(at: int, ticket: Ticket) -> str:
    """A ticket's key without case; one without a key is like no other."""
    return ticket.key.casefold() or f"draft {at}"


def _told(item: Item, tickets: Sequence[Ticket]) -> Item:
    """*item* with what its tickets know: they are kept up, a document is written once."""
    if not tickets:
        return item
    status, told_by = item.status, item.status_from
    together = _together({ticket.status for ticket in tickets})
    if together not in (Status.UNKNOWN, status):
        status, told_by = together, "ticket"
    closings = [ticket.closed for ticket in tickets if ticket.closed and ticket.status is status]
    dues = [ticket.due for ticket in tickets if ticket.due]
    return replace(
        item,
        status=status,
        status_from=told_by,
        closed=item.closed or max(closings, default=None),
        due=item.due or max(dues, default=None),
    )


def _together(statuses: set[Status]) -> Status:
    """The status of work in several tickets: it is done when the last of them is."""
    for status in (Status.OPEN, Status.UNKNOWN, Status.DONE):
        if status in statuses:
            return status
    return Status.CANCELLED


_URL = re.compile(r"https?://[^\s)\]>\"']+", re.IGNORECASE)
_KEY_URL = re.compile(
    rf"(?:/(?:browse|issues?)/|[?&]selectedIssue=)({_KEY.pattern})", re.IGNORECASE
)
_HASH = re.compile(r"(?:(?<![\w./-])(?P<repo>[\w.-]+(?:/[\w.-]+)?))?#(?P<number>[0-9]{1,10})\b")


def _by_key(items: Sequence[Item], known: Mapping[str, Ticket]) -> dict[int, list[str]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        for alias in _aliases(name):
            index[alias].append(name)
    pairs = {}
    for at, item in enumerate(items):
        names = [_looked_up(name, index) for name in _names(item)]
        if found := list(dict.fromkeys(filter(None, names))):
            pairs[at] = found
    return pairs


def _aliases(name: str) -> Iterator[str]:
    """How an item may call a ticket: ``org/repo#12`` also ``repo#12`` and ``#12``."""
    yield name
    repository, sign, number = name.rpartition("#")
    if sign and repository:
        yield f"{repository.rpartition('/')[2]}#{number}"
        yield f"#{number}"


def _looked_up(name: str, index: Mapping[str, Sequence[str]]) -> str:
    """The one ticket of this name; of an export without repositories, that of its number."""
    found = list(index.get(name, ()))
    if name in found:
        return name
    if not found and "#" in name:
        bare = "#" + name.rpartition("#")[2]
        found = [one for one in index.get(bare, ()) if one == bare]
    return found[0] if len(set(found)) == 1 else ""


def _names(item: Item, *, pulls: bool = True) -> list[str]:
    """Tickets that an item names, in lower case; *pulls*: pull requests too.

    Its ticket field counts, or, as the field holds none of this form, ``org/repo#12`` in its
    text.
    """
    field = item.ticket
    if not field.strip():
        found = _HASH.finditer(_URL.sub(" ", item.quote.text))
        return [_hash_name(match) for match in found if "/" in (match["repo"] or "")]
    names = [name for url in _URL.finditer(field) if (name := _in_url(url[0], pulls))]
    rest = _URL.sub(" ", field)
    names += [_hash_name(match) for match in _HASH.finditer(rest)]
    rest = _HASH.sub(" ", rest)
    names += [match[0].casefold() for match in _KEY.finditer(rest)]
    names += [f"#{number}" for number in re.findall(r"\bGH-([0-9]{1,10})\b", rest)]
    if field.strip().isascii() and field.strip().isdigit():
        names.append(f"#{field.strip()}")
    return names


def _hash_name(match: re.Match[str]) -> str:
    return f"{match['repo'] or ''}#{match['number']}".casefold()


def _in_url(url: str, pulls: bool) -> str:
    """The ticket whose page it is, or an empty text."""
    issue = _ISSUE_URL.match(url)
    if issue is not None:
        is_wanted = pulls or issue["kind"].lower() == "issues"
        return f"{issue['repo']}#{issue['number']}".casefold() if is_wanted else ""
    match = _KEY_URL.search(url)
    return match[1].casefold() if match else ""


def _denies(names: Iterable[str], ticket: str) -> bool:
    """Whether an item that names other tickets of this one's project cannot be it."""
    for name in names:
        sign = "#" if "#" in ticket else "-"
        (ours, at, number), (theirs, there, other) = ticket.rpartition(sign), name.rpartition(sign)
        if not (at and there) or (sign == "-" and "#" in name):
            continue
        near = ours == theirs or (sign == "#" and (not theirs or ours.endswith(f"/{theirs}")))
        if (near or (sign == "#" and not ours)) and number != other:
            return True
    return False


def _by_text(
    items: Sequence[Item],
    tickets: Mapping[str, Ticket],
    paired: Mapping[int, Sequence[str]],
    form: Callable[[str], Hashable],
) -> dict[int, list[str]]:
    """Items and tickets of one form, where each is the only one that the other can be."""
    named = defaultdict(list)
    for name, ticket in tickets.items():
        named[form(ticket.title)].append(name)
    could: list[tuple[int, str]] = []
    for at, item in enumerate(items):
        shape = form(item.quote.text)
        if at not in paired and shape:
            own = _names(item, pulls=False)
            could += [(at, name) for name in named.get(shape, ()) if not _denies(own, name)]
    of_item, of_ticket = Counter(at for at, _ in could), Counter(name for _, name in could)
    return {at: [name] for at, name in could if of_item[at] == of_ticket[name] == 1}


_LABEL = re.compile(r"\s*(?:[\[(](?P<a>[^\[\]()]{1,60})[\])]\s*[:–—-]?|(?P<b>[^:]{1,60}):\s)\s*")
_LABEL_WORD = re.compile(
    r"post-?mortems?|post|mortem|incident|follow-?ups?|follow|up|actions?|items?|ai|pm|inc|rca"
    r"|retro|review|prevent(?:ion)?|detect(?:ion)?|mitigat(?:e|ion)|todo|from|of|p[0-4]"
    r"|(?:inc|pm|ir|sev|rca|incident|postmortem)-?\d+|#\d+|\d{4}-\d\d-\d\d|[-–—/,]"
)


def _unlabelled(text: str) -> str:
    """Without what trackers put before a title: ``[Postmortem INC-42] Follow-up: ...``."""
    match = _LABEL.match(text)
    while match is not None:
        words = (match["a"] or match["b"]).casefold().split()
        if not all(map(_LABEL_WORD.fullmatch, words)) or not text[match.end() :].strip():
            break
        text = text[match.end() :]
        match = _LABEL.match(text)
    return text


@lru_cache(maxsize=4096)
def _kept(char: str) -> str:
    """A character of a word; signs that compare or count stand alone; others part words."""
    category = unicodedata.category(char)
    if char in "%#" or (category in ("Sm", "Sc") and char not in "~|"):
        return f" {char} "
    return char if category[0] in "LMN" or char in "-_.'" else " "


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", _unlabelled(text)).casefold().replace("’", "'")
    words = (word.strip("-_.'") for word in "".join(map(_kept, plain)).split())
    return tuple(re.sub(r"[-']", "", word) for word in words if word)


def _wording(text: str) -> str:
    """A text's words without case, markup and punctuation."""
    return " ".join(_tokens(text))


_EMPTY = frozenset(
    """
    a an the this that these those of on in at for to with by into onto and we our it its
    is are be been will should must shall has have please also so
    """.split()
)
_LINKS = frozenset("of on in at for with by when if while during between".split())
_DIRECTIONS = frozenset(
    "to into onto from before after until than over instead not without".split()
)
_MAKING = frozenset("add create introduce implement".split())
_SAME = {
    "db": "database", "config": "configuration", "doc": "documentation", "if": "when",
    "k8s": "kubernetes", "prod": "production", "env": "environment", "repo": "repository",
    "postgresql": "postgres",
}  # fmt: skip


def _meaning(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning; empty if fewer than two.

    Two items of one frame ("Add alert on X", "Add alert on Y") share most of their words, so no
    share of common words tells them from one item that is told twice: the one word by which
    they differ decides. Here texts are near when no such word is left, after articles, most
    prepositions, a first verb that only says that a thing comes to be, inflection and a few
    abbreviations. Numbers, negations and signs of comparison are kept. Order is free only where
    it cannot matter ("replication lag alert", "alert on replication lag"): two relations or
    one with a direction ("from eu to us") keep it.
    """
    tokens = _tokens(text)
    links = sum(token in _LINKS for token in tokens)
    stems = [stem for stem in map(_stem, tokens) if stem not in _EMPTY]
    words = [_stem(_SAME.get(stem, stem)) for stem in stems]
    if words and words[0] in _MAKING:
        del words[0]
    if len(words) < 2:
        return ()
    is_ordered = links > 1 or not _DIRECTIONS.isdisjoint(tokens)
    return ("in order", *words) if is_ordered else ("in any order", *sorted(words))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """The base form of a verb or the singular of a noun."""
    if word in _EMPTY or not word.isalpha() or word == "https":
        return word
    base = lemma(word)[0]
    if base != word or len(word) < 4:
        return base
    return re.sub(r"(?<=[^sui])s$", "", re.sub(r"(?<=..)ies$", "y", word))

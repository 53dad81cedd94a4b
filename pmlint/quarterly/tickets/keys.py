"""The names of tickets: that of an exported row, and those that an action item gives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmlint.quarterly.model import Item
from pmlint.quarterly.tickets.layouts import Row, TicketsError, shown

__all__ = ["ISSUE_URL", "denies", "key_of", "names_in"]

KEY = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z][A-Za-z0-9_]*-[0-9]{1,9}(?![A-Za-z0-9_-])")
ISSUE_URL = re.compile(
    r"https?://[^/\s]+/(?:api/v3/)?(?:repos/)?(?P<repo>[\w.-]+/[\w.-]+)"
    r"/(?P<kind>issues|pulls?)/(?P<number>[0-9]{1,10})\b",
    re.IGNORECASE,
)


def key_of(row: Row) -> str:
    """``OPS-12`` or ``org/repo#12``; empty for a draft, which has no name yet."""
    words = row["key"]
    if row.layout.tracker == "GitHub":
        return _number(row)
    match = KEY.search(words)
    if match is None:
        raise TicketsError(
            f"{row.place}: {shown(words)} is no key of an issue, such as OPS-12. "
            "Correct it, or remove the row."
        )
    return match[0].upper()


def _number(row: Row) -> str:
    """``org/repo#12``, or ``#12`` where no address tells the repository."""
    words, url = row["key"], ISSUE_URL.match(row["url"])
    number = re.fullmatch(r"#?([0-9]{1,10})", words)
    if number is None and (words or url is None):
        if not words and not row["url"] and row["title"] and not row.has("key"):
            return ""  # a draft on a project's board, which has no number yet
        raise TicketsError(
            f"{row.place}: {shown(words or row['url'])} is no number or address of an issue. "
            "Correct it, or remove the row."
        )
    repository = row["repository"] or (url["repo"] if url else "")
    return f"{repository}#{number[1] if number else url['number'] if url else ''}"


_URL = re.compile(r"https?://[^\s)\]>\"']+", re.IGNORECASE)
_KEY_URL = re.compile(rf"(?:/(?:browse|issues?)/|[?&]selectedIssue=)({KEY.pattern})", re.IGNORECASE)
_HASH = re.compile(r"(?:(?<![\w./-])(?P<repo>[\w.-]+(?:/[\w.-]+)?))?#(?P<number>[0-9]{1,10})\b")


def names_in(item: Item, *, pulls: bool = True) -> list[str]:
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
    names += [match[0].casefold() for match in KEY.finditer(rest)]
    names += [f"#{number}" for number in re.findall(r"\bGH-([0-9]{1,10})\b", rest)]
    if field.strip().isascii() and field.strip().isdigit():
        names.append(f"#{field.strip()}")
    return names


def _hash_name(match: re.Match[str]) -> str:
    return f"{match['repo'] or ''}#{match['number']}".casefold()


def _in_url(url: str, pulls: bool) -> str:
    """The ticket whose page it is, or an empty text."""
    issue = ISSUE_URL.match(url)
    if issue is not None:
        is_wanted = pulls or issue["kind"].lower() == "issues"
        return f"{issue['repo']}#{issue['number']}".casefold() if is_wanted else ""
    match = _KEY_URL.search(url)
    return match[1].casefold() if match else ""


def denies(names: Iterable[str], ticket: str) -> bool:
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

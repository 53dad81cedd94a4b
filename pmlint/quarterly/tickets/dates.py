"""The dates of an export, as trackers and spreadsheets write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from pmlint.quarterly.tickets.layouts import DATES, Row, TicketsError, shown
from pmlint.reading.dates import MONTHS

__all__ = ["day_first_in", "day_of"]

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


def day_first_in(rows: Iterable[Row]) -> bool:
    """Whether ``03/04/2026`` is 3 April: it is, unless the file's other dates prove otherwise."""
    proofs: dict[bool, str] = {}
    for row in rows:
        for match in filter(None, (_NUMERIC.fullmatch(row[what]) for what in DATES)):
            first, second = int(match["a"]), int(match["b"])
            if match["s"] != "." and (first > 12) != (second > 12):
                proofs.setdefault(first > 12, f"{row.place} has {match[0]}")
    if len(proofs) == 2:
        raise TicketsError(
            f"{proofs[True]}, {proofs[False]}: days and months stand in two orders. "
            "Export the tickets with dates such as 2026-03-14."
        )
    return proofs.get(False) is None


def day_of(row: Row, what: str, day_first: bool) -> dt.date | None:
    """The date under *what*, None if there is none; one that cannot be read is refused."""
    words = row[what]
    if not words or words.startswith("0001-01-01"):  # how Go writes that there is none
        return None
    try:
        return _date_of(words, day_first)
    except (ValueError, ArithmeticError, TypeError) as error:
        raise TicketsError(
            f"{row.place}: {shown(words)} is not a full date that can be read. "
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

"""Dates, clock times and durations as people write them.

Finding them is ours (a regular expression each), and so says what a date means whose month is
written out. All others are left to dateutil, which takes 30 ms to be imported.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from msgspec import Struct

from pmlint.regexes import regex

__all__ = [
    "DATE",
    "MONTHS",
    "ZONE",
    "Clock",
    "FoundDate",
    "Stamp",
    "find_clock",
    "find_dates",
    "find_datetime",
    "find_duration",
    "numeric_dates_of",
    "offset_of",
    "read_stamp",
    "resolve",
]

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAYS = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"

DATE = regex(
    rf"""\b(?:
        (?P<iso>{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\d)
      | (?:{WEEKDAYS},?\s+)?(?P<day1>\d{{1,2}})(?:{_ORDINAL}|\.)(?:\s+of)?[\s-]+(?P<mon1>{MONTHS})
            (?:,?[\s-]+(?P<year1>{_YEAR}|'\d{{2}}))?(?!\w)
      | (?:{WEEKDAYS},?\s+)?(?P<mon2>{MONTHS})[\s-]+(?:the\s+)?(?P<day2>\d{{1,2}}){_ORDINAL}
            (?!:\d)(?!\d)(?:,?\s+(?P<year2>{_YEAR}))?(?!\w)
      | (?<![\d.])(?P<num>\d{{1,2}}[/-]\d{{1,2}}[/-](?:{_YEAR}|\d{{2}})
            |\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}
            |(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d{{2}})(?!\.?\d)
      | (?P<mon3>{MONTHS})\s+(?P<year3>{_YEAR})\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)

ZONE = (
    r"(?:UTC|GMT|Z|CES?T|EES?T|WES?T|BST|IST|MSK|WAT|EAT|CAT|SAST|JST|KST|SGT|HKT|AE[SD]?T"
    r"|NZ[SD]?T|[PMCE][SD]?T|AKST|HST|BRT|ART|PHT|ICT|PKT|TRT|EAT)"
)
_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "TRT": 180, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180,
    "PKT": 300, "ICT": 420, "SGT": 480, "HKT": 480, "PHT": 480, "JST": 540, "KST": 540,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "BRT": -180, "ART": -180, "EDT": -240,
    "EST": -300, "CDT": -300, "MDT": -360, "MST": -420, "PDT": -420, "PST": -480, "AKST": -540,
    "HST": -600,
}  # fmt: skip
"""Minutes before UTC. Left out is what means several: BST, CST, IST, and ET, which has two."""
_ZONE_PARTS = regex(r"(?P<name>[A-Z]*)\s?(?:(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<m>\d{2})?)?")
_ZONE_SUFFIX = rf"\s*[\[(]?(?P<zone>{ZONE}(?![A-Za-z])(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?)[\])]?"
_OFFSET = r"[+-]\d{2}:?\d{2}\b"

_CLOCK = regex(
    r"(?<![\d:.])(?P<h>\d{1,2})(?P<sep>[:.h])(?P<m>\d{2}|[xX?]{2})"
    # Only a full time takes a numeric offset: in 14:00-14:05 the second is a time.
    rf"(?:[:.](?P<s>\d{{2}})(?:[.,]\d{{1,6}})?(?P<offset>{_OFFSET})?)?(?![\d%])"
    rf"(?P<ap>\s?[ap]\.?m\b\.?|[ap]\b)?(?:{_ZONE_SUFFIX})?",
    re.IGNORECASE,
)
_HOUR = regex(
    rf"(?<![\d:.])(?P<h>\d{{1,2}})\s?(?P<ap>[ap]\.?m\b\.?)(?:{_ZONE_SUFFIX})?", re.IGNORECASE
)
_MILITARY = regex(
    rf"(?<![\d:.])(?P<h>[0-2]\d)(?P<m>[0-5]\d)\s?(?:h(?:rs|ours)?\b|(?P<zone>{ZONE}(?![A-Za-z])))"
)
_NUMERIC = regex(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d{2}(?!\d)")
_SHORT = regex(r"(\d{1,2})(?:([-/])(\d{1,2})|(\.)(\d{1,2})\.?)(?=[ T,]{1,2}\d{1,2}:\d{2})")
_DAY_FIRST: ContextVar[bool] = ContextVar("day_first", default=False)
_RELATIVE = regex(
    r"T\s?[+±−-]\s?\d+(?:[.:]\d+)*\s*(?:w(?:eeks?|ks?)?|d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?"
    r"(?:\s?\d+\s?(?:m(?:in)?|s))?\b"
    r"|[+−]\s?\d+(?::\d{2})*\s?(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?(?=[\s:\])–—-])"
    r"|T(?:zero|0)\b",
    re.IGNORECASE,
)


class FoundDate(Struct, frozen=True):
    """A date as written: its place in the text, its day, and whether it has a year.

    `date` is None for a day that does not exist (30 February).
    """

    start: int
    end: int
    date: dt.date | None
    has_year: bool
    month_only: bool = False


class Clock(Struct, frozen=True):
    """A time of day as written. `minute` is None where it is partly unknown (22:XX).

    `padded` is True for `09:05`, which no twelve-hour clock shows in the afternoon;
    `impossible` quotes a time that no clock shows.
    """

    start: int
    end: int
    minute: float | None
    zone: str = ""
    half_day: bool = False
    padded: bool = True
    impossible: str = ""


class Stamp(Struct, frozen=True):
    """What a timeline entry begins with: `end` is where its own words start."""

    end: int
    start: int = 0
    clock: Clock | None = None
    date: FoundDate | None = None
    relative: bool = False


@contextmanager
def numeric_dates_of(text: str) -> Iterator[None]:
    """Within this, `03/10/2026` is read as the other dates of *text* prove it: 29/09/2026."""
    firsts = {(int(m[1]) > 12, int(m[2]) > 12) for m in _NUMERIC.finditer(text)}
    day_first = (True, False) in firsts and (False, True) not in firsts
    token = _DAY_FIRST.set(day_first)
    try:
        yield
    finally:
        _DAY_FIRST.reset(token)


def find_dates(text: str, year: int | None = None) -> Iterator[FoundDate]:
    """Dates in *text*; *year* (default: the leap year 2000) completes those without one."""
    for match in DATE.finditer(text):
        yield _found(match, year)


def _found(match: re.Match[str], year: int | None) -> FoundDate:
    has_year = bool(
        match["iso"] or match["num"] or match["year1"] or match["year2"] or match["year3"]
    )
    return FoundDate(
        match.start(), match.end(), _day_of(match, year or 2000), has_year, bool(match["mon3"])
    )


def _day_of(match: re.Match[str], year: int) -> dt.date | None:
    try:
        if match["iso"]:
            parts = [int(part) for part in regex(r"[-/.]").split(match["iso"])]
            return dt.date(parts[0], parts[1], parts[2])
        return _parsed(match["num"], year) if match["num"] else _in_words(match, year)
    except (ValueError, OverflowError):
        return None


def _in_words(match: re.Match[str], year: int) -> dt.date:
    """The day of a date whose month is written out; the first of a month without a day."""
    month = match["mon1"] or match["mon2"] or match["mon3"]
    stated = (match["year1"] or match["year2"] or match["year3"] or str(year)).lstrip("'")
    if len(stated) < _YEAR_DIGITS:
        stated = _CENTURY + stated
    day = match["day1"] or match["day2"] or 1
    return dt.date(int(stated), _MONTHS.index(month[:3].lower()) + 1, int(day))


_MONTHS = ("jan feb mar apr may jun jul aug sep oct nov dec").split()
_MONTHS_OF_A_YEAR = len(_MONTHS)
_CENTURY, _YEAR_DIGITS = "20", 4  # of years as in '26


def _parsed(numbers: str, year: int) -> dt.date:
    from dateutil import parser

    day_first = "." in numbers or _DAY_FIRST.get()
    return parser.parse(numbers, default=dt.datetime(year, 1, 1), dayfirst=day_first).date()


def _short_date(match: re.Match[str]) -> FoundDate:
    """A day in front of a time, in numbers without a year: ``03-26 17:40``, ``26.3. 17:40``."""
    first, mark, second, dot, last = match.groups()
    try:
        # With hyphens it is the rest of an ISO date: the month comes first.
        day = (
            dt.date(2000, int(first), int(second))
            if mark == "-" and int(first) <= _MONTHS_OF_A_YEAR
            else _parsed(f"{first}{mark or dot}{second or last}{mark or dot}2000", 2000)
        )
    except (ValueError, OverflowError):
        return FoundDate(match.start(), match.end(), None, has_year=False)
    return FoundDate(match.start(), match.end(), day, has_year=False)


def resolve(found: FoundDate, anchor: dt.date | None) -> dt.date | None:
    """The day that *found* means, a missing year taken so that it is nearest to *anchor*."""
    if found.date is None or found.has_year:
        return found.date
    if anchor is None:
        return None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [day for day in (_with_year(found.date, year) for year in years) if day is not None]
    return min(days, key=lambda day: abs((day - anchor).days), default=None)


def _with_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def offset_of(zone: str) -> int | None:
    """Minutes that *zone* ("EDT", "UTC+2", "+05:30") is before UTC; None if it may be several."""
    match = _ZONE_PARTS.fullmatch(zone.upper())
    base = _OFFSETS.get(match["name"] or "UTC") if match else None
    if match is None or base is None or not match["sign"]:
        return base
    if base:  # "CET+1" is not defined
        return None
    minutes = int(match["h"]) * 60 + int(match["m"] or 0)
    return -minutes if match["sign"] == "-" else minutes


def find_clock(text: str, at: int = 0, *, anchored: bool = False) -> Clock | None:
    """The first clock time at or after *at*; *anchored*: exactly at *at*."""
    found = []
    for pattern in (_CLOCK, _HOUR, _MILITARY):
        match = pattern.match(text, at) if anchored else pattern.search(text, at)
        while match is not None and not anchored and not _is_clock(match, text):
            match = pattern.search(text, match.end())
        if match is not None:
            found.append(match)
    if not found:
        return None
    return _clock(min(found, key=lambda match: (match.start(), -match.end())))


def _is_clock(match: re.Match[str], text: str) -> bool:
    """In running text a dot or an h between digits is rarely a time (2.41, 3h15)."""
    groups = match.groupdict()
    if groups.get("sep") in (".", "h") and not groups.get("ap") and not groups.get("zone"):
        return False
    after = text[match.end() : match.end() + 1]
    return after not in {"/", "%"} and text[max(0, match.start() - 1) : match.start()] not in {
        "/",
        "v",
        "$",
        "€",
    }


def _clock(match: re.Match[str]) -> Clock:
    groups = match.groupdict()
    hour = int(groups["h"])
    minute_text = groups.get("m") or "00"
    zone = (groups.get("zone") or groups.get("offset") or "").strip()
    half_day = (groups.get("ap") or "").strip()[:1].lower()
    if not minute_text.isdigit():
        return Clock(match.start(), match.end(), None, zone)
    minute, second = int(minute_text), int(groups.get("s") or 0)
    possible = minute < 60 and second < 60 and (hour < 24 or (hour == 24 and minute == 0))
    if not possible or (half_day and hour > 23):
        return Clock(match.start(), match.end(), None, zone, impossible=match[0].strip())
    if half_day and hour <= 12:
        hour = hour % 12 + (12 if half_day == "p" else 0)
    total = hour * 60 + minute + second / 60
    padded = groups["h"].startswith("0")
    return Clock(match.start(), match.end(), total, zone, bool(half_day), padded)


_OPENERS = regex(
    r"[\s\[({<*_`~≈|]+|(?:about|around|approx(?:imately|\.)?|circa|ca\.|c\.|roughly|at|on|from|by|between|just\s(?:before|after)|shortly\s(?:before|after)|before|after)\s+",
    re.IGNORECASE,
)
_WEEKDAY = regex(rf"{WEEKDAYS}(?![a-z])[,:]?", re.IGNORECASE)
_DAY_NUMBER = regex(r"day\s+\d+\b[,:]?", re.IGNORECASE)
_ISO_T = regex(r"T(?=\d{2}:\d{2})")
_RANGE = regex(r"\s*(?:[-–—−→~]+>?|to|until|till|and|/)\s*", re.IGNORECASE)
_ZONE_ALONE = regex(rf"[\s(\[]*{ZONE}(?![A-Za-z])[)\]]?")
_TEXTS = 4096  # remembered: headings, entries and sentences are asked one after the other
_CLOSERS = regex(
    r"[\s\])}>*_`~|,;:.!–—−\-=→&/]+|\((?:approx(?:\.|imately)?|est(?:\.|imated)?|ca\.)\)\s*[:–—-]?\s*",
    re.IGNORECASE,
)


def read_stamp(text: str, *, dotted: bool = True) -> Stamp | None:
    """The time stamp that *text* begins with, or None.

    Dates and times in either order, in brackets, approximate, ranges, relative
    (``T+5m``), with a weekday or zone. *dotted* accepts ``14.05`` as a time.
    """
    return _read_stamp(text, dotted, _DAY_FIRST.get())


@lru_cache(maxsize=_TEXTS)
def _read_stamp(text: str, dotted: bool, _day_first: bool) -> Stamp | None:
    at = 0
    clock: Clock | None = None
    date: FoundDate | None = None
    relative = False
    first = -1
    while at < len(text):
        step = _stamp_step(text, at, clock, date, dotted, relative)
        if step is None:
            break
        at, found, kind = step
        if kind:
            first = first if first >= 0 else found_start(found, at)
        if isinstance(found, Clock):
            clock = clock or found
        elif isinstance(found, FoundDate):
            date = date or found
        relative = relative or kind == "relative"
    if clock is None and date is None and not relative:
        return None
    return Stamp(at, max(first, 0), clock, date, relative)


def found_start(found: Clock | FoundDate | None, at: int) -> int:
    """Where a found date or time begins, or *at* for other parts of a stamp."""
    return found.start if found is not None else at


def _stamp_step(
    text: str, at: int, clock: Clock | None, date: FoundDate | None, dotted: bool, relative: bool
) -> tuple[int, Clock | FoundDate | None, str] | None:
    """One part of a stamp at *at*: its end, what it is, and its kind ('' for glue)."""
    if clock is None or _RANGE.match(text, at) or text[at : at + 1].isdigit():
        part = _stamp_part(text, at, clock, date, dotted)
        if part is not None:
            return part
    for pattern in (_CLOSERS, _OPENERS) if clock or date or relative else (_OPENERS,):
        match = pattern.match(text, at)
        if match:
            if (
                pattern is _OPENERS
                and match[0].strip("[({<*_`~≈@| \t")
                and (clock or not _stamp_part(text, match.end(), clock, date, dotted))
            ):
                return None
            return match.end(), None, ""
    match = _ZONE_ALONE.match(text, at) if clock or date else None
    if match:
        return match.end(), None, ""
    return _stamp_part(text, at, clock, date, dotted) if date is None else None


def _day_at(text: str, at: int, clock: Clock | None, date: FoundDate | None) -> FoundDate | None:
    """The day at *at*, if a stamp that has these parts already can have one there."""
    if clock is not None and date is not None:
        return None
    match = DATE.match(text, at)
    if match:
        return _found(match, None)
    match = _SHORT.match(text, at) if clock is None and date is None else None
    return _short_date(match) if match else None


def _stamp_part(
    text: str, at: int, clock: Clock | None, date: FoundDate | None, dotted: bool
) -> tuple[int, Clock | FoundDate | None, str] | None:
    if clock is not None:
        match = _RANGE.match(text, at)
        if match:  # the end of a range belongs to the stamp
            other = find_clock(text, match.end(), anchored=True)
            if other is not None:
                return other.end, None, ""
    day = _day_at(text, at, clock, date)
    if day is not None:
        return day.end, day, "date"
    if clock is None:
        found = find_clock(text, at, anchored=True)
        if found is not None and (dotted or text[at : found.end].find(".") < 0):
            return found.end, found, "clock"
        match = _RELATIVE.match(text, at)
        if match:
            return match.end(), None, "relative"
    for pattern in (_WEEKDAY, _DAY_NUMBER, _ISO_T):
        match = pattern.match(text, at)
        if match:
            return match.end(), None, ""
    return None


def find_datetime(text: str, anchor: dt.date | None) -> dt.datetime | None:
    """The first date in *text* with the first time after (or before) it; midnight if none."""
    for found in find_dates(text, anchor.year if anchor else None):
        day = resolve(found, anchor)
        if day is None:
            continue
        clock = find_clock(text)
        minute = clock.minute if clock and clock.minute is not None else 0
        return _moment(day, minute)
    clock = find_clock(text)
    if anchor is not None and clock is not None and clock.minute is not None:
        return _moment(anchor, clock.minute)
    return None


def _moment(day: dt.date, minute: float) -> dt.datetime | None:
    try:
        return dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
    except OverflowError:  # 24:00 of the last day of all
        return None


_NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90, "half": 0.5,
}  # fmt: skip
_UNITS = {"s": 1 / 60, "m": 1.0, "h": 60.0, "d": 1440.0, "w": 10080.0}
_DURATION = regex(
    r"(?<![\w.:])(?P<n>\d{1,6}(?:[.,]\d{1,3})?|(?:half|"
    + "|".join(w for w in _NUMBER_WORDS if w != "half")
    + r")(?=[\s-]))(?P<half1>\s+and\s+a\s+half)?[\s-]*(?:an?\s+)?"
    r"(?P<u>s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|weeks?|w)\b"
    r"(?P<half>\s+and\s+a\s+half\b)?",
    re.IGNORECASE,
)
_CLOCKED = regex(
    r"(?<![\d:])(?P<h>\d{1,3}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?\s*(?:h(?:ours?|rs?)?\b)?",
    re.IGNORECASE,
)


def find_duration(text: str, *, clocked: bool = False) -> tuple[int, int, float] | None:
    """The first duration in *text*: start, end, minutes. Adjacent parts add up (1h 20m).

    *clocked* also accepts ``1:20`` or ``01:20:00`` as hours and minutes.
    """
    match = _DURATION.search(text)
    if match is None:
        match = _CLOCKED.search(text) if clocked else None
        if match is None:
            return None
        minutes = int(match["h"]) * 60 + int(match["m"]) + int(match["s"] or 0) / 60
        return match.start(), match.end(), minutes
    start, end, total = match.start(), match.end(), _minutes(match)
    following = _DURATION.match(text, _skip_glue(text, end))
    while following is not None:
        total += _minutes(following)
        end = following.end()
        following = _DURATION.match(text, _skip_glue(text, end))
    return start, end, total


_GLUE = regex(r"[\s,]*(?:and\s+|&\s*)?")


def _skip_glue(text: str, at: int) -> int:
    match = _GLUE.match(text, at)
    return match.end() if match else at


def _minutes(match: re.Match[str]) -> float:
    words = match["n"].lower()
    number = float(words.replace(",", ".")) if words[0].isdigit() else float(_NUMBER_WORDS[words])
    if match["half"] or match["half1"]:
        number += 0.5
    return number * _UNITS[match["u"][0].lower()]

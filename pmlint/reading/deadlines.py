"""What a deadline as written means."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from pmlint.document import Deadline, Span
from pmlint.reading.dates import WEEKDAYS, FoundDate, find_dates, find_duration, resolve
from pmlint.regexes import regex

__all__ = ["INLINE_DEADLINE", "VAGUE_DEADLINE", "is_blank", "parse_deadline"]

_NO_YEAR = dt.date(2000, 1, 1)
"""Anchor of last resort; no rule compares a date with an unknown incident date."""

_LAST_BASE = dt.date(9800, 1, 1)
"""The last anchor: what is told from it ("in 100 years") is still in the calendar."""

_AHEAD = dt.timedelta(days=92)
"""Deadlines lie ahead: one without a year is that nearest to this long after the anchor."""

_BLANK = regex(r"\s*(?:[-–—_.?*]*|n/?a|none|\(none\)|\[\s*\])\s*", re.IGNORECASE)

VAGUE_DEADLINE = (
    r"(?:asap|a\.s\.a\.p\.?|as\s+soon\s+as\s+(?:possible|we\s+can|feasible|practical)"
    r"|soon(?:ish)?|on-?going|continu(?:ous|ously|al|ing)"
    r"|tb[dcas]|to\s+be\s+(?:determined|decided|defined|confirmed|agreed|scheduled)"
    r"|when(?:ever)?\s+(?:we|time|there|possible|capacity|feasible|resources)\b[^.;,|)]*"
    r"|(?:in\s+)?(?:the\s+)?(?:near|foreseeable)\s+future|eventually|at\s+some\s+point"
    r"|some\s*(?:day|time)|later(?:\s+this\s+\w+)?|next\s+(?:quarter|sprint|iteration"
    r"|cycle|release|year|maintenance\s+window)"
    r"|(?:in\s+the\s+)?(?:coming|next|following)\s+(?:few\s+|couple\s+of\s+)?(?:days|weeks"
    r"|months|quarters|sprints)|immediate(?:ly)?|urgent(?:ly)?|short[- ]term"
    r"|mid[- ]?term|medium[- ]term|long[- ]term|backlog|future|unknown|not\s+(?:set"
    r"|scheduled|planned|yet)\b[^.;,|)]*"
    r"|no\s+(?:date|deadline|eta)|(?:in\s+)?due\s+course|rolling|permanent(?:ly)?|daily"
    r"|weekly|monthly|quarterly|high|medium|low)"
)
_VAGUE = regex(rf"\W*{VAGUE_DEADLINE}\W*", re.IGNORECASE)
_UPON = regex(r"\s*(?:before|after|when(?:ever)?|once)\b", re.IGNORECASE)  # "before Season 5"
_RELEASE = regex(
    r"\s*(?:(?:by|in|with|until|on|for|the)\s+){0,2}"
    r"(?:(?:release|version|milestone)\s+(?:of\s+)?v?[\w.-]*\d[\w.-]*|v\d+(?:\.\d+)*[\w-]*)\s*",
    re.IGNORECASE,
)
"""What it is due with names no day, as long as nobody says when that is: "in v1.28"."""
_HALF = regex(r"\bH(?P<half>[12])(?:\s*[/,'’-]?\s*(?P<year>(?:20)?\d{2}))?\b", re.IGNORECASE)
_QUARTER = regex(
    r"\bQ([1-4])(?:\s*[/,'’-]?\s*((?:20)?\d{2}))?\b|\b(20\d{2})[ -]?Q([1-4])\b", re.IGNORECASE
)
_END_OF = regex(
    r"\b(?:eo|end\s+of\s+(?:the\s+|this\s+)?)(?P<next>next\s+)?(?P<unit>d(?:ay)?"
    r"|business\s+day|w(?:eek)?|m(?:onth)?|q(?:uarter)?|y(?:ear)?)\b",
    re.IGNORECASE,
)
_THIS = regex(
    r"\b(?P<which>this|next)\s+(?P<unit>week|month)\b|\b(?P<day>today|tomorrow)\b", re.IGNORECASE
)
_WEEKDAY = regex(rf"\b(?:next|this|by|on|coming)?\s*(?P<day>{WEEKDAYS})(?![a-z])", re.IGNORECASE)
_IN = regex(r"\b(?:in|within|over\s+the\s+next|\+)\s", re.IGNORECASE)
_BARE_DURATION = regex(
    r"\s*~?\s*(?:\d+|a|one|two|three|four|five|six|eight)[\s-]*(?:days?|weeks?|months?|w|d)\s*",
    re.IGNORECASE,
)
_MONTHS_AHEAD = regex(r"\b(?P<n>\d+|a|one|two|three|six)[\s-]*months?\b", re.IGNORECASE)
_SPRINT = regex(r"\bsprint\s+#?[\w.-]*\d", re.IGNORECASE)
_WEEK = regex(
    r"\b(?:(?P<year>(?:19|20)\d\d)[- ]?W"
    r"|(?<!\d\s)(?:calendar\s+)?(?:week\s+(?:no\.?\s*)?|wk\.?\s*)|[CK]W\s?)"
    r"(?P<week>\d{1,2})\b(?:\s*[/,-]?\s*(?P<after>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_MONTH_NAME = regex(
    r"\b(?:end of |late |mid[- ]|early )?(?P<month>january|february|march|april|june|july"
    r"|august|september|october|november|december|may(?=\W*$))\b",
    re.IGNORECASE,
)

_DATE_WORDS = r"""(?:
      (?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?:
          (?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}
        | \d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov
          |dec)[a-z]*\.?(?:,?[\s-]+(?:19|20)\d{2})?
        | (?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug
          |sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d{2})?
        | \d{1,2}[/.]\d{1,2}[/.](?:20)?\d{2} | \d{1,2}/\d{1,2}(?![\d/])
        | Q[1-4](?:[\s/-]*(?:20)?\d{2})? | (?:20)\d{2}[ -]?Q[1-4]
        | (?:january|february|march|april|may|june|july|august|september|october|november
          |december)(?:\s+20\d{2})?
        | (?:this|next)\s+(?:week|month|quarter|sprint|release|year|(?:mon|tues|wednes|thurs|fri
          |satur|sun)day)
        | (?:day|week|month|quarter|year)\b
      )
    | eo[dwmqy]\b | today | tomorrow | (?:mon|tues|wednes|thurs|fri|satur|sun)day\b
    | sprint\s+\#?[\w.-]*\d[\w.-]*
    | (?:in|within)\s+(?:\d+|an?|one|two|three|four|six|eight|the\s+next)\s+[\w\s]{0,12}?(?:days?
      |weeks?|months?|sprints?)
    | (?:\d+|one|two|three|four|six|eight)\s+(?:business\s+)?(?:days?|weeks?|months?)
  )"""
INLINE_DEADLINE = regex(
    rf"""(?:
        (?P<intro>\b(?:due(?:\s+(?:date|by|on))?|deadline|target(?:ed|ing)?(?:\s+(?:date|for))?
          |eta|by|before|until|no\s+later\s+than|not\s+later\s+than|completed?\s+by|done\s+by
          |finish(?:ed)?\s+by|scheduled\s+for|planned\s+for|for\s+release\s+in
          |expected)\b\s*[:=]?\s*(?:on\s+|by\s+|is\s+|in\s+)?)
        (?P<date>{_DATE_WORDS}|{VAGUE_DEADLINE}(?![\w-]))
      | (?P<within>\b(?:in|within)\s+(?:\d+|an?|one|two|three|four|six|eight)\s+(?:business\s+
        |working\s+)?(?:days?|weeks?|months?|sprints?)\b)
      | [,;(—–]\s*(?P<event>(?:by|before|until)\s+(?:the|our|an?)\s+[\w.'’-]+
        (?:\s+[\w.'’-]+){{0,4}}?\s+on\s+(?:the\s+)?(?=\S*\d|\w+\s+\d){_DATE_WORDS})\s*[.)]*$
      | ^\W{{0,3}}(?P<opens>(?:in|on|during)\s+(?:{_DATE_WORDS}))\s*,?\s+(?=(?:we|i|the|our)\b)
      | [(\[]\s*(?P<bracket>{_DATE_WORDS})\s*[)\]]
      | [,;–—-]\s*(?P<tail>sprint\s+\#?[\w.-]*\d|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}
        |(?:\d{{1,2}}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov
        |dec)[a-z]*\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s+(?:19|20)\d{{2}})?)\s*[.)]*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_blank(words: str) -> bool:
    """Whether a cell or field says nothing: empty, a dash, "n/a"."""
    return _BLANK.fullmatch(words) is not None


def parse_deadline(
    words: str, span: Span, anchor: dt.date | None, given_by: str
) -> Deadline | None:
    """The deadline that *words* give, or None if they are blank.

    *anchor* (the incident's or the review's day) completes dates without a year and
    relative ones ("in two weeks").
    """
    if is_blank(words):
        return None
    day = _day(words, anchor)
    if day is not None:
        return Deadline(words, span, day, False, given_by)
    if any(found.date is None for found in find_dates(words)):
        return Deadline(words, span, None, False, given_by)
    upon = _UPON.match(words) or _RELEASE.fullmatch(words)
    vague = bool(_VAGUE.fullmatch(words) or upon) or not any(map(str.isdigit, words))
    return Deadline(words, span, None, vague, given_by)


def _day(words: str, anchor: dt.date | None) -> dt.date | None:
    base = min(anchor or _NO_YEAR, _LAST_BASE)
    found = list(find_dates(words, base.year))
    if found:
        return _last_day(found[-1], base)
    for reading in (_quarter, _half, _end_of, _named, _ahead, _week, _month):
        day = reading(words, base)
        if day is not None:
            return day
    return _in_numbers(words, base) or (_far(base) if _SPRINT.search(words) else None)


def _last_day(found: FoundDate, base: dt.date) -> dt.date | None:
    day = resolve(found, base + _AHEAD)
    if day is not None and found.month_only:
        return _month_end(day.year, day.month)
    return day


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _quarter(words: str, base: dt.date) -> dt.date | None:
    match = _QUARTER.search(words)
    if match is None:
        return None
    quarter = int(match[1] or match[4])
    year_text = match[2] or match[3]
    year = int(year_text) if year_text else base.year
    year += 2000 if year < 100 else 0
    if not 1900 <= year <= 9998:
        return None
    day = _month_end(year, quarter * 3)
    return _month_end(year + 1, quarter * 3) if not year_text and day < base else day


def _half(words: str, base: dt.date) -> dt.date | None:
    """The last day of a half-year: "H1 2026"; without a year it is one to come."""
    match = _HALF.search(words)
    if match is None:
        return None
    month = 6 * int(match["half"])
    if match["year"]:
        return _month_end(2000 + int(match["year"][-2:]), month)
    day = _month_end(base.year, month)
    return _month_end(base.year + 1, month) if day < base else day


def _end_of(words: str, base: dt.date) -> dt.date | None:
    match = _END_OF.search(words)
    if match is None:
        return None
    unit, ahead = match["unit"][0].lower(), bool(match["next"])
    if unit in "db":
        return base
    if unit == "w":
        return base + dt.timedelta(days=(4 - base.weekday()) % 7 + 7 * ahead)
    if unit == "m":
        month = base.month + ahead
        return _month_end(base.year + (month > 12), (month - 1) % 12 + 1)
    if unit == "q":
        return None if ahead else _month_end(base.year, (base.month + 2) // 3 * 3)
    return _month_end(base.year, 12)


def _named(words: str, base: dt.date) -> dt.date | None:
    match = _THIS.search(words)
    if match is not None:
        if match["day"]:
            return base + dt.timedelta(days=match["day"].lower() == "tomorrow")
        span = 7 if match["unit"].lower() == "week" else 31
        return base + dt.timedelta(days=span * (2 if match["which"].lower() == "next" else 1))
    match = _WEEKDAY.search(words)
    if match is None:
        return None
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return base + dt.timedelta(
        days=(names.index(match["day"][:3].lower()) - base.weekday() - 1) % 7 + 1
    )


def _ahead(words: str, base: dt.date) -> dt.date | None:
    if not _IN.search(words) and not _BARE_DURATION.fullmatch(words):
        return None
    months = _MONTHS_AHEAD.search(words)
    if months is not None:
        count = {"a": 1, "one": 1, "two": 2, "three": 3, "six": 6}.get(months["n"].lower())
        return base + dt.timedelta(days=min(31 * (count or int(months["n"][:3])), 36500))
    found = find_duration(words)
    return base + dt.timedelta(minutes=min(found[2], 5e7)) if found and found[2] >= 60 else None


def _month(words: str, base: dt.date) -> dt.date | None:
    match = _MONTH_NAME.search(words)
    if match is None:
        return None
    month = list(calendar.month_name).index(match["month"].capitalize())
    day = _month_end(base.year, month)
    return day if day >= base else _month_end(base.year + 1, month)


def _week(words: str, base: dt.date) -> dt.date | None:
    """``2026-W50``, ``CW 50``, ``week 50``: the Friday of that week of the calendar."""
    match = _WEEK.search(words)
    if match is None:
        return None
    stated = match["year"] or match["after"]
    try:
        day = dt.date.fromisocalendar(int(stated or base.year), int(match["week"]), _FRIDAY)
        later = day if stated or day >= base else None
        return later or dt.date.fromisocalendar(base.year + 1, int(match["week"]), _FRIDAY)
    except ValueError:
        return None


_FRIDAY = 5  # as weeks of ISO 8601 count
_SLASHED = regex(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_DOTTED = regex(r"(?<![\d.v])(\d{1,2})\.(\d{1,2})\.?")


def _in_numbers(words: str, base: dt.date) -> dt.date | None:
    """``5/12``: a month and a day, the month first unless it cannot be one; ``12.5.`` a day first.

    Two numbers with a dot are a version as well, so a day has to be all that is said.
    """
    match = _SLASHED.search(words)
    dotted = None if match else _DOTTED.fullmatch(words.strip(" ()"))
    if match is not None:
        first, second = int(match[1]), int(match[2])
        month, day = (first, second) if first <= 12 else (second, first)
    elif dotted is not None:
        day, month = int(dotted[1]), int(dotted[2])
    else:
        return None
    try:
        return resolve(FoundDate(0, 0, dt.date(2000, month, day), False), base + _AHEAD)
    except ValueError:
        return None


def _far(base: dt.date) -> dt.date:
    """A numbered sprint is a date for those who plan by it: two weeks ahead."""
    return base + dt.timedelta(days=14)

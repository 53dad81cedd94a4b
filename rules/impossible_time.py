"""A time that cannot be: 25:61, an alert days before the incident, or after the review.

Why: a mistyped time moves an event past others; every length computed from it is wrong.
Instead: look the time up again in the alert, the chat or the deploy log.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Entry
from pmlint.regexes import regex
from pmlint.review.chronology import moment, time_place
from pmlint.rule import Category, Hit, Rule, Severity, option

# Before the incident these are background, not a contradiction.
_BACKGROUND = regex(
    r"\b(?:deploy\w*|releas\w+|merg\w+|chang\w+|introduc\w+|install\w*|creat\w+|add(?:s|ed)?"
    r"|upgrad\w+|migrat\w+|updat\w+|configur\w+|commit\w*|enabl\w+|disabl\w+|plan\w*|announc\w+"
    r"|schedul\w+|expir\w+|renew\w*|written|built|vendor|provider|push\w*|roll(?:s|ed)? ?out"
    r"|appl(?:y|ies|ied)|began|starts?|started|previous|earlier|first|issu\w+|open\w*)\b",
    re.IGNORECASE,
)
_AFTERMATH_DAYS = 31


@dataclass(frozen=True)
class Options:
    """How far from the stated dates an entry may lie."""

    early_days: int = option(
        2, "Days before the stated start from which an entry cannot belong to the incident."
    )


def check(document: Document, options: Options) -> Iterator[Hit]:
    first = _first_day(document, options)
    last = _last_day(document)
    for entry in document.timeline.entries:
        reason = _reason(entry, first, last, options)
        if reason:
            yield Hit(
                time_place(document, entry),
                f'"{moment(entry)}" {reason}',
                "Look the time up again in the alert, the chat or the deploy log, "
                "and check the day and the year.",
                data={"time": moment(entry)},
            )


def _reason(entry: Entry, first: dt.date | None, last: dt.date | None, options: Options) -> str:
    if entry.impossible:
        return "is not a possible time"
    if entry.date is None or not entry.dated:
        return ""
    if first and (first - entry.date).days >= options.early_days and not _background(entry):
        return f"lies {(first - entry.date).days} days before the stated start ({first})"
    if last and entry.date > last:
        return f"lies after the day of this document ({last})"
    return ""


def _first_day(document: Document, options: Options) -> dt.date | None:
    """The stated first day; None where the timeline tells of several days before it.

    One day before the start is a slip of the pen, several are a history.
    """
    started = document.facts.started
    if started is None:
        return None
    edge = started.date() - dt.timedelta(days=options.early_days)
    entries = document.timeline.entries
    early = {entry.date for entry in entries if entry.dated and entry.date and entry.date <= edge}
    return started.date() if len(early) <= 1 else None


def _background(entry: Entry) -> bool:
    return _BACKGROUND.search(entry.text.prose) is not None


def _last_day(document: Document) -> dt.date | None:
    """The last day that an entry can tell of, where the document's own day is known.

    A bare "Date:" on the first day told is the incident's, and work may go on for weeks
    after it; where most entries lie after it, it is not the day the document was written.
    """
    facts = document.facts
    days = [facts.published, facts.reviewed.date() if facts.reviewed else None]
    known = [day for day in days if day]
    told = [entry.date for entry in document.timeline.entries if entry.date and entry.dated]
    if not known or not told:
        return None
    is_written = facts.reviewed is not None or max(known) > min(told)
    last = max(known) + dt.timedelta(days=1 if is_written else _AFTERMATH_DAYS)
    return last if sum(day > last for day in told) * 2 <= len(told) else None


RULE = Rule(
    code="PM603",
    name="impossible-time",
    category=Category.TIMELINE,
    severity=Severity.ERROR,
    summary="A time that cannot be.",
    check=check,
    bad=(
        "## Timeline\n\n- 14:32 Deploy starts\n- [[25:61]] Alert fires\n- 14:50 Resolved\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 09:02 | Certificate expires |\n"
        "| [[09:75]] | Certificate renewed |\n",
        "# Search outage\n\nStarted: 2026-04-15 14:32\n\n## Timeline\n\n- 2026-04-05 [[14:35]]"
        " Alert fires\n- 2026-04-15 14:50 Resolved\n",
        "# Search outage\n\nPublished: 2026-04-17\n\n## Timeline\n\n"
        "- 2026-04-15 14:32 Deploy starts\n- 2026-04-15 14:35 Alert fires\n"
        "- 2026-05-15 [[14:50]] Resolved\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| [[20266-03-02 08:00]] | Import begins |\n"
        "| 2026-03-02 09:00 | Import fails |\n",
    ),
    good=(
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 23:59 Resolved\n",
        "Started: 2026-04-15 14:32\n\n## Timeline\n\n- 2026-04-01 10:00 Flag introduced, off\n"
        "- 2026-04-15 14:35 Alert fires\n- 2026-04-15 14:50 Resolved\n",
        "Started: 2026-04-15 00:10\n\n## Timeline\n\n- 2026-04-14 23:55 Latency rises\n"
        "- 2026-04-15 00:15 Alert fires\n",
        "Published: 2026-04-17\n\n## Timeline\n\n- 2026-04-15 14:35 Alert fires\n"
        "- 2026-04-16 09:00 Fix released\n",
        "# Search outage\n\nStarted: 2026-04-15\n\n## Timeline\n\n- 2026-04-02 10:00 Reindex fails"
        "\n- 2026-04-05 10:00 Reindex fails again\n- 2026-04-15 14:50 Search fails\n",
        "## Timeline\n\n- 14:32 Deploy of build 25:61 starts\n- 14:50 Resolved\n",
        "## Timeline\n\n- T+90m Rolled back\n- T+75m Verified\n",
    ),
    options=Options(),
)

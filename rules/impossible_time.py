"""A time that cannot be: 25:61, an alert days before the incident, or after the review.

Why: a mistyped time moves an event past others; every length computed from it is wrong.
Instead: look the time up again in the alert, the chat or the deploy log.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.chronology import clock, place_of
from pmlint.document import Document, Entry
from pmlint.rule import Category, Hit, Rule, Severity, option

# Before the incident these are background, not a contradiction.
_BACKGROUND = re.compile(
    r"\b(?:deploy\w*|releas\w+|merg\w+|chang\w+|introduc\w+|install\w*|creat\w+|add(?:s|ed)?"
    r"|upgrad\w+|migrat\w+|updat\w+|configur\w+|commit\w*|enabl\w+|disabl\w+|plan\w*|announc\w+"
    r"|schedul\w+|expir\w+|renew\w*|written|built|vendor|provider|push\w*|roll(?:s|ed)? ?out"
    r"|appl(?:y|ies|ied)|began|starts?|started|previous|earlier|first|issu\w+|open\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Options:
    """How far from the stated dates an entry may lie."""

    early_days: int = option(
        2, "Days before the stated start from which an entry cannot belong to the incident."
    )


def check(document: Document, options: Options) -> Iterator[Hit]:
    first = _first_day(document)
    for entry in document.timeline.entries:
        reason = _reason(document, entry, first, options)
        if reason:
            yield Hit(
                entry.time or place_of(document, entry),
                f'"{clock(entry)}" {reason}',
                "Look the time up again in the alert, the chat or the deploy log, "
                "and check the day and the year.",
                data={"time": clock(entry)},
            )


def _first_day(document: Document) -> dt.date | None:
    started = document.facts.started
    return started.date() if started else None


def _reason(document: Document, entry: Entry, first: dt.date | None, options: Options) -> str:
    if entry.impossible:
        return "is not a possible time"
    if entry.date is None or not entry.dated:
        return ""
    if first and (first - entry.date).days >= options.early_days and not _background(entry):
        return f"lies {(first - entry.date).days} days before the stated start ({first})"
    last = _document_day(document)
    if last and entry.date > last + dt.timedelta(days=1):
        return f"lies after the day of this document ({last})"
    return ""


def _background(entry: Entry) -> bool:
    return _BACKGROUND.search(entry.text.prose) is not None


def _document_day(document: Document) -> dt.date | None:
    reviewed = document.facts.reviewed
    days = [day for day in (reviewed.date() if reviewed else None, document.facts.published) if day]
    return max(days) if days else None


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
        "Started: 2026-04-15 14:32\n\n## Timeline\n\n- [[2026-04-05 14:35]] Alert fires\n"
        "- 2026-04-15 14:50 Resolved\n",
        "Published: 2026-04-17\n\n## Timeline\n\n- 2026-04-15 14:35 Alert fires\n"
        "- [[2026-05-15 14:50]] Resolved\n",
    ),
    good=(
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 23:59 Resolved\n",
        "Started: 2026-04-15 14:32\n\n## Timeline\n\n- 2026-04-01 10:00 Flag introduced, off\n"
        "- 2026-04-15 14:35 Alert fires\n- 2026-04-15 14:50 Resolved\n",
        "Started: 2026-04-15 00:10\n\n## Timeline\n\n- 2026-04-14 23:55 Latency rises\n"
        "- 2026-04-15 00:15 Alert fires\n",
        "Published: 2026-04-17\n\n## Timeline\n\n- 2026-04-15 14:35 Alert fires\n"
        "- 2026-04-16 09:00 Fix released\n",
        "## Timeline\n\n- 14:32 Deploy of build 25:61 starts\n- 14:50 Resolved\n",
        "## Timeline\n\n- T+90m Rolled back\n- T+75m Verified\n",
    ),
    options=Options(),
)

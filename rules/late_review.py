"""The review took place more than 48 hours after the incident was resolved.

Why: memory fades fast; after a week what is told is a tidy version of what happened.
Instead: hold the review 24 to 48 hours after resolution, or note why it was later. After a
week (`error-hours`) this is an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.review.chronology import first_line_of, hours_between, show_minutes
from pmlint.review.milestones import resolved_at
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How long after resolution the review may take place."""

    hours: float = option(48.0, "Hours after resolution that a review is still prompt.")
    error_hours: float = option(168.0, "Hours after resolution from which it is an error.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    reviewed = document.facts.reviewed
    resolved = resolved_at(document) if reviewed is not None else None
    if resolved is None or reviewed is None:
        return
    hours = hours_between(resolved, reviewed)
    if hours <= options.hours:
        return
    text = document.facts.reviewed_text
    # Of a bare day nobody knows the hour: what is counted is the least that it can have been.
    least = "at least " if dt.time() in (resolved.time(), reviewed.time()) else ""
    yield Hit(
        first_line_of(document, text) if text else document.first_line,
        f"the review was {least}{show_minutes(hours * 60)} after the incident was resolved",
        f"Plan the next review within {options.hours:g} hours; until then, ask everybody "
        "to note what they remember.",
        severity=Severity.ERROR if hours > options.error_hours else None,
        data={"hours": round(hours, 1), "limit": options.hours},
    )


RULE = Rule(
    code="PM807",
    name="late-review",
    category=Category.PROCESS,
    severity=Severity.WARNING,
    summary="The review was more than 48 hours after resolution.",
    check=check,
    bad=(
        "Resolved: 2026-04-15 14:50\n\nReview date: [[2026-04-20 10:00]]\n",
        "Resolved: 2026-04-15 14:50\n\nReview meeting: [[2026-05-04]]\n",
        "| Field | Value |\n|---|---|\n| Resolved | 2026-04-15 14:50 |\n"
        "| Postmortem meeting | [[2026-04-19 09:00]] |\n",
        "# Search down, 2026-04-15\n\nReview held: [[2026-04-23]]\n\n## Timeline\n\n"
        "- 14:32 Deploy starts\n- 14:50 Service restored\n",
        "| Incident | CLM-7 |\n|---|---|\n| Severity | High |\n"
        "| Incident end | 2026-04-15 22:10 UTC |\n| Review date | [[2026-04-20]] |\n",
    ),
    good=(
        "Resolved: 2026-04-15 14:50\n\nReview date: 2026-04-16 10:00\n",
        "Resolved: 2026-04-15 14:50\n\nReview date: 2026-04-17\n",
        "Resolved: 2026-04-15\n\nReview date: 2026-04-18\n",
        "Review date: 2026-04-20\n\n## Summary\n\nLogins failed for 18 minutes.\n",
        "Resolved: 2026-04-15 14:50\n\n## Summary\n\nLogins failed for 18 minutes.\n",
        "# Search down, 2026-04-15\n\nReview held: 2026-04-23\n\n## Timeline\n\n"
        "- 14:32 Deploy starts\n- 14:50 Still slow\n",
    ),
    options=Options(),
)

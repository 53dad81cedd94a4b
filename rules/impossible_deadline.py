"""A deadline lies before the incident, or is no day of any calendar.

Why: a date that cannot be met is not tracked; most often it is a slip of the year.
Instead: write the day in full, e.g. 2026-05-02.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Deadline, Document
from pmlint.review.work import incident_day, named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        due = item.deadline
        problem = _problem(document, due) if due is not None else ""
        if due is not None and problem:
            yield Hit(
                place_of(document, item, due.span),
                f'the deadline "{" ".join(due.text.split())}" of {named(item)} {problem}',
                "Write the day in full, with its year, e.g. 2026-05-02.",
                data={"deadline": due.text},
            )


def _problem(document: Document, due: Deadline) -> str:
    if due.date is None:
        return "" if due.vague else _unread(due.text)
    begun = incident_day(document)
    if begun is not None and due.date < begun:
        return f"lies before the incident ({begun.isoformat()})"
    return ""


def _unread(words: str) -> str:
    """What is wrong with words that give no day: it does not exist, or nobody can tell it."""
    # Only here: rules are listed without the reader.
    from pmlint.reading.dates import find_dates

    dated = next(find_dates(words), None) is not None
    return "is not a date that exists" if dated else "names no day that can be read"


RULE = Rule(
    code="PM407",
    name="impossible-deadline",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="A deadline lies before the incident, or is no day of any calendar.",
    check=check,
    bad=(
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | [[2025-04-25]] |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | [[2026-02-30]] |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | [[31 June 2026]] |\n",
        "# Slow search - April 15, 2026\n\n## Action items\n\n"
        "- Pin the base image (owner: Sarah, due: [[April 2, 2026]])\n",
    ),
    good=(
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | Apr 25 |\n| Rotate the key | Mike | May 1 |\n",
        "# Slow search - 2025-12-20\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | January 10 |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | soon |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | 2026-04-15 |\n",
        "## Action items\n\n- Pin the base image (owner: Sarah, due: May 2)\n",
        # A release is no day, which vague-deadline says.
        "## Action items\n\n- Pin the base image (owner: Sarah, due: in v1.28)\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n"
        "- Pin the base image (owner: Sarah, due: week 21)\n",
    ),
)

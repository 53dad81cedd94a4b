"""A deadline is more than a month away.

Why: what is due in half a year is not being worked on, and the gap stays open all
that time.
Instead: cut out the part that helps within a month, and give the rest its own item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.review.work import latest_day, named, open_items, place_of
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How far is far."""

    days: int = option(31, "Days after the incident, its review or publication that are allowed.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    begun = latest_day(document)
    if begun is None:
        return
    for item in open_items(document):
        due = item.deadline
        if due is None or due.date is None:
            continue
        ahead = (due.date - begun).days
        if ahead > options.days:
            words = " ".join(due.text.split())
            yield Hit(
                place_of(document, item, due.span),
                f'the deadline "{words}" of {named(item)} is {ahead} days away, counted from'
                f" {begun}",
                f"Cut out a first step that fits into {options.days} days, "
                "and give the rest its own item.",
                data={"deadline": due.date.isoformat(), "days": ahead, "limit": options.days},
            )


RULE = Rule(
    code="PM408",
    name="far-deadline",
    category=Category.ACTION_ITEMS,
    severity=Severity.INFO,
    summary="A deadline is more than a month away.",
    check=check,
    options=Options(),
    bad=(
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | [[2026-09-01]] |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | May 2 |\n| Split the index | Mike | [[June 1]] |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n"
        "- Shard the index (owner: Sarah, due: [[December 1, 2026]])\n",
    ),
    good=(
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | May 15 |\n",
        "## Action items\n\n- Pin the base image (owner: Sarah, due: 2026-09-01)\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | TBD |\n",
        "# Slow search - 2026-04-15\n\n## Action items\n\n"
        "- [x] Pin the base image (owner: Sarah, due: 2026-09-01)\n",
    ),
)

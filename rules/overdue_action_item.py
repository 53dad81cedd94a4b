"""An open action item is past its date.

Why: the gap that it was to close is still open, and nobody may have noticed.
Instead: do it, move the date openly, or cancel it with a reason. Judged only by a day that
is given: `--as-of`, or `as-of: 2026-06-01` in the document's front matter. Only items that are
said to be open count, by a status or a box that is not ticked: one whose status is said nowhere
may be done.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pmlint.document import Document, Status
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    today = _today(document)
    if today is None:
        return
    for item in open_items(document):
        due = item.deadline
        if item.status is not Status.OPEN:
            continue
        if due is None or due.date is None or due.date >= today:
            continue
        late = (today - due.date).days
        yield Hit(
            place_of(document, item),
            f"the action item {named(item)} is {late} day{'' if late == 1 else 's'} overdue",
            "Mark it done, agree a new date, or cancel it and say why.",
            data={"deadline": due.date.isoformat(), "as_of": today.isoformat(), "days": late},
        )


def _today(document: Document) -> dt.date | None:
    """The day to judge by; never the clock's, so that findings do not change by themselves."""
    if document.as_of is not None:
        return document.as_of
    stated = document.front_matter.get("as-of", document.front_matter.get("as_of"))
    if isinstance(stated, dt.datetime):
        return stated.date()
    return stated if isinstance(stated, dt.date) else None


RULE = Rule(
    code="PM419",
    name="overdue-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="An open action item is past its date.",
    check=check,
    bad=(
        "---\nas-of: 2026-06-01\n---\n\n# Slow search - 2026-04-15\n\n## Action items\n\n"
        "| Action | Owner | Due | Status |\n|---|---|---|---|\n"
        "| [[Pin the base image]] | Sarah | 2026-05-02 | Open |\n"
        "| Add a canary stage | Mike | 2026-06-10 | Open |\n",
        "---\nas-of: 2026-06-01\n---\n\n## Action items\n\n"
        "| Action | Due | Status |\n|---|---|---|\n"
        "| [[Pin the base image]] | 2026-05-31 | In progress |\n"
        "| Rotate the key | 2026-05-02 | Done |\n",
        "---\nas_of: 2026-06-01\n---\n\n## Action items\n\n"
        "- [ ] [[Pin the base image]] (due: 2026-05-02)\n- [ ] Tag images (due: 2026-06-01)\n",
    ),
    good=(
        "# Slow search - 2026-04-15\n\n## Action items\n\n- [ ] Pin the image (due: 2026-05-02)\n",
        "---\nas-of: 2026-06-01\n---\n\n## Action items\n\n- [x] Pin the image (due: 2026-05-02)\n",
        "---\nas-of: 2026-06-01\n---\n\n## Action items\n\n"
        "| Action | Due | Status |\n|---|---|---|\n"
        "| Pin the base image | 2026-05-02 | Cancelled |\n"
        "| Add a canary stage | 2026-05-02 | Done |\n",
        "---\nas-of: 2026-06-01\n---\n\n## Action items\n\n"
        "| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | 2026-05-02 |\n",
        "---\nas-of: 2026-06-01\n---\n\n## Action items\n\n- [ ] Pin the image (due: soon)\n",
    ),
)

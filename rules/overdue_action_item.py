"""An open action item is past its date.

Why: the gap that it was to close is still open, and nobody may have noticed.
Instead: do it, move the date openly, or cancel it with a reason. Only judged when a day
is given (`--as-of`).
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.work import named, open_items, place_of


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    today = document.as_of
    if today is None:
        return
    for item in open_items(document):
        due = item.deadline
        if due is None or due.date is None or due.date >= today:
            continue
        late = (today - due.date).days
        yield Hit(
            place_of(document, item),
            f"the action item {named(item)} is {late} day{'' if late == 1 else 's'} overdue",
            "Mark it done, agree a new date, or cancel it and say why.",
            data={"deadline": due.date.isoformat(), "as_of": today.isoformat(), "days": late},
        )


RULE = Rule(
    code="PM419",
    name="overdue-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="An open action item is past its date.",
    check=check,
    bad=(
        "<!-- as-of: 2026-06-01 -->\n\n# Search outage - 2026-04-15\n\n## Action items\n\n"
        "- [ ] [[Pin the base image]], due 2026-05-02\n",
    ),
    good=(
        "# Search outage - 2026-04-15\n\n## Action items\n\n- [ ] Pin the base image, due 2026-05-02\n",
    ),
)

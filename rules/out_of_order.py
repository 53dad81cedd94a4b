"""A timeline entry lies before the one above it.

Why: readers take the order of lines for the order of events; one swapped line
turns an effect into a cause.
Instead: sort the entries by time, or correct the time; past midnight, give the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.mending import sort_timeline
from pmlint.review.chronology import clock, neighbours, show_minutes, time_place
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    sign = -1 if document.timeline.descending else 1
    for before, entry in neighbours(document):
        back = sign * ((before.minute or 0.0) - (entry.minute or 0.0))
        if back > 0:
            order = "after" if document.timeline.descending else "before"
            yield Hit(
                time_place(document, entry),
                f'"{clock(entry)}" lies {show_minutes(back)} {order} "{clock(before)}" above it',
                "Sort the two entries, or correct the time that was mistyped; "
                "if the entry is on another day, write its date.",
                data={"time": clock(entry), "previous": clock(before), "minutes": back},
                fix=sort_timeline(document),
            )


RULE = Rule(
    code="PM602",
    name="out-of-order",
    category=Category.TIMELINE,
    severity=Severity.ERROR,
    summary="Time runs backwards in the timeline.",
    check=check,
    fixable=True,
    bad=(
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:41 Rollback starts\n"
        "- [[14:35]] Alert fires\n- 14:50 Resolved\n",
        "## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 09:02 | Certificate expires |\n"
        "| 09:40 | Certificate renewed |\n| [[09:15]] | Support opens a ticket |\n",
        "## Timeline\n\n1. 2026-03-02 23:50 Import starts\n2. 2026-03-02 [[23:10]] Disk alert\n"
        "3. 2026-03-03 00:20 Disk extended\n",
        "## Timeline\n\n10:00 AM - Queue alert fires\n\n11:15 AM - Consumers restarted\n\n"
        "[[10:40 AM]] - On-call joins the bridge\n",
    ),
    good=(
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 14:35 Page sent\n",
        "## Timeline\n\n- 23:40 Deploy starts\n- 23:55 Alert fires\n- 00:10 Rolled back\n",
        "## Timeline\n\n### 2 March\n\n- 22:00 Import starts\n- 23:30 Import fails\n\n"
        "### 3 March\n\n- 08:15 Import restarted\n- 09:00 Import done\n",
        "## Timeline\n\n| Date | Time | Event |\n|---|---|---|\n"
        "| 2026-03-02 | 18:00 | Import starts |\n| 2026-03-03 | 08:15 | Import restarted |\n",
        "## Timeline (newest first)\n\n- 14:50 Resolved\n- 14:35 Alert fires\n- 14:32 Deploy\n",
        "## Timeline\n\n- 14:50 Resolved\n- 14:41 Rollback starts\n- 14:35 Alert fires\n"
        "- 14:32 Deploy starts\n",
        "## Timeline\n\n- 11:50 AM Deploy starts\n- 12:05 PM Alert fires\n- 1:10 PM Rolled back\n",
        "## Timeline\n\n- T+0 Deploy starts\n- T+5m Alert fires\n- T+1h Rolled back\n",
    ),
)

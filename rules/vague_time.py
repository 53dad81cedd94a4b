"""A timeline entry has words such as "later" where its time belongs.

Why: "that evening" can be five minutes or five hours after the entry above; the
length of detection and recovery is lost in it.
Instead: write the time, roughly if need be: "about 19:30".
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.review.chronology import time_place
from pmlint.review.placeholders import is_unfilled
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for entry in document.timeline.entries:
        if is_unfilled(entry.text):
            continue  # a line of the template, which is reported as a placeholder
        if entry.vague and entry.minute is None and not entry.nested:
            yield Hit(
                time_place(document, entry),
                f'"{entry.vague}" stands where the time of this entry belongs',
                'Replace it by the time, roughly if need be: "about 19:30".',
                data={"time": entry.vague},
            )


RULE = Rule(
    code="PM606",
    name="vague-time",
    category=Category.TIMELINE,
    severity=Severity.WARNING,
    summary="A timeline entry has a vague time.",
    check=check,
    bad=(
        "## Timeline\n\n- 14:32 Deploy starts\n- [[Later]]: the cache was rebuilt\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- [[That evening]] the vendor called back\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 09:02 | Certificate expires |\n"
        "| [[shortly after]] | Support opens a ticket |\n",
    ),
    good=(
        "## Timeline\n\n- [HH:MM] [describe what started it]\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- about 14:35 Alert fires\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- ~15:00 Cache rebuilt, later than planned\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- T+5m Alert fires\n",
        "## Timeline\n\n- 14:32 Deploy starts\n  - Later builds were not affected\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- Error rate climbs to 12%\n",
        "## Lessons learned\n\n- Later that evening we learned that retries add load\n",
    ),
)

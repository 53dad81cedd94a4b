"""A deadline is not a date: "soon", "ASAP", "when we get to it".

Why: "when we get to it" is a way to say never. What matters about a deadline is that
it exists and that somebody can see it pass.
Instead: name a day, even one a month away, and move it openly if it must move.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Deadline, Document
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_HINT = 'Name the day by which it is done, e.g. "May 2"; two weeks is a deadline, so is a month.'


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        due = item.deadline
        if due is not None and due.date is None and due.vague and _says(due):
            yield Hit(
                place_of(document, item, due.span),
                f'"{" ".join(due.text.split())}" is no date for the action item {named(item)}',
                _HINT,
                data={"deadline": due.text},
            )


def _says(due: Deadline) -> bool:
    """Whether there is a word; a dash or "N/A" is a missing deadline."""
    plain = due.text.strip(" -–—_.?*()[]").lower()
    return bool(plain) and plain not in {"n/a", "na", "none", "no date", "no deadline", "not set"}


RULE = Rule(
    code="PM406",
    name="vague-deadline",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary='A deadline is not a date: "soon", "ASAP", "when we get to it".',
    check=check,
    bad=(
        "## Action items\n\n| Action | Owner | Deadline |\n|---|---|---|\n"
        "| Pin the base image | Sarah | [[ASAP]] |\n"
        "| Rotate the signing key | Mike | [[When we get to it]] |\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Add a canary stage | Sarah | [[TBD]] |\n| Purge the cache | Mike | [[ongoing]] |\n",
        "## Action items\n\n- Pin the base image (owner: Sarah, due: [[soon]])\n",
        "## Action items\n\n- Pin the base image (owner: Sarah, due: [[in v1.28]])\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Add a canary stage | Sarah | [[next quarter]] |\n",
    ),
    good=(
        "# Slow search - 2026-04-15\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Add a canary stage | Sarah | end of Q2 |\n",
        "## Action items\n\n- Pin the base image (owner: Sarah, due: May 2)\n",
        "## Action items\n\n- Pin the base image\n",
        "## Action items\n\n- Pin the base image in two weeks (Sarah)\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the image | Sarah | - |\n",
        "## Action items\n\n- [x] Pin the base image (due: soon)\n",
    ),
)

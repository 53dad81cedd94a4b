"""An action item has no date.

Why: without a date nobody can see that an item is late, so it quietly never happens.
Instead: give each item the day by which it is done. Two weeks is a deadline; a month
is fine for larger work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import ActionItem, Document
from pmlint.mending import add_column
from pmlint.regexes import regex
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_BLANK = regex(
    r"[\W_]*(?:n/?a|none|no date|no deadline|not set|unset|not applicable)?[\W_]*", re.IGNORECASE
)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        if _undated(item):
            yield Hit(
                place_of(document, item),
                f"the action item {named(item)} has no deadline",
                'Add the day by which it is done, e.g. "due April 25" or "in two weeks".',
                data={"deadline": None},
                fix=add_column(document, item.block, "due", "Deadline") if item.in_table else None,
            )


def _undated(item: ActionItem) -> bool:
    return item.deadline is None or _BLANK.fullmatch(item.deadline.text) is not None


RULE = Rule(
    code="PM405",
    name="missing-deadline",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary="An action item has no date.",
    check=check,
    fixable=True,
    bad=(
        "## Action items\n\n- [[Add a dry-run flag to the purge tool]]\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | 2026-05-02 |\n| [[Add a canary stage]] | Mike | |\n",
        "## Action items\n\n| Action | Owner | Deadline |\n|---|---|---|\n"
        "| [[Add a canary stage]] | Mike | N/A |\n",
        "## Action items\n\n1. Pin the base image (due May 2)\n"
        "2. [[Alert on queue depth above 10k]]\n",
    ),
    good=(
        "## Action items\n\n- Add latency P99 alert for basket-service with a 400ms threshold, "
        "owned by Sarah, due April 25\n",
        "## Action items\n\n- Pin the base image in two weeks (Sarah)\n",
        "## Action items (due May 2)\n\n- Pin the base image\n- Rotate the signing key\n",
        "## Action items\n\n- Pin the base image\n  - Owner: Sarah\n  - Due: May 2\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | ASAP |\n",
        "## Action items\n\n- [x] Roll back the release\n",
        "## Action items\n\n- Pin the base image, sprint 14\n",
    ),
)

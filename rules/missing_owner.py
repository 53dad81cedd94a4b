"""An action item has no owner.

Why: work that belongs to everybody is done by nobody.
Instead: put one person's name to each item. Owning it means seeing that it gets done,
not doing it alone.
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
    r"[\W_]*(?:n/?a|none|nobody|no one|unassigned|not assigned|unowned|no owner|-)?[\W_]*",
    re.IGNORECASE,
)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        if _unowned(item):
            yield Hit(
                place_of(document, item),
                f"the action item {named(item)} has no owner",
                'Add one person who will see it through, e.g. "owner: Sarah".',
                data={"owner": None},
                fix=add_column(document, item.block, "owner", "Owner") if item.in_table else None,
            )


def _unowned(item: ActionItem) -> bool:
    return item.owner is None or _BLANK.fullmatch(item.owner.text) is not None


RULE = Rule(
    code="PM403",
    name="missing-owner",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary="An action item has no owner.",
    check=check,
    fixable=True,
    bad=(
        "## Action items\n\n- [[Add a dry-run flag to the purge tool]]\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | May 2 |\n| [[Add a canary stage]] | | May 4 |\n",
        "## Action items\n\n1. Pin the base image (owner: Sarah)\n"
        "2. [[Alert on queue depth above 10k]]\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n| [[Add a canary stage]] | - |\n"
        "| [[Rotate the signing key]] | N/A |\n",
        "**Follow-ups**\n\n- [ ] [[Rotate the signing key]], due May 2\n",
    ),
    good=(
        "## Action items\n\n- Add latency P99 alert for basket-service with a 400ms threshold, "
        "owned by Sarah, due April 25\n",
        "## Action items\n\n- Add a dry-run flag to the purge tool @sarah\n",
        "## Action items\n\n| Action | Assignee | Due |\n|---|---|---|\n"
        "| Pin the base image | Mike | May 2 |\n",
        "## Action items\n\n- Pin the base image\n  - Owner: Sarah\n  - Due: May 2\n",
        "## Action items\n\n- Sarah to add the prompt to the deploy script by May 2\n",
        "## Action items\n\n- [x] Roll back the release\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n| Pin the base image | TBD |\n",
    ),
)

"""An action item has no ticket.

Why: a document is not where work is planned. An item that is in no tracker competes
with nothing and is scheduled by nobody.
Instead: open a ticket for each item and put its id or link beside it. A list in which
every item has an owner and a date is a tracker of its own, and is left alone unless some
of its items do have tickets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import ActionItem, BlockKind, Document
from pmlint.regexes import regex
from pmlint.review.work import actions_heading, named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_COLUMN = regex(r"\b(?:tickets?|jira|issues?|tracker|tracked|tracking)\b", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    items = open_items(document)
    untracked = [item for item in items if not item.ticket]
    if any(item.ticket for item in document.actions) or _has_column(document, items):
        for item in untracked:
            yield Hit(
                place_of(document, item),
                f"the action item {named(item)} has no ticket",
                "Open a ticket and put its id or link beside the item.",
            )
    elif not all(item.owner and item.deadline for item in untracked):
        yield Hit(
            actions_heading(document, items),
            "no action item has a ticket",
            "Open a ticket for each, and put its id or link beside the item.",
            data={"count": len(untracked)},
        )


def _has_column(document: Document, items: tuple[ActionItem, ...]) -> bool:
    """Whether the items stand in a table that has room for tickets."""
    for block in document.blocks:
        for table in block.walk():
            if table.kind is BlockKind.TABLE and table.children:
                header = " ".join(cell.words for cell in table.children[0].children)
                rows = any(item.line.start in table.span for item in items)
                if rows and _COLUMN.search(header):
                    return True
    return False


RULE = Rule(
    code="PM415",
    name="untracked-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.INFO,
    summary="An action item has no ticket.",
    check=check,
    bad=(
        "## [[Action items]]\n\n- Pin the base image\n- Add a canary stage\n",
        "## Action items\n\n- Pin the base image (OPS-311)\n- [[Add a canary stage]]\n",
        "## Action items\n\n| Action | Ticket |\n|---|---|\n| Pin the base image | OPS-311 |\n"
        "| [[Add a canary stage]] | |\n",
        "## Action items\n\n| Action | Owner | Due | Jira |\n|---|---|---|---|\n"
        "| [[Pin the base image]] | Sarah | May 2 | |\n",
    ),
    good=(
        "## Action items\n\n- Pin the base image (OPS-311)\n- Add a canary stage (OPS-312)\n",
        "## Action items\n\n"
        "- Pin the base image [#41](https://github.com/example/worker/issues/41)\n",
        "## Action items\n\n| Action | Ticket |\n|---|---|\n| Pin the base image | OPS-311 |\n",
        "## Action items\n\n- [x] Roll back the release\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah | May 2 |\n| Tag images | Mike | May 4 |\n",
    ),
)

"""An action item has no ticket.

Why: a document is not where work is planned. An item that is in no tracker competes
with nothing and is scheduled by nobody.
Instead: open a ticket for each item and put its id or link beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.work import actions_heading, named, open_items, place_of


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    items = open_items(document)
    untracked = [item for item in items if not item.ticket]
    if untracked and not any(item.ticket for item in document.actions):
        yield Hit(
            actions_heading(document, items),
            "no action item has a ticket",
            "Open a ticket for each, and put its id or link beside the item.",
            data={"count": len(untracked)},
        )
        return
    for item in untracked:
        yield Hit(
            place_of(document, item),
            f"the action item {named(item)} has no ticket, unlike others here",
            "Open a ticket and put its id or link beside the item.",
        )


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
    ),
    good=(
        "## Action items\n\n- Pin the base image (OPS-311)\n- Add a canary stage (OPS-312)\n",
        "## Action items\n\n"
        "- Pin the base image [#41](https://github.com/example/worker/issues/41)\n",
        "## Action items\n\n| Action | Ticket |\n|---|---|\n| Pin the base image | OPS-311 |\n",
        "## Action items\n\n- [x] Roll back the release\n",
    ),
)

"""Action items stand in another order than their priority.

Why: lists are worked off from the top; what prevents the failure should stand there.
Instead: list Prevent before Detect before Mitigate. Off until selected.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import ActionType, Document
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_RANK = {ActionType.PREVENT: 0, ActionType.DETECT: 1, ActionType.MITIGATE: 2}


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    lowest: ActionType | None = None
    for item in open_items(document):
        if item.type is None:
            continue
        if lowest is not None and _RANK[item.type] < _RANK[lowest]:
            yield Hit(
                place_of(document, item),
                f"the {item.type.value} item {named(item)} is listed after a {lowest.value} item",
                "List Prevent before Detect before Mitigate: the order is the priority.",
                data={"type": item.type.value, "after": lowest.value},
            )
        else:
            lowest = item.type


RULE = Rule(
    code="PM413",
    name="type-order",
    category=Category.ACTION_ITEMS,
    severity=Severity.INFO,
    summary="Action items stand in another order than their priority.",
    check=check,
    enabled=False,
    bad=(
        "## Action items\n\n| Action | Type |\n|---|---|\n| Add a canary stage | Mitigate |\n"
        "| [[Pin the base image]] | Prevent |\n",
        "## Action items\n\n### Detect\n\n- Page on lag above 30 s\n\n### Prevent\n\n"
        "- [[Pin the base image]]\n",
        "## Action items\n\n| Action | Type |\n|---|---|\n| Pin the base image | Prevent |\n"
        "| Add a canary stage | Mitigate |\n| [[Page on lag above 30 s]] | Detect |\n",
    ),
    good=(
        "## Action items\n\n| Action | Type |\n|---|---|\n| Pin the base image | Prevent |\n"
        "| Page on lag above 30 s | Detect |\n| Add a canary stage | Mitigate |\n",
        "## Action items\n\n- Add a canary stage\n- Pin the base image\n",
        "## Action items\n\n| Action | Type |\n|---|---|\n| Pin the base image | Prevent |\n"
        "| Tag images with the commit | Prevent |\n",
        "## Action items\n\n| Action | Type |\n|---|---|\n| Page on lag above 30 s | Detect |\n",
    ),
)

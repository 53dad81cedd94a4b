"""An action item does not say whether it prevents, detects or mitigates.

Why: the type is the priority. Items that stop this failure come first, those that show
it faster second, those that make it smaller third; untyped lists get worked off from the
easy end.
Instead: mark each item Prevent, Detect or Mitigate, in a column or a heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import ActionItem, Document
from pmlint.mending import add_column
from pmlint.review.work import actions_heading, named, open_items, place_of
from pmlint.rule import Category, Fix, Hit, NoOptions, Rule, Severity

_HINT = "Mark it Prevent (stops it), Detect (shows it sooner) or Mitigate (makes it smaller)."


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    items = open_items(document)
    untyped = [item for item in items if item.type is None]
    if untyped and not any(item.type or item.type_text for item in document.actions):
        yield Hit(
            actions_heading(document, items),
            "no action item says whether it prevents, detects or mitigates",
            "Add a type to each item: Prevent (stops it), Detect (shows it sooner) "
            "or Mitigate (makes it smaller).",
            data={"count": len(untyped)},
            fix=_column(document, untyped[0]),
        )
        return
    for item in untyped:
        yield Hit(
            place_of(document, item),
            _message(item),
            _HINT,
            data={"type": item.type_text},
            fix=_column(document, item),
        )


def _column(document: Document, item: ActionItem) -> Fix | None:
    return add_column(document, item.block, "type", "Type") if item.in_table else None


def _message(item: ActionItem) -> str:
    written = " ".join(item.type_text.split())
    if written:
        return f'the type "{written}" of {named(item)} is none of Prevent, Detect and Mitigate'
    return f"the action item {named(item)} has no type"


RULE = Rule(
    code="PM411",
    name="untyped-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="An action item does not say whether it prevents, detects or mitigates.",
    check=check,
    fixable=True,
    bad=(
        "## [[Action items]]\n\n- Pin the base image\n- Add a canary stage\n- Rotate the key\n",
        "## Action items\n\n| Action | Type | Owner |\n|---|---|---|\n"
        "| Pin the base image | Prevent | Sarah |\n| [[Add a canary stage]] | | Mike |\n",
        "## Action items\n\n| Action | Type | Owner |\n|---|---|---|\n"
        "| Pin the base image | Prevent | Sarah |\n| [[Add a canary stage]] | Other | Mike |\n",
    ),
    good=(
        "## Action items\n\n| Action | Type | Owner |\n|---|---|---|\n"
        "| Pin the base image | Prevent | Sarah |\n| Add a canary stage | Detect | Mike |\n",
        "## Action items\n\n### Prevent\n\n- Pin the base image\n\n### Mitigate\n\n"
        "- Add a canary stage\n",
        "## Action items\n\n| Action | Category |\n|---|---|\n| Pin the base image | Preventive |\n"
        "| Page on lag above 30 s | Detection |\n| Add a canary stage | Mitigation |\n"
        "| Rebuild the index | Repair |\n",
        "## Action items\n\n- [x] Roll back the release\n",
    ),
)

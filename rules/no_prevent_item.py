"""No action item prevents the failure from happening again.

Why: faster detection and a smaller blast radius help, but the same failure comes back.
Instead: ask what would have made this exact failure impossible, and add that item; or
state that the risk is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import ActionType, Document, Topic
from pmlint.regexes import regex
from pmlint.review.work import actions_heading, open_items
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_ACCEPTED = regex(r"\baccept(?:ed|ing|able)?\b.{0,40}\brisk|\brisk\b.{0,40}\baccept", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    items = open_items(document)
    typed = bool(items) and all(item.type is not None for item in items)
    prevented = any(item.type is ActionType.PREVENT for item in document.actions)
    if not typed or prevented or _risk_accepted(document):
        return
    yield Hit(
        actions_heading(document, items),
        "no action item prevents this failure from happening again",
        "Ask what would have made it impossible, and add that as a Prevent item; "
        "or state that the risk is accepted.",
        data={"count": len(items)},
    )


def _risk_accepted(document: Document) -> bool:
    sentences = document.sentences_of(Topic.ACTIONS, Topic.FACTORS)
    return any(_ACCEPTED.search(sentence.text.prose) for sentence in sentences)


RULE = Rule(
    code="PM412",
    name="no-prevent-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.INFO,
    summary="No action item prevents the failure from happening again.",
    check=check,
    bad=(
        "## [[Action items]]\n\n| Action | Type | Owner |\n|---|---|---|\n"
        "| Page on lag above 30 s | Detect | Sarah |\n| Add a canary stage | Mitigate | Mike |\n",
        "## [[Action items]]\n\n### Detect\n\n- Page on lag above 30 s\n\n### Mitigate\n\n"
        "- Keep a warm standby of the index\n",
        "## [[Follow-ups]]\n\n| Action | Category |\n|---|---|\n"
        "| Page on lag above 30 s | Detection |\n",
    ),
    good=(
        "## Action items\n\n| Action | Type |\n|---|---|\n| Pin the image | Prevent |\n"
        "| Page on lag above 30 s | Detect |\n",
        "## Action items\n\n- Page on lag above 30 s\n- Add a canary stage\n",
        "## Action items\n\n| Action | Type |\n|---|---|\n| Pin the image | |\n"
        "| Page on lag above 30 s | Detect |\n",
        "## Action items\n\nWe accept the risk of a second vendor outage.\n\n"
        "| Action | Type |\n|---|---|\n| Page on vendor errors above 5% | Detect |\n",
    ),
)

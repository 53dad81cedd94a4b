"""An action item answers none of the contributing factors.

Why: an item that no factor asks for is somebody's pet project, or the factor that it
answers was never written down; either way a reader cannot see why it is there.
Instead: name the factor, by words or by its number, or write down the factor that is
missing. The other direction, a factor without an action item, is PM421
(factor-without-action).
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.review.linking import unfounded_items
from pmlint.review.work import named, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in unfounded_items(document):
        yield Hit(
            place_of(document, item),
            f"the action item {named(item)} answers none of the contributing factors by its words",
            "Say which factor it answers, or add the factor that led to it.",
            confidence=0.5,
        )


_HEAD = (
    "## Contributing factors\n\n- No alert watches the age of the nightly ledger backup\n"
    "- The purge tool runs against production without a prompt\n\n"
)

RULE = Rule(
    code="PM417",
    name="action-without-factor",
    category=Category.ACTION_ITEMS,
    severity=Severity.INFO,
    summary="An action item answers none of the contributing factors.",
    check=check,
    bad=(
        _HEAD + "## Action items\n\n- Page when the ledger backup is older than a day\n"
        "- Ask for confirmation in the purge tool\n- [[Upgrade Grafana to version 11]]\n",
        _HEAD + "## Action items\n\n1. Add a confirmation prompt to the purge tool\n"
        "2. [[Move the wiki to the new hosting company]]\n",
        _HEAD + "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Page when the ledger backup is older than a day | Sarah |\n"
        "| [[Move the office printers to their own subnet]] | Mike |\n",
    ),
    good=(
        _HEAD + "## Action items\n\n- Page when the ledger backup is older than a day\n"
        "- Ask for confirmation in the purge tool\n",
        _HEAD + "## Action items\n\n- Alarm on missing dumps of the ledger\n"
        "- Guard the deletion script with a question\n",
        "## Contributing factors\n\n- F1: The lease is renewed by hand\n"
        "- F2: Nobody could see the queue\n\n## Action items\n\n- Automate the lease (F1)\n"
        "- Upgrade Grafana to version 11 (F2)\n",
        "## Action items\n\n- Upgrade Grafana to version 11\n- Pin the base image\n",
        _HEAD + "## Action items\n\n- Upgrade Grafana to version 11\n"
        "- Move the wiki to the new hosting company\n",
    ),
)

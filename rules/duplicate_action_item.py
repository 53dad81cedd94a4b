"""Two action items say the same.

Why: the work is counted twice and owned twice, so each owner waits for the other.
Instead: keep one, or say in each what is its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.review.linking import duplicates
from pmlint.review.work import named, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for later, earlier in duplicates(document):
        line = document.source.line_of(earlier.line.start)
        yield Hit(
            place_of(document, later),
            f"the action item {named(later)} says the same as the one on line {line}",
            "Keep one of the two, or say in each what is its own.",
            confidence=0.8,
            data={"line": line},
        )


RULE = Rule(
    code="PM418",
    name="duplicate-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="Two action items say the same.",
    check=check,
    bad=(
        "## Action items\n\n- Add a canary stage to the release pipeline\n"
        "- [[Add canary stage to release pipeline]]\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Create runbook for ledger-service rollback | Sarah |\n"
        "| [[Write the runbook for rollback of ledger-service]] | Mike |\n",
        "## Action items\n\n1. Improve monitoring\n2. Pin the image\n3. [[Improve monitoring.]]\n",
    ),
    good=(
        "## Action items\n\n- Add a latency alert for basket-service\n"
        "- Add a latency alert for search-service\n",
        "## Action items\n\n- Alert on queue depth above 10k\n- Page on queue depth above 50k\n",
        "## Action items\n\n- Add a canary stage to the release pipeline\n"
        "- Add a dry-run flag to the purge tool\n",
        "## Action items\n\n- [x] Pin the base image of the worker\n"
        "- [ ] Pin the base image of the worker\n",
        "## Action items\n\n- Add a staging test for refunds\n- Add a staging test for coupons\n",
    ),
)

"""A past that would have gone well had people acted otherwise.

Why: "if only" picks one act out of many that were reasonable at the time, because of
how it ended.
Instead: name the condition that made the other act unlikely, and change that.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM203"):
        message = f'"{find.words}" rewrites the past instead of explaining it'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM203",
    name="if-only",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary="A past that would have gone well had people acted otherwise.",
    check=check,
    bad=(
        "## Lessons learned\n\n- [[If only we had kept]] the old cluster for another day.\n",
        (
            "## Summary\n\n"
            "[[Had anyone looked]] at the dashboard, nobody would have been paged at night.\n"
        ),
        (
            "## What went poorly\n\n"
            "- [[If the engineer hadn't restarted]] the primary, nothing was lost.\n"
        ),
        "## Lessons learned\n\n1. I [[wish we had kept]] the old load balancer running.\n",
    ),
    good=(
        "## Background\n\nIf the queue is full, the client retries.\n",
        "## Background\n\nIf only one replica is left, writes are refused.\n",
        "## Timeline\n\n- 14:02 The on-call asked if anyone had changed the router.\n",
        (
            "## Where we got lucky\n\n"
            "- Had the disk filled an hour later, no customer would have seen it.\n"
        ),
        "## Timeline\n\n- 14:02 We had looked at the dashboard, and it was green.\n",
        (
            "## Where we got lucky\n\n"
            "- If we had lost the second node as well, the outage would have lasted until "
            "morning.\n"
        ),
    ),
    hint=(
        "Say what made the act that was taken look right, and what would make the other one "
        "likely next time."
    ),
)

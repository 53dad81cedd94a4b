"""The words "in hindsight" lead into a verdict on a choice.

Why: the words announce that the judgement rests on what was not known then.
Instead: keep what was learned about the system, and drop the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM207"):
        message = f'"{find.words}" leads into a verdict on a choice made without that knowledge'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM207",
    name="hindsight-marker",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary='The words "in hindsight" lead into a verdict on a choice.',
    check=check,
    bad=(
        "## Lessons learned\n\n- [[In hindsight]], migrating on a Friday was a mistake.\n",
        (
            "## Lessons learned\n\n"
            "- [[Looking back]], the decision to skip the canary was a poor one.\n"
        ),
        (
            "## Lessons learned\n\n"
            "1. [[With the benefit of hindsight]], we waited too long before failing over.\n"
        ),
        "## Summary\n\n[[In retrospect]] we were wrong to trust the cached value.\n",
    ),
    good=(
        (
            "# Retrospective: search outage, 3 May 2026\n\n"
            "## Summary\n\n"
            "Search was down for 20 minutes.\n"
        ),
        "## Lessons learned\n\n- In hindsight, the two pools share one connection limit.\n",
        "## Ground rules\n\n- We avoid hindsight: people acted on what they knew then.\n",
        "## Timeline\n\n- 14:02 Looking back at the logs, the first error is at 13:58.\n",
    ),
    hint="Say what was learned about the system, and what would have shown it at the time.",
)

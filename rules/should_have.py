"""A past choice is measured against what people should have done.

Why: everyone acted on what was visible then. A rule known only afterwards says nothing
about why the choice made sense, and it ends the inquiry.
Instead: say what people saw, and name the signal, check or option that was not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM201"):
        message = f'"{find.words}" judges a past choice by what is known only now'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM201",
    name="should-have",
    category=Category.HINDSIGHT,
    severity=Severity.ERROR,
    summary="A past choice is measured against what people should have done.",
    check=check,
    bad=(
        "## Lessons learned\n\n- We [[should have paged]] the database team first.\n",
        "## Summary\n\nThe on-call [[should've known]] that the replica was stale.\n",
        "## Detection\n\nThis [[should have been caught]] in review.\n",
        (
            "## Contributing factors\n\n"
            "| # | Factor |\n"
            "|---|---|\n"
            "| 1 | The migration [[should never have been run]] during trading hours |\n"
        ),
        "## What went poorly\n\n1. Customers [[should have been informed]] much earlier.\n",
        "**Lessons:** I [[shouldn't have deployed]] on the eve of the holiday.\n",
        "## Response\n\nSomebody [[ought to have asked]] the network team.\n",
    ),
    good=(
        "## Detection\n\nThe alert should have fired at 14:02.\n",
        "## Contributing factors\n\n- The retry should have used exponential back-off.\n",
        "## Contributing factors\n\n- The request should have been routed to the standby.\n",
        "## Lessons learned\n\n- We should have alerts for certificate expiry.\n",
        "## Lessons learned\n\n- Every team should have clear rules for freezing deploys.\n",
        "## Impact\n\nAll affected customers should have received an e-mail by now.\n",
        (
            "## Action items\n\n"
            "- The deploy script should ask for confirmation before it runs in production.\n"
        ),
        "## Lessons learned\n\n- Next time we will page the database team first.\n",
        '## Ground rules\n\n- "They should have known" is not said in this room.\n',
    ),
    hint="Say what was visible at the time, and name the missing signal or check as the factor.",
)

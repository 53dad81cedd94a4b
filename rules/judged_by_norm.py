"""A person's act is measured against what they were supposed to do.

Why: a duty that was not met says nothing about why. Somebody else in the same place
would have met the same conditions.
Instead: say what the work looked like in practice, and what made the written way hard
to follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM208"):
        message = f'"{find.words}" holds a person to a norm instead of explaining the act'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM208",
    name="judged-by-norm",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary="A person's act is measured against what they were supposed to do.",
    check=check,
    bad=(
        "## Contributing factors\n\n- The operator [[was supposed to check]] the tank level.\n",
        "## Summary\n\nThe reviewer [[was expected to run]] the suite and did not.\n",
        "## Contributing factors\n\n- We [[were meant to rotate]] the key in March.\n",
        "## What went poorly\n\n[[It was the duty officer's job to call]] the bank.\n",
    ),
    good=(
        "## Background\n\nThe cron job is supposed to run hourly.\n",
        "## Contributing factors\n\n- The watchdog was supposed to restart the worker.\n",
        "## Response\n\nWe needed to restart the broker to drain the queue.\n",
        "## Background\n\nThe on-call engineer is expected to acknowledge within five minutes.\n",
        "## Timeline\n\n- 14:02 The maintenance was expected to last 30 minutes.\n",
    ),
    hint=(
        "Say how the work was really done at the time, and what made the expected step hard "
        "or invisible."
    ),
)

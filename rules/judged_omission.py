"""People are said to have failed to notice, missed or overlooked something.

Why: a thing is "missed" only by those who know that it mattered. What drew attention
elsewhere is the finding.
Instead: say where attention went and why, and what would have brought this to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight

_CARED = regex(r"\b(?:bother|care[ds]?\b|caring|neglect)", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM205"):
        said = "judges how much somebody cared; what they knew and saw then is not said"
        if not _CARED.search(find.words):
            said = "counts as an omission only because the outcome is known"
        message = f'"{find.words}" {said}'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM205",
    name="judged-omission",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary="People are said to have failed to notice, missed or overlooked something.",
    check=check,
    bad=(
        "## Detection\n\nThe on-call [[failed to notice]] the growing queue.\n",
        "## Contributing factors\n\n- The expired certificate [[was overlooked]].\n",
        "## Detection\n\nTwo people [[missed]] the alert.\n",
        "## What went poorly\n\n- [[No one bothered]] to read the release notes.\n",
        "## Contributing factors\n\n1. The team [[neglected to check]] the quota.\n",
        "## Detection\n\nOperators [[did not pay attention]] to the pressure reading.\n",
    ),
    good=(
        "## Contributing factors\n\n- The SDK failed to load the plug-in.\n",
        "## Detection\n\nNo alert existed for the queue depth.\n",
        "## Lessons learned\n\n- Why wasn't it caught earlier?\n",
        "## Contributing factors\n\n- The health check missed two heartbeats.\n",
        "## Lessons learned\n\n- We did not know that billing depended on the search index.\n",
        (
            "## Lessons learned\n\n"
            "- I assumed the failover had worked because the dashboard was green.\n"
        ),
        "## Impact\n\nSubscribers missed calls for 40 minutes.\n",
        "## Timeline\n\n- 14:02 The first rollback failed to restore traffic.\n",
    ),
    hint=(
        "Say what the people involved were looking at, and which signal would have brought "
        "this to them."
    ),
)

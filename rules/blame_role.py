"""One person, picked out by role or pronoun, is made the cause or the one at fault.

Why: "the on-call engineer" and "he" are a name to everybody who was there. Who has
the role changes; what made the act look right stays.
Instead: say what the person could see and do, and name the condition. In a section of
contributing factors this counts as an error: a factor is a property of the system.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.blame_advice import advice
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM102"):
        yield Hit(
            found.span,
            f'"{found.words}" makes one person the cause or the one at fault',
            advice(found),
            confidence=found.confidence,
            severity=Severity.ERROR if found.in_causes and found.in_sight else None,
            data={"who": found.who, "kind": found.kind},
        )


RULE = Rule(
    code="PM102",
    name="blame-role",
    category=Category.BLAME,
    severity=Severity.WARNING,
    summary="One person, picked out by role or pronoun, is made the cause or the one at fault.",
    check=check,
    bad=(
        "## Summary\n\n[[The on-call engineer failed to page the database team]].\n",
        "## Summary\n\n[[A junior developer pushed untested code]].\n",
        "## Response\n\n[[He ignored three alerts]] before lunch.\n",
        "## Contributing factors\n\n- [[Our DBA never tested the restores]]\n",
        "## Contributing factors\n\n- [[The on-call engineer restarted the primary]]\n",
        "## Summary\n\nThe cable [[was pulled by the new technician without asking]].\n",
        "## Lessons learned\n\n- [[The operator should have read the prompt]].\n",
    ),
    good=(
        "## Summary\n\nThe service failed to start, and the agent failed to connect.\n",
        "## Summary\n\nThe Kubernetes operator failed to reconcile the volume claims.\n",
        "## Timeline\n\n- 14:37 The on-call engineer acknowledged the alert\n",
        "## Summary\n\nAn engineer mistyped the host name.\n",
        "## Summary\n\nSomeone forgot the flag.\n",
        "## Detection\n\nThe on-call engineer did not see the page because the rule was muted.\n",
        "## Contributing factors\n\n- The runbook assumed the on-call knew the replica's name\n",
        "## Action items\n\n- Page the on-call engineer when lag exceeds 30 s\n",
        "## Detection\n\nThe on-call should have been paged at 14:02.\n",
    ),
    hint="Say what the person could see and do, and name the condition behind it.",
)

"""A whole team, or a vendor's staff, is taken to task as people.

Why: the other team reads it, stops sharing, and the boundary between the two, where
the finding lies, stays as it is.
Instead: name what did not pass between the teams, and why it could not: a channel, a
contract, an alert, a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM103"):
        yield Hit(
            found.span,
            f'"{found.words}" takes a whole team to task',
            "Name what was missing between the teams, such as a channel, an alert or an agreement.",
            confidence=found.confidence,
            data={"who": found.who, "kind": found.kind},
        )


RULE = Rule(
    code="PM103",
    name="blame-team",
    category=Category.BLAME,
    severity=Severity.WARNING,
    summary="A whole team, or a vendor's staff, is taken to task as people.",
    check=check,
    bad=(
        "## Summary\n\n[[Platform never told us about the change]].\n",
        "## Contributing factors\n\n- [[Ops failed to watch the disk]]\n",
        "## What went poorly\n\n- [[The DBAs never bother to test restores]]\n",
        "## Summary\n\n[[The vendor's technicians botched the upgrade]].\n",
        "## Response\n\n[[The network team refused to answer our pages]].\n",
    ),
    good=(
        "## Background\n\nThe platform team owns the deploy tool.\n",
        "## Summary\n\nAWS had an outage in one region.\n",
        "## Summary\n\nOur CDN provider rotated the certificate early.\n",
        "## Summary\n\nWe failed to watch the disk.\n",
        "## Timeline\n\n- 14:20 The network team joined the call\n",
        "## Impact\n\nThe support team could not open tickets for an hour.\n",
        "## Summary\n\nThe consumer group failed to rebalance.\n",
    ),
    hint="Name what was missing between the teams: a channel, an alert, an agreement.",
)

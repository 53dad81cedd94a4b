"""A person is punished, or is to be taught a lesson.

Why: punishment teaches everybody else to hide what they did, and leaves the trap
where it is. It also does not belong in a document that the whole company reads.
Instead: change what made the act possible. What is between a person and their manager
is a separate conversation, outside the postmortem.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM105"):
        yield Hit(
            found.span,
            f'"{found.words}" punishes or corrects a person',
            "Replace it by a change to the system that would stop the same act by anyone; "
            "a talk with one person belongs outside the postmortem.",
            confidence=found.confidence,
            data={"who": found.who},
        )


RULE = Rule(
    code="PM105",
    name="sanction",
    category=Category.BLAME,
    severity=Severity.ERROR,
    summary="A person is punished, or is to be taught a lesson.",
    check=check,
    bad=(
        "## Lessons learned\n\n- [[Dave will be spoken to]].\n",
        "## Follow-up\n\n[[Disciplinary action]] will be taken.\n",
        "## Lessons learned\n\n- [[Priya received a written warning]].\n",
        "## Resolution\n\n[[Tom's production access has been revoked]] until he is retrained.\n",
        "## Action items\n\n- [[Talk to Dave about care]] during deploys\n",
        "## Lessons learned\n\nThis will be [[reflected in her performance review]].\n",
        "## Summary\n\nThe [[person responsible will be held accountable]].\n",
    ),
    good=(
        "## Timeline\n\n- 14:02 Alert fired\n- 14:10 Token revoked\n- 14:12 Instance terminated\n",
        "## Ground rules\n\n"
        "- Accountability means telling what happened, without fear of sanctions.\n",
        "## Lessons learned\n\n- Nobody will be disciplined for this.\n",
        "## Action items\n\n- Talk to AWS about raising the quota\n",
        "## Action items\n\n- Train the anomaly model on last year's traffic\n",
        "## Timeline\n\n- 14:31 The attacker's access was revoked\n",
        "## Detection\n\nThe disk warning was sent to the wrong channel.\n",
    ),
    hint="Change the system so that the same act by anyone does no harm.",
)

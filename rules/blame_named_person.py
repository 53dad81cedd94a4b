"""A person is named as the cause of the incident, or as the one at fault.

Why: a name ends the inquiry. Nobody asks any more what made the slip easy and the
damage large, the next person meets the same trap, and people learn to hide what they did.
Instead: name the condition ("the script ran against production without a question"),
and keep the person out of it or, in a timeline, to neutral facts.

Severity: an error, but a warning where only the model finds the blame, and is not sure of it
(confidence below 0.97) or nobody is read with certainty as the one who is blamed. What the
configuration says in `severity` holds for both.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.blame_advice import advice
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM101"):
        yield Hit(
            found.span,
            f'"{found.words}" makes a named person the cause or the one at fault',
            advice(found),
            confidence=found.confidence,
            severity=None if found.in_sight else Severity.WARNING,
            data={"who": found.who, "kind": found.kind},
        )


RULE = Rule(
    code="PM101",
    name="blame-named-person",
    category=Category.BLAME,
    severity=Severity.ERROR,
    summary="A person is named as the cause of the incident or as the one at fault.",
    check=check,
    bad=(
        "## Contributing factors\n\n- [[Dave ran the wrong migration script]].\n",
        "## Summary\n\nThe orders table [[was dropped by @priya]].\n",
        "## Summary\n\n[[This one is on Tom]].\n",
        "## Timeline\n\n- 14:02 [[Marta forgot to pause the queue]].\n",
        "## Summary\n\n[[Tom's typo took the site down]], again.\n",
        "## Lessons learned\n\n1. [[Had @lee read the runbook]], we would have lost nothing.\n",
        "| What happened | Impact |\n|---|---|\n"
        "| [[Sofia pushed to main without a review]] | 20 min |\n",
        "**What happened:** The outage was [[caused by Ivan's deploy]].\n",
    ),
    good=(
        "## Timeline\n\n- 14:37 Sarah acknowledged the page\n- 14:41 Sarah rolled back\n",
        "## Summary\n\nJenkins broke the build and ran the wrong job.\n",
        "## Summary\n\nThe Hellman cluster failed, and Cassandra forgot the hints.\n",
        "## Background\n\nDijkstra's algorithm picked the wrong route.\n",
        "## What went well\n\n- Thanks to Tom for the rollback.\n",
        "## Timeline\n\n- 14:02 Priya ran the migration as planned\n",
        "## Contributing factors\n\n- The script let anyone run it against production.\n",
        "## Action items\n\n- Dave to add a confirmation prompt to the script\n",
        "## Summary\n\nWe forgot to renew the certificate.\n",
        "## Lessons learned\n\n- Anyone in her seat would have done the same.\n",
        "## Ground rules\n\n- This is a blameless review; it is not Dave's fault.\n",
    ),
    hint="Name the condition that made this possible, not the person.",
)

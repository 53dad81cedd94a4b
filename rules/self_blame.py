"""The writer takes the blame.

Why: it is honest and brave, and still hides the finding. If one attentive person
could bring this down, any tired one will.
Instead: keep what you saw and why it made sense ("I assumed the replica was healthy
because the dashboard was green"). That is worth more than an apology.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM108"):
        yield Hit(
            found.span,
            f'"{found.words}" takes the blame on yourself',
            "You acted on what you could see. Write that down: what it looked like, "
            "and what would have shown you otherwise.",
            confidence=found.confidence,
        )


RULE = Rule(
    code="PM108",
    name="self-blame",
    category=Category.BLAME,
    severity=Severity.WARNING,
    summary="The writer takes the blame.",
    check=check,
    bad=(
        "## Summary\n\n[[This was my fault]].\n",
        "## Summary\n\n[[I screwed up the migration]].\n",
        "## Timeline\n\n- 14:02 [[I carelessly dropped the index]]\n",
        "## Lessons learned\n\n- [[Mea culpa]]: the wrong branch went out.\n",
        "## Root cause\n\nA [[mistake on my part]].\n",
    ),
    good=(
        "## Background\n\nI assumed the replica was healthy because the dashboard was green.\n",
        "## Background\n\nI did not know that the cache was shared.\n",
        "## Timeline\n\n- 14:02 I restarted the primary\n",
        "## Lessons learned\n\n- It was not my fault, and nobody said so.\n",
        "## Summary\n\nWe screwed up the migration.\n",
    ),
    hint="Write down what you saw, and why it made sense at the time.",
)

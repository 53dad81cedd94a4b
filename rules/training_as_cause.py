"""Lack of training, experience, attention or communication is offered as the cause.

Why: it puts the fault into heads, where nothing can be changed by Friday, and stops
before the tools and information those heads had to work with.
Instead: name what the person could not see or find: a runbook, a signal, a default.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.human_error import advice
from pmlint.wording.judged import human_error


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in human_error(document, "PM304"):
        message = (
            f'"{find.words}" looks for the cause in people; what they had to work with is not said'
        )
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM304",
    name="training-as-cause",
    category=Category.HUMAN_ERROR,
    severity=Severity.WARNING,
    summary="Lack of training, experience, attention or communication is offered as the cause.",
    check=check,
    bad=(
        "## Contributing factors\n\n- [[Lack of training]]\n- No alert on the drop in traffic\n",
        "## Summary\n\n[[Lack of attention]] during the deploy caused the outage.\n",
        (
            "## Contributing factors\n\n"
            "- [[Poor communication]] between the two teams.\n"
            "- No alert on the drop in traffic\n"
        ),
        "## Summary\n\nThe failure was due to [[inattention]].\n",
    ),
    good=(
        "## Contributing factors\n\n- There is no runbook for moving the primary.\n",
        "## Contributing factors\n\n- The training data was stale.\n",
        "## Contributing factors\n\n- Communication between the two data centres was lost.\n",
        "## Action items\n\n- Run a failover drill for the orders database by 3 June.\n",
        (
            "## Contributing factors\n\n"
            "- Only one person held the knowledge of the deploy scripts.\n"
        ),
    ),
    hint="What information or guard was missing at that moment? Name it instead.",
)

"""The incident is called avoidable, or one that should never have happened.

Why: everything is avoidable once it has happened. The word passes sentence and explains
nothing.
Instead: name what would have prevented it, as a factor and as an action item.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM210"):
        message = f'"{find.words}" passes sentence on the incident instead of explaining it'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM210",
    name="preventability",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary="The incident is called avoidable, or one that should never have happened.",
    check=check,
    bad=(
        "## Summary\n\nThis outage was [[entirely avoidable]].\n",
        "## Summary\n\nAn incident like this [[should never have happened]].\n",
        "## Lessons learned\n\n- This was a [[preventable]] failure.\n",
        "## Summary\n\nIt [[did not have to happen]].\n",
    ),
    good=(
        (
            "## Action items\n\n"
            "| Action | Type |\n"
            "|---|---|\n"
            "| Add a confirmation prompt to the deploy script | Prevent |\n"
        ),
        "## Lessons learned\n\n- The hardware failure was unavoidable.\n",
        "## Action items\n\n- Prevent deploys while the freeze flag is set.\n",
        "## Background\n\nRate limits prevent avoidable overload.\n",
    ),
    hint=(
        "Name the guard that was missing; if there is one, its action item says better that "
        "this can be prevented."
    ),
)

"""Human error is offered as the cause.

Why: people err at a constant rate, so an error explains nothing. It is where the
inquiry begins.
Instead: name what made the error easy to make and what let it reach production.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.human_error import advice
from pmlint.wording.judged import human_error


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in human_error(document, "PM301"):
        message = f'"{find.words}" is offered as a cause; it is where the questions begin'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM301",
    name="human-error-as-cause",
    category=Category.HUMAN_ERROR,
    severity=Severity.ERROR,
    summary="Human error is offered as the cause.",
    check=check,
    bad=(
        "**Root cause:** [[Human error]].\n",
        "## Summary\n\nThe outage was due to [[operator error]].\n",
        "## Contributing factors\n\n- [[User error]] on the admin page\n",
        "## Contributing factors\n\n| Factor |\n|---|\n| [[Error by the technician]] on duty |\n",
        "## Summary\n\n[[Data entry error]] caused 200 duplicate payments.\n",
    ),
    good=(
        "## Ground rules\n\n- We do not accept human error as a cause.\n",
        "## Summary\n\nThis was not human error: the tool accepts any host.\n",
        "## Action items\n\n- Add validation to prevent operator error.\n",
        "## Background\n\nThe API returns a human-readable error.\n",
        "## Impact\n\nThe user error rate rose to 5%.\n",
        "## Impact\n\nHTTP 4xx (user errors) rose to 5% of requests.\n",
        "## Contributing factors\n\n- An error in the human-resources service blocked payroll.\n",
    ),
    hint=(
        "What about the system made this error possible, and what let it through? Name that "
        "as the factor."
    ),
)

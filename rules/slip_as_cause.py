"""A slip is offered as the cause, without the condition that let it through.

Why: slips happen at any desk. What matters is that this one could take effect
unchecked.
Instead: in the same sentence, say what accepted it: no validation, no confirmation, two
screens that look the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.human_error import advice
from pmlint.wording.judged import human_error


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in human_error(document, "PM302"):
        message = f'"{find.words}" is named without the condition that let it take effect'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM302",
    name="slip-as-cause",
    category=Category.HUMAN_ERROR,
    severity=Severity.WARNING,
    summary="A slip is offered as the cause, without the condition that let it through.",
    check=check,
    bad=(
        "## Summary\n\n[[An engineer mistyped]] the hostname.\n",
        (
            "## Contributing factors\n\n"
            "- [[Typo]] in the allow list\n"
            "- No alert on the drop in traffic\n"
        ),
        "## Summary\n\nThe fee was [[changed by mistake]].\n",
        (
            "## Contributing factors\n\n"
            "- [[Wrong migration script was run]].\n"
            "- No alert on the drop in traffic\n"
        ),
        "## Summary\n\nThe outage was caused by [[an oversight]] during the migration.\n",
    ),
    good=(
        "## Root causes\n\nThe plugin was missing from the bundle. Because developers used an"
        " editable install of it, they did not see the import error.\n",
        (
            "## Contributing factors\n\n"
            "- The typo was accepted because the form does not validate host names.\n"
        ),
        (
            "## Contributing factors\n\n"
            "- The script let a mistyped region through without confirmation.\n"
        ),
        "## Timeline\n\n- 14:02 Fixed the typo and redeployed.\n",
        "## Contributing factors\n\n- The job mistakenly marked live rows as expired.\n",
        "## Background\n\nUsers who forgot their password can reset it.\n",
        "## Action items\n\n- Reject typos in region names at parse time.\n",
    ),
    hint="What accepted this without a check or a question? Name that condition beside the slip.",
)

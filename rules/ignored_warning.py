"""Warnings are said to have been there and to have been ignored.

Why: a signal is a warning only once one knows what it warned of. People set it aside
for a reason, and that reason is the finding.
Instead: say how many such signals came that day, how many meant something, and what
this one asked people to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM206"):
        message = f'"{find.words}" reads a signal by an outcome that nobody knew yet'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM206",
    name="ignored-warning",
    category=Category.HINDSIGHT,
    severity=Severity.ERROR,
    summary="Warnings are said to have been there and to have been ignored.",
    check=check,
    bad=(
        "## Contributing factors\n\n- The release went ahead [[despite the warnings]].\n",
        "## Summary\n\n[[The warning signs were there]] for weeks.\n",
        (
            "## Contributing factors\n\n"
            "- Three [[alerts were ignored]] before anyone joined the call.\n"
        ),
        "## What went poorly\n\n- We [[ignored the deprecation mails]] for a year.\n",
        "## Summary\n\nSupport [[had warned]] about this twice and was not heard.\n",
    ),
    good=(
        "## Background\n\nFiles ignored by .gitignore are not shipped.\n",
        "## Detection\n\nThe alert was muted by the inhibition rule.\n",
        "## Contributing factors\n\n- The scheduler ignored the affinity setting.\n",
        (
            "## What went well\n\n"
            "- Despite the alert storm the team restored service in ten minutes.\n"
        ),
        "## Background\n\nCompiler warnings are ignored in generated code by configuration.\n",
        "## Detection\n\nThe warning was logged at debug level, where no alert reads it.\n",
    ),
    hint="Say how often the signal came without meaning anything, and what it told people to do.",
)

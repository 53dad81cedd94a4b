"""A question carries its verdict along.

Why: "why didn't you just" has one answer, and it is an excuse. People stop telling.
Instead: ask what was seen, what it was taken to mean, and what came next.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM111"):
        yield Hit(
            found.span,
            f'"{found.words}" is a question with a verdict in it',
            "Ask what was seen, what it looked like and which options were at hand.",
            confidence=found.confidence,
        )


RULE = Rule(
    code="PM111",
    name="loaded-question",
    category=Category.BLAME,
    severity=Severity.WARNING,
    summary="A question carries its verdict along.",
    check=check,
    bad=(
        "## Discussion\n\n[[Why didn't you just roll back?]]\n",
        "## Detection\n\n- [[How could anyone miss this alert?]]\n",
        "## Questions\n\n1. [[What were they thinking?]]\n",
        "## Response\n\n[[Why did nobody even look at the dashboard?]]\n",
        "## Questions\n\n- [[Why didn't Dave check the diff?]]\n",
        "## Questions\n\n- [[How is it possible that a person with five years of experience"
        " types the wrong host?]]\n"
        "- [[How can it be that an experienced nurse does not know the code?]]\n",
    ),
    good=(
        "## Detection\n\nWhy wasn't it caught earlier?\n",
        "## Questions\n\n- Why was the change risky?\n- Why did recovery take so long?\n",
        "## Questions\n\nWhat did you see, and what did you think was happening?\n",
        "## Questions\n\nWhy didn't the alert fire?\n",
        "## Questions\n\nHow could the rollback have been faster?\n",
        "## Questions\n\nWhy did the service not just restart?\n",
        "## Questions\n\n- How is it possible that an engineer can delete production with one"
        " command?\n"
        "- How can it be that one person holds all the keys?\n",
    ),
    hint="Ask what was seen, and which options were at hand.",
)

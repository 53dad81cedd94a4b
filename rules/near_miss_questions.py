"""A near-miss review leaves its two questions open.

Why: a near-miss shows a gap without the damage. Its value lies in two answers: why the
risky change got that far, and what would have happened if it had not been caught.
Instead: answer both, a sentence each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Profile
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_HOW_FAR = regex(
    r"\b(?:got|get|gets|getting|come|came|made it|make it|go|went|going|progress(?:ed)?) (?:that"
    r"|this|so|as)"
    r" far|\b(?:reach(?:es|ed)?|made it to|got to|get to|got into|passed|slipped through"
    r"|slip through|got through|get through|let through|went through|arrived (?:in|at|on))\b"
    r"|\bwhy (?:was|were|did|could) (?:it|the|this|a)\b|\bnot (?:been )?(?:caught|stopped"
    r"|blocked) (?:earlier"
    r"|sooner|before|by|in)\b|\bno (?:test|check|gate|review|alert|guard|validation)",
    re.IGNORECASE,
)
_WHAT_IF = regex(
    r"\bwould(?: not|n't)? (?:have|happen)\b|\bcould have\b|\bmight have\b|\bhad (?:it|this|the"
    r"|staging|we|they"
    r"|nobody)\b.{0,80}\bnot\b|\bif (?:it|this|the|staging|nobody|we|they)\b.{0,80}\b(?:not|n't)\b"
    r"|\bworst case\b|\bpotential (?:impact|damage|loss)\b|\bwhat if\b|\bhad (?:it|this) (?:gone"
    r"|reached)",
    re.IGNORECASE,
)
_FAR, _IF = "why did it get that far?", "what if it had not been caught?"


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    if document.profile is not Profile.NEAR_MISS:
        return
    words = "\n".join(sentence.text.raw for sentence in document.sentences)
    words += "\n" + "\n".join(section.title for section in document.sections)
    missing = [
        question
        for question, answered in ((_FAR, _HOW_FAR), (_IF, _WHAT_IF))
        if not answered.search(words)
    ]
    if missing:
        yield Hit(
            document.first_line,
            f"this near-miss review does not ask: {' and '.join(missing)}",
            "Answer it in a sentence: which check was passed on the way, and what would have "
            "followed without the one that caught it.",
            data={"missing": missing},
        )


RULE = Rule(
    code="PM812",
    name="near-miss-questions",
    category=Category.PROCESS,
    severity=Severity.INFO,
    summary="A near-miss review leaves its two questions open.",
    check=check,
    bad=(
        "[[Type: near-miss]]\n\n## Summary\n\nStaging rejected a schema change. It was"
        " withdrawn.\n",
        "[[Type: near-miss]]\n\n## Summary\n\nStaging rejected a schema change. It passed review,"
        " where no sample data is loaded.\n",
        "[[Type: near-miss]]\n\n## Summary\n\nStaging rejected a schema change. In production it"
        " would have locked the orders table.\n",
    ),
    good=(
        "Type: near-miss\n\n## Why did it get that far?\n\nReviews see no sample data.\n\n"
        "## What would have happened?\n\nThe orders table is locked for an hour.\n",
        "Type: near-miss\n\n## Summary\n\nThe change reached staging, as reviews see no data."
        " Had staging not caught it, orders would have failed.\n",
        "## Summary\n\nLogins failed for 18 minutes. Two customers called.\n",
    ),
)

"""The document does not say whether it was customer-facing, cost revenue or lost data.

Why: "SEV2" means something else in every company and every year. What lets a reader
judge how bad it was are three plain answers.

Instead: answer each in a few words, "no" included: "Customer-facing: 4 % of sign-ins
failed. No revenue impact. No data loss." Severity, impact and summary all count.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Profile, Section, Span, Topic
from pmlint.review.presence import is_present
from pmlint.review.severity_answers import unanswered
from pmlint.rule import Category, Hit, Rule, Severity

_ASK = {
    "customer-facing": "whether customers noticed it",
    "revenue": "whether it cost revenue",
    "data loss": "whether data was lost",
}
_SAY = {
    "customer-facing": '"customer-facing: 4 % of sign-ins failed" or "internal only"',
    "revenue": '"no revenue impact"',
    "data loss": '"no data loss"',
}


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    if document.profile is Profile.NEAR_MISS or not is_present(document, Topic.SEVERITY):
        return
    open_questions = unanswered(document)
    if open_questions:
        asked = _listed([_ASK[name] for name in open_questions])
        said = ", ".join(_SAY[name] for name in open_questions)
        yield Hit(
            _place(document),
            f"the severity leaves open {asked}",
            hint=f'Answer it here in a few words, such as {said}; "no" is a good answer too.',
            data={"unanswered": open_questions},
        )


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _place(document: Document) -> Span:
    """The heading of the severity section, else of the impact section, else line 1."""
    for topic in (Topic.SEVERITY, Topic.IMPACT):
        section = next(document.opening(topic), None)
        if section is not None and section.heading.raw.strip():
            return _heading(section)
    return document.first_line


def _heading(section: Section) -> Span:
    return section.heading.strip().span()


RULE = Rule(
    code="PM506",
    name="severity-unanswered",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    summary="Customer-facing, revenue, data loss: not all three are answered.",
    bad=(
        "# Index rebuild\n\n## [[Severity]]\n\nSEV2\n",
        "## Summary\n\nCustomers could not sign in for 20 minutes.\n\n## [[Severity]]\n\nSEV2\n",
        "## [[Severity]]\n\nHow bad was it? Customer-facing? Revenue impact? Data loss?\n",
        "## [[Severity]]\n\nSEV3. Customer-facing: yes. No data loss.\n",
        "## [[Severity]]\n\n| Question | Answer |\n|---|---|\n| Customer-facing? | Yes |\n"
        "| Revenue impact? | |\n| Data loss? | None |\n",
        "[[# SEV1: sign-in is down]]\n\n## Summary\n\nSign-in was down. No data was lost.\n",
        "**[[Severity]]:** SEV2\n\n**Summary:** Reports were late. No records were lost.\n",
    ),
    good=(
        "## Severity\n\nSEV2. Customer-facing, no revenue impact. No data loss.\n",
        "## Severity\n\nSEV2\n\n## Impact\n\n40 users saw an error for 5 minutes. We refunded "
        "three orders. Nothing was lost.\n",
        "## Severity\n\n| Question | Answer |\n|---|---|\n| Customer-facing? | Yes |\n"
        "| Revenue impact? | No |\n| Data loss? | None |\n",
        "## Severity\n\nCustomer-facing? Yes. Revenue impact? $1,200. Data loss? No.\n",
        "**Severity:** SEV3\n\n**Impact:** Internal only. It cost nothing, and the records of that "
        "night are intact.\n\n**Revenue impact:** none\n",
        # Without any severity, missing-section speaks.
        "# Index rebuild\n\n## Summary\n\nSearch was slow for an hour.\n",
        "---\nseverity: SEV2\ncustomer_facing: true\nrevenue_impact: none\ndata_loss: none\n---\n\n"
        "## Summary\n\nSearch was slow for an hour.\n",
    ),
    check=check,
)

"""A field, a heading or a question asks who did it.

Why: a form that has a line for the culprit gets one. From then on people protect
themselves, and what they saw and thought is lost.
Instead: ask what made the change risky, why it was not caught earlier, and what made
detection and recovery take as long as they did. Owners of *actions* are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM104"):
        yield Hit(
            found.span,
            f'"{found.words}" asks who did it',
            "Ask instead what made the change risky and why nothing caught it; "
            "keep names for the owners of action items.",
            confidence=found.confidence,
        )


RULE = Rule(
    code="PM104",
    name="culprit-hunt",
    category=Category.BLAME,
    severity=Severity.ERROR,
    summary="A field, a heading or a question asks who did it.",
    check=check,
    bad=(
        "## [[Who was responsible?]]\n\nTo be discussed.\n",
        "## Discussion\n\n[[Who approved this change?]]\n",
        "**[[Caused by:** Dave]]\n",
        "## Details\n\n- Severity: SEV2\n- [[Person at fault: unknown]]\n",
        "| Date | [[Person responsible]] |\n|---|---|\n| 2026-04-15 | Dave |\n",
        "| Service | checkout |\n|---|---|\n| [[Caused by]] | Deniz Kaya |\n| Severity | Sev 2 |\n",
        "| Service | checkout |\n|---|---|\n| **[[Responsible for incident]]** | Deniz Kaya |\n",
        "[[Incident responsible: Deniz Kaya]]\n",
        "## Summary\n\nWe still have to [[find out who pushed this change]].\n",
        "## Lessons learned\n\n- [[The person responsible has not been identified]].\n",
    ),
    good=(
        "**Owner:** Sarah\n\n**DRI:** Mike\n\n**Incident commander:** Priya\n",
        "## Who was affected?\n\nAll shoppers in Europe.\n",
        "## Action items\n\nWho is doing what, by when?\n",
        "## Ground rules\n\n- We do not ask who approved the change.\n",
        "**Caused by:** an expired certificate\n",
        "| Service | checkout |\n|---|---|\n| Responsible for the release | Deniz Kaya |\n",
        "| Service | checkout |\n|---|---|\n| Caused by | an expired certificate |\n",
        "## Timeline\n\n- 14:02 Fiona telephones the duty manager, who was asleep\n",
        "## Action items\n\n| Action | Responsible person |\n|---|---|\n| Add a prompt | Sarah |\n",
        "## Background\n\nThe team that is responsible for the cache also runs the proxy.\n",
    ),
    hint="Ask what made the change risky and why nothing caught it.",
)

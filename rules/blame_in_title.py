"""A person, or a verdict on one, stands in the title.

Why: the title is what everybody reads, and what the search finds for years.
Instead: name the service, what happened to it, and the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM110"):
        yield Hit(
            found.span,
            f'"{found.words}" puts a person or a verdict into the title',
            'Name the service and what happened to it, such as "Checkout outage, 15 April 2026".',
            confidence=found.confidence,
            data={"who": found.who},
        )


RULE = Rule(
    code="PM110",
    name="blame-in-title",
    category=Category.BLAME,
    severity=Severity.ERROR,
    summary="A person, or a verdict on one, stands in the title.",
    check=check,
    bad=(
        "# [[Dave broke checkout]], 15 April 2026\n",
        "# Postmortem: [[human error]] in the billing run, 2026-04-15\n",
        "# [[Ops forgot the certificate]], 15 April 2026\n",
        "# Checkout outage [[caused by @lee]], 2026-04-15\n",
    ),
    good=(
        "# Checkout outage, 15 April 2026\n",
        "# Jenkins outage, 2026-04-15\n",
        "# Cassandra broke checkout, 15 April 2026\n",
        "# Julia and Ruby build workers down, 2026-04-15\n",
        "# Hellman cluster: nodes deleted, 2026-04-15\n",
        "# Payment service returned errors, 15 April 2026\n\nAuthor: Dave\n",
    ),
    hint="Name the service and what happened to it.",
)

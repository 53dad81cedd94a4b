"""A person, or what a person did, heads a contributing factor.

Why: even worded neutrally, a factor that is a person cannot be fixed. Another person
would have made the same change on another day.
Instead: say what let the change through: the missing test, gate, limit or warning. A
link to the change is enough for those who look for details.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.blame_advice import advice
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM107"):
        yield Hit(
            found.span,
            f'"{found.words}" makes a person the contributing factor',
            advice(found),
            confidence=found.confidence,
            data={"who": found.who},
        )


RULE = Rule(
    code="PM107",
    name="person-as-factor",
    category=Category.BLAME,
    severity=Severity.ERROR,
    summary="A person, or what a person did, heads a contributing factor.",
    check=check,
    bad=(
        "## Contributing factors\n\n- [[Maria's change in #812]]\n",
        "## Contributing factors\n\n- [[Dave restarted the primary database]].\n",
        "## Contributing factors\n\n1. [[@lee]]: deploy of v2.4.1\n2. No alert on lag\n",
        "## Root cause\n\n[[Priya upgraded the cache]] at 14:02.\n",
        "## Contributing factors\n\n| Factor | Type |\n|---|---|\n"
        "| [[Manual change by Tom]] | Process |\n",
    ),
    good=(
        "## Contributing factors\n\n- Only one person held the deploy knowledge\n",
        "## Contributing factors\n\n- The runbook assumed the on-call knew the replica's name\n",
        "## Contributing factors\n\n- The pipeline let Dave deploy without a passing build\n",
        "## Contributing factors\n\n- Sarah was the only one with access to the registry\n",
        "## Timeline\n\n- 14:02 Dave restarted the primary database\n",
        "## Contributing factors\n\n- The change in #812 had no integration test\n",
        "## Contributing factors\n\n- Jenkins deployed the branch without a lock\n",
    ),
    hint="Say what let the change through: a missing test, gate, limit or warning.",
)

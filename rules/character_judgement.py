"""A person's or a team's character is judged: careless, negligent, inexperienced.

Why: character explains nothing that could be changed by Monday, and the careful are
caught by the same trap on a bad day.
Instead: name what the work demanded and the system did not give: a check, a limit,
time, information.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import blame


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for found in blame(document, "PM106"):
        yield Hit(
            found.span,
            f'"{found.words}" judges character',
            "Name what the work asked for and the system did not give, such as a check, "
            "a limit, time or information.",
            confidence=found.confidence,
            data={"who": found.who},
        )


RULE = Rule(
    code="PM106",
    name="character-judgement",
    category=Category.BLAME,
    severity=Severity.ERROR,
    summary="A person's or a team's character is judged.",
    check=check,
    bad=(
        "## Summary\n\n[[The operator was careless]].\n",
        "## Summary\n\n[[A sloppy DBA left the replica open]].\n",
        "## Contributing factors\n\n- [[Dave's negligence]]\n",
        "## Timeline\n\n- 14:02 [[Tom recklessly restarted the primary]]\n",
        "## Summary\n\n[[The network team is lazy]] about documentation.\n",
        "## Summary\n\n[[Our on-call engineer is inexperienced]].\n",
    ),
    good=(
        "## Background\n\nLazy loading hid the error from the first request.\n",
        "## Summary\n\nThe sloppy quorum accepted stale writes.\n",
        "## Contributing factors\n\n- Naive datetimes moved the window by an hour\n",
        "## Contributing factors\n\n- A greedy matcher swallowed the path\n",
        "## Background\n\nA reckless retry policy doubled the load.\n",
        "## Lessons learned\n\n- Nobody was careless here.\n",
        "## Background\n\nThe on-call engineer was new to the service.\n",
    ),
    hint="Name what the work asked for and the system did not give.",
)

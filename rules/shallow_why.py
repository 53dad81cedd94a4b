"""A chain of whys stops before it reaches the system.

Why: the first answers name events and acts. What made them possible, and can be
changed, usually comes at the third.

Instead: ask of the last answer why it was so, until it is a property of the system that
an action item could change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How deep a chain goes."""

    min_levels: int = option(3, "Levels that a chain of whys must have.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    for chain in document.why_chains:
        count = len(chain.levels)
        if 0 < count < options.min_levels:
            yield Hit(
                chain.levels[-1].strip().span(),
                f"the chain of whys ends after {count} level{'s' if count > 1 else ''}",
                hint="Ask why this was so, once or twice more, until the answer is something "
                "about the system that an action item could change.",
                data={"count": count, "limit": [options.min_levels, None]},
            )


RULE = Rule(
    code="PM704",
    name="shallow-why",
    category=Category.FACTORS,
    severity=Severity.WARNING,
    summary="A chain of whys has fewer than three levels.",
    bad=(
        "## Five whys\n\n1. The disk of the queue host was full.\n2. [[The logs were not "
        "rotated.]]\n",
        "## Five whys\n\n1. [[The disk of the queue host was full.]]\n",
        "## 5 Whys\n\n- Why was the queue down? The disk was full.\n- [[Why was it full? Nothing "
        "rotated the logs.]]\n",
    ),
    good=(
        "## Five whys\n\n1. The disk of the queue host was full.\n2. The logs were not rotated.\n"
        "3. The rotation is set up by hand on each host.\n",
        "## Contributing factors\n\n- The disk of the queue host was full.\n- No alert watched "
        "it.\n",
        "## Five whys\n\n1. The queue was down.\n2. Its disk was full.\n3. The logs were not "
        "rotated.\n4. Hosts are set up by hand.\n5. The image builder does not know this host "
        "type.\n",
        "## Summary\n\nWhy was the queue down? Its disk was full.\n",
    ),
    options=Options(),
    check=check,
)

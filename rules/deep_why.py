"""A chain of whys goes deeper than is useful.

Why: after five levels the answers leave the system ("because the company exists"), and
no action item follows from them.

Instead: stop at the last answer that the team can change. If there is more to find out,
start another short chain from another event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How deep a chain goes."""

    max_levels: int = option(5, "Levels that a chain of whys may have.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    for chain in document.why_chains:
        count = len(chain.levels)
        if count > options.max_levels:
            yield Hit(
                chain.levels[options.max_levels].strip().span(),
                f"the chain of whys goes {count} levels deep; more than "
                f"{options.max_levels} rarely help",
                hint="End it at the last answer that the team can change. Three levels are "
                "usually enough; other questions can have short chains of their own.",
                data={"count": count, "limit": [0, options.max_levels]},
            )


_FIVE = (
    "## Five whys\n\n1. The queue was down.\n2. Its disk was full.\n3. The logs were not rotated.\n"
    "4. Hosts are set up by hand.\n5. The image builder does not know this type of host.\n"
)

RULE = Rule(
    code="PM705",
    name="deep-why",
    category=Category.FACTORS,
    severity=Severity.WARNING,
    summary="A chain of whys has more than five levels.",
    bad=(
        _FIVE + "6. [[The builder was bought in 2019.]]\n",
        _FIVE + "6. [[The builder was bought in 2019.]]\n7. The budget of 2019 was small.\n",
        _FIVE.replace("1.", "-")
        .replace("2. I", "- I")
        .replace("3.", "-")
        .replace("4.", "-")
        .replace("5.", "-")
        + "- [[The builder was bought in 2019.]]\n",
    ),
    good=(
        _FIVE,
        "## Five whys\n\n1. The queue was down.\n2. Its disk was full.\n3. The logs were not "
        "rotated.\n\nWhy did nobody notice?\n\n1. No alert fired.\n2. The host was not monitored.\n"
        "3. Hosts are added to monitoring by hand.\n",
        "## Contributing factors\n\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n- Six.\n- Seven.\n",
        "## Timeline\n\n1. 10:01 A\n2. 10:02 B\n3. 10:03 C\n4. 10:04 D\n5. 10:05 E\n6. 10:06 F\n",
    ),
    options=Options(),
    check=check,
)

"""There are fewer than two lessons, or more than three in one group.

Why: two or three takeaways are remembered and told on; nine are a list that nobody reads.
Instead: keep the two or three that surprised most; the rest is detail of the factors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Topic
from pmlint.review.lessons import Lessons, enumerates, lesson_groups
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How many lessons; "went well", "went poorly" and "lucky" are counted apart."""

    min_lessons: int = option(2, "Fewest lessons, over all groups.")
    max_lessons: int = option(3, "Most lessons in one group.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    groups = lesson_groups(document)
    total = sum(len(group.items) for group in groups)
    for group in groups:
        count = len(group.items)
        few = total < options.min_lessons and count == total
        if count > options.max_lessons or (few and not any(map(enumerates, group.items))):
            yield _hit(group, count, options)


def _hit(group: Lessons, count: int, options: Options) -> Hit:
    low, high = options.min_lessons, options.max_lessons
    noun = "lesson" if group.topic is Topic.LESSONS else f'point under "{group.section.title}"'
    many = f"{count} {noun}" if count == 1 else f"{count} {noun.replace('point', 'points', 1)}"
    if group.topic is Topic.LESSONS and count != 1:
        many += "s"
    hint = "Keep the two or three takeaways that other teams would want to hear."
    if count < low:
        hint = "Ask what surprised the team, and what it would do differently next time."
    return Hit(
        group.span,
        f"{many} where {low} to {high} are remembered",
        hint,
        data={"count": count, "limit": [low, high]},
    )


RULE = Rule(
    code="PM804",
    name="lesson-count",
    category=Category.LIMITS,
    severity=Severity.WARNING,
    summary="There are not two to three lessons.",
    check=check,
    bad=(
        "## [[Lessons learned]]\n\n- Retries doubled the load on the primary\n",
        "## [[Lessons learned]]\n\n- Retries doubled the load\n- Failover needs a warm cache\n"
        "- The dashboard averages over regions\n- Support had no status template\n",
        "## [[Lessons learned]]\n\nRetries doubled the load. The primary could not bear it.\n",
        "## [[Takeaways]]\n\n1. Retries doubled the load\n2. Failover needs a warm cache\n"
        "3. The dashboard averages\n4. Status page lags\n5. Pages went to one phone\n",
        "## Lessons learned\n\n### [[What went well]]\n\n- Alert fired in 2 min\n- Rollback in 3"
        " min\n"
        "- Backup was fresh\n- Vendor answered in 5 min\n\n### What went poorly\n\n- Cache was"
        " cold\n",
    ),
    good=(
        "## Lessons learned\n\n- Retries doubled the load\n- Failover needs a warm cache\n",
        "## Lessons learned\n\n1. Retries doubled the load\n   - from 2 to 4 thousand a second\n"
        "   - within 5 minutes\n2. Failover needs a warm cache\n3. The dashboard averages\n",
        "## Lessons learned\n\n### What went well\n\n- Alert fired in 2 min\n- Rollback in 3"
        " min\n\n"
        "### What went poorly\n\n- Cache was cold\n- Runbook was out of date\n\n"
        "### Where we got lucky\n\n- Traffic was low\n",
        "## Lessons learned\n\nWe expected:\n\n- a warm cache after failover\n- one page an hour\n",
        "## Lessons learned\n\nRetries doubled the load on the primary.\n\n"
        "Failover needs a warm cache.\n",
        "## Lessons learned\n\nTwo things stick with us. Retries doubled the load. And failover "
        "needs a warm cache.\n",
        "## Lessons learned\n\nThat a vendor's default is ours. That nobody had tried a restore.\n",
        "## Lessons learned\n\n*What went well.* The alert fired.\n\n*What did not.* The cache was "
        "cold.\n\n*Luck.* It was noon.\n",
        "## Lessons learned\n\n- Retries doubled the load\n- Failover needs a warm cache\n\n"
        "[^1]: See the guide.\n",
        "## Lessons learned\n\nA a.\n\nB b.\n\nC c.\n\n[^1]: See the guide.\n",
        "## Summary\n\nLogins failed for 18 minutes.\n",
    ),
    options=Options(),
)

"""The document is longer than people read.

Why: a postmortem helps those who read it, and few read twelve pages. What matters gets
lost among what was merely collected.

Instead: keep to what happened, why, and what will change. Logs, chat records and
detailed analyses go into an appendix, which is not counted; neither are tables, code
and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Block, BlockKind, Document, Profile, Topic
from pmlint.rule import Category, Hit, Rule, Severity, option

_UNCOUNTED = frozenset({BlockKind.TABLE, BlockKind.CODE, BlockKind.QUOTE, BlockKind.HTML})


@dataclass(frozen=True)
class Options:
    """How many words of prose are read."""

    max_words: int = option(3000, "Words of prose that a postmortem may have.")
    near_miss_max_words: int = option(1000, "Words of prose for the report of a near-miss.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    near_miss = document.profile is Profile.NEAR_MISS
    limit = options.near_miss_max_words if near_miss else options.max_words
    count = _words(document)
    if count > limit:
        kind = "near-miss" if near_miss else "postmortem"
        yield Hit(
            document.first_line,
            f"{count:,} words of prose are more than the {limit:,} that a {kind} should have",
            hint=f"Cut what a reader does not need to learn from it, or move about "
            f'{count - limit:,} words of detail and records under an "Appendix" heading.',
            data={"count": count, "limit": [0, limit]},
        )


def _words(document: Document) -> int:
    return sum(
        _count(block)
        for section in document.sections
        if section.topic is not Topic.APPENDIX
        for block in section.blocks
    )


def _count(block: Block) -> int:
    """Words of prose in *block* and below it."""
    if block.kind in _UNCOUNTED:
        return 0
    if block.children:
        return sum(_count(child) for child in block.children)
    return len(block.words.split())


_SENTENCE = "The queue grew while the worker waited for its lock on the table. "

RULE = Rule(
    code="PM505",
    name="too-long",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    summary="The document is longer than people read.",
    bad=(
        "[[# Queue outage]]\n\n## Summary\n\n" + _SENTENCE * 280,
        "[[# Queue outage]]\n\n## Timeline\n\n" + f"- 10:02 {_SENTENCE}\n" * 280,
        "[[# Near-miss: queue about to fill up]]\n\nThis was a near-miss: staging caught it.\n\n"
        "## What happened\n\n" + _SENTENCE * 90,
    ),
    good=(
        "# Queue outage\n\n## Summary\n\n" + _SENTENCE * 200,
        "# Queue outage\n\n## Timeline\n\n```\n" + _SENTENCE * 400 + "\n```\n",
        "# Queue outage\n\n## Timeline\n\n| Time | Event |\n|---|---|\n"
        + f"| 10:02 | {_SENTENCE}|\n" * 280,
        "# Queue outage\n\n## Summary\n\nShort.\n\n## Appendix\n\n" + _SENTENCE * 300,
    ),
    options=Options(),
    check=check,
)

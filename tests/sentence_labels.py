"""Which wording labels the rules propose for one sentence in one section, without the model."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from functools import cache

from pmlint.document import Document, Span
from pmlint.reading import read
from pmlint.rule import Rule
from pmlint.source import Source
from pmlint.wording import hindsight, human_error

HINDSIGHT = (
    "should_have",
    "could_have",
    "if_only",
    "claimed_obviousness",
    "judged_omission",
    "ignored_warning",
    "hindsight_marker",
    "judged_by_norm",
    "minimiser",
    "preventability",
)
HUMAN_ERROR = (
    "human_error_as_cause",
    "slip_as_cause",
    "noncompliance_as_cause",
    "training_as_cause",
    "chain_ends_on_person",
    "error_label",
)
LABELS = {"H": "hindsight", "E": "human_error"}
HEADINGS = {
    "summary": "## Summary\n\n{}\n",
    "causes": "## Contributing factors\n\n- {}\n",
    "root": "## Root cause\n\n{}\n",
    "timeline": "## Timeline\n\n- 14:02 {}\n",
    "lessons": "## Lessons learned\n\n- {}\n",
    "poorly": "## What went poorly\n\n- {}\n",
    "well": "## What went well\n\n- {}\n",
    "lucky": "## Where we got lucky\n\n- {}\n",
    "actions": "## Action items\n\n- {}\n",
    "detection": "## Detection\n\n{}\n",
    "response": "## Response\n\n{}\n",
    "impact": "## Impact\n\n{}\n",
    "background": "## Background\n\n{}\n",
    "rules": "## Ground rules\n\n- {}\n",
    "plain": "{}\n",
}


@cache
def rules(names: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of *names*, each the `RULE` of its file."""
    return tuple(importlib.import_module(f"pmlint.rules.{name}").RULE for name in names)


def document(section: str, sentence: str) -> Document:
    """A postmortem that says *sentence* under the heading called *section*."""
    title = "# Checkout outage, 15 April 2026\n\n"
    return read(Source("postmortem.md", title + HEADINGS[section].format(sentence)))


def spans(found: Document, names: tuple[str, ...]) -> list[tuple[str, Span]]:
    """Code and place of each proposal for the rules *names*."""
    codes = {rule.code for rule in rules(names)}
    finds = (*hindsight.proposals(found), *human_error.proposals(found))
    return [(find.code, find.span) for find in finds if find.code in codes]


def labels(section: str, sentence: str) -> set[str]:
    """The labels among ``hindsight`` and ``human_error`` that the rules give."""
    found = document(section, sentence)
    families = {"hindsight": HINDSIGHT, "human_error": HUMAN_ERROR}
    return {label for label, names in families.items() if spans(found, names)}


def overlapping(section: str, sentence: str) -> Iterable[tuple[str, str]]:
    """Pairs of codes of one family that claim the same words."""
    found = document(section, sentence)
    for names in (HINDSIGHT, HUMAN_ERROR):
        hits = spans(found, names)
        for index, (code, span) in enumerate(hits):
            yield from ((code, other) for other, place in hits[index + 1 :] if place.overlaps(span))

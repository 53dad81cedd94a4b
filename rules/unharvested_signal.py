"""Somebody said what they could not see or know, and nothing was made of it.

Why: "I assumed X because ...", "we did not know that Y was connected to Z" and "the
dashboard looked normal" are the real findings of a review. Each shows a gap in the
documentation, the architecture or the monitoring that the next person will meet, too.

Instead: make it a contributing factor ("no page shows that the report depends on the
cache"), and give it an action item if it is worth one.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.review.signals import Signal, signals
from pmlint.rule import Category, Hit, Rule, Severity

_GAPS = {
    "assumption": (
        "an assumption that made sense at the time",
        "What in the documentation or on the screen made it plausible? Name that as a "
        "contributing factor, and say what would have shown otherwise.",
    ),
    "unknown connection": (
        "a connection that people did not know of",
        "Name it as a contributing factor: where could one have seen that the two are connected?",
    ),
    "unknown behaviour": (
        "something that people could not know",
        "Name it as a contributing factor: where is this described, and who would have seen it "
        "there?",
    ),
    "normal-looking dashboard": (
        "monitoring that did not show the problem",
        "Name it as a contributing factor: which measure would have looked abnormal, and who "
        "will add it?",
    ),
}


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    for signal in signals(document):
        if not signal.harvested:
            yield _hit(signal)


def _hit(signal: Signal) -> Hit:
    what, hint = _GAPS[signal.kind]
    return Hit(
        signal.span,
        f'"{signal.words}" tells of {what}; no factor, lesson or action item takes it up',
        hint=hint,
        data={"kind": signal.kind},
    )


_FACTORS = "\n\n## Contributing factors\n\n- The pool was too small for Monday's load.\n"

RULE = Rule(
    code="PM710",
    name="unharvested-signal",
    category=Category.FACTORS,
    severity=Severity.INFO,
    summary="A gap that people met is taken up by no factor, lesson or action item.",
    bad=(
        "## Timeline\n\n- 10:10 On-call: [[I assumed]] the cache was warm because the banner was "
        "green." + _FACTORS,
        "## Summary\n\n[[We did not know]] that the report job was connected to the cart cache."
        + _FACTORS,
        "## Response\n\nOn-call checked, but the [[dashboard looked normal]]." + _FACTORS,
        "## Response\n\n[[Nobody knew]] that the report job depends on the cart cache." + _FACTORS,
        "## Detection\n\nAll [[graphs were green]], so the page was closed." + _FACTORS,
        '## Timeline\n\n- 10:12 Ines: "[[I thought]] the export was off because its job was gone"'
        + _FACTORS,
    ),
    good=(
        "## Timeline\n\n- 10:10 On-call: I assumed the cache was warm because the banner was green."
        "\n\n## Contributing factors\n\n- The banner is green while the cache is still cold.\n",
        "## Summary\n\nWe did not know that the report job was connected to the cart cache.\n\n"
        "## Action items\n\n- Draw the report job and the cart cache on the map of services\n",
        "## Response\n\nOn-call checked, but the dashboard looked normal.\n\n"
        "## Contributing factors\n\n- No dashboard shows the age of the queue.\n",
        "## Contributing factors\n\n- We did not know that the report job reads from the cart "
        "cache.\n",
        "## Resolution\n\nAfter the rollback all graphs were green again." + _FACTORS,
        "## Impact\n\nWe do not know how many users saw it." + _FACTORS,
        "## Summary\n\nThe proxy assumed the role of the leader." + _FACTORS,
        "## Lessons learned\n\n- We assumed that the cache survives a restart.\n",
    ),
    check=check,
)

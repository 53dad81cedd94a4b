"""A label such as "complacency" stands in for an explanation.

Why: "loss of situational awareness" or "tunnel vision" only say again that people did
not know what is known now.
Instead: say what they were attending to, and what would have shown them the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.human_error import advice
from pmlint.wording.judged import human_error


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in human_error(document, "PM306"):
        message = f'"{find.words}" is a label for an error, not its explanation'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM306",
    name="error-label",
    category=Category.HUMAN_ERROR,
    severity=Severity.WARNING,
    summary='A label such as "complacency" stands in for an explanation.',
    check=check,
    bad=(
        (
            "## Contributing factors\n\n"
            "- [[Complacency]] after two quiet years\n"
            "- No alert on the drop in traffic\n"
        ),
        (
            "## Contributing factors\n\n"
            "- [[Loss of situational awareness]] on the bridge call\n"
            "- No alert on the drop in traffic\n"
        ),
        "## Summary\n\n[[Tunnel vision]] led the team to chase the database.\n",
    ),
    good=(
        '## Ground rules\n\n- Words such as "complacency" explain nothing.\n',
        (
            "## Action items\n\n"
            "- Build a board that keeps situational awareness during a bridge call.\n"
        ),
        "## What went well\n\n- Situational awareness was good through the whole incident.\n",
        "## Lessons learned\n\n- The board kept us from tunnel vision.\n",
    ),
    hint=(
        "Say what people were attending to at the time, and which signal would have shown "
        "them the rest."
    ),
)

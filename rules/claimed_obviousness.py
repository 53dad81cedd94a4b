"""Something is called obvious that became so only afterwards.

Why: what is obvious now was one signal among many then. The word tells colleagues that
they were blind, and nobody looks for what hid the signal.
Instead: say what was on the screen, and what made this signal hard to tell from the
others.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM204"):
        message = f'"{find.words}" claims after the fact that it was plain to see'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM204",
    name="claimed-obviousness",
    category=Category.HINDSIGHT,
    severity=Severity.ERROR,
    summary="Something is called obvious that became so only afterwards.",
    check=check,
    bad=(
        "## Summary\n\nIt was [[obvious]] that the disk would fill up.\n",
        "## Contributing factors\n\n- This was [[clearly]] a bad idea.\n",
        "## What went poorly\n\n- [[Of course]] nobody had tested the fallback.\n",
        (
            "## Lessons learned\n\n"
            "- [[Any engineer would have seen]] that the query was unbounded.\n"
        ),
        "## Contributing factors\n\n- The problem was [[staring us in the face]].\n",
        (
            "## Contributing factors\n\n"
            "- [[A glaring mistake]] in the plan went out with the release.\n"
        ),
    ),
    good=(
        "## What went well\n\n- The new panel made the error obvious in the dashboard.\n",
        (
            "## Contributing factors\n\n"
            "- It was not obvious that the flag applied to every tenant.\n"
        ),
        "## Background\n\nThe red button is clearly labelled.\n",
        "## Detection\n\nThe graph clearly showed the drop in traffic.\n",
        "## Timeline\n\n- 14:02 It became clear that the primary was down.\n",
        "## Action items\n\n- Make the target environment obvious in the prompt.\n",
        "## Timeline\n\n- 14:02 No obvious errors in the logs.\n",
        "## Lessons learned\n\n- State the severity clearly in the first message.\n",
    ),
    hint="Say what was on the screen at the time and what hid this signal there; drop the word.",
)

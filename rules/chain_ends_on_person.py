"""The last why of a chain, or the only factor, is a person's act.

Why: an analysis that ends on a person stops one question before the answer: why was the
act possible, and why did it make sense?
Instead: ask once more, until the answer is a condition of the system.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.human_error import advice
from pmlint.wording.judged import human_error


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in human_error(document, "PM305"):
        message = f'the analysis ends on a person: "{find.words}"'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM305",
    name="chain-ends-on-person",
    category=Category.HUMAN_ERROR,
    severity=Severity.ERROR,
    summary="The last why of a chain, or the only factor, is a person's act.",
    check=check,
    bad=(
        (
            "## Five whys\n\n"
            "1. Why did checkout fail? The table was gone.\n"
            "2. Why was it gone? The clean-up script dropped it.\n"
            "3. Why did it run? [[An engineer ran]] it against production.\n"
        ),
        "## Contributing factors\n\n- [[The operator closed]] the main valve.\n",
        (
            "## Five whys\n\n"
            "1. Why was the queue full? Because the worker hung.\n"
            "2. Why did it hang? Because it asked the old console.\n"
            "3. Why was that still there? Because [[Kiran did not remove]] it.\n"
        ),
    ),
    good=(
        (
            "## Five whys\n\n"
            "1. Why did checkout fail? The table was gone.\n"
            "2. Why? An engineer ran the clean-up script against production.\n"
            "3. Why was that possible? The script has no confirmation step.\n"
        ),
        "## Contributing factors\n\n- The clean-up script asks for no confirmation.\n",
        "## Timeline\n\n- 14:02 The operator closed the main valve.\n",
        (
            "## Contributing factors\n\n"
            "- An engineer ran the clean-up script, which asks for no confirmation in "
            "production.\n"
        ),
    ),
    hint=(
        "Ask why once more: what made this act possible, and what would have stopped it? End "
        "on that."
    ),
)

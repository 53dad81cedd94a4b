"""Words such as "simply" or "all they had to do" make the right act look small.

Why: it looks small because it is now known to be the right one among all that could be
done.
Instead: say what the act would have cost then, and what would prompt it next time.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM209"):
        message = f'"{find.words}" makes an act look easy that only the outcome singled out'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM209",
    name="minimiser",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary='Words such as "simply" or "all they had to do" make the right act look small.',
    check=check,
    bad=(
        "## Lessons learned\n\n- [[All they had to do was]] read the prompt.\n",
        "## Lessons learned\n\n- [[A simple check would have shown]] that the bucket was live.\n",
        "## Contributing factors\n\n- Someone [[just had to look]] at the graph.\n",
        "## What went poorly\n\n- They [[could simply have called]] us.\n",
        "## What went poorly\n\n- It [[would have taken five minutes to ask]].\n",
    ),
    good=(
        "## Timeline\n\n- 14:36 Just after 14:35 the error rate rose.\n",
        "## Background\n\nImages are built just-in-time.\n",
        "## Background\n\nTo roll back, simply revert the tag.\n",
        "## Background\n\nThe client simply retries with the next host.\n",
        "## Timeline\n\n- 14:02 The deploy had just finished when the page came.\n",
    ),
    hint=(
        "Say what would have prompted this act at the time, and name that missing prompt as "
        "the factor."
    ),
)

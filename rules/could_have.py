"""What people could or would have done instead stands as a verdict.

Why: the better path is visible only from its end. Told as a missed chance, it hides why
nobody could see it then.
Instead: say which option people had, what each looked like at the time, and what would
make the better one the easy one.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.hindsight import advice
from pmlint.wording.judged import hindsight


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in hindsight(document, "PM202"):
        message = f'"{find.words}" measures the response against a path that shows only afterwards'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM202",
    name="could-have",
    category=Category.HINDSIGHT,
    severity=Severity.WARNING,
    summary="What people could or would have done instead stands as a verdict.",
    check=check,
    bad=(
        (
            "## Lessons learned\n\n"
            "- The outage [[could have been avoided]] by testing the restore.\n"
        ),
        "## Response\n\nWe [[could have rolled]] back twenty minutes earlier.\n",
        (
            "## What went poorly\n\n"
            "- The incident commander [[might have called]] the carrier sooner.\n"
        ),
        "## Lessons learned\n\n- It [[would have been caught]] by reading the release notes.\n",
        "## Summary\n\nWith a bit more care the team [[could have prevented]] the outage.\n",
        (
            "## What went poorly\n\n"
            "- The incident was not handled as well as it [[could have been]].\n"
        ),
    ),
    good=(
        "## Where we got lucky\n\n- It could have been worse: the batch was due at midnight.\n",
        "## Impact\n\nRequests that would have gone to eu-west were served from us-east.\n",
        "## Lessons learned\n\n- What would have happened if staging had not caught it?\n",
        "## Impact\n\nUp to 300 users could have seen another account's avatar.\n",
        "## Contributing factors\n\n- A shorter TTL would have limited the blast radius.\n",
        (
            "## Lessons learned\n\n"
            "- Nobody could have known that the vendor had changed the format.\n"
        ),
        "## Summary\n\nAnyone in her seat would have done the same.\n",
        (
            "## What could have gone better\n\n"
            "- The rollback took 40 minutes because the images were gone.\n"
        ),
    ),
    hint="Say what made the other option hard to see or to choose, and name that as the factor.",
)

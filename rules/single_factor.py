"""Only one contributing factor is named.

Why: complex systems fail when several conditions come together. With one factor fixed,
the others wait for the next incident.

Instead: ask why the change was risky, why it was not caught earlier, and why detection
and recovery took as long as they did. Each answer is a factor.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Profile
from pmlint.review.factor_counts import is_known, is_single
from pmlint.review.placeholders import is_template_text
from pmlint.rule import Category, Hit, Rule, Severity


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    if document.profile is Profile.NEAR_MISS or len(document.factors) != 1:
        return
    factor = document.factors[0]
    if document.why_chains or is_template_text(factor.text):
        return
    if not (is_single(factor) and is_known(factor)):
        return
    yield Hit(
        factor.line,
        "only one contributing factor is named",
        hint="Ask what else had to be so: why was the change risky, why was it not caught "
        "earlier, and why did detection and recovery take as long as they did?",
        data={"count": 1, "limit": [2, None]},
    )


RULE = Rule(
    code="PM703",
    name="single-factor",
    category=Category.FACTORS,
    severity=Severity.WARNING,
    summary="Only one contributing factor is named.",
    bad=(
        "## Contributing factors\n\n- [[The staging cluster has no session store.]]\n",
        "## Contributing factors\n\n[[The staging cluster has no session store.]]\n",
        "## Root cause\n\n[[The disk of the queue host was full, as nothing rotated the logs.]]\n",
        "## Contributing factors\n\n1. [[The staging cluster has no session store.]]\n   - It was "
        "left out to save money.\n",
    ),
    good=(
        "## Contributing factors\n\n- The staging cluster has no session store.\n- No alert on "
        "failed logins.\n",
        "# Near-miss: session store about to fail\n\n## Contributing factors\n\n- The staging "
        "cluster has no session store.\n",
        "## Contributing factors\n\nThe staging cluster has no session store. In addition, no "
        "alert watched failed logins.\n",
        "## Timeline\n\n- 10:02 Deploy of login-api v12\n",
        "## Contributing factors\n\n### No session store in staging\n\nIt was left out.\n\n"
        "### No alert on failed logins\n\nOnly errors of the gateway are watched.\n",
    ),
    check=check,
)

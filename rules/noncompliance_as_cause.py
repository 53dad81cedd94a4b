"""A procedure not followed, or a check skipped, is offered as the cause.

Why: procedures are left aside where the work does not fit them. Calling that the cause
leaves the misfit in place.
Instead: say why the step was possible to leave out, and what made leaving it out the
sensible way to get the work done.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.human_error import advice
from pmlint.wording.judged import human_error


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for find in human_error(document, "PM303"):
        message = f'"{find.words}" is the end point here; why it was possible is not said'
        yield Hit(find.span, message, hint=advice(find), confidence=find.confidence)


RULE = Rule(
    code="PM303",
    name="noncompliance-as-cause",
    category=Category.HUMAN_ERROR,
    severity=Severity.ERROR,
    summary="A procedure not followed, or a check skipped, is offered as the cause.",
    check=check,
    bad=(
        (
            "## Contributing factors\n\n"
            "- [[The procedure was not followed]].\n"
            "- No alert on the drop in traffic\n"
        ),
        (
            "## Contributing factors\n\n"
            "- [[Change management was bypassed]].\n"
            "- No alert on the drop in traffic\n"
        ),
        (
            "## Contributing factors\n\n"
            "- [[Testing was skipped]] to meet the date.\n"
            "- No alert on the drop in traffic\n"
        ),
        "## Summary\n\nThe outage happened because [[nobody followed the runbook]].\n",
        (
            "## Contributing factors\n\n"
            "- [[Non-compliance with the patch policy]]\n"
            "- No alert on the drop in traffic\n"
        ),
    ),
    good=(
        (
            "## Contributing factors\n\n"
            "- The freeze could be bypassed because the deploy tool does not read it.\n"
        ),
        (
            "## Contributing factors\n\n"
            "- The procedure was not followed because step 3 names a host that is gone.\n"
        ),
        "## Contributing factors\n\n- There was no procedure for rotating the signing key.\n",
        "## Contributing factors\n\n- The process was not restarted after the upgrade.\n",
        "## Contributing factors\n\n- CI skipped the integration tests on the release branch.\n",
        "## Response\n\nWe bypassed the proxy to restore traffic.\n",
    ),
    hint="Why was it possible, or even sensible, to leave this step out? Name that as the factor.",
)

"""An action item appeals to behaviour, care, awareness or training.

Why: people were already careful. A reminder changes nothing about what the system
allows, and it wears off; nobody can say when it is done.
Instead: change what made the slip easy: a prompt, a default, a check in the pipeline,
a permission, an alert. Where practice is needed, plan one drill with a date and a scope.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import judge_item
from pmlint.wording.vagueness import Verdict

_WHAT = {
    "training": "relies on training and awareness",
    "sharing": "relies on people knowing and remembering",
    "behaviour": "asks people to behave differently",
}
_HINTS = {
    "training": "Ask what made the task hard to get right, and build that in: a check, a prompt, a "
    "default. If practice is needed, plan one drill with a date and a scope.",
    "sharing": "Put the knowledge where the work happens: in an alert's text, a runbook step, a "
    "check that fails. It then reaches the people who were not in the room.",
    "behaviour": "Make the system do the remembering: a confirmation prompt, a check that the next "
    "step waits for, a safer default. Name which of these will exist.",
}


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        judgement = judge_item(document, item)
        if judgement.verdict is Verdict.WISH:
            reason = judgement.reason if judgement.reason in _WHAT else "behaviour"
            yield Hit(
                place_of(document, item),
                f"the action item {named(item)} is a wish: it {_WHAT[reason]}",
                _HINTS[reason],
                confidence=0.9,
                data={"reason": reason},
            )


RULE = Rule(
    code="PM402",
    name="wish-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary="An action item appeals to behaviour, care, awareness or training.",
    check=check,
    bad=(
        "## Action items\n\n- [[Be more careful]]\n",
        "## Action items\n\n- [[More training]]\n- [[Remind the team]]\n",
        "## Follow-ups\n\n1. [[Double-check the hostname before a restart]]\n"
        "2. [[Raise awareness of the change policy]]\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| [[Follow the deployment checklist]] | Sarah | May 2 |\n"
        "| [[Communicate better]] | Mike | May 4 |\n",
        "## Action items\n\n- [[Engineers should test their changes before deploying]]\n"
        "- [[Pay closer attention to error rates]]\n",
        "## Action items\n\n- [[Provide training on Kubernetes for the support staff]]\n"
        "- [[Improve monitoring and be more careful]]\n",
    ),
    good=(
        "## Action items\n\n- Train the anomaly model on last year's traffic\n",
        "## Action items\n\n- Run a failover drill of the orders database in staging on June 3\n",
        "## Action items\n\n- Send an automated reminder 30 days before a certificate expires\n",
        "## Action items\n\n- Improve monitoring\n",
        "## Action items\n\n- Add a confirmation prompt so that operators double-check the host\n",
        "## Action items\n\n- Configure the release bot to remind the author of open migrations\n",
        "## Action items\n\n- [x] Remind the team of the freeze policy\n",
        "## Lessons learned\n\n- We were careful, and the script still let us through\n",
        "## Action items\n\n- Move the training cluster to its own subnet\n",
    ),
)

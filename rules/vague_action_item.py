"""An action item has no end that a reader could check.

Why: "improve monitoring" is never done, so it is never finished either: it waits in
the backlog until the same gap causes the next outage.
Instead: name the thing that will exist or the number that will change: an alert and
its threshold, a test and what it covers, a flag and its default, a decision and where
it is recorded. An item that starts with "investigate" becomes one when it ends in
something written, by a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document
from pmlint.regexes import regex
from pmlint.review.trade import is_about_software
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.action_words import ABSTRACT, SOFT
from pmlint.wording.judged import judge_item
from pmlint.wording.vagueness import Judgement, Verdict

_HINTS = (
    (
        regex(r"monitor|alert|observab|visib|metric|dashboard|alarm|detect", re.IGNORECASE),
        "Name the signal, its threshold and who is paged, "
        'e.g. "Page the on-call when checkout p99 stays above 500 ms for 5 minutes".',
        "Name what is measured, its limit and who is told when it is passed, "
        'e.g. "Call the shift lead when the cold store is above 8 °C for 5 minutes".',
    ),
    (
        regex(r"\btest|coverage|\bqa\b|quality", re.IGNORECASE),
        "Name the test and the case that it covers, "
        'e.g. "Add an integration test for expired cards to the payment suite".',
        "Name the test and the case that it covers, "
        'e.g. "Weigh one pallet in ten before it is loaded".',
    ),
    (
        regex(r"\bdoc|runbook|playbook|wiki|\bguide", re.IGNORECASE),
        "Name the document and what it will then say, "
        'e.g. "Describe the failover of the orders database in its runbook".',
        "Name the document and what it will then say, "
        'e.g. "Describe on the card at the gate how it is opened by hand".',
    ),
    (
        regex(r"process|procedure|practice|workflow|communicat", re.IGNORECASE),
        "Name the step that changes and what enforces it, "
        'e.g. "The pipeline refuses a release without a second approval".',
        "Name the step that changes and what enforces it, "
        'e.g. "The form is not printed without a second signature".',
    ),
    (
        regex(
            r"investigat|look|research|explor|evaluat|assess|review|analy|consider|understand|"
            r"study|audit|discuss|identif|revisit",
            re.IGNORECASE,
        ),
        "Give the question a time box and a written result, "
        'e.g. "Compare both queues for two days and record the choice in an ADR".',
        "Give the question a time box and a written result, "
        'e.g. "Compare both scanners for two days and write down the choice".',
    ),
)
"""Of what an item speaks, the advice where software is in sight, and that for other trades."""
_HINT = (
    "Name the artefact or the number that will be different when it is done, "
    'e.g. "Raise branch coverage of payment-service to 80%".'
)
_PLAIN_HINT = (
    "Name the thing or the number that will be different when it is done, "
    'e.g. "Raise the share of scanned parcels to 98%".'
)
_WHY = {
    "more": 'says "{word}" but not how much or what',
    "bare": 'does not say which "{word}"',
    "noun": "names a topic, not a change",
}
_NO_END = "has no end a reader could check"


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        judgement = judge_item(document, item)
        if judgement.verdict is Verdict.VAGUE:
            yield Hit(
                place_of(document, item),
                f"the action item {named(item)} {_reason(judgement)}",
                _advice(item.text.raw, software=is_about_software(document)),
                confidence=0.8 if judgement.stated else 0.9,
                data={"reason": judgement.reason, "word": judgement.word},
            )


def _reason(judgement: Judgement) -> str:
    detail = _WHY.get(judgement.reason, "")
    if not detail or (judgement.reason == "bare" and judgement.word not in ABSTRACT | SOFT):
        return _NO_END
    return f"{_NO_END}: it {detail.format(word=judgement.word)}"


def _advice(words: str, *, software: bool) -> str:
    for pattern, hint, plain in _HINTS:
        if pattern.search(words):
            return hint if software else plain
    return _HINT if software else _PLAIN_HINT


RULE = Rule(
    code="PM401",
    name="vague-action-item",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary="An action item has no end that a reader could check.",
    check=check,
    bad=(
        "## Action items\n\n- [[Improve monitoring]]\n",
        "## Action items\n\n1. [[Investigate]]\n2. Add a dry-run flag to the purge tool\n",
        "## Follow-ups\n\n- [ ] [[Better docs]]\n- [ ] [[Increase test coverage]]\n",
        "## Action items\n\n| Action | Type | Owner | Deadline |\n|---|---|---|---|\n"
        "| [[Improve basket-service monitoring]] | Detect | Sarah | May 2 |\n"
        "| Page when basket-service p99 exceeds 400 ms | Detect | Mike | May 4 |\n",
        "**Action items**\n\n- [[Ensure this does not happen again]]\n"
        "- [[Consider adding tests]]\n- [[Work with the vendor]]\n",
        "## Action items\n\n- [[Implementing better error handling]]\n"
        "- [[Review of our deployment process]]\n- [[Alerting should be improved]]\n",
        "## Next steps\n\n- [[We will look into the alert thresholds]]\n"
        "- [[Add more tests]]\n- [[Continue to monitor the situation]]\n",
    ),
    good=(
        "## Action items\n\n- Improve p99 of search from 900 to 400 ms\n",
        "## Action items\n\n- Decide between RabbitMQ and NATS by May 1, record an ADR\n",
        "## Action items\n\n| Action Item | Type | Owner | Deadline |\n|---|---|---|---|\n"
        "| Add confirmation prompt to deployment script | Prevent | Sarah | Apr 25 |\n"
        "| Add integration test for payment flow | Prevent | Mike | May 1 |\n"
        "| Create runbook for payment-service rollback | Mitigate | Sarah | Apr 28 |\n",
        "## Action items\n\n- Investigate the leak in the indexer for two days and write up the "
        "findings in OPS-311\n",
        "## Action items\n\n- Improve the release script by adding a confirmation prompt\n"
        "- Enhance monitoring to include certificate expiry dates\n",
        "## Action items\n\n- Raise basket-service branch coverage to 80%\n"
        "- Document the failover steps for the orders database in its runbook\n",
        "## Action items\n\n- [x] Improve monitoring\n- [ ] Alert on consumer lag above 10k\n",
        "## Action items\n\n- Be more careful\n- More training\n",
        "## Action items\n\n- Ensure that `publish.sh` cannot start while the lock file exists\n",
        "## Lessons learned\n\n- Improve monitoring before adding features\n",
        "## Action items\n\n- Improve monitoring\n  - Add an alert on replication lag above 30 s\n",
    ),
)

"""All action items are training, documents, reminders or policy.

Why: such measures are the weakest that there are. They ask people to remember under
pressure, and the system allows the same failure as before.
Instead: add one change that works without anybody's memory: a check, a limit, a prompt,
an alert, a default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import ActionItem, Document
from pmlint.regexes import regex
from pmlint.review.work import actions_heading, open_items
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.judged import judge_item
from pmlint.wording.vagueness import Verdict

_WEAK = regex(
    r"\b(?:train\w*|retrain\w*|workshop|course|document\w*|docs?|runbooks?|playbooks?|wiki|guide\w*|"
    r"handbook|read-?me|checklists?|polic(?:y|ies)|procedures?|process(?:es)?|remind\w*|awareness|"
    r"communicat\w*|announce\w*|inform|educat\w*|knowledge|meetings?|present\w*|brown[- ]?bag|"
    r"rules?|convention\w*|standards?|e-?mail|newsletter|faq|postmortem|lessons?)\b",
    re.IGNORECASE,
)
_ENGINEERED = regex(
    r"\b(?:alert\w*|alarm\w*|tests?|gate\w*|scripts?|pipelines?|ci|flags?|limits?|timeouts?|"
    r"replicas?|automat\w*|validat\w*|prompts?|checks?|block\w*|enforc\w*|lint\w*|backups?|"
    r"monitor\w*|metrics?|dashboards?|hooks?|lock\w*|quotas?|cache\w*|retr(?:y|ies)|migrate|"
    r"replace|upgrade|patch\w*|pin|fix|revoke|restrict\w*|rotate|disable|enable|configure|deploy|"
    r"install|remove|delete|split|refactor|rewrite|implement|bot|tool\w*|schema|code|bug|canary|"
    r"schedul\w*|query|index|drill|game ?day|model|classifier|detector)\b",
    re.IGNORECASE,
)
_LEAST = 2


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    items = open_items(document)
    if len(items) < _LEAST or not all(_weak(document, item) for item in document.actions):
        return
    yield Hit(
        actions_heading(document, items),
        f"all {len(items)} action items are training, documents, reminders or policy",
        "Add one change that works without anybody's memory: a check, a limit, a prompt, an alert.",
        data={"count": len(items)},
    )


def _weak(document: Document, item: ActionItem) -> bool:
    if judge_item(document, item).verdict is Verdict.WISH:
        return True
    words = item.text.raw
    return bool(_WEAK.search(words)) and not _ENGINEERED.search(words)


RULE = Rule(
    code="PM416",
    name="weak-actions-only",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="All action items are training, documents, reminders or policy.",
    check=check,
    bad=(
        "## [[Action items]]\n\n- Train the support staff on the new console\n"
        "- Update the failover runbook with the new host names\n- Remind the team of the policy\n",
        "## [[Follow-ups]]\n\n1. Document the restart order of the brokers in the wiki\n"
        "2. Publish a policy for changes during sales events\n",
        "## [[Action items]]\n\n| Action | Owner |\n|---|---|\n| More training | Sarah |\n"
        "| Write a guide for new on-call engineers | Mike |\n| Be more careful | Priya |\n",
    ),
    good=(
        "## Action items\n\n- Train the support staff on the new console\n"
        "- Add a confirmation prompt to the purge tool\n- Remind the team of the policy\n",
        "## Action items\n\n- Write a guide for new on-call engineers\n"
        "- Page when consumer lag exceeds 10k messages\n",
        "## Action items\n\n- Improve monitoring\n- Improve the documentation\n",
        "## Action items\n\n- Retrain the fraud model\n- Document the label set in the wiki\n",
        "## Action items\n\n- Update the runbook of the ledger database\n",
    ),
)

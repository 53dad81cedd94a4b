"""There are fewer action items than a real incident leaves behind.

Why: with fewer than three, the review probably stopped at the first plausible fix.
Instead: ask for each contributing factor what would prevent it, what would show it
sooner and what would make it smaller. If nothing is to be done, say why: "No action
items: the service is switched off next week."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import ActionItem, Document, Profile, Section, Status, Topic
from pmlint.regexes import regex
from pmlint.review.work import actions_heading, open_items
from pmlint.rule import Category, Hit, Rule, Severity, option

_NONE = regex(r"\W*(?:none|no(?:thing)?\b[^.:;,–—-]{0,60}|n/?a|not applicable)\W*", re.IGNORECASE)
_IN_INCIDENT = regex(
    r"\bduring the (?:incident|outage)\b|\bat the time\b|\balready\b|\bimmediate(?:ly)?\b|"
    r"^\W*(?:rolled back|restarted|reverted|restored|scaled|purged|drained|failed over|hotfixed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Options:
    """How many items are wanted."""

    min: int = option(3, "Fewest action items.")
    max: int = option(5, "Most action items; named in the report beside the fewest.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    if document.profile is Profile.NEAR_MISS:
        return
    count = len(_counted(document))
    if count >= options.min or (count == 0 and not _none_without_reason(document)):
        return
    yield Hit(
        actions_heading(document, document.actions),
        f"{count or 'no'} action item{'' if count == 1 else 's'}; "
        f"fewer than {options.min} often means that a factor was missed",
        "Ask of each contributing factor what would prevent it, show it sooner or make it smaller; "
        'or state why nothing follows ("No action items: ...").',
        data={"count": count, "limit": [options.min, options.max]},
    )


def _counted(document: Document) -> list[ActionItem]:
    """Open items, and finished ones unless they were part of the response."""
    still_open = set(map(id, open_items(document)))
    return [
        item
        for item in document.actions
        if id(item) in still_open
        or (item.status is Status.DONE and not _in_incident(document, item))
    ]


def _in_incident(document: Document, item: ActionItem) -> bool:
    done = document.sections[item.section].topic is Topic.DONE
    return done or _IN_INCIDENT.search(item.text.raw) is not None


def _none_without_reason(document: Document) -> bool:
    """Whether the section says that there are none, and no more."""
    return any(_NONE.fullmatch(_words(section)) for section in document.opening(Topic.ACTIONS))


def _words(section: Section) -> str:
    return " ".join(part.words for block in section.blocks for part in block.walk()).strip()


RULE = Rule(
    code="PM410",
    name="too-few-action-items",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="There are fewer action items than a real incident leaves behind.",
    check=check,
    options=Options(),
    bad=(
        "## [[Action items]]\n\n- Pin the base image\n- Add a canary stage\n",
        "## [[Follow-ups]]\n\n1. Pin the base image\n",
        "## [[Action items]]\n\n- Pin the base image\n  - In the worker\n  - In the API\n"
        "  - In the cron host\n",
        "## [[Action items]]\n\nNone.\n",
    ),
    good=(
        "## Action items\n\n- Pin the base image\n- Add a canary stage\n- Rotate the key\n",
        "## Action items\n\nNo action items: the service is switched off next week.\n",
        "# Near miss: wrong bucket policy caught in staging\n\n## Action items\n\n"
        "- Lint bucket policies in CI\n",
        "## Action items\n\n- [x] Pin the image\n- [x] Add a canary stage\n- [ ] Rotate the key\n",
        "## Summary\n\nSearch was slow for ten minutes.\n",
    ),
)

"""There are more action items than will be done.

Why: ten items compete with each other and with the roadmap, and quietly rot in a
backlog. Five at most get done.
Instead: keep the three to five that would have changed this incident most, and put the
rest on the team's own backlog.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.review.work import actions_heading, open_items
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How many items are wanted."""

    min: int = option(3, "Fewest action items; named in the report beside the most.")
    max: int = option(5, "Most open action items, sub-tasks not counted.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    items = open_items(document)
    if len(items) > options.max:
        yield Hit(
            actions_heading(document, items),
            f"{len(items)} action items; more than {options.max} do not get done",
            f"Keep the {options.min} to {options.max} that would have changed this incident most, "
            "and move the rest to the backlog.",
            data={"count": len(items), "limit": [options.min, options.max]},
        )


RULE = Rule(
    code="PM409",
    name="too-many-action-items",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="There are more action items than will be done.",
    check=check,
    options=Options(),
    bad=(
        "## [[Action items]]\n\n- Pin the base image\n- Add a canary stage\n- Rotate the key\n"
        "- Alert on queue depth above 10k\n- Split the index\n- Move the cron host\n",
        "## [[Follow-ups]]\n\n1. Pin the base image\n2. Add a canary stage\n3. Rotate the key\n"
        "4. Alert on lag above 30 s\n5. Split the index\n6. Move the cron host\n7. Tag images\n",
        "## [[Action items]]\n\n### Prevent\n\n- Pin the image\n- Add a canary\n- Tag images\n\n"
        "### Detect\n\n- Alert on queue depth above 10k\n- Log the tenant id\n"
        "- Probe the login page\n",
    ),
    good=(
        "## Action items\n\n- Pin the base image\n- Add a canary stage\n- Rotate the key\n"
        "- Alert on queue depth above 10k\n- Split the index\n",
        "## Action items\n\n- Pin the base image\n  - In the worker\n  - In the API\n"
        "- Add a canary stage\n  - Route 5% to it\n  - Watch it for 10 minutes\n- Rotate the key\n",
        "## Action items\n\n- [x] Roll back the release\n- [x] Purge caches\n- [x] Pin the image\n"
        "- [ ] Add a canary stage\n- [ ] Rotate the key\n- [ ] Split the index\n",
        "## Lessons learned\n\n- One\n- Two\n- Three\n- Four\n- Five\n- Six\n",
    ),
)

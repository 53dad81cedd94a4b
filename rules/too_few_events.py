"""The timeline has fewer than three events.

Why: two points give no sequence; how it was found and what was tried stays untold.
Instead: add what the alerts, the chat and the deploy log hold for those hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Profile, Topic
from pmlint.review.chronology import timeline_span
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How many events a timeline needs."""

    min_events: int = option(3, "Fewest events a timeline may have.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    count = sum(not entry.nested for entry in document.timeline.entries)
    if document.profile is Profile.NEAR_MISS or not 0 < count < options.min_events:
        return
    if count + _told_within(document) >= options.min_events:
        return
    yield Hit(
        timeline_span(document),
        f"the timeline has {count} event{'' if count == 1 else 's'}",
        "Add what the alerts, the chat and the deploy log tell about those hours: "
        "start, detection, response, mitigation, end.",
        data={"count": count, "limit": options.min_events},
    )


def _told_within(document: Document) -> int:
    """How many sentences of the timeline name a time inside: events that are told in prose."""
    # Only here: rules are listed without the reader.
    from pmlint.reading.dates import find_clock

    told = document.sentences_of(Topic.TIMELINE)
    return sum(not one.in_item and find_clock(one.text.raw) is not None for one in told)


RULE = Rule(
    code="PM611",
    name="too-few-events",
    category=Category.TIMELINE,
    severity=Severity.INFO,
    summary="The timeline has fewer than three events.",
    check=check,
    bad=(
        "## [[Timeline]]\n\n- 14:32 Deploy starts\n- 14:50 Resolved\n",
        "## [[Timeline]]\n\n| Time | Event |\n|---|---|\n| 09:02 | Certificate expires |\n",
        "## [[Timeline]]\n\n- 14:32 Deploy starts\n  - Version 3.1\n  - From the pipeline\n"
        "- 14:50 Resolved\n",
    ),
    good=(
        "## Timeline\n\nAt 17:41 the titles were cut. At 17:55 the list was loaded.\n\n"
        "The cue was due at 18:28:00. At 18:36 the regions were switched by hand.\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 14:50 Resolved\n",
        "Type: near-miss\n\n## Timeline\n\n- 14:32 Staging deploy fails its smoke test\n",
        "## Summary\n\nLogins failed for 18 minutes.\n",
        "## Timeline\n\n## Contributing factors\n\n- No alert on certificate expiry\n",
    ),
    options=Options(),
)

"""The review meeting was shorter than 45 minutes, or longer than 90.

Why: in less, the discussion does not get below the surface; after 90 minutes people
lose focus.
Instead: book 60 to 90 minutes; split a complex incident into two sessions, one for the
timeline and one for factors and actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Profile
from pmlint.review.chronology import first_line_of, show_minutes
from pmlint.rule import Category, Hit, Rule, Severity, option

_LONGEST = 8 * 60  # minutes; what lasts longer is not a meeting


@dataclass(frozen=True)
class Options:
    """How long a review meeting may be, in minutes."""

    min_minutes: float = option(45.0, "Shortest meeting, in minutes.")
    max_minutes: float = option(90.0, "Longest meeting, in minutes.")
    near_miss_minutes: float = option(30.0, "Shortest meeting about a near-miss, in minutes.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    minutes, text = document.facts.meeting_minutes, document.facts.meeting_text
    near_miss = document.profile is Profile.NEAR_MISS
    low = options.near_miss_minutes if near_miss else options.min_minutes
    if minutes is None or minutes > _LONGEST or low <= minutes <= options.max_minutes:
        return
    yield Hit(
        first_line_of(document, text) if text else document.first_line,
        f"the meeting took {show_minutes(minutes)}, not {low:g} to {options.max_minutes:g} minutes",
        "Split it into two sessions: one to walk the timeline, one for factors and actions."
        if minutes > options.max_minutes
        else "Plan 60 to 90 minutes next time, so that there is time for the contributing factors.",
        data={"minutes": minutes, "limit": [low, options.max_minutes]},
    )


RULE = Rule(
    code="PM809",
    name="meeting-length",
    category=Category.LIMITS,
    severity=Severity.WARNING,
    summary="The meeting was under 45 or over 90 minutes.",
    check=check,
    bad=(
        "Meeting length: [[20 minutes]]\n\n## Summary\n\nLogins failed.\n",
        "Meeting duration: [[2 hours]]\n\n## Summary\n\nLogins failed.\n",
        "**Meeting length:** [[30 min]]\n\n## Summary\n\nLogins failed.\n",
    ),
    good=(
        "Meeting length: 60 minutes\n\n## Summary\n\nLogins failed.\n",
        "Meeting duration: 1.5 hours\n\n## Summary\n\nLogins failed.\n",
        "Meeting length: 45 min\n\n## Summary\n\nLogins failed.\n",
        "Type: near-miss\n\nMeeting length: 30 minutes\n",
        "## Summary\n\nVideo calls in the meeting app dropped for 2 hours.\n",
    ),
    options=Options(),
)

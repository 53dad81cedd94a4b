"""The review had fewer than four people, or more than eight.

Why: with three, a view is missing; with fifteen, the review becomes a performance.
Instead: invite those who were involved and those who can change the system; the rest
read the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Profile
from pmlint.review.chronology import first_line_of
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How many people a review needs."""

    min_attendees: int = option(4, "Fewest people in a review.")
    max_attendees: int = option(8, "Most people in a review.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    facts = document.facts
    count = facts.attendee_count or len(facts.attendees)
    low, high = options.min_attendees, options.max_attendees
    if document.profile is Profile.NEAR_MISS or not count or low <= count <= high:
        return
    yield Hit(
        first_line_of(document, facts.attendees_text)
        if facts.attendees_text
        else document.first_line,
        f"{count} attendee{' is' if count == 1 else 's are'} listed, not {low} to {high}",
        "Invite who was involved and who can change the system, and send the document to the rest."
        if count > high
        else "Ask who else saw the incident or owns a system in it, and hear them too.",
        data={"count": count, "limit": [low, high]},
    )


RULE = Rule(
    code="PM808",
    name="attendee-count",
    category=Category.LIMITS,
    severity=Severity.WARNING,
    summary="Fewer than four attendees, or more than eight.",
    check=check,
    bad=(
        "Attendees: [[Ana Silva, Ben Okoro]]\n\n## Summary\n\nLogins failed.\n",
        "**Attendees:** [[Ana, Ben, Chloe, Dmitri, Eva, Femi, Grace, Hiro, Ines]]\n",
        "Participants: [[15 people]]\n\n## Summary\n\nLogins failed.\n",
    ),
    good=(
        "Attendees: Ana Silva, Ben Okoro, Chloe Martin, Dmitri Petrov\n",
        "Attendees: Ana, Ben, Chloe, Dmitri, Eva, Femi, Grace and Hiro\n",
        "## Attendees\n\n- Ana Silva (facilitator)\n- Ben Okoro\n- Chloe Martin\n- Eva Braun\n"
        "- Femi Ade\n",
        "Type: near-miss\n\nAttendees: Ana Silva, Ben Okoro\n",
        "## Summary\n\nLogins failed for 18 minutes. Two customers called.\n",
    ),
    options=Options(),
)

"""A person is named in the narrative, where a role would do.

Why: some houses keep names out of the text altogether, so that nobody has to weigh
each mention. Off until selected, because public guides differ.
Instead: write "the on-call engineer" or "the author of the change". Names of owners,
attendees, authors and facilitators are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Sentence, Topic
from pmlint.rule import Category, Hit, Rule, Severity, option
from pmlint.wording.blame import named_in

_WANTED = frozenset(
    {Topic.PEOPLE, Topic.MEETING, Topic.ACTIONS, Topic.TITLE, Topic.WENT_WELL, Topic.GROUND_RULES}
)
_COLUMNS = frozenset(
    {
        "owner",
        "owners",
        "assignee",
        "who",
        "author",
        "attendees",
        "facilitator",
        "responder",
        "name",
    }
)


@dataclass(frozen=True)
class Options:
    """Where names are tolerated."""

    timeline: bool = option(False, "Names are fine in the timeline and the response.")
    allow: tuple[str, ...] = option((), "Names that may stand anywhere, as written.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    allowed = {name.lower() for name in options.allow}
    for sentence in document.sentences:
        if not _narrative(sentence, options):
            continue
        for phrase in named_in(document, sentence.text):
            if phrase.text.lower() not in allowed:
                yield Hit(
                    sentence.text.span(phrase.start, phrase.end),
                    f'"{phrase.text}" is named where a role would do',
                    'Write the role, such as "the on-call engineer".',
                    confidence=0.7,
                    data={"who": phrase.text},
                )


def _narrative(sentence: Sentence, options: Options) -> bool:
    if sentence.topic in _WANTED or sentence.column in _COLUMNS:
        return False
    return not (options.timeline and sentence.topic in (Topic.TIMELINE, Topic.RESPONSE))


RULE = Rule(
    code="PM109",
    name="personal-name",
    category=Category.BLAME,
    severity=Severity.INFO,
    summary="A person is named in the narrative, where a role would do.",
    check=check,
    options=Options(),
    enabled=False,
    bad=(
        "## Timeline\n\n- 14:37 [[Sarah]] acknowledged the page\n",
        "## Summary\n\nThe rollback by [[@mike]] ended the outage.\n",
        "## Background\n\n[[Priya]]'s dashboard showed the lag.\n",
    ),
    good=(
        "## Timeline\n\n- 14:37 The on-call engineer acknowledged the page\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n| Add a prompt | Sarah |\n",
        "**Attendees:** Sarah, Mike, Priya\n",
        "## Summary\n\nJenkins and Cassandra were restarted.\n",
    ),
    hint="Write the role instead of the name.",
)

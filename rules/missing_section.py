"""A part that every postmortem needs is missing.

Why: readers come with seven questions: what was it, what happened, when, why, what
will change, what was learned, how bad was it. A part that is not there is a question
that nobody asked in the review either.

Instead: add the part, under any heading that says the same (TL;DR, What happened,
Follow-ups, Takeaways), as a label, a field of the front matter or a row of a table.
A near-miss is written up lighter: it needs title, summary, contributing factors and
action items, as there is no impact to rate and not much of a timeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pmlint.document import BlockKind, Document, Profile, Topic
from pmlint.mending import insert_section
from pmlint.review.presence import is_present
from pmlint.rule import Category, Hit, Rule, Severity, option

_TOPICS: Mapping[str, Topic] = {topic.value: topic for topic in Topic}

# What is missing for the reader, and what to write there.
_ADVICE: Mapping[Topic, tuple[str, str]] = {
    Topic.TITLE: (
        "so nobody can find it or tell it from others",
        "Begin with one line that names the service, what happened to it and the date, such as "
        '"# Payment service outage, 15 April 2026".',
    ),
    Topic.SUMMARY: (
        "so a reader has to piece the incident together",
        'Add a "Summary" of two or three sentences. What happened, how long did it last, and '
        "what was the impact?",
    ),
    Topic.TIMELINE: (
        "so nobody can see what was known when",
        'Add a "Timeline" of plain facts with times, from monitoring, chat and deployment '
        "records. What was seen first, and what was done next?",
    ),
    Topic.FACTORS: (
        "so the conditions that made the incident possible stay as they are",
        'Add "Contributing factors", the conditions of the system. Why was the change risky and '
        "not caught earlier, and why did detection and recovery take as long as they did?",
    ),
    Topic.ACTIONS: (
        "so nothing is promised to change",
        'Add "Action items", a table of item, type, owner and deadline. What stops this failure '
        "from recurring, and what would catch it faster?",
    ),
    Topic.LESSONS: (
        "so what the team found out stays with the people in the room",
        'Add "Lessons learned" with two or three takeaways. What surprised the team, and what '
        "would they do differently?",
    ),
    Topic.SEVERITY: (
        "so a reader cannot tell how bad it was",
        'Add "Severity" with the level on your scale. Was it customer-facing, did it cost '
        "revenue, and was data lost?",
    ),
}


@dataclass(frozen=True)
class Options:
    """Which sections a document must have.

    Raises:
        ValueError: a name is not one of a section that pmlint knows.
    """

    required: tuple[str, ...] = option(
        (
            "title",
            "summary",
            "timeline",
            "contributing factors",
            "action items",
            "lessons learned",
            "severity",
        ),
        "Sections that a postmortem must have.",
    )
    near_miss_required: tuple[str, ...] = option(
        ("title", "summary", "contributing factors", "action items"),
        "Sections that the lighter postmortem of a near-miss must have.",
    )

    def __post_init__(self) -> None:
        for name in (*self.required, *self.near_miss_required):
            if name not in _TOPICS:
                raise ValueError(f'unknown section "{name}"; known are: {", ".join(_TOPICS)}')


def check(document: Document, options: Options) -> Iterator[Hit]:
    near_miss = document.profile is Profile.NEAR_MISS
    names = options.near_miss_required if near_miss else options.required
    if names and _is_empty(document):
        yield Hit(
            document.first_line,
            "the document is empty, so none of its parts is there",
            hint='Write it, or let `pmlint new "What failed"` lay out its parts: '
            f"{', '.join(names)}.",
            data={"section": "", "missing": list(names)},
        )
        return
    for name in names:
        if not is_present(document, _TOPICS[name]):
            yield _hit(document, _TOPICS[name])


def _is_empty(document: Document) -> bool:
    """Whether there is nothing but comments."""
    if document.front_matter or any(one.kind is not BlockKind.HTML for one in document.blocks):
        return False
    text, at = document.source.text, 0
    for comment in document.comments:
        if text[at : comment.span.start].strip(_BLANK):
            return False
        at = comment.span.end
    return not text[at:].strip(_BLANK)


_BLANK = "\ufeff \t\r\n"


def _hit(document: Document, topic: Topic) -> Hit:
    why, hint = _ADVICE.get(
        topic, ("though this team's guide asks for it", f'Add a section "{topic.value}".')
    )
    return Hit(
        document.first_line,
        f'there is no "{topic.value}" section, {why}',
        hint=hint,
        data={"section": topic.value},
        fix=insert_section(document, topic),
    )


_SUMMARY = "## Summary\n\nLogins failed for 20 minutes; 2,000 users could not sign in.\n\n"
_TIMELINE = "## Timeline\n\n- 09:02 Deploy of login-api v12\n- 09:22 Rolled back\n\n"
_FACTORS = "## Contributing factors\n\n- Staging has no copy of the session store.\n\n"
_ACTIONS = "## Action items\n\n- Add a session store to staging (Ines, due 3 March 2026)\n\n"
_LESSONS = "## Lessons learned\n\n- Session keys differ between versions.\n\n"
_SEVERITY = "## Severity\n\nSEV2. Customer-facing. No revenue impact, no data loss.\n"
_REST = _TIMELINE + _FACTORS + _ACTIONS + _LESSONS + _SEVERITY

RULE = Rule(
    code="PM501",
    name="missing-section",
    category=Category.STRUCTURE,
    severity=Severity.ERROR,
    summary="A part that every postmortem needs is missing.",
    bad=(
        "[[# Login outage, 1 March 2026]]\n\n" + _REST,
        "[[# Login outage, 1 March 2026]]\n\n"
        + _SUMMARY
        + _FACTORS
        + _ACTIONS
        + _LESSONS
        + _SEVERITY,
        "[[# Login outage, 1 March 2026]]\n\n"
        + _SUMMARY
        + _TIMELINE
        + _ACTIONS
        + _LESSONS
        + _SEVERITY,
        "[[# Login outage, 1 March 2026]]\n\n"
        + _SUMMARY
        + _TIMELINE
        + _FACTORS
        + _LESSONS
        + _SEVERITY,
        "[[# Login outage, 1 March 2026]]\n\n"
        + _SUMMARY
        + _TIMELINE
        + _FACTORS
        + _ACTIONS
        + _SEVERITY,
        "[[# Login outage, 1 March 2026]]\n\n"
        + _SUMMARY
        + _TIMELINE
        + _FACTORS
        + _ACTIONS
        + _LESSONS,
        "[[## Summary]]\n\nLogins failed for 20 minutes; 2,000 users could not sign in.\n\n"
        + _REST,
    ),
    good=(
        "# Login outage, 1 March 2026\n\n" + _SUMMARY + _REST,
        # Other words for the same parts.
        "# Login outage, 1 March 2026\n\n## TL;DR\n\nLogins failed for 20 minutes.\n\n"
        "## Chronology\n\n- 09:02 Deploy\n\n## Root causes\n\n- No copy of the store in staging.\n"
        "- No alert on logins.\n\n## Follow-ups\n\n- Add an alert on failed logins\n\n"
        "## Takeaways\n\n- Session keys differ.\n\n## Severity level\n\nP2\n",
        # Bold lines as headings, and labels.
        "Login outage, 1 March 2026\n\n**What happened**\n\nLogins failed for 20 minutes.\n\n"
        "**Timeline**\n\n09:02 Deploy of login-api\n09:22 Rolled back\n\n"
        "**Contributing factors**\n\n- Staging has no session store.\n\n**Next steps**\n\n"
        "- Add a session store to staging\n\n**Lessons learned**\n\n- Session keys differ.\n\n"
        "Severity: SEV2\n",
        # The severity in the front matter, in the title, in a table.
        "---\ntitle: Login outage, 1 March 2026\nseverity: SEV2\n---\n\n"
        + _SUMMARY
        + _TIMELINE
        + _FACTORS
        + _ACTIONS
        + _LESSONS,
        "# SEV2: login outage, 1 March 2026\n\n"
        + _SUMMARY
        + _TIMELINE
        + _FACTORS
        + _ACTIONS
        + _LESSONS,
        "# Login outage, 1 March 2026\n\n| Severity | SEV2 |\n|---|---|\n| Duration | 20 min |\n\n"
        + _SUMMARY
        + _TIMELINE
        + _FACTORS
        + _ACTIONS
        + _LESSONS,
        # The paragraph that opens the document is its summary.
        "# Login outage, 1 March 2026\n\nFrom 09:02 to 09:22 sign-in to the web shop failed, as "
        "session keys of the new version were unknown to the store.\n\n" + _REST,
    ),
    options=Options(),
    check=check,
    fixable=True,
)

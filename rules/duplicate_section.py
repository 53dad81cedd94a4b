"""The same section stands in the document twice.

Why: two timelines or two lists of action items drift apart, and a reader who found one
does not look for the other.

Instead: merge them. If the document covers several incidents, put each under a heading
of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from pmlint.document import Document, HeadingStyle, Section, Topic
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity

_HEADINGS = frozenset({HeadingStyle.MARKDOWN, HeadingStyle.BOLD, HeadingStyle.BARE})
_UNIQUE = frozenset(
    {
        Topic.SUMMARY,
        Topic.TIMELINE,
        Topic.FACTORS,
        Topic.ACTIONS,
        Topic.LESSONS,
        Topic.SEVERITY,
        Topic.IMPACT,
        Topic.DETECTION,
        Topic.RESOLUTION,
        Topic.BACKGROUND,
        Topic.WENT_WELL,
        Topic.WENT_POORLY,
        Topic.LUCKY,
    }
)
# Of these there is one only, whatever it is called: "Lessons learned", "Takeaways".
_ONE_NAME = frozenset({Topic.TIMELINE, Topic.LESSONS, Topic.SEVERITY})
_PLAIN = 3
"""Words of the longest title that names its topic and nothing more particular."""
_KEY_MOMENTS = regex(r"key (?:time|date|moment|milestone)")
"""A list of milestones beside the timeline, as some tools write it."""
_SOUND = regex(r"[^a-z0-9]+")
_SEVERAL = 3  # titles repeated in step: not a slip, but several incidents in a row


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    groups = _repeated(document)
    if len(groups) >= _SEVERAL:
        return
    for sections in groups:
        for earlier, section in pairwise(sections):
            if not _is_apart(document, earlier, section):
                yield _hit(document, earlier, section)


def _hit(document: Document, earlier: Section, section: Section) -> Hit:
    line = document.source.line_of(earlier.heading.offset(0))
    title, other = section.title.strip(), earlier.title.strip()
    return Hit(
        section.heading.strip().span(),
        f'the section "{title}" repeats "{other}" of line {line}',
        hint="Merge the two, so that a reader finds everything in one place. If they are about "
        "different incidents, put each under a heading that names its incident.",
        data={"section": section.topic.value, "earlier_line": line},
    )


def _repeated(document: Document) -> list[list[Section]]:
    """Sections under the same parent that bear the same title, in order."""
    groups: dict[tuple[int | None, str], list[Section]] = defaultdict(list)
    for section in document.sections:
        if section.style in _HEADINGS and section.own_topic in _UNIQUE:
            groups[section.parent, _name(section)].append(section)
    return [sections for sections in groups.values() if len(sections) > 1]


def _name(section: Section) -> str:
    """What the section is called, or its topic if it can only be called so."""
    title = _SOUND.sub(" ", section.title.lower()).strip()
    plain = section.own_topic in _ONE_NAME and len(title.split()) <= _PLAIN
    plain = plain and not _KEY_MOMENTS.match(title)
    return f"<{section.topic.value}>" if plain else title


def _is_apart(document: Document, first: Section, second: Section) -> bool:
    """Whether a heading between the two, of their level, starts another incident."""
    between = document.sections[first.index + 1 : second.index]
    return any(
        section.own_topic in (None, Topic.TITLE)
        and section.style in _HEADINGS
        and section.level <= second.level
        and section.parent == second.parent
        for section in between
    )


RULE = Rule(
    code="PM507",
    name="duplicate-section",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    summary="The same section stands in the document twice.",
    bad=(
        "# Search outage\n\n## Timeline\n\n- 10:02 Deploy\n\n## Impact\n\n40 users.\n\n"
        "## [[Timeline]]\n\n- 10:20 Rolled back\n",
        "# Search outage\n\n## Action items\n\n- Add a limit\n\n## [[Action Items:]]\n\n- Add an "
        "alert\n",
        "# Search outage\n\n## Lessons learned\n\n- Shards fill up.\n\n## [[Takeaways]]\n\n- So do "
        "disks.\n",
        "**Summary**\n\nSearch was down.\n\n**Impact**\n\n40 users.\n\n**[[Summary]]**\n\n"
        "Search was down for 18 minutes.\n",
    ),
    good=(
        "# Search outage\n\n## Timeline\n\n- 10:02 Deploy\n\n## Impact\n\n40 users.\n",
        "# Outages of April\n\n## Search\n\n### Timeline\n\n- 10:02 Deploy\n\n## Login\n\n"
        "### Timeline\n\n- 11:02 Deploy\n",
        "# Search outage\n\n## Summary\n\nShort.\n\n## Timeline\n\n- 10:02 Deploy\n\n"
        "# Login outage\n\n## Summary\n\nShort.\n\n## Timeline\n\n- 11:02 Deploy\n",
        "# Lessons\n\n## What went well\n\n- The alert\n\n## What went poorly\n\n- The runbook\n",
        "# Search outage\n\n## Notes\n\nOne.\n\n## Notes\n\nTwo.\n",
        "# Search outage\n\n## Key timestamps\n\n- Impact started: 10:02\n\n## Timeline\n\n"
        "- 10:02 Deploy\n",
    ),
    check=check,
)

"""A section has a heading, and nothing or only the template's words under it.

Why: an empty section looks as if its question had been asked and had no answer. A
reader cannot tell "nothing to say" from "nobody got round to it".

Instead: write the answer, or say why there is none ("N/A: caught in staging, no
customer was affected"), or take the heading out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Block, BlockKind, Document, HeadingStyle, Section, Span, Text, Topic
from pmlint.regexes import regex
from pmlint.review.placeholders import is_nothing, is_template_text, tag_stand_ins
from pmlint.rule import Category, Hit, Rule, Severity

_HEADINGS = frozenset({HeadingStyle.MARKDOWN, HeadingStyle.BOLD, HeadingStyle.BARE})
_FIELDS = frozenset({HeadingStyle.LABEL, HeadingStyle.ITEM, HeadingStyle.TABLE})
_FIELD_TOPICS = frozenset(
    {
        Topic.SUMMARY,
        Topic.TIMELINE,
        Topic.FACTORS,
        Topic.ACTIONS,
        Topic.LESSONS,
        Topic.SEVERITY,
        Topic.IMPACT,
    }
)
_MAIN = _FIELD_TOPICS - {Topic.IMPACT}
# A heading of these may have "Duration:" and the like as its parts.
_HEADS = frozenset({Topic.SUMMARY, Topic.IMPACT, Topic.OTHER, None})
# Here a heading may be an event, an item or a factor, and needs nothing under it.
_TELLING = frozenset({Topic.TIMELINE, Topic.ACTIONS, Topic.FACTORS, Topic.WHYS, Topic.DONE})
# Here "None" is a plain answer.
_MAY_BE_NONE = frozenset(
    {
        Topic.LUCKY,
        Topic.WENT_WELL,
        Topic.WENT_POORLY,
        Topic.IMPACT,
        Topic.DONE,
        Topic.APPENDIX,
        Topic.BACKGROUND,
        Topic.PEOPLE,
        Topic.OTHER,
    }
)
# Here "Describe ..." and "Add ..." can only be meant for the author.
_TOLD_NOT_ORDERED = frozenset(
    {Topic.SUMMARY, Topic.TIMELINE, Topic.FACTORS, Topic.SEVERITY, Topic.IMPACT, Topic.DETECTION}
)
_UNSEEN = regex(
    r"&nbsp;|<!--[\s\S]*?(?:-->|\Z)|<a\s[^<>]*>\s*</a>|^[ \t]*\[[^\]\n]{1,200}\]:[ \t][^\n]*$"
    r"|^[ \t]*[-*_=>|+#:]+[ \t]*$|^[ \t]*[-*+][ \t]*\[[ xX]?\][ \t]*$",
    re.MULTILINE,
)
_HOLDS_VALUE = regex(r":\s*\S|\d[:/.-]\d|\b\d{4}\b")
_HINTS = {
    "nothing": 'Write what there is to say, or why there is nothing ("N/A: the reason").',
    "template": "Put the facts of this incident in place of the template's words, or say why "
    'there are none ("N/A: the reason").',
    "no reason": 'Say in a few words why there is nothing here ("N/A: the reason"), so that a '
    "reader need not wonder.",
}
_MESSAGES = {
    "nothing": "has a heading and nothing under it",
    "template": "holds only the words of a template",
    "no reason": "says that there is nothing, and not why",
}


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    kinds = _kinds_of_all(document)
    told: set[int | None] = set()
    for section in document.sections:
        kind = kinds[section.index]
        if section.parent in told:
            told.add(section.index)
        elif kind and _is_asked(document, section, kind):
            told.add(section.index)
            yield _hit(section, kind)


def _hit(section: Section, kind: str) -> Hit:
    return Hit(
        section.heading.span(),
        f'the section "{section.title.strip()}" {_MESSAGES[kind]}',
        hint=_HINTS[kind],
        data={"section": section.topic.value, "title": section.title.strip(), "kind": kind},
    )


def _is_asked(document: Document, section: Section, kind: str) -> bool:
    """Whether something is expected to stand under this heading."""
    topic = section.own_topic
    if topic is Topic.TITLE or not section.heading.raw.strip() or _is_title(document, section):
        return False
    if kind == "no reason" and not _needs_reason(document, section):
        return False
    if section.style in _FIELDS:
        return topic in _FIELD_TOPICS
    if section.style not in _HEADINGS or _heads_next(document, section):
        return False
    if topic in _FIELD_TOPICS:
        return True
    # "Date: 3 May" as a heading says all there is to say.
    if _HOLDS_VALUE.search(section.heading.raw):
        return False
    named = topic is not None or section.topic not in _TELLING
    return named and (topic is not None or section.style is HeadingStyle.MARKDOWN)


def _is_title(document: Document, section: Section) -> bool:
    title = document.facts.title
    return title is not None and title.raw == section.heading.raw


def _needs_reason(document: Document, section: Section) -> bool:
    """Whether "None" leaves a question: not so for one of several lists of action items."""
    above = document.sections[section.parent].topic if section.parent is not None else None
    topic = section.own_topic
    return topic is not None and topic not in _MAY_BE_NONE and topic is not above


def _heads_next(document: Document, section: Section) -> bool:
    """Whether a heading without level has the next one as its part: "Summary", "Duration:"."""
    if section.style is HeadingStyle.MARKDOWN or not _is_last(document, section):
        return False
    following = document.sections[section.index + 1 : section.index + 2]
    return any(
        other.style is not HeadingStyle.MARKDOWN
        and (other.topic is section.topic or (section.own_topic in _HEADS and _is_field(other)))
        for other in following
    )


def _is_field(section: Section) -> bool:
    return section.own_topic not in _MAIN


def _is_last(document: Document, section: Section) -> bool:
    """Whether nothing at all stands between this heading and the next."""
    return not section.blocks and section.index + 1 < len(document.sections)


def _kinds_of_all(document: Document) -> dict[int, str]:
    """How each section is empty with all its sub-sections, or an empty string."""
    kinds: dict[int, str] = {}
    parts: dict[int | None, list[str]] = {}
    for section in reversed(document.sections):
        below = parts.get(section.index, [])
        kind = _kind(document, section) if all(below) else ""
        kinds[section.index] = below[-1] if below and kind == "nothing" else kind
        told = kinds[section.index] if not _is_telling(section) else ""
        parts.setdefault(section.parent, []).append(told)
    return kinds


def _is_telling(part: Section) -> bool:
    """Whether the sub-heading is itself content, such as an event or an item."""
    return part.own_topic is None and part.topic in _TELLING


def _kind(document: Document, section: Section) -> str:
    """How the text right under the heading is empty, or an empty string."""
    leaves = [leaf for block in section.blocks for leaf in _leaves(block)]
    if any(leaf is None for leaf in leaves):
        return ""
    texts = [leaf for leaf in leaves if leaf is not None and leaf.raw.strip()]
    if not texts:
        return _kind_of_rest(document, section)
    if len(texts) == 1 and is_nothing(texts[0].raw):
        return "no reason"
    hollow = all(is_template_text(text) or is_nothing(text.raw) for text in texts)
    return "template" if hollow and not _is_plan(section, texts) else ""


def _is_plan(section: Section, texts: list[Text]) -> bool:
    """Where work is told of, an order is content: "Document the fail-over."."""
    if section.own_topic in _TOLD_NOT_ORDERED:
        return False
    return any(_ORDER.match(text.raw) and not _PROMPT.search(text.raw) for text in texts)


_ORDER = regex(r"[\s*_]*(?!what|why|how|who|when|where|which)[a-z]", re.IGNORECASE)
_PROMPT = regex(
    r"\bhere\b|\bbelow\b|\beach (?:action|item|lesson)|\b(?:the )?(?:action items?|actions|lessons"
    r"|takeaways|follow-ups)\b|[\[<]|\?|\bTBD\b|\bTODO\b|\bTBC\b|\bto be \w+\b",
    re.IGNORECASE,
)


def _leaves(block: Block) -> Iterator[Text | None]:
    """The texts of *block*; None for what is content without words, such as code."""
    if block.kind is BlockKind.CODE:
        yield None
    elif block.kind is BlockKind.TABLE:
        for row in block.children[1:]:
            yield from (cell.text for cell in row.children)
    elif block.children:
        for child in block.children:
            yield from _leaves(child)
    elif block.text is not None:
        yield block.text


def _kind_of_rest(document: Document, section: Section) -> str:
    """How a section without words is empty: it may still show an image or the like."""
    if section.style in _FIELDS and section.style is not HeadingStyle.LABEL:
        return "nothing"
    if any(block.kind is BlockKind.TABLE for block in section.blocks):
        return "nothing"
    after = document.sections[section.index + 1 : section.index + 2]
    end = after[0].span.start if after else len(document.source.text)
    rest = _UNSEEN.sub("", document.excerpt(Span(min(section.span.end, end), end))).strip()
    if not rest:
        return "nothing"
    return "template" if any(rest == rest[a:b] for a, b in tag_stand_ins(rest)) else ""


RULE = Rule(
    code="PM502",
    name="empty-section",
    category=Category.STRUCTURE,
    severity=Severity.ERROR,
    summary="A section has a heading, and nothing or only the template's words under it.",
    bad=(
        "# Search outage\n\n## [[Summary]]\n\n## Timeline\n\n- 10:02 Deploy\n",
        "## Timeline\n\n- 10:02 Deploy\n\n## [[Lessons learned]]\n\n"
        "<!-- What surprised the team? -->\n",
        "## [[Impact]]\n\nTBD\n\n## Timeline\n\n- 10:02 Deploy\n",
        "## [[Action items]]\n\n| Action item | Type | Owner | Deadline |\n|---|---|---|---|\n"
        "| | | | |\n\n## Severity\n\nSEV3\n",
        "## [[Contributing factors]]\n\nN/A\n",
        "## [[Summary]]\n\n_2-3 sentences. What happened? How long did it last?_\n",
        "## [[Impact]]\n\n<insert impact>\n\n## Timeline\n\n- 10:02 Deploy\n",
        "**[[Severity]]**\n\n**Impact**\n\n40 users saw no results.\n",
        "**[[Summary]]**\n\n[insert summary here]\n\n**Timeline**\n\n10:02 Deploy of search v8\n"
        "10:20 Rolled back\n",
        "## [[Lessons learned]]\n\n### What went well\n\n### What went poorly\n",
        "## [[Timeline]]\n\n-\n-\n\n## Severity\n\nP1\n",
        "| Field | Value |\n|---|---|\n| [[Severity]] | |\n| Impact | 40 users |\n",
    ),
    good=(
        "# Search outage\n\n## Summary\n\nSearch was down for 18 minutes.\n",
        "## Lessons learned\n\n### What went well\n\n- The alert fired within a minute.\n",
        "## Action items\n\nN/A: the vendor fixed the fault, and the contract ends in May.\n",
        "## Where we got lucky\n\nNone\n",
        "## Impact\n\nNone.\n",
        "## Timeline\n\n```\n10:02 deploy\n10:20 rollback\n```\n",
        "## Graphs\n\n![Error rate of the search](errors.png)\n",
        "## Timeline\n\n### 10:02 Deploy of search v8\n\n### 10:20 Rolled back\n",
        "## Action items\n\n- Document the steps of a fail-over in the search runbook.\n",
        "## What comes next\n\n- Add a limit to the shard.\n- Write a test of the limit.\n",
        "## Resolution\n\nAdd two nodes, and restart the search.\n",
        "## Lessons learned\n\n- List the indexes of a shard before it is moved.\n",
        "**Severity**: SEV2\n\n**Impact**: 40 users saw no results.\n",
        "## Summary\n\nWhat happened? An index was rebuilt, and search ran out of memory.\n",
    ),
    check=check,
)

"""Which parts of a postmortem are there, by whatever means the author gave them.

A part is not always a heading: a severity can stand in the title, a summary can be
the paragraph that opens the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pmlint.document import Block, BlockKind, Document, HeadingStyle, Section, Topic
from pmlint.regexes import regex

__all__ = ["is_present"]

_SPEAKING = (Topic.SUMMARY, Topic.IMPACT, Topic.STATUS, Topic.TITLE, Topic.OTHER)
_OPENING_WORDS = 15
_WHEN = regex(
    r"\d|\b(?:yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours?"
    r"|minutes?|morning|evening|night)\b",
    re.IGNORECASE,
)
_FAILED = regex(
    r"\b(?:fail\w*|down|unavailab\w+|unable|errors?|outage|unreachable|could not|couldn['’]t|cannot"
    r"|bug|regression|slow\w*|broke\w*|lost|disrupt\w*|crash\w*|degrad\w+|not (?:be )?available"
    r"|timed? ?out|interrupt\w*|leak\w*|exposed|stopped|missing|affected|downtime|vulnerability)\b",
    re.IGNORECASE,
)
_LESSON_TOPICS = (Topic.LESSONS, Topic.WENT_WELL, Topic.WENT_POORLY, Topic.LUCKY)


def is_present(document: Document, topic: Topic) -> bool:
    """Whether the document has this part: heading, field, label, table row or other."""
    if document.has(topic):
        return True
    other = _OTHER_MEANS.get(topic)
    return other is not None and other(document)


def _has_title(document: Document) -> bool:
    return document.facts.title is not None and bool(document.facts.title.raw.strip())


def _has_opening(document: Document) -> bool:
    """A paragraph before the first heading that tells when what failed: a summary by meaning."""
    told = False
    for section in document.sections:
        if section.own_topic not in (None, Topic.TITLE) and section.style in _HEADINGS:
            return told
        told = told or (_is_front(section) and any(_tells(block) for block in section.blocks))
    return False


_HEADINGS = (HeadingStyle.MARKDOWN, HeadingStyle.BOLD, HeadingStyle.BARE)


def _is_front(section: Section) -> bool:
    return section.style is HeadingStyle.PREAMBLE or section.own_topic is Topic.TITLE


def _tells(block: Block) -> bool:
    words = block.words
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(words.split()) >= _OPENING_WORDS
        and _WHEN.search(words) is not None
        and (_FAILED.search(words) is not None or _measures(words))
    )


def _measures(words: str) -> bool:
    """Whether a length of time, or a window, stands beside a number of something."""
    # Only here: rules are listed without the reader.
    from pmlint.reading.dates import DATE, find_clock, find_duration

    lasting = find_duration(words)
    first = find_clock(words)
    window = first is not None and find_clock(words, first.end) is not None
    if lasting is None and not window:
        return False
    plain = DATE.sub(" ", words)
    if lasting is not None:
        plain = plain.replace(words[lasting[0] : lasting[1]], " ")
    return _COUNT.search(plain) is not None


_COUNT = regex(
    r"(?<![\d:.,/-])\d[\d,.]*\s+(?!(?:a|p)\.?m\b|h(?:ours?|rs?)?\b|m(?:in\w*)?\b|s(?:ec\w*)?\b"
    r"|days?\b|weeks?\b|months?\b|years?\b|to\b|and\b|until\b)[a-z]{3,}"
)
"""A number of things that are no time."""


def _has_events(document: Document) -> bool:
    return bool(document.timeline.entries)


def _has_factors(document: Document) -> bool:
    return bool(document.factors or document.why_chains or document.has(Topic.WHYS))


def _has_actions(document: Document) -> bool:
    return bool(document.actions)


def _has_lessons(document: Document) -> bool:
    return bool(document.lessons) or any(map(document.has, _LESSON_TOPICS))


def _has_severity(document: Document) -> bool:
    """A field, or a level ("SEV2") in the title or where the incident is summed up."""
    # Only here: rules are listed without the reader.
    from pmlint.reading.facts import SEVERITY_MARK

    facts = document.facts
    if facts.severity is not None:
        return True
    if facts.title is not None and SEVERITY_MARK.search(facts.title.raw):
        return True
    said = (sentence.text.prose for sentence in document.sentences_of(*_SPEAKING))
    return any(map(SEVERITY_MARK.search, said))


_OTHER_MEANS: Mapping[Topic, Callable[[Document], bool]] = {
    Topic.TITLE: _has_title,
    Topic.SUMMARY: _has_opening,
    Topic.TIMELINE: _has_events,
    Topic.FACTORS: _has_factors,
    Topic.ACTIONS: _has_actions,
    Topic.LESSONS: _has_lessons,
    Topic.SEVERITY: _has_severity,
}

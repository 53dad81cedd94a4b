"""Lessons as a reader counts them: by group, at the top level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from pmlint.document import Block, BlockKind, Document, HeadingStyle, Section, Span, Text, Topic
from pmlint.regexes import regex
from pmlint.review.chronology import heading_of

__all__ = ["LESSON_TOPICS", "Lessons", "enumerates", "lesson_groups"]

LESSON_TOPICS = (Topic.LESSONS, Topic.WENT_WELL, Topic.WENT_POORLY, Topic.LUCKY)

_LEAD_IN = regex(r"[:：]\s*$")
_NOTHING = regex(
    r"\W*(?:n/?a|none|nothing|not much|tbd|todo|tba|-+|nil|not applicable)\b[\W\w]{0,20}",
    re.IGNORECASE,
)


# Of a paragraph: it counts what follows, or its sentences go on from each other.
_COUNTS = regex(
    r"\b(?:two|three|four|several|a few) (?:\w+ )?(?:things|lessons|points|takeaways|surprises)\b"
    r"|(?<=[.!?;])\W+(?:and|also|another|second(?:ly)?|third(?:ly)?|finally|then|further\w*|lastly)\b"
    r"|(?<=[.!?;])\W+(?:we|i|it) also\b",
    re.IGNORECASE,
)
_ANAPHORA = regex(
    r"(?:^|[.!?;])\W*(?P<word>that|how|why|never|always|do|don['’]t)\b", re.IGNORECASE
)


def enumerates(lesson: Text) -> bool:
    """Whether a lesson in running text tells of several: "That a. That b. And that c."."""
    begins = [match["word"].lower() for match in _ANAPHORA.finditer(lesson.raw)]
    return _COUNTS.search(lesson.raw) is not None or len(begins) > len(set(begins))


class Lessons(Struct, frozen=True):
    """The lessons under one heading; `topic` tells went-well from lessons proper."""

    section: Section
    topic: Topic
    items: tuple[Text, ...]

    @property
    def span(self) -> Span:
        """The group's heading, or its first lesson where it has none."""
        if self.section.heading.raw.strip():
            return self.section.heading.strip().span()
        return self.items[0].span()


def lesson_groups(document: Document) -> list[Lessons]:
    """The groups of lessons that are not empty, in order of the text."""
    members: dict[int, list[Section]] = {}
    for section in document.sections:
        if section.topic in LESSON_TOPICS:
            members.setdefault(heading_of(document, section).index, []).append(section)
    groups = []
    for index, sections in members.items():
        top = document.sections[index]
        items = tuple(item for section in sections for item in _items(section, section is top))
        if items:
            groups.append(Lessons(top, top.topic, items))
    return groups


def _items(section: Section, is_top: bool) -> Iterator[Text]:
    """One lesson a list item or row; a sub-heading with its text is one lesson."""
    listed = list(_listed(section.blocks))
    if listed:
        yield from listed
    elif is_top:
        yield from (b.text for b in section.blocks if b.text and _is_lesson(b))
    elif section.blocks and section.style is not HeadingStyle.PREAMBLE:
        yield section.heading


def _listed(blocks: tuple[Block, ...]) -> Iterator[Text]:
    for block in blocks:
        if block.kind is BlockKind.LIST:
            yield from filter(None, (_first_text(item) for item in block.children))
        elif block.kind is BlockKind.TABLE:
            yield from filter(None, (_first_text(row) for row in block.children[1:]))


def _first_text(block: Block) -> Text | None:
    texts = (
        inner.text for inner in block.walk() if inner.text and inner.kind is not BlockKind.CODE
    )
    first = next((text for text in texts if text.raw.strip()), None)
    return None if first is None or _NOTHING.fullmatch(first.raw) else first


def _is_lesson(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or block.text is None:
        return False
    words = block.text.raw.strip()
    lesson = not _LEAD_IN.search(words) and not _NOTHING.fullmatch(words)
    return bool(words) and lesson and not words.startswith("[^")  # the text of a footnote

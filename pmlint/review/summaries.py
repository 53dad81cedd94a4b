"""The summary section as its reader takes it in: sentences, without fields."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import BlockKind, Document, HeadingStyle, Section, Sentence, Span, Topic
from pmlint.regexes import regex
from pmlint.review.chronology import heading_of
from pmlint.review.placeholders import is_template_text

__all__ = ["summaries", "summary_sentences", "summary_span", "summary_words"]

_HEADED = (HeadingStyle.MARKDOWN, HeadingStyle.BOLD)
"""Beside a summary that is called so, a field ("Short description: ...") is none."""
_LABEL = regex(r"[\W_]*(?:\d+[.)]\W*)?\w[\w /()&?'’-]{0,40}[:：][\W_]*")
_LONGEST_LABEL = 80  # characters, markup included
_ANSWER = regex(r"[A-Z][\w-]*(?: [\w-]+){0,2}: ")  # "Data loss: none."
_LONGEST_ANSWER = 10  # words
_ENDS = ".!?…"
_SHORTEST = 4  # words; a fragment of fewer is a caption, not a sentence


def summaries(document: Document) -> Iterator[Section]:
    """The outermost summary sections (a document of several incidents has several)."""
    seen = set()
    every = list(document.under(Topic.SUMMARY))
    named = [one for one in every if one.style in _HEADED and "summary" in one.title.casefold()]
    for section in named or every:
        if section.style is HeadingStyle.FRONT_MATTER:
            continue
        top = heading_of(document, section)
        if top.index not in seen:
            seen.add(top.index)
            if not _is_unfilled(document, top):
                yield top


def _is_unfilled(document: Document, summary: Section) -> bool:
    """Whether the summary is still the template's, which other rules report."""
    texts = [sentence.text for sentence in _sentences_in(document, summary)]
    return bool(texts) and all(is_template_text(text) for text in texts)


def summary_sentences(document: Document, summary: Section) -> list[Sentence]:
    """What a reader would count as sentences of *summary*: no fields, tables or captions."""
    inside = [one for one in _sentences_in(document, summary) if _counts(document, one)]
    own = [one for one in inside if not _is_apart(document, summary, one.section)]
    return own or inside


def _is_apart(document: Document, summary: Section, index: int) -> bool:
    """Whether it stands below a heading of its own within *summary*."""
    at: int | None = index
    while at is not None and at != summary.index:
        one = document.sections[at]
        if one.style in _HEADED and one.own_topic is not Topic.SUMMARY:
            return True
        at = one.parent
    return False


def summary_words(document: Document, summary: Section) -> str:
    """All visible words of *summary*, fields and tables included, one block a line."""
    lines = []
    for index in _members(document, summary):
        section = document.sections[index]
        if index != summary.index:
            lines.append(section.title)
        blocks = (block for top in section.blocks for block in top.walk())
        lines += [b.text.raw for b in blocks if b.text and b.kind is not BlockKind.CODE]
    return "\n".join(lines)


def summary_span(document: Document, summary: Section) -> Span:
    """The summary's heading, or its first words where it has none."""
    if summary.heading.raw.strip():
        return summary.heading.strip().span()
    for sentence in document.sentences:
        if sentence.section == summary.index:
            return sentence.span
    return document.first_line


def _members(document: Document, summary: Section) -> list[int]:
    tree = document.section_tree(summary)
    return [section.index for section in tree if section.topic is Topic.SUMMARY]


def _sentences_in(document: Document, summary: Section) -> list[Sentence]:
    """The sentences of *summary*, in order of the text."""
    by_section = document.memo("sentences by section", lambda: _by_section(document))
    found = [one for index in _members(document, summary) for one in by_section.get(index, ())]
    return sorted(found, key=lambda sentence: sentence.text.offset(0))


def _by_section(document: Document) -> dict[int, list[Sentence]]:
    table: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        table.setdefault(sentence.section, []).append(sentence)
    return table


def _counts(document: Document, sentence: Sentence) -> bool:
    if sentence.in_cell or sentence.block.kind is BlockKind.HEADING:
        return False
    words = sentence.text.raw.strip()
    if len(words.split()) < _SHORTEST and not words.endswith(tuple(_ENDS)):
        return False
    if _ANSWER.match(words) and len(words.split()) <= _LONGEST_ANSWER:
        return False
    return not _is_field(document, sentence)


def _is_field(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence is the value of a "Duration: ..." line."""
    section = document.sections[sentence.section]
    start = sentence.span.start
    line_start, _ = document.source.line_bounds(document.source.line_of(start))
    if section.own_topic is Topic.SUMMARY and section.heading.span().end > line_start:
        return False
    is_value = section.style in {HeadingStyle.LABEL, HeadingStyle.TABLE}
    if is_value and section.own_topic is not Topic.SUMMARY:  # else its second line, or later
        return True
    lead = document.source.text[max(line_start, start - _LONGEST_LABEL) : start]
    return _LABEL.fullmatch(lead) is not None

"""Contributing factors, chains of whys and lessons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmlint.document import Block, BlockKind, Factor, HeadingStyle, Section, Text, Topic, WhyChain
from pmlint.reading.headings import is_fishbone
from pmlint.reading.sentences import split_sentences
from pmlint.regexes import regex

__all__ = ["read_factors", "read_lessons", "read_why_chains"]

_WHY = regex(
    r"\W*(?:(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth)\s*)?why\b(?:\s*(?:#"
    r"|no\.?\s*)?\d+)?",
    re.IGNORECASE,
)
_WHY_LABEL = regex(
    r"\W*(?:(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth)\s+why|why\s*(?:#"
    r"|no\.?\s*)?\d*)\s*[:?.)–—-]+\s*",
    re.IGNORECASE,
)
_WHY_HEADER = regex(r"\W*(?:the )?whys?\W*", re.IGNORECASE)
_BECAUSE_HEADER = regex(r"\W*(?:because|answer|reason)s?\W*", re.IGNORECASE)
_BECAUSE = regex(r"\W*because\b", re.IGNORECASE)
_ARROW = regex(r"\s*(?:→|⇒|➜|=>|->)\s*")
_OTHER_KIND = regex(r"\b(?:resolution|recovery|detection|impact|mitigation|fix)\b", re.IGNORECASE)


_WHAT_IF = regex(r"\W*what (?:if|would|could|might)\b", re.IGNORECASE)
"""What asks of a near miss how it could have ended: no factor stands below."""


def read_factors(sections: Sequence[Section]) -> tuple[Factor, ...]:
    """The factors that the document names, one a list item, row, sub-heading or paragraph."""
    found: list[Factor] = []
    for section in sections:
        if section.topic is Topic.FACTORS and section.style is not HeadingStyle.FRONT_MATTER:
            found.extend(_of_section(section, sections))
    return tuple(found)


def _of_section(section: Section, sections: Sequence[Section]) -> Iterator[Factor]:
    lists = [block for block in section.blocks if block.kind in (BlockKind.LIST, BlockKind.TABLE)]
    named = section.own_topic is None and section.style in (
        HeadingStyle.MARKDOWN,
        HeadingStyle.BOLD,
    )
    if named and _WHAT_IF.match(section.heading.raw):
        return
    if named and not _OTHER_KIND.search(section.heading.raw):
        details = tuple(text for block in section.blocks for text in _texts(block))
        yield Factor(section.heading, section.heading.span(), section.index, details)
        return
    if lists:
        grouped = is_fishbone(section.heading.raw)
        for block in lists:
            for one in _below_kinds(block) if grouped else (block,):
                yield from _of_list(one, section)
        return
    if any(other.parent == section.index and other.own_topic is None for other in sections):
        return  # its sub-headings are the factors, the text before them an introduction
    for block in section.blocks:
        if (
            block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL)
            and block.text is not None
            and _is_statement(block.text)
        ):
            yield Factor(block.text, block.text.span(), section.index)


def _below_kinds(block: Block) -> Iterator[Block]:
    """The lists below the items of *block* that name a kind ("People"), or *block* itself."""
    lists = [
        child
        for item in block.children
        for child in item.children[1:]
        if child.kind is BlockKind.LIST
    ]
    yield from lists or (block,)


def _is_statement(text: Text) -> bool:
    words = text.raw.strip()
    return bool(words) and not words.endswith(":") and not _WHY_LABEL.match(words)


def _of_list(block: Block, section: Section) -> Iterator[Factor]:
    if block.kind is BlockKind.TABLE:
        if _answers_column(block) is not None:
            return  # a chain of whys
        for row in block.children[1:]:
            cells = [
                cell.text for cell in row.children if cell.text and len(cell.text.raw.split()) > 1
            ]
            if cells:
                yield Factor(
                    cells[0], cells[0].span(), section.index, tuple(cells[1:]), from_list=True
                )
        return
    for item in block.children:
        text = item.text
        if text is None or not text.raw or _WHY_LABEL.match(text.raw):
            continue
        details = tuple(part for child in item.children[1:] for part in _texts(child))
        yield Factor(text, text.span(), section.index, details, from_list=True)


def _texts(block: Block) -> Iterator[Text]:
    for child in block.walk():
        if child.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and child.text is not None:
            yield child.text


def read_why_chains(sections: Sequence[Section]) -> tuple[WhyChain, ...]:
    """Chains of whys: lists under a heading of that name, "Why?" lines, arrows."""
    found: list[WhyChain] = []
    for section in sections:
        if section.topic is Topic.WHYS:
            found.extend(_whys_section(section))
        elif section.topic in (
            Topic.FACTORS,
            Topic.SUMMARY,
            Topic.OTHER,
            Topic.LESSONS,
            Topic.BACKGROUND,
        ):
            found.extend(_loose_chains(section))
    return tuple(found)


def _whys_section(section: Section) -> Iterator[WhyChain]:
    for block in section.blocks:
        if block.kind is BlockKind.LIST:
            yield from _chain_of_list(block, section)
        elif block.kind is BlockKind.TABLE:
            texts = [
                cells[-1]
                for row in block.children[1:]
                if (cells := [c.text for c in row.children if c.text and c.text.raw])
            ]
            if texts:
                yield WhyChain(tuple(texts), section.index)
    lines = [b.text for b in section.blocks if b.kind is BlockKind.PARAGRAPH and b.text]
    answers = [text for text in lines if _WHY.match(text.raw) or _BECAUSE.match(text.raw)]
    if len(answers) >= 2:
        yield WhyChain(tuple(_levels(answers)), section.index)


def _chain_of_list(block: Block, section: Section) -> Iterator[WhyChain]:
    """A nested list is a chain downwards; a flat one a chain in order.

    Flat is also one whose items are questions with an answer below each.
    """
    paths = [tuple(_path(item)) for item in block.children]
    chains = [tuple(_levels(path)) for path in paths]
    nested = any(len(path) > 1 for path in paths)
    asked = all(item.words.endswith("?") for item in block.children)
    if nested and not (asked and all(len(levels) == 1 for levels in chains)):
        for levels in chains:
            yield WhyChain(levels, section.index)
        return
    texts = [levels[0] for levels in chains if levels]
    if texts:
        yield WhyChain(tuple(_levels(texts)), section.index)


def _path(item: Block) -> Iterator[Text]:
    if item.text is not None:
        yield item.text
    for child in item.children[1:]:
        if child.kind is BlockKind.LIST and child.children:
            yield from _path(child.children[0])
        elif child.kind is BlockKind.PARAGRAPH and child.text is not None:
            yield child.text


def _levels(texts: Sequence[Text]) -> Iterator[Text]:
    """One text a level: a question and the answer after it are one."""
    pending: Text | None = None
    for text in texts:
        question = text.raw.rstrip().endswith("?")
        if pending is not None and question:
            yield pending
        if question:
            pending = text
        else:
            yield text
            pending = None
    if pending is not None:
        yield pending


def _answers_column(table: Block) -> int | None:
    """Where a table of whys holds the answers: beside a column "Why?" of questions."""
    header = [cell.words for cell in table.children[0].children] if table.children else []
    why = next((at for at, words in enumerate(header) if _WHY_HEADER.fullmatch(words)), None)
    if why is None or why + 1 >= len(header):
        return None
    asked = [row.children[why].words for row in table.children[1:] if why < len(row.children)]
    asks = sum(words.endswith("?") or bool(_WHY.match(words)) for words in asked)
    answered = _BECAUSE_HEADER.fullmatch(header[why + 1]) is not None
    return why + 1 if answered or 2 * asks > len(asked) else None


def _chain_of_table(table: Block, column: int, section: Section) -> Iterator[WhyChain]:
    cells = [row.children[column].text for row in table.children[1:] if column < len(row.children)]
    levels = tuple(text for text in cells if text is not None and text.raw)
    if len(levels) >= 2:
        yield WhyChain(levels, section.index)


def _loose_chains(section: Section) -> Iterator[WhyChain]:
    for block in section.blocks:
        column = _answers_column(block) if block.kind is BlockKind.TABLE else None
        if column is not None:
            yield from _chain_of_table(block, column, section)
            continue
        for text in _texts(block):
            if _ARROW.search(text.prose) and regex(r"\bwhy\b|\bbecause\b", re.IGNORECASE).search(
                text.raw
            ):
                yield from _arrow_chain(text, section)
    lines = [text for block in section.blocks for text in _texts(block)]
    run: list[Text] = []
    for line in lines:
        if _WHY_LABEL.match(line.raw):
            run.append(line)
        elif not (run and _BECAUSE.match(line.raw)):
            yield from _chain(run, section)
            run = []
    yield from _chain(run, section)


def _chain(run: Sequence[Text], section: Section) -> Iterator[WhyChain]:
    if len(run) >= 2:
        yield WhyChain(tuple(_levels(run)), section.index)


def _arrow_chain(text: Text, section: Section) -> Iterator[WhyChain]:
    parts: list[Text] = []
    start = 0
    for match in _ARROW.finditer(text.raw):
        parts.append(text.part(start, match.start()).strip(' "“”.'))
        start = match.end()
    parts.append(text.part(start).strip(' "“”.'))
    levels = tuple(part for part in parts if part.raw and not part.raw.endswith("?"))
    if len(levels) >= 2:
        yield WhyChain(levels, section.index)


def read_lessons(sections: Sequence[Section]) -> tuple[Text, ...]:
    """Lessons of the lessons-learned sections: top-level items, else sentences."""
    lessons: list[Text] = []
    for section in sections:
        if section.topic is not Topic.LESSONS or section.style is HeadingStyle.FRONT_MATTER:
            continue
        items = [
            item
            for block in section.blocks
            if block.kind is BlockKind.LIST
            for item in block.children
        ]
        if items:
            lessons.extend(item.text for item in items if item.text is not None and item.text.raw)
            continue
        for block in section.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and block.text is not None:
                lessons.extend(
                    part for part in split_sentences(block.text) if not part.raw.endswith(":")
                )
    return tuple(lessons)

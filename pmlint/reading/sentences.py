"""Blocks to sentences with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pmlint.document import MASK, Block, BlockKind, Section, Sentence, Text, Topic
from pmlint.reading.dates import MONTHS, read_stamp
from pmlint.regexes import regex

__all__ = ["read_sentences", "split_sentences"]

_END = regex(r"(?<![.!?…])[.!?…]+[\"'”’)\]*_»]*(?=\s)|[。！？]")
_ABBREVIATION = regex(
    r"(?:^|[\s(\[“\"'])(?:e\.?g|i\.?e|etc|vs|cf|al|approx|ca|resp|incl|excl|est|no|nos|fig"
    r"|figs|sec|ch|pp?|vol|eq"
    r"|mr|mrs|ms|dr|prof|sr|jr|st|inc|ltd|corp|co|dept|min|max|avg|temp|ver|rev|jan|feb|mar"
    r"|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|u\.s|u\.k|a\.k\.a|n\.b|[A-Z]"
    r"|(?:[A-Z]\.)+[A-Z])\.$",
    re.IGNORECASE,
)
# After these the next word may be a name or number and the sentence still go on.
_ALWAYS_GOES_ON = regex(
    r"(?:^|[\s(\[“\"'])(?:e\.?g|i\.?e|vs|cf|approx|ca|no|nos|fig|figs|mr|mrs|ms|dr|prof|st"
    r"|sgt|capt|lt|[A-Z])\.$",
    re.IGNORECASE,
)
_PARAGRAPHS = 4096  # remembered, for an editor that asks again after each change
_DAY = regex(r"(?:^|\s)\d{1,2}\.$")
_MONTH = regex(rf"\s+{MONTHS}\b", re.IGNORECASE)
_NUMBERED = regex(r"^\s*\(?\d{1,2}[.)]$")
_STARTS = regex(rf"\s+[\"'“‘(\[*_«]*[A-Z0-9À-ÞΑ-ΩА-Я@#{MASK}☀-➿\U0001f300-\U0001faff]")


def split_sentences(text: Text) -> Iterator[Text]:
    """The sentences of one paragraph, white space trimmed.

    A full stop ends a sentence if the next word could begin one and the word before
    is no abbreviation; dots inside versions, times, names of files and code never do.
    """
    return (text.part(start, end) for start, end in _places(text.raw, text.prose))


@lru_cache(maxsize=_PARAGRAPHS)
def _places(raw: str, prose: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences stand, without the white space around them."""
    bounds = [0]
    for match in _END.finditer(raw):
        if match.start() >= bounds[-1] and _ends(raw, prose, bounds[-1], match.end()):
            bounds.append(match.end())
    bounds.append(len(raw))
    trimmed = (_trimmed(raw, start, end) for start, end in pairwise(bounds))
    return tuple((start, end) for start, end in trimmed if start < end)


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    words = raw[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _ends(raw: str, prose: str, start: int, end: int) -> bool:
    if prose[end - 1] == MASK or not _STARTS.match(prose, end):
        return False
    before = raw[max(start, end - 24) : end].rstrip("\"'”’)]*_»")
    if not before.endswith("."):
        return True
    if _DAY.search(before) and _MONTH.match(raw, end):
        return False  # "on Monday 20. January"
    if before.endswith("..") or _NUMBERED.match(raw[start:end]):
        return before.endswith("...")
    if _ALWAYS_GOES_ON.search(before):
        return False
    return not (
        _ABBREVIATION.search(before)
        and not regex(r"\s+(?:The|This|We|It|In|At|On|After|A|An|I)\b").match(raw[end:])
    )


def read_sentences(sections: Sequence[Section]) -> Iterator[Sentence]:
    """Every sentence of the document's prose, section by section."""
    for section in sections:
        for block in section.blocks:
            yield from _of_block(block, section, in_item=False)


def _of_block(block: Block, section: Section, *, in_item: bool) -> Iterator[Sentence]:
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and block.text is not None:
        yield from _of_text(block, block.text, section, in_item=in_item)
    elif block.kind is BlockKind.TABLE:
        yield from _of_table(block, section)
    elif block.kind in (BlockKind.LIST, BlockKind.ITEM):
        for child in block.children:
            yield from _of_block(child, section, in_item=True)


def _of_table(table: Block, section: Section) -> Iterator[Sentence]:
    header = [cell.words.lower() for cell in table.children[0].children] if table.children else []
    for row in table.children[1:]:
        for column, cell in enumerate(row.children):
            if cell.text is not None and cell.text.raw:
                name = header[column] if column < len(header) else ""
                yield from _of_text(cell, cell.text, section, in_cell=True, column=name)


def _of_text(
    block: Block,
    text: Text,
    section: Section,
    *,
    in_item: bool = False,
    in_cell: bool = False,
    column: str = "",
) -> Iterator[Sentence]:
    if section.topic is Topic.TIMELINE:
        stamp = read_stamp(text.raw)
        if stamp is not None:
            text = text.part(stamp.end)
    for part in split_sentences(text):
        yield Sentence(part, section.index, section.topic, block, in_item, in_cell, column)

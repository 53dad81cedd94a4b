"""What a part of a document is, told by what stands in it and not by its heading.

People call a timeline "How the evening went" and the action items "Next"; some write no headings
at all. Lines that begin with times, and items that end in a person and a date, are known by that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pmlint.document import Block, BlockKind, Text
from pmlint.reading.actions import column_kinds, is_known_owner
from pmlint.reading.dates import find_clock, find_dates, read_stamp
from pmlint.reading.tails import tail_of

__all__ = ["FEWEST_MOMENTS", "has_lines", "promises", "tells", "tells_of_moments", "timed"]

FEWEST_MOMENTS = 4
"""Fewer lines with times are no timeline yet."""
_FEWEST_PROMISES = 2
_FEWEST_TOLD = 4  # words of a line that tells of something


def timed(blocks: Sequence[Block], fewest: int = FEWEST_MOMENTS) -> range:
    """The first stretch of *blocks* that tells of so many moments, one after the other."""
    return _stretch(blocks, _moments_in, fewest)


def promises(blocks: Sequence[Block]) -> range:
    """The first stretch of *blocks* that says who will do what by when."""
    return _stretch(blocks, _promises_in, _FEWEST_PROMISES)


def has_lines(blocks: Sequence[Block]) -> bool:
    """Whether there is a list or a table."""
    return any(block.kind in (BlockKind.LIST, BlockKind.TABLE) for block in blocks)


def tells(blocks: Sequence[Block]) -> bool:
    """Whether most lines of *blocks* are sentences or parts of some, and no names."""
    lines = [
        item.text.raw.split()
        for block in blocks
        for item in (block.children if block.kind is BlockKind.LIST else (block,))
        if item.text is not None
    ]
    told = sum(len(words) >= _FEWEST_TOLD and words[1].islower() for words in lines)
    return 2 * told > len(lines)


def tells_of_moments(block: Block | None) -> bool:
    """Whether a block, or the first item of a list, gives a day with a time in its first line."""
    if block is not None and block.kind is BlockKind.LIST and block.children:
        block = block.children[0]
    first = block.words.split("\n", 1)[0] if block is not None else ""
    return find_clock(first) is not None or next(find_dates(first), None) is not None


def _stretch(blocks: Sequence[Block], counted: Callable[[Block], int], fewest: int) -> range:
    start = 0
    while start < len(blocks):
        end, total = start, 0
        while end < len(blocks) and (found := counted(blocks[end])):
            end, total = end + 1, total + found
        if total >= fewest:
            return range(start, end)
        start = end + 1
    return range(0)


def _moments_in(block: Block) -> int:
    """How many moments a block tells of, if it does little else."""
    if block.kind is BlockKind.PARAGRAPH:
        return int(_begins_with_time(block.text))
    if block.kind is BlockKind.LIST:
        items = block.children
        timed = sum(_begins_with_time(item.text) for item in items)
    elif block.kind is BlockKind.TABLE:
        items = block.children[1:]
        timed = sum(any(_begins_with_time(cell.text) for cell in row.children[:2]) for row in items)
    else:
        return 0
    return timed if 3 * timed >= 2 * len(items) else 0


def _begins_with_time(text: Text | None) -> bool:
    stamp = read_stamp(text.raw) if text is not None else None
    return stamp is not None and (stamp.clock is not None or stamp.relative)


def _promises_in(block: Block) -> int:
    """How many items of work a block holds, if half of its lines name who and when."""
    if block.kind is BlockKind.PARAGRAPH:
        return int(_is_promise(block.text))
    if block.kind is BlockKind.LIST:
        items = block.children
        kept = sum(item.checked is not None or _is_promise(item.text) for item in items)
        return len(items) if 2 * kept >= len(items) else 0
    if block.kind is BlockKind.TABLE:
        kinds = column_kinds(block)
        whole = {"text", "owner"} <= kinds and bool({"due", "status"} & kinds)
        return len(block.children) - 1 if whole else 0
    return 0


def _is_promise(text: Text | None) -> bool:
    if text is None:
        return False
    tail = tail_of(text, is_known_owner)
    return tail is not None and tail.owner is not None and tail.due is not None

"""Numbered lines that are the headings of a document, as in mails: "3. ROOT CAUSE".

Markdown takes each for the item of a list. They are headings where they name several parts of a
postmortem, something stands below each of them, and no headings of Markdown name such parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pmlint.document import Block, BlockKind, Topic
from pmlint.reading.headings import MAIN_TOPICS, topic_of

__all__ = ["with_headings"]

_FEWEST = 2  # parts that have to be named: one may be an item by chance
_LEVEL = 2
_MOST_WORDS = 9  # of a line in capitals
_SHORTEST = 4  # letters of its longest word: "2. SQL" is no heading
_ENDS = (".", "!", "?", ",", ";")


def with_headings(blocks: Sequence[Block], aliases: Mapping[str, Topic]) -> Sequence[Block]:
    """*blocks*, the document's top level, with headings where it has them as numbered lines.

    *aliases* maps further headings to topics, as `topic_of` takes them.
    """
    after = (*blocks[1:], None)
    lists = {
        at
        for at, (block, below) in enumerate(zip(blocks, after, strict=False))
        if _may_head(block, below, aliases)
    }
    topics = {_topic(item, aliases) for at in lists for item in blocks[at].children}
    headed = any(
        block.kind is BlockKind.HEADING and _topic(block, aliases) in _PARTS for block in blocks
    )
    if headed or len(topics & _PARTS) < _FEWEST:
        return blocks
    return [
        part
        for at, block in enumerate(blocks)
        for part in (_unfolded(block) if at in lists else (block,))
    ]


_PARTS = frozenset(MAIN_TOPICS) - {Topic.TITLE}


def _topic(block: Block, aliases: Mapping[str, Topic]) -> Topic | None:
    return topic_of(block.words, aliases)


def _may_head(block: Block, below: Block | None, aliases: Mapping[str, Topic]) -> bool:
    """Whether each item of a list reads like a heading, and has something below it.

    That tells it from a table of contents. What is not indented stands below the list.
    """
    if block.kind is not BlockKind.LIST or not block.ordered or not block.children:
        return False
    *others, last = block.children
    filled = len(last.children) > 1 or (below is not None and below.kind is not BlockKind.HEADING)
    return (
        filled
        and all(len(item.children) > 1 for item in others)
        and all(_reads_like_heading(item, aliases) for item in block.children)
    )


def _reads_like_heading(item: Block, aliases: Mapping[str, Topic]) -> bool:
    words = item.words
    if not words or item.checked is not None or words.endswith(_ENDS) or "\n" in words:
        return False
    return _is_capital(words) or (":" not in words[:-1] and _topic(item, aliases) is not None)


def _is_capital(words: str) -> bool:
    parts = words.split()
    return words.isupper() and len(parts) <= _MOST_WORDS and max(map(len, parts)) >= _SHORTEST


def _unfolded(block: Block) -> Iterator[Block]:
    """The headings that the items of a list are, each with what stands below it."""
    for item in block.children:
        first, *rest = item.children
        if first.text is not None:
            text = first.text.strip().strip(":").strip()
            yield Block(BlockKind.HEADING, first.span, text, level=_LEVEL, bold=True)
        yield from rest

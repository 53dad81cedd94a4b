"""Headings without a mark of Markdown, as in mails: "3. ROOT CAUSE", "4 Discussion", "DISCUSSION".

Markdown takes each for the item of a list, or for a paragraph. They are headings where several
lines of one form name parts of a postmortem, something stands below each of them, and no headings
of Markdown name such parts. A line that names none is one by its number, or by its capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import Block, BlockKind, Span, Text, Topic
from pmlint.reading.dates import read_stamp
from pmlint.reading.headings import MAIN_TOPICS, topic_of
from pmlint.regexes import regex

__all__ = ["with_headings"]

_FEWEST = 2  # parts that have to be named: one may be an item by chance
_LEVEL, _BARE_LEVEL = 2, 7
_MOST_WORDS = 9
_SHORTEST = 4  # letters of the longest word of a line in capitals: "2. SQL" is no heading
_ENDS = (".", "!", "?", ",", ";")
_PARTS = frozenset(MAIN_TOPICS) - {Topic.TITLE}
_DIVIDED = frozenset({Topic.ACTIONS, Topic.TIMELINE, Topic.WHYS})
"""What lines in capitals divide, as "PREVENT" does the items."""

_HEAD = regex(
    r"(?P<open>\*\*|__|\()?(?P<number>\d{1,2})(?P<below>\.[1-9]\d?(?=\.?[ \t]))?"
    r"(?P<mark>\.0|[.:)]|[ ][–—-])?[ \t]+(?=[^\W\d_])"
)
_BELOW = "4.1"  # the form of a heading within another, whatever stands around it
_BRACKET = regex(r"\([^()]*\)")


class _Line(Struct, frozen=True):
    """A line that may be a heading.

    `at` is its place among the entries, `form` what is around its number: headings of one document
    share it. `filled` tells whether something stands below.
    """

    at: int
    form: str
    number: int
    text: Text
    topic: Topic | None
    filled: bool

    @property
    def capital(self) -> bool:
        return _is_capital(self.text.raw)


def with_headings(blocks: Sequence[Block], aliases: Mapping[str, Topic]) -> Sequence[Block]:
    """*blocks*, the document's top level, with headings where it has them as plain lines.

    *aliases* maps further headings to topics, as `topic_of` takes them.
    """
    named = (topic_of(one.words, aliases) for one in blocks[1:] if one.kind is BlockKind.HEADING)
    if not _PARTS.isdisjoint(named):
        return blocks
    entries = list(_entries(blocks))
    numbered = _numbered(entries, aliases)
    if numbered:
        return list(_rebuilt(blocks, entries, numbered))
    return _with_capitals(blocks, aliases)


class _Entry(Struct, frozen=True):
    """A block, or an item of a list of numbers with its number; and the place of the block."""

    at: int
    block: Block
    number: int = 0


def _entries(blocks: Sequence[Block]) -> Iterator[_Entry]:
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.LIST or not block.ordered:
            yield _Entry(at, block)
            continue
        items = block.children
        same = len({item.number for item in items}) == 1  # Markdown then counts them
        for place, item in enumerate(items):
            yield _Entry(at, item, (item.number or 0) + (place if same else 0))


def _numbered(entries: Sequence[_Entry], aliases: Mapping[str, Topic]) -> dict[int, Text]:
    """The places of the entries that are headings, and their words."""
    lines = list(_lines(entries, aliases))
    best: list[_Line] = []
    last = _first_label(entries, aliases) if lines else 0
    for form in dict.fromkeys(line.form for line in lines if line.form != _BELOW):
        alike = [line for line in lines if line.form == form and line.filled]
        for found in ([line for line in alike if line.capital], _headings(alike)):
            below = found and found[0].at > last and not found[0].capital
            if len(_parts(found)) > len(_parts(best)) and not below:
                best = found
    if len(_parts(best)) < _FEWEST:
        return {}
    below = [line for line in lines if line.form == _BELOW and line.filled]
    within = {line.number for line in below if _parts([line])}  # others end those parts
    inner = [line for line in below if line.number in within]
    return {line.at: line.text for line in sorted([*best, *inner], key=lambda one: one.at)}


def _first_label(entries: Sequence[_Entry], aliases: Mapping[str, Topic]) -> int:
    """The place of the first line without a number that names a part: "Action items:".

    Numbered lines below it are a list of that part, unless they are in capitals.
    """
    for at, entry in enumerate(entries[1:], 1):
        label, colon, _ = entry.block.words.partition(":")
        if entry.block.kind is not BlockKind.PARAGRAPH or _HEAD.match(label):
            continue
        short = len(label.split()) <= _MOST_WORDS and (colon or not label.endswith(_ENDS))
        if short and topic_of(label, aliases) in _PARTS - {Topic.SEVERITY}:
            return at
    return len(entries)


def _parts(lines: Sequence[_Line]) -> set[Topic | None]:
    return {line.topic for line in lines if line.topic in _PARTS}


def _lines(entries: Sequence[_Entry], aliases: Mapping[str, Topic]) -> Iterator[_Line]:
    read = [_read(entry) for entry in entries]
    for at, one in enumerate(read):
        if one is not None:
            form, number, text = one
            below = at + 1 < len(entries) and _stands_below(entries[at + 1].block, read[at + 1])
            filled = below or len(entries[at].block.children) > 1
            yield _Line(at, form, number, text, topic_of(text.raw, aliases), filled)


def _stands_below(block: Block, read: tuple[str, int, Text] | None) -> bool:
    """Whether *block* is no heading itself: a list of the section's own begins with 1."""
    return block.kind is not BlockKind.HEADING and (read is None or read[1] == 1)


def _read(entry: _Entry) -> tuple[str, int, Text] | None:
    """Form, number and words of a numbered line that reads like a heading."""
    block, text = entry.block, entry.block.text
    if text is None or block.checked is not None:
        return None
    form, number = "list", entry.number
    if block.kind is BlockKind.PARAGRAPH:
        head = None if block.bold else _HEAD.match(text.raw)
        if head is None:
            return None
        form = _BELOW if head["below"] else f"{head['open']}{head['mark']}"
        number = int(head["number"])
        text = text.part(head.end())
    elif block.kind is not BlockKind.ITEM or not block.ordered:
        return None
    text = text.strip(" *_").strip(":").strip()
    if not _reads_like_heading(text.raw):
        return None
    return form, number, text


def _reads_like_heading(words: str) -> bool:
    """Whether *words* are a few that begin like a heading and are no sentence."""
    few = 0 < len(words.split()) <= _MOST_WORDS and "\n" not in words
    begins = words[:1].isupper() or words[:1].isdigit()
    return few and begins and not words.endswith(_ENDS) and (_is_capital(words) or ":" not in words)


def _is_capital(words: str) -> bool:
    plain = _BRACKET.sub("", words)  # "CHRONOLOGY (all times UTC)"
    return plain.isupper() and max(map(len, plain.split())) >= _SHORTEST


def _headings(alike: Sequence[_Line]) -> list[_Line]:
    """Those of the lines of one form that are headings: what names a topic, or is in capitals.

    Others are if they have the numbers that are missing between these, or that follow them.
    """
    known: list[_Line] = []
    counted = any(line.number > 1 for line in alike)  # "1." before each is no count
    for line in alike:
        follows = not known or not counted or line.number > known[-1].number
        if follows and (line.topic is not None or line.capital):
            known.append(line)
    missing = {
        number: (above.at, below.at)
        for above, below in pairwise(known)
        for number in range(above.number + 1, below.number)
    }
    others = {
        line.number: line  # the last one: what is above it may be a list of the section's own
        for line in alike
        if line.number in missing and missing[line.number][0] < line.at < missing[line.number][1]
    }
    return sorted([*known, *others.values(), *_following(known, alike)], key=lambda one: one.at)


def _following(known: Sequence[_Line], alike: Sequence[_Line]) -> Iterator[_Line]:
    """The lines behind the last of the *known* ones that count on from it."""
    last = known[-1] if known else None
    for line in alike:
        if last is not None and line.at > last.at and line.number == last.number + 1:
            last = line
            yield line


def _rebuilt(
    blocks: Sequence[Block], entries: Sequence[_Entry], headings: Mapping[int, Text]
) -> Iterator[Block]:
    """*blocks* with the headings, and lists of the items between them."""
    kept: list[Block] = []
    for place, entry in enumerate(entries):
        block, text = entry.block, headings.get(place)
        if text is not None:
            span = block.children[0].span if block.children else block.span
            yield Block(BlockKind.HEADING, span, text, level=_LEVEL, bold=True)
            yield from block.children[1:]
        elif block.kind is BlockKind.ITEM:
            kept.append(block)
        else:
            yield block
        following = entries[place + 1].at if place + 1 < len(entries) else None
        if kept and (following != entry.at or place + 1 in headings):
            span = Span(kept[0].span.start, kept[-1].span.end)
            yield replace(blocks[entry.at], span=span, children=tuple(kept))
            kept = []


def _with_capitals(blocks: Sequence[Block], aliases: Mapping[str, Topic]) -> Sequence[Block]:
    """*blocks* with headings where a line in capitals ends the part before it: "DISCUSSION".

    It does among parts that are named in capitals. Those of items, of a timeline and of whys are
    divided by such lines, and so is a part that begins with one ("PEOPLE", "MACHINES").
    """
    lines = {at for at in range(len(blocks)) if _is_capital_line(blocks, at)}
    topics = {at: topic_of(blocks[at].words, aliases) for at in lines}
    if len(_PARTS.intersection(topics.values())) < _FEWEST:
        return blocks
    made = list(blocks)
    divided = True  # what stands before the first part is a title
    for at in sorted(lines):
        if topics[at] is not None:
            divided = topics[at] in _DIVIDED or at + 1 in lines
        elif not divided and at + 1 < len(blocks) and at + 1 not in lines:
            made[at] = replace(blocks[at], kind=BlockKind.HEADING, level=_BARE_LEVEL, bold=True)
    return made


def _is_capital_line(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is one line in capitals between blank ones, and no day or time."""
    block, words = blocks[at], blocks[at].words.rstrip(":")
    if block.kind is not BlockKind.PARAGRAPH or not _reads_like_heading(words):
        return False
    joined = at > 0 and blocks[at - 1].span.end + 1 == block.span.start
    return _is_capital(words) and not joined and read_stamp(words) is None

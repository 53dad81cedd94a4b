"""Blocks to sections: headings of every style, and what stands under them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from pmlint.document import Block, BlockKind, HeadingStyle, Section, Span, Text, Topic
from pmlint.reading.contents import (
    FEWEST_MOMENTS,
    has_lines,
    promises,
    tells,
    tells_of_moments,
    timed,
)
from pmlint.reading.dates import MONTHS, WEEKDAYS, find_clock, find_dates, read_stamp
from pmlint.reading.headings import (
    MAIN_TOPICS,
    is_about_document,
    is_fishbone,
    is_title_like,
    normalise,
    topic_of,
)
from pmlint.reading.numbered import with_headings
from pmlint.regexes import regex

__all__ = ["build_sections", "matter_text"]

_BOLD_LEVEL = 7
_BARE_LEVEL = 7
_LABEL_LEVEL = 8
_ITEM_LEVEL = 9
_DEEPEST = 12

_LABEL = regex(r"\s*([^\W\d_][^:\n]{0,60}?)\s*:(?=\s|$)\s*")
_NUMBERED = regex(r"\W*\d{1,2}\s*[.):]\s")
_TITLE_LABEL = regex(
    r"(?:\w+\s)?(?:post-?\s?mortem|incident|outage|rca|pir|report|retro|review"
    r"|near[- ]miss|title)\b",
    re.IGNORECASE,
)
_SENTENCE = regex(r"^(?:\S+\s+){3,}\S+[.!]$")
_STATES = regex(r"\s(?:was|were|is|are|has|had|have|will|became|led)\s", re.IGNORECASE)
_LABEL_WORDS = 7
_HEAD = 4  # lines at the top, of which one is the title
_BESIDE_DAY = 2  # words; with fewer a line tells the day alone
_PATH = regex(r"[^/>›»\n]{1,60}(?:\s[/>›»]\s[^/>›»\n]{1,80}){1,6}")  # "Home / Library / PIR-12"
_TELLS = regex(
    r"\b(?:post-?\s?mortem|incident|outage|failure|loss|down|report|review|retro\w*|rca"
    r"|near[- ]miss|\d{4})\b",
    re.IGNORECASE,
)
"""What a title is told by; a letterhead has none of it."""
_NOT_LABEL = regex(
    r"https?$|\d$|[.!;,]\s|[·|]|^(?:note|nb|n\.b|e\.g|i\.e|example|warning|ps|edit|update)$",
    re.IGNORECASE,
)
_NOT_INSIDE_ACTIONS = frozenset(
    {Topic.WENT_WELL, Topic.WENT_POORLY, Topic.LUCKY, Topic.RESPONSE, Topic.DETECTION, Topic.PEOPLE}
)


# Under such a heading, what stands there decides.
_VAGUE = frozenset({None, Topic.OTHER, Topic.BACKGROUND, Topic.RESPONSE, Topic.DATE})
_DIVIDED = frozenset({Topic.ACTIONS, Topic.TIMELINE, Topic.WHYS})
"""What headings below divide that would mean another section elsewhere."""
_PARTS_OF_IT = frozenset({"incident", "the incident", "outage", "the outage", "problem"})
"""Bold lines that divide a timeline, and sum up nothing there."""
_MAYBE_ACTIONS = frozenset(
    ("next", "plan", "plans", "the plan", "work", "steps", "changes", "follow through", "homework")
)
_UPDATES = frozenset(
    f"{kind}updates" for kind in ("", "incident ", "live ", "public ", "status ", "status page ")
)
"""What a page of the status shows: a timeline, if its first line has a time."""
_WHOLE = frozenset(
    {Topic.TIMELINE, Topic.ACTIONS, Topic.GROUND_RULES, Topic.MEETING, Topic.PEOPLE, Topic.DONE}
)
"""Parts that nothing is taken out of."""


_RUN_IN = regex(r"[\w?]\s+[^\W_a-z]")
_RUN_IN_TOPICS = frozenset({Topic.SUMMARY, Topic.SEVERITY, Topic.IMPACT})
"""What a bold run says of the sentence after it without a colon or a dash."""


_CALL_OUT = regex(
    r"\[!(?P<kind>abstract|summary|tldr)\][+-]?[ \t]*(?P<title>[^\n]*)", re.IGNORECASE
)
"""What Obsidian and its like set off as a summary."""


_SET_APART = regex(
    r"((?:(?:what|where|how)\b[\w'’ ]{2,30}|(?:the )?[\w'’]+)[.])\s+(?=\S)", re.IGNORECASE
)
_GROUPS = frozenset({Topic.WENT_WELL, Topic.WENT_POORLY, Topic.LUCKY})


class _Open(Struct):
    """A section while its blocks are collected."""

    index: int
    parent: int | None
    level: int
    style: HeadingStyle
    heading: Text
    own: Topic | None
    topic: Topic
    span: Span
    blocks: list[Block] = field(default_factory=list)
    one_block: bool = False


def build_sections(
    blocks: Sequence[Block],
    matter: Mapping[str, Any],
    matter_span: Span | None,
    matter_source: str,
    aliases: Mapping[str, Topic],
) -> tuple[Section, ...]:
    """The document's sections in order; the first is the preamble.

    *matter_source* is the source text of the front matter, to place its keys.
    """
    outline = _Outline(aliases)
    outline.front_matter(matter, matter_span, matter_source)
    outline.read(blocks)
    return outline.finish()


def matter_text(source: str, span: Span, key: str) -> Text | None:
    """Where the front matter *source* (at *span*) gives a value for *key*."""
    match = _matter_match(source, key)
    return None if match is None else _matter_value(match, span)


def _matter_match(source: str, key: str) -> re.Match[str] | None:
    # Not kept: the key is the document's.
    return re.search(
        rf"^[ \t]*[\"']?(?P<key>{re.escape(key)})[\"']?[ \t]*[:=][ \t]*(?P<value>[^\n\r]*)",
        source,
        re.MULTILINE,
    )


def _matter_value(match: re.Match[str], span: Span) -> Text:
    value = match["value"].strip()
    quote = value[:1] if value[:1] in "\"'" and value[-1:] == value[:1] and len(value) > 1 else ""
    words = value.strip(quote) if quote else value
    start = span.start + match.start("value") + match["value"].find(words)
    return Text(words, words, ((0, start),))


class _Outline:
    """Walks the blocks once and opens a section at each announcement."""

    def __init__(self, aliases: Mapping[str, Topic]) -> None:
        self.aliases = aliases
        self.sections: list[_Open] = []
        empty = Text("", "", ((0, 0),))
        self.stack = [
            self._add(None, 0, HeadingStyle.PREAMBLE, empty, None, Topic.OTHER, Span(0, 0))
        ]
        self.first = True
        self.title: Block | None = None
        """The line without markup that is the document's title."""
        self.ahead: Block | None = None
        """What stands below the block that is being read."""

    def _add(
        self,
        parent: int | None,
        level: int,
        style: HeadingStyle,
        heading: Text,
        own: Topic | None,
        topic: Topic,
        span: Span,
    ) -> _Open:
        made = _Open(len(self.sections), parent, level, style, heading, own, topic, span)
        self.sections.append(made)
        return made

    def front_matter(self, matter: Mapping[str, Any], span: Span | None, source: str) -> None:
        """Open a section for each key that is a topic ("severity: SEV2")."""
        for key in matter:
            topic = topic_of(key, self.aliases)
            match = _matter_match(source, key) if span and topic else None
            if match is None or span is None or topic is None:
                continue
            text = _matter_value(match, span)
            heading = Text(key, key, ((0, span.start + match.start("key")),))
            section = self._add(
                0, _DEEPEST, HeadingStyle.FRONT_MATTER, heading, topic, topic, text.span()
            )
            if text.raw:
                section.blocks.append(Block(BlockKind.PARAGRAPH, text.span(), text))

    def read(self, blocks: Sequence[Block]) -> None:
        """Collect *blocks*, the document's top level."""
        blocks = with_headings(blocks, self.aliases)
        self.title = self._title_among(blocks)
        for block, self.ahead in zip(blocks, (*blocks[1:], None), strict=False):
            self._one(block)
            if block.kind not in (BlockKind.HTML, BlockKind.RULE):
                self.first = False

    def _one(self, block: Block) -> None:
        if block.kind is BlockKind.HEADING and block.text is not None:
            self._heading(block, block.text)
        elif block.kind is BlockKind.PARAGRAPH and block.text is not None:
            self._paragraph(block, block.text)
        elif block.kind is BlockKind.LIST:
            self._list(block)
        elif block.kind is BlockKind.TABLE and self._is_record(block):
            self._record(block)
        elif block.kind is BlockKind.QUOTE and self._quoted_summary(block):
            self._content(block)
        else:
            self._content(block)

    def _quoted_summary(self, block: Block) -> bool:
        """A summary set off as a quotation or call-out at the top: ``> **TL;DR** ...``."""
        first = block.children[0] if block.children else block
        top = self.stack[-1].style is HeadingStyle.PREAMBLE or self.stack[-1].own is Topic.TITLE
        if not top or first.kind is not BlockKind.PARAGRAPH or first.text is None:
            return False
        called = _CALL_OUT.match(first.text.raw)
        if called is not None:
            heading = first.text.part(*called.span("title" if called["title"] else "kind"))
        else:
            split = self._split_label(first, first.text)
            if split is None or split[2] is not Topic.SUMMARY:
                return False
            heading = split[0]
        self._open(
            _LABEL_LEVEL,
            HeadingStyle.LABEL,
            heading,
            Topic.SUMMARY,
            first.span,
            one_block=True,
        )
        return True

    def _content(self, block: Block) -> None:
        current = self.stack[-1]
        current.blocks.append(block)
        if current.one_block and block.kind is not BlockKind.RULE:
            self.stack.pop()

    def _heading(self, block: Block, text: Text) -> None:
        own = topic_of(text.raw, self.aliases)
        if own is None and normalise(text.raw) in _UPDATES and tells_of_moments(self.ahead):
            own = Topic.TIMELINE
        if self._is_moment(text.raw) or self._divides(block, text.raw, own):
            own = None
        if (
            own is None
            and (block.level <= 2 or self.first)
            and not any(s.own is Topic.TITLE for s in self.sections)
        ):
            own = Topic.TITLE if self._may_be_title() else None
        elif own is not None and self._is_headline(block, text.raw, own):
            own = Topic.TITLE
        level = self._level_among_moments(text.raw) or block.level
        self._open(level, HeadingStyle.MARKDOWN, text, own, block.span)

    def _level_among_moments(self, words: str) -> int:
        """The level of the time before it, for a time of fewer marks: "### 9:10", "## 9:20"."""
        last = self.stack[-1]
        among = last.topic is Topic.TIMELINE and last.own is None
        both = all(find_clock(one) and self._is_moment(one) for one in (last.heading.raw, words))
        return last.level if among and both else 0

    def _awaits_answer(self) -> bool:
        """Whether a heading with a meaning still has no content ("Status", "Severity")."""
        current = self.stack[-1]
        return (
            not current.blocks
            and current.own not in (None, Topic.TITLE)
            and current.style in (HeadingStyle.MARKDOWN, HeadingStyle.BOLD)
        )

    def _divides(self, block: Block, words: str, own: Topic | None) -> bool:
        """Whether a heading divides the items, the timeline or the whys that it stands in.

        "Mitigation" below "Action items" is a type of item, "2) TODO Backups" an item, and
        "Problem 2: mitigation took 45 minutes" below "5 whys" another chain.
        """
        above = next((open_ for open_ in reversed(self.stack) if open_.level < block.level), None)
        if above is None or above.topic not in _DIVIDED:
            return False
        return own not in MAIN_TOPICS or _NUMBERED.match(words) is not None

    def _is_headline(self, block: Block, words: str, own: Topic) -> bool:
        """A first heading of the highest level is the title, though it may say "root cause"."""
        if not self._may_be_title() or block.level != 1 or len(self.stack) > 1:
            return False
        exact = len(words.split()) <= 3 and own is not Topic.TITLE
        return not exact

    def _may_be_title(self) -> bool:
        return all(
            section.style in (HeadingStyle.PREAMBLE, HeadingStyle.FRONT_MATTER, HeadingStyle.LABEL)
            for section in self.sections
        )

    def _open(
        self,
        level: int,
        style: HeadingStyle,
        heading: Text,
        own: Topic | None,
        span: Span,
        *,
        one_block: bool = False,
    ) -> _Open:
        while len(self.stack) > 1 and self.stack[-1].level >= level:
            self.stack.pop()
        parent = self.stack[-1]
        topic = own or (parent.topic if parent.topic is not Topic.TITLE else Topic.OTHER)
        made = self._add(parent.index, level, style, heading, own, topic, span)
        made.one_block = one_block
        self.stack.append(made)
        return made

    def _paragraph(self, block: Block, text: Text) -> None:
        if self._titles_bare(block, text) or self._bold_line(block, text):
            return
        if self._bare_line(block, text) or self._label(block, text, _LABEL_LEVEL):
            return
        self._content(block)

    def _keeps(self, own: Topic | None, *, starts_here: bool, bold: bool = False) -> bool:
        """Whether a line stays where it stands although it reads like a heading.

        Entries of a timeline and action items often begin with a label of their own
        ("Monitoring: add ..."); under a real heading they never start a new section.
        """
        current = self.stack[-1]
        if current.topic not in (Topic.TIMELINE, Topic.ACTIONS):
            return False
        opener = self._opener(current)
        if bold and own in MAIN_TOPICS and opener is not HeadingStyle.MARKDOWN:
            return own is current.topic  # the document's headings are bold labels
        if opener in (HeadingStyle.MARKDOWN, HeadingStyle.BOLD):
            same = own is None or own is current.topic
            return (
                same or own not in MAIN_TOPICS or (current.topic is Topic.TIMELINE and starts_here)
            )
        if own in _NOT_INSIDE_ACTIONS and current.topic is Topic.ACTIONS:
            return True
        return own is None or (starts_here and (own not in MAIN_TOPICS or own is current.topic))

    def _in_markdown_section(self) -> bool:
        """Whether bold lines here divide a timeline, items or whys under a `#` heading."""
        current = self.stack[-1]
        if current.topic not in _DIVIDED:
            return False
        return any(s.own is current.topic and s.style is HeadingStyle.MARKDOWN for s in self.stack)

    def _opener(self, section: _Open) -> HeadingStyle:
        """The style of the heading that gave this section its topic."""
        at: _Open | None = section
        while at is not None:
            if at.own is section.topic:
                return at.style
            at = self.sections[at.parent] if at.parent is not None else None
        return HeadingStyle.PREAMBLE

    def _title_among(self, blocks: Sequence[Block]) -> Block | None:
        """The first line, unless it is a letterhead, a path of pages or a field.

        Then it is the line below that tells a day and what was on it. Where a document has one
        heading of the first level, and that comes first, it is the title before all others.
        """
        top = list(itertools.takewhile(lambda one: one.kind is not BlockKind.HEADING, blocks))
        if self._is_only_headline(blocks[len(top) :]):
            return None
        lines = [one for one in top if one.kind not in (BlockKind.HTML, BlockKind.RULE)][:_HEAD]
        head = list(itertools.takewhile(lambda one: one.kind is BlockKind.PARAGRAPH, lines))
        titles = [at for at, one in enumerate(head) if self._may_title(one)]
        marked = next((at for at in titles if _is_marked_title(head[at].words)), None)
        if marked is not None and all(map(self._is_above_title, head[:marked], head[1:])):
            return head[marked]
        return head[0] if 0 in titles else None

    def _is_only_headline(self, blocks: Sequence[Block]) -> bool:
        """Whether *blocks* begin with the one heading of the first level, which is no part."""
        levels = [block.level for block in blocks if block.kind is BlockKind.HEADING]
        if not levels or levels[0] != 1 or levels.count(1) > 1:
            return False
        words = blocks[0].words
        tells = any(map(str.isalpha, _TELLS.sub("", words)))  # "Postmortem" is below the title
        return tells and topic_of(words, self.aliases) not in MAIN_TOPICS

    def _is_above_title(self, block: Block, below: Block) -> bool:
        """Whether a line can stand above the title: a field, a path of pages, a letterhead."""
        words = block.words
        if _PATH.fullmatch(words):
            return True
        own = topic_of(words, self.aliases)
        if _label_with_value(words):
            return own not in MAIN_TOPICS
        joined = block.span.end + 1 == below.span.start
        return joined and own is None and words.isupper() and not _TELLS.search(words)

    def _may_title(self, block: Block) -> bool:
        words = block.text.raw if block.text else ""
        if not is_title_like(words) or read_stamp(words) is not None:
            return False
        label = None if block.bold else _LABEL.match(words)
        if topic_of(words, self.aliases) is not None and not (
            label and topic_of(label[1]) is None and label.end() < len(words)
        ):
            return False
        return not (label and label.end() < len(words) and not _TITLE_LABEL.match(label[1]))

    def _titles_bare(self, block: Block, text: Text) -> bool:
        if block is not self.title:
            return False
        self._open(1, HeadingStyle.BARE, text, Topic.TITLE, block.span)
        # A title in plain text has no level: what follows is not under it.
        self.stack = self.stack[:1]
        return True

    def _bold_line(self, block: Block, text: Text) -> bool:
        words = text.raw.rstrip(": ")
        if not block.bold or len(words.split()) > 12 or not words or _SENTENCE.search(words):
            return False
        if _label_with_value(text.raw) and self._label(block, text, _LABEL_LEVEL):
            return True
        own = None if self._is_moment(words) else topic_of(words, self.aliases)
        divides = own not in MAIN_TOPICS or normalise(words) in _PARTS_OF_IT
        if own is not None and divides and self._in_markdown_section():
            own = None
        if own is None and words.endswith((".", "!", ",")):
            return False
        level = _LABEL_LEVEL if text.raw.rstrip().endswith(":") else _BOLD_LEVEL
        self._open(level, HeadingStyle.BOLD, _trim(text), own, block.span)
        return True

    def _bare_line(self, block: Block, text: Text) -> bool:
        """A short line of its own that is a known heading: ``Timeline`` or ``Root cause:``."""
        words = text.raw.strip()
        bare = words.rstrip(":")
        if (
            len(bare.split()) > (12 if bare.endswith("?") else 7)
            or bare.endswith((".", ",", ";", "!"))
            or self._is_moment(bare)
        ):
            return False
        if ":" in bare or (not bare[:1].isupper() and not words.endswith(":")):
            return False
        own = topic_of(bare, self.aliases)
        if own is None or (
            own not in MAIN_TOPICS and not words.endswith(":") and len(bare.split()) > 4
        ):
            return False
        answers = self._awaits_answer() and not words.endswith(":")
        if answers or self._keeps(own, starts_here=False):
            return False
        self._open(_BARE_LEVEL, HeadingStyle.BARE, _trim(text), own, block.span)
        return True

    def _label(self, block: Block, text: Text, level: int) -> bool:
        """``**Impact**: all users`` or ``Root cause: ...``: a section that starts in the line."""
        split = self._split_label(block, text) or self._sentence_label(text)
        if split is None:
            return False
        heading, rest, own = split
        enclosing = self.stack[-1]
        if self._keeps(own, starts_here=bool(rest.raw), bold=block.level > 0):
            return False
        lasting = own in MAIN_TOPICS and self._is_loose(enclosing)
        self._open(
            level,
            HeadingStyle.LABEL,
            heading,
            own,
            block.span,
            one_block=bool(rest.raw) and not lasting,
        )
        if rest.raw:
            self._content(replace(block, text=rest, bold=False, level=0, span=block.span))
        return True

    def _is_loose(self, section: _Open) -> bool:
        """Whether labels, not headings, give this part of the document its structure."""
        return section.style in (
            HeadingStyle.PREAMBLE,
            HeadingStyle.LABEL,
            HeadingStyle.BARE,
        ) and section.level in (0, _LABEL_LEVEL)

    def _split_label(self, block: Block, text: Text) -> tuple[Text, Text, Topic] | None:
        words = text.raw
        match = _LABEL.match(words)
        end = 0
        if match and len(match[1].split()) <= _LABEL_WORDS and not _NOT_LABEL.search(match[1]):
            end = match.end()
            label = text.part(match.start(1), match.end(1))
        elif 0 < block.level < len(words) and regex(r"\s*[–—-]\s").match(words[block.level :]):
            end = block.level
            label = text.part(0, end).strip(" :–—-*")
        elif 0 < block.level < len(words) and _RUN_IN.match(words, block.level - 1):
            return self._run_in(block.level, text)
        else:
            return None
        if label.raw != words[: len(label.raw)].strip() and not label.raw:
            return None
        own = topic_of(label.raw, self.aliases)
        if own is None or own is Topic.OTHER or _STATES.search(label.raw):
            return None
        if own not in MAIN_TOPICS and block.level == 0 and len(label.raw.split()) > 4:
            return None
        return (
            label,
            text.part(end).strip(" –—-") if end < len(words) else text.part(len(words)),
            own,
        )

    def _run_in(self, end: int, text: Text) -> tuple[Text, Text, Topic] | None:
        """``**TL;DR** Mail was late.``, ``**How bad was it?** Mail was late.``."""
        label = text.part(0, end).strip()
        own = topic_of(label.raw, self.aliases)
        short = len(label.raw.split()) <= _LABEL_WORDS
        if own not in _RUN_IN_TOPICS or own is None or not short:
            return None
        return label, text.part(end).strip(), own

    def _sentence_label(self, text: Text) -> tuple[Text, Text, Topic] | None:
        """``*What did not.* The page came late.``: a heading that is set apart by marks.

        "What went well." needs none: what follows is no reproach either way.
        """
        match = _SET_APART.match(text.raw)
        if match is None:
            return None
        end = match.end(1)
        label = text.part(0, end).strip(" .")
        own = topic_of(label.raw, self.aliases)
        marked = text.offset(end) - text.offset(end - 1) > 1
        if own is None or own not in _GROUPS or not (marked or own is Topic.WENT_WELL):
            return None
        return label, text.part(end).strip(), own

    def _list(self, block: Block) -> None:
        """Items that are labels open sections; the others are the section's content."""
        current = self.stack[-1]
        divided = current.topic in (Topic.TIMELINE, Topic.ACTIONS)
        if (divided and current.level) or is_fishbone(current.heading.raw):
            self._content(block)
            return
        depth = len(self.stack)
        kept: list[Block] = []
        for item in block.children:
            if self._item_section(item, block):
                continue
            kept.append(item)
        del self.stack[max(depth, 1) :]
        if kept:
            self._content(
                replace(block, children=tuple(kept)) if len(kept) < len(block.children) else block
            )

    def _item_section(self, item: Block, block: Block) -> bool:
        if item.text is None or item.checked is not None or not item.children:
            return False
        first = item.children[0]
        text = item.text
        rest = item.children[1:]
        depth = len(self.stack)
        bold_only = first.bold and topic_of(text.raw, self.aliases) not in (None, Topic.OTHER)
        if bold_only and rest:
            own = topic_of(text.raw, self.aliases)
            self._open(_ITEM_LEVEL, HeadingStyle.ITEM, _trim(text), own, first.span)
        else:
            split = self._split_label(first, text)
            if split is None or (not first.level and split[2] is Topic.FACTORS and block.ordered):
                return False
            heading, words, own = split
            self._open(_ITEM_LEVEL, HeadingStyle.ITEM, heading, own, first.span)
            if words.raw:
                self.stack[-1].blocks.append(replace(first, text=words, bold=False, level=0))
        self.stack[-1].blocks.extend(rest)
        del self.stack[depth:]
        return True

    def _is_record(self, table: Block) -> bool:
        """Whether the table is a form: topics in its first column, their values beside."""
        rows = [row.children for row in table.children if len(row.children) >= 2]
        if not rows or any(len(row) > 3 for row in rows):
            return False
        if self.stack[-1].topic in (Topic.TIMELINE, Topic.ACTIONS, Topic.LESSONS, Topic.FACTORS):
            return False
        named = [topic for row in rows if (topic := self._field(row[0])) is not None]
        return len(named) * 2 >= len(rows) and (len(set(named)) > 1 or len(rows) == len(named))

    def _field(self, cell: Block) -> Topic | None:
        words = cell.words
        asked = words.lower().startswith("why ")  # a row of a chain of whys
        return topic_of(words, self.aliases) if 0 < len(words.split()) <= 5 and not asked else None

    def _record(self, table: Block) -> None:
        others = tuple(row for row in table.children if self._row_topic(row) is None)
        if others:  # no sections, but facts: "Incident end"
            self._content(replace(table, children=others))
        depth = len(self.stack)
        for row in table.children:
            own, cells = self._row_topic(row), row.children
            if own is None or cells[0].text is None:
                continue
            self._open(_ITEM_LEVEL, HeadingStyle.TABLE, _trim(cells[0].text), own, row.span)
            self.stack[-1].blocks.extend(cell for cell in cells[1:] if cell.words)
            del self.stack[depth:]

    def _row_topic(self, row: Block) -> Topic | None:
        return self._field(row.children[0]) if len(row.children) >= 2 else None

    @staticmethod
    def _is_moment(words: str) -> bool:
        """A heading that is a date or time belongs to the timeline it stands in."""
        stamp = read_stamp(words)
        return stamp is not None and (stamp.clock is not None or stamp.date is not None)

    def _find_timeline(self) -> None:
        """What is told by the clock is a timeline, under whatever heading, or under none."""
        found: set[int | None] = set()
        for fewest in (FEWEST_MOMENTS, 1):  # one day beside another may have few
            for section in self.sections:
                # Days stand under "What happened", too.
                told = section.topic is Topic.SUMMARY and day_heading(section.heading.raw)
                if section.own not in _VAGUE or not (section.topic in _VAGUE or told):
                    continue
                beside = section.parent in found and _DAY.search(section.heading.raw)
                if (fewest > 1 or beside) and _is_most_of(timed(section.blocks, fewest), section):
                    section.own = section.topic = Topic.TIMELINE
                    found.add(section.parent)
        if not self._has(Topic.TIMELINE):
            self._set_apart(timed, Topic.TIMELINE)

    def _find_factors(self) -> None:
        """Headings that may be that of the factors, and are if what stands below tells of some.

        "Contributors" are people, or what contributed: then each is told, and not named. A
        conclusion in numbered parts is the factors where none but a trigger is named, and so
        are, where nothing else is, "What broke" and a conclusion that the action items follow.
        """
        named = [one for one in self.sections if one.own in (None, Topic.PEOPLE, Topic.OTHER)]
        if not any(normalise(one.heading.raw) in _MAYBE_FACTORS for one in named):
            return
        below: dict[int | None, list[_Open]] = {}
        for section in self.sections:
            below.setdefault(section.parent, []).append(section)
        known = [one for one in self.sections if one.topic is Topic.FACTORS]
        triggers = all(normalise(one.heading.raw) in _TRIGGERS for one in known)
        for section in named:
            title, parts = normalise(section.heading.raw), below.get(section.index, [])
            if (
                (title == "contributors" and _contributed(section, parts))
                or (title in _CONCLUSIONS and triggers and _is_numbered(parts))
                or (title in _BROKEN and not known)
                or (title in _CONCLUSIONS and not known and self._leads_to_actions(section))
            ):
                section.own = section.topic = Topic.FACTORS
                for part in parts:
                    part.topic = part.own or Topic.FACTORS

    def _leads_to_actions(self, section: _Open) -> bool:
        """Whether *section* says something, and the next heading beside it is the items'."""
        beside = (one for one in self.sections[section.index + 1 :] if one.level <= section.level)
        following = next(beside, None)
        return bool(section.blocks) and following is not None and following.own is Topic.ACTIONS

    def _has(self, topic: Topic) -> bool:
        return any(section.topic is topic for section in self.sections)

    def _find_actions(self) -> None:
        """In a document without action items, those under a vague heading, or under none."""
        vague = [one for one in self.sections if one.own is None and one.topic in _VAGUE]
        for section in vague:
            named = normalise(section.heading.raw) in _MAYBE_ACTIONS and has_lines(section.blocks)
            if named or _is_most_of(promises(section.blocks), section):
                section.own = section.topic = Topic.ACTIONS
        if not self._has(Topic.ACTIONS):
            self._set_apart(promises, Topic.ACTIONS)

    def _set_apart(self, found_in: Callable[[Sequence[Block]], range], topic: Topic) -> None:
        """A stretch that stands amid other text becomes a section of its own."""
        apart: list[_Open] = []
        for section in self.sections:
            run = () if section.topic in _WHOLE else found_in(section.blocks)
            if not run:
                continue
            blocks = [section.blocks[at] for at in run]
            span = Span(blocks[0].span.start, blocks[-1].span.end)
            section.blocks = [one for at, one in enumerate(section.blocks) if at not in run]
            nothing = Text("", "", ((0, span.start),))
            style = HeadingStyle.PREAMBLE
            apart.append(
                _Open(-1, section.index, _DEEPEST, style, nothing, topic, topic, span, blocks)
            )
        self._insert(apart)

    def _insert(self, apart: Sequence[_Open]) -> None:
        """Put sections where their text stands, and count all of them anew."""
        made = sorted([*self.sections, *apart], key=lambda one: one.span.start)
        places = {one.index: at for at, one in enumerate(made)}
        for at, one in enumerate(made):
            one.index = at
            one.parent = None if one.parent is None else places[one.parent]
        self.sections = made

    def finish(self) -> tuple[Section, ...]:
        """All sections, frozen."""
        self._find_timeline()
        self._find_factors()
        if not self._has(Topic.ACTIONS):
            self._find_actions()
        return tuple(
            Section(
                open_.index,
                open_.parent,
                open_.level,
                open_.style,
                open_.heading,
                open_.own,
                open_.topic,
                tuple(open_.blocks),
                open_.span,
            )
            for open_ in self.sections
        )


_DAY = regex(rf"\b(?:{WEEKDAYS}|{MONTHS}|morning|afternoon|evening|night|day)\b|\d", re.IGNORECASE)


_CONCLUSIONS = frozenset({"conclusion", "conclusions"})
_TRIGGERS = frozenset({"trigger", "the trigger", "triggers"})
_BROKEN = frozenset({"what broke", "what gave way", "what was broken"})
_MAYBE_FACTORS = _CONCLUSIONS | _BROKEN | {"contributors"}
_PART = regex(r"\W*[A-Z]?\d{1,2}\s*[.):–—-]", re.IGNORECASE)


def _contributed(section: _Open, parts: Sequence[_Open]) -> bool:
    """Whether the lines, or the headings with their text, tell of something and name nobody."""
    if section.blocks or not parts:
        return tells(section.blocks)
    told = [one for one in parts if _is_told(one) and not _NAME.fullmatch(one.heading.raw)]
    return 2 * len(told) > len(parts)


_NAME = regex(r"@.*|[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_a-z][\w.'’-]*)*\s*")
_SENTENCE_WORDS = 8  # of one that may begin with a name; a person's role has fewer


def _is_told(part: _Open) -> bool:
    first = part.blocks[0].words if part.blocks else ""
    return tells(part.blocks) or len(first.split()) >= _SENTENCE_WORDS


def _is_numbered(parts: Sequence[_Open]) -> bool:
    """Whether all *parts* are numbered and say something, and there are several."""
    return len(parts) >= 2 and all(
        one.blocks and one.own is None and _PART.match(one.heading.raw) for one in parts
    )


def _is_most_of(run: range, section: _Open) -> bool:
    """Whether a *run* of blocks has most of the lines, items and rows under a heading."""
    lines = [max(len(block.children), 1) for block in section.blocks]
    return bool(section.heading.raw) and 2 * sum(lines[run.start : run.stop]) > sum(lines)


def _trim(text: Text) -> Text:
    return text.strip().strip(":").strip()


def _is_marked_title(words: str) -> bool:
    """Whether *words* tell a day with its year, and what was on it."""
    day = next((one for one in find_dates(words) if one.has_year), None)
    beside = f"{words[: day.start]} {words[day.end :]}" if day is not None else ""
    field = is_about_document(words) and not _TITLE_LABEL.match(words)
    return len(beside.split()) >= _BESIDE_DAY and not field


def _label_with_value(words: str) -> bool:
    match = _LABEL.match(words)
    return match is not None and match.end() < len(words)


def day_heading(words: str) -> bool:
    """Whether *words* name a day and nothing else."""
    found = next(iter(find_dates(words)), None)
    return (
        found is not None
        and find_clock(words) is None
        and len(words) - (found.end - found.start) <= 14
    )


def heading_chain(sections: Sequence[Section], section: Section) -> Iterator[Section]:
    """*section* and its ancestors, innermost first."""
    at: int | None = section.index
    while at is not None:
        yield sections[at]
        at = sections[at].parent

"""What a postmortem is made of, as the rules see it.

Everything here is immutable and knows its exact place in the source: a
:class:`Span` is a pair of code-point offsets into ``document.source.text``.
:class:`Text` is a run of visible words with a map back to the source, so that a
match inside emphasis, a link or a table cell still points at the right characters.
"""

from __future__ import annotations

import datetime as dt
import enum
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field

from pmlint.needles import lowered
from pmlint.regexes import Regex
from pmlint.source import Source

__all__ = [
    "ActionItem",
    "ActionType",
    "Block",
    "BlockKind",
    "Comment",
    "Deadline",
    "Document",
    "Entry",
    "Factor",
    "Facts",
    "HeadingStyle",
    "Owner",
    "Person",
    "Profile",
    "Section",
    "Sentence",
    "Span",
    "Status",
    "Text",
    "Timeline",
    "Topic",
    "WhyChain",
]

T = TypeVar("T")

MASK = "\ua78f"
"""Stands for each character of code, an address or a quotation in :attr:`Text.prose`.

It is a letter (so that a masked run reads as one word), and in no language's text.
"""


class Span(Struct, frozen=True, order=True):
    """Half-open range of code-point offsets into the source text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Text(Struct, frozen=True):
    """Visible words of one block, and where each of them stands in the source.

    `raw` is what a reader sees. `prose` has the same length, with inline code,
    addresses and quoted speech replaced by `MASK`: rules about wording match on
    `prose`, rules about content on `raw`. `pieces` are (index into `raw`, source
    offset) pairs in rising order; between two of them both rise together.
    """

    raw: str
    prose: str
    pieces: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.raw)

    def offset(self, index: int) -> int:
        """Source offset of the character at *index* of `raw`."""
        pieces = self.pieces
        at = max(0, bisect_right(pieces, index, key=_first) - 1) if len(pieces) > 1 else 0
        return pieces[at][1] + index - pieces[at][0]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Source span of `raw[start:end]`; an empty range gives an empty span."""
        stop = len(self.raw) if end is None else end
        first = self.offset(start)
        return Span(first, self.offset(stop - 1) + 1 if stop > start else first)

    def part(self, start: int, end: int | None = None) -> Text:
        """The sub-text `raw[start:end]`, still mapped to the source."""
        stop = len(self.raw) if end is None else end
        pieces: tuple[tuple[int, int], ...] = ((0, self.offset(start)),)
        if len(self.pieces) > 1:
            pieces += tuple((at - start, offset) for at, offset in self.pieces if start < at < stop)
        return Text(self.raw[start:stop], self.prose[start:stop], pieces)

    def strip(self, characters: str | None = None) -> Text:
        """Without white space (or *characters*) at both ends."""
        left = len(self.raw) - len(self.raw.lstrip(characters))
        right = max(left, len(self.raw.rstrip(characters)))
        return self.part(left, right)


def _first(piece: tuple[int, int]) -> int:
    return piece[0]


class BlockKind(enum.Enum):
    """What a block is; only `HEADING`, `PARAGRAPH` and `CELL` hold prose."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    QUOTE = "quote"
    CODE = "code"
    HTML = "html"
    RULE = "rule"


class Block(Struct, frozen=True):
    """A node of the document's tree.

    `text` is the inline content (headings, paragraphs, cells) or, for code, its
    lines. A list holds items, an item paragraphs and lists, a table rows (the
    first is the header), a row cells. `level` is the heading's level. A paragraph
    whose lines stand for themselves is split: one block a line.
    """

    kind: BlockKind
    span: Span
    text: Text | None = None
    level: int = 0
    ordered: bool = False
    number: int | None = None
    checked: bool | None = None
    struck: bool = False
    bold: bool = False
    children: tuple[Block, ...] = ()

    def walk(self) -> Iterator[Block]:
        """This block and all below it, in order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def words(self) -> str:
        """What a reader sees of the block's first text, without its children."""
        return self.text.raw.strip() if self.text else ""


class Topic(enum.Enum):
    """What a section is about. The values of the first seven are those in JSON."""

    TITLE = "title"
    SUMMARY = "summary"
    TIMELINE = "timeline"
    FACTORS = "contributing factors"
    ACTIONS = "action items"
    LESSONS = "lessons learned"
    SEVERITY = "severity"
    IMPACT = "impact"
    DETECTION = "detection"
    RESPONSE = "response"
    RESOLUTION = "resolution"
    WENT_WELL = "what went well"
    WENT_POORLY = "what went poorly"
    LUCKY = "where we got lucky"
    BACKGROUND = "background"
    PEOPLE = "people"
    MEETING = "meeting"
    STATUS = "status"
    DATE = "date"
    DONE = "work already done"
    WHYS = "five whys"
    APPENDIX = "appendix"
    GROUND_RULES = "ground rules"
    OTHER = "other"


class HeadingStyle(enum.Enum):
    """How a section is announced."""

    MARKDOWN = "heading"
    BOLD = "bold line"
    LABEL = "label"
    BARE = "bare line"
    ITEM = "list item"
    TABLE = "table row"
    FRONT_MATTER = "front matter"
    PREAMBLE = "preamble"


class Section(Struct, frozen=True):
    """A heading of any style and what stands under it, without its sub-sections.

    `topic` is the section's meaning: its own (`own_topic`) or the nearest
    ancestor's. `parent` is an index into `Document.sections`. The text before the
    first heading is a section of style `PREAMBLE` with an empty heading span.
    """

    index: int
    parent: int | None
    level: int
    style: HeadingStyle
    heading: Text
    own_topic: Topic | None
    topic: Topic
    blocks: tuple[Block, ...]
    span: Span

    @property
    def title(self) -> str:
        """The heading's words, without markup, numbering, emoji and colon."""
        return self.heading.raw


class Sentence(Struct, frozen=True):
    """One sentence (or list item, cell or label that stands for one).

    `text` is free of list markers, time stamps of timeline entries and labels.
    `block` is the paragraph, cell or heading it stands in; `section` an index into
    `Document.sections`.
    """

    text: Text
    section: int
    topic: Topic
    block: Block
    in_item: bool = False
    in_cell: bool = False
    column: str = ""
    """Heading of the column that the cell stands in, lower case."""

    @property
    def span(self) -> Span:
        """Place of the whole sentence."""
        return self.text.span()


class ActionType(enum.Enum):
    """What an action item does to a future incident of the same kind."""

    PREVENT = "prevent"
    DETECT = "detect"
    MITIGATE = "mitigate"


class Status(enum.Enum):
    """Where an action item stands; unknown is not open."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Owner(Struct, frozen=True):
    """Who is to do an item, as written. Whether that is a person, `people` says."""

    text: str
    span: Span
    given_by: str
    """``column``, ``inline``, ``label`` (a nested "Owner:" line) or ``heading``."""


class Deadline(Struct, frozen=True):
    """When an item is due, as written.

    `date` is the last day meant, or None if the words name no day: then `vague`
    tells a wish ("soon") from a text that is not a possible date ("30 February").
    """

    text: str
    span: Span
    date: dt.date | None
    vague: bool
    given_by: str


class ActionItem(Struct, frozen=True):
    """An open or finished piece of work, counted at the top level.

    `text` is the item without owner, deadline, type, ticket and label columns;
    `line` the span of its own first line. `block` is the list item, table row,
    paragraph or heading it was read from.
    """

    text: Text
    line: Span
    block: Block
    section: int
    owner: Owner | None = None
    deadline: Deadline | None = None
    type: ActionType | None = None
    type_text: str = ""
    status: Status = Status.UNKNOWN
    ticket: str = ""
    details: tuple[Text, ...] = ()
    in_table: bool = False


class Entry(Struct, frozen=True):
    """One event of the timeline.

    `text` is the event without its time. `minute` counts minutes from the first
    day's midnight over the whole timeline (days counted), or is None where the
    entry names no time of day; `date` is the day where one is known (`dated`), and `has_day`
    tells that one is written, if without a year. `vague`
    holds words such as "later that evening" that stand in place of a time; `time` is
    the span of the time or of those words. An entry is `apart` if its zone, beside other
    zones, does not tell when it was.
    """

    text: Text
    line: Span
    section: int
    time_text: str = ""
    time: Span | None = None
    minute: float | None = None
    date: dt.date | None = None
    impossible: str = ""
    vague: str = ""
    has_zone: bool = False
    dated: bool = False
    has_day: bool = False
    relative: bool = False
    nested: bool = False
    in_code: bool = False
    apart: bool = False


class Timeline(Struct, frozen=True):
    """All timeline sections of the document, in order.

    `descending` is declared or plain from the entries (newest first); `zone` is
    the time zone that the document states for the timeline, or an empty string.
    """

    entries: tuple[Entry, ...] = ()
    zone: str = ""
    descending: bool = False


class Factor(Struct, frozen=True):
    """One contributing factor: a list item, row, sub-heading or paragraph."""

    text: Text
    line: Span
    section: int
    details: tuple[Text, ...] = ()
    from_list: bool = False


class WhyChain(Struct, frozen=True):
    """A chain of whys, outermost first; each level as written."""

    levels: tuple[Text, ...]
    section: int


class Person(Struct, frozen=True):
    """A name that the document itself gives as a person's (owner, attendee, author)."""

    name: str
    span: Span
    role: str


class Facts(Struct, frozen=True):
    """What the document says about the incident and its review. None: not said.

    Durations in minutes. `started`, `resolved`, `reviewed` and `published` are
    naive: a document speaks in one time zone. `incident_date` is the day as well as it can be
    told, `stated_date` the one of the title or of a field.
    """

    title: Text | None = None
    severity: Text | None = None
    impact: tuple[Text, ...] = ()
    duration: float | None = None
    duration_text: Text | None = None
    started: dt.datetime | None = None
    resolved: dt.datetime | None = None
    reviewed: dt.datetime | None = None
    reviewed_text: Text | None = None
    published: dt.date | None = None
    incident_date: dt.date | None = None
    stated_date: dt.date | None = None
    authors: tuple[Person, ...] = ()
    attendees: tuple[Person, ...] = ()
    attendees_text: Text | None = None
    attendee_count: int | None = None
    facilitator: Person | None = None
    facilitator_text: Text | None = None
    responders: tuple[Person, ...] = ()
    team: tuple[Person, ...] = ()
    """Those that a row "Team" gives by their initials."""
    meeting_minutes: float | None = None
    meeting_text: Text | None = None
    audience: Text | None = None
    status: Text | None = None


class Profile(enum.Enum):
    """Which kind of review this is; rules relax or tighten by it."""

    ORDINARY = "ordinary"
    NEAR_MISS = "near-miss"
    SECURITY = "security"


class Comment(Struct, frozen=True):
    """An HTML comment: never prose, but it may hold a `pmlint:` directive."""

    body: str
    span: Span
    alone: bool
    """Whether nothing else stands on its lines."""


class Document(Struct, frozen=True, dict=True):
    """A postmortem that has been read. Rules get this, and nothing else.

    `people` and `systems` are the names that the configuration adds. `as_of` is
    the day that "overdue" is judged by, None where nobody gave one. `notes` say, a sentence
    each, what of the text could not be read as it was meant.
    """

    source: Source
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    timeline: Timeline
    actions: tuple[ActionItem, ...]
    factors: tuple[Factor, ...]
    why_chains: tuple[WhyChain, ...]
    lessons: tuple[Text, ...]
    facts: Facts
    profile: Profile = Profile.ORDINARY
    comments: tuple[Comment, ...] = ()
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    front_matter_span: Span | None = None
    notes: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    as_of: dt.date | None = None

    def excerpt(self, span: Span) -> str:
        """The source text of *span*, markup and all."""
        return self.source.text[span.start : span.end]

    def under(self, *topics: Topic) -> Iterator[Section]:
        """Sections whose meaning, own or inherited, is one of *topics*."""
        wanted = frozenset(topics)
        return (section for section in self.sections if section.topic in wanted)

    def opening(self, *topics: Topic) -> Iterator[Section]:
        """Sections whose own heading means one of *topics*."""
        wanted = frozenset(topics)
        return (section for section in self.sections if section.own_topic in wanted)

    def has(self, topic: Topic) -> bool:
        """Whether any section, label or field has this meaning."""
        return any(section.own_topic is topic for section in self.sections)

    def section_tree(self, section: Section) -> Iterator[Section]:
        """*section* and all its sub-sections, in order."""
        children = self.memo("children of sections", self._children)
        below = [section.index]
        while below:
            index = below.pop()
            yield self.sections[index]
            below += reversed(children.get(index, ()))

    def _children(self) -> dict[int, list[int]]:
        """Indices of the sections right under each that has any."""
        table: dict[int, list[int]] = {}
        for section in self.sections:
            if section.parent is not None and section.parent != section.index:
                table.setdefault(section.parent, []).append(section.index)
        return table

    def sentences_of(self, *topics: Topic) -> Iterator[Sentence]:
        """Sentences that stand under one of *topics*."""
        wanted = frozenset(topics)
        return (sentence for sentence in self.sentences if sentence.topic in wanted)

    def sentences_with(self, *patterns: Regex) -> Iterator[Sentence]:
        """Sentences in whose prose one of *patterns* may match; none is left out that does.

        Of a rare pattern's words most documents hold none at all, which is soon known.
        """
        low = self.memo("lowered prose", self._lowered)
        found = [pattern.needles_in(low) for pattern in patterns]
        needles = [needle for each in found if each for needle in each]
        if None in found:
            return iter(self.sentences)
        return (
            sentence
            for sentence in (self.sentences if needles else ())
            if any(needle in lowered(sentence.text.prose) for needle in needles)
        )

    def _lowered(self) -> str:
        return lowered("\n".join(sentence.text.prose for sentence in self.sentences))

    @property
    def first_line(self) -> Span:
        """Where findings about the document as a whole stand."""
        start, end = self.source.line_bounds(1)
        return Span(start, end)

    @cached_property
    def _memo(self) -> dict[str, Any]:
        return {}

    def memo(self, key: str, make: Callable[[], T]) -> T:
        """*make()*, computed once a document: for what several rules need."""
        if key not in self._memo:
            self._memo[key] = make()
        value: T = self._memo[key]
        return value


def join_texts(texts: Iterable[Text]) -> str:
    """The words of *texts*, one a line."""
    return "\n".join(text.raw for text in texts)

"""Timeline sections to entries: bullets, tables, bare lines, headings, pasted logs."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import (
    Block,
    BlockKind,
    Entry,
    HeadingStyle,
    Section,
    Span,
    Text,
    Timeline,
    Topic,
)
from pmlint.reading.dates import (
    MONTHS,
    WEEKDAYS,
    ZONE,
    Clock,
    FoundDate,
    Stamp,
    find_clock,
    find_dates,
    offset_of,
    read_stamp,
    resolve,
)
from pmlint.reading.outline import day_heading
from pmlint.regexes import Regex, regex
from pmlint.source import Source

__all__ = ["read_timeline"]

_ZONES = regex(
    rf"\b{ZONE}\b|(?i:\b(?:coordinated universal|pacific|eastern|central(?: european)?|mountain"
    r"|greenwich|(?-i:local|US)|berlin|london|paris|new york)\b(?: \w+)? time\b|\btime ?zone\b)"
    r"|\b(?:US|UC|Canada)/(?:Pacific|Mountain|Central|Eastern|Atlantic)\b"
    r"|\b(?i:times?(?:\s+(?:are|is|were|shown|given|in)){0,3})\s+(?:US\s+)?"
    r"(?:Pacific|Mountain|Central|Eastern|(?i:local))\b"
    r"|\b[A-Z][a-z]+ (?:Standard|Summer|Winter|Daylight|Mean) [Tt]ime\b"
    r"|(?:times?|stamps) (?:are|is|in|were) (?:in )?(?:[A-Z][a-z]+ ){1,2}time\b"
    r"|\bUTC[+-]\d|\b(?:Europe|America|Asia|Africa|Australia)/\w+",
)
_OF_TIMES = regex(
    r"\W*(?:(?:note|nb)\W+)?(?:(?:all|the|these|following|listed)\s+){0,3}"
    r"(?:times?|time ?stamps?|time ?zones?)"
    r"(?:\s*[:=(,–—-]|\s+(?:are|is|were|in|as|given|shown|stated|local|all|below|here)\b"
    rf"|\s+{ZONE}\b)",
    re.IGNORECASE,
)
_ABOUT_TIMES = regex(r"\btimes?\b|\btime ?zone\b|\b(?:time ?)?stamps?\b|\bevents?\b", re.IGNORECASE)
_BESIDE_TIME = regex(
    r"(?:\d:\d{2}(?:\s?[ap]\.?m\b\.?)?|\d\s?[ap]\.?m\b\.?|\b(?:noon|midnight)\b)[ \t]*[\[(]?"
    rf"(?P<zone>{ZONE}|(?:US )?(?:Eastern|Pacific|Central|Mountain))\b"
)
_IN_HEADING = regex(r"[(\[,:–—-]\s?(?:US )?(?:Eastern|Pacific|Central|Mountain)\b")
_OF_THE_WHOLE = (Topic.TITLE, Topic.SUMMARY, Topic.IMPACT, Topic.DATE, Topic.SEVERITY)
"""Where the incident is told as a whole, as by a window of time with its zone."""
_VAGUE = regex(
    rf"""\s*(?:~|around|about|by|on|in|at|the|that|early|late|later|mid|next|same|some|a|few|{WEEKDAYS}|\s|,){{0,8}}?
    (?:\b(?:bit|little|while|much)\s)?\b(?:later(?:\s+(?:that|the\s+same|on|in\s+the)(?:\s+(?:morning|afternoon|evening|night|day|week|month))?)?|earlier|eventually|afterwards?|then|soon(?:\s+after)?|shortly(?:\s+(?:after|before|afterwards?|thereafter))?
       |meanwhile|subsequently|(?:that|the\s+(?:same|next|following)|this|early|late|mid)?[\s-]*(?:morning|afternoon|evening|eve|night|midnight|noon|weekend|day)
       |overnight|over(?:\s+the)?\s+(?:\w+\s+){{0,2}}(?:weekend|break|holidays?)|some\s+time(?:\s+\w+)?|sometime
       |(?:a\s+few|several|some|\d+|two|three|many)\s+(?:minutes?|hours?|days?|weeks?)\s+(?:later|after|before|earlier)
       |{WEEKDAYS}|early\s+{MONTHS}|late\s+{MONTHS}|mid[\s-]+{MONTHS}|unknown(?:\s+time)?|\?{{2,}})(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_VAGUE_LINE = regex(rf"\n(?=\S)(?={_VAGUE.pattern}\s*[:–—-])", re.VERBOSE | re.IGNORECASE)
"""Where a line with words for its time begins, below a line with a time."""
_DESCENDING = regex(
    r"\b(?:newest|latest|most recent)\b[^.]{0,20}\bfirst\b"
    r"|\breverse(?:d)?[ -](?:chronological|order|time)",
    re.IGNORECASE,
)
_TIME_HEADER = regex(
    r"\btime|\bwhen\b|\bhh:?mm|\bclock\b|\bstamp\b|\bat\b|\butc\b|\bgmt\b|\bp[sd]t\b|\best\b|\bcet\b|^t$"
)
_EVENT_HEADER = regex(
    r"\bevent|\bwhat\b|\bdescription\b|\bdetail|\bhappened\b|\bentry\b|\baction|\bnote|\bstatus\b|\bactivity\b|\bobservation\b"
)
_EVENT_WORDS = 14
_HALF_DAY = 720
_DAY = 1440


class _Raw(Struct, frozen=True):
    """An entry before its times are placed on one scale."""

    entry: Entry
    clock: Clock | None
    date: FoundDate | None
    root: int


def read_timeline(source: Source, sections: Sequence[Section], anchor: dt.date | None) -> Timeline:
    """All timeline sections as one :class:`Timeline`; *anchor* completes yearless dates."""
    roots = [section for section in sections if section.topic is Topic.TIMELINE]
    raws: list[_Raw] = []
    reader = _Reader(source, raws, sections)
    for section in roots:
        reader.section(section)
    if not raws:
        for section in roots:
            reader.logs(section)
    raws = list(_in_one_zone(raws))
    descending = _is_descending(raws, roots, anchor)
    entries = tuple(_place(raws, anchor, descending))
    return Timeline(entries, _zone(roots, sections, entries), descending)


class _Reader:
    """Collects the entries of the timeline sections in order of the text."""

    def __init__(self, source: Source, raws: list[_Raw], sections: Sequence[Section]) -> None:
        self.source = source
        self.sections = sections
        self.raws = raws
        self.day: FoundDate | None = None
        self.day_fresh = False
        self.root = -1
        self.paragraphs = 0
        self.awaited: tuple[Text, Stamp] | None = None
        """A time on a line of its own: what happened then is on the next."""

    def section(self, section: Section) -> None:
        if section.own_topic is Topic.TIMELINE:
            self.root, self.paragraphs = section.index, 0
            self.day = self.awaited = None
            self._day_of(section.heading)
        elif section.heading.raw and self._heading(section):
            return
        for block in section.blocks:
            self._block(block, section)

    def _day_of(self, heading: Text) -> None:
        found = next(iter(find_dates(heading.raw)), None)
        if found is not None:
            self.day, self.day_fresh = found, True

    def _heading(self, section: Section) -> bool:
        """A heading with a time is an entry of which the section tells more."""
        raw = section.heading.raw
        stamp = read_stamp(raw)
        if stamp is None and self._among_moments(section):
            vague = _VAGUE.match(raw)
            self._add(
                section.heading, section.heading, section, None, vague[0].strip() if vague else ""
            )
            return True
        if stamp is None or _holds_entries(section, self.sections):
            self._day_of(section.heading)
            return False
        if stamp.clock is None and not stamp.relative and not section.blocks:
            self._day_of(section.heading)
            return False
        text = section.heading.part(stamp.end)
        if not text.raw.strip(" -–—:)"):
            first = next(
                (b.text for b in section.blocks if b.kind is BlockKind.PARAGRAPH and b.text), None
            )
            text = first or text
        self._add(text, section.heading, section, stamp)
        return True

    def _among_moments(self, section: Section) -> bool:
        """Whether the headings beside this one are entries, so that it is one too."""
        beside = [s for s in self.sections if s.parent == section.parent and s is not section]
        timed = [
            s for s in beside if _has_clock(s.heading.raw) and not _holds_entries(s, self.sections)
        ]
        own = _holds_entries(section, self.sections)
        return not own and len(timed) >= 2 and 2 * len(timed) > len(beside)

    def _block(self, block: Block, section: Section) -> None:
        if block.kind is BlockKind.PARAGRAPH and block.text is not None:
            self._paragraph(block.text, section)
        elif block.kind is BlockKind.LIST:
            for item in block.children:
                self._item(item, section, nested=False)
        elif block.kind is BlockKind.TABLE:
            _Table(self, block, section).read()

    def _paragraph(self, text: Text, section: Section) -> None:
        start = 0
        for line in _VAGUE_LINE.finditer(text.raw):
            if self.paragraphs or read_stamp(text.raw) is not None:
                self._one_line(text.part(start, line.start()), section)
                start = line.end()
        self._one_line(text.part(start) if start else text, section)

    def _one_line(self, text: Text, section: Section) -> None:
        raw = text.raw
        if day_heading(raw):
            self._day_of(text)
            return
        stamp = read_stamp(raw)
        before, self.awaited = self.awaited, None
        if stamp is not None and stamp.end < len(raw):
            self._add(text.part(stamp.end), text, section, stamp)
            self.paragraphs += 1
        elif stamp is not None and stamp.clock is not None:
            self.awaited = text, stamp
        elif before is not None:
            self._add(text.strip(" :-–—"), before[0], section, before[1])
            self.paragraphs += 1
        elif (inside := _after_label(raw)) is not None:
            label = text.part(0, inside.start).strip(" :·|-–—")
            self._add(label if inside.end == len(raw) else text, text, section, inside)
            self.paragraphs += 1
        elif self.paragraphs and (vague := _VAGUE.match(raw)) and vague.end() < len(raw):
            self._add(text.part(vague.end()).strip(" :,-–—"), text, section, None, vague[0].strip())
        elif self._is_event(raw, section):
            self._add(text, text, section, None)

    def _is_event(self, raw: str, section: Section) -> bool:
        """A short line of its own among lines with times is an entry that lacks one."""
        if self.paragraphs == 0 or len(raw.split()) > _EVENT_WORDS or raw.rstrip()[-1:] in ":.!?":
            return False
        lines = [b.text.raw for b in section.blocks if b.kind is BlockKind.PARAGRAPH and b.text]
        return 2 * sum(_has_clock(line) for line in lines) > len(lines)

    def _item(self, item: Block, section: Section, *, nested: bool) -> None:
        text = item.text
        inner = [child for child in item.children if child.kind is BlockKind.LIST]
        if text is not None and day_heading(text.raw):
            self._day_of(text)
            for part in inner:
                for child in part.children:
                    self._item(child, section, nested=False)
            return
        if text is not None:
            self._line(text, section, nested=nested or self._detail(text))
        for child in item.children[1:]:
            if child.kind is BlockKind.PARAGRAPH and child.text and not nested:
                stamp = read_stamp(child.text.raw)
                if stamp is not None and stamp.clock is not None:
                    self._add(child.text.part(stamp.end), child.text, section, stamp)
        for part in inner:
            for child in part.children:
                self._item(child, section, nested=True)

    def _is_link(self, text: Text) -> bool:
        """Whether the words are nothing but a link: to a graph, a thread, a ticket."""
        span = text.span()
        around = self.source.text[max(0, span.start - 1) : span.start]
        return around == "[" and self.source.text.startswith("](", span.end)

    def _detail(self, text: Text) -> bool:
        """Among paragraphs with times, a list without them tells more of the last one."""
        return self.paragraphs > 0 and read_stamp(text.raw) is None

    def _line(self, text: Text, section: Section, *, nested: bool) -> None:
        raw = text.raw
        stamp = read_stamp(raw)
        if stamp is not None and stamp.end < len(raw):
            self._add(text.part(stamp.end), text, section, stamp, nested=nested)
            return
        if self._is_link(text):
            return
        vague = _VAGUE.match(raw)
        clock = find_clock(raw)
        date = next(iter(find_dates(raw)), None)
        if clock is not None or date is not None:
            start = min(found.start for found in (clock, date) if found is not None)
            inside = Stamp(len(raw), start, clock, date)
            self._add(text, text, section, inside, nested=nested)
        elif vague and vague.end() < len(raw):
            rest = text.part(vague.end()).strip(" :,-–—")
            self._add(rest, text, section, None, vague[0].strip(" ,:"), nested=nested)
        else:
            self._add(text, text, section, None, nested=nested)

    def _add(
        self,
        text: Text,
        line: Text,
        section: Section,
        stamp: Stamp | None,
        vague: str = "",
        *,
        nested: bool = False,
        in_code: bool = False,
        date: FoundDate | None = None,
        when: Text | None = None,
    ) -> None:
        if stamp is None and not vague and _says_zone(text.raw):
            return  # no event, though it stands among them
        clock = stamp.clock if stamp else None
        when = when if stamp is None else None
        found = (stamp.date if stamp else None) or date
        if found is None and self.day_fresh and not nested:
            found = self.day
        if not nested:
            self.day_fresh = False  # midnight may pass before the next heading
        entry = Entry(
            text=text.strip(),
            line=line.span(),
            section=section.index,
            time_text=line.raw[clock.start : clock.end].strip() if clock else "",
            time=_time_span(line, clock, vague, when),
            impossible=_impossible(line, clock, stamp.date if stamp else None) or _unreadable(when),
            vague=vague,
            has_zone=bool(clock and clock.zone),
            dated=found is not None,
            has_day=found is not None,
            relative=bool(stamp and stamp.relative),
            nested=nested,
            in_code=in_code,
        )
        self.raws.append(_Raw(entry, clock, found, self.root))

    def logs(self, section: Section) -> None:
        """Entries of a log pasted as code: only its times are read."""
        for block in section.blocks:
            if block.kind is not BlockKind.CODE or block.text is None:
                continue
            at = 0
            for line in block.text.raw.split("\n"):
                stamp = read_stamp(line, dotted=False)
                if stamp is not None and stamp.clock is not None and stamp.end < len(line):
                    text = block.text.part(at, at + len(line))
                    self._add(text.part(stamp.end), text, section, stamp, in_code=True)
                at += len(line) + 1


_STATUS_LABEL = regex(r"\W*\w[\w ]{1,24}\s*(?:[:·|]|\s[-–—])\s")


def _after_label(words: str) -> Stamp | None:
    """The day and time behind a label: "Resolved - Jun 5, 2025, 23:10 UTC"; its end is theirs."""
    label = _STATUS_LABEL.match(words)
    stamp = read_stamp(words[label.end() :]) if label else None
    if label is None or stamp is None or stamp.clock is None or stamp.date is None:
        return None
    at, clock, date = label.end(), stamp.clock, stamp.date
    return Stamp(
        at + stamp.end,
        at,
        replace(clock, start=at + clock.start, end=at + clock.end),
        replace(date, start=at + date.start, end=at + date.end),
    )


def _impossible(line: Text, clock: Clock | None, date: FoundDate | None) -> str:
    """A time that no clock shows, or a day that no calendar has."""
    if clock is not None and clock.impossible:
        return clock.impossible
    return line.raw[date.start : date.end].strip() if date is not None and date.date is None else ""


def _unreadable(when: Text | None) -> str:
    """A time cell with figures that are no time ("20202-01-16 12:00")."""
    return when.raw.strip() if when is not None and _has_digit(when.raw) else ""


def _time_span(line: Text, clock: Clock | None, vague: str, when: Text | None) -> Span | None:
    """Where the time, or the words in its place, stand."""
    if clock is not None:
        return line.span(clock.start, clock.end)
    source = when or line
    at = source.raw.find(vague) if vague else -1
    return source.span(at, at + len(vague)) if at >= 0 else None


def _holds_entries(section: Section, sections: Sequence[Section]) -> bool:
    """Whether times stand below a heading, so that it names a day or a phase."""
    if any(other.parent == section.index and read_stamp(other.heading.raw) for other in sections):
        return True
    texts = [
        item.text
        for block in section.blocks
        if block.kind is BlockKind.LIST
        for item in block.children
    ]
    texts += [block.text for block in section.blocks if block.kind is BlockKind.PARAGRAPH]
    timed = [text for text in texts if text is not None and _has_clock(text.raw)]
    tables = any(block.kind is BlockKind.TABLE for block in section.blocks)
    return tables or (bool(timed) and 2 * len(timed) >= len(texts))


def _has_clock(words: str) -> bool:
    stamp = read_stamp(words)
    return stamp is not None and stamp.clock is not None


class _Table:
    """One timeline table: which column holds the time, the day and the event."""

    def __init__(self, reader: _Reader, table: Block, section: Section) -> None:
        self.reader, self.section = reader, section
        header = (
            [cell.words.lower() for cell in table.children[0].children] if table.children else []
        )
        self.rows = table.children[1:]
        self.date = self._by_dates(len(header))
        self.time = _column(header, _TIME_HEADER, exclude=_EVENT_HEADER)
        if self.time is None:
            self.time = self._by_content(len(header))
        if self.date == self.time:
            self.date = None
        event = _column(header, _EVENT_HEADER)
        taken = {self.time, self.date}
        rest = [index for index in range(len(header)) if index not in taken]
        self.event = (
            event
            if event is not None and event not in taken
            else max(rest, key=self._width, default=None)
        )

    def _by_dates(self, columns: int) -> int | None:
        """The column of days: only content tells "Mon" from "Nov 1"."""
        for column in range(columns):
            cells = [r.children[column].words for r in self.rows if column < len(r.children)]
            if cells and 2 * sum(day_heading(words) for words in cells) > len(cells):
                return column
        return None

    def _by_content(self, columns: int) -> int | None:
        for column in range(columns):
            cells = [row.children[column].words for row in self.rows if column < len(row.children)]
            if cells and sum(read_stamp(words) is not None for words in cells) * 2 > len(cells):
                return column
        return None

    def _width(self, column: int) -> int:
        return sum(
            len(row.children[column].words) for row in self.rows if column < len(row.children)
        )

    def read(self) -> None:
        if self.event is None:
            return
        for row in self.rows:
            self._row(row)

    def _text(self, row: Block, column: int | None) -> Text | None:
        if column is None or column >= len(row.children):
            return None
        return row.children[column].text

    def _row(self, row: Block) -> None:
        event = self._text(row, self.event)
        when, day = self._text(row, self.time), self._text(row, self.date)
        words = [text.raw for text in (when, day) if text and text.raw]
        if event is None or not event.raw:
            if len(words) == 1 and when is not None and day_heading(words[0]):
                self.reader._day_of(when if when.raw else day or when)
            return
        stamp = read_stamp(when.raw) if when and when.raw else None
        date = next(iter(find_dates(day.raw)), None) if day and day.raw else None
        if stamp is None and date is None:
            vague = (
                when.raw if when and when.raw.strip(" -–—?:_") and not _has_digit(when.raw) else ""
            )
            self.reader._add(event, event, self.section, None, vague, when=when)
            return
        stamp = stamp or Stamp(0, 0, None, date)
        source = when if when and stamp.clock else event
        self.reader._add(event, source, self.section, stamp, date=date)


def _has_digit(words: str) -> bool:
    return any(char.isdigit() for char in words)


def _column(header: Sequence[str], pattern: Regex, exclude: Regex | None = None) -> int | None:
    for index, words in enumerate(header):
        if pattern.search(words) and not (exclude and exclude.search(words)):
            return index
    return None


def _is_descending(raws: Sequence[_Raw], roots: Sequence[Section], anchor: dt.date | None) -> bool:
    for section in roots:
        words = (
            section.heading.raw
            + " "
            + " ".join(
                block.text.raw
                for block in section.blocks[:2]
                if block.text and block.kind is BlockKind.PARAGRAPH
            )
        )
        if _DESCENDING.search(words):
            return True
    falls = rises = 0
    points = [
        _moment(raw, anchor)
        for raw in raws
        if raw.clock and raw.clock.minute is not None and not raw.entry.nested
    ]
    for (day, minute), (next_day, next_minute) in itertools.pairwise(points):
        known = day is not None and next_day is not None
        if known and day != next_day and day is not None and next_day is not None:
            falls, rises = falls + (next_day < day), rises + (next_day > day)
        else:
            falls, rises = falls + (next_minute < minute), rises + (next_minute > minute)
    return falls >= 3 and falls > 3 * rises


def _moment(raw: _Raw, anchor: dt.date | None) -> tuple[dt.date | None, float]:
    day = resolve(raw.date, anchor or dt.date(2000, 1, 1)) if raw.date else None
    minute = raw.clock.minute if raw.clock and raw.clock.minute is not None else 0.0
    return day, minute


def _in_one_zone(raws: Sequence[_Raw]) -> Iterator[_Raw]:
    """The entries, their times in the zone of the first where there are several zones.

    A time without a zone is in that of the one above it.
    """
    zones = [raw.clock.zone.upper() for raw in raws if raw.clock and raw.clock.zone]
    if len(set(zones)) < 2:
        yield from raws
        return
    zone = zones[0]
    home = next((o for one in zones if (o := offset_of(one)) is not None), 0)
    for raw in raws:
        clock = raw.clock
        if clock is None or clock.minute is None:
            yield raw
            continue
        zone = clock.zone or zone
        offset = offset_of(zone)
        if offset is None:
            yield replace(raw, entry=replace(raw.entry, apart=True))
        else:
            minute = clock.minute - offset + home
            yield replace(raw, clock=replace(clock, minute=minute, padded=True))


class _Scale:
    """Minutes since the first day's midnight, over days and midnights.

    *all_day*: the times are known to be of a clock of twenty-four hours.
    """

    def __init__(self, *, all_day: bool = False) -> None:
        self.all_day = all_day
        self.first: dt.date | None = None
        self.day = 0
        self.last: float | None = None
        self.afternoon = False

    @property
    def today(self) -> dt.date | None:
        """The day that the scale has come to, if a date was given."""
        return self.first + dt.timedelta(days=self.day) if self.first else None

    def place(self, day: dt.date | None, clock: Clock | None) -> float | None:
        """Where an entry stands; None if it has no time of day."""
        if day is not None:
            self._turn_to(day, clock)
        if clock is None or clock.minute is None:
            return None
        # In another zone a time may be of the day before or after.
        days, minute = divmod(clock.minute, _DAY) if clock.minute != _DAY else (0, clock.minute)
        if day is None and self.last is not None:
            minute = self._undated(minute, clock)
        elif day is not None:
            self.day += int(days)
        self.last = minute
        return self.day * _DAY + minute

    def _turn_to(self, day: dt.date, clock: Clock | None) -> None:
        if self.first is None:
            earlier = (
                self.last is not None and clock is not None and (clock.minute or 0) < self.last
            )
            self.first = day - dt.timedelta(days=self.day + int(earlier))
        self.day = (day - self.first).days
        self.last = None
        self.afternoon = False

    def _undated(self, minute: float, clock: Clock) -> float:
        last = self.last or 0.0
        # 11:57 and then 1:17 without am or pm: a twelve-hour clock goes on. 12:35 after 12:40
        # is nearer than the night, and out of order.
        twelve = not (self.all_day or clock.half_day or clock.padded)
        ahead = minute + _HALF_DAY - last
        if (
            twelve
            and 0 <= ahead < last - minute
            and (self.afternoon or last < _HALF_DAY + 60)
            and last >= 11 * 60
        ):
            self.afternoon = True
            return minute + _HALF_DAY
        if last - minute > _HALF_DAY - 30:
            self.day += 1
        return minute


def _is_all_day(clock: Clock) -> bool:
    """Whether the time is one that a clock of twelve hours does not show."""
    return not clock.half_day and clock.minute is not None and not 60 <= clock.minute < 780


def _place(raws: Sequence[_Raw], anchor: dt.date | None, descending: bool) -> Iterator[Entry]:
    order = list(reversed(raws)) if descending else list(raws)
    scale, root, offset, highest = _Scale(), -2, 0.0, 0.0
    all_day = {raw.root for raw in raws if raw.clock and _is_all_day(raw.clock)}
    placed: list[Entry] = []
    sure = False
    for raw in order:
        if raw.root != root:
            scale, root = _Scale(all_day=raw.root in all_day), raw.root
            offset = highest  # another timeline starts anew, and is not out of order
        day = resolve(raw.date, anchor or dt.date(2000, 1, 1)) if raw.date else None
        clock = None if raw.entry.nested and day is None else raw.clock
        minute = scale.place(day, clock)
        if minute is not None:
            minute += offset
            highest = max(highest, minute)
        if raw.date is not None:
            sure = anchor is not None or raw.date.has_year
        known = (day or scale.today) if sure else None
        placed.append(replace(raw.entry, minute=minute, date=known, dated=known is not None))
    yield from reversed(placed) if descending else placed


def _zone(roots: Sequence[Section], sections: Sequence[Section], entries: Sequence[Entry]) -> str:
    for section in roots:
        told = _zone_of_heading(section, sections)
        if told:
            return told
        for block in section.blocks:
            for part in _zone_texts(block):
                match = _ZONES.search(part)
                if match:
                    return match[0]
    for section in sections:
        for block in section.blocks:
            if (
                block.kind is BlockKind.PARAGRAPH
                and block.text
                and _ABOUT_TIMES.search(block.text.raw)
            ):
                match = _ZONES.search(block.text.raw)
                if match and len(block.text.raw) < 200:
                    return match[0]
    told = next((entry.time_text for entry in entries if entry.has_zone), "")
    return told or _zone_of_window(sections)


def _zone_of_heading(section: Section, sections: Sequence[Section]) -> str:
    """The zone in the heading of *section*, or in that above a stretch amid other text."""
    words = section.heading.raw
    if not words and section.parent is not None:
        words = sections[section.parent].heading.raw
    match = _ZONES.search(words) or _IN_HEADING.search(words)
    return match[0].strip(" ([,:–—-") if match else ""


def _zone_of_window(sections: Sequence[Section]) -> str:
    """The zone beside a time where the incident is summed up: "from 14:05 to 14:30 BST"."""
    for section in sections:
        if section.topic not in _OF_THE_WHOLE and section.style is not HeadingStyle.PREAMBLE:
            continue
        texts = (inner.text.raw for block in section.blocks for inner in block.walk() if inner.text)
        for words in itertools.chain((section.heading.raw,), texts):
            match = _BESIDE_TIME.search(words)
            if match:
                return match["zone"]
    return ""


def _says_zone(words: str) -> bool:
    """Whether a line only says in which zone the times are: "All times are GMT.", "(UTC)"."""
    bare = words.strip(" ().:*")
    if _ZONES.fullmatch(bare):
        return True
    short = len(bare.split()) <= _EVENT_WORDS
    return short and _OF_TIMES.match(words) is not None and _ZONES.search(words) is not None


def _zone_texts(block: Block) -> Iterator[str]:
    """Texts of a timeline that may state its zone: introductions and table headers.

    What stands among the entries has to speak of nothing else.
    """
    if block.kind is BlockKind.PARAGRAPH and block.text:
        yield block.text.raw
    elif block.kind is BlockKind.TABLE and block.children:
        for cell in block.children[0].children:
            yield cell.words
    if block.kind in (BlockKind.LIST, BlockKind.TABLE):
        for entry in block.children:
            texts = [one.words for one in (entry.children or (entry,)) if one.text is not None]
            yield from filter(_says_zone, texts)

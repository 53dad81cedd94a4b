"""What a document says about its incident and its review: labels, tables, front matter."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pmlint.document import (
    Block,
    BlockKind,
    Facts,
    HeadingStyle,
    Person,
    Profile,
    Section,
    Span,
    Text,
    Topic,
)
from pmlint.reading.dates import find_clock, find_dates, find_datetime, find_duration
from pmlint.reading.deadlines import is_blank
from pmlint.reading.headings import is_about_document, is_title_like
from pmlint.reading.outline import matter_text
from pmlint.regexes import Regex, regex
from pmlint.source import Source

__all__ = [
    "SEVERITY_MARK",
    "file_date",
    "guess_incident_date",
    "labelled",
    "matter_date",
    "read_facts",
    "read_profile",
    "stated_date",
]

_LABELLED = regex(
    r"^\W*(?P<key>[A-Za-z][\w /()&'’-]{1,48}?)\s*(?::|\s[–—-]\s|\s=\s)\s*(?P<value>\S.*)?$",
    re.DOTALL,
)
_PIPED = regex(r"\s*\|\W*(?P<key>[A-Za-z][^|\n]{1,48}?)\s*\|(?P<value>[^|\n]*[^|\s])\s*(?:\|\s*)?$")
SEVERITY_MARK = regex(
    r"(?<![\w-])(?:sev(?:erity)?(?:[ -]?level)?[ .:-]{0,2}[0-5]|p[ -]?[0-5] (?:incident|outage)"
    r"|severity ?[:=] ?(?:critical|high|medium|moderate|low|major|minor)"
    r"|(?:high|low|critical|major|minor|medium)[ -]severity (?:incident|outage))(?!\w)"
    r"|^\W*[SP][0-5](?=\W*[:–—-])|[\[(][SP][0-5][\])]",
    re.IGNORECASE,
)
"""An incident's level inside other words: "SEV2", "P1: ...", "high-severity incident"."""
_KEYS: dict[str, Regex] = {
    "severity": regex(
        r"severity|sev(?: level)?|incident level|incident class|priority|criticality",
    ),
    "duration": regex(
        r"(?:total |incident |outage |impact )?(?:duration|downtime|length of (?:outage"
        r"|incident))|time to (?:resolve|repair|recover|recovery|resolution)|(?:mttr|ttr)"
        r"|outage (?:time|length)",
    ),
    "started": regex(
        r"(?:incident |outage |impact |issue )?(?:start(?:ed)?|began|begin|onset)(?: time| date"
        r"| at| on)?|(?:incident |outage )?from|date of (?:the )?(?:incident|outage)"
        r"|(?:incident|outage) (?:start|date|began)(?: time)?|occurred(?: at| on)?"
        r"|first detected",
    ),
    "resolved": regex(
        r"(?:incident |outage |impact |issue )?(?:end(?:ed)?|resolved|resolution|recovered"
        r"|restored|closed|fixed|mitigated|repaired)(?: time| date| at| on)?|(?:incident "
        r"|outage )?until|(?:incident|outage) (?:end|resolved)(?: time)?"
        r"|services? (?:restored|back|recovered)(?: time| date| at| on)?",
    ),
    "reviewed": regex(
        r"(?:(?:post-?mortem|retro(?:spective)?|review|pir|rca|debrief(?:ing)?|blameless|meeting"
        r"|incident review)(?: meeting| review| call)? (?:date|held|meeting|time|on|took place"
        r"|scheduled)(?: on| at| for)?|(?:date of )?(?:the )?(?:post-?mortem|review"
        r"|retro(?:spective)?)(?: meeting)?(?: date)?|reviewed(?: on| at)?|meeting(?: date"
        r"| held)?|held(?: on)?)",
    ),
    "published": regex(
        r"(?:published|publication date|date published|last updated|written|created|report date"
        r"|date|posted|document date)(?: on| at)?",
    ),
    "authors": regex(
        r"(?:post-?mortem |report )?(?:author|authors|author\(s\)|written by|created by"
        r"|prepared by|reported by|by|contributors?|writer|owner|post-?mortem owner"
        r"|document owner|report owner)",
    ),
    "attendees": regex(
        r"(?:attendees|participants|present|attended by|in attendance|meeting (?:attendees"
        r"|participants)|people present|invite(?:d|es)|who attended|attendance|attendee list)",
    ),
    "facilitator": regex(
        r"(?:facilitator|facilitated by|moderator|moderated by|chaired by|led by"
        r"|chair(?:person|man|woman)?(?: of (?:the )?(?:review|meeting))?|(?:review|meeting) chair"
        r"|meeting lead|host|hosted by|review lead|post-?mortem lead)",
    ),
    "responders": regex(
        r"(?:responders?|incident (?:commander|manager|lead|responders?|owner)|ic"
        r"|on-?call(?: engineer)?|response team|first responder|engineers? involved"
        r"|people involved|involved|communications? lead|comms lead|scribe|ops lead"
        r"|operations lead|change author|author of the change|deployer|deployed by)",
    ),
    "team": regex(r"(?:(?:the )?team|crew|staff|people)(?: members)?"),
    "meeting": regex(
        r"(?:meeting (?:length|duration|time)|length of (?:the )?(?:meeting|review)"
        r"|review (?:length|duration)|(?:post-?mortem|retro(?:spective)?) (?:length|duration))",
    ),
    "audience": regex(
        r"(?:audience|visibility|distribution|confidentiality|classification|access|sharing"
        r"|shared with|published to|restricted to|tlp)",
    ),
    "status": regex(r"(?:status|state|document status|post-?mortem status)"),
    "impact": regex(
        r"(?:impact|customer impact|user impact|business impact|affected|who was affected"
        r"|users affected|services affected|data loss|revenue(?: impact| loss| lost)?"
        r"|customer[- ]facing)",
    ),
}
_KEY_WORDS = 5
_PAIR = 2  # cells: a key and its value
_ENOUGH = 20  # rows that tell what a table is
# What may follow on one line; "Owner: Ana. Due: ..." is an action item's.
_ALONG = ("attendees", "facilitator", "reviewed", "meeting", "responders", "resolved", "severity")
_NEXT_LABEL = regex(r"(?<=(?P<mark>[.;|·]))\s+\**(?P<key>[A-Z][\w /()&'’-]{1,48}?)\**:\**\s+(?=\S)")
_IN_BRACKETS = regex(r"\s*\([^()]*\)$")
_SPLIT_PEOPLE = regex(r"\s*(?:[,;/&\n•·]|\band\b|\+|\s-\s)\s*", re.IGNORECASE)
_SHORT_NAME = r"(?:[A-Z]{2,3}|@[\w.-]*\w)"
_SEVERAL = regex(rf"{_SHORT_NAME}(?:(?:\s*[,;/&+]\s*|\s+and\s+){_SHORT_NAME})+")
_HELD = regex(
    r"\b(?:post-?mortem|review|retro(?:spective)?|meeting|debrief(?:ing)?)\b(?:[^.\n]{0,40}"
    r"\b(?:held|took place|met|conducted|scheduled)\b|\s+on\b)[^.\n]{0,60}",
    re.IGNORECASE,
)
_MEETING_LENGTH = regex(
    r"\b(?:meeting|review|post-?mortem|retro(?:spective)?|debrief(?:ing)?)\b"
    r"(?:[^.\n]{0,60}?\s(?:lasted|took|ran(?:\s+for)?|length:?|duration:?|was\s+scheduled\s+for)\s+"
    r"(?:about\s+|approximately\s+|around\s+|~\s*)?|(?:\s+\w+){0,3}?\s+on\s[^.,\n]{4,40},\s+)"
    r"(?P<d>\d[\w\s-]{0,18}?(?:min(?:ute)?s?|h(?:ou)?rs?|h))\b",
    re.IGNORECASE,
)
_FACILITATED = regex(
    r"\b(?:facilitat(?:ed by|or(?: was| is)?:?)"
    r"|(?i:review|post-?mortem|retro(?:spective)?|meeting|debrief(?:ing)?)\b[^.\n]{0,40}?"
    r"\b(?:led|run|chaired|moderated|hosted) by)\s+(?P<who>@?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?)"
)
_COUNTED = regex(
    r"\b(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
    r"|twenty)\s+(?:people|attendees|participants|engineers|persons)\b",
    re.IGNORECASE,
)
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
}
_LASTED = regex(
    r"\b(?:lasted|duration of(?: the \w+ (?:was|is))?|down for|unavailable for"
    r"|outage of|for (?:a total of |about |approximately |roughly |around |nearly |some )"
    r"|over a period of|took)\b",
    re.IGNORECASE,
)
_NEAR_MISS = regex(r"\bnear[- ]?miss(?:es)?\b", re.IGNORECASE)
_NO_SECURITY = regex(r"\b(?:no|not an?|without)\s+security\b", re.IGNORECASE)
_SECURITY = regex(
    r"\bsecurity (?:incident|breach|advisory|disclosure|vulnerability|issue|post-?mortem)\b"
    r"|\bdata breach\b|\bCVE-\d{4}-\d+|\bphishing\b|\bcompromise[ds]?\b"
    r"|\bunauthori[sz]ed access\b|\bexploit(?:ed|s|ation)?\b|\bransomware\b|\bmalware\b"
    r"|\bvulnerability\b",
    re.IGNORECASE,
)
_PLACEHOLDER = regex(
    r"\W*(?:\[[^\[\]]*\]|<[^<>]*>|\{\{?[^{}]*\}?\}|tb[dca]|to do|todo|yyyy\S*)\W*", re.IGNORECASE
)
_LONGEST_MEETING = 480  # minutes; what is longer was no meeting
_FILE_DATE = regex(
    r"(?<!\d)(?P<y>20\d{2})[-_.]?(?P<m>0[1-9]|1[0-2])[-_.]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)
_INCIDENT_TOPICS = (
    Topic.TITLE,
    Topic.DATE,
    Topic.SUMMARY,
    Topic.IMPACT,
    Topic.TIMELINE,
    Topic.OTHER,
    Topic.BACKGROUND,
)


def labelled(sections: Sequence[Section]) -> list[tuple[str, Text]]:
    """Every "key: value" of a document's head, forms and tables; keys in lower case."""
    return _Labels(sections).pairs


class _Labels:
    """Every "key: value" of the document's head and forms, in order."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.pairs = list(self._collect(sections))

    def _collect(self, sections: Sequence[Section]) -> Iterator[tuple[str, Text]]:
        for section in sections:
            if (
                section.topic in (Topic.ACTIONS, Topic.TIMELINE)
                and section.style is HeadingStyle.MARKDOWN
            ):
                yield from _durations_in(section)
                continue
            key = _plain_key(section.heading.raw)
            if (
                key
                and section.style is not HeadingStyle.PREAMBLE
                and len(key.split()) <= _KEY_WORDS
            ):
                for text in _texts_of(
                    one for one in section.blocks if one.kind is not BlockKind.TABLE
                ):
                    yield from _split_labels(key, text)
            for block in section.blocks:
                yield from self._of_block(block)

    def _of_block(self, block: Block) -> Iterator[tuple[str, Text]]:
        if block.kind is BlockKind.TABLE:
            paired = _holds_pairs(block)
            for row in block.children:
                cells = [cell.text for cell in row.children if cell.text is not None]
                if len(cells) == _PAIR or (len(cells) == 2 * _PAIR and paired):
                    yield from _pairs_of(cells)
            return
        for child in block.walk():
            text = child.text
            if child.kind is BlockKind.PARAGRAPH and text is not None:
                yield from _labels_in(text)

    def add_matter(self, source: Source, matter: Mapping[str, Any], span: Span | None) -> None:
        """Add the keys of the front matter, after those of the text."""
        if span is None:
            return
        body = source.text[span.start : span.end]
        for key, value in matter.items():
            text = matter_text(body, span, key) if not isinstance(value, (dict, list)) else None
            if text is not None and text.raw:
                self.pairs.append((key.replace("_", " ").replace("-", " ").lower(), text))
        self.pairs.extend(_matter_lists(body, span, matter))

    def all(self, name: str) -> Iterator[Text]:
        """Values whose key means *name*, in order of the text."""
        pattern = _KEYS[name]
        return (value for key, value in self.pairs if pattern.fullmatch(key) and value.raw.strip())

    def first(self, name: str) -> Text | None:
        """The first such value that says anything."""
        return next((value for value in self.all(name) if not _says_nothing(value.raw)), None)


def _durations_in(section: Section) -> Iterator[tuple[str, Text]]:
    """The one field that follows the list of a timeline: how long it was in all."""
    for block in section.blocks if section.topic is Topic.TIMELINE else ():
        if block.kind is BlockKind.PARAGRAPH and block.text is not None:
            for key, value in _labels_in(block.text):
                if _KEYS["duration"].fullmatch(key):
                    yield key, value


def _labels_in(text: Text) -> Iterator[tuple[str, Text]]:
    """The label that a line begins with, and those behind its full stops that are known."""
    piped = _PIPED.match(text.raw)  # a row of a table that lacks its ruler
    if piped is not None:
        yield _plain_key(piped["key"]), text.part(*piped.span("value")).strip()
        return
    match = _LABELLED.match(text.raw)
    if match is None or not match["value"] or len(match["key"].split()) > _KEY_WORDS:
        return
    yield from _split_labels(_plain_key(match["key"]), text.part(match.start("value")))


def _split_labels(key: str, text: Text) -> Iterator[tuple[str, Text]]:
    """*text* as the value of *key*, up to another key in it: "Ana, Kofi. Facilitator: Ines"."""
    start = 0
    for other in _NEXT_LABEL.finditer(text.raw):
        beside = other["mark"] in "|·"  # a line of fields, whatever they are called
        if beside or any(_KEYS[name].fullmatch(_plain_key(other["key"])) for name in _ALONG):
            yield key, text.part(start, other.start("key")).strip(" .;|·*")
            key, start = _plain_key(other["key"]), other.end()
    yield key, text.part(start)


def _plain_key(words: str) -> str:
    """A key in lower case, without marks and what stands in brackets: "End (UTC):"."""
    plain = words.lower().strip(" :*?")
    return _IN_BRACKETS.sub("", plain) or plain


def _pairs_of(cells: Sequence[Text]) -> Iterator[tuple[str, Text]]:
    for key, value in zip(cells[::2], cells[1::2], strict=True):
        if key.raw and value.raw:
            yield _plain_key(key.raw), value


def _holds_pairs(table: Block) -> bool:
    """Whether each row of four cells is two pairs: "Date | 28 September | Severity | Sev 1"."""
    some = table.children[:_ENOUGH]
    if any(len(row.children) != 2 * _PAIR for row in some):
        return False
    rows = [[_plain_key(cell.words) for cell in row.children] for row in some]
    keys = (*_KEYS.values(), _DAY_LABELS)
    known = [any(key.fullmatch(one) for one in row[::2] for key in keys) for row in rows]
    beside = [any(key.fullmatch(row[_PAIR]) for key in keys) for row in rows]
    return 2 * sum(known) >= len(rows) and any(beside) and not _is_headed(rows)


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names all columns, and no pair: "Action | Owner | Due | Status"."""
    first = rows[0] if rows else ()
    keys = _KEYS.values()
    return any(key.fullmatch(one) for one in first[1::2] for key in keys)


def _matter_lists(body: str, span: Span, matter: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Values of front-matter lists ("attendees:" with a name a line)."""
    for key, values in matter.items():
        at = max(body.find(f"{key}:"), 0)
        for value in values if isinstance(values, list) else ():
            found = body.find(str(value), at)
            if found >= 0:
                at = found + len(str(value))
                words = str(value)
                yield key.replace("_", " ").lower(), Text(words, words, ((0, span.start + found),))


def _says_nothing(words: str) -> bool:
    return is_blank(words) or _PLACEHOLDER.fullmatch(words) is not None


def _first_texts(section: Section) -> Iterator[Text]:
    return _texts_of(section.blocks)


def _texts_of(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        for child in block.walk():
            if (
                child.kind in (BlockKind.PARAGRAPH, BlockKind.CELL)
                and child.text is not None
                and child.text.raw
            ):
                yield child.text


def guess_incident_date(
    source: Source, sections: Sequence[Section], matter: Mapping[str, Any]
) -> dt.date | None:
    """The day of the incident, as well as it can be told before anything else is read."""
    for section in sections:
        if section.own_topic is Topic.TITLE:
            day = _first_full_date(section.heading.raw)
            if day is not None:
                return day
    labels = _Labels(sections)
    for name in ("started", "resolved"):
        value = labels.first(name)
        day = _first_full_date(value.raw) if value else None
        if day is not None:
            return day
    return matter_date(matter) or file_date(source.path) or _date_in_text(sections)


_DAY_LABELS = regex(
    r"(?:incident |outage )?(?:date|day)(?: of (?:the )?(?:incident|outage|event|near[ -]?miss))?"
    r"|(?:incident |outage |impact )?(?:start(?:ed)?|began|occurred|reported|detected|opened"
    r"|declared|window)(?: time| date| at| on)?|when"
)


def stated_date(sections: Sequence[Section]) -> dt.date | None:
    """The day that the title, a label ("Date:", "Resolved:") or the line below the title states."""
    titles = [
        section
        for section in sections
        if section.own_topic is Topic.TITLE and section.style is not HeadingStyle.FRONT_MATTER
    ]
    pairs = _Labels(sections).pairs
    told = itertools.chain(
        (section.heading.raw for section in titles),
        (
            text.raw
            for keys in (_DAY_LABELS, _KEYS["started"], _KEYS["resolved"])
            for key, text in pairs
            if keys.fullmatch(key)
        ),
        (_line_below(section, sections) for section in titles),
    )
    return next((day for words in told if (day := _first_full_date(words)) is not None), None)


def _line_below(title: Section, sections: Sequence[Section]) -> str:
    """The line below the title if it belongs to it: "Search outage", then "3 March 2026"."""
    end = title.heading.span().end
    under = (block for section in (sections[0], title) for block in section.blocks)
    below = min((one for one in under if one.span.start >= end), key=_start, default=None)
    if below is None or below.kind is not BlockKind.PARAGRAPH or is_about_document(below.words):
        return ""
    between = any(end <= one.span.start < below.span.start for one in sections)
    return below.words if is_title_like(below.words) and not between else ""


def _start(block: Block) -> int:
    return block.span.start


def _date_in_text(sections: Sequence[Section]) -> dt.date | None:
    others = {text.offset(0) for key, text in labelled(sections) if _NOT_THEN.fullmatch(key)}
    for topics in (_INCIDENT_TOPICS[:5], tuple(Topic)):
        for section in sections:
            if section.topic not in topics:
                continue
            texts = (text for text in _first_texts(section) if text.offset(0) not in others)
            for words in (section.heading.raw, *(text.raw for text in texts)):
                day = _first_full_date(_VERSION.sub("", words))
                if day is not None:
                    return day
    return None


_VERSION = regex(r"(?<![\w.])\d\.\d\.\d\d(?![\w.])")
"""Amid prose "7.9.11" is rather a version than a day of 2011."""

_NOT_THEN = regex(
    rf"(?:{_KEYS['reviewed'].pattern})|(?:report|document|publication) date"
    r"|(?:published|created|written|posted|exported|last updated|updated)(?: on| at)?"
)
"""Keys of days that are not the incident's."""


def _first_full_date(words: str) -> dt.date | None:
    return next((found.date for found in find_dates(words) if found.has_year and found.date), None)


_MATTER_DATES = ("incident_date", "incident-date", "date", "occurred", "start", "started")


def matter_date(matter: Mapping[str, Any], keys: Sequence[str] = _MATTER_DATES) -> dt.date | None:
    """The day that the front matter gives under the first of *keys* that holds one."""
    days = (_matter_day(matter.get(key)) for key in keys)
    return next((day for day in days if day is not None), None)


def _matter_day(value: object) -> dt.date | None:
    """The day of a value, in a year that a date in the text could have too."""
    if isinstance(value, str):
        return _first_full_date(value)
    day = value.date() if isinstance(value, dt.datetime) else value
    return day if isinstance(day, dt.date) and day.year in _YEARS else None


_YEARS = range(1900, 2100)


def file_date(path: str) -> dt.date | None:
    """The day in a file's name: ``2026-04-15-checkout.md``."""
    match = _FILE_DATE.search(path.replace("\\", "/").rsplit("/", 1)[-1])
    if match is None:
        return None
    try:
        return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def read_facts(
    source: Source,
    sections: Sequence[Section],
    matter: Mapping[str, Any],
    matter_span: Span | None,
    incident: dt.date | None,
) -> Facts:
    """All facts that labels, tables, front matter and plain sentences give."""
    labels = _Labels(sections)
    labels.add_matter(source, matter, matter_span)
    facilitator = labels.first("facilitator") or _facilitated(sections)
    attendees_text = labels.first("attendees")
    attendees = tuple(_attendees(sections, labels))
    duration = _duration(labels, sections)
    dated = (
        text
        for text in labels.all("reviewed")
        if any(char.isdigit() for char in text.raw)
        and not _says_nothing(text.raw)
        and _is_value(text.raw)
    )
    reviewed = next(dated, None) or _held(sections)
    meeting = labels.first("meeting") or _meeting_length(sections, labels)
    minutes = find_duration(meeting.raw, clocked=True) if meeting else None
    started, resolved = (
        _moment(labels.all("started"), incident),
        _moment(labels.all("resolved"), incident),
    )
    return Facts(
        title=_title(source, sections, labels, matter, matter_span),
        severity=_severity(labels, sections),
        impact=tuple(labels.all("impact")),
        duration=duration[1] if duration else None,
        duration_text=duration[0] if duration else None,
        started=started,
        resolved=resolved,
        reviewed=_moment(iter([reviewed]), incident) if reviewed else None,
        reviewed_text=reviewed,
        published=_published(labels, matter),
        incident_date=started.date() if started else incident,
        stated_date=stated_date(sections),
        authors=tuple(_people(labels.all("authors"), "author")),
        attendees=attendees,
        attendees_text=attendees_text,
        attendee_count=_count(attendees, attendees_text),
        facilitator=next(iter(_people(iter([facilitator]), "facilitator")), None)
        if facilitator
        else None,
        facilitator_text=facilitator,
        responders=tuple(_people(labels.all("responders"), "responder")),
        team=tuple(_people(_of_initials(labels.all("team")), "team member")),
        meeting_minutes=minutes[2] if minutes and minutes[2] <= _LONGEST_MEETING else None,
        meeting_text=meeting,
        audience=labels.first("audience"),
        status=labels.first("status"),
    )


_SUBJECT = "subject"  # of a mail that has no other title
_TITLE_LABELS = ("title", "incident title", "issue name", "incident name", "name")


def _title(
    source: Source,
    sections: Sequence[Section],
    labels: _Labels,
    matter: Mapping[str, Any],
    span: Span | None,
) -> Text | None:
    for section in sections:
        if section.own_topic is Topic.TITLE and section.style is not HeadingStyle.FRONT_MATTER:
            bare = section.heading.raw.strip(": ").lower()
            labelled = section.style in (HeadingStyle.LABEL, HeadingStyle.TABLE)
            if labelled or bare in _TITLE_LABELS:
                inner = next(_first_texts(section), None) or _child_heading(section, sections)
                return inner or section.heading
            return section.heading
    for key in ("title", "name", "incident"):
        if span is not None and matter.get(key):
            return matter_text(source.text[span.start : span.end], span, key)
    return next((text for key, text in labels.pairs if key == _SUBJECT), None)


def _child_heading(section: Section, sections: Sequence[Section]) -> Text | None:
    return next(
        (
            other.heading
            for other in sections
            if other.parent == section.index and other.own_topic is None
        ),
        None,
    )


def _severity(labels: _Labels, sections: Sequence[Section]) -> Text | None:
    """The level: of a field, of a section, or amid the words of the title and what opens."""
    told = (text for text in labels.all("severity") if not _says_nothing(text.raw))
    under = (
        text
        for section in sections
        if section.own_topic is Topic.SEVERITY
        for text in itertools.islice(_first_texts(section), 1)
    )
    given = (text for text in itertools.chain(told, under) if not _is_other_field(text.raw))
    return next(given, None) or _severity_mark(sections)


def _is_other_field(words: str) -> bool:
    """Whether the words under "Severity" are another field's: "Data loss: none"."""
    match = _LABELLED.match(words)
    return match is not None and _KEYS["impact"].fullmatch(_plain_key(match["key"])) is not None


def _severity_mark(sections: Sequence[Section]) -> Text | None:
    for section in sections:
        title = section.own_topic is Topic.TITLE
        if section.style is HeadingStyle.FRONT_MATTER:
            continue
        if not (title or section.style is HeadingStyle.PREAMBLE):
            return None
        lines = (b.text for b in section.blocks if b.kind is BlockKind.PARAGRAPH and b.text)
        for text in (section.heading, *lines):
            match = SEVERITY_MARK.search(text.raw)
            if match is not None:
                return text.part(*match.span()).strip(" []():–—-")
    return None


def _duration(labels: _Labels, sections: Sequence[Section]) -> tuple[Text, float] | None:
    for text in labels.all("duration"):
        between = _between(text.raw)
        if between is not None:
            return text, between
        found = find_duration(text.raw, clocked=True)
        if found is not None:
            return text.part(found[0], found[1]), found[2]
    for section in sections:
        if section.topic not in (Topic.SUMMARY, Topic.IMPACT):
            continue
        for text in _first_texts(section):
            lasted = _LASTED.search(text.raw)
            found = find_duration(text.raw[lasted.end() : lasted.end() + 40]) if lasted else None
            if lasted is not None and found is not None and found[0] < 16:
                at = lasted.end()
                return text.part(at + found[0], at + found[1]), found[2]
    return None


def _between(words: str) -> float | None:
    """Minutes from the first to the last clock time of "from 08:00 to 10:30"."""
    first = find_clock(words)
    last = find_clock(words, first.end) if first else None
    if first is None or last is None or first.minute is None or last.minute is None:
        return None
    return (last.minute - first.minute) % 1440 or None


_VALUE_WORDS = 30


def _is_value(words: str) -> bool:
    """Whether *words* are a field's, and not the text below the heading "Postmortem"."""
    return len(words.split()) <= _VALUE_WORDS


def _held(sections: Sequence[Section]) -> Text | None:
    for section in sections:
        for text in _first_texts(section):
            match = _HELD.search(text.raw)
            if match is not None and _first_full_date(match[0]):
                return text.part(match.start(), match.end())
    return None


def _meeting_length(sections: Sequence[Section], labels: _Labels) -> Text | None:
    for section in sections:
        for text in _first_texts(section):
            match = _MEETING_LENGTH.search(text.raw)
            if match is not None:
                return text.part(*match.span("d"))
    for text in labels.all("reviewed"):
        # "Review: two approvals within a minute" tells of no meeting.
        dated = next(iter(find_dates(text.raw)), None) or find_clock(text.raw)
        found = find_duration(text.raw) if dated and _is_value(text.raw) else None
        if found is not None:
            return text.part(found[0], found[1])
    return None


def _facilitated(sections: Sequence[Section]) -> Text | None:
    for section in sections:
        for text in _first_texts(section):
            match = _FACILITATED.search(text.raw)
            if match is not None:
                return text.part(*match.span("who"))
    return None


def _moment(values: Iterator[Text], incident: dt.date | None) -> dt.datetime | None:
    for value in values:
        found = find_datetime(value.raw, incident)
        if found is not None:
            return found
    return None


def _published(labels: _Labels, matter: Mapping[str, Any]) -> dt.date | None:
    for text in labels.all("published"):
        day = _first_full_date(text.raw)
        if day is not None:
            return day
    return matter_date(matter, ("published", "published_at", "publish_date", "last_updated"))


def _people(values: Iterator[Text], role: str) -> Iterator[Person]:
    for value in values:
        at = 0
        for match in (*_SPLIT_PEOPLE.finditer(value.raw), None):
            end = match.start() if match else len(value.raw)
            part = value.part(at, end).strip(" .*-–—") if end > at else None
            at = match.end() if match else end
            if part is not None and _is_entry(part.raw):
                yield Person(part.raw, part.span(), role)


def _of_initials(values: Iterator[Text]) -> Iterator[Text]:
    """Values that are people by their initials, and no teams: "RT, PL, HK"."""
    return (value for value in values if _SEVERAL.fullmatch(value.raw.strip()))


def _is_entry(words: str) -> bool:
    return (
        not _says_nothing(words)
        and any(char.isalpha() for char in words)
        and len(words.split()) <= 8
    )


def _attendees(sections: Sequence[Section], labels: _Labels) -> Iterator[Person]:
    pattern = _KEYS["attendees"]
    read: list[Span] = []
    for section in sections:
        if not pattern.fullmatch(section.heading.raw.strip(" :*?").lower()):
            continue
        for block in section.blocks:
            read.append(block.span)
            yield from _attendees_of(block)
    for person in _people(labels.all("attendees"), "attendee"):
        if not any(person.span.start in span for span in read):
            yield person


def _attendees_of(block: Block) -> Iterator[Person]:
    """List items and table rows are one person each; a line may hold several.

    So may an item of initials or handles ("RR, EC, PW"): "Ana Ruiz, SRE" is one person.
    """
    if block.kind is BlockKind.LIST:
        for item in block.children:
            if item.text is not None and _SEVERAL.fullmatch(item.text.raw.strip(" .")):
                yield from _people(iter([item.text]), "attendee")
            elif item.text is not None and item.text.raw:
                yield Person(item.text.raw, item.text.span(), "attendee")
    elif block.kind is BlockKind.TABLE:
        for row in block.children[1:]:
            cell = row.children[0].text if row.children else None
            if cell is not None and cell.raw:
                yield Person(cell.raw, cell.span(), "attendee")
    elif block.text is not None:
        _, first = next(_split_labels("", block.text))
        yield from _people(iter([first]), "attendee")


def _count(attendees: Sequence[Person], text: Text | None) -> int | None:
    if text is not None:
        match = _COUNTED.search(text.raw)
        if match is not None:
            return _COUNTS.get(match["n"].lower()) or int(match["n"])
    return len(attendees) or None


_KINDS = frozenset({"type", "kind", "category", "profile", "incident type", "classification"})


def read_profile(
    sections: Sequence[Section], matter: Mapping[str, Any], title: Text | None
) -> Profile:
    """Which kind of review the document says it is."""
    named = str(matter.get("profile", "")).strip().lower()
    if named in {profile.value for profile in Profile}:
        return Profile(named)
    said = " ".join(
        str(matter.get(key, "")) for key in ("profile", "type", "kind", "category", "tags")
    )
    stated = (text.raw for key, text in labelled(sections) if key in _KINDS)
    head = " ".join((title.raw if title else "", said, *stated))
    if _NEAR_MISS.search(head):
        return Profile.NEAR_MISS
    if _SECURITY.search(head) and not _NO_SECURITY.search(head):
        return Profile.SECURITY
    return Profile.ORDINARY

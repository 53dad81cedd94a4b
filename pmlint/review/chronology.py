"""Timeline entries in order, and how to speak of their times."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pmlint.document import Document, Entry, Section, Span, Text, Topic
from pmlint.regexes import regex

__all__ = [
    "clock",
    "first_line_of",
    "heading_of",
    "hours_between",
    "is_reported",
    "is_speech",
    "lead_in",
    "moment",
    "neighbours",
    "place_of",
    "show_minutes",
    "time_place",
    "timed",
    "timeline_span",
]

_MINUTES_A_DAY = 24 * 60

# A name or initials, then what that person said.
_SPEAKER = regex(
    r"\s*(?:@[\w.-]+|[A-Z]{2,3}[a-z]?|[A-Z][a-z]+(?: [A-Z][a-z]*\.?)?)(?: ?\([^)]{1,30}\))?"
    r"(?: (?:reports|says|asks|notes|writes|suggests|warns))?\s*:\s"
    r"|\s*[A-Z]{2,3}[a-z]? +(?:seems|looks|sounds|could|might|maybe|probably|this|that|it|yes|no)\b"
)
_FIRST_PERSON = regex(r"\bI\b(?!/)|\bi['’](?:d|m|ll|ve)\b|\b(?:my|let's|let’s)\b")
_SENTENCE_END = regex(r"[.!?;]\s+")
_REPORTED = regex(
    r"\b(?:identif(?:y|ies|ied|ying)|f(?:ind|inds|ound|inding)|discover(?:s|ed|y)?"
    r"|determin(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|establish(?:es|ed)?|un(?:clear|sure|certain)"
    r"|not (?:sure|clear)|realis(?:e|es|ed)"
    r"|realiz(?:e|es|ed)|notic(?:e|es|ed|ing)|observ(?:e|es|ed)|conclud(?:e|es|ed)"
    r"|report(?:s|ed|ing)?|diagnos(?:e|es|ed|is)|trac(?:es|ed|ing)|suspect(?:s|ed|ing)?"
    r"|hypothes[a-z]+|theor(?:y|ises|izes|ised|ized)|reveal(?:s|ed)?|verif(?:y|ies|ied)"
    r"|see(?:s|ing)?|saw|learn(?:s|ed|t)|understood|pinpoint(?:s|ed)?|point(?:s|ed)? (?:to|out)"
    r"|not(?:e|es|ed|ing) that|sa(?:y|ys|id)|tell(?:s)?|told|post(?:s|ed)|writes?|wrote"
    r"|announc(?:e|es|ed)|shar(?:e|es|ed)|suggest(?:s|ed|ing)?|propos(?:e|es|ed)|ask(?:s|ed|ing)?"
    r"|comment(?:s|ed)|explain(?:s|ed)?|warn(?:s|ed)?|mention(?:s|ed)?|acknowledg(?:e|es|ed)"
    r"|investigat(?:e|es|ed|ing|ion|ions)|assum(?:e|es|ed|ption|ing)|believ(?:e|es|ed|ing)"
    r"|th(?:ink|inks|ought|inking)|decid(?:e|es|ed)|decision|cho(?:ose|oses|se)|opt(?:s|ed)"
    r"|agree(?:s|d)?|consider(?:s|ed|ing)?|wonder(?:s|ed|ing)?|discuss(?:es|ed|ing|ion|ions)?"
    r"|question(?:s|ed|ing)?|notif(?:ies|ied|ication)|complain(?:s|ed|ing)?|inform(?:s|ed)?"
    r"|updat(?:e|es|ed) (?:the )?status|show(?:s|ed|ing)?|indicat(?:e|es|ed|ing)"
    r"|look(?:s|ed|ing) (?:in|at|for)|check(?:s|ed|ing)?|debug(?:s|ged|ging)?|analys(?:is|es"
    r"|ed))\b",
    re.IGNORECASE,
)


def timed(document: Document) -> tuple[Entry, ...]:
    """Entries that name a time of day (or an offset), in order of the text."""
    return tuple(entry for entry in document.timeline.entries if entry.minute is not None)


def neighbours(document: Document) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of timed entries whose times can be compared, each with the one before it.

    Sub-bullets, offsets ("T+5") beside times of day, and times of a zone that may be one of
    several ("CST") beside those of another, are left out. Where another
    part of the timeline begins, only entries that are both dated are compared: without
    days, a second incident's times say nothing about the first's.
    """
    before: Entry | None = None
    for entry in timed(document):
        if entry.nested or entry.impossible or entry.apart:
            continue
        if before is not None and _comparable(before, entry):
            yield before, entry
        before = entry


def _comparable(before: Entry, entry: Entry) -> bool:
    if before.relative != entry.relative:
        return False
    return before.section == entry.section or (before.date is not None and entry.date is not None)


def lead_in(prose: str, start: int) -> str:
    """The words before *start* in the same sentence, at most 200 characters."""
    before = prose[max(0, start - 200) : start]
    return _SENTENCE_END.split(before)[-1]


def is_reported(text: str) -> bool:
    """Whether *text* leads into what somebody found, said or thought at the time."""
    return _REPORTED.search(text) is not None


def is_speech(entry: Entry) -> bool:
    """Whether the entry gives what somebody said: a line of chat under its speaker's name."""
    prose = entry.text.prose
    return _SPEAKER.match(prose) is not None or _FIRST_PERSON.search(prose) is not None


def clock(entry: Entry) -> str:
    """The entry's time as written, or its day where it has no time."""
    if entry.time_text or entry.impossible:
        return " ".join((entry.time_text or entry.impossible).split())
    return str(entry.date) if entry.date else f"T+{show_minutes(entry.minute or 0.0)}"


def moment(entry: Entry) -> str:
    """The entry's time as written, after its day where one is known."""
    return f"{entry.date} {clock(entry)}" if entry.date and entry.time_text else clock(entry)


def show_minutes(minutes: float) -> str:
    """A length of time in words: "18 minutes", "2 h 30 min", "3 days"."""
    if 0 < minutes < 1:
        return f"{round(minutes * 60)} seconds"
    whole = round(minutes)
    if whole < 2 * 60:
        return f"{whole} minute{'' if whole == 1 else 's'}"
    if whole < 2 * _MINUTES_A_DAY:
        hours, rest = divmod(whole, 60)
        return f"{hours} h {rest} min" if rest else f"{hours} hours"
    return f"{round(dt.timedelta(minutes=whole).total_seconds() / 86_400)} days"


def hours_between(resolved: dt.datetime, reviewed: dt.datetime) -> float:
    """The shortest time it can have been: a bare day stands for all its hours."""
    if resolved.time() == dt.time():
        resolved += dt.timedelta(days=1)
    return (reviewed - resolved).total_seconds() / 3600


def first_line_of(document: Document, text: Text) -> Span:
    """The span of *text*, cut at the end of the source line that it begins on."""
    span = text.strip().span()
    _, end = document.source.line_bounds(document.source.line_of(span.start))
    return Span(span.start, max(span.start, min(span.end, end)))


def place_of(document: Document, entry: Entry) -> Span:
    """Where a finding about the whole entry stands: its words on its own line."""
    if not entry.text.raw.strip():
        return entry.line
    span = first_line_of(document, entry.text)
    line = document.source.line_of
    return span if line(span.start) == line(entry.line.start) else entry.line


def time_place(document: Document, entry: Entry) -> Span:
    """Where the entry's time stands, or the words in its place; else its own words."""
    if entry.time is not None and entry.time.end > entry.time.start:
        return entry.time
    words = entry.vague or entry.impossible
    start, end = document.source.line_bounds(document.source.line_of(entry.line.start))
    at = document.source.text.find(words, start, end) if words else -1
    return Span(at, at + len(words)) if at >= 0 else place_of(document, entry)


def heading_of(document: Document, section: Section) -> Section:
    """The outermost section about the same topic that *section* stands in."""
    while section.parent is not None:
        parent = document.sections[section.parent]
        if parent.own_topic is not section.topic and parent.topic is not section.topic:
            break
        section = parent
    return section


def timeline_span(document: Document) -> Span:
    """The timeline's heading, or its first entry where it has none."""
    for section in document.under(Topic.TIMELINE):
        if section.own_topic is Topic.TIMELINE and section.heading.raw.strip():
            return section.heading.strip().span()
    entries = document.timeline.entries
    return place_of(document, entries[0]) if entries else document.first_line

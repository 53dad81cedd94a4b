"""Action items as the rules about them see them: which count, and where findings stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pmlint.document import ActionItem, Document, HeadingStyle, Section, Span, Status, Topic
from pmlint.regexes import regex
from pmlint.review.placeholders import is_unfilled

__all__ = ["actions_heading", "incident_day", "latest_day", "named", "open_items", "place_of"]

_LONGEST = 60  # characters of an item that a message quotes
_LINK_NOISE = regex(r"\s+")


def open_items(document: Document) -> tuple[ActionItem, ...]:
    """The items that are still to be done, as far as the document says.

    A line of the template that nobody has filled in yet is no item: placeholders are
    reported as such, once.
    """
    return tuple(
        item
        for item in document.actions
        if item.status not in (Status.DONE, Status.CANCELLED)
        and document.sections[item.section].topic is not Topic.DONE
        and not is_unfilled(item.text)
    )


def place_of(document: Document, item: ActionItem, span: Span | None = None) -> Span:
    """*span* (the item's own words by default), kept to the item's first line."""
    source = document.source
    wanted = item.text.span() if span is None else span
    first, last = source.line_bounds(source.line_of(item.line.start))
    if first <= wanted.start < last:
        return Span(wanted.start, min(wanted.end, last))
    words = item.text.span()
    if span is not None and first <= words.start < last:
        return Span(words.start, min(words.end, last))
    return item.line


def named(item: ActionItem) -> str:
    """How a message names *item*: its words in quotes, cut if long."""
    words = _LINK_NOISE.sub(" ", item.text.raw).strip().rstrip(".")
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 3].rsplit(" ", 1)[0].rstrip(" ,;:.") + "..."
    return f'"{words}"' if words else "this action item"


def actions_heading(document: Document, items: Sequence[ActionItem] = ()) -> Span:
    """Where findings about all items stand: their section's heading.

    Without a heading, the first of *items*; without items, the first line.
    """
    section = _opening_section(document, items)
    if section is not None and section.style is not HeadingStyle.PREAMBLE:
        span = section.heading.span()
        if span.end > span.start:
            return span
    return place_of(document, items[0]) if items else document.first_line


def _opening_section(document: Document, items: Sequence[ActionItem]) -> Section | None:
    if not items:
        return next(document.opening(Topic.ACTIONS), None)
    section = document.sections[items[0].section]
    while section.parent is not None and document.sections[section.parent].topic is section.topic:
        section = document.sections[section.parent]
    return section


def incident_day(document: Document) -> dt.date | None:
    """The day on which the incident began, if the document says."""
    facts = document.facts
    if facts.incident_date is not None:
        return facts.incident_date
    started = facts.started or facts.resolved
    return started.date() if started else None


def latest_day(document: Document) -> dt.date | None:
    """The last of the days that plans can start from: incident, review, publication."""
    facts = document.facts
    days = [incident_day(document), facts.published]
    days += [moment.date() for moment in (facts.resolved, facts.reviewed) if moment]
    return max((day for day in days if day is not None), default=None)

"""Markdown and plain text to :class:`~pmlint.document.Document`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from pmlint.document import Document, Profile, Topic
from pmlint.reading.actions import read_actions
from pmlint.reading.dates import numeric_dates_of
from pmlint.reading.factors import read_factors, read_lessons, read_why_chains
from pmlint.reading.facts import guess_incident_date, read_facts, read_profile
from pmlint.reading.headings import normalise, topic_of
from pmlint.reading.markdown import parse_markdown, parse_plain
from pmlint.reading.outline import build_sections
from pmlint.reading.sentences import read_sentences
from pmlint.reading.timeline import read_timeline
from pmlint.source import Source

__all__ = ["ReadSettings", "normalise", "read", "topic_of"]


class ReadSettings(Struct, frozen=True):
    """What the configuration tells the reader.

    `aliases` maps further headings to topics; `profile` None lets the reader
    decide from the document.
    """

    aliases: Mapping[str, Topic] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    profile: Profile | None = None
    as_of: dt.date | None = None


def read(source: Source, settings: ReadSettings | None = None) -> Document:
    """Read *source* as Markdown, or as plain text if its name ends in ``.txt``."""
    with numeric_dates_of(source.text):
        return _read(source, settings or ReadSettings())


def _read(source: Source, settings: ReadSettings) -> Document:
    parsed = parse_plain(source) if source.path.lower().endswith(".txt") else parse_markdown(source)
    matter, span = parsed.front_matter, parsed.front_matter_span
    aliases = {normalise(words): topic for words, topic in settings.aliases.items()}
    matter_source = source.text[span.start : span.end] if span else ""
    sections = build_sections(parsed.blocks, matter, span, matter_source, aliases)
    incident = guess_incident_date(source, sections, matter)
    facts = read_facts(source, sections, matter, span, incident)
    anchor = facts.incident_date or facts.published or settings.as_of
    return Document(
        source=source,
        blocks=parsed.blocks,
        sections=sections,
        sentences=tuple(sorted(read_sentences(sections), key=lambda s: s.text.offset(0))),
        timeline=read_timeline(source, sections, anchor),
        actions=read_actions(source, sections, anchor),
        factors=read_factors(sections),
        why_chains=read_why_chains(sections),
        lessons=read_lessons(sections),
        facts=facts,
        profile=settings.profile or read_profile(sections, matter, facts.title),
        comments=parsed.comments,
        front_matter=matter,
        front_matter_span=span,
        notes=parsed.notes,
        people=settings.people,
        systems=settings.systems,
        as_of=settings.as_of,
    )

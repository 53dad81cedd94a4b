"""Markdown and plain text to :class:`~pmlint.document.Document`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from pmlint.document import Document, Profile, Topic
from pmlint.source import Source

__all__ = ["ReadSettings", "read"]


@dataclass(frozen=True)
class ReadSettings:
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
    raise NotImplementedError

"""A sentence or an action item as the models of wording meet it."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["GROUPS", "ITEMS", "KINDS", "Passage", "group_of"]

KINDS = (
    "context", "text", "person", "role", "indefinite", "team", "we", "system", "org", "capital"
)  # fmt: skip
"""What the encoder is told of a piece: who it names, as far as that is known."""
ITEMS = "action items"
"""The section of action items: they are asked for an end, sentences for blame."""
GROUPS = ("sentences", "items")
"""Passages with a bound each for what need not be read: they are asked for different things."""


class Passage(Struct, frozen=True):
    """A sentence, a heading or an action item, and the section that it stands in.

    `actors` are the stretches of the text that the reader of names can tell something of:
    start, end (exclusive) and the index of the kind in `KINDS`.
    """

    section: str
    text: str
    actors: tuple[tuple[int, int, int], ...] = ()


def group_of(passage: Passage) -> str:
    """One of `GROUPS`."""
    return GROUPS[passage.section == ITEMS]

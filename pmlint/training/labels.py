"""Documents labelled by hand: what a careful reader found in each.

A labelled folder holds ``docs/`` (the documents as published) and ``labels/``
(one JSON file a document). Lines are 1-based
and end at a line feed only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from pmlint.document import Span
from pmlint.source import Source

__all__ = ["LabelError", "LabelledDocument", "LabelledItem", "LabelledPhrase", "Labels", "load"]


class LabelError(Exception):
    """A labelled folder or file is not as it is meant to be."""


class LabelledPhrase(Struct, frozen=True):
    """Words of kind ``blame``, ``hindsight`` or ``human_error``.

    `who` is blamed: ``named``, ``role`` or ``team``, if anybody. `sure` is False where two
    careful readers could differ.
    """

    line: int
    kind: str
    text: str
    who: str
    sure: bool

    def span(self, source: Source) -> Span:
        """Where the words stand: from their line on, or that whole line."""
        start, end = source.line_bounds(self.line)
        words = re.compile(r"\s+".join(map(re.escape, self.text.split())))
        match = words.search(source.text, start)
        if match and self.text and match.start() <= end:
            return Span(match.start(), match.end())
        return Span(start, end)


class LabelledItem(Struct, frozen=True):
    """One open action item at top level.

    `owner` is ``person``, ``team`` or empty; `deadline` ``date``, ``vague`` or empty.
    """

    line: int
    vague: bool
    wish: bool
    owner: str
    deadline: str
    sure: bool


class Labels(Struct, frozen=True):
    """All that was labelled in one document.

    `entries` counts the timeline's entries; it is 0 where there is no timeline. `voice`
    tells documents of one author from those of others, where that is known.
    """

    phrases: tuple[LabelledPhrase, ...]
    items: tuple[LabelledItem, ...]
    sections: frozenset[str]
    entries: int
    untimed: frozenset[int]
    out_of_order: frozenset[int]
    reviewable: bool
    voice: str = ""


class LabelledDocument(Struct, frozen=True):
    """A document and what stands in it by its reader's judgement."""

    source: Source
    labels: Labels


def load(folder: Path) -> tuple[LabelledDocument, ...]:
    """The reviewable documents of a labelled *folder*, by name.

    Raises:
        LabelError: the folder has no labels, or a label file cannot be used.
    """
    paths = sorted((folder / "labels").glob("*.json"))
    if not paths:
        raise LabelError(f"{folder / 'labels'} holds no label files")
    documents = (_labelled(path, folder / "docs") for path in paths)
    return tuple(document for document in documents if document.labels.reviewable)


def _labelled(path: Path, docs: Path) -> LabelledDocument:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        name = data["file"]
        return LabelledDocument(Source.from_path(docs / name, name), _labels(data))
    except (ValueError, KeyError, TypeError) as error:
        raise LabelError(f"{path}: not a label file: {error!r}") from error


def _labels(data: Mapping[str, Any]) -> Labels:
    timeline = data["timeline"] or {"entries": 0, "untimed": [], "out_of_order": []}
    return Labels(
        phrases=tuple(
            LabelledPhrase(one["line"], one["kind"], one["text"], one.get("who") or "", one["sure"])
            for one in data["findings"]
        ),
        items=tuple(map(_item, data["actions"])),
        sections=frozenset(data["sections"]),
        entries=timeline["entries"],
        untimed=frozenset(timeline["untimed"]),
        out_of_order=frozenset(timeline["out_of_order"]),
        reviewable=not data["not_reviewable"],
        voice=data.get("voice", ""),
    )


def _item(data: Mapping[str, Any]) -> LabelledItem:
    return LabelledItem(
        line=data["line"],
        vague=data["label"] == "vague",
        wish=data["wish"],
        owner=data["owner"] or "",
        deadline=data["deadline"] or "",
        sure=data["sure"],
    )

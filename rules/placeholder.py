"""A placeholder of the template is still there.

Why: "TBD" and "[insert date]" look like content from afar, so nobody comes back to
them, and the report is filed with a hole in it.

Instead: fill it in, or write what is known and who will find out the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pmlint.document import Block, BlockKind, Document, HeadingStyle, Section, Span, Text, Topic
from pmlint.regexes import regex
from pmlint.review.placeholders import stand_ins, tag_stand_ins
from pmlint.rule import Category, Hit, Rule, Severity

_STATUS_COLUMN = regex(r"status|state|progress|done", re.IGNORECASE)
_TODO = regex(r"todo|to be done|wip|work in progress|pending", re.IGNORECASE)


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    judged = _judged_elsewhere(document)
    for span in sorted(set(_found(document))):
        if not any(span.overlaps(other) for other in judged):
            yield _hit(document, span)


def _hit(document: Document, span: Span) -> Hit:
    words = " ".join(document.excerpt(span).split())
    return Hit(
        span,
        f'the placeholder "{words}" was left in',
        hint=f'Write what belongs in place of "{words}". If it is not known yet, say so, and who '
        "will find out by when.",
        data={"placeholder": words},
    )


def _judged_elsewhere(document: Document) -> list[Span]:
    """Owners and deadlines, which have rules of their own, and headings that mean a list."""
    spans = [item.owner.span for item in document.actions if item.owner]
    spans += [item.deadline.span for item in document.actions if item.deadline]
    return spans + [
        section.heading.span()
        for section in document.sections
        if section.own_topic is Topic.ACTIONS and _is_heading(section)
    ]


def _is_heading(section: Section) -> bool:
    """Whether "TODO" heads a list of items; in "TODO: ask billing" it is a stand-in."""
    if section.style is HeadingStyle.LABEL:
        return any(block.kind is BlockKind.LIST for block in section.blocks)
    return section.style is not HeadingStyle.PREAMBLE


def _found(document: Document) -> Iterator[Span]:
    plans = _Plans(document)
    for block in document.blocks:
        for leaf, column in _leaves(block):
            yield from _in_leaf(document, leaf, column, plans)


def _in_leaf(document: Document, leaf: Block, column: str, plans: _Plans) -> Iterator[Span]:
    if leaf.kind is BlockKind.HTML:
        body = document.excerpt(leaf.span)
        if "<!--" not in body:
            for start, end in tag_stand_ins(body):
                yield Span(leaf.span.start + start, leaf.span.start + end)
    elif leaf.text is not None:
        status = bool(_STATUS_COLUMN.search(column)) or plans.hold(leaf)
        for start, end in stand_ins(leaf.text):
            if not (status and _TODO.match(leaf.text.raw, start, end)):
                yield leaf.text.span(start, end)
        yield from _hidden_tags(document, leaf, leaf.text)


class _Plans:
    """Where "TODO" tells the state of an action item."""

    def __init__(self, document: Document) -> None:
        self.sections: tuple[Section, ...] = document.sections
        self.starts = [section.span.start for section in document.sections]

    def hold(self, leaf: Block) -> bool:
        """Whether *leaf* stands in a list of action items."""
        at = bisect_right(self.starts, leaf.span.start) - 1
        section = self.sections[max(at, 0)]
        announced = section.own_topic is None or _is_heading(section)
        return section.topic in (Topic.ACTIONS, Topic.DONE) and announced


def _leaves(block: Block) -> Iterator[tuple[Block, str]]:
    """Blocks with words of their own, and the heading of the column they stand in."""
    if block.kind is BlockKind.TABLE:
        names = [cell.words for cell in block.children[0].children] if block.children else []
        for row in block.children[1:]:
            for index, cell in enumerate(row.children):
                yield cell, names[index] if index < len(names) else ""
    elif block.kind in (BlockKind.LIST, BlockKind.ITEM):
        for child in block.children:
            yield from _leaves(child)
    elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HTML):
        yield block, ""


def _hidden_tags(document: Document, leaf: Block, text: Text) -> Iterator[Span]:
    """Stand-ins such as ``<your service>`` that Markdown hides as tags."""
    words = document.excerpt(leaf.span)
    if "<" not in words:
        return
    for start, end in tag_stand_ins(words):
        span = Span(leaf.span.start + start, leaf.span.start + end)
        if not _is_visible(text, span.start):
            yield span


def _is_visible(text: Text, offset: int) -> bool:
    """Whether the source character at *offset* is one of those that the reader sees."""
    at = bisect_right(text.pieces, offset, key=lambda piece: piece[1]) - 1
    if at < 0:
        return False
    index, start = text.pieces[at]
    end = text.pieces[at + 1][0] if at + 1 < len(text.pieces) else len(text)
    return index + offset - start < end


RULE = Rule(
    code="PM503",
    name="placeholder",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    summary="A placeholder of the template is still there.",
    bad=(
        "## Impact\n\n[[TBD]]\n",
        "## Summary\n\nOn [[YYYY-MM-DD]] the search was down for [[XX]] minutes.\n",
        "## Summary\n\n[[{{ insert summary here }}]]\n",
        "## Timeline\n\n- 10:02 Deploy of search v8\n- [[HH:MM]] Rolled back\n",
        "| Field | Value |\n|---|---|\n| Impact | [[TODO]]: ask billing |\n| Started | 10:02 |\n",
        "## Summary\n\n[[Lorem ipsum dolor sit amet]], consectetur.\n",
        "## Impact\n\nThe service [[<your service>]] was down. [[FIXME]]: how many users?\n",
        "**Duration**: [[to be determined]]\n",
        "## Detection\n\nThe alert is tracked in [[OPS-XXXX]].\n",
        "## Impact\n\n[[$XXX]] of orders were lost.\n",
    ),
    good=(
        "## Impact\n\n40 users saw an empty page.\n",
        "## TODO\n\n- Add a limit to the number of indexes in a shard\n",
        "TODO:\n\n- [ ] Add a limit to the number of indexes in a shard\n",
        "## Action items\n\n| Item | Status |\n|---|---|\n| Add a limit to the shard | TODO |\n",
        "## Contributing factors\n\n- The query had a `TODO` for its time-out since 2019.\n",
        "## Contributing factors\n\n- A TODO comment in the query builder was never tracked.\n",
        "```\ndate +YYYY-MM-DD  # TODO\n```\n",
        "## Contributing factors\n\n- The exporter expected dates in the format YYYY-MM-DD.\n",
        "| Time (HH:MM) | Event |\n|---|---|\n| 10:02 | Deploy of search v8 |\n",
        "## Timeline\n\n- 10:02 [name] (customer) reports an empty page\n",
        "## Action items\n\n- [ ] Add a limit to the shard (Ines, due 3 March 2026)\n",
        "## Timeline\n\n- 10:02 5xx rate rises to 4 %, see [the list of queries](queries.md)\n",
        "## Action items\n\n- Add a limit to the shard\n  - Owner: TBD\n",
    ),
    check=check,
)

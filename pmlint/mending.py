"""Changes of form that ``--fix`` can make: headings, sections, columns, the order of entries.

Each function gives a `Fix`, or None where it is not plain what to do. None rewrites prose, and
none takes a byte away that it does not put back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pmlint.document import (
    Block,
    BlockKind,
    Document,
    Entry,
    HeadingStyle,
    Section,
    Span,
    Topic,
)
from pmlint.regexes import regex
from pmlint.rule import Edit, Fix

__all__ = ["add_column", "insert_section", "rename_heading", "sort_timeline"]

_ORDER = (
    Topic.TITLE,
    Topic.SUMMARY,
    Topic.SEVERITY,
    Topic.TIMELINE,
    Topic.FACTORS,
    Topic.ACTIONS,
    Topic.LESSONS,
)
_SECTIONS: Mapping[Topic, tuple[str, str]] = {
    Topic.SUMMARY: (
        "Summary",
        "Two or three sentences: what happened, how long it lasted, what it did to whom.",
    ),
    Topic.SEVERITY: (
        "Severity",
        "The level on your scale. Was it customer-facing, did it cost revenue, was data lost?",
    ),
    Topic.TIMELINE: (
        "Timeline",
        "Facts with times, from monitoring, chat and deploy records: start, detection, response, "
        "mitigation, end.",
    ),
    Topic.FACTORS: (
        "Contributing factors",
        "Why was the change risky? Why was it not caught earlier? Why did detection, and why did "
        "recovery, take as long as they did?",
    ),
    Topic.ACTIONS: (
        "Action items",
        "Three to five. Each is a change that a reader can check, with its type (Prevent, Detect, "
        "Mitigate), one person and a date.",
    ),
    Topic.LESSONS: (
        "Lessons learned",
        "Two or three: what surprised the team, and what would it do differently?",
    ),
}
_HEAD = frozenset(
    {Topic.TITLE, Topic.PEOPLE, Topic.STATUS, Topic.DATE, Topic.MEETING, Topic.GROUND_RULES}
)
_USUAL_LEVEL = 2
_HALF_DAY = 12 * 60


def rename_heading(document: Document, section: Section, old: Span, new: str) -> Fix | None:
    """*new* in place of the words *old* of a heading, in its manner of capitals.

    None for fields that programs may read, and where a link in the document leads there.
    """
    words = document.excerpt(old)
    fields = (HeadingStyle.FRONT_MATTER, HeadingStyle.TABLE)
    anchor = regex(r"[^\w-]").sub("", section.title.strip().lower().replace(" ", "-"))
    linked = anchor and f"](#{anchor}" in document.source.text.lower()
    if section.style in fields or linked or "\n" in words:
        return None
    return Fix(f'Rename "{words}" to "{new}"', (Edit(old, _in_manner_of(words, new)),))


def _in_manner_of(words: str, new: str) -> str:
    if words.isupper():
        return new.upper()
    if words.istitle() and len(words.split()) > 1:
        return new.title()
    return new[:1].lower() + new[1:] if words[:1].islower() else new


def insert_section(document: Document, topic: Topic) -> Fix | None:
    """The missing section with a comment that asks what belongs there, in its usual place.

    None where the document has no Markdown headings to stand among.
    """
    headed = [one for one in document.sections if one.style is HeadingStyle.MARKDOWN]
    if topic not in _SECTIONS or not headed:
        return None
    heading, prompt = _SECTIONS[topic]
    at = _place(document, headed, topic)
    newline = "\r\n" if "\r\n" in document.source.text else "\n"
    text = newline.join((f"{'#' * _level(headed)} {heading}", "", f"<!-- {prompt} -->", ""))
    before = document.source.text[:at]
    if at == len(document.source.text):
        ended = before.endswith("\n")
        text = (newline if ended else newline * 2) + text
        text = text.removeprefix(newline) if before.endswith(newline * 2) else text
    else:
        text += newline
    return Fix(f'Add a section "{heading}"', (Edit(Span(at, at), text),))


def _level(headed: Sequence[Section]) -> int:
    """The level on which the document's other parts stand."""
    levels = [one.level for one in headed if one.own_topic in _SECTIONS]
    return min(levels, default=_USUAL_LEVEL)


def _place(document: Document, headed: Sequence[Section], topic: Topic) -> int:
    """Before the first of the parts that usually come after it; else at the end."""
    later = _ORDER[_ORDER.index(topic) + 1 :]
    level = _level(headed)
    for one in headed:
        # A summary is the first that is told; people, dates and the like may stand above it.
        told = topic is Topic.SUMMARY and one.own_topic not in _HEAD
        if (told or one.own_topic in later) and one.level == level:
            line = document.source.line_of(one.heading.span().start)
            return document.source.line_bounds(line)[0]
    return len(document.source.text)


def add_column(document: Document, row: Block, kind: str, heading: str) -> Fix | None:
    """A column *heading* for the table of action items that holds *row*, its cells empty.

    None where the table has a column of this *kind* ("owner", "due", "type") already, or is
    written in HTML.
    """
    # Only here: rules are listed without the reader.
    from pmlint.reading.actions import column_kinds

    table = next((one for one in _tables(document.blocks) if row in one.children), None)
    source = document.source
    html = table is not None and source.text.startswith("<", table.span.start)
    if table is None or html or kind in column_kinds(table):
        return None
    first = source.line_of(table.children[0].span.start)
    width = len(table.children[0].children)
    edits = [_longer(document, first, heading), _longer(document, first + 1, "---")]
    for one in table.children[1:]:
        short = "| " * (width - len(one.children))
        edits.append(_longer(document, source.line_of(one.span.start), f"{short} ".rstrip(" ")))
    return Fix(f'Add a column "{heading}"', tuple(edits))


def _tables(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from (one for one in block.walk() if one.kind is BlockKind.TABLE)


def _longer(document: Document, number: int, cell: str) -> Edit:
    """One more *cell* at the end of the table's line *number*."""
    start, end = document.source.line_bounds(number)
    line = document.source.text[start:end].rstrip()
    closed = line.endswith("|") and not line.endswith("\\|")
    at = start + len(line)
    body = f" {cell} |" if cell else " |"
    return Edit(Span(at, at), body if closed else f" |{body}")


def sort_timeline(document: Document) -> Fix | None:
    """The entries of one list or table in order of their times.

    None where that is a guess: an entry without a time, days for some entries only, times
    that could lie on two sides of midnight, a numbered list, or text between the entries.
    """
    entries = [entry for entry in document.timeline.entries if not entry.nested]
    holder = _holder(document, entries)
    if holder is None or not _is_certain(entries):
        return None
    spans = [one.span for one in _parts(holder)]
    keys = [entry.minute or 0.0 for entry in entries]
    sign = -1 if document.timeline.descending else 1
    order = sorted(range(len(keys)), key=lambda at: sign * keys[at])
    texts = [document.excerpt(span).rstrip() for span in spans]
    edits = tuple(
        Edit(Span(span.start, span.start + len(texts[at])), texts[new])
        for at, (span, new) in enumerate(zip(spans, order, strict=True))
        if at != new
    )
    return Fix("Sort the timeline", edits) if edits else None


def _holder(document: Document, entries: Sequence[Entry]) -> Block | None:
    """The list or table whose parts are the *entries*, one for one."""
    for block in (one for top in document.blocks for one in top.walk()):
        parts = _parts(block)
        if len(parts) != len(entries) or len(parts) < 2 or block.ordered:
            continue
        if all(
            part.span.start <= entry.line.start < part.span.end
            for part, entry in zip(parts, entries, strict=True)
        ):
            return block
    return None


def _parts(block: Block) -> tuple[Block, ...]:
    if block.kind is BlockKind.LIST:
        return block.children
    return block.children[1:] if block.kind is BlockKind.TABLE else ()


def _is_certain(entries: Sequence[Entry]) -> bool:
    minutes = [entry.minute for entry in entries]
    if any(entry.minute is None or entry.impossible or entry.relative for entry in entries):
        return False
    dated = [entry.dated for entry in entries]
    if all(dated):
        return True
    if any(dated):
        return False
    times = [minute for minute in minutes if minute is not None]
    # Days counted, a swapped pair looks like a day that has passed: then nothing is certain.
    return max(times) - min(times) < _HALF_DAY and all(
        abs(after - before) < _HALF_DAY for before, after in pairwise(times)
    )

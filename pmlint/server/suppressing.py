"""Where a comment has to stand so that it allows one finding.

A place is only offered once the document was read with the comment in it and the finding is
covered there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pmlint.document import Block, BlockKind, Document, Span
from pmlint.engine import Finding
from pmlint.reading import read
from pmlint.rule import Category, Edit, Rule
from pmlint.source import Source
from pmlint.suppressions import Suppressions

__all__ = ["suppression"]

_MARGIN = re.compile(r"[ \t>]*")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")  # of a heading in `# marks #`


def suppression(document: Document, finding: Finding, rules: Sequence[Rule]) -> Edit | None:
    """The comment that allows *finding*, with its place; None where none does.

    *rules* are all that exist. Findings about comments themselves cannot be allowed.
    """
    if finding.category is Category.INTERNAL:
        return None
    candidates = _candidates(document, Span(finding.start, finding.end), finding.code)
    return next((one for one in candidates if _allows(document, one, finding, rules)), None)


def _candidates(document: Document, span: Span, code: str) -> Iterator[Edit]:
    """Places for the comment, the most usual first."""
    comment = f"<!-- pmlint: allow {code} -->"
    path = list(_path(document.blocks, span.start))
    kinds = {block.kind for block in path}
    line = document.source.line_of(span.start)
    matter = document.front_matter_span
    if matter is None or span.start >= matter.end:
        if BlockKind.CODE in kinds:
            yield _line_before(document, _first_line(document, path[-1]), comment)
        elif BlockKind.ROW in kinds:
            yield _in_row(document, line, comment)
        elif kinds <= {BlockKind.PARAGRAPH, BlockKind.QUOTE} and not _continues(document, path):
            first = _first_line(document, path[-1]) if path else line
            yield _line_before(document, first, comment)
        yield _at_end(document, line, comment, heading=BlockKind.HEADING in kinds)
    yield _for_file(document, f"<!-- pmlint: allow-file {code} -->")


def _path(blocks: Sequence[Block], offset: int) -> Iterator[Block]:
    """The blocks around *offset*, outermost first; a block's end still belongs to it."""
    for block in blocks:
        if block.span.start <= offset <= block.span.end:
            yield block
            yield from _path(block.children, offset)
            return


def _first_line(document: Document, block: Block) -> int:
    return document.source.line_of(block.span.start)


def _continues(document: Document, path: Sequence[Block]) -> bool:
    """Whether the block is a line of a longer paragraph, which a comment would break up."""
    if not path:
        return False
    siblings = path[-2].children if len(path) > 1 else document.blocks
    return any(
        other is path[-1]
        and before.kind is BlockKind.PARAGRAPH
        and document.source.line_of(before.span.end) + 1 == _first_line(document, other)
        for before, other in pairwise(siblings)
    )


def _line_before(document: Document, line: int, comment: str) -> Edit:
    """The comment alone on a line, as far in as the text that it is about."""
    start, end = document.source.line_bounds(line)
    margin = _MARGIN.match(document.source.text[start:end])
    text = f"{margin[0] if margin else ''}{comment}{_newline(document.source)}"
    return Edit(Span(start, start), text)


def _in_row(document: Document, line: int, comment: str) -> Edit:
    """In the last cell: what stands after the last bar is no part of the table."""
    start, end = document.source.line_bounds(line)
    words = document.source.text[start:end].rstrip()
    if not words.endswith("|") or words.endswith("\\|"):
        return _at_end(document, line, comment, heading=False)
    at = start + len(words) - 1
    lead = "" if words[:-1].endswith((" ", "\t")) else " "
    return Edit(Span(at, at), f"{lead}{comment} ")


def _at_end(document: Document, line: int, comment: str, *, heading: bool) -> Edit:
    """At the end of a line, before its white space and the closing marks of a heading."""
    start, end = document.source.line_bounds(line)
    words = document.source.text[start:end]
    kept = words.rstrip()
    if heading:
        kept = _CLOSING.sub("", kept)
    at = start + len(kept)
    return Edit(Span(at, at), f" {comment}")


def _for_file(document: Document, comment: str) -> Edit:
    """At the top, below the front matter: for what no single place of the text can allow."""
    source, newline = document.source, _newline(document.source)
    matter = document.front_matter_span
    if matter is None:
        return Edit(Span(0, 0), f"{comment}{newline}")
    line = source.line_of(max(matter.start, matter.end - 1))
    if line < source.line_count:
        at = source.line_starts[line]
        return Edit(Span(at, at), f"{comment}{newline}")
    return Edit(Span(len(source.text), len(source.text)), f"{newline}{comment}{newline}")


def _newline(source: Source) -> str:
    return "\r\n" if "\r\n" in source.text else "\n"


def _allows(document: Document, edit: Edit, finding: Finding, rules: Sequence[Rule]) -> bool:
    """Whether the finding is covered once *edit* is made, and the comment stands in prose."""
    source, at = document.source, edit.span.start
    text = source.text[:at] + edit.text + source.text[at:]
    changed = read(Source(source.path, text))
    comment = at + edit.text.index("<!--")
    matter = changed.front_matter_span
    if matter is not None and comment < matter.end:
        return False
    if not any(one.span.start == comment for one in changed.comments):
        return False
    span = Span(finding.start, finding.end)
    # What is said of a whole document stands on its first line, whichever that is.
    whole = span == document.first_line
    moved = changed.first_line if whole else _moved(span, at, len(edit.text))
    return Suppressions(changed, rules).covers(finding.code, moved)


def _moved(span: Span, at: int, length: int) -> Span:
    """*span* after *length* characters were put in *at* some place."""
    start = span.start + length * (at <= span.start)
    return Span(start, span.end + length * (at <= span.start or at < span.end))

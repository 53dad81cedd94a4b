"""The marks in rules' examples: ``[[`` and ``]]`` around the exact words found."""

from __future__ import annotations

from pmlint.document import Span
from pmlint.regexes import regex

__all__ = ["read_marks"]

_MARK = regex(r"\[\[|\]\]")


def read_marks(example: str) -> tuple[str, tuple[Span, ...]]:
    """*example* without its marks, and the spans that they enclose, in order.

    A ``]]`` without a ``[[`` before it is text. Marks may be nested.
    """
    parts: list[str] = []
    opened: list[int] = []
    spans: list[Span] = []
    length = last = 0
    for match in _MARK.finditer(example):
        if match[0] == "]]" and not opened:
            continue
        parts.append(example[last : match.start()])
        length += match.start() - last
        last = match.end()
        if match[0] == "[[":
            opened.append(length)
        else:
            spans.append(Span(opened.pop(), length))
    parts.append(example[last:])
    return "".join(parts), tuple(sorted(spans))

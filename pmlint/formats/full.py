"""The format for people: the words found, underlined in their line, and the advice.

A line that is longer than the screen is cut to a window around the words.
"""

from __future__ import annotations

from msgspec import Struct

from pmlint.engine import Finding, Findings
from pmlint.formats.concise import place, shown
from pmlint.formats.terminal import TAB_STOP, Style, safe, safe_character, width
from pmlint.rule import Severity

__all__ = ["render"]

_COLUMNS = 100  # of the window
_LEAD = 30  # columns kept before the words, where the line is cut
_CUT = "..."
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


class _Line(Struct, frozen=True):
    """A line as printed, and the columns of the words found."""

    text: str
    start: int
    end: int


def render(findings: Findings, style: Style) -> str:
    """All findings in their order, each with its line and hint."""
    return "\n".join(_block(found, note, style) for found, note in shown(findings, style))


def _block(found: Finding, note: str, style: Style) -> str:
    colour = _COLOURS[found.severity]
    kind = ", ".join(filter(None, (found.severity.value, note)))
    head = f"{place(found, style)} {style.paint(found.code, colour)} [{kind}] {safe(found.message)}"
    line = _window(found)
    number = str(found.line)
    gutter = " " * len(number)
    marks = " " * line.start + style.paint("^" * max(1, line.end - line.start), colour)
    bar = style.paint("|", "cyan")
    rows = [
        head,
        f"{gutter} {bar}",
        f"{style.paint(number, 'cyan')} {bar} {line.text}".rstrip(),
        f"{gutter} {bar} {marks}",
    ]
    if found.hint:
        rows.append(f"{gutter} {style.paint('=', 'cyan')} hint: {safe(found.hint)}")
    return "\n".join(rows) + "\n"


def _window(found: Finding) -> _Line:
    """The line of *found*, cut on both sides if it is too long to be shown."""
    text = found.source_line
    first = min(found.column - found.shown_from, len(text))
    ends_here = found.end_line == found.line
    last = min(found.end_column - found.shown_from if ends_here else len(text), len(text))
    left = max(0, first - _LEAD) if len(text) > _COLUMNS else 0
    right = min(len(text), max(left + _COLUMNS, first + 1))
    before, start = _printed(text[left:first], 0)
    words, end = _printed(text[first : min(last, right)], start)
    after, _ = _printed(text[min(last, right) : right], end)
    head = _CUT if left else ""
    tail = _CUT if right < len(text) else ""
    return _Line(f"{head}{before}{words}{after}{tail}", len(head) + start, len(head) + end)


def _printed(text: str, column: int) -> tuple[str, int]:
    """*text* as it may be printed from *column* on, and the column after it."""
    parts = []
    for character in text:
        part = (
            " " * (TAB_STOP - column % TAB_STOP) if character == "\t" else safe_character(character)
        )
        parts.append(part)
        column += sum(map(width, part))
    return "".join(parts), column

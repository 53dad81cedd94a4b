"""Inline Markdown to visible words, each character with its place in the source.

markdown-it's own inline rules decide what is code, a link or emphasis; a parser
that notes which rule consumed which characters tells what of it is visible.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct

from pmlint.document import MASK, Text
from pmlint.regexes import regex

__all__ = ["Inline", "RecordingInline", "plain_inline", "scan_inline"]

_HIDDEN, _SHOWN, _MASKED, _BREAK = range(4)

_SHOWN_RUN = re.compile(rb"[^\x00]+")
_CODE_RUN = re.compile(rb"\x02+")
_NOT_BREAK = regex(r"[^\n]")
_MASKED_RUN = regex(f"{MASK}+")
_MARKUP = regex(r"[\\`*_~\[\]<&\n]")

_EVENTS = "pmlint.events"
_BARE_URL = regex(
    r"(?:https?|ftp|ssh|git|s3|gs)://[^\s<>\"'`|]+|\bwww\.[a-z0-9-]+\.[^\s<>\"'`|]+", re.IGNORECASE
)
_TRAILING = ".,;:!?)]}*_"
# Quoted speech: a pair of double quotes within one block, at most 400 characters apart.
_QUOTED = regex(
    r"“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|„[^„“”\n]{1,400}[“”]|(?<![\w\"])\"[^\"\n]{1,400}\"(?!\w)"
)
_LINE_BREAK_TAG = regex(r"<br\s*/?>", re.IGNORECASE)


class _Event(Struct, frozen=True):
    """One inline rule that consumed `start` to `end` of the content."""

    rule: str
    start: int
    end: int
    tokens: tuple[Token, ...]


class Inline(Struct, frozen=True):
    """A block's inline content: its words, and which ranges of them are marked up.

    `bold` and `struck` are ranges of indices into `text.raw`; `hard` are the
    indices of line breaks that the author asked for.
    """

    text: Text
    bold: tuple[tuple[int, int], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    hard: frozenset[int] = frozenset()
    code: tuple[tuple[int, int], ...] = ()


def _append(state: StateInline, char: str) -> None:
    """Add to the pending text; newer versions have a call for it that is not quadratic."""
    add = getattr(state, "append_pending", None)
    if add is not None:
        add(char)
    else:
        state.pending += char


class RecordingInline(ParserInline):
    """markdown-it's inline parser, which also notes what each rule consumed."""

    def tokenize(self, state: StateInline) -> None:
        """Run the rules as the base class does, noting each step in the environment."""
        rules = self.ruler.getRules("")
        events: list[_Event] = state.env.setdefault(_EVENTS, [])
        end = state.posMax
        nesting = state.md.options["maxNesting"]
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            name = self._step(state, rules) if state.level < nesting else ""
            if not name:
                _append(state, state.src[state.pos])
                state.pos += 1
            events.append(_Event(name or "text", start, state.pos, tuple(state.tokens[count:])))
        if state.pending:
            state.pushPending()

    @staticmethod
    def _step(state: StateInline, rules: Sequence[Any]) -> str:
        for rule in rules:
            if rule(state, False):
                return str(rule.__name__)
        return ""

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """Parse as the base class does; what nested calls (alt texts) note is dropped."""
        outer = env.pop(_EVENTS, None)
        result = super().parse(src, md, env, tokens)
        if outer is not None:
            env[_EVENTS] = outer
        return result


def scan_inline(
    content: str, offsets: Sequence[tuple[int, int]], md: MarkdownIt, env: MutableMapping[str, Any]
) -> Inline:
    """Read the inline *content* of one block.

    *offsets* are (index into content, source offset) pairs, as in `Text.pieces`.
    """
    if not _MARKUP.search(content):
        return plain_inline(content, offsets)
    env.pop(_EVENTS, None)
    md.inline.parse(content, md, env, [])
    events: list[_Event] = env.pop(_EVENTS, [])
    marks = bytearray(len(content))
    replaced: dict[int, str] = {}
    opened: list[tuple[str, int, int]] = []
    hard: set[int] = set()
    for event in events:
        _mark(event, content, marks, replaced, opened, hard)
    _mask_urls(content, marks)
    return _assemble(content, marks, replaced, opened, hard, offsets)


def _mark(
    event: _Event,
    content: str,
    marks: bytearray,
    replaced: dict[int, str],
    opened: list[tuple[str, int, int]],
    hard: set[int],
) -> None:
    start, end, last = event.start, event.end, event.tokens[-1] if event.tokens else None
    if event.rule == "text":
        _fill(marks, start, end, _SHOWN)
    elif event.rule == "tokenize":
        _mark_delimiters(event, marks, opened)
    elif event.rule == "newline":
        marks[start] = _BREAK
        _hide_trailing(content, start, marks)
        if last is not None and last.type == "hardbreak":
            hard.add(start)
    elif event.rule == "escape":
        _mark_escape(last, content, event, marks, hard)
    elif event.rule == "backtick":
        _mark_backtick(last, start, end, marks)
    elif event.rule == "entity":
        _mark_entity(last, start, end, marks, replaced)
    elif event.rule == "autolink":
        _fill(marks, start + 1, end - 1, _MASKED)
    elif event.rule == "html_inline" and _LINE_BREAK_TAG.fullmatch(content, start, end):
        marks[start] = _BREAK
        replaced[start] = "\n"
        hard.add(start)


def _fill(marks: bytearray, start: int, end: int, mark: int) -> None:
    if end > start:
        marks[start:end] = bytes([mark]) * (end - start)


def _hide_trailing(content: str, newline: int, marks: bytearray) -> None:
    at = newline - 1
    while at >= 0 and content[at] == " " and marks[at] == _SHOWN:
        marks[at] = _HIDDEN
        at -= 1


def _mark_delimiters(event: _Event, marks: bytearray, opened: list[tuple[str, int, int]]) -> None:
    """Emphasis markers are hidden if they found their partner, and text if not."""
    # Pending text may have been pushed first; the markers are the tokens at the end.
    at = event.end
    for token in reversed(event.tokens):
        width = len(token.markup) if token.nesting else len(token.content) or 1
        if token.type.startswith("strong"):
            width = 1  # the partner token of a strong marker was emptied, and counts for itself
        if at - width < event.start:
            break
        at -= width
        if token.nesting:
            opened.append((token.type, at, at + width))
        elif token.content:
            _fill(marks, at, at + width, _SHOWN)


def _mark_escape(
    last: Token | None, content: str, event: _Event, marks: bytearray, hard: set[int]
) -> None:
    start, end = event.start, event.end
    if content[start + 1 : start + 2] == "\n":
        marks[start + 1] = _BREAK
        hard.add(start + 1)
    else:  # a backslash before a letter is shown too: C:\\Users
        shown = len(last.content) if last is not None else end - start
        _fill(marks, max(start, end - shown), end, _SHOWN)


def _mark_backtick(last: Token | None, start: int, end: int, marks: bytearray) -> None:
    if last is not None and last.type == "code_inline":
        width = len(last.markup)
        _fill(marks, start + width, end - width, _MASKED)
    else:
        _fill(marks, start, end, _SHOWN)


def _mark_entity(
    last: Token | None, start: int, end: int, marks: bytearray, replaced: dict[int, str]
) -> None:
    if last is not None and last.type == "text_special" and end - start > 1:
        marks[start] = _SHOWN
        replaced[start] = last.content[:1] or " "
    else:
        _fill(marks, start, end, _SHOWN)


def _mask_urls(content: str, marks: bytearray) -> None:
    if "://" not in content and "www." not in content:
        return
    for match in _BARE_URL.finditer(content):
        end = match.end()
        while end > match.start() and content[end - 1] in _TRAILING:
            end -= 1
        for index in range(match.start(), end):
            if marks[index] == _SHOWN:
                marks[index] = _MASKED


def _assemble(
    content: str,
    marks: bytearray,
    replaced: dict[int, str],
    opened: list[tuple[str, int, int]],
    hard: set[int],
    offsets: Sequence[tuple[int, int]],
) -> Inline:
    shown = _replace(content, replaced)
    visible = _Visible(marks)
    raw = visible.of(shown)
    prose = visible.of(_mask(shown, marks))
    return Inline(
        Text(raw, mask_quotes(prose), visible.pieces(offsets)),
        tuple(_ranges(opened, "strong", visible)),
        tuple(_ranges(opened, "s", visible)),
        frozenset(visible.place(index) for index in hard),
        tuple(match.span() for match in _MASKED_RUN.finditer(prose)),
    )


class _Visible:
    """The runs of characters that a reader sees, and where each comes to stand."""

    def __init__(self, marks: bytearray) -> None:
        self.runs = [match.span() for match in _SHOWN_RUN.finditer(marks)]
        self.starts = [start for start, _ in self.runs]
        self.places = [0]
        for start, end in self.runs:
            self.places.append(self.places[-1] + end - start)

    def of(self, content: str) -> str:
        """The visible characters of *content*."""
        return "".join(content[start:end] for start, end in self.runs)

    def place(self, index: int) -> int:
        """Where the character at *index*, or the next visible one, comes to stand."""
        run = bisect_right(self.starts, index) - 1
        if run < 0:
            return 0
        start, end = self.runs[run]
        return self.places[run] + min(index, end) - start

    def pieces(self, offsets: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """(place, source offset) wherever the two stop rising together."""
        pieces: list[tuple[int, int]] = []
        at, expected = 0, -1
        for run, (start, end) in enumerate(self.runs):
            while start < end:
                while at + 1 < len(offsets) and offsets[at + 1][0] <= start:
                    at += 1
                stop = min(end, offsets[at + 1][0]) if at + 1 < len(offsets) else end
                source = offsets[at][1] + start - offsets[at][0]
                if source != expected:
                    pieces.append((self.places[run] + start - self.runs[run][0], source))
                expected = source + stop - start
                start = stop
        return tuple(pieces) or ((0, offsets[0][1] if offsets else 0),)


def _replace(content: str, replaced: dict[int, str]) -> str:
    if not replaced:
        return content
    return "".join(replaced.get(index, char) for index, char in enumerate(content))


def _mask(shown: str, marks: bytearray) -> str:
    parts: list[str] = []
    at = 0
    for match in _CODE_RUN.finditer(marks):
        start, end = match.span()
        parts += (shown[at:start], _NOT_BREAK.sub(MASK, shown[start:end]))
        at = end
    return "".join((*parts, shown[at:])) if parts else shown


def _ranges(
    opened: list[tuple[str, int, int]], kind: str, visible: _Visible
) -> Iterator[tuple[int, int]]:
    stack: list[int] = []
    for name, start, end in sorted(opened, key=lambda item: item[1]):
        if name == f"{kind}_open":
            stack.append(end)
        elif name == f"{kind}_close" and stack:
            yield visible.place(stack.pop()), visible.place(start)


def mask_quotes(prose: str) -> str:
    """*prose* with quoted speech, but not the quotation marks, masked."""
    if not any(mark in prose for mark in '"“«„'):
        return prose
    return _QUOTED.sub(
        lambda match: match[0][0] + re.sub(r"\S", MASK, match[0][1:-1]) + match[0][-1], prose
    )


def plain_inline(content: str, offsets: Sequence[tuple[int, int]]) -> Inline:
    """Text without markup: all of it visible, addresses and quotations masked."""
    marks = bytearray([_SHOWN]) * len(content)
    for index, char in enumerate(content):
        if char == "\n":
            marks[index] = _BREAK
    _mask_urls(content, marks)
    return _assemble(content, marks, {}, [], set(), offsets)

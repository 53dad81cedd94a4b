"""Markdown (or plain text) to a tree of :class:`~pmlint.document.Block`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin
from msgspec import Struct, field
from msgspec.structs import replace

from pmlint.document import MASK, Block, BlockKind, Comment, Span, Text
from pmlint.reading.html_tables import HtmlTable, html_tables
from pmlint.reading.inline import Inline, RecordingInline, plain_inline, scan_inline
from pmlint.reading.lines import meant_breaks
from pmlint.regexes import regex
from pmlint.source import Source

__all__ = ["Parsed", "parse_markdown", "parse_plain"]

_CHECKBOX = regex(r"\[([ xX✓✔-])\](?:\s+|$)")
_TYPED_BULLET = regex(r"(?:[•·‣▪●○◦]|[–—](?=\s))\s*")
_HTML_HEADING = regex(r"<(h[1-6]|summary)\b[^>]*>([^<]*)</\1>", re.IGNORECASE)
_UNDERLINE = regex(r"([~=*_#^+-])\1{3,}")  # of other marks than Markdown takes for a heading's
_MODULE_LINE = regex(r"^(?:import|export)\s[^\n]*", re.MULTILINE)  # MDX: code, not prose
_LINE_END = regex(r"\r\n")
_LONE_RETURN = regex(r"\r(?!\n)")
_MOST_KEYS = 200
_PARAGRAPHS = 4096  # remembered, for an editor that asks again after each change
_TOML_FENCE = "+++"
_PROSE_LINE = regex(r"\s*(?:[-*•]\s+|\d+[.)]\s+)?[A-Z][\w'’,-]*(?:\s+[\w'’(),./%-]+){2,}")
_CODE_SIGNS = regex(r"[{};=<>$\\|]|\(\)|::|--\w|^\s*(?:at|File|Traceback|def|import|SELECT)\b")


class Parsed(Struct, frozen=True):
    """The block tree, with what stands beside it."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    front_matter_span: Span | None = None
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def _parser(plain: bool) -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": 30})
    md.inline = RecordingInline()
    md.configure("commonmark", {"maxNesting": 30})
    md.enable(["table", "strikethrough"])
    ends = ["paragraph", "reference", "blockquote"]
    md.block.ruler.at("html_block", _html_block, {"alt": ends})
    md.disable(["inline", "text_join", "fragments_join"], ignoreInvalid=True)
    if plain:
        md.disable(["code", "html_block", "reference", "blockquote", "fence"])
    else:
        md.use(front_matter_plugin)
    return md


def _html_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A block of HTML, but for words behind a comment on its line: those are a paragraph.

    To CommonMark they are raw HTML, too. Who puts a comment before an item wants it reviewed.
    """
    begin, end = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    at = begin
    while state.src.startswith("<!--", at, end):
        close = state.src.find("-->", at + 4, end)
        if close < 0:
            break
        at = close + 3
        while at < end and state.src[at] in " \t":
            at += 1
    if begin < at < end and state.src[at] != "<":
        return False
    return html_block(state, first, last, silent)


def parse_markdown(source: Source) -> Parsed:
    """Parse *source* as CommonMark with tables, strike-through and front matter."""
    return _Builder(source, plain=False).parse()


def parse_plain(source: Source) -> Parsed:
    """Parse *source* as plain text: lists, labels and paragraphs, but no markup."""
    return _Builder(source, plain=True).parse()


@lru_cache(maxsize=_PARAGRAPHS)
def _scanned(content: str, offsets: tuple[tuple[int, int], ...]) -> Inline:
    return scan_inline(content, offsets, _parser(False), {})


@lru_cache(maxsize=_PARAGRAPHS)
def _plain(content: str, offsets: tuple[tuple[int, int], ...]) -> Inline:
    return plain_inline(content, offsets)


def _shifted(inline: Inline, start: int) -> Inline:
    """*inline*, whose offsets count from its own start, as it stands at *start*."""
    text = inline.text
    pieces = tuple((index, offset + start) for index, offset in text.pieces)
    return replace(inline, text=Text(text.raw, text.prose, pieces))


class _Builder:
    """Turns one source's tokens into blocks; holds what every step needs."""

    def __init__(self, source: Source, *, plain: bool) -> None:
        self.source = source
        self.plain = plain
        self.md = _parser(plain)
        self.env: dict[str, Any] = {}
        self.text = _LONE_RETURN.sub(" ", source.text.replace("\0", "\ufffd"))
        self.parsed = self.text  # as the parser gets it, apart from carriage returns
        self.matter: Mapping[str, Any] = {}
        self.matter_span: Span | None = None
        self.code_spans: list[Span] = []
        self.notes: list[str] = []

    def parse(self) -> Parsed:
        text = self._without_toml(self._close_comments(self.text))
        if self.source.path.lower().endswith(".mdx"):
            text = _MODULE_LINE.sub(lambda match: " " * len(match[0]), text)
        self.parsed = text
        # Offsets come from `self.parsed`, line by line; the parser gets the lines without
        # their carriage returns, or one would count as a trailing space.
        tokens = self.md.parse(_LINE_END.sub("\n", text), self.env)
        blocks = tuple(self._blocks(_nest(tokens)))
        self._note_open_comment()
        comments, notes = tuple(self._comments()), tuple(self.notes)
        return Parsed(blocks, comments, self.matter, self.matter_span, notes)

    def _close_comments(self, text: str) -> str:
        """Take away the start of a comment that never ends, or it would hide the rest."""
        closed = text.rfind("-->") + 1
        return text[:closed] + text[closed:].replace("<!--", "    ")

    def _note_open_comment(self) -> None:
        start = self.text.find("<!--", self.text.rfind("-->") + 1)
        if start >= 0 and not any(self._is_code(start, span) for span in self.code_spans):
            self.notes.append(
                f"the comment in line {self.source.line_of(start)} is never closed, so what "
                'follows is reviewed like other text. End it with "-->".'
            )

    def _is_code(self, start: int, span: Span) -> bool:
        """Whether the sign at *start* is code: taken away, it leaves an indent that looks so."""
        return start in span and (start > span.start or self.text[start - 1 : start] == "`")

    def _without_toml(self, text: str) -> str:
        lines = text.split("\n", 1)
        if self.plain or lines[0].rstrip() != _TOML_FENCE or len(lines) < 2:
            return text
        close = regex(r"^\+\+\+[ \t]*$", re.MULTILINE).search(text, len(lines[0]) + 1)
        if close is None:
            return text
        self._take_matter(text[len(lines[0]) + 1 : close.start()], Span(0, close.end()), "toml")
        return regex(r"[^\n]").sub(" ", text[: close.end()]) + text[close.end() :]

    def _take_matter(self, body: str, span: Span, language: str) -> None:
        self.matter_span = span
        try:
            data = _load_toml(body) if language == "toml" else _load_yaml(body)
        except (ValueError, RecursionError):
            self.notes.append(
                f"the front matter is not valid {language.upper()}, so none of its fields is read."
            )
            return
        if not isinstance(data, dict):
            return
        # Each key is looked for in the text: what has thousands of them is data.
        self.matter = {str(key): value for key, value in islice(data.items(), _MOST_KEYS)}
        if len(data) > _MOST_KEYS:
            self.notes.append(
                f"the front matter has {len(data)} fields, and the first {_MOST_KEYS} are read."
            )

    def _blocks(self, nodes: Sequence[_Node]) -> Iterator[Block]:
        for node in nodes:
            yield from self._block(node)

    def _block(self, node: _Node) -> Iterator[Block]:
        kind = node.token.type
        span = self._span(node.token)
        if kind == "heading_open":
            yield self._heading(node, span)
        elif kind == "paragraph_open":
            yield from self._paragraphs(node.children[0].token, span)
        elif kind in ("bullet_list_open", "ordered_list_open"):
            items = tuple(self._item(child, kind) for child in node.children)
            yield Block(BlockKind.LIST, span, ordered=kind[0] == "o", children=items)
        elif kind == "blockquote_open":
            yield Block(BlockKind.QUOTE, span, children=tuple(self._blocks(node.children)))
        elif kind == "table_open":
            yield self._table(node, span)
        elif kind in ("fence", "code_block"):
            yield from self._code(node.token, span)
        elif kind == "html_block":
            yield from self._html(node.token, span)
        elif kind == "hr":
            yield Block(BlockKind.RULE, span)
        elif kind == "front_matter":
            self._take_matter(node.token.content, span, "yaml")

    def _span(self, token: Token) -> Span:
        first, last = token.map or (0, 0)
        starts = self.source.line_starts
        start = starts[min(first, len(starts) - 1)]
        end = self.source.line_bounds(min(max(last, first + 1), len(starts)))[1]
        return Span(start, max(start, end))

    def _inline(self, token: Token) -> Inline:
        lines = token.content.split("\n")
        first = self._first_line(lines[0].strip() or lines[0], token)
        offsets: list[tuple[int, int]] = []
        index = 0
        for number, line in enumerate(lines):
            offsets += self._locate(line, index, first + number)
            index += len(line) + 1
        return self._scan(token.content, offsets)

    def _first_line(self, words: str, token: Token) -> int:
        """The source line of the *words* that *token* begins with.

        The parser strips white space that makes no line blank in Markdown, such as a line
        that holds a vertical tab, with its line end.
        """
        first, last = token.map or (0, 0)
        numbers = range(first, min(last, self.source.line_count))
        starts = self.source.line_starts
        for number in numbers:
            if words in self.parsed[starts[number] : self.source.line_bounds(number + 1)[1]]:
                return number
        return first

    def _scan(self, content: str, offsets: Sequence[tuple[int, int]]) -> Inline:
        start = offsets[0][1]
        places = tuple((index, offset - start) for index, offset in offsets)
        if self.plain:
            return _shifted(_plain(content, places), start)
        # What links lead to is said elsewhere in the document.
        linked = bool(self.env.get("references"))
        scanned = scan_inline(content, places, self.md, self.env) if linked else None
        inline = _shifted(scanned or _scanned(content, places), start)
        self.code_spans += [inline.text.span(a, b) for a, b in inline.code]
        return inline

    def _locate(self, line: str, index: int, number: int) -> Iterator[tuple[int, int]]:
        """Where a content line, which begins at *index*, stands in source line *number*."""
        starts = self.source.line_starts
        start = starts[min(number, len(starts) - 1)]
        full = self.parsed[start : self.source.line_bounds(min(number + 1, len(starts)))[1]]
        words = line.strip()
        if not words:  # white space that makes no line blank in Markdown, a vertical tab say
            yield index, start + max(0, full.rfind(line))
            return
        lead = len(line) - len(line.lstrip())
        trimmed = full.rstrip()
        at = len(trimmed) - len(words) if trimmed.endswith(words) else max(0, full.find(words))
        for extra in range(lead - at):  # the parser widens a tab to several spaces
            yield index + extra, start
        yield index + max(0, lead - at), start + max(0, at - lead)

    def _heading(self, node: _Node, span: Span) -> Block:
        inline = self._inline(node.children[0].token)
        level = int(node.token.tag[1])
        return Block(BlockKind.HEADING, span, inline.text.strip(), level=level, bold=True)

    def _paragraphs(self, token: Token, span: Span) -> Iterator[Block]:
        inline = self._inline(token)
        if not inline.text.raw.strip():
            return
        bounds = list(_logical_lines(inline))
        for start, end in bounds:
            text = inline.text.part(start, end).strip()
            if text.raw and not _UNDERLINE.fullmatch(text.raw):
                whole = span if len(bounds) == 1 else text.span()
                yield Block(
                    BlockKind.PARAGRAPH,
                    whole,
                    text,
                    bold=_covers(inline.bold, inline.text.raw, start, end),
                    struck=_covers(inline.struck, inline.text.raw, start + _box(text.raw), end),
                    level=_lead(inline.bold, inline.text.raw, start),
                )

    def _item(self, node: _Node, kind: str) -> Block:
        children = list(self._blocks(node.children))
        checked: bool | None = None
        struck = False
        if children and children[0].kind is BlockKind.PARAGRAPH:
            checked, children[0] = _checkbox(children[0])
            struck = children[0].struck
        number = int(node.token.info) if node.token.info.isdigit() else None
        return Block(
            BlockKind.ITEM,
            self._span(node.token),
            children[0].text if children and children[0].kind is BlockKind.PARAGRAPH else None,
            ordered=kind.startswith("ordered"),
            number=number,
            checked=checked,
            struck=struck,
            bold=bool(children and children[0].bold),
            children=tuple(children),
        )

    def _table(self, node: _Node, span: Span) -> Block:
        rows = []
        for part in node.children:
            for row in part.children:
                first = (row.token.map or (0, 0))[0]
                rows.append(self._row(first, len(row.children)))
        return Block(BlockKind.TABLE, span, children=tuple(rows))

    def _row(self, number: int, columns: int) -> Block:
        start, end = self.source.line_bounds(min(number + 1, self.source.line_count))
        bounds = list(_cells(self.text, start, end))[:columns]
        cells = tuple(self._cell(left, right) for left, right in bounds)
        return Block(BlockKind.ROW, Span(start, end), children=cells)

    def _cell(self, left: int, right: int) -> Block:
        inline = self._scan(self.text[left:right], [(0, left)])
        return Block(
            BlockKind.CELL,
            Span(left, right),
            inline.text.strip(),
            bold=_covers(inline.bold, inline.text.raw, 0, len(inline.text)),
            struck=_covers(inline.struck, inline.text.raw, 0, len(inline.text)),
        )

    def _code(self, token: Token, span: Span) -> Iterator[Block]:
        lines = [line for line in token.content.split("\n") if line.strip()]
        if token.type == "code_block" and _is_prose(lines):
            yield from self._indented_prose(span)
            return
        start = span.start
        if token.type == "fence":
            first = self.source.line_of(span.start)
            start = self.source.line_bounds(min(first + 1, self.source.line_count))[0]
        start = min(start, span.end)
        raw = self.text[start : span.end]
        text = Text(raw, regex(r"\S").sub(MASK, raw), ((0, start),))
        self.code_spans.append(span)
        yield Block(BlockKind.CODE, span, text)

    def _indented_prose(self, span: Span) -> Iterator[Block]:
        """Indented lines of prose were not meant as code: one paragraph a line."""
        at = span.start
        for line in self.text[span.start : span.end].split("\n"):
            words = line.strip()
            bullet = _TYPED_BULLET.match(words)
            words = words[bullet.end() :] if bullet else words
            if words:
                left = at + line.rfind(words)
                inline = self._scan(words, [(0, left)])
                yield Block(BlockKind.PARAGRAPH, inline.text.span(), inline.text.strip())
            at += len(line) + 1

    def _html(self, token: Token, span: Span) -> Iterator[Block]:
        body = self.text[span.start : span.end]
        if token.content.lstrip().startswith("<!--"):
            yield Block(BlockKind.HTML, span)
            return
        tables = [self._html_table(one) for one in html_tables(self.text, span.start, span.end)]
        headings = self._html_headings(body, span)
        outside = (
            one for one in headings if not any(one.span.overlaps(table.span) for table in tables)
        )
        found = [*outside, *tables]
        if not tables:
            yield Block(BlockKind.HTML, span)
        yield from sorted(found, key=lambda block: block.span.start)

    def _html_table(self, table: HtmlTable) -> Block:
        rows = [
            Block(
                BlockKind.ROW,
                Span(row.start, row.end),
                children=tuple(self._cell(one.start, one.end) for one in row.cells),
            )
            for row in table.rows
        ]
        return Block(BlockKind.TABLE, Span(table.start, table.end), children=tuple(rows))

    @staticmethod
    def _html_headings(body: str, span: Span) -> Iterator[Block]:
        for match in _HTML_HEADING.finditer(body):
            words = match[2].strip()
            if words:
                left = span.start + match.start(2) + match[2].find(words)
                text = Text(words, words, ((0, left),))
                level = int(match[1][1]) if match[1][0] in "hH" else 4
                place = Span(span.start + match.start(), span.start + match.end())
                yield Block(BlockKind.HEADING, place, text, level=level, bold=True)

    def _comments(self) -> Iterator[Comment]:
        if self.plain and "<!--" not in self.text:
            return
        at = self.text.find("<!--")
        while at >= 0:
            end = self.text.find("-->", at + 4)
            if end < 0:
                return
            span = Span(at, end + 3)
            if not any(code.overlaps(span) for code in self.code_spans):
                yield Comment(self.source.text[at + 4 : end], span, self._alone(span))
            at = self.text.find("<!--", end + 3)

    def _alone(self, span: Span) -> bool:
        before = self.text.rfind("\n", 0, span.start) + 1
        after = self.text.find("\n", span.end)
        after = len(self.text) if after < 0 else after
        around = self.text[before : span.start] + self.text[span.end : after]
        return not around.strip(" \t\r>")


class _Node(Struct, frozen=True):
    """A token with the tokens between it and its closing one."""

    token: Token
    children: list[_Node]


def _nest(tokens: Sequence[Token]) -> list[_Node]:
    root: list[_Node] = []
    stack = [root]
    for token in tokens:
        if token.nesting < 0:
            if len(stack) > 1:
                stack.pop()
            continue
        node = _Node(token, [])
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return root


def _load_toml(body: str) -> object:
    from pmlint.toml import loads

    return loads(body)


def _load_yaml(body: str) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(body, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _logical_lines(inline: Inline) -> Iterator[tuple[int, int]]:
    """Ranges of the paragraph's text that stand for themselves."""
    raw = inline.text.raw
    lines = raw.split("\n")
    if len(lines) == 1:
        yield 0, len(raw)
        return
    ends = []
    at = 0
    for line in lines:
        at += len(line) + 1
        ends.append(at - 1)
    hard = {index for index, end in enumerate(ends) if end in inline.hard}
    start = 0
    for index in sorted(meant_breaks(lines, hard)):
        yield start, ends[index]
        start = ends[index] + 1
    yield start, len(raw)


def _covers(ranges: Sequence[tuple[int, int]], raw: str, start: int, end: int) -> bool:
    """Whether the marked ranges leave only punctuation of `raw[start:end]` outside."""
    if not ranges:
        return False
    inside = [False] * (end - start)
    for left, right in ranges:
        for index in range(max(left, start), min(right, end)):
            inside[index - start] = True
    return all(
        covered or not raw[start + index].isalnum() for index, covered in enumerate(inside)
    ) and any(inside)


def _lead(ranges: Sequence[tuple[int, int]], raw: str, start: int) -> int:
    """Length of the bold run that the line starts with, counted from its first word."""
    first = start + len(raw[start:]) - len(raw[start:].lstrip())
    for left, right in ranges:
        if left <= first < right or (left >= first and not raw[first:left].strip(" \t-–—•*")):
            return max(0, right - first)
    return 0


def _checkbox(block: Block) -> tuple[bool | None, Block]:
    text = block.text
    match = _CHECKBOX.match(text.raw) if text else None
    if text is None or match is None:
        return None, block
    return match[1] not in " -", replace(block, text=text.part(match.end()))


def _box(raw: str) -> int:
    match = _CHECKBOX.match(raw)
    return match.end() if match else 0


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of a table row's cells: split at pipes that are not escaped."""
    while start < end and text[start] in " \t>":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    if start < end and text[start] == "|":
        start += 1
    if end > start and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\":
        end -= 1
    left = start
    at = text.find("|", start, end)
    while at >= 0:
        if text[at - 1] != "\\":
            yield left, at
            left = at + 1
        at = text.find("|", at + 1, end)
    yield left, end


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether indented lines read as sentences or items rather than as code or a log."""
    if not lines:
        return False
    prose = sum(bool(_PROSE_LINE.match(line)) and not _CODE_SIGNS.search(line) for line in lines)
    return prose * 4 >= len(lines) * 3

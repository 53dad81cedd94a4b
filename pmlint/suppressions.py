"""Directives in HTML comments: what a document's author has allowed, and where.

``<!-- pmlint: allow PM401 reason -->`` covers its own line (in a list item or
table row all of the item's own text), or, alone on its line, the block after it.
``allow-file`` covers the document; ``off`` covers all up to the matching ``on``.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from pmlint.document import Block, BlockKind, Comment, Document, Span
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity
from pmlint.selection import matching, nearest, nearest_selector

__all__ = ["INTERNAL_RULES", "UNCLOSED", "UNKNOWN", "UNUSED", "Suppressions"]

_DIRECTIVE = regex(r"\s*pmlint\s*:\s*(?P<verb>[\w-]*)\s*(?P<rest>[\s\S]*)", re.IGNORECASE)
_SELECTORS = regex(r"[\w-]+(?:\s*,\s*[\w-]+)*")
_VERBS = ("allow", "allow-file", "off", "on")


def _engine_reports(_document: Document, _options: object) -> Iterator[Hit]:
    """What these rules need (who ran, what was found) only the engine knows."""
    return iter(())


def _internal(code: str, name: str, summary: str, hint: str, doc: str, bad: str, good: str) -> Rule:
    return Rule(
        code=code,
        name=name,
        category=Category.INTERNAL,
        severity=Severity.WARNING,
        summary=summary,
        check=_engine_reports,
        bad=(bad,),
        good=(good,),
        hint=hint,
        doc=f"{summary}\n\n{doc}",
    )


UNKNOWN = _internal(
    "PM001",
    "unknown-suppression",
    "A pmlint comment cannot be understood.",
    "Name rules by code, prefix, name or category; `pmlint rules` lists them.",
    "Why: a misspelt comment suppresses nothing, and looks as if it did.\n\n"
    "Instead: name a rule that exists, such as `<!-- pmlint: allow PM401 reason -->`.",
    "## Action items\n\n- Improve monitoring [[<!-- pmlint: allow PM4O1 -->]]\n",
    "## Action items\n\n- Improve monitoring <!-- pmlint: allow PM401 agreed with the team -->\n",
)
UNCLOSED = _internal(
    "PM002",
    "unclosed-suppression",
    "An `off` comment has no `on` after it, or an `on` no `off` before it.",
    "Put `<!-- pmlint: on -->` where the review should go on.",
    "Why: all text after an open `off` goes unreviewed, also what is written later.\n\n"
    "Instead: close each `off` with an `on` that names the same rules.",
    "[[<!-- pmlint: off PM4 -->]]\n\n## Action items\n\n- Improve monitoring\n",
    "<!-- pmlint: off PM4 -->\n\n## Action items\n\n- Improve monitoring\n\n"
    "<!-- pmlint: on PM4 -->\n",
)
UNUSED = _internal(
    "PM003",
    "unused-suppression",
    "A suppression suppresses nothing.",
    "Remove the comment, so that it cannot hide a later finding.",
    "Why: a leftover suppression hides the next finding of that rule in its place.\n\n"
    "Instead: remove it.",
    "The script now asks before it runs. [[<!-- pmlint: allow PM401 -->]]\n",
    "## Action items\n\n- Improve monitoring <!-- pmlint: allow PM401 agreed with the team -->\n",
)
INTERNAL_RULES = (UNKNOWN, UNCLOSED, UNUSED)
"""Problems with suppressions themselves. The engine reports them; no file holds them."""


class _Directive(Struct):
    """One understood comment: which rules it covers where, and what it was used for."""

    verb: str
    span: Span
    selectors: dict[str, frozenset[str]]
    ranges: list[Span]
    used: set[str] = field(default_factory=set)

    def covers(self, code: str, span: Span) -> bool:
        named = any(code in codes for codes in self.selectors.values())
        return named and any(_touches(area, span) for area in self.ranges)


class Suppressions:
    """What a document's directives cover. Keeps account of what they were used for."""

    def __init__(self, document: Document, rules: Sequence[Rule]) -> None:
        """Read the comments of *document*; *rules* are all that exist, selected or not."""
        self._document = document
        self._rules = rules
        self._directives: list[_Directive] = []
        self._problems: list[tuple[Rule, Hit]] = []
        self._open: list[_Directive] = []
        self._wide: list[_Directive] = []
        self._by_line: dict[int, list[_Directive]] = {}
        for comment in document.comments:
            self._read(comment)
        self._report_unclosed()

    def covers(self, code: str, span: Span) -> bool:
        """Whether a finding is suppressed; all directives that cover it count as used."""
        near = [*self._wide, *self._near(span)]
        covering = [directive for directive in near if directive.covers(code, span)]
        for directive in covering:
            directive.used.add(code)
        return bool(covering)

    def problems(self, ran: frozenset[str]) -> Iterator[tuple[Rule, Hit]]:
        """Findings about the directives themselves, once all rules in *ran* were run."""
        yield from self._problems
        for directive in self._directives:
            yield from self._unused(directive, ran)

    def _near(self, span: Span) -> Iterator[_Directive]:
        for line in self._lines(span):
            yield from self._by_line.get(line, ())

    def _lines(self, span: Span) -> range:
        """Numbers of the lines that *span* touches."""
        line_of = self._document.source.line_of
        return range(line_of(span.start), line_of(max(span.start, span.end - 1)) + 1)

    def _read(self, comment: Comment) -> None:
        match = _DIRECTIVE.fullmatch(comment.body)
        if match is None:
            return
        verb = match["verb"].lower()
        if verb not in _VERBS:
            self._problem(UNKNOWN, comment.span, _unknown_verb(match["verb"]))
            return
        selectors = self._selectors(verb, match["rest"].strip(), comment.span)
        if selectors:
            self._apply(_Directive(verb, comment.span, selectors, []), comment)

    def _selectors(self, verb: str, rest: str, span: Span) -> dict[str, frozenset[str]]:
        """Rules that a directive names. Without any, `off` and `on` mean all rules."""
        named = _SELECTORS.match(rest)
        if named is None:
            if verb in ("off", "on"):
                return {"ALL": matching("ALL", self._rules)}
            self._problem(UNKNOWN, span, f'"{verb}" names no rule, so it suppresses nothing')
            return {}
        words = [word.strip() for word in named[0].split(",")]
        # Codes that stand one after the other, without commas, are no reason.
        codes = {rule.code for rule in self._rules}
        words += itertools.takewhile(codes.__contains__, rest[named.end() :].split())
        found = {word: matching(word, self._rules) for word in words}
        for word in (word for word, codes in found.items() if not codes):
            self._problem(UNKNOWN, span, self._unknown_rule(word), {"rule": word})
        return {word: codes for word, codes in found.items() if codes}

    def _apply(self, directive: _Directive, comment: Comment) -> None:
        if directive.verb == "on":
            self._close(directive)
            return
        self._directives.append(directive)
        if directive.verb == "allow":
            directive.ranges = _allowed(self._document, comment)
            for line in {line for area in directive.ranges for line in self._lines(area)}:
                self._by_line.setdefault(line, []).append(directive)
            return
        self._wide.append(directive)
        end = len(self._document.source.text) + 1
        directive.ranges = [Span(0, end)]
        if directive.verb == "off":
            directive.ranges = [Span(comment.span.start, end)]
            self._open.append(directive)

    def _close(self, closing: _Directive) -> None:
        """End the last open `off` of the same rules; a bare `on` ends them all."""
        everything = "ALL" in closing.selectors
        wanted = frozenset().union(*closing.selectors.values())
        closed = [
            directive
            for directive in self._open
            if everything or wanted & frozenset().union(*directive.selectors.values())
        ]
        if not closed:
            self._problem(UNCLOSED, closing.span, 'this "on" closes nothing: no "off" is open here')
        for directive in closed:
            directive.ranges = [Span(directive.span.start, closing.span.end)]
            self._open.remove(directive)

    def _report_unclosed(self) -> None:
        for directive in self._open:
            message = 'this "off" has no "on" after it, so the rest of the document goes unreviewed'
            self._problem(UNCLOSED, directive.span, message)

    def _unused(self, directive: _Directive, ran: frozenset[str]) -> Iterator[tuple[Rule, Hit]]:
        usual = frozenset(rule.code for rule in self._rules if rule.enabled)
        for word, codes in directive.selectors.items():
            expected = codes if len(codes) == 1 else codes & usual
            if codes & directive.used or not expected <= ran:
                continue
            message = f'"{directive.verb} {word}" suppresses nothing here'
            yield UNUSED, Hit(directive.span, message, data={"rule": word})

    def _unknown_rule(self, word: str) -> str:
        return f'"{word}" is no rule that pmlint knows.{nearest_selector(word, self._rules)}'

    def _problem(
        self, rule: Rule, span: Span, message: str, data: dict[str, str] | None = None
    ) -> None:
        self._problems.append((rule, Hit(span, message, data=data or {})))


def _unknown_verb(verb: str) -> str:
    if not verb:
        return "this pmlint comment says nothing to do: write allow, allow-file, off or on"
    return f'"{verb}" is not a pmlint directive.{nearest(verb, _VERBS)}'


def _touches(area: Span, span: Span) -> bool:
    """Whether a finding lies in *area* at least in part; it may be empty."""
    return span.start < area.end and max(span.end, span.start + 1) > area.start


def _allowed(document: Document, comment: Comment) -> list[Span]:
    if comment.alone:
        following = _block_after(document.blocks, comment.span.end)
        return [] if following is None else [_lines_of(document, following.span)]
    own = [_lines_of(document, comment.span)]
    around = _unit_around(document.blocks, comment.span.start)
    return own if around is None else [*own, _lines_of(document, around)]


def _lines_of(document: Document, span: Span) -> Span:
    """The whole lines that *span* stands on, with the line ending of the last."""
    source = document.source
    start, _ = source.line_bounds(source.line_of(span.start))
    _, end = source.line_bounds(source.line_of(max(span.start, span.end - 1)))
    return Span(start, end + 1)


def _block_after(blocks: Sequence[Block], offset: int) -> Block | None:
    """The first block that begins at or after *offset*; of a list, its first item."""
    for block in blocks[bisect_right(blocks, offset, key=_end) :]:
        if block.span.start < offset or block.kind is BlockKind.LIST:
            inner = _block_after(block.children, offset)
            if inner is not None:
                return inner
        elif block.kind is not BlockKind.HTML:
            return block
    return None


def _unit_around(blocks: Sequence[Block], offset: int) -> Span | None:
    """What a comment inside an item, row or heading stands for; None in a paragraph."""
    path = list(_path_to(blocks, offset))
    for outer, inner in zip(reversed(path[:-1]), reversed(path), strict=False):
        if inner.kind in (BlockKind.ROW, BlockKind.HEADING):
            return inner.span
        if outer.kind is BlockKind.ITEM:
            return inner.span
    return path[0].span if path and path[0].kind is BlockKind.HEADING else None


def _path_to(blocks: Sequence[Block], offset: int) -> Iterator[Block]:
    """The blocks around *offset*, outermost first."""
    index = bisect_right(blocks, offset, key=_end)
    if index < len(blocks) and offset in blocks[index].span:
        yield blocks[index]
        yield from _path_to(blocks[index].children, offset)


def _end(block: Block) -> int:
    return block.span.end

"""Rules over a document, and the one place where their hits become findings."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmlint.classifier import ModelError
from pmlint.config import Settings
from pmlint.document import Document
from pmlint.rule import Category, Fix, Hit, Rule, Severity
from pmlint.source import Source
from pmlint.suppressions import Suppressions

if TYPE_CHECKING:
    from pmlint.review.masking import Mask

__all__ = ["Finding", "Findings", "Problem", "document_of", "lint", "review", "review_together"]

_DIGITS = 2  # of a confidence: what lies behind depends on the processor, and on what is read along
_TOGETHER, _MOST_TOGETHER = 8, 60_000  # documents, and characters of them, that are held at a time


class Finding(Struct, frozen=True):
    """One thing to look at, with its exact place.

    The fields up to `data` are those of the JSON contract: lines and columns count
    from 1, in code points, and `end_column` is exclusive. `start` and `end` are
    offsets into the text; `source_line` is the first line of the place, from column `shown_from`
    on: of a very long line it is what is near. `fix` is a change of form that mends it, where
    there is one.
    """

    path: str
    code: str
    name: str
    category: Category
    severity: Severity
    confidence: float
    message: str
    hint: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    data: Mapping[str, Any]
    start: int
    end: int
    source_line: str
    fix: Fix | None = None
    shown_from: int = 1


class Problem(Struct, frozen=True):
    """Something that kept a file from being reviewed, whole or in part."""

    path: str
    message: str


_Placed = TypeVar("_Placed", Finding, Problem)


class Findings(Struct, frozen=True):
    """What a review of one or more files has found, in order of place, then code.

    `suppressed` were allowed by comments in the documents, `known` by a baseline. `rules`
    are those that were run, in order of their codes. `notes` tell of parts that could not be
    read as they were meant; unlike `errors` they fail nothing.
    """

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    errors: tuple[Problem, ...] = ()
    files: int = 0
    known: tuple[Finding, ...] = ()
    rules: tuple[Rule, ...] = ()
    notes: tuple[Problem, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable[Findings]) -> Findings:
        """The findings of several reviews as one, in the order given."""
        every = list(parts)
        return cls(
            tuple(finding for part in every for finding in part.findings),
            tuple(finding for part in every for finding in part.suppressed),
            tuple(problem for part in every for problem in part.errors),
            sum(part.files for part in every),
            tuple(finding for part in every for finding in part.known),
            _united(part.rules for part in every),
            tuple(note for part in every for note in part.notes),
        )

    def in_order(self, paths: Iterable[str]) -> Findings:
        """The same findings, those of each document together and documents in this order."""
        ranks = {path: rank for rank, path in enumerate(paths)}

        def rank(one: Finding | Problem) -> int:
            return ranks.get(one.path, -1)

        return replace(
            self,
            findings=tuple(sorted(self.findings, key=rank)),
            suppressed=tuple(sorted(self.suppressed, key=rank)),
            errors=tuple(sorted(self.errors, key=rank)),
            known=tuple(sorted(self.known, key=rank)),
            notes=tuple(sorted(self.notes, key=rank)),
        )

    def renamed(self, named: Callable[[str], str]) -> Findings:
        """The same findings, their documents called as *named* has it."""

        def each(items: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
            return tuple(replace(one, path=named(one.path)) for one in items)

        return replace(
            self,
            findings=each(self.findings),
            suppressed=each(self.suppressed),
            errors=each(self.errors),
            known=each(self.known),
            notes=each(self.notes),
        )

    def with_rules(self, rules: Iterable[Rule]) -> Findings:
        """The same findings, and the rules that were run for them."""
        return replace(self, rules=_by_code(rules))

    def without_rules(self) -> Findings:
        """The same findings, without the rules that were run."""
        return replace(self, rules=())

    def count(self, severity: Severity) -> int:
        """How many findings are of *severity*."""
        return sum(finding.severity is severity for finding in self.findings)


def _united(parts: Iterable[tuple[Rule, ...]]) -> tuple[Rule, ...]:
    """Rules of several reviews, each once; most reviews ran the same ones."""
    by_code: dict[str, Rule] = {}
    last: tuple[Rule, ...] = ()
    for rules in parts:
        if rules is not last:
            by_code |= {rule.code: rule for rule in rules}
            last = rules
    return tuple(by_code[code] for code in sorted(by_code))


class _Found(Struct, frozen=True):
    """A hit before it is stamped."""

    rule: Rule
    hit: Hit
    suppressed: bool = False


def lint(document: Document, rules: Sequence[Rule], settings: Settings) -> Findings:
    """Run *rules* over *document*.

    A rule that fails is one entry of `errors`; the others go on. `settings` also
    knows the rules that are not run, for suppressions that name them.
    """
    suppressions = Suppressions(document, settings.known_rules or tuple(rules))
    ignored = settings.ignored_in(document.source.path)
    found: list[_Found] = []
    errors: list[Problem] = []
    ran: set[str] = set()
    for rule in rules:
        if rule.code in ignored:
            continue
        try:
            hits = list(_checked(rule, document, settings))
        except ModelError:
            # No rule's own failure: the installation is broken, and every rule would say so.
            raise
        except Exception as error:
            errors.append(_failure(rule, document, error))
            continue
        ran.add(rule.code)
        found += [_Found(rule, hit, suppressions.covers(rule.code, hit.span)) for hit in hits]
    for rule, hit in suppressions.problems(frozenset(ran)):
        if rule.code not in ignored and settings.reports(rule):
            found.append(_Found(rule, hit))
    return _findings(document, found, errors, settings).with_rules(rules)


def document_of(source: Source, settings: Settings) -> Document:
    """*source* as it is read with *settings*."""
    # Only here: what needs no document (`pmlint rules`) starts without the parser.
    from pmlint.reading import ReadSettings, read

    return read(
        source,
        ReadSettings(
            aliases=settings.aliases,
            people=frozenset(settings.people),
            systems=frozenset(settings.systems),
            profile=settings.profile_of(source.path),
            as_of=settings.as_of,
        ),
    )


def _by_code(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """*rules* in order; what has it already is not copied, as the findings of many share it."""
    given = tuple(rules)
    ordered = tuple(sorted(given, key=lambda rule: rule.code))
    return given if given == ordered else ordered


def review(source: Source, rules: Sequence[Rule], settings: Settings) -> Findings:
    """Read *source* and run *rules* over it; a failing reader is an error entry too."""
    document = _read(source, settings)
    return document if isinstance(document, Findings) else lint(document, rules, settings)


def review_together(asked: Iterable[tuple[Source, Settings]]) -> Iterator[Findings]:
    """The review of each document by the rules of its settings, in order.

    Some documents are held at a time, so that the models are asked for all of them at once.
    """
    group: list[tuple[Source, Settings]] = []
    size = 0
    for source, settings in asked:
        if group and (len(group) == _TOGETHER or size + len(source.text) > _MOST_TOGETHER):
            yield from _reviewed(group)
            group, size = [], 0
        group.append((source, settings))
        size += len(source.text)
    if group:
        yield from _reviewed(group)


def _reviewed(group: Sequence[tuple[Source, Settings]]) -> list[Findings]:
    from pmlint.wording.judged import together

    read = [_read(source, settings) for source, settings in group]
    with together([one for one in read if isinstance(one, Document)]):
        return [
            one if isinstance(one, Findings) else lint(one, settings.rules, settings)
            for one, (_, settings) in zip(read, group, strict=True)
        ]


def _read(source: Source, settings: Settings) -> Document | Findings:
    try:
        return document_of(source, settings)
    except Exception as error:
        message = f"pmlint could not read this document: {_cause(error)}. Please report this."
        return Findings(errors=(Problem(source.path, message),), files=1)


def _checked(rule: Rule, document: Document, settings: Settings) -> Iterator[Hit]:
    size = len(document.source.text)
    for hit in rule.check(document, settings.options_of(rule)):
        if not 0 <= hit.span.start <= hit.span.end <= size:
            raise ValueError(f"its place {hit.span.start}-{hit.span.end} is outside the text")
        yield hit


def _failure(rule: Rule, document: Document, error: Exception) -> Problem:
    message = f"rule {rule.code} ({rule.name}) failed: {_cause(error)}. Please report this."
    return Problem(document.source.path, message)


def _findings(
    document: Document, found: Sequence[_Found], errors: Sequence[Problem], settings: Settings
) -> Findings:
    veil = _Veil.over(document, [item.hit for item in found])
    kept: dict[tuple[str, int, int, str], tuple[bool, Finding]] = {}
    for item in found:
        finding = _stamp(veil, item.rule, item.hit, settings)
        if settings.shows(finding.severity, finding.confidence):
            key = (finding.code, finding.start, finding.end, finding.message)
            kept.setdefault(key, (item.suppressed, finding))
    ordered = sorted(kept.values(), key=lambda pair: _place(pair[1]))
    path = document.source.path
    return Findings(
        tuple(finding for suppressed, finding in ordered if not suppressed),
        tuple(finding for suppressed, finding in ordered if suppressed),
        tuple(Problem(path, veil.mask.text(error.message)) for error in errors),
        files=1,
        notes=tuple(Problem(path, veil.mask.text(note)) for note in document.notes),
    )


class _Veil(Struct, frozen=True):
    """What hides the secrets of a document from all that is told of it.

    A finding quotes its line and its words, and none of that must spread a secret to logs.
    `source` is the text with stars in their place, all places unchanged.
    """

    source: Source
    mask: Mask

    @classmethod
    def over(cls, document: Document, hits: Iterable[Hit]) -> _Veil:
        """Hides what looks like a secret, whatever is run, and what hits call ``masked``."""
        # Only here: documents whose findings are known need no expressions.
        from pmlint.review.masking import Mask, mask_of, starred
        from pmlint.review.secrets import secrets_of

        source = document.source
        spans = {one.span for one in secrets_of(document)}
        told = {hit.span for hit in hits if hit.data.get("masked")} - spans
        if not spans and not told:
            return cls(source, mask_of(document))
        mask = Mask(map(document.excerpt, spans | told)) if told else mask_of(document)
        # A password that is named in one line may stand in others without a name.
        characters = list("".join(map(mask.text, source.text.splitlines(keepends=True))))
        for span in sorted(spans | told):
            characters[span.start : span.end] = starred(source.text[span.start : span.end])
        return cls(Source(source.path, "".join(characters)), mask)

    def fix(self, fix: Fix | None) -> Fix | None:
        """*fix*, unless it would carry a secret along: that is for people to move, or remove."""
        if fix is None or any(self.mask.text(edit.text) != edit.text for edit in fix.edits):
            return None
        return replace(fix, summary=self.mask.text(fix.summary))


def _stamp(veil: _Veil, rule: Rule, hit: Hit, settings: Settings) -> Finding:
    source, mask = veil.source, veil.mask
    line, column = source.place(hit.span.start)
    end_line, end_column = source.place(hit.span.end)
    shown, shown_from = source.line_near(hit.span.start)
    return Finding(
        path=source.path,
        code=rule.code,
        name=rule.name,
        category=rule.category,
        severity=settings.severity_of(rule) or _weighed(hit, hit.severity or rule.severity),
        confidence=round(min(1.0, max(0.0, hit.confidence)), _DIGITS),
        message=mask.text(hit.message),
        hint=mask.text(hit.hint or rule.hint),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=source.text[hit.span.start : hit.span.end],
        data=mask.value(hit.data) if mask else dict(hit.data),
        start=hit.span.start,
        end=hit.span.end,
        source_line=shown,
        fix=veil.fix(hit.fix) if mask else hit.fix,
        shown_from=shown_from,
    )


_EVEN = 0.5


def _weighed(hit: Hit, severity: Severity) -> Severity:
    """*severity*, one step lower for what is less likely right than wrong."""
    return severity.lower if hit.confidence < _EVEN else severity


def _place(finding: Finding) -> tuple[int, str, int, str]:
    return finding.start, finding.code, finding.end, finding.message


def _cause(error: Exception) -> str:
    """One line for an error that nobody expected: what it was, and in which line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{where}".replace("\n", " ")

"""Findings as an editor lists them."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Diagnostic, DiagnosticSeverity

from pmlint.document import Span
from pmlint.engine import Finding
from pmlint.rule import Severity
from pmlint.server.positions import Positions
from pmlint.server.reviewing import Reviewed

__all__ = ["SOURCE", "diagnostic", "diagnostics"]

SOURCE = "pmlint"

_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(reviewed: Reviewed, positions: Positions) -> list[Diagnostic]:
    """Everything that is to be said about the document, what went wrong first."""
    return [
        *_problems(reviewed, positions),
        *(diagnostic(finding, positions) for finding in reviewed.findings.findings),
    ]


def diagnostic(finding: Finding, positions: Positions) -> Diagnostic:
    """One finding: what is wrong, and in a second line what to do."""
    return Diagnostic(
        range=positions.range(Span(finding.start, finding.end)),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        message="\n".join(filter(None, (finding.message, finding.hint))),
    )


def _problems(reviewed: Reviewed, positions: Positions) -> Iterator[Diagnostic]:
    """What kept the document, a part of it or a rule from being reviewed: on the first line."""
    found = reviewed.findings
    failed = [reviewed.error, *(problem.message for problem in found.errors)]
    told = [(DiagnosticSeverity.Error, message) for message in failed if message]
    told += [(DiagnosticSeverity.Information, note.message) for note in found.notes]
    _, end = reviewed.source.line_bounds(1)
    for severity, message in told:
        yield Diagnostic(
            range=positions.range(Span(0, end)),
            severity=severity,
            source=SOURCE,
            message=message,
        )

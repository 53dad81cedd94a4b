"""The closing words of a review, and the table of counts."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from pmlint.engine import Findings
from pmlint.formats.terminal import Style
from pmlint.rule import Severity

__all__ = ["Tally", "count", "statistics", "summary", "summary_of"]


def count(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Tally(Struct):
    """How much was reviewed and found; `places` are files with findings."""

    severities: Counter[Severity] = field(default_factory=Counter)
    suppressed: int = 0
    known: int = 0
    errors: int = 0
    files: int = 0
    places: int = 0

    def add(self, findings: Findings) -> None:
        """Count *findings*, of files that are not counted yet."""
        self.severities.update(finding.severity for finding in findings.findings)
        self.suppressed += len(findings.suppressed)
        self.known += len(findings.known)
        self.errors += len(findings.errors)
        self.files += findings.files
        self.places += len({finding.path for finding in findings.findings})


def summary(findings: Findings) -> str:
    """One line on what was reviewed and found."""
    tally = Tally()
    tally.add(findings)
    return summary_of(tally)


def summary_of(tally: Tally) -> str:
    """One line on what was reviewed and found, from its counts."""
    tail = _tail(tally)
    if tally.places:
        return _found(tally) + tail
    if tally.errors:
        problems = count(tally.errors, "problem")
        return f"Nothing found, but not all could be reviewed: {problems}.{tail}"
    return f"All clear: {count(tally.files, 'file')} reviewed.{tail}"


def _tail(tally: Tally) -> str:
    """How many findings are not among those listed, and why."""
    hidden = ((tally.suppressed, "suppressed"), (tally.known, "known by the baseline"))
    return "".join(f" {count(number, 'finding')} {why}." for number, why in hidden if number)


def _found(tally: Tally) -> str:
    listed = ((severity, tally.severities[severity]) for severity in Severity)
    kinds = [count(number, severity.value) for severity, number in listed if number]
    number = count(tally.severities.total(), "finding")
    where = count(tally.files, "file")
    if tally.places != tally.files:
        where = f"{tally.places} of {where}"
    return f"Found {number} in {where}: {', '.join(kinds)}."


def statistics(findings: Findings, style: Style) -> str:
    """How often each rule has found something, the most frequent first."""
    counts = Counter((found.code, found.name) for found in findings.findings)
    if not counts:
        return ""
    digits = len(str(max(counts.values())))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(
        f"{number:>{digits}}  {style.paint(code, 'red')}  {name}\n" for (code, name), number in rows
    )

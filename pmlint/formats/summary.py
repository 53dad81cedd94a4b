"""The closing words of a review, and the table of counts."""

from __future__ import annotations

from collections import Counter

from pmlint.engine import Findings
from pmlint.formats.terminal import Style
from pmlint.rule import Severity

__all__ = ["count", "statistics", "summary"]


def count(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(findings: Findings) -> str:
    """One line on what was reviewed and found."""
    tail = _tail(findings)
    if findings.findings:
        return _found(findings) + tail
    if findings.errors:
        problems = count(len(findings.errors), "problem")
        return f"Nothing found, but not all could be reviewed: {problems}.{tail}"
    return f"All clear: {count(findings.files, 'file')} reviewed.{tail}"


def _tail(findings: Findings) -> str:
    """How many findings are not among those listed, and why."""
    hidden = ((findings.suppressed, "suppressed"), (findings.known, "known by the baseline"))
    return "".join(f" {count(len(group), 'finding')} {why}." for group, why in hidden if group)


def _found(findings: Findings) -> str:
    kinds = [count(findings.count(severity), severity.value) for severity in Severity]
    kinds = [kind for kind in kinds if not kind.startswith("0 ")]
    number = count(len(findings.findings), "finding")
    places = len({finding.path for finding in findings.findings})
    where = count(findings.files, "file")
    if places != findings.files:
        where = f"{places} of {where}"
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

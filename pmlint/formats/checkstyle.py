"""Checkstyle's XML, which many review bots and build servers read."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from pmlint.engine import Finding, Findings, Problem
from pmlint.formats.markup import document
from pmlint.formats.terminal import Style, safe
from pmlint.formats.wire import advice, portable

__all__ = ["render"]

_VERSION = "4.3"  # of the format, as most tools that are no Checkstyle state it


def render(findings: Findings, style: Style) -> str:  # noqa: ARG001 - it has no suppressed ones
    """A file element for each file with findings or problems; the problems come first."""
    root = Element("checkstyle", version=_VERSION)
    files: dict[str, Element] = {}
    errors = [(problem.path, _problem(problem)) for problem in findings.errors]
    errors += [(found.path, _finding(found)) for found in findings.findings]
    for path, attributes in errors:
        if path not in files:
            files[path] = SubElement(root, "file", name=portable(path))
        SubElement(files[path], "error", attributes)
    return document(root)


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "line": "1",  # Readers of this format want a line, and this has none.
        "severity": "error",
        "message": safe(problem.message),
        "source": "pmlint",
    }


def _finding(found: Finding) -> dict[str, str]:
    return {
        "line": str(found.line),
        "column": str(found.column),
        "severity": found.severity.value,
        "message": f"{found.name}: {advice(found)}",
        "source": f"pmlint.{found.code}",
    }

"""Workflow commands of GitHub Actions: each finding is shown at its line of the change.

The escapes are those of the Actions toolkit (``escapeData`` and ``escapeProperty`` in
packages/core/src/command.ts), so that no text of a document can end its line and begin a
command of its own.
"""

from __future__ import annotations

from pmlint.engine import Finding, Findings, Problem
from pmlint.formats.terminal import Style
from pmlint.formats.wire import kept, portable
from pmlint.rule import Severity

__all__ = ["render"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Findings, style: Style) -> str:  # noqa: ARG001 - annotations have no style
    """One command a line: the problems, then all findings in their order."""
    lines = [_problem(problem) for problem in findings.errors]
    lines += [_finding(found) for found in findings.findings]
    return "".join(f"{line}\n" for line in lines)


def _problem(problem: Problem) -> str:
    properties = {"file": portable(problem.path), "title": "pmlint"}
    return _command("error", properties, problem.message)


def _finding(found: Finding) -> str:
    properties = {
        "file": portable(found.path),
        **_place(found),
        "title": f"{found.code} {found.name}",
    }
    text = f"{found.message}\n{found.hint}" if found.hint else found.message
    return _command(_COMMANDS[found.severity], properties, text)


def _place(found: Finding) -> dict[str, str]:
    """Lines, and columns too if there is one line: the runner refuses them with more."""
    lines = {"line": str(found.line), "endLine": str(found.end_line)}
    if found.line != found.end_line:
        return lines
    return {**lines, "col": str(found.column), "endColumn": str(found.end_column)}


def _command(name: str, properties: dict[str, str], text: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return kept(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

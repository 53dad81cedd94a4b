"""GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/.

GitLab compares the reports of two branches by their fingerprints, shows the description, and
drops what has a fingerprint that was there before.
"""

from __future__ import annotations

import hashlib
from typing import Any

from pmlint.engine import Findings, Problem
from pmlint.formats.terminal import Style, safe
from pmlint.formats.wire import Marked, advice, json_text, marked, portable
from pmlint.rule import Severity

__all__ = ["render"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_LENGTH = 32  # hexadecimal digits


def render(findings: Findings, style: Style) -> str:  # noqa: ARG001 - it would make them issues
    """The findings, and the problems before them, as one JSON array."""
    issues = [_problem(problem, at) for at, problem in enumerate(findings.errors)]
    issues += [_issue(item) for item in marked(findings) if item.standing == "new"]
    return json_text(issues)


def _problem(problem: Problem, number: int) -> dict[str, Any]:
    return {
        "description": f"pmlint: {safe(problem.message)}",
        "check_name": "pmlint",
        "fingerprint": _unique(problem.path, f"{number} {problem.message}"),
        "severity": "blocker",
        "location": {"path": portable(problem.path), "lines": {"begin": 1, "end": 1}},
    }


def _issue(item: Marked) -> dict[str, Any]:
    found = item.finding
    return {
        "description": f"{found.code} {found.name}: {advice(found)}",
        "check_name": found.code,
        "content": {"body": found.hint},
        "categories": [found.category.value],
        "fingerprint": _unique(found.path, item.fingerprint),
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": portable(found.path),
            "lines": {"begin": found.line, "end": found.end_line},
        },
    }


def _unique(path: str, words: str) -> str:
    """A fingerprint that no other file shares."""
    text = f"{portable(path)}\0{words}"
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]

"""``--format json``: a frozen contract. A new field is a new schema number.

All characters beyond ASCII are escaped: whatever a document holds, the output is
valid in every encoding and moves no cursor.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections.abc import Mapping
from typing import Any

import pmlint
from pmlint.engine import Finding, Findings
from pmlint.formats.terminal import Style
from pmlint.rule import Severity

__all__ = ["SCHEMA", "render"]

SCHEMA = 1


def render(findings: Findings, style: Style) -> str:
    """The findings as one JSON object, and a line ending."""
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "pmlint": pmlint.__version__,
        "findings": [_finding(found) for found in findings.findings],
        "summary": {
            "files": findings.files,
            "errors": findings.count(Severity.ERROR),
            "warnings": findings.count(Severity.WARNING),
            "infos": findings.count(Severity.INFO),
            "suppressed": len(findings.suppressed),
        },
        "errors": [{"path": item.path, "message": item.message} for item in findings.errors],
    }
    if style.show_suppressed:
        content["suppressed"] = [_finding(found) for found in findings.suppressed]
    text = json.dumps(content, indent=2, default=_plain)
    return text.replace("\x7f", "\\u007f") + "\n"


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "path": found.path,
        "code": found.code,
        "name": found.name,
        "category": found.category.value,
        "severity": found.severity.value,
        "confidence": found.confidence,
        "message": found.message,
        "hint": found.hint,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "excerpt": found.excerpt,
        "data": found.data,
    }


def _plain(value: object) -> object:
    """Values of a house rule's `data` that JSON does not know."""
    if isinstance(value, (dt.date, dt.datetime, dt.time)):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    return str(value)

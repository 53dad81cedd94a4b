"""SARIF 2.1.0, for code scanning services and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html is the standard. Suppressed
and known findings are there with --show-suppressed only: GitHub's code scanning takes no
notice of `suppressions`, and would open an alert for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import pmlint
from pmlint.addresses import is_address
from pmlint.engine import Finding, Findings, Problem
from pmlint.formats.terminal import Style, safe
from pmlint.formats.wire import Marked, advice, json_text, marked, portable
from pmlint.marks import read_marks
from pmlint.rule import Category, Rule, Severity

__all__ = ["render"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_FINGERPRINT = "pmlint/v1"
_LONGEST = 1024  # characters of a description, as GitHub's code scanning takes them
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
_SUPPRESSIONS = {"suppressed": "inSource", "known": "external"}
_COUNTED = frozenset({Category.STRUCTURE, Category.LIMITS, Category.PROCESS, Category.INTERNAL})
_LINK = re.compile(r"\](?=\()")
_BACKTICKS = re.compile("`+")


def render(findings: Findings, style: Style) -> str:
    """The findings as a SARIF log of one run."""
    every = [item for item in marked(findings) if item.standing == "new" or style.show_suppressed]
    rules = _rules(findings, every)
    index = {rule["id"]: at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "pmlint", "version": pmlint.__version__, "rules": rules}},
        "invocations": [_invocation(findings)],
        "originalUriBaseIds": {
            _ROOT: {
                "description": {
                    "text": "The top of the repository, or the folder in which pmlint was run."
                }
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, index) for item in every],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(findings: Findings, every: list[Marked]) -> list[dict[str, Any]]:
    """The rules that were run, and those that only a finding names, by code."""
    described = {rule.code: _rule(rule) for rule in findings.rules}
    for item in every:
        if item.finding.code not in described:
            described[item.finding.code] = _named(item.finding)
    return [described[code] for code in sorted(described)]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _cut(rule.summary)},
        "fullDescription": {"text": _cut(rule.doc or rule.summary)},
        "help": {
            "text": "\n\n".join(_help(rule, _indented)),
            "markdown": "\n\n".join(_help(rule, _fenced)),
        },
        "defaultConfiguration": {"enabled": rule.enabled, "level": _LEVELS[rule.severity]},
        "properties": _properties(rule.category, rule.severity),
    }


def _named(found: Finding) -> dict[str, Any]:
    """A rule of which only a finding is known: one of the engine's own, for instance."""
    words = found.name.replace("-", " ").capitalize()
    return {
        "id": found.code,
        "name": found.name,
        "shortDescription": {"text": f"{words}."},
        "fullDescription": {"text": f"{words}."},
        "help": {"text": f"`pmlint explain {found.code}` says more."},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
        "properties": _properties(found.category, found.severity),
    }


def _properties(category: Category, severity: Severity) -> dict[str, Any]:
    """What services sort rules by; what is counted is more precise than judged wording."""
    return {
        "tags": ["postmortem", category.value],
        "category": category.value,
        "precision": "very-high" if category in _COUNTED else "high",
        "problem.severity": _PROBLEMS[severity],
    }


def _help(rule: Rule, shown: Callable[[str], str]) -> Iterator[str]:
    yield rule.doc or rule.summary
    if rule.hint:
        yield f"Hint: {rule.hint}"
    for title, examples in (("Found:", rule.bad), ("Not found:", rule.good)):
        if examples:
            yield title
            yield from (shown(read_marks(example)[0].strip("\n")) for example in examples)


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.split("\n"))


def _fenced(example: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(example)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}markdown\n{example}\n{fence}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _invocation(findings: Findings) -> dict[str, Any]:
    return {
        "executionSuccessful": not findings.errors,
        "toolExecutionNotifications": [
            *(_notification(problem, "error") for problem in findings.errors),
            *(_notification(note, "note") for note in findings.notes),
        ],
    }


def _notification(problem: Problem, level: str) -> dict[str, Any]:
    return {
        "level": level,
        "message": {"text": _plain(safe(problem.message))},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path)}}],
    }


def _result(item: Marked, index: Mapping[str, int]) -> dict[str, Any]:
    found = item.finding
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index[found.code],
        "level": _LEVELS[found.severity],
        "message": {"text": _plain(advice(found))},
        "locations": [{"physicalLocation": _location(found)}],
        "partialFingerprints": {_FINGERPRINT: item.fingerprint},
        "properties": {
            "name": found.name,
            "severity": found.severity.value,
            "confidence": found.confidence,
            "hint": found.hint,
        },
    }
    if item.standing != "new":
        result["suppressions"] = [{"kind": _SUPPRESSIONS[item.standing]}]
    return result


def _location(found: Finding) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(found.path),
        "region": {
            "startLine": found.line,
            "startColumn": found.column,
            "endLine": found.end_line,
            "endColumn": found.end_column,
            "snippet": {"text": found.excerpt},
        },
    }


def _artifact(path: str) -> dict[str, str]:
    """Where a file is: from the root of the sources, or by an address."""
    if is_address(path):
        return {"uri": _quoted(path, "/:")}
    pure = PurePath(path)
    if not pure.is_absolute():
        # A colon would make what stands before it a scheme.
        return {"uri": _quoted(portable(path), "/"), "uriBaseId": _ROOT}
    whole = _quoted(pure.as_posix(), "/:")
    if pure.drive.startswith("\\\\"):
        return {"uri": f"file:{whole}"}
    return {"uri": f"file:///{whole.lstrip('/')}"}


def _quoted(path: str, unquoted: str) -> str:
    """*path* percent-encoded, by the bytes that the file's name has on the disk."""
    try:
        return quote(path, unquoted, "utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return quote(path, unquoted, "utf-8", "replace")


def _plain(text: str) -> str:
    """*text* without the links that SARIF makes of ``[words](target)`` in any message."""
    return _LINK.sub("] ", text)

"""JUnit XML, which every build server shows: a file is a suite, and a finding a failed test."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from pmlint.engine import Finding, Findings, Problem
from pmlint.formats.concise import shown
from pmlint.formats.markup import document
from pmlint.formats.terminal import Style, safe
from pmlint.formats.wire import portable

__all__ = ["render"]

_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(findings: Findings, style: Style) -> str:
    """A suite for each file with findings or problems; if there are none, one passed test."""
    root = Element("testsuites", name="pmlint")
    suites: dict[str, Element] = {}
    for problem in findings.errors:
        _suite(root, suites, problem.path).append(_problem(problem))
    for found, note in shown(findings, style):
        _suite(root, suites, found.path).append(_skipped(found) if note else _failed(found))
    if not findings.findings and not findings.errors:
        _suite(root, suites, "pmlint").append(_case("pmlint", "pmlint"))
    for element in (*suites.values(), root):
        _count(element)
    return document(root)


def _suite(root: Element, suites: dict[str, Element], path: str) -> Element:
    """The suite of the file at *path*, made when it is first asked for."""
    if path not in suites:
        suites[path] = SubElement(root, "testsuite", name=portable(path))
    return suites[path]


def _case(path: str, name: str, line: int = 0) -> Element:
    case = Element("testcase", classname=path, name=name, time="0")
    if line:
        case.attrib.update(file=path, line=str(line))
    return case


def _problem(problem: Problem) -> Element:
    case = _case(portable(problem.path), "pmlint")
    message = safe(problem.message)
    SubElement(case, "error", message=message, type="problem").text = message
    return case


def _found(found: Finding) -> Element:
    name = f"{found.code} {found.name} ({found.line}:{found.column})"
    return _case(portable(found.path), name, found.line)


def _failed(found: Finding) -> Element:
    case = _found(found)
    message = safe(found.message)
    failure = SubElement(case, "failure", message=message, type=found.severity.value)
    place = f"{safe(found.path)}:{found.line}:{found.column}"
    rows = [f"{place}: {found.code} [{found.severity.value}] {message}"]
    rows.append(f"    {safe(found.source_line)}")
    if found.hint:
        rows.append(f"hint: {safe(found.hint)}")
    failure.text = "\n".join(rows)
    return case


def _skipped(found: Finding) -> Element:
    case = _found(found)
    SubElement(case, "skipped", message=f"suppressed: {safe(found.message)}")
    return case


def _count(element: Element) -> None:
    """Write how many tests there are in *element*, and how many had which outcome."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    for name, tag in _OUTCOMES.items():
        element.set(name, str(len(list(element.iter(tag)))))

"""The formats: golden files at the edges, and what may never reach a terminal."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pmlint
from pmlint.engine import Finding, Findings, Problem
from pmlint.formats import FORMATS, Style, render
from pmlint.formats.summary import statistics, summary
from pmlint.formats.terminal import safe, width
from pmlint.rule import Category, Severity
from pmlint.source import Source

GOLDEN = Path(__file__).parent / "golden"
PLAIN = Style()

FINDING_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "path": {"type": "string"},
        "code": {"type": "string", "pattern": r"^[A-Z]{2,8}\d{3}$"},
        "name": {"type": "string", "pattern": r"^[a-z]+(-[a-z]+)*$"},
        "category": {"enum": [category.value for category in Category]},
        "severity": {"enum": ["error", "warning", "info"]},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "message": {"type": "string", "minLength": 1},
        "hint": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "end_line": {"type": "integer", "minimum": 1},
        "end_column": {"type": "integer", "minimum": 1},
        "excerpt": {"type": "string"},
        "data": {"type": "object"},
    },
    "additionalProperties": False,
}
FINDING_SCHEMA["required"] = list(FINDING_SCHEMA["properties"])
COUNT = {"type": "integer", "minimum": 0}
SUMMARY_KEYS = ["files", "errors", "warnings", "infos", "suppressed"]
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "schema": {"const": 1},
        "pmlint": {"type": "string"},
        "findings": {"type": "array", "items": FINDING_SCHEMA},
        "summary": {
            "type": "object",
            "properties": dict.fromkeys(SUMMARY_KEYS, COUNT),
            "required": SUMMARY_KEYS,
            "additionalProperties": False,
        },
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"path": {"type": "string"}, "message": {"type": "string"}},
                "required": ["path", "message"],
                "additionalProperties": False,
            },
        },
        "suppressed": {"type": "array", "items": FINDING_SCHEMA},
    },
    "required": ["schema", "pmlint", "findings", "summary", "errors"],
    "additionalProperties": False,
}
"""The frozen contract of ``--format json``. `suppressed` is there with --show-suppressed."""


def finding(text: str, words: str, **changes: Any) -> Finding:
    """A finding of *words* in *text*, the document ``pm.md``."""
    source = Source("pm.md", text)
    start = text.index(words)
    line, column = source.place(start)
    end_line, end_column = source.place(start + len(words))
    fields: dict[str, Any] = {
        "path": "pm.md",
        "code": "PM101",
        "name": "blame-named-person",
        "category": Category.BLAME,
        "severity": Severity.ERROR,
        "confidence": 0.97,
        "message": f'"{words}" makes a person the cause',
        "hint": "Name the condition that let it happen.",
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "excerpt": words,
        "data": {},
        "start": start,
        "end": start + len(words),
        "source_line": source.line(line),
    }
    return Finding(**{**fields, **changes})


TEXT = "# Outage\n\nDave ran the wrong script.\n\n\tThe 支払い service 🍎 stopped, café too.\n"
FINDINGS = Findings(
    findings=(
        finding(TEXT, "Dave ran the wrong"),
        finding(TEXT, "支払い", code="PM803", name="vague-quantity", severity=Severity.INFO),
        finding(TEXT, "stopped", code="PM102", severity=Severity.WARNING, hint=""),
        finding(TEXT, "too.\n", code="PM102", severity=Severity.WARNING, data={"limit": [3, 5]}),
    ),
    suppressed=(finding(TEXT, "Outage", code="PM504", name="title-form"),),
    errors=(Problem("x.md", "no such file. Check the path and its spelling."),),
    files=2,
)


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("suppressed", [False, True], ids=["", "suppressed"])
def test_golden(name: str, suppressed: bool) -> None:
    text = render(FINDINGS, name, Style(show_suppressed=suppressed))
    mark = "-suppressed" if suppressed else ""
    assert text == (GOLDEN / f"{name}{mark}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("suppressed", [False, True])
def test_json_keeps_the_contract(suppressed: bool) -> None:
    content = json.loads(render(FINDINGS, "json", Style(show_suppressed=suppressed)))
    jsonschema.validate(content, SCHEMA)


def test_json_is_the_example_of_the_contract_key_by_key() -> None:
    words = "Dave ran the wrong"
    found = finding("\n" * 11 + f"  {words} script", words, message="...", hint="...")
    problem = Problem("x.md", "...")
    content = render(Findings((found,), (), (problem,), files=1), "json", PLAIN)
    assert json.dumps(json.loads(content)) == (
        '{"schema": 1, "pmlint": "' + pmlint.__version__ + '", "findings": [{"path": "pm.md", '
        '"code": "PM101", "name": "blame-named-person", "category": "blame", '
        '"severity": "error", "confidence": 0.97, "message": "...", "hint": "...", '
        '"line": 12, "column": 3, "end_line": 12, "end_column": 21, '
        '"excerpt": "Dave ran the wrong", "data": {}}], '
        '"summary": {"files": 1, "errors": 1, "warnings": 0, "infos": 0, "suppressed": 0}, '
        '"errors": [{"path": "x.md", "message": "..."}]}'
    )


def test_caret_stands_under_the_words_by_display_width() -> None:
    text = "\tcafe\u0301 支払い and 🍎 pear\n"
    lines = render(Findings((finding(text, "pear"),), files=1), "full", PLAIN).splitlines()
    source_line, marks = lines[2], lines[3]
    before = source_line[: source_line.index("pear")]
    assert sum(map(width, before)) == marks.index("^")
    assert marks.count("^") == 4


def test_long_line_is_cut_around_the_words() -> None:
    text = "x " * 200_000 + "Dave forgot" + " y" * 200_000
    block = render(Findings((finding(text, "Dave forgot"),), files=1), "full", PLAIN)
    _, _, source_line, marks, _ = block.splitlines()
    assert len(source_line) < 140
    assert source_line[marks.index("^") : marks.rindex("^") + 1] == "Dave forgot"


def test_long_words_are_cut_too() -> None:
    text = "a" * 5000
    block = render(Findings((finding(text, text, message="long"),), files=1), "full", PLAIN)
    assert max(map(len, block.splitlines())) < 140


def test_empty_document_has_a_caret() -> None:
    block = render(Findings((finding("", ""),), files=1), "full", PLAIN)
    assert "  | ^" in block


NASTY = (
    "\x1b[31mred\x1b[0m \x07 \x9b2J \u202egnp.exe \u2066x\u2069 \u200b \ufeff \x7f \u2028 \udc80"
)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_control_characters_never_reach_the_terminal(name: str) -> None:
    found = finding(NASTY, NASTY, path=f"{NASTY}.md", message=NASTY, hint=NASTY, data={"x": NASTY})
    shown = render(Findings((found,), (), (Problem(NASTY, NASTY),), files=1), name, PLAIN)
    for character in shown.replace("\n", ""):
        assert character.isprintable(), repr(character)


def test_escapes_are_readable() -> None:
    assert safe("a\x1b[2Jb\u202ec\nd") == "a\\x1b[2Jb\\u202ec d"
    assert safe("家族 👩‍👩‍👧 é") == "家族 👩‍👩‍👧 é"


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80), st.sampled_from(sorted(FORMATS)))
def test_any_text_is_printed_safely(text: str, name: str) -> None:
    one = finding(text, text, message="m", hint=text)
    shown = render(Findings((one,), files=1), name, PLAIN)
    for character in set(shown) - set("\n\u200c\u200d"):
        assert character.isprintable() or unicodedata.category(character) == "Zs"


def test_colour_only_where_asked() -> None:
    assert "\x1b[" in render(FINDINGS, "full", Style(color=True))
    assert "\x1b[" in render(FINDINGS, "concise", Style(color=True))
    assert "\x1b[" not in render(FINDINGS, "json", Style(color=True))


def test_summary_line() -> None:
    assert summary(FINDINGS) == (
        "Found 4 findings in 1 of 2 files: 1 error, 2 warnings, 1 info. 1 finding suppressed."
    )
    assert summary(Findings(files=3)) == "All clear: 3 files reviewed."
    assert summary(Findings(errors=FINDINGS.errors, files=1)).startswith(
        "Nothing found, but not all"
    )


def test_statistics_are_by_number_then_code() -> None:
    assert statistics(FINDINGS, PLAIN) == (
        "2  PM102  blame-named-person\n1  PM101  blame-named-person\n1  PM803  vague-quantity\n"
    )
    assert statistics(Findings(), PLAIN) == ""

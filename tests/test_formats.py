"""The formats: golden files at the edges, and what may never reach a terminal."""

from __future__ import annotations

import datetime as dt
import enum
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

import pmlint
from pmlint.engine import Finding, Findings, Problem
from pmlint.formats import FORMATS, MACHINE, Style, render
from pmlint.formats.markdown import LIMIT
from pmlint.formats.summary import statistics, summary
from pmlint.formats.terminal import safe, width
from pmlint.formats.wire import kept, portable
from pmlint.registry import all_rules
from pmlint.rule import Category, Rule, Severity
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
    known=(finding(TEXT, "script", code="PM103"),),
    rules=(
        Rule(
            code="PM101",
            name="blame-named-person",
            category=Category.BLAME,
            severity=Severity.ERROR,
            summary="A person is named as the cause of the incident.",
            check=lambda _document, _options: (),
            bad=("Then [[Dave forgot]] to run it.", "```sh\n[[dave]]\n```\n"),
            good=("The pipeline let a deploy go out.",),
            hint="Name the condition.",
            doc="A person is named as the cause of the incident.\n\nWhy: blame ends the inquiry.",
        ),
    ),
)
HOSTILE_TEXT = (
    "100% of a,b:c\r\n::error file=x::pwned\n##[error]no ]]> \x00\x1b[2J\x7f\x85\ufffe `tick` ``two` "
    "<script>alert(1)</script> <!-- --> @octocat @org/team #12 GH-3 a/b#4 deadbeef1 https://evil.example "
    "www.evil.example [link](https://evil.example) ![x](y.png) *b* _i_ ~~s~~ | $x$ :tada: &amp; \\ 🍎 "
    "\u202eRTL\u200f \u2028 \udc80"
)
HOSTILE_PATH = "./a b/%,:\n::warning::`<x>@me\u202e\udce9.md"
HOSTILE = Findings(
    findings=(
        finding(HOSTILE_TEXT, HOSTILE_TEXT, path=HOSTILE_PATH, hint=HOSTILE_TEXT),
        finding("pm", "pm", path="/abs:/x.md", message=HOSTILE_TEXT, severity=Severity.INFO),
    ),
    errors=(Problem(HOSTILE_PATH, HOSTILE_TEXT),),
    files=3,
)
CASES = {
    "": (FINDINGS, False),
    "-suppressed": (FINDINGS, True),
    "-hostile": (HOSTILE, False),
    "-empty": (Findings(files=3), False),
}


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("case", CASES)
def test_golden(name: str, case: str) -> None:
    findings, suppressed = CASES[case]
    text = render(findings, name, Style(show_suppressed=suppressed))
    assert text == (GOLDEN / f"{name}{case}.txt").read_text(encoding="utf-8")


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
        "Found 4 findings in 1 of 2 files: 1 error, 2 warnings, 1 info. 1 finding suppressed. "
        "1 finding known by the baseline."
    )
    known = Findings(files=3, known=FINDINGS.findings)
    assert summary(known) == "All clear: 3 files reviewed. 4 findings known by the baseline."
    assert summary(Findings(files=3)) == "All clear: 3 files reviewed."
    assert summary(Findings(errors=FINDINGS.errors, files=1)).startswith(
        "Nothing found, but not all"
    )


def test_statistics_are_by_number_then_code() -> None:
    assert statistics(FINDINGS, PLAIN) == (
        "2  PM102  blame-named-person\n1  PM101  blame-named-person\n1  PM803  vague-quantity\n"
    )
    assert statistics(Findings(), PLAIN) == ""


def test_formats_are_loaded_when_asked_for() -> None:
    code = "import sys, pmlint.formats; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {*FORMATS.values(), "xml.etree.ElementTree"}


def test_formats_for_machines() -> None:
    assert set(FORMATS) - MACHINE == {"full", "concise"}


ANY_TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *(
                    "%",
                    "\n",
                    "\r\n",
                    "\r",
                    ":",
                    "::",
                    "::error::",
                    "##[error]",
                    ",",
                    "]]>",
                    "<",
                    "&",
                ),
                *("\x00", "\x1b", "\x85", "\u2028", "\ufffe", "\udc80", "\ud800", "\u202e", "🍎"),
                *("`", "``", '"', "“", "”", "\\", "@me", "#1", "https://x.y", "www.x.y", "*", "_"),
                *(
                    "<script>",
                    "<!--",
                    "[a](b)",
                    "![a](b)",
                    "- ",
                    "1. ",
                    "> ",
                    "| ",
                    "~~",
                    "$a$",
                    " ",
                ),
                *("{0}", "abcdef1", ":x:", "a", "./", "/", "word"),
            )
        ),
        st.text(st.characters(), max_size=5),
    ),
    max_size=12,
).map("".join)


def hostile(path: str, message: str, words: str) -> Findings:
    """Findings and a problem that hold these texts wherever a text can be."""
    one = finding(words, words, path=path, message=message, hint=words)
    other = finding(words, words, path=path, message=words, hint=message, severity=Severity.INFO)
    problem = Problem(path, message)
    return Findings((one, other), (one,), (problem,), 1, (other,), FINDINGS.rules)


any_texts = given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
often = settings(deadline=None, max_examples=150)


# SARIF

VALIDATOR = jsonschema.Draft4Validator(
    json.loads((GOLDEN / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)


def sarif(findings: Findings, style: Style = PLAIN) -> dict[str, Any]:
    """The only run of the SARIF log, which is valid."""
    log = json.loads(render(findings, "sarif", style))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("case", CASES)
def test_sarif_keeps_its_schema(case: str) -> None:
    findings, suppressed = CASES[case]
    run = sarif(findings, Style(show_suppressed=suppressed))
    assert run["invocations"][0]["executionSuccessful"] is not bool(findings.errors)


@settings(deadline=None, max_examples=40)
@any_texts
def test_sarif_of_any_text_is_valid_and_whole(path: str, message: str, words: str) -> None:
    run = sarif(hostile(path, message, words), Style(show_suppressed=True))
    json.dumps(run, ensure_ascii=False).encode()  # No lone surrogate is left.
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert re.fullmatch(r"(file://)?[A-Za-z0-9_.~/%:-]*", place["uri"])


def test_sarif_names_rules_by_index() -> None:
    run = sarif(FINDINGS, Style(show_suppressed=True))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PM101", "PM102", "PM103", "PM504", "PM803"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert "[[" not in rules[0]["help"]["markdown"]
    assert "````markdown\n```sh\ndave\n```\n````" in rules[0]["help"]["markdown"]


def test_sarif_describes_the_rules_of_pmlint() -> None:
    rules = sarif(Findings(rules=all_rules()))["tool"]["driver"]["rules"]
    assert len(rules) == len(all_rules())
    for rule in rules:
        assert rule["help"]["markdown"].count("```") >= 4
        assert (
            max(len(rule[key]["text"]) for key in ("shortDescription", "fullDescription")) <= 1024
        )


def test_sarif_tells_why_a_result_is_suppressed() -> None:
    kinds = [
        [item["kind"] for item in result.get("suppressions", [])]
        for result in sarif(FINDINGS, Style(show_suppressed=True))["results"]
    ]
    assert kinds == [[], [], [], [], ["inSource"], ["external"]]
    assert len(sarif(FINDINGS)["results"]) == 4


def test_sarif_fingerprints_stay_when_one_of_two_is_suppressed() -> None:
    text = "bad\n\nbad\n"
    first = finding(text, "bad")
    second = replace(first, start=5, end=8, line=3, end_line=3)

    def mark(findings: Findings) -> object:
        results = sarif(findings)["results"]
        return next(
            result["partialFingerprints"]
            for result in results
            if result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
        )

    assert mark(Findings((first, second))) == mark(Findings((second,), (first,)))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./docs/pm.md", "docs/pm.md"),
        ("a:b,100%.md", "a%3Ab%2C100%25.md"),
        ("../caf\u00e9 #1?.md", "../caf%C3%A9%20%231%3F.md"),
        ("caf\udce9.md", "caf%E9.md"),
    ],
)
def test_sarif_uris(path: str, uri: str) -> None:
    (result,) = sarif(Findings((finding("x", "x", path=path),), files=1))["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    name = unquote_to_bytes(uri).decode(errors="surrogateescape")
    assert name == path.removeprefix("./")


def test_sarif_absolute_paths_are_file_uris(tmp_path: Path) -> None:
    path = tmp_path / "a b.md"
    (result,) = sarif(Findings((finding("x", "x", path=str(path)),), files=1))["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": path.as_uri()}
    assert unquote(place["uri"]).endswith("/a b.md")


def test_sarif_messages_make_no_links() -> None:
    (result,) = sarif(Findings((finding("x", "x", message="see [this](1)"),)))["results"]
    assert result["message"]["text"].startswith("see [this] (1). Name the")


# GitHub


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them: name, properties, data."""
    for line in re.split(r"\r\n|\r|\n", text.removesuffix("\n")):
        assert line.startswith("::")
        info, _, data = line[2:].partition("::")
        name, _, listed = info.partition(" ")
        pairs = [pair.split("=", 1) for pair in listed.split(",")]
        yield name, {key: unescaped(value) for key, value in pairs}, unescaped(data)


def unescaped(text: str) -> str:
    for code, mark in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, mark)
    return text


@often
@any_texts
@example("::x,\n", "%0A\r\n::error::x", "\n::add-mask::x")
def test_github_has_one_command_a_line(path: str, message: str, words: str) -> None:
    findings = hostile(path, message, words)
    text = render(findings, "github", PLAIN)
    assert len(text.splitlines()) == 3
    problem, one, other = commands(text)
    assert [problem[0], one[0], other[0]] == ["error", "error", "notice"]
    assert problem[1] == {"file": kept(portable(path)), "title": "pmlint"}
    assert one[1]["file"] == kept(portable(path))
    assert one[1]["title"] == "PM101 blame-named-person"
    assert problem[2] == kept(message)
    assert one[2] == (f"{kept(message)}\n{kept(words)}" if words else kept(message))


def test_github_gives_columns_for_one_line_only() -> None:
    found = [properties for _, properties, _ in commands(render(FINDINGS, "github", PLAIN))]
    assert "line" not in found[0]
    assert (found[1]["col"], found[1]["endColumn"]) == ("1", "19")
    assert (found[4]["line"], found[4]["endLine"]) == ("5", "6")
    assert not {"col", "endColumn"} & set(found[4])


# GitLab


@often
@any_texts
def test_gitlab_of_any_text_has_what_it_needs(path: str, message: str, words: str) -> None:
    issues = json.loads(render(hostile(path, message, words), "gitlab", PLAIN))
    json.dumps(issues, ensure_ascii=False).encode()
    severities = [issue["severity"] for issue in issues]
    assert severities[0] == "blocker"
    assert sorted(severities[1:]) == ["info", "major"]
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"] in ("pmlint", "PM101")
        assert issue["location"]["lines"]["begin"] >= 1


def test_gitlab_fingerprints_are_unique_and_stay() -> None:
    text = "bad\n\nbad\n"
    first = finding(text, "bad")
    second = replace(first, start=5, end=8, line=3, end_line=3)
    elsewhere = replace(first, path="other.md")
    problems = (Problem("x.md", "no"), Problem("x.md", "no"))
    findings = Findings((first, second, elsewhere), (), problems, files=2)
    issues = json.loads(render(findings, "gitlab", PLAIN))
    assert len({issue["fingerprint"] for issue in issues}) == 5
    moved = replace(findings, findings=(replace(first, line=9, end_line=9), second, elsewhere))
    again = json.loads(render(moved, "gitlab", PLAIN))
    assert [one["fingerprint"] for one in again] == [one["fingerprint"] for one in issues]


# XML


def xml(findings: Findings, name: str, style: Style = PLAIN) -> ElementTree.Element:
    """What a parser makes of *findings* in the format *name*."""
    return ElementTree.fromstring(render(findings, name, style).encode())  # noqa: S314 - our own


@often
@any_texts
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_of_any_text_parses(name: str, path: str, message: str, words: str) -> None:
    root = xml(hostile(path, message, words), name, Style(show_suppressed=True))
    told = {element.get("message", "") for element in root.iter()}
    assert safe(message) in told
    assert render(hostile(path, message, words), name, PLAIN).isascii()


def test_xml_keeps_names_of_files() -> None:
    path = 'a&b <"é\u202e🍎>.md'
    findings = Findings((finding("x", "x", path=path),), files=1)
    for name, tag in (("junit", "testsuite"), ("checkstyle", "file")):
        assert [element.get("name") for element in xml(findings, name).iter(tag)] == [path]


def test_junit_counts_what_it_holds() -> None:
    root = xml(FINDINGS, "junit", Style(show_suppressed=True))
    counts = {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "6", "failures": "4", "errors": "1", "skipped": "1"}
    assert {suite.get("name"): suite.get("tests") for suite in root} == {"x.md": "1", "pm.md": "5"}
    failure = next(root.iter("failure"))
    assert failure.get("type") == "error"
    assert failure.get("message") == '"Dave ran the wrong" makes a person the cause'
    assert "hint: Name the condition that let it happen." in (failure.text or "")
    case = next(case for case in root.iter("testcase") if case.find("failure") is not None)
    assert case.attrib == {
        "classname": "pm.md",
        "name": "PM101 blame-named-person (3:1)",
        "time": "0",
        "file": "pm.md",
        "line": "3",
    }


def test_junit_has_one_passed_test_when_all_is_well() -> None:
    root = xml(Findings(files=3, known=FINDINGS.known), "junit")
    (case,) = root.iter("testcase")
    assert (case.get("name"), len(case), root.get("failures")) == ("pmlint", 0, "0")


def test_checkstyle_holds_problems_and_findings() -> None:
    problems, found = xml(FINDINGS, "checkstyle")
    assert [error.get("severity") for error in problems] == ["error"]
    assert found[0].attrib == {
        "line": "3",
        "column": "1",
        "severity": "error",
        "message": 'blame-named-person: "Dave ran the wrong" makes a person the cause. '
        "Name the condition that let it happen.",
        "source": "pmlint.PM101",
    }
    assert [error.get("severity") for error in found] == ["error", "info", "warning", "warning"]


# Markdown

MARKUP = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("strong_open", "strong_close", "code_inline", "hardbreak"),
}
"""All that the format itself makes; a document must add nothing."""
ZERO = "\u200b"
REFERENCE = re.compile(r"@[^\s\u200b]|#\w|://|www\.|:\w+:|\b[0-9a-f]{7,}\b|GH-\d", re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    """What GitHub's kind of Markdown makes of *text*, the parts of lines included."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [inner for token in parser.parse(text) for inner in (token, *(token.children or ()))]


def visible(text: str) -> str:
    """The words as they are read, without quotes and white space."""
    shown = "".join(
        token.content for token in tokens(text) if token.type in ("text", "code_inline")
    )
    return bare(shown.replace(ZERO, ""))


def bare(text: str) -> str:
    return "".join(mark for mark in text if not mark.isspace() and mark not in '"“”')


@often
@any_texts
@example("`", "``", '"`"')
@example("x", 'a "b" @me', "[a]: https://x.y")
def test_markdown_of_any_text_is_only_text(path: str, message: str, words: str) -> None:
    shown = render(hostile(path, message, words), "markdown", Style(show_suppressed=True))
    made = tokens(shown)
    assert {token.type for token in made} <= MARKUP
    for token in made:
        if token.type == "text":
            assert not REFERENCE.search(token.content), token.content
    seen = visible(shown)
    for text in (portable(path), message, words):
        assert bare(safe(text)) in seen
    assert len([token for token in made if token.type == "list_item_open"]) == 4


def test_markdown_quotes_in_code() -> None:
    words = 'run "it" `now`'
    shown = render(Findings((finding(words, words),), files=1), "markdown", PLAIN)
    assert '`` run "it" `now` `` makes a person the cause' in shown


def test_markdown_is_cut_and_says_so() -> None:
    long = "@" * 5000
    every = tuple(finding(long, long, path=f"{at}.md", line=at + 1) for at in range(500))
    problems = tuple(Problem(long, long) for _ in range(3))
    shown = render(Findings(every, (), problems, files=500), "markdown", PLAIN)
    assert LIMIT * 0.8 < len(shown) < LIMIT
    left = re.search(r"cut for its length: (\d+) more findings left out", shown)
    assert left is not None
    assert int(left[1]) + shown.count("\n- ") == 503


def test_markdown_without_findings_is_friendly() -> None:
    assert "All clear: 3 files reviewed. Nice work!" in render(Findings(files=3), "markdown", PLAIN)
    assert "nothing to review" in render(Findings(), "markdown", PLAIN)


class Tone(enum.Enum):
    """What a house rule may put beside its finding."""

    KIND = "kind"


DATA = {
    "day": dt.date(2026, 4, 15),
    "tone": Tone.KIND,
    "names": frozenset({"b", "a"}),
    "table": MappingProxyType({"most": 3}),
    "path": PurePosixPath("a/b.md"),
}


def test_what_a_house_rule_puts_beside_its_finding_is_json() -> None:
    found = Findings(findings=(finding(TEXT, "Dave", data=DATA),), files=1)
    assert json.loads(render(found, "json", PLAIN))["findings"][0]["data"] == {
        "day": "2026-04-15",
        "tone": "kind",
        "names": ["a", "b"],
        "table": {"most": 3},
        "path": "a/b.md",
    }

"""The engine: stamping, order, severities, failing rules, secrets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pmlint
from pmlint.document import Document, Span
from pmlint.engine import Findings
from pmlint.formats import Style, render
from pmlint.rule import Hit, Severity
from pmlint.source import Source, SourceError
from tests.engine_rules import APPLE, PEAR, RULES, codes, finder, rule, run


def test_finding_quotes_what_it_claims() -> None:
    (found,) = run("# Title\r\n\r\nWe ate an 🍎 apple.\r\n").findings
    assert (found.line, found.column, found.end_line, found.end_column) == (3, 13, 3, 18)
    assert found.excerpt == "apple"
    assert found.source_line == "We ate an 🍎 apple."
    assert (found.code, found.name, found.category.value) == ("HW001", "apple", "house")
    assert found.hint == "Take another word."


def test_of_a_very_long_line_what_is_near_is_kept() -> None:
    """Each finding held its whole line: a paragraph of 520 KB took 250 MB for 470 findings."""
    text = "An apple is a pear. " * 3000
    found = run(text).findings
    assert len(found) == 6000
    assert max(len(one.source_line) for one in found) <= 2000
    assert {one.line for one in found} == {1}
    for one in found:
        first = one.column - one.shown_from
        assert one.source_line[first : first + len(one.excerpt)] == one.excerpt
    shown = render(Findings(found[-1:], files=1), "full", Style()).splitlines()
    marks = shown[3]
    assert shown[2][marks.index("^") : marks.rindex("^") + 1] == "pear"
    (whole,) = run("pear " + "and so on " * 300).findings
    assert whole.source_line == ("pear " + "and so on " * 300)


def test_order_is_place_then_code() -> None:
    again = rule("HA001", "again", finder("apple"))
    found = run("pear apple\n\nplum\n", (*RULES, again))
    assert codes(found) == ["HW002", "HA001", "HW001", "HX003"]


def test_identical_hits_are_one_finding() -> None:
    def twice(document: Document, options: object) -> Iterator[Hit]:
        yield from finder("apple")(document, options)
        yield from finder("apple")(document, options)

    assert codes(run("apple\n", (rule("HW009", "twice", twice),))) == ["HW009"]


def test_severity_configured_goes_before_hit_before_rule() -> None:
    def heavy(document: Document, _options: object) -> Iterator[Hit]:
        yield Hit(document.first_line, "heavy", severity=Severity.ERROR)

    heavy_rule = rule("HW009", "heavy", heavy)
    assert run("x\n", (heavy_rule,)).findings[0].severity is Severity.ERROR
    light = run("x\n", (heavy_rule,), severity={"HW": Severity.INFO})
    assert light.findings[0].severity is Severity.INFO


@pytest.mark.parametrize(
    ("severity", "confidence", "weighed"),
    [
        (Severity.ERROR, 0.5, Severity.ERROR),
        (Severity.ERROR, 0.49, Severity.WARNING),
        (Severity.WARNING, 0.49, Severity.INFO),
        (Severity.INFO, 0.2, Severity.INFO),
    ],
)
def test_what_is_rather_wrong_than_right_counts_one_severity_lower(
    severity: Severity, confidence: float, weighed: Severity
) -> None:
    def doubtful(document: Document, _options: object) -> Iterator[Hit]:
        yield Hit(document.first_line, "doubtful", confidence=confidence)

    doubtful_rule = rule("HW004", "doubtful", doubtful, severity)
    assert run("x\n", (doubtful_rule,)).findings[0].severity is weighed
    configured = run("x\n", (doubtful_rule,), severity={"HW": Severity.ERROR})
    assert configured.findings[0].severity is Severity.ERROR


def test_least_severity_and_confidence() -> None:
    def unsure(document: Document, _options: object) -> Iterator[Hit]:
        yield Hit(document.first_line, "unsure", confidence=0.4)

    assert codes(run("apple pear plum\n", min_severity=Severity.WARNING)) == ["HW001", "HW002"]
    assert codes(run("x\n", (rule("HW009", "unsure", unsure),), min_confidence=0.5)) == []


def test_failing_rule_is_an_error_and_the_others_go_on() -> None:
    def failing(_document: Document, _options: object) -> Iterator[Hit]:
        raise KeyError("owner")

    found = run("apple\n", (APPLE, rule("HW009", "failing", failing)))
    assert codes(found) == ["HW001"]
    (problem,) = found.errors
    assert problem.path == "pm.md"
    assert problem.message.startswith("rule HW009 (failing) failed: KeyError: 'owner' at ")
    assert "\n" not in problem.message


def test_place_outside_the_text_is_the_rules_failure() -> None:
    def outside(_document: Document, _options: object) -> Iterator[Hit]:
        yield Hit(Span(0, 10_000), "outside")

    found = run("apple\n", (rule("HW009", "outside", outside),))
    assert codes(found) == []
    assert "outside the text" in found.errors[0].message


def test_masked_words_are_never_quoted_by_any_finding() -> None:
    def secret(document: Document, _options: object) -> Iterator[Hit]:
        at = document.source.text.index("k-123456789abc")
        yield Hit(Span(at, at + 14), "a key stands here", data={"masked": True})

    key = rule("HW009", "key", secret)
    found = run("apple k-123456789abc pear\n", (APPLE, key, PEAR))
    assert codes(found) == ["HW001", "HW009", "HW002"]
    assert found.findings[1].excerpt == "k-1" + "*" * 11
    assert {one.source_line for one in found.findings} == {"apple k-1*********** pear"}


def test_order_of_rules_is_irrelevant() -> None:
    text = "apple pear plum apple\n\n- pear\n"
    assert run(text, RULES) == run(text, tuple(reversed(RULES)))


WORDS = st.lists(
    st.sampled_from(["apple", "pear", "plum", "\n", "\r\n", "- ", "# ", "| ", "é", "\t", "🍐 "]),
    max_size=30,
).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_every_place_quotes_its_words(text: str) -> None:
    found = run(text)
    source = Source("pm.md", text)
    for one in found.findings:
        if one.category.value != "house":
            continue
        assert text[one.start : one.end] == one.excerpt
        assert source.place(one.start) == (one.line, one.column)
        assert one.excerpt in ("apple", "pear", "plum")
    assert found == run(text)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    try:
        text = Source.from_bytes(data, "pm.md").text
    except SourceError:
        return
    assert run(text).errors == ()


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=300))
def test_arbitrary_text_never_fails_a_built_in_rule(text: str) -> None:
    assert pmlint.lint(text) == pmlint.lint(text)


def test_lint_takes_the_configuration_as_keywords() -> None:
    text = "## Action items\n\n- Improve monitoring\n"
    assert {one.code for one in pmlint.lint(text, select=["PM401"])} == {"PM401"}
    assert pmlint.lint(text, select=["PM401"], min_severity="error")
    assert (
        pmlint.lint(text, select=["PM401"], severity={"PM401": "info"}, min_severity="error") == []
    )


def test_lint_refuses_unknown_rules() -> None:
    with pytest.raises(pmlint.config.ConfigError, match='Did you mean "PM401"'):
        pmlint.lint("x", select=["PM4O1"])

"""Small rules for the tests of the engine: each finds a word, whatever the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pmlint.config import Layer, Settings
from pmlint.document import Document, Span
from pmlint.engine import Findings, review
from pmlint.rule import Category, Hit, Rule, Severity
from pmlint.source import Source
from pmlint.suppressions import INTERNAL_RULES

Check = Callable[[Document, Any], Iterator[Hit]]


def finder(word: str) -> Check:
    """A check that finds each *word* in the text, markup and comments included."""

    def check(document: Document, _options: object) -> Iterator[Hit]:
        text = document.source.text
        at = text.find(word)
        while at >= 0:
            yield Hit(Span(at, at + len(word)), f'"{word}" stands here')
            at = text.find(word, at + 1)

    return check


def rule(code: str, name: str, check: Check, severity: Severity = Severity.WARNING) -> Rule:
    """A rule of the house category around *check*."""
    return Rule(
        code=code,
        name=name,
        category=Category.HOUSE,
        severity=severity,
        summary="A word.",
        check=check,
        bad=(),
        good=(),
        hint="Take another word.",
    )


APPLE = rule("HW001", "apple", finder("apple"), Severity.ERROR)
PEAR = rule("HW002", "pear", finder("pear"))
PLUM = rule("HX003", "plum", finder("plum"), Severity.INFO)
RULES = (APPLE, PEAR, PLUM)


def run(text: str, rules: tuple[Rule, ...] = RULES, **values: Any) -> Findings:
    """The findings of *rules* in *text*; *values* are checked settings by key."""
    known = (*INTERNAL_RULES, *rules)
    table = {key.replace("_", "-"): value for key, value in values.items()}
    settings = Settings(known, (Layer(table),))
    return review(Source("pm.md", text), settings.rules, settings)


def codes(findings: Findings) -> list[str]:
    """Codes of the findings, in order."""
    return [finding.code for finding in findings.findings]

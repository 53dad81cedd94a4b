"""Quotations that read well, and hints that fit what they quote."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.registry import builtin_rules
from pmlint.source import Source
from tests.test_judged import START, found

RULES = {rule.code: rule for rule in builtin_rules()}


@pytest.mark.parametrize(
    ("label", "sentence", "words"),
    [
        (
            "human_error",
            "- The on-call engineer forgot to re-enable the job.",
            "The on-call engineer forgot to re-enable",
        ),
        ("human_error", "- Marek made a mistake.", "Marek made a mistake"),
        (
            "human_error",
            "- The release manager took the risk.",
            "The release manager took the risk",
        ),
        (
            "hindsight",
            "- The map has grown for years, and anyone with a ruler could have drawn the line.",
            "anyone with a ruler could have drawn the line",
        ),
    ],
)
def test_a_quotation_has_whole_words_and_its_object(label: str, sentence: str, words: str) -> None:
    assert found(label, "Contributing factors", sentence) == [words]


def said(code: str, section: str, sentence: str) -> str:
    """Message and hint of the only hit of the rule of *code*."""
    rule = RULES[code]
    other = "- There was no alert on the lag.\n" if sentence.startswith("-") else ""
    document = read(Source("pm.md", f"{START}## {section}\n\n{sentence}\n{other}"))
    (hit,) = rule.check(document, rule.options)
    return f"{hit.message} / {hit.hint or rule.hint}"


@pytest.mark.parametrize(
    ("code", "section", "sentence", "part"),
    [
        (
            "PM101",
            "Contributing factors",
            "- Marek forgot to re-enable the alarm.",
            '"re-enable the alarm"',
        ),
        ("PM101", "Contributing factors", "- Marek didn't bother to tell us.", "Name the reminder"),
        (
            "PM107",
            "Contributing factors",
            "- Marek took a lot of risk with the cut-over.",
            "next person",
        ),
        (
            "PM102",
            "Contributing factors",
            "- The operator drew attention to the wrong valve.",
            "next person",
        ),
        (
            "PM201",
            "What went poorly",
            "- We should have turned it back into a page.",
            "what was visible",
        ),
        (
            "PM201",
            "What went poorly",
            "- The operator should have called the desk.",
            "the moment to ask",
        ),
        (
            "PM303",
            "Contributing factors",
            "- Staff did not follow the key policy.",
            "otherwise than the rule",
        ),
        ("PM303", "Contributing factors", "- Testing was skipped.", "leave this step out"),
        (
            "PM205",
            "Contributing factors",
            "- The staff didn't bother to update it.",
            "how much somebody cared",
        ),
        (
            "PM205",
            "Detection",
            "The on-call failed to notice the growing queue.",
            "the outcome is known",
        ),
        (
            "PM302",
            "Contributing factors",
            "- The required test was not run.",
            "without a check",
        ),
    ],
)
def test_a_hint_asks_what_can_be_answered(
    code: str, section: str, sentence: str, part: str
) -> None:
    assert part in said(code, section, sentence)

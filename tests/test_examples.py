"""Whole documents: a faultless one is left alone, a dreadful one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import pmlint
from pmlint.source import Source

EXAMPLES = Path(__file__).parent / "examples"

DREADFUL = """\
# Marek broke the booking service

Who was responsible? Marek

## Timeline

- 10:14 - Marek pushed the wrong build
- That afternoon everybody noticed

## Root cause

Marek pushed the wrong build. He should have known better. It was obvious. Human error.

## Action items

- Improve alerting
- More training
- Be more careful
- The operations team will look into monitoring
- Better docs, when we get to it
- Talk to Marek

## Lessons learned

Communication is key.
"""


def codes(text: str) -> set[str]:
    return {finding.code for finding in pmlint.lint(text, path="pm.md")}


def test_a_faultless_postmortem_is_left_alone() -> None:
    text = (EXAMPLES / "faultless.md").read_text(encoding="utf-8")
    assert pmlint.lint(text, path="faultless.md") == []


@pytest.mark.parametrize(
    "code",
    (
        "PM101 PM104 PM110 PM201 PM204 PM301 PM401 PM402 PM403 PM404 PM405 PM406 PM409 PM420"
        " PM501 PM606 PM701 PM806"
    ).split(),
)
def test_a_dreadful_postmortem_is_found_out(code: str) -> None:
    assert code in codes(DREADFUL)


def test_line_ends_and_a_mark_of_byte_order_change_nothing() -> None:
    def seen(data: bytes) -> list[tuple[str, int, int, str]]:
        text = Source.from_bytes(data, "pm.md").text
        found = pmlint.lint(text, path="pm.md")
        return [(f.code, f.line, f.column, f.message) for f in found]

    plain = DREADFUL.encode()
    assert seen(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")) == seen(plain)

"""What rules say, word for word, where the words depend on the document."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.registry import builtin_rules
from pmlint.source import Source
from tests.messages import TOLD, messages

RULES = {rule.code: rule for rule in builtin_rules()}


@pytest.mark.parametrize(("code", "text", "told"), TOLD)
def test_what_a_rule_says(code: str, text: str, told: list[str]) -> None:
    assert messages(RULES[code], text) == told


def test_a_hint_repeats_code_as_it_is_written() -> None:
    rule = RULES["PM101"]
    document = read(Source("postmortem.md", "Dana forgot to update the `head` by hand.\n"))
    assert [hit.hint for hit in rule.check(document, rule.options)] == [
        "Name what was missing: apart from one person's memory, what was there to"
        ' "update the head by hand"?'
    ]

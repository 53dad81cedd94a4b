"""What rules say, word for word, where the words depend on the document."""

from __future__ import annotations

import pytest

from pmlint.registry import builtin_rules
from tests.messages import TOLD, messages

RULES = {rule.code: rule for rule in builtin_rules()}


@pytest.mark.parametrize(("code", "text", "told"), TOLD)
def test_what_a_rule_says(code: str, text: str, told: list[str]) -> None:
    assert messages(RULES[code], text) == told

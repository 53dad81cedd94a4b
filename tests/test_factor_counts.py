"""Whether one factor, as written, is one condition."""

from __future__ import annotations

import pytest

from pmlint.document import Factor, Span, Text
from pmlint.review.factor_counts import is_known, is_single


def _factor(words: str) -> Factor:
    return Factor(Text(words, words, ((0, 0),)), Span(0, len(words)), 0)


@pytest.mark.parametrize(
    ("words", "single"),
    [
        ("The disk was full, as nothing rotated the logs.", True),
        ("The disk was full. In addition, no alert watched it.", False),
        ("A deploy broke the cache, and the tests did not notice.", False),
        ("Growth coupled with a small pool.", False),
        ("word " * 80, False),
    ],
)
def test_is_single(words: str, single: bool) -> None:
    assert is_single(_factor(words)) is single


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("The disk was full.", True),
        ("The cause is still unknown.", False),
        ("Why did it start?", False),
        ("We do not know what filled the disk.", False),
    ],
)
def test_is_known(words: str, known: bool) -> None:
    assert is_known(_factor(words)) is known

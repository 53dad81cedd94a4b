"""Secrets are hidden in whatever quotes them, and nothing else is."""

from __future__ import annotations

import pytest

from pmlint.review.masking import Mask

TOKEN = "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
PASSWORD = "Winter" + "2031!q"


@pytest.mark.parametrize(
    ("secret", "words", "hidden"),
    [
        (TOKEN, f"Rotate {TOKEN} today", f"Rotate ghp_{'*' * 36} today"),
        (TOKEN, f"Rotate {TOKEN[:20]}...", f"Rotate ghp_{'*' * 16}..."),
        (TOKEN, f"...{TOKEN[10:]} was seen", f"...{'*' * 30} was seen"),
        (TOKEN, f"{TOKEN} {TOKEN}", f"ghp_{'*' * 36} ghp_{'*' * 36}"),
        (PASSWORD, "the Winter storm of 2031", "the Winter storm of 2031"),
        (PASSWORD, "set Winter2031 first", "set Wi******** first"),
        ("a*bold*Secret7", "the word aboldSecret7 here", "the word abo********* here"),
        ("Salt&amp;Pepper7x", "use Salt&Pepper7x now", "use Sal********** now"),
        ("mK7-vT2q", "as mK7-vT2q:", "as mK******:"),
        ("prod", "a product in prod", "a product in p***"),
        ("?!?!", "a ?!?! b", "a **** b"),
        ("ab", "ab and cab", "ab and cab"),
    ],
)
def test_a_secret_is_hidden_wherever_it_is_quoted(secret: str, words: str, hidden: str) -> None:
    assert Mask([secret]).text(words) == hidden


def test_values_of_all_kinds_are_searched() -> None:
    mask = Mask([TOKEN])
    value = {"a": [TOKEN, 3], "b": (TOKEN,), "c": {TOKEN}, TOKEN: None}
    assert TOKEN[8:] not in repr(mask.value(value))
    assert mask.value({"a": 1, "b": ["x"]}) == {"a": 1, "b": ["x"]}
    assert not Mask([])

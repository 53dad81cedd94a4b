"""Words are cut into the pieces of the vocabulary, and every piece knows its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document import MASK
from pmlint.wordpiece import WordPiece

VOCABULARY = [
    *("[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "dave", "ran", "mis", "##type", "##d", "'", "s"),
    *("cafe", ".", "-", "5", "##00", "ms"),
]


def pieces(text: str, longest: int = 64) -> list[str]:
    read = WordPiece(VOCABULARY).read("the", text, longest)
    return [VOCABULARY[at] for at in read.ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dave mistyped.", ["dave", "mis", "##type", "##d", "."]),
        ("Dave's", ["dave", "'", "s"]),
        ("CAFÉ", ["cafe"]),
        (f"ran {MASK * 5}", ["ran", "[MASK]"]),
        ("500 ms-ran", ["5", "##00", "ms", "-", "ran"]),
        ("zzz ran", ["[UNK]", "ran"]),
        ("disran", ["[UNK]"]),
        ("", []),
    ],
)
def test_words_become_the_longest_known_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == ["[CLS]", "the", "[SEP]", *expected, "[SEP]"]


def test_what_is_too_long_is_cut_and_still_ends() -> None:
    assert pieces("ran ran ran ran", 6) == ["[CLS]", "the", "[SEP]", "ran", "ran", "[SEP]"]


def test_places_quote_the_words() -> None:
    text = "Then Dave mistyped it"
    read = WordPiece(VOCABULARY).read("the", text, 64)
    assert [text[start:end] for start, end in read.places] == [
        *("Then", "Dave", "mis", "type", "d", "it"),
    ]


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    read = WordPiece(VOCABULARY).read("the", text, 200)
    assert len(read.ids) == read.first + len(read.places) + 1
    assert all(0 <= start < end <= len(text) for start, end in read.places)
    assert list(read.places) == sorted(read.places)

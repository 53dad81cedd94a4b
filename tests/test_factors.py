"""Contributing factors, chains of whys, and lessons."""

from __future__ import annotations

import pytest

from pmlint.document import Document
from pmlint.reading import read
from pmlint.source import Source


def document(text: str) -> Document:
    return read(Source("postmortem.md", f"# Search down\n\n{text}\n"))


def factors(body: str) -> list[tuple[str, list[str]]]:
    found = document(f"## Contributing factors\n\n{body}").factors
    return [(factor.text.raw, [detail.raw for detail in factor.details]) for factor in found]


FACTORS = [
    ("- A a\n  - b\n- C c", [("A a", ["b"]), ("C c", [])]),
    ("An introduction.\n\n- A a", [("A a", [])]),
    ("A a.\n\nB b.", [("A a.", []), ("B b.", [])]),
    ("Two of them:\n\nA a.", [("A a.", [])]),
    ("- Why? It did.\n- A a", [("A a", [])]),
    ("Why? It did.\n\nA a.", [("A a.", [])]),
    ("| F | How | D |\n|---|---|---|\n| 1 | A a | B b |\n| 2 | x | y |", [("A a", ["B b"])]),
    (
        "An introduction.\n\n### Small pool\n\nIt was.\n\n### Old cache",
        [("Small pool", ["It was."]), ("Old cache", [])],
    ),
]


@pytest.mark.parametrize(("body", "expected"), FACTORS)
def test_factors(body: str, expected: list[tuple[str, list[str]]]) -> None:
    assert factors(body) == expected


def test_what_might_have_been_is_no_factor() -> None:
    body = "### Small pool\n\nIt was.\n\n### What if it had not been caught?\n\n- All would wait.\n"
    assert factors(body) == [("Small pool", ["It was."])]


def test_a_table_of_whys_is_no_list_of_factors() -> None:
    table = "| # | Why? | Because |\n|---|---|---|\n| 1 | Why a? | A a |\n| 2 | Why b? | B b |"
    assert factors(table) == []


def test_factors_know_whether_they_stand_in_a_list() -> None:
    def listed(body: str) -> list[bool]:
        found = document(f"## Contributing factors\n\n{body}").factors
        return [factor.from_list for factor in found]

    assert listed("- A a") == [True]
    assert listed("| F | G |\n|---|---|\n| A a | b |") == [True]
    assert listed("A a.\n\n### Small pool\n\nIt was.") == [False]


def test_headings_elsewhere_do_not_take_the_place_of_factors() -> None:
    found = document("## Root cause\n\nA a.\n\n## Notes of Ana\n\nx\n\n### More of it\n\ny\n")
    assert [factor.text.raw for factor in found.factors] == ["A a."]


def chains(text: str) -> list[list[str]]:
    return [[level.raw for level in chain.levels] for chain in document(text).why_chains]


CHAINS = [
    ("## Five whys\n\n1. Why a?\n2. B b.\n3. Why b?\n4. C c.", [["B b.", "C c."]]),
    ("## Five whys\n\n- Why a?\n- Why b?\n- C c.", [["Why a?", "C c."]]),
    ("## Five whys\n\n- A a.\n- Why b?", [["A a.", "Why b?"]]),
    ("## Five whys\n\n- A a\n  - B b\n    - C c\n- D d", [["A a", "B b", "C c"], ["D d"]]),
    ("## Five whys\n\n- A a\n\n  B b\n- D d", [["A a", "B b"], ["D d"]]),
    # A question with its answer below it is one level, and was a chain.
    ("## Five whys\n\n1. Why a?\n   A a.\n2. Why b?\n   - B b.", [["A a.", "B b."]]),
    ("## Five whys\n\n- Why a?\n  - A a.\n- C c.\n  - D d.", [["A a."], ["C c.", "D d."]]),
    (
        "## Five whys\n\n- Why a?\n  - A a.\n    - Why b?\n      - B b.\n- Why c?\n  - C c.",
        [["A a.", "B b."], ["C c."]],
    ),
    (
        "## Five whys\n\n| Why | Answer |\n|---|---|\n| Why a? | A a |\n| Why b? | B b |",
        [["A a", "B b"]],
    ),
    (
        "## Five whys\n\nWhy a? A a.\n\nBecause of b.\n\nSome words.",
        [["Why a? A a.", "Because of b."]],
    ),
    ("## Five whys\n\nWhy a? A a.\n\nSome words.", []),
    (
        "## Root cause\n\nWhy? A a.\n\nWhy? B b.\n\nIt was so.\n\n2nd why: C c.",
        [["Why? A a.", "Why? B b."]],
    ),
    (
        "## Root cause\n\nWhy #1: A a.\n\nBecause it was.\n\nWhy #2: B b.",
        [["Why #1: A a.", "Why #2: B b."]],
    ),
    ("## Root cause\n\n- Why? A a.\n- Why? B b.", [["Why? A a.", "Why? B b."]]),
    ("## Root cause\n\nWhy? A a.", []),
    ("## Root cause\n\nA a -> because of b -> c.", [["A a", "because of b", "c"]]),
    ("## Root cause\n\nA a => why? => c.", [["A a", "c"]]),
    ("## Root cause\n\nA a -> b -> c.", []),
    ("## Root cause\n\nA a -> why?", []),
    (
        "## Root cause\n\n| # | Why? | Because |\n|---|---|---|\n| 1 | Why a? | A a |\n| 2 | Why b? | B b |",
        [["A a", "B b"]],
    ),
    ("## Root cause\n\n| What | Why |\n|---|---|\n| A a | B b |\n| C c | D d |", []),
    ("## Root cause\n\n| Change | Why | Owner |\n|---|---|---|\n| A a | B b | C |", []),
    ("## Impact\n\nWhy? A a.\n\nWhy? B b.", []),
    ("## Summary\n\nWhy? A a.\n\nWhy? B b.", [["Why? A a.", "Why? B b."]]),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_chains_of_whys(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected


def lessons(body: str) -> list[str]:
    return [lesson.raw for lesson in document(f"## Lessons learned\n\n{body}").lessons]


def test_lessons() -> None:
    assert lessons("Some words.\n\n- A a. B b.\n  - c\n- D d") == ["A a. B b.", "D d"]
    assert lessons("Lag hides. Disks fill.\n\nThese:\n\nAll is well.") == [
        "Lag hides.",
        "Disks fill.",
        "All is well.",
    ]
    assert lessons("- \n- A a") == ["A a"]

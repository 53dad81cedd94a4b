"""The three questions of a severity section: when they are answered."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.review.severity_answers import unanswered
from pmlint.source import Source

_ALL = ["customer-facing", "revenue", "data loss"]


def _open(text: str) -> list[str]:
    return unanswered(read(Source("postmortem.md", text)))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("SEV2", _ALL),
        ("How bad was it? Customer-facing? Revenue impact? Data loss?", _ALL),
        ("Customer-facing? Yes. Revenue impact? Data loss?", ["revenue", "data loss"]),
        ("Internal only. It cost nothing in sales.", ["data loss"]),
        ("40 users; three orders were refunded; no records were lost.", []),
        ("30 users; no refunds; no prescriptions were lost.", []),
        ("Nobody outside noticed. No financial loss. Nothing was lost.", []),
        ("Customer-facing: [insert yes or no]", _ALL),
        # What nobody lost, and which share of requests failed, answered nothing.
        ("Nobody lost any posts.", ["revenue"]),
        ("None of the readers lost a parcel. We refunded two.", []),
        ("The board lost no drafts.", _ALL[:2]),
        ("Nobody lost any money.", ["data loss"]),
        ("Nobody lost access to it.", ["revenue", "data loss"]),
        ("40% of requests got a 404.", ["revenue", "data loss"]),
        ("One in four sign-ins failed.", ["revenue", "data loss"]),
        ("Three of 12 nodes failed.", _ALL),
    ],
)
def test_answers_in_the_severity_section(words: str, left: list[str]) -> None:
    assert _open(f"## Severity\n\n{words}\n") == left


def test_a_row_without_a_value_is_no_answer() -> None:
    table = "| Question | Answer |\n|---|---|\n| Customers? | {} |\n| Data loss? | {} |\n"
    assert _open("## Impact\n\n" + table.format("none", "none")) == ["revenue"]
    assert _open("## Impact\n\n" + table.format("", "TBD")) == _ALL


def test_front_matter_answers() -> None:
    text = "---\ncustomer_facing: false\nrevenue_impact: none\ndata_loss: none\n---\n\n# X\n"
    assert _open(text) == []


def test_a_row_of_what_was_lost_answers() -> None:
    assert _open("## Impact\n\n| Deliveries lost | 1,210 |\n|---|---|\n") == _ALL[:2]


def test_a_field_answers_under_any_heading() -> None:
    text = "## Key information\n\n**Customer-facing?** Yes, all\n\n**Data loss?** No.\n"
    assert _open(text) == ["revenue"]
    assert _open(text.replace("Yes, all", "")) == ["customer-facing", "revenue"]


def test_other_sections_do_not_answer() -> None:
    assert _open("## Action items\n\n- Tell customers about data loss and refunds\n") == _ALL

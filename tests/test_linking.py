"""Which factors and items speak of the same thing, and which items say it twice."""

from __future__ import annotations

import pytest

from pmlint.document import Document
from pmlint.reading import read
from pmlint.review.linking import duplicates, ids_of, stems_of, unanswered_factors, unfounded_items
from pmlint.source import Source


def document(factors: list[str], items: list[str]) -> Document:
    lines = ["## Contributing factors", "", *(f"- {each}" for each in factors), ""]
    lines += ["## Action items", "", *(f"- {each}" for each in items), ""]
    return read(Source("postmortem.md", "\n".join(lines)))


def unfounded(factors: list[str], items: list[str]) -> list[str]:
    return [item.text.raw for item in unfounded_items(document(factors, items))]


def unanswered(factors: list[str], items: list[str]) -> list[str]:
    return [factor.text.raw for factor in unanswered_factors(document(factors, items))]


FACTORS = ["No alert watches the age of the ledger backup", "The purge tool runs without a prompt"]
ITEMS = [
    "Page when the ledger backup is older than a day",
    "Ask for confirmation in the purge tool",
]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("No alert on replication lag", "Page when replicas fall behind"),
        ("The certificate expired unnoticed", "Renew TLS certs automatically"),
        ("The rollback was not documented", "Write a runbook for reverting"),
        ("Importer accepts empty rows", "Reject empty rows in the importer"),
        ("payment-service has no timeout", "Set a timeout in payment-service"),
    ],
)
def test_words_for_the_same_thing_share_a_stem(left: str, right: str) -> None:
    assert stems_of(left) & stems_of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The outage was caused by a change", "Improve the team's service"),
        ("Support learned of it from social media", "Ask for confirmation in the purge tool"),
    ],
)
def test_words_of_every_review_share_none(left: str, right: str) -> None:
    assert not stems_of(left) & stems_of(right)


def test_ids() -> None:
    assert ids_of("see F2 and OPS-311, factor #3") == {"f2", "ops-311", "factor 3"}


def test_linked_on_both_sides() -> None:
    assert not unfounded(FACTORS, ITEMS)
    assert not unanswered(FACTORS, ITEMS)


def test_an_item_without_a_factor() -> None:
    extra = "Move the office printers to their own subnet"
    assert unfounded(FACTORS, [*ITEMS, extra]) == [extra]


def test_a_factor_without_an_item() -> None:
    extra = "The vendor contract has no weekend hours"
    assert unanswered([*FACTORS, extra], ITEMS) == [extra]


@pytest.mark.parametrize(
    "excuse",
    [
        "we accept that",
        "the risk is accepted",
        "this is by design",
        "already fixed",
        "outside our control",
    ],
)
def test_an_accepted_risk_needs_no_item(excuse: str) -> None:
    assert not unanswered([*FACTORS, f"The vendor contract has no weekend hours; {excuse}"], ITEMS)


def test_an_id_links() -> None:
    factors = ["F1: nobody could see it", "F2: the lease is renewed by hand"]
    items = ["Upgrade Grafana to version 11 (F1)", "Automate the lease (F2)"]
    assert not unfounded(factors, items)


def test_the_label_of_an_item_links() -> None:
    """It is no part of the item's words."""
    items = [f"A{at} {each}" for at, each in enumerate([*ITEMS, "Paint the wall"], 1)]
    assert unfounded([*FACTORS, "Doors were shut, see A3"], items) == []
    assert unfounded([*FACTORS, "Doors were shut"], items) == ["Paint the wall"]


def test_silent_where_wording_links_nothing() -> None:
    items = ["Upgrade Grafana to version 11", "Move the office printers to their own subnet"]
    assert not unfounded(FACTORS, items)
    assert not unanswered(FACTORS, items)


def test_silent_with_one_factor_or_one_item() -> None:
    assert not unfounded(FACTORS[:1], [*ITEMS, "Move the office printers elsewhere"])
    assert not unanswered([*FACTORS, "The vendor contract has no weekend hours"], ITEMS[:1])


def test_done_items_answer_factors_but_are_not_asked_for_one() -> None:
    items = [ITEMS[0], f"[x] {ITEMS[1]}", "[x] Move the office printers to their own subnet"]
    assert not unanswered(FACTORS, items)
    assert not unfounded(FACTORS, items)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Add a canary stage to the pipeline", "Add canary stage to pipeline", True),
        ("Create a runbook for broker restarts", "Write runbook for broker restart", True),
        ("Improve monitoring", "Improve monitoring", True),
        ("Alert on lag of the orders topic", "Alert on lag of the clicks topic", False),
        ("Alert on lag above 30 s", "Alert on lag above 60 s", False),
        ("Pin the base image", "Rotate the signing key", False),
        ("Add a latency alert for search", "Add a latency dashboard for search", False),
        ("Add tests", "Add tests for refunds, coupons and gift cards in the shop", False),
    ],
)
def test_duplicates(first: str, second: str, same: bool) -> None:
    pairs = duplicates(document([], [first, second]))
    assert bool(pairs) is same


def test_the_later_item_is_named_once() -> None:
    pairs = duplicates(document([], ["Pin the base image", "Tag images", "Pin the base image"] * 2))
    assert [earlier.text.raw for _, earlier in pairs].count("Pin the base image") == 3

"""Amounts and lengths of time, as the summary rules read them."""

from __future__ import annotations

import pytest

from pmlint.review.quantities import counts_things, has_number, says_how_long, vague_amounts


@pytest.mark.parametrize(
    "text",
    [
        "34% of payments failed",
        "about 2,000 customers",
        "two tenants were affected",
        "latency rose to 900 ms",
        "roughly half of the orders",
        "no customer noticed",
        "~50 users saw it",
        "from 14:32 to 14:50",
        "$12k of revenue",
    ],
)
def test_counts_something(text: str) -> None:
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "some users saw an error",
        "on 15 April 2026 logins failed",
        "2026-04-15 was the day",
        "payment-service v2.4.1 was rolled out",
        "requests got an HTTP 500",
        "see PAY-1412 and #88",
        "the p99 alert of us-east-1",
        "in 2025 as well",
    ],
)
def test_counts_nothing(text: str) -> None:
    assert not has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "for 18 minutes",
        "a 40-minute outage",
        "lasted 1.5 hours",
        "between 14:32 and 14:50 UTC",
        "from 2:10 PM on Monday to 4 PM",
        "14:32–14:50",
        "took two days",
        "for half an hour",
        "an hour",
        "3h 20m",
        "from 2026-04-15 to 2026-04-17",
        "overnight",
        "from Saturday evening until early Sunday",
        "back on Tuesday evening",
        "throughout the morning",
        "replayed fifty seconds later",
    ],
)
def test_says_how_long(text: str) -> None:
    assert says_how_long(text)


@pytest.mark.parametrize(
    "text",
    [
        "most students and about 60 others lost their kernels, due at midnight",
        "a new file was made on Tuesday",
        "from the index to the cache",
        "logins failed",
        "for a while",
        "at 14:32 the deploy started",
        "on 2026-04-15",
        "v2.4.1 was rolled back",
        "the bug came in 3 days ago",
        "a deploy of 12 services",
    ],
)
def test_does_not_say_how_long(text: str) -> None:
    assert not says_how_long(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("some users saw errors", "some users"),
        ("many of our customers called", "many of our customers"),
        ("a small number of orders", "a small number of"),
        ("a significant increase in latency", "significant increase"),
        ("it was down for a while", "for a while"),
        ("for an extended period of time it was slow", "for an extended period of time"),
        ("several EU customers called", "several EU customers"),
        ("the volume of calls into Cardiff was significant.", "significant"),
        ("the backlog rose considerably over night", "considerably"),
    ],
)
def test_hints_at_an_amount(text: str, words: str) -> None:
    assert [text[start:end] for start, end in vague_amounts(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "a few-shot prompt",
        "the most recent release",
        "a significant digit was cut",
        "the talk with the vendor was significant",
        "the user count",
        "some of it is cached",
        "while the import ran",
    ],
)
def test_hints_at_nothing(text: str) -> None:
    assert vague_amounts(text) == []


@pytest.mark.parametrize("text", ["412 parcels went astray", "it hit 1,200 orders", "of 9 gates"])
def test_a_number_of_things_counts_them(text: str) -> None:
    assert counts_things(text)


@pytest.mark.parametrize(
    "text",
    [
        "for 40 minutes",
        "on 5 March",
        "since PR #1237 which moves it",
        "PR 12 fixes it",
        "Data 8 change",
    ],
)
def test_other_numbers_count_no_things(text: str) -> None:
    assert not counts_things(text)

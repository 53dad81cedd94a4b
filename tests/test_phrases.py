"""The table of conditions: a word for each group, near each other, in linear time."""

from __future__ import annotations

import itertools
import sys

import pytest

from pmlint.quarterly import phrases
from pmlint.quarterly.phrases import conditions_of

EXPIRED = "The TLS certificate of the gateway expired at midnight and nobody had renewed it."


def test_conditions_need_a_word_for_each_group() -> None:
    """One word does not stand for two groups."""
    assert conditions_of(EXPIRED) == {"a credential ran out": 1.0}
    assert not conditions_of("The certificate was fine.")
    assert not conditions_of("")


def test_a_condition_may_be_told_in_two_neighbouring_sentences() -> None:
    told = "Calls to the tax service have no deadline. The workers wait forever for its answer."
    assert "a call had no deadline" in conditions_of(told)
    between = "The depot opened at six. It rained all day. Trucks came and went as usual. " * 2
    first, second = "The certificate of the gateway was new.", "The lease had expired."
    assert "a credential ran out" not in conditions_of(f"{first} {between} {second}")


TABLE = """
@liquid: water, tea .. pot, cold @drink
@drink: milk, beer
a spill: @liquid; floor, floors; !mop*, wiped
a spill [0.5]: puddle; hall
a frost: ice has formed; road*
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("water on the floor", {"a spill"}),
        ("tea from the green pot on the floor", {"a spill"}),
        ("tea from the very large green pot on the floor", set()),
        ("the floor took the milk", set()),
        ("the floor took the cold milk", {"a spill"}),
        ("water on the floor which was mopped", set()),
        ("a puddle in the hall", {"a spill"}),
        ("ice had been formed on the roads", set()),
        ("ice has by now formed on the roads", set()),
        ("ice has been formed on the roads", {"a frost"}),
    ],
)
def test_the_table_s_language(text: str, found: set[str]) -> None:
    """Classes of words, gaps, groups that rule a row out, and words that are passed over."""
    index = phrases._Index(TABLE)
    places = index.places(text.split())
    rows = {row: groups for row, groups in places.items() if len(groups) == index.rows[row].groups}
    assert {index.rows[row].name for row in rows} == found


def test_a_text_of_words_that_are_passed_over_is_read() -> None:
    """Each of them was one call deeper: thousands ended in a RecursionError."""
    conditions_of("had no " + "the " * 20_000 + "timeout")


@pytest.mark.parametrize(
    "text", ["no timeout, without deadline, ", "timeout ", "certificate ", "x"]
)
def test_twice_the_text_takes_twice_the_work(text: str) -> None:
    """Of a group that stands everywhere, each place was compared with each other one."""

    def work(times: int) -> int:
        lines = itertools.count()

        def trace(*_: object) -> object:
            next(lines)
            return trace

        before = sys.gettrace()  # coverage traces, too
        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            conditions_of(text * times)
        finally:
            sys.settrace(before)
        return next(lines)

    conditions_of("The table is read.")
    assert work(800) < 2.5 * work(400)

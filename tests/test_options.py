"""Options of every type that a house rule may declare, and how they are shown."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from pmlint.options import OptionError, convert_options, plain, toml


class Tone(enum.Enum):
    """A choice of words."""

    KIND = "kind"
    BLUNT = "blunt"


@dataclass(frozen=True)
class Options:
    """One of each type that no built-in rule has."""

    tone: Tone = Tone.KIND
    names: frozenset[str] = frozenset()
    levels: Mapping[str, int] = field(default_factory=dict)
    anything: Any = None
    days: int = 3

    def __post_init__(self) -> None:
        if self.days < 0:
            raise ValueError("days: expected none below zero.")


@dataclass(frozen=True)
class NoOptions:
    """A rule without options."""


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("tone", "blunt", Tone.BLUNT),
        ("names", ["b", "a", "b"], frozenset({"a", "b"})),
        ("levels", {"SEV1": 1}, {"SEV1": 1}),
        ("anything", [1, "a"], [1, "a"]),
    ],
)
def test_values_of_toml_become_those_of_the_rule(key: str, raw: object, value: object) -> None:
    assert convert_options(Options(), {key: raw}) == {key: value}


@pytest.mark.parametrize(
    ("key", "raw", "says"),
    [
        ("tone", "rude", "tone: expected one of kind, blunt, got 'rude'"),
        ("levels", ["SEV1"], "levels: expected a table"),
        ("levels", {"SEV1": "1"}, "levels: expected a whole number"),
        ("days", -1, "days: expected none below zero."),
    ],
)
def test_what_a_rule_does_not_take_is_said(key: str, raw: object, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        convert_options(Options(), {key: raw})


def test_a_rule_without_options_says_so() -> None:
    with pytest.raises(OptionError, match=r'unknown option "days"\. This rule has no options\.'):
        convert_options(NoOptions(), {"days": 1})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (Tone.KIND, '"kind"'),
        (frozenset({"b", "a"}), '["a", "b"]'),
        ((1, 2.5), "[1, 2.5]"),
        ({"SEV1": (1, 2)}, '{ "SEV1" = [1, 2] }'),
        ({}, "{}"),
        (dt.date(2026, 4, 15), "2026-04-15"),
        ("naïve", '"naïve"'),
        (True, "true"),
    ],
)
def test_defaults_are_shown_as_they_are_written(value: object, written: str) -> None:
    assert toml(value) == written


def test_what_json_does_not_know_is_told_in_words() -> None:
    assert plain({1: dt.date(2026, 4, 15), "a": Tone.BLUNT}) == {"1": "2026-04-15", "a": "blunt"}

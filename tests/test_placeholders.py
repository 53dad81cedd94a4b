"""What counts as left over from a template, and what does not."""

from __future__ import annotations

import pytest

from pmlint.document import Text
from pmlint.review.placeholders import (
    is_nothing,
    is_template_text,
    stand_ins,
    tag_stand_ins,
    without_stand_ins,
)


def _text(words: str) -> Text:
    return Text(words, words, ((0, 0),))


def _found(words: str) -> list[str]:
    return [words[start:end] for start, end in stand_ins(_text(words))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Impact: TBD", ["TBD"]),
        ("[insert summary here]", ["[insert summary here]"]),
        ("[TODO: add impact] and [Service Name]", ["[TODO: add impact]", "[Service Name]"]),
        ("From HH:MM to HH:MM", ["HH:MM", "HH:MM"]),
        ("On YYYY-MM-DD", ["YYYY-MM-DD"]),
        ("Author: [your name]", ["[your name]"]),
        ("[Name]", ["[Name]"]),
        ("It lasted XX minutes and cost $XXX", ["XX", "$XXX"]),
        ("See OPS-XXXX and [link to ticket]", ["OPS-XXXX", "[link to ticket]"]),
        ("Cause: to be determined", ["to be determined"]),
        ("Severity: SEV-X", ["SEV-X"]),
        ("{{ your service }} was down", ["{{ your service }}"]),
        ("TODO(ines): numbers", ["TODO"]),
    ],
)
def test_stand_ins_are_found_whole(words: str, found: list[str]) -> None:
    assert _found(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "[name] restarted the host",
        "The TODO list failed to load",
        "a TODO in the query builder",
        "dates in the format YYYY-MM-DD",
        "Time (HH:MM)",
        "[sic] [1] [redacted] [ERROR] [warn]",
        "the XX chromosome and 5XX errors",
        "Your name was shown to others",
        "whether to do it is to be determined by the owners of the queue",
        "",
    ],
)
def test_other_uses_of_the_same_signs_are_no_stand_ins(words: str) -> None:
    assert _found(words) == []


def test_masked_words_are_no_stand_ins() -> None:
    text = Text("run TODO now", "run \ua78f\ua78f\ua78f\ua78f now", ((0, 0),))
    assert list(stand_ins(text)) == []


def test_tags_that_html_has_are_no_stand_ins() -> None:
    source = "<summary>more</summary> <b>x</b> <your service> Owner: **<name>**"
    found = [source[start:end] for start, end in tag_stand_ins(source)]
    assert found == ["<your service>", "<name>"]


def test_without_stand_ins_keeps_the_places_of_the_other_words() -> None:
    words, filled = without_stand_ins(_text("Impact: TBD, ask"))
    assert words == "Impact:    , ask"
    assert filled


@pytest.mark.parametrize(
    "words",
    [
        "Describe what happened, and when.",
        "2-3 sentences. What happened? How long did it last?",
        "Data loss: [insert yes or no]",
        "TBD",
        "[insert summary here]",
        "What surprised the team?",
    ],
)
def test_template_text(words: str) -> None:
    assert is_template_text(_text(words))


@pytest.mark.parametrize(
    "words",
    [
        "What happened? The disk was full.",
        "Search was down for 18 minutes.",
        "Data loss: none, the queue kept TBD entries",
        "",
    ],
)
def test_text_of_the_author(words: str) -> None:
    assert not is_template_text(_text(words))


@pytest.mark.parametrize("words", ["N/A", "n/a.", "None", "-", "—", "...", "nothing"])
def test_nothing(words: str) -> None:
    assert is_nothing(words)


@pytest.mark.parametrize("words", ["N/A: caught in staging", "None of the users", "no data loss"])
def test_nothing_with_a_reason_is_something(words: str) -> None:
    assert not is_nothing(words)

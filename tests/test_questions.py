"""The four questions behind contributing factors: where a document answers them."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.review.questions import FACTOR_QUESTIONS, uncovered_questions
from pmlint.source import Source


def _open(text: str) -> list[str]:
    return uncovered_questions(read(Source("postmortem.md", text)))


@pytest.mark.parametrize(
    ("factor", "name"),
    [
        ("The upgrade changed a default.", "risky"),
        ("Staging has no load test.", "not caught"),
        ("No alert watched the pool.", "slow detection"),
        ("The runbook for a rollback was out of date.", "slow recovery"),
    ],
)
def test_a_factor_answers_its_question(factor: str, name: str) -> None:
    assert name not in _open(f"## Contributing factors\n\n- {factor}\n")


@pytest.mark.parametrize(
    ("factor", "names"),
    [
        ("All services of a region share one outgoing address.", ["risky"]),
        ("The tool shows the same screen for a trial and a run.", ["risky"]),
        ("The load test covered bookings and left refunds out.", ["not caught"]),
        ("The trial ran on accounts of employees.", ["not caught"]),
        ("The lag alert averages over partitions.", ["slow detection"]),
        ("Rejected rows go to a table and nobody is told of them.", ["slow detection"]),
        ("The runbook begins with the name service that was lost.", ["slow recovery"]),
        ("Only two administrators may cancel a statement.", ["slow recovery"]),
    ],
)
def test_what_is_named_among_the_factors_is_a_reason(factor: str, names: list[str]) -> None:
    left = _open(f"## Contributing factors\n\n- {factor}\n")
    assert [name for name in FACTOR_QUESTIONS if name not in left] == names


@pytest.mark.parametrize(
    "factor",
    [
        "Tom started the batch without reading the log.",
        "Human error: Ravi Menon did not check the alert.",
        "Communication.",
    ],
)
def test_a_persons_act_and_a_catchword_answer_nothing(factor: str) -> None:
    text = f"## Contributing factors\n\n- {factor}\n\n## Attendees\n\n- Tom Okafor\n- Ravi Menon\n"
    assert _open(text) == list(FACTOR_QUESTIONS)


def test_answers_may_stand_elsewhere() -> None:
    text = (
        "## Detection\n\nThe first alert fired within a minute of it.\n\n"
        "## Resolution\n\nRolling back took six minutes, most for the image.\n"
    )
    assert _open(text) == ["risky", "not caught"]


@pytest.mark.parametrize("topic", ["Action items", "Timeline"])
def test_plans_and_events_are_no_answers(topic: str) -> None:
    text = f"## {topic}\n\n- 10:02 Add the missing alert, test and runbook; no deploy since\n"
    assert _open(text) == list(FACTOR_QUESTIONS)


def test_the_questions_themselves_are_no_answers() -> None:
    asked = "\n".join(f"- {question}" for question in FACTOR_QUESTIONS.values())
    assert _open(f"## Contributing factors\n\n{asked}\n") == list(FACTOR_QUESTIONS)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Why it took so long", ["slow recovery"]),
        ("Why was it not caught earlier?", ["not caught"]),
        ("2. Why nobody was alerted", ["slow detection"]),
        ("What slowed the rollback", ["slow recovery"]),
        ("What happened in the map", []),
    ],
)
def test_a_heading_that_asks_is_answered_by_what_stands_below(
    heading: str, names: list[str]
) -> None:
    told = "\n\nThe map is a thing of its own, and people had come to live with it.\n"
    head = f"# Outage of 2 May 2026\n\n## {heading}"
    with_it, without = _open(head + told), _open(f"{head}\n\nYes.\n")
    assert sorted(set(without) - set(with_it) - {"risky"}) == names  # causes answer that one
